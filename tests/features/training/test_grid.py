"""The attendance grid by real key events, as a clerk enters a signed sheet."""

import random
from datetime import date
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from craftdesk.base.dates import on_day
from craftdesk.base.numbers import without_marks
from craftdesk.features.training import reads
from craftdesk.features.training.models import Mark
from craftdesk.features.training.ui.session_page import SessionPage
from tests.features.training.conftest import make_session
from tests.screens import ALL, BOTH, PLAIN, SHIFT, look, shown, strike

ARABIC = {Mark.PRESENT: "ح", Mark.ABSENT: "غ", Mark.EXCUSED: "م", Mark.LATE: "ت"}
SHIFTED = {Mark.PRESENT: "؛", Mark.ABSENT: "إ", Mark.EXCUSED: "/", Mark.LATE: "ـ"}


def opened(desk, qtbot, key: str, language: str = "ar") -> SessionPage:
    look(language)
    return shown(SessionPage(desk, key, lambda: None), qtbot)


def grid_of(page: SessionPage):
    return page.tabs.page("attendance").grid


def stored(desk, key: str) -> dict[tuple[int, int], Mark]:
    sheet = desk.read(reads.sheet, key)
    lines = {each.id: n for n, each in enumerate(sheet.participants)}
    columns = {each.id: n for n, each in enumerate(sheet.half_days)}
    return {(lines[person], columns[half]): mark for (person, half), mark in sheet.marks.items()}


def test_the_grid_stands_ready_for_the_first_mark(desk, qtbot, course):
    grid = grid_of(opened(desk, qtbot, course))
    qtbot.waitUntil(grid.hasFocus)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 0)


@pytest.mark.parametrize("mark", list(Mark))
def test_arabic_and_latin_letters_mark_and_go_on_downwards(desk, qtbot, course, mark):
    grid = grid_of(opened(desk, qtbot, course))
    strike(grid, text=ARABIC[mark])
    qtbot.keyClick(grid, {"present": "p", "absent": "A", "excused": "e", "late": "l"}[mark.value])
    assert stored(desk, course) == {(0, 0): mark, (1, 0): mark}
    assert grid.currentIndex().row() == 2


def test_after_the_last_person_comes_the_next_half_day(desk, qtbot, course):
    grid = grid_of(opened(desk, qtbot, course))
    grid.go_to(19, 0)
    strike(grid, text="ح")
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 1)
    grid.go_to(19, 5)
    strike(grid, text="ح")
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (19, 5)


@pytest.mark.parametrize(("language", "onwards"), [("ar", Qt.Key.Key_Left), ("fr", Qt.Key.Key_Right)])
def test_arrows_go_where_they_point_in_both_directions(desk, qtbot, course, language, onwards):
    grid = grid_of(opened(desk, qtbot, course, language))
    qtbot.keyClick(grid, onwards)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, 1)


@pytest.mark.parametrize("mark", list(Mark))
def test_shift_fills_the_empty_cells_of_the_column_on_an_arabic_keyboard_too(desk, qtbot, course, mark):
    grid = grid_of(opened(desk, qtbot, course))
    grid.go_to(3, 2)
    strike(grid, text="غ" if mark is not Mark.ABSENT else "ح")
    strike(grid, text=SHIFTED[mark], held=SHIFT)
    found = stored(desk, course)
    assert sum(each is mark for each in found.values()) == 19
    assert found[(3, 2)] is not mark
    grid.go_to(0, 4)
    qtbot.keyClick(grid, Qt.Key.Key_P, SHIFT)
    assert sum(column == 4 for _line, column in stored(desk, course)) == 20


def test_delete_clears_the_cell_and_a_chosen_block(desk, qtbot, course):
    grid = grid_of(opened(desk, qtbot, course))
    for _number in range(3):
        strike(grid, text="ح")
    grid.go_to(0, 0)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert stored(desk, course) == {(1, 0): Mark.PRESENT, (2, 0): Mark.PRESENT}
    grid.go_to(0, 0)
    for _number in range(2):
        qtbot.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert stored(desk, course) == {}


