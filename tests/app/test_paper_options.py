"""What a paper asks when it is printed: the form beside its pages."""

from craftdesk.app.paper_options import PaperOptions
from craftdesk.features.roster.feature import FEATURE

LABELS = next(paper for paper in FEATURE.papers if paper.name == "address-labels")
ONE = ("0" * 32,)


def test_the_usual_is_chosen_until_something_else_is(qtbot):
    options = PaperOptions(LABELS, ONE)
    qtbot.addWidget(options)
    assert options.values() == {"paper": "70x37", "first": 1, "address": "home"}
    with qtbot.waitSignal(options.chosen):
        options.form.set_value("paper", "99x38")
        options.form.set_value("first", 7)
    assert options.values() == {"paper": "99x38", "first": 7, "address": "home"}


def test_a_place_that_cannot_be_is_not_taken(qtbot):
    options = PaperOptions(LABELS, ONE)
    qtbot.addWidget(options)
    options.form.set_value("first", 0)
    assert options.values()["first"] == 1
    assert "first" in options.form.problems()


def test_the_sheet_is_offered_again_but_a_begun_sheet_is_asked_for_each_time(qtbot):
    first = PaperOptions(LABELS, ONE)
    qtbot.addWidget(first)
    with qtbot.waitSignal(first.chosen):
        first.form.set_value("paper", "105x37")
        first.form.set_value("first", 5)
    again = PaperOptions(LABELS, ONE)
    qtbot.addWidget(again)
    assert again.values() == {"paper": "105x37", "first": 1, "address": "home"}
