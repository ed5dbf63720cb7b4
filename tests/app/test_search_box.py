"""Esc in the search over everything: the words go, and the keyboard is where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from craftdesk.features.roster.writes import save_artisan
from tests.screens import CONTROL, focused, press, settle, type_text

ESC = Qt.Key.Key_Escape


@pytest.fixture
def window(opened, office):
    made = opened(office)
    for name in ("بوجلال", "مزيان"):
        made.desk.write(save_artisan, None, {"family_ar": name})
    return made


def search(window, text: str) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_K, CONTROL)
    assert window.search.line.hasFocus()
    type_text(text)
    window.search.look()
    settle()


@pytest.mark.parametrize("text", ["بوجلال", "لا أحد", ""])
def test_escape_empties_the_search_and_goes_back_to_the_list(window, qtbot, text):
    window.open_page("roster")
    settle()
    grid = window.opened("roster").people.table.grid
    assert grid.hasFocus()
    search(window, text)
    press(qtbot, ESC)
    assert window.search.line.text() == ""
    assert not window.search.suggestions.is_open()
    assert focused() is grid
    assert window.page() == "roster"


def test_escape_goes_back_into_the_field_of_an_open_card_and_leaves_the_card_open(window, qtbot):
    window.open_page("roster")
    window.opened("roster").add()
    settle()
    field = window.opened("roster").card.form.input("family_la").focusProxy()
    field.setFocus()
    search(window, "بوجلال")
    press(qtbot, ESC)
    assert focused() is field
    assert window.opened("roster").card.isVisible()


def test_escape_on_the_import_leaves_the_search_and_not_the_page(window, qtbot):
    window.open_page("roster")
    page = window.opened("roster").bring_in()
    settle()
    search(window, "")
    press(qtbot, ESC)
    assert page.isVisible()
    assert not window.search.line.hasFocus()


def test_escape_goes_into_the_page_when_what_had_the_focus_is_gone(window, qtbot):
    window.open_page("roster")
    settle()
    search(window, "بوجلال")
    window.search._before = None
    press(qtbot, ESC)
    assert focused() is window.opened("roster").people.table.grid
