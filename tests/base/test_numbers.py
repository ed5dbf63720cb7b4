"""Numbers and amounts, held against Babel where Babel is right."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base import numbers
from craftdesk.base.i18n import speaking
from craftdesk.base.numbers import (
    format_dinars,
    format_number,
    format_percent,
    group_phone,
    isolate,
    latin_digits,
    parse_dinars,
    parse_number,
    plain_phone,
    without_marks,
)


def spaced(text: str) -> str:
    return without_marks(text).replace("\u00a0", " ").replace("\u202f", " ")


def test_amounts_are_written_as_the_offices_write_them() -> None:
    assert spaced(format_dinars(24_000_000, "ar")) == "240.000,00 دج"
    assert spaced(format_dinars(24_000_000, "fr")) == "240 000,00 DA"
    assert spaced(format_dinars(24_000_050, "en")) == "240,000.50 DA"
    assert spaced(format_dinars(5, "fr")) == "0,05 DA"
    with speaking("fr"):
        assert spaced(format_dinars(100)) == "1,00 DA"


@given(st.decimals(-(10**12), 10**12, places=2), st.sampled_from([("ar", "ar_DZ"), ("fr", "fr_DZ"), ("en", "en")]))
def test_numbers_are_written_as_the_locale_data_say(number: Decimal, code: tuple[str, str]) -> None:
    babel = format_decimal(number, "#,##0.00", locale=code[1])
    assert spaced(format_number(number, 2, code[0])) == spaced(babel).replace("-0.00", "0.00").replace("-0,00", "0,00")


def test_a_number_shows_no_idle_decimals() -> None:
    assert format_number(1_541, language="ar") == "1.541"
    assert format_number(2.5, language="fr") == "2,5"
    assert format_number(30.0, language="en") == "30"
    assert format_number(0.125, 2, "en") == "0.13"
    assert format_number(2.5, 0, "en") == "3"


def test_a_negative_number_keeps_its_sign_before_it_in_arabic() -> None:
    assert format_number(-5, language="ar") == isolate("-5")
    assert format_number(-5, language="fr") == "-5"


def test_a_share_keeps_its_sign_behind_it_in_arabic() -> None:
    assert format_percent(0.8, language="ar") == "\u206680%\u2069"
    assert format_percent(0.8, language="fr") == "80\u00a0%"
    assert format_percent(0.755, 1, "en") == "75.5%"


@pytest.mark.parametrize(
    ("typed", "centimes"),
    [
        ("240000", 24_000_000),
        ("240 000,00", 24_000_000),
        ("240\u202f000,00 DA", 24_000_000),
        ("240.000,50", 24_000_050),
        ("240,000.50", 24_000_050),
        ("240.000", 24_000_000),
        ("240,000", 24_000_000),
        ("1.234.567", 123_456_700),
        ("٢٤٠٠٠٠٫٥٠ دج", 24_000_050),
        ("٢٤٠٬٠٠٠", 24_000_000),
        ("12,5", 1_250),
        ("0,5 د.ج.", 50),
        ("12.50 dinars", 1_250),
        ("100 دينار جزائري", 10_000),
        ("\u2066240.000,00\u2069 دج", 24_000_000),
        ("-3", -300),
        ("0,50", 50),
    ],
)
def test_an_amount_may_be_typed_in_any_usual_way(typed: str, centimes: int) -> None:
    assert parse_dinars(typed) == centimes


@pytest.mark.parametrize(
    "typed", ["", "abc", "12 34", "1.23.456", "1,234,5", "12,3456", "0,125", "5,", ",5", "1 2,5", "--5", "DA"]
)
def test_an_unclear_amount_is_refused_with_a_sentence(typed: str) -> None:
    with speaking("en"), pytest.raises(ValueError, match=r"\.$"):
        parse_dinars(typed)


@given(st.integers(-(10**17), 10**17), st.sampled_from(["ar", "fr", "en"]))
def test_a_written_amount_reads_back(centimes: int, code: str) -> None:
    assert parse_dinars(format_dinars(centimes, code)) == centimes


@given(st.integers(0, 10**15), st.sampled_from(["ar", "fr", "en"]))
def test_a_written_number_reads_back(number: int, code: str) -> None:
    assert parse_number(format_number(number, language=code)) == number


@given(st.text())
def test_latin_digits_changes_nothing_but_digits(text: str) -> None:
    changed = latin_digits(text)
    assert len(changed) == len(text)
    assert all(a == b or (b in "0123456789" and int(a) == int(b)) for a, b in zip(text, changed, strict=True))


@given(st.text())
def test_whatever_is_typed_is_a_number_or_a_sentence(text: str) -> None:
    try:
        parse_dinars(text)
    except ValueError as error:
        assert str(error)  # noqa: PT017 - both ways are right


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("0661241807", "0661 24 18 07"),
        ("661241807", "0661 24 18 07"),
        ("661241807.0", "0661 24 18 07"),
        ("+213 661 24 18 07", "0661 24 18 07"),
        ("00213661241807", "0661 24 18 07"),
        ("٠٦٦١٢٤١٨٠٧", "0661 24 18 07"),
        ("033 80 12 34", "033 80 12 34"),
        ("33801234", "033 80 12 34"),
        ("12", "12"),
        ("", ""),
    ],
)
def test_a_phone_is_shown_in_its_groups(typed: str, shown: str) -> None:
    assert group_phone(typed).replace(numbers.NO_BREAK, " ") == shown


def test_a_plain_phone_is_its_digits() -> None:
    assert plain_phone("0661-24.18 07") == "0661241807"
    assert plain_phone("sans") == "sans"
