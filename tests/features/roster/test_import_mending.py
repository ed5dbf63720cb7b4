"""Mending the cells of a list by the keyboard alone: type, choose, Enter, and the next fault."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from craftdesk.features.roster.ui.import_page import ImportPage
from craftdesk.ui.suggestions import Suggestions
from tests.screens import focused, press, settle, shown, type_text

HEADINGS = "اللقب;الاسم;تاريخ الميلاد;البلدية;الهاتف"
FIRST = "بوجلال;سمير;28/11/1980;مدينة الخيال;0773526008"
SECOND = "بن علي;ليلى;31/02/1990;مدينة الأحلام;0773526009"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(desk, qtbot, direction, tmp_path):
    (tmp_path / "list.csv").write_text("\n".join((HEADINGS, FIRST, SECOND)), "utf-8")
    made = shown(ImportPage(desk, lambda: None), qtbot)
    made.open_file(tmp_path / "list.csv")
    qtbot.waitUntil(lambda: made.looked is not None and made.isEnabled())
    made.view.show_group("all")
    made.view.table.go_to(0)
    yield made
    desk.close()


def where(page) -> tuple[int, str | None]:
    index = page.view.table.currentIndex()
    return index.row(), page.view.table.rows_model.target(index.column())


def editors(page) -> list[QLineEdit]:
    settle()
    return [each for each in page.view.table.findChildren(QLineEdit) if each.isVisible()]


def lists(page) -> list[Suggestions]:
    return [each for each in page.window().findChildren(Suggestions) if each.isVisible()]


def begin(page, text: str) -> None:
    """Open the cell by Enter and write over what stands there."""
    page.view.table.setFocus()
    press_enter(page)
    line = focused()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    type_text(text)


def press_enter(page) -> None:
    QTest.keyClick(focused(), ENTER)
    settle()


def test_enter_takes_the_first_suggestion_closes_the_cell_and_goes_to_the_next_fault(page):
    assert where(page) == (0, "home_commune_id")
    begin(page, "تيمق")
    assert lists(page)
    press_enter(page)
    assert not lists(page)
    assert not editors(page)
    assert page.looked.rows[0].values["home_commune_id"]
    assert where(page) in ((1, "home_commune_id"), (1, "birth_date"))
    assert page.view.table.hasFocus()


def test_enter_goes_on_to_what_else_is_wrong_in_the_row(page):
    page.view.table.go_to(1)
    assert where(page) == (1, "birth_date")
    begin(page, "28/02/1990")
    press_enter(page)
    assert not editors(page)
    assert where(page) == (1, "home_commune_id")


def test_enter_stays_at_a_cell_that_is_still_wrong(page):
    begin(page, "لا مكان")
    assert not lists(page)
    press_enter(page)
    assert not editors(page)
    assert where(page) == (0, "home_commune_id")
    assert "لا مكان" in page.view.reason.text()


def test_another_suggestion_is_chosen_by_the_arrows(page, qtbot):
    begin(page, "تا")
    [offered] = lists(page)
    second = offered.choices()[1]
    press(qtbot, Qt.Key.Key_Down)
    press_enter(page)
    assert page.looked.rows[0].values["home_commune_id"] == second.key


def test_escape_closes_the_list_and_what_was_typed_is_taken_as_it_is(page, qtbot):
    begin(page, "تيمق")
    press(qtbot, Qt.Key.Key_Escape)
    assert not lists(page)
    assert editors(page)
    press_enter(page)
    assert page.looked.rows[0].edits["home_commune_id"] == "تيمق"


def test_a_click_takes_a_suggestion_too(page):
    begin(page, "تيمق")
    lists(page)[0].pick(0)
    settle()
    assert not editors(page)
    assert page.looked.rows[0].values["home_commune_id"]