def test_a_letter_fills_what_is_empty_of_a_chosen_row(desk, qtbot, course):
    grid = grid_of(opened(desk, qtbot, course))
    strike(grid, text="غ")
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    qtbot.keyClick(grid, Qt.Key.Key_Space, SHIFT)
    strike(grid, text="ح")
    found = stored(desk, course)
    assert found[(0, 0)] is Mark.ABSENT
    assert sum(mark is Mark.PRESENT for mark in found.values()) == 5


def test_a_press_on_a_name_chooses_the_row_in_both_directions(desk, qtbot, course):
    for language in BOTH:
        grid = grid_of(opened(desk, qtbot, course, language))
        names = grid.verticalHeader()
        place = names.viewport().rect().center()
        place.setY(names.sectionViewportPosition(4) + 10)
        qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert grid.cells() == [(4, column) for column in range(6)]


def test_ctrl_z_takes_back_one_mark_after_the_other(desk, qtbot, course):
    grid = grid_of(opened(desk, qtbot, course))
    strike(grid, text="ح")
    strike(grid, text="غ")
    qtbot.keyClick(grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(desk, course) == {(0, 0): Mark.PRESENT}
    assert grid.grid_model.mark(1, 0) is None
    qtbot.keyClick(grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(desk, course) == {}


def test_other_letters_change_nothing(desk, qtbot, course):
    grid = grid_of(opened(desk, qtbot, course))
    for text in ("ش", "x", "5", " "):
        strike(grid, text=text)
    strike(grid, Qt.Key.Key_P, "p", Qt.KeyboardModifier.ControlModifier)
    assert stored(desk, course) == {}
    assert grid.currentIndex().row() == 0


def test_the_line_below_follows_each_mark(desk, qtbot, course):
    page = opened(desk, qtbot, course)
    tab = page.tabs.page("attendance")
    tab.grid.choose_row(0)
    strike(tab.grid, text="ح")
    words = without_marks(tab.rule.text())
    assert words.startswith("الحق في الشهادة: حضور 80% من أنصاف الأيام على الأقل")
    assert "1 له الحق" in words
    assert "19 لم يحسم أمرهم" in words


def test_the_list_of_people_knows_what_the_grid_entered(desk, qtbot, course):
    page = opened(desk, qtbot, course)
    grid_of(page)
    page.tabs.open("people")
    page.tabs.open("attendance")
    for column in range(6):
        grid_of(page).go_to(0, column)
        strike(grid_of(page), text="ح")
    page.tabs.open("people")
    table = page.tabs.page("people").table
    assert table.model.columns[-1].text(table.model.row_at(0)) == "له الحق"


def test_what_another_page_writes_is_shown_and_the_cursor_stays(desk, qtbot, course):
    from craftdesk.features.training.writes import attendance  # noqa: PLC0415

    grid = grid_of(opened(desk, qtbot, course))
    grid.go_to(7, 3)
    half = grid.grid_model.half_day(3)
    desk.write(attendance.mark_column, half.id, Mark.LATE)
    assert all(grid.grid_model.mark(line, 3) is Mark.LATE for line in range(20))
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (7, 3)


def test_race_6_a_signed_sheet_of_20_by_6_is_entered_by_keyboard(desk, qtbot, course):
    """Who is missing is marked one by one, then Shift fills each half-day: 35 keys, far below 60 seconds."""
    luck = random.Random(6)
    wanted = {(line, column): Mark.PRESENT for line in range(20) for column in range(6)}
    for cell in luck.sample(sorted(wanted), 14):
        wanted[cell] = luck.choice([Mark.ABSENT, Mark.EXCUSED, Mark.LATE])
    page = opened(desk, qtbot, course)
    grid = grid_of(page)
    began, keys = monotonic(), 0
    for column in range(6):
        exceptions = sorted((line, mark) for (line, at), mark in wanted.items() if at == column and mark != "present")
        while grid.currentIndex().row() > 0:
            qtbot.keyClick(grid, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
            for _step in range(column):
                qtbot.keyClick(grid, Qt.Key.Key_Left)
            keys += column + 1
        for line, mark in exceptions:
            while grid.currentIndex().row() < line:
                qtbot.keyClick(grid, Qt.Key.Key_Down)
                keys += 1
            strike(grid, text=ARABIC[mark])
            keys += 1
        strike(grid, text=SHIFTED[Mark.PRESENT], held=SHIFT)
        keys += 1
        if column < 5:
            qtbot.keyClick(grid, Qt.Key.Key_Left)
            keys += 1
    took = monotonic() - began
    assert stored(desk, course) == wanted
    assert keys < 180, f"{keys} keys: at three a second more than 60 seconds"
    assert took < 10, f"the program itself took {took:.1f} s"


def test_race_6_holds_even_when_every_cell_is_typed(desk, qtbot, course):
    grid = grid_of(opened(desk, qtbot, course))
    luck = random.Random(60)
    wanted = {(line, column): luck.choice(list(Mark)) for column in range(6) for line in range(20)}
    began = monotonic()
    for mark in wanted.values():
        strike(grid, text=ARABIC[mark])
        QApplication.processEvents()
    took = monotonic() - began
    assert stored(desk, course) == wanted
    assert took < 12, f"120 marks took the program {took:.1f} s"


def test_60_people_by_20_half_days_answer_at_once(desk, qtbot, office):
    key = make_session(office, 60, days=10)
    page = opened(desk, qtbot, key)
    grid = grid_of(page)
    began = monotonic()
    for _number in range(20):
        strike(grid, text="ح")
        QApplication.processEvents()
    took = (monotonic() - began) / 20
    assert took < 0.1, f"a mark took {took * 1000:.0f} ms"
    assert grid.verticalHeader().width() + grid.horizontalHeader().length() <= grid.width()


@pytest.mark.parametrize("language", ALL)
def test_letters_headings_and_names_are_of_the_language(desk, qtbot, course, language):
    grid = grid_of(opened(desk, qtbot, course, language))
    strike(grid, text="p")
    shown = grid.grid_model.data(grid.grid_model.index(0, 0))
    assert shown == {"ar": "ح", "fr": "P", "en": "P"}[language]
    name = grid.grid_model.headerData(0, Qt.Orientation.Vertical)
    assert name.isascii() is (language != "ar") or "ï" in name


@pytest.mark.parametrize("language", BOTH)
def test_a_mark_for_a_day_to_come_is_refused_under_the_grid_and_the_cursor_stays(desk, qtbot, course, language):
    with on_day(date(2026, 11, 15)):
        page = opened(desk, qtbot, course, language)
        tab, grid = page.tabs.page("attendance"), grid_of(page)
        assert not tab.note.isVisible()
        grid.go_to(2, 4)
        for held in (PLAIN, SHIFT):
            qtbot.keyClick(grid, Qt.Key.Key_P, held)
        assert stored(desk, course) == {}
        assert (grid.currentIndex().row(), grid.currentIndex().column()) == (2, 4)
        told = {"ar": "لم يحن بعد يوم الاثنين 16 نوفمبر 2026", "fr": "Le lundi 16 novembre 2026 n'est pas encore venu"}
        assert without_marks(tab.note.words.text()).startswith(told[language])
        assert tab.note.isVisible()
        grid.go_to(0, 3)
        qtbot.keyClick(grid, Qt.Key.Key_P)
        assert stored(desk, course) == {(0, 3): Mark.PRESENT}
        assert not tab.note.isVisible()


def test_a_chosen_row_is_filled_as_far_as_the_days_have_come_and_what_stays_empty_is_told(desk, qtbot, course):
    with on_day(date(2026, 11, 15)):
        page = opened(desk, qtbot, course)
        tab = page.tabs.page("attendance")
        tab.grid.choose_row(1)
        strike(tab.grid, text="ح")
        assert stored(desk, course) == {(1, column): Mark.PRESENT for column in range(4)}
        assert without_marks(tab.note.words.text()).startswith("تبقى خانتان")
        assert tab.note.isVisible()
