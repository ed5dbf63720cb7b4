"""Choosing what the columns of a list hold, by the keyboard; what was chosen holds for files that look alike."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu
from sqlalchemy import select

from craftdesk.base.numbers import without_marks
from craftdesk.data import journal
from craftdesk.features.roster import importing
from craftdesk.features.roster.models import Artisan, ImportedFile, Outcome
from craftdesk.features.roster.ui.import_page import ImportPage
from craftdesk.ui.suggestions import Suggestions
from tests.screens import CONTROL, buttons, focused, press, settle, shown, strike, type_text, words_on

HEADINGS = ("اللقب", "الاسم", "تاريخ الميلاد", "البلدية", "خانة")
PEOPLE = (
    ("بوجلال", "سمير", "28/11/1980", "تيمقاد", "خزاف"),
    ("بن علي", "ليلى", "01/02/1990", "مدينة الخيال", "نساجة"),
    ("بوجلال", "سميره", "03/04/1970", "باتنة", ""),
)
ENTER, ESCAPE, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """A list with these headings, in this order, on one sheet or several."""

    def made(name: str = "list.xlsx", order: tuple[int, ...] = (0, 1, 2, 3, 4), sheets: int = 1) -> Path:
        book = xlsxwriter.Workbook(str(tmp_path / name))
        for number in range(sheets):
            sheet = book.add_worksheet(f"{2022 + number}")
            for place, line in enumerate((HEADINGS, *(PEOPLE if not number else PEOPLE[:1]))):
                sheet.write_row(place, 0, [line[column] for column in order])
        book.close()
        return tmp_path / name

    return made


@pytest.fixture
def page(desk, qtbot, direction):
    yield shown(ImportPage(desk, lambda: None), qtbot)
    desk.close()


@pytest.fixture
def opened(page, qtbot):
    def made(path: Path) -> ImportPage:
        before = page.looked
        page.open_file(path)
        qtbot.waitUntil(lambda: page.looked is not before and page.isEnabled())
        settle()
        return page

    return made


def read_again(page, qtbot, act: Callable[[], object]) -> None:
    before = page.looked
    act()
    qtbot.waitUntil(lambda: page.looked is not before and page.isEnabled())
    settle()


def targets(page) -> tuple[str | None, ...]:
    return page.looked.columns.targets


def choose(page, qtbot, typed: str) -> None:
    """In the row where the keyboard stands: Enter, letters, Enter."""
    press(qtbot, ENTER)
    line = focused()
    assert isinstance(line, QLineEdit)
    type_text(typed)
    settle()
    strike(line, ENTER)
    settle()


# The key comes up again when the page already rests.
@pytest.mark.qt_log_ignore("Keyboard event not accepted by receiving widget")
def test_the_columns_are_chosen_by_the_keyboard_and_the_rows_are_read_again(opened, written, qtbot):
    page = opened(written())
    assert targets(page)[4] is None
    press(qtbot, Qt.Key.Key_T, held=CONTROL)
    assert page.view.shows_columns()
    table = page.view.columns.table
    assert table.hasFocus()
    assert table.currentIndex().row() == 4, "the first column that nothing is taken from"
    choose(page, qtbot, "obs")
    read_again(page, qtbot, lambda: press(qtbot, ESCAPE))
    assert targets(page)[4] == "remarks"
    assert page.looked.rows[0].values["remarks"] == "خزاف"
    assert focused() is page.view.table


def test_everything_is_offered_at_once_and_typing_narrows_it(opened, written, qtbot):
    page = opened(written())
    press(qtbot, Qt.Key.Key_T, held=CONTROL)
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.window().findChildren(Suggestions)))
    [offered] = [each for each in page.window().findChildren(Suggestions) if each.isVisible()]
    everything = len(offered.choices())
    assert everything > 30
    type_text("nin")
    settle()
    assert next(choice.key for choice in offered.choices()) == "nin"
    assert len(offered.choices()) < everything
    press(qtbot, ESCAPE)
    assert page.view.shows_columns(), "Esc closes the line first"


def test_delete_takes_a_column_for_nothing_and_a_target_is_given_once(opened, written, qtbot):
    page = opened(written())
    press(qtbot, Qt.Key.Key_T, held=CONTROL)
    table = page.view.columns.table
    table.go_to(2)
    press(qtbot, DELETE)
    table.go_to(4)
    choose(page, qtbot, "prénom")
    assert page.looked.columns.targets[2] == "birth_date", "nothing is read again before the clerk goes back"
    read_again(page, qtbot, page.view.show_rows)
    assert targets(page)[2] is None
    assert [target for target in targets(page) if target in ("given_la", "given_ar")] == ["given_ar", "given_la"]


def test_nothing_is_read_again_where_nothing_was_chosen(opened, written, qtbot):
    page = opened(written())
    before = page.looked
    press(qtbot, Qt.Key.Key_T, held=CONTROL)
    press(qtbot, Qt.Key.Key_T, held=CONTROL)
    assert not page.view.shows_columns()
    assert page.looked is before
    assert page.isEnabled()


# What the platform without a screen says of menus.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
def test_f4_offers_what_the_column_in_which_one_stands_may_hold(opened, written, qtbot):
    page = opened(written())
    page.view.table.setFocus()
    press(qtbot, Qt.Key.Key_F4)
    settle()
    assert [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    for menu in page.findChildren(QMenu):
        menu.close()


def take(desk, page, qtbot) -> None:
    page.take_over()
    qtbot.waitUntil(lambda: page.looked is None and page.isEnabled())


def test_what_was_chosen_holds_for_a_file_that_looks_alike_and_is_told(desk, opened, written, qtbot):
    page = opened(written())
    read_again(page, qtbot, lambda: page.view.take_for(4, "remarks"))
    take(desk, page, qtbot)
    again = opened(written("next.xlsx", order=(4, 3, 2, 1, 0)))
    assert targets(again) == ("remarks", "home_commune_id", "birth_date", "given_ar", "family_ar")
    assert "list.xlsx" in without_marks(again.view.notes.text())
    read_again(again, qtbot, again.view.propose)
    assert targets(again)[0] is None
    take(desk, again, qtbot)
    assert opened(written("third.xlsx")).looked.columns.targets[4] is None, "the latest choice holds"


def test_what_was_chosen_is_kept_in_the_office_file_and_in_its_journal(desk, opened, written, qtbot):
    page = opened(written())
    read_again(page, qtbot, lambda: page.view.take_for(4, "remarks"))
    take(desk, page, qtbot)
    [file] = desk.read(lambda session: list(session.scalars(select(ImportedFile))))
    assert file.signature
    [event] = desk.read(journal.history, file.id)
    assert event.kind == "i"


def test_headings_alone_are_nothing_to_be_remembered(desk, opened, written, qtbot):
    page = opened(written())
    take(desk, page, qtbot)
    assert desk.read(lambda session: list(session.scalars(select(ImportedFile.signature)))) == [""]
    assert not opened(written("next.xlsx")).looked.like


def test_sheets_that_look_alike_are_told_and_read_together_by_a_key(opened, written, qtbot):
    page = opened(written(sheets=3))
    assert "2023" in page.view.notes.text()
    assert len(page.looked.rows) == 3
    [button] = [
        each for each in page.view.notes.findChildren(type(next(iter(buttons(page).values())))) if each.isVisible()
    ]
    read_again(page, qtbot, button.click)
    assert page.looked.joined
    assert [page.looked.place(row) for row in page.looked.rows] == [
        *(("2022", 2), ("2022", 3), ("2022", 4)),
        *(("2023", 2), ("2024", 2)),
    ]
    assert not page.view.notes.isVisible()
    page.view.show_group("all")
    page.view.table.go_to(3)
    assert "2023" in words_on(page.view.side)


def test_the_groups_are_gone_through_by_the_keyboard(opened, written, qtbot):
    page = opened(written())
    assert page.view.groups.now == "waiting"
    names = list(page.view.buttons)
    page.view.table.setFocus()
    for step in range(1, len(names) + 1):
        press(qtbot, Qt.Key.Key_PageDown, held=CONTROL)
        assert page.view.groups.now == names[(names.index("waiting") + step) % len(names)]
    press(qtbot, Qt.Key.Key_PageUp, held=CONTROL)
    assert page.view.groups.now == names[names.index("waiting") - 1]


def test_a_row_that_becomes_another_one_is_told_at_its_place(opened, written, desk):
    page = opened(written())
    desk.read(importing.mend, page.looked, page.looked.rows[1], "home_commune_id", "باتنة")
    assert page.looked.rows[1].outcome is Outcome.NEW


@pytest.mark.parametrize(("width", "beside"), [(1096, True), (830, False)])
def test_the_card_beside_the_rows_gives_way_in_a_narrow_window_and_comes_by_a_key(
    opened, written, qtbot, width, beside
):
    page = opened(written())
    page.resize(width + 48, 700)
    settle()
    assert page.view.side.isVisible() is beside
    if not beside:
        assert page.view.table.width() > 750
        page.view.table.setFocus()
        press(qtbot, Qt.Key.Key_F6)
        settle()
        assert page.view.side.isVisible()
        assert page.view.table.hasFocus()


def test_artisans_of_all_sheets_are_taken_over(desk, opened, written, qtbot):
    page = opened(written(sheets=2))
    read_again(page, qtbot, page.view.read_together)
    take(desk, page, qtbot)
    assert len(desk.read(lambda session: list(session.scalars(select(Artisan))))) == 2
