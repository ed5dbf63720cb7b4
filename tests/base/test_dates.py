"""Days written, typed, counted and read from office files."""

from datetime import UTC, date, datetime, timedelta

import pytest
from babel.dates import get_day_names, get_month_names
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base.dates import (
    age,
    format_day,
    format_long_day,
    format_range,
    format_short,
    is_weekend,
    month_name,
    now,
    on_day,
    parse_birth,
    parse_day,
    to_birth,
    to_day,
    today,
    week,
    week_start,
    weekday_name,
)
from craftdesk.base.i18n import speaking

DAY = date(2026, 11, 23)
DAYS = st.dates(date(1850, 1, 1), date(2149, 12, 31))
LANGUAGES = st.sampled_from(["ar", "fr", "en"])


def test_a_day_is_written_as_offices_write_it() -> None:
    assert format_day(DAY, "ar") == "23 نوفمبر 2026"
    assert format_day(DAY, "fr") == "23 novembre 2026"
    assert format_day(date(2026, 3, 1), "fr") == "1er mars 2026"
    assert format_day(DAY, "en") == "23 November 2026"
    assert format_short(DAY) == "23/11/2026"
    assert format_long_day(DAY, "ar") == "الاثنين 23 نوفمبر 2026"
    with speaking("ar"):
        assert format_day(date(2026, 8, 1)) == "1 أوت 2026"


@pytest.mark.parametrize(("code", "locale"), [("ar", "ar_DZ"), ("fr", "fr_DZ"), ("en", "en")])
def test_months_and_weekdays_are_those_of_the_locale_data(code: str, locale: str) -> None:
    months, days = get_month_names(locale=locale), get_day_names(locale=locale)
    assert [month_name(number, code) for number in range(1, 13)] == [months[number] for number in range(1, 13)]
    assert [weekday_name(DAY + timedelta(number), code) for number in range(7)] == [days[number] for number in range(7)]


@pytest.mark.parametrize(
    ("first", "last", "arabic", "french"),
    [
        ((2026, 11, 14), (2026, 11, 16), "من 14 إلى 16 نوفمبر 2026", "du 14 au 16 novembre 2026"),
        ((2017, 11, 14), (2017, 11, 15), "يومي 14 و15 نوفمبر 2017", "les 14 et 15 novembre 2017"),
        ((2016, 1, 31), (2016, 2, 2), "من 31 جانفي إلى 2 فيفري 2016", "du 31 janvier au 2 février 2016"),
        ((2016, 4, 30), (2016, 5, 1), "يومي 30 أفريل و1 ماي 2016", "les 30 avril et 1er mai 2016"),
        ((2026, 12, 30), (2027, 1, 2), "من 30 ديسمبر 2026 إلى 2 جانفي 2027", "du 30 décembre 2026 au 2 janvier 2027"),
        ((2026, 11, 14), (2026, 11, 14), "يوم 14 نوفمبر 2026", "le 14 novembre 2026"),
    ],
)
def test_the_days_of_a_course_are_a_phrase(
    first: tuple[int, int, int], last: tuple[int, int, int], arabic: str, french: str
) -> None:
    assert format_range(date(*first), date(*last), "ar") == arabic
    assert format_range(date(*first), date(*last), "fr") == french


def test_a_range_never_ends_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before"):
        format_range(DAY, DAY - timedelta(1))


@pytest.mark.parametrize(
    "typed",
    [
        "23/11/2026",
        "23-11-2026",
        "23.11.2026",
        "23 11 2026",
        " 23 / 11 / 2026 ",
        "2026-11-23",
        "2026/11/23",
        "2026-11-23T00:00:00",
        "2026-11-23 00:00:00",
        "23112026",
        "20261123",
        "٢٣/١١/٢٠٢٦",
        "٢٠٢٦/١١/٢٣",
        "\u200f23/11/2026",
        "23/11/2026 م",
        "23 نوفمبر 2026",
        "23 تشرين الثاني 2026",
        "الاثنين 23 نوفمبر 2026",
        "23 نونبر 2026",
        "23 novembre 2026",
        "lundi 23 NOVEMBRE 2026",
        "le 23 nov. 2026",
        "23-nov-2026",
        "Nov 23, 2026",
        "2026 November 23",
    ],
)
def test_a_day_may_be_typed_in_any_usual_way(typed: str) -> None:
    assert parse_day(typed) == DAY


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("1er janvier 2020", 1),
        ("1 يناير 2020", 1),
        ("1 أوت 2020", 8),
        ("1 اوت 2020", 8),
        ("1 aout 2020", 8),
        ("1 ماى 2020", 5),
        ("1 جويلية 2020", 7),
        ("1 تموز 2020", 7),
        ("1 كانون الأول 2020", 12),
        ("1 كانون الثاني 2020", 1),
        ("1 mai 2020", 5),
        ("1 FÉVRIER 2020", 2),
        ("1 fevrier 2020", 2),
        ("1 أيلول 2020", 9),
        ("1 juin 2020", 6),
        ("1 july 2020", 7),
    ],
)
def test_months_are_known_by_all_their_names(typed: str, month: int) -> None:
    assert parse_day(typed) == date(2020, month, 1)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("31/02/1985", "There is no day “31/02/1985” in the calendar."),
        ("11/23/2026", "There is no day “11/23/2026” in the calendar."),
        ("30 فيفري 1985", "There is no day “30 فيفري 1985” in the calendar."),
        ("23/11/26", "The year of “23/11/26” must be written in four digits."),
        ("23 nov 26", "The year of “23 nov 26” must be written in four digits."),
        ("23/11/0026", "The year of “23/11/0026” must be written in four digits."),
        ("????/??/??", "“????/??/??” is not a date: write it like 23/11/2026."),
        ("", "“” is not a date: write it like 23/11/2026."),
        ("12", "“12” is not a date: write it like 23/11/2026."),
        ("مفترض 1973", "“مفترض 1973” is not a date: write it like 23/11/2026."),
        ("mars 2026", "“mars 2026” is not a date: write it like 23/11/2026."),
    ],
)
def test_what_is_no_day_is_refused_with_a_sentence(typed: str, reason: str) -> None:
    with speaking("en"), pytest.raises(ValueError, match=r"date|day|year") as refused:
        parse_day(typed)
    assert str(refused.value) == reason


