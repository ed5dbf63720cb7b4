"""The roster in figures: every number is as long as the list that it opens."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from python_calamine import CalamineWorkbook

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.desk.exporting import handing
from craftdesk.desk.exporting.handing import Wish
from craftdesk.desk.exporting.screen import listing_of
from craftdesk.desk.papers import rendered
from craftdesk.features.figures import charts, opening, reads, standing
from craftdesk.features.figures.feature import FEATURE
from craftdesk.features.figures.rules import ACROSS, By, Measure, Question, asked, dumped, with_options
from craftdesk.features.figures.ui.roster_figures import RosterFigures
from craftdesk.features.roster import finding, narrowing
from craftdesk.features.roster.models import Sex, Status
from craftdesk.features.roster.writes import change_status, save_artisan
from tests.screens import settle, shown

DAYS = (
    {},
    {"day": date(2024, 12, 31)},
    {"first": date(2025, 1, 1), "last": date(2025, 12, 31)},
    {"first": date(2024, 6, 1)},
)


def add(database, number: int, **values) -> str:
    names = {"family_ar": f"حرفي {number}", "given_ar": "علي", "sex": Sex.MALE}
    register = {"status": Status.REGISTERED, "registered_on": date(2024, 3, 1), "home_commune_id": "0501"}
    with database.writing() as session:
        session.entitle("Added")
        return save_artisan(session, None, {**names, **register, **values})


def move(database, key: str, status: Status, day: date) -> None:
    with database.writing() as session:
        change_status(session, key, status, day, "سبب")


@pytest.fixture
def roster(office):
    """Nine artisans: one asked alone, one was struck off and came back, one is struck off since 2025."""
    with office.asking() as file:
        silver, copper = file.firsts("SELECT id FROM activity WHERE code IN ('0301001', '1801004') ORDER BY code")
    add(office, 1, activity_id=silver, birth_date=date(1990, 5, 1))
    add(office, 2, activity_id=silver, sex=Sex.FEMALE, birth_year=1960)
    add(office, 3, activity_id=copper, birth_date=date(2004, 11, 25), home_commune_id="0545")
    add(office, 4, activity_id=None, sex=None, home_commune_id=None)
    add(office, 5, status=Status.REQUESTED, registered_on=None)
    add(office, 6, registered_on=None, activity_id=copper)
    add(office, 7, registered_on=date(2025, 7, 1), birth_date=date(1964, 2, 29))
    gone = add(office, 8, registered_on=date(2023, 1, 1), activity_id=silver)
    move(office, gone, Status.STRUCK_OFF, date(2025, 4, 1))
    back = add(office, 9, registered_on=date(2022, 1, 1), sex=Sex.FEMALE)
    move(office, back, Status.STRUCK_OFF, date(2024, 9, 1))
    move(office, back, Status.REGISTERED, date(2025, 2, 1))
    return office


def figures(database, question: Question) -> reads.Figures:
    with database.reading() as session:
        return reads.figures(session, question)


def by_label(found: reads.Figures) -> dict[str, tuple[int, ...]]:
    return {line.key: line.numbers for line in found.rows}


def test_gross_struck_off_and_net_of_today(roster):
    found = figures(roster, Question(By.SEX))
    assert list(found.headings) == ["gross", "struck", "net"]
    assert by_label(found) == {"m": (5, 1, 4), "f": (2, 0, 2), "-": (1, 0, 1)}
    assert found.sums == (8, 1, 7)


def test_as_on_a_day_who_came_back_later_is_still_struck_off(roster):
    assert figures(roster, Question(By.SEX, day=date(2024, 12, 31))).sums == (7, 1, 6)
    assert figures(roster, Question(By.SEX, day=date(2023, 6, 30))).sums == (3, 0, 3)


def test_in_a_period_who_came_and_who_went(roster):
    period = {"first": date(2025, 1, 1), "last": date(2025, 12, 31)}
    assert figures(roster, Question(By.SEX, **period)).sums == (1, 1, 0)
    assert figures(roster, Question(By.SEX, first=date(2024, 1, 1))).sums == (5, 2, 3)


def test_two_things_crossed(roster):
    found = figures(roster, Question(By.DOMAIN, By.SEX))
    assert list(found.headings) == ["m", "f", "-", "total"]
    assert by_label(found) == {"1": (1, 1, 0, 2), "3": (2, 0, 0, 2), "-": (1, 1, 1, 3)}


@pytest.mark.parametrize("when", DAYS, ids=str)
@pytest.mark.parametrize("by", list(By))
def test_every_number_is_as_long_as_the_list_that_it_opens(roster, by, when):
    with roster.reading() as session:
        for across in (None, *map(By, ACROSS)):
            for measure in Measure if across else (Measure.NET,):
                found = reads.figures(session, Question(by, across, measure, **when))
                for line in (*found.rows, None):
                    for place, heading in enumerate(found.headings):
                        wanted = opening.people(found, line.key if line else None, heading)
                        if wanted is not None:
                            number = line.numbers[place] if line else found.sums[place]
                            assert finding.find(session, wanted).total == number, (found.question, line, heading)
                            assert all(narrowing.words(session, wanted.filters).values())


def test_a_difference_opens_nobody(roster):
    found = figures(roster, Question(By.SEX, first=date(2025, 1, 1)))
    assert opening.people(found, "m", "net") is None


def test_ages_are_those_of_the_day(roster):
    assert by_label(figures(roster, Question(By.AGE)))["-24"] == (1, 0, 1)
    young = figures(roster, Question(By.AGE, day=date(2024, 11, 24)))
    assert by_label(young)["25-34"] == (1, 0, 1)


def test_a_question_goes_through_its_text():
    for question in (
        Question(),
        Question(By.AGE, By.SEX, Measure.STRUCK, date(2024, 1, 2)),
        Question(first=date(2024, 1, 1)),
    ):
        assert asked(dumped(question)) == question


def test_nothing_is_crossed_with_itself_and_a_period_does_not_end_before_it_begins():
    assert Question(By.SEX, By.SEX).sound().across is None
    assert Question(By.SEX, By.ACTIVITY).sound().across is None
    assert Question(By.ACTIVITY, By.DOMAIN).sound().across is None
    with pytest.raises(UserError):
        with_options(Question(), {"first": date(2025, 2, 1), "last": date(2025, 1, 1)})


def test_what_a_chart_leaves_out_is_said(roster):
    chart = charts.chart(figures(roster, Question(By.COMMUNE)))
    assert len(chart.categories) == 2
    assert "1" in chart.counted


def test_the_filter_of_a_day_is_offered_by_a_typed_day(roster):
    with roster.reading() as session:
        offered = standing.offer(session, "31/12/2024")
        assert [each.key for each in offered] == ["net@2024-12-31", "gross@2024-12-31", "struck@2024-12-31"]
        assert standing.offer(session, "not a day") == []
        assert len(standing.offer(session, "")) == 3


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_paper_says_the_same(roster, language):
    (paper,) = FEATURE.papers
    with roster.reading() as session:
        question = dumped(Question(By.ACTIVITY, By.SEX))
        text = pypdfium2.PdfDocument(rendered(session, paper, [question], language))[0].get_textpage().get_text_range()
        other = rendered(session, paper, [], language, {"by": By.YEAR})
    with speaking(language):
        assert charts.title(figures(roster, Question(By.ACTIVITY, By.SEX)))[:5].strip() in text
    assert "2024" in pypdfium2.PdfDocument(other)[0].get_textpage().get_text_range()


def test_enter_on_a_number_opens_its_people(direction, desk, roster, qtbot):
    page = shown(RosterFigures(desk, list), qtbot)
    qtbot.waitUntil(lambda: page.found is not None)
    page.ask(Question(By.SEX))
    qtbot.waitUntil(lambda: page.found.question.by is By.SEX)
    heard: list[tuple[str, str]] = []
    desk.page_wished.connect(lambda name, record: heard.append((name, record)))
    page.table.grid.setCurrentIndex(page.table.model.index(0, 2))
    qtbot.keyClick(page.table.grid, Qt.Key.Key_Return)
    settle()
    [(name, record)] = heard
    assert name == "roster"
    with roster.reading() as session:
        assert finding.find(session, narrowing.loaded(record)).total == 1


def test_what_is_chosen_in_the_form_is_counted(direction, desk, roster, qtbot):
    page = shown(RosterFigures(desk, list), qtbot)
    qtbot.waitUntil(lambda: page.found is not None)
    page.form.input("across").set_value("sex")
    page.form.changed.emit("across")
    qtbot.waitUntil(lambda: page.found.across is not None)
    assert page.form.row("measure").isVisible()
    assert list(page.found.headings)[-1] == "total"


def test_the_table_becomes_a_spreadsheet_without_a_question_about_persons(
    direction, desk, roster, qtbot, tmp_path: Path
):
    page = shown(RosterFigures(desk, list), qtbot)
    qtbot.waitUntil(lambda: page.found is not None)
    listing = listing_of(page.table, (), "Figures")
    assert not listing.personal

    class Unshown:
        def step(self, done: int, total: int, text: str = "") -> None:
            pass

    handing.hand_out(roster, Wish(listing), tmp_path / "figures.xlsx", Unshown())
    with CalamineWorkbook.from_path(str(tmp_path / "figures.xlsx")) as book:
        rows = book.get_sheet_by_index(0).to_python()
    assert [row[1:4] for row in rows[1:]] == [[3.0, 1.0, 2.0], [2.0, 0.0, 2.0], [3.0, 0.0, 3.0], [8.0, 1.0, 7.0]]
