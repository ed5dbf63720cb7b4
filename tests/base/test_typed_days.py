"""Days typed at a desk in a hurry."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base.dates import format_short, on_day
from craftdesk.base.typed_days import typed_birth, typed_day

NOW = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _now():
    with on_day(NOW):
        yield


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("23/11/2026", NOW.replace(day=23)),
        ("3.5.26", date(2026, 5, 3)),
        ("03 05 26", date(2026, 5, 3)),
        ("030528", date(2028, 5, 3)),
        ("1/2/99", date(1999, 2, 1)),
        ("15/2", date(2026, 2, 15)),
        ("٣/٥/٢٦", date(2026, 5, 3)),
        (".", NOW),
        ("اليوم", NOW),
        ("aujourd'hui", NOW),
        ("3 mai 2026", date(2026, 5, 3)),
        ("3 ماي 2026", date(2026, 5, 3)),
    ],
)
def test_a_day_is_understood_as_it_is_typed(typed, day):
    assert typed_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "birth"),
    [
        ("15/2/66", (date(1966, 2, 15), None)),
        ("150266", (date(1966, 2, 15), None)),
        ("1/1/05", (date(2005, 1, 1), None)),
        ("1/1/20", (date(1920, 1, 1), None)),
        ("66", (None, 1966)),
        ("1966", (None, 1966)),
        ("مفترض 1966", (None, 1966)),
    ],
)
def test_the_century_of_a_birth_is_that_of_somebody_grown(typed, birth):
    assert typed_birth(typed) == birth


@pytest.mark.parametrize("typed", ["31/02/66", "99/99/99", "x", "1/2/3", "12345"])
def test_what_is_no_day_is_told(typed):
    with pytest.raises(ValueError, match=r"."):
        typed_day(typed)


@given(st.dates(date(1940, 1, 1), date(2012, 11, 24)))
def test_any_birth_comes_back_from_two_digits_of_its_year(day):
    with on_day(NOW):
        short = f"{day.day}/{day.month}/{day.year % 100:02}"
        assert typed_birth(short) == (day, None)
        assert typed_day(format_short(day)) == day
