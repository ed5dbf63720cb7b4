"""Days, phones and national id numbers, as the cells of offices' lists hold them: one value, however it is written."""

import csv
from datetime import date, datetime, time
from io import StringIO
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from craftdesk.base.dates import format_day, on_day
from craftdesk.features.roster.cells import PHONES, Taken, Weight, readers, text_of
from craftdesk.features.roster.lists import Lists
from craftdesk.features.roster.reading import opened

TODAY = date(2026, 11, 23)
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FIRST_SERIAL = date(1899, 12, 30)
DAYS = some.dates(date(1920, 1, 1), TODAY)
FREE = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(target: str, cell: Any) -> Taken:
    """What a cell says; the office's lists are not asked for these columns."""
    with on_day(TODAY):
        [reader] = readers([target], cast("Lists", None))
        text = text_of(cell)
        return reader(text) if text else ("", None, None)


def weight(taken: Taken) -> Weight | None:
    return taken[2].weight if taken[2] else None


WAYS_OF_DAYS = (
    lambda day: day,
    lambda day: datetime.combine(day, time()),
    lambda day: (day - FIRST_SERIAL).days,
    lambda day: float((day - FIRST_SERIAL).days),
    lambda day: str((day - FIRST_SERIAL).days),
    lambda day: day.isoformat(),
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f" {day:%d-%m-%Y} ",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day:%Y/%m/%d}",
    lambda day: f"{day:%d / %m / %Y}",
    lambda day: f"{day:%d/%m/%Y}".translate(EASTERN),
    lambda day: format_day(day, "ar"),
    lambda day: format_day(day, "fr"),
    lambda day: format_day(day, "fr").upper(),
    lambda day: f"\u200f{day:%d/%m/%Y}\u200f",
    lambda day: f"{day:%d/%m/%Y} 00:00:00",
)


@FREE
@given(DAYS, some.sampled_from(range(len(WAYS_OF_DAYS))))
def test_a_day_of_birth_is_the_same_however_it_is_written(day, way):
    # A number of up to four digits is a year, so serial numbers begin in 1927.
    if way in (2, 3, 4) and (day - FIRST_SERIAL).days < 10_000:
        return
    column, value, fault = read("birth_date", WAYS_OF_DAYS[way](day))
    assert (column, value) == ("birth_date", day)
    assert fault is None or fault.weight is Weight.PUT_RIGHT


@FREE
@given(DAYS, some.sampled_from(range(len(WAYS_OF_DAYS))))
def test_another_day_is_the_same_however_it_is_written(day, way):
    if way in (2, 3, 4) and (day - FIRST_SERIAL).days < 10_000:
        return
    assert read("registered_on", WAYS_OF_DAYS[way](day))[:2] == ("registered_on", day)


@FREE
@given(some.integers(1, 31), some.integers(1, 12), some.integers(1900, 2100))
def test_a_day_that_is_not_in_the_calendar_or_lies_ahead_waits(day, month, year):
    taken = read("birth_date", f"{day:02}/{month:02}/{year}")
    try:
        real = date(year, month, day)
    except ValueError:
        assert (taken[1], weight(taken)) == (None, Weight.WAITS)
        return
    assert (taken[1], weight(taken)) == ((real, None) if real <= TODAY else (None, Weight.WAITS))


@FREE
@given(some.integers(1900, 2026), some.sampled_from(["{}", "مفترض {}", "خلال سنة {}", "présumé {}", " {} "]))
def test_a_year_alone_is_a_presumed_birth(year, way):
    assert read("birth_date", way.format(year))[:2] == ("birth_year", year)
    assert read("birth_date", year)[:2] == ("birth_year", year)
    assert read("birth_date", float(year))[:2] == ("birth_year", year)


def numbered(starts: str, length: int) -> some.SearchStrategy[str]:
    """Numbers of so many digits that begin in one of these ways."""
    rest = some.integers(0, 10 ** (length - 2) - 1).map(lambda number: f"{number:0{length - 2}}")
    return some.tuples(some.sampled_from(starts.split()), rest).map("".join)


MOBILES, FIXED = numbered("05 06 07", 10), numbered("02 03 04", 9)
WAYS_OF_PHONES = (
    lambda phone: phone,
    int,
    float,
    lambda phone: phone[1:],
    lambda phone: f"+213{phone[1:]}",
    lambda phone: f"00213 {phone[1:]}",
    lambda phone: f"+213 (0) {phone[1:]}",
    lambda phone: " ".join((phone[:4], phone[4:6], phone[6:8], phone[8:])),
    lambda phone: "-".join((phone[:3], phone[3:6], phone[6:])),
    lambda phone: ".".join((phone[:2], phone[2:4], phone[4:])),
    lambda phone: phone.translate(EASTERN),
    lambda phone: f"\u202a{phone}\u202c",
)


