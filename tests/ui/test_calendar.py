"""The calendar under a date, by key and by mouse, in both directions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from craftdesk.base.dates import today
from craftdesk.ui.calendar import later
from craftdesk.ui.inputs import BirthInput, DayInput
from tests.screens import ALT, CONTROL, look, settle, write

K = Qt.Key


@pytest.fixture(params=["ar", "fr"])
def language(request, qapp):
    look(request.param)
    yield request.param
    look("ar")


@pytest.fixture
def day(language, shown):
    made = shown(DayInput())
    made.set_value(date(2026, 11, 24))
    return made


@pytest.mark.parametrize(("key", "held"), [(K.Key_F4, Qt.KeyboardModifier.NoModifier), (K.Key_Down, ALT)])
def test_a_key_opens_it_on_the_day_of_the_field_and_enter_takes_another(day, qtbot, key, held):
    qtbot.keyClick(day.line, key, held)
    assert day.calendar.is_open()
    assert day.calendar.month.day == date(2026, 11, 24)
    qtbot.keyClick(day.line, K.Key_Down)
    qtbot.keyClick(day.line, K.Key_PageUp)
    qtbot.keyClick(day.line, K.Key_PageDown, CONTROL)
    entered = []
    day.entered.connect(lambda: entered.append(True))
    qtbot.keyClick(day.line, K.Key_Return)
    assert (day.value(), day.calendar.is_open(), entered) == (date(2027, 11, 1), False, [])


def test_the_arrows_go_as_the_days_stand(day, language, qtbot):
    qtbot.keyClick(day.line, K.Key_F4)
    qtbot.keyClick(day.line, K.Key_Left)
    assert day.calendar.month.day == date(2026, 11, 25 if language == "ar" else 23)


def test_escape_closes_it_alone_and_changes_nothing(day, qtbot):
    qtbot.keyClick(day.line, K.Key_F4)
    qtbot.keyClick(day.line, K.Key_Home)
    assert day.calendar.month.day == today()
    qtbot.keyClick(day.line, K.Key_Escape)
    assert (day.value(), day.calendar.is_open()) == (date(2026, 11, 24), False)


def test_who_goes_on_typing_closes_it(day, qtbot):
    qtbot.keyClick(day.line, K.Key_F4)
    day.line.selectAll()
    write(day.line, "3/5/26")
    assert not day.calendar.is_open()
    assert day.value() == date(2026, 5, 3)


def test_a_click_takes_a_day_and_turns_the_months(day, qtbot):
    day.calendar.turn()
    month = day.calendar.month
    settle()
    qtbot.mouseClick(month, Qt.MouseButton.LeftButton, pos=month._arrow(1).center())
    assert month.day == date(2026, 12, 24)
    qtbot.mouseClick(month, Qt.MouseButton.LeftButton, pos=month.days()[date(2026, 12, 9)].center())
    assert (day.value(), month.isVisible()) == (date(2026, 12, 9), False)


def test_the_week_begins_on_the_leading_side_with_saturday(day, language):
    month = day.calendar.month
    month.show_day(date(2026, 11, 24))
    days = month.days()
    saturday, sunday = days[date(2026, 11, 21)], days[date(2026, 11, 22)]
    assert (saturday.left() > sunday.left()) == (language == "ar")


def test_a_birth_begins_at_its_year_and_gets_a_day(language, shown, qtbot):
    born = shown(BirthInput("birth_date", "birth_year"))
    born.set_text("1966")
    qtbot.keyClick(born.line, K.Key_F4)
    assert born.calendar.month.day == date(1966, 1, 1)
    qtbot.keyClick(born.line, K.Key_Return)
    assert born.value() == (date(1966, 1, 1), None)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-600, 600))
def test_months_later_is_the_same_day_or_the_last_of_its_month(day, months):
    there = later(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day <= day.day
