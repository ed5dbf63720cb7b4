from datetime import date

import pytest
from PySide6.QtCore import Qt

from craftdesk.features.guides import reads, writes
from craftdesk.features.guides.ui.figures_tab import FiguresTab
from craftdesk.features.guides.ui.guides_page import GuidesPage
from craftdesk.features.guides.ui.guides_panel import GuidesPanel
from craftdesk.features.roster.models import Metal
from tests.features.conftest import TODAY
from tests.features.guides.conftest import add_artisan
from tests.screens import shown, wishes


@pytest.fixture
def wished(desk):
    return wishes(desk)


def test_an_empty_page_says_what_to_do_first(desk, qtbot, direction):
    page = shown(GuidesPage(desk), qtbot)
    assert page.given.table.model.rowCount() == 0
    assert page.given.card.isHidden()


def test_a_guide_is_given_in_two_steps_from_the_artisans_card(desk, qtbot, direction, jeweller, wished):
    panel = shown(GuidesPanel(desk, jeweller), qtbot)
    panel.give()
    (guide,) = desk.read(reads.given)
    assert (guide.artisan_id, guide.metal, guide.day) == (jeweller, Metal.SILVER, TODAY)
    assert [(wish.name, wish.keys) for wish in wished] == [("tax-guide", (guide.id,))]


def test_a_jeweller_whose_metal_nobody_knows_is_asked_for_it(desk, qtbot, office, wished):
    with office.writing() as session:
        session.entitle("Activity")
        from craftdesk.features.office.models import Activity  # noqa: PLC0415

        session.add(Activity(code="0301009", name_ar="صناعة الحلي", name_fr="Bijouterie"))
    key = add_artisan(office, code="0301009")
    panel = shown(GuidesPanel(desk, key), qtbot)
    with qtbot.waitSignal(desk.page_wished) as asked:
        panel.give()
    assert asked.args == ["guides", key]
    assert (wished, desk.read(reads.given)) == ([], [])


def test_the_form_takes_what_the_card_knows_and_shows_what_is_missing_at_its_field(
    desk, qtbot, direction, jeweller, wished
):
    page = shown(GuidesPage(desk), qtbot)
    page.open_record(jeweller)
    form = page.given.card.form
    assert form.values()["started_on"] == date(2026, 12, 1)
    form.set_value("metal", None)
    form.save()
    assert form.row("metal").message()
    assert wished == []
    form.set_value("metal", Metal.GOLD.value)
    form.save()
    assert [each.metal for each in desk.read(reads.given)] == [Metal.GOLD]
    assert len(wished) == 1
    assert page.given.card.isHidden()


def test_a_given_guide_appears_in_the_list_and_is_undone(desk, qtbot, jeweller):
    page = shown(GuidesPage(desk), qtbot)
    GuidesPanel(desk, jeweller).give()
    assert page.given.table.model.rowCount() == 1
    desk.undo()
    assert page.given.table.model.rowCount() == 0


def test_a_figure_is_replaced_with_day_and_source_or_told_what_is_wrong(desk, qtbot, direction):
    tab = shown(FiguresTab(desk), qtbot)
    assert tab.table.select("ifu_minimum")
    tab.form.set_value("value", "beaucoup")
    tab.form.save()
    assert tab.form.row("value").message()
    assert desk.read(reads.own_figures) == []
    tab.form.set_value("value", "40000")
    tab.form.set_value("source", "LF 2027")
    tab.form.set_value("as_of", TODAY)
    tab.form.save()
    assert desk.read(reads.figures)["ifu_minimum"].value == "40000"
    desk.write(writes.forget_own_figure, "ifu_minimum")
    assert desk.read(reads.figures)["ifu_minimum"].value == "30000"


def test_return_on_a_given_guide_prints_it_again_in_its_language(desk, qtbot, jeweller, wished):
    page = shown(GuidesPage(desk), qtbot)
    GuidesPanel(desk, jeweller).give()
    page.given.table.select(desk.read(reads.given)[0].id)
    qtbot.keyClick(page.given.table.grid, Qt.Key.Key_Return)
    assert [wish.language for wish in wished] == ["ar", "ar"]