@FREE
@given(MOBILES | FIXED, some.sampled_from(range(len(WAYS_OF_PHONES))))
def test_a_phone_is_the_same_however_it_is_written(phone, way):
    column, value, fault = read("phone", WAYS_OF_PHONES[way](phone))
    assert (column, value) == ("phone", phone)
    assert fault is None or fault.weight is Weight.PUT_RIGHT


@FREE
@given(MOBILES, MOBILES, some.sampled_from([" / ", "/", " - ", " و ", "، ", " ; "]))
def test_two_phones_in_a_cell_are_both_read(one, other, between):
    assert read("phone", f"{one}{between}{other}")[:2] == (PHONES, [one, other])


NINS = numbered("10 11 20 21", 18)
WHOLE = NINS.filter(lambda nin: not nin.endswith("000"))
WAYS_OF_NINS = (
    lambda nin: nin,
    lambda nin: f" {nin} ",
    lambda nin: " ".join((nin[:1], nin[1:4], nin[4:8], nin[8:13], nin[13:])),
    lambda nin: "-".join((nin[:9], nin[9:])),
    lambda nin: nin.translate(EASTERN),
    lambda nin: f"\u200e{nin}",
)


@FREE
@given(WHOLE, some.sampled_from(range(len(WAYS_OF_NINS))))
def test_a_national_id_number_is_the_same_however_it_is_written(nin, way):
    column, value, fault = read("nin", WAYS_OF_NINS[way](nin))
    assert (column, value) == ("nin", nin)
    assert fault is None or fault.weight is Weight.PUT_RIGHT


@FREE
@given(
    NINS,
    some.sampled_from(
        [
            float,
            lambda nin: repr(float(nin)),
            lambda nin: f"{float(nin):.2E}",
            lambda nin: f"{float(nin):.5E}".replace(".", ","),
        ]
    ),
)
def test_what_a_spreadsheet_left_of_a_national_id_number_is_never_taken_for_it(nin, ruined):
    column, value, fault = read("nin", ruined(nin))
    assert (column, value) == ("", None)
    assert fault is not None
    assert fault.weight is Weight.MENDS


@FREE
@given(some.text("0123456789", min_size=1, max_size=30).filter(lambda text: len(text) != 18))
def test_a_national_id_number_of_another_length_is_to_be_mended(digits):
    assert weight(read("nin", digits)) is Weight.MENDS


@FREE
@given(some.text(max_size=40) | some.floats() | some.integers() | some.booleans() | some.datetimes() | some.times())
def test_whatever_stands_in_a_cell_is_read_or_told(cell):
    for target in (
        "birth_date",
        "birth_year",
        "nin",
        "phone",
        "registered_on",
        "workers",
        "family_ar",
        "remarks",
        "sex",
    ):
        _column, value, fault = read(target, cell)
        assert fault is None or fault.words()
        assert target not in ("nin",) or value is None or len(value) == 18


LETTERS = {
    "cp1256": "بوجلال سمير, BENAÏSSA Élodie é à ç",
    "utf-8": "بوجلال سمير",
    "utf-8-sig": "بوجلال",
    "utf-16": "بوجلال",
}
NAMES = some.lists(
    some.tuples(
        some.sampled_from(["بوجلال", "بن علي", "آيت مسعود", "قاسي", "عيساوي"]),
        some.sampled_from(["سمير", "ليلى", "محمد الأمين", "زويا"]),
        some.sampled_from(["BOUDJELLAL", "BEN ALI", "AIT MESSAOUD", "Kaci", "Aïssaoui", "Née BEN ALI"]),
        some.sampled_from(["تيمقاد", "حي 20 أوت, باتنة", 'نهج "الأمير"', "شارع; 5", ""]),
    ),
    min_size=2,
    max_size=30,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    NAMES,
    some.sampled_from([";", ",", "\t", "|"]),
    some.sampled_from(["cp1256", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]),
    some.sampled_from(["\r\n", "\n", "\r"]),
)
def test_a_text_is_read_whatever_its_letters_separator_and_ends_of_lines(tmp_path, names, separator, letters, end):
    out = StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=end)
    rows = [("اللقب", "الاسم", "Nom", "العنوان"), *names]
    writer.writerows(rows)
    path = tmp_path / "list.csv"
    path.write_bytes(out.getvalue().encode(letters))
    [sheet] = opened(path).sheets
    assert [tuple(line) for line in sheet.lines] == rows


@pytest.mark.parametrize("text", ["#REF!", "#NOM?", "#N/A", "#VALEUR!", "#DIV/0!", "##########"])
@pytest.mark.parametrize("target", ["family_ar", "nin", "phone", "register_no", "birth_date", "remarks", "sex"])
def test_an_error_of_the_spreadsheet_is_never_taken_for_a_value(target, text):
    column, value, fault = read(target, text)
    assert (column, value) == ("", None)
    assert fault is not None
    assert fault.weight is Weight.WAITS
    assert text in fault.words()


@pytest.mark.parametrize("cell", [True, None, time(10, 30), float("nan"), float("inf"), 10**400])
def test_the_strangest_cells_have_a_text(cell):
    assert isinstance(text_of(cell), str)