@given(DAYS, LANGUAGES)
def test_a_written_day_reads_back(day: date, code: str) -> None:
    for written in (format_day(day, code), format_long_day(day, code), format_short(day), day.isoformat()):
        assert parse_day(written) == day


@given(st.one_of(st.text(), st.text("0123456789/-. ٠١٢"), st.from_regex(r"\d{1,4}[ /.-]\w{1,9}[ /.-]\d{1,4}")))
def test_whatever_is_typed_is_a_day_or_a_sentence(text: str) -> None:
    try:
        assert 1850 <= parse_day(text).year < 2150
    except ValueError as error:
        assert str(error)  # noqa: PT017 - both ways are right


@pytest.mark.parametrize(
    "typed",
    [
        "مفترض 1973",
        "مفترضة 1973",
        "1973 مفترض",
        "présumé 1973",
        "PRESUMEE EN 1973",
        "Présumé(e) 1973",
        "1973",
        "00/00/1973",
        "xx/xx/1973",
        "١٩٧٣",
        "presumed 1973",
        " / /1973",
        "خلال 1973",
    ],
)
def test_a_presumed_birth_is_its_year(typed: str) -> None:
    assert parse_birth(typed) == (None, 1973)
    assert to_birth(typed) == (None, 1973)


def test_a_birth_is_its_day_where_it_is_known() -> None:
    assert parse_birth("31/12/1973") == (date(1973, 12, 31), None)
    assert to_birth(datetime(1973, 12, 31, 0, 0)) == (date(1973, 12, 31), None)
    assert to_birth(1973.0) == (None, 1973)
    with speaking("en"), pytest.raises(ValueError, match="cannot be a year of birth"):
        parse_birth("مفترض 1073")


def test_a_cell_holds_a_day_in_many_ways() -> None:
    for cell in (DAY, datetime(2026, 11, 23, 8, 30), 46349, 46349.0, 46349.5, "46349", "23/11/2026"):
        assert to_day(cell) == DAY
        assert type(to_day(cell)) is date


@pytest.mark.parametrize("cell", [0, -1, 1973, 1e9, float("nan"), "", None, True])
def test_a_cell_that_holds_no_day_is_refused(cell: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        to_day(cell)


@given(st.dates(date(1910, 1, 1), date(2149, 12, 31)))
def test_serial_numbers_count_from_the_spreadsheets_day_zero(day: date) -> None:
    assert to_day((day - date(1899, 12, 30)).days) == day


@given(DAYS)
def test_a_week_begins_on_saturday_and_holds_its_day(day: date) -> None:
    days = week(day)
    assert weekday_name(days[0], "fr") == "samedi"
    assert days[0] == week_start(day)
    assert day in days
    assert [is_weekend(each) for each in days] == [True, False, False, False, False, False, True]


def test_age_counts_whole_years() -> None:
    assert age(date(2000, 11, 24), DAY) == 25
    assert age(date(2000, 11, 23), DAY) == 26
    assert age(date(2000, 2, 29), date(2026, 2, 28)) == 25
    assert age(1973, DAY) == 53
    with on_day(DAY):
        assert today() == DAY
        assert age(date(2000, 11, 23)) == 26
        assert now().astimezone().date() == DAY
    assert abs(now() - datetime.now(UTC)) < timedelta(1)
    assert abs(today() - date.today()) <= timedelta(1)
