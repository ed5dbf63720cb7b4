"""Days as an Algerian office writes and counts them: Gregorian, weeks from Saturday, rest on Friday and Saturday."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from craftdesk.base.folding import fold
from craftdesk.base.i18n import _
from craftdesk.base.i18n import language as spoken
from craftdesk.base.months import MONTHS, WEEKDAYS, month_numbers
from craftdesk.base.numbers import latin_digits, without_marks

# What a record of a chamber can bear: the oldest birth and the farthest validity.
YEARS = range(1850, 2150)
_WORD = re.compile(r"[^\W\d_]+")
# What may follow a day: the time of a moment, or م for the Gregorian calendar.
_TAIL = re.compile(r"[T ]\d{1,2}:\d\d(:\d\d(\.\d+)?)?Z?$|\s*م$")
_NUMBERS = re.compile(r"(\d{1,4})[/.\- ]+(\d{1,2})[/.\- ]+(\d{1,4})|(\d{2})(\d{2})(\d{4})")
_PRESUMED = re.compile(r"\b(?:مفترضه?|خلال|سنه|عام|حوالي|presume(?:d|e|es| e)?|pres|vers|en|annee|about|year)\b")
# An unknown day and month are also written 00/00.
_YEAR_ALONE = re.compile(r"(?:(?:0{1,2}|x{1,2}) (?:0{1,2}|x{1,2}) )?(\d{4})")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
# The day zero of the serial numbers of spreadsheets (their 1900 has a 29 February that never was).
_SPREADSHEET_ZERO = date(1899, 12, 30)
FRIDAY, SATURDAY = 4, 5

_set_day: list[date] = []


def today() -> date:
    """The day it is in the office; every part asks here."""
    return _set_day[-1] if _set_day else datetime.now().astimezone().date()


def now() -> datetime:
    """This moment of that day, in UTC."""
    moment = datetime.now().astimezone()
    if _set_day:
        moment = moment.replace(year=today().year, month=today().month, day=today().day)
    return moment.astimezone(UTC)


@contextmanager
def on_day(day: date) -> Iterator[None]:
    """Let it be `day` inside the block, in every thread: for the demo office, reprints and tests."""
    _set_day.append(day)
    try:
        yield
    finally:
        _set_day.pop()


def month_name(month: int, language: str | None = None) -> str:
    """The month's name, from 1 for جانفي."""
    return MONTHS[language or spoken()][month - 1]


def weekday_name(day: date, language: str | None = None) -> str:
    return WEEKDAYS[language or spoken()][day.weekday()]


def format_day(day: date, language: str | None = None) -> str:
    """ "23 نوفمبر 2026", "1er mars 2026"."""
    return f"{_day_and_month(day, language or spoken())} {day.year}"


def format_long_day(day: date, language: str | None = None) -> str:
    """With the day of the week: "الاثنين 23 نوفمبر 2026"."""
    return f"{weekday_name(day, language)} {format_day(day, language)}"


def format_short(day: date) -> str:
    """ "23/11/2026": in every language, and in the right order inside Arabic without any mark."""
    return f"{day:%d/%m/}{day.year:04}"


def _day_and_month(day: date, language: str) -> str:
    return f"{_day_number(day, language)} {month_name(day.month, language)}"


def _day_number(day: date, language: str) -> str:
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


# One day, two days in a row, from one to another.
_RANGES = {
    "ar": ("يوم {last}", "يومي {first} و{last}", "من {first} إلى {last}"),
    "fr": ("le {last}", "les {first} et {last}", "du {first} au {last}"),
    "en": ("on {last}", "on {first} and {last}", "from {first} to {last}"),
}


def format_range(first: date, last: date, language: str | None = None) -> str:
    """The days of a course as a phrase: "من 14 إلى 16 نوفمبر 2026", "les 14 et 15 novembre 2017", "le 3 mars 2026"."""
    if last < first:
        raise ValueError(f"{last} is before {first}")
    code = language or spoken()
    form = _RANGES[code][min((last - first).days, 2)]
    return form.format(first=_first_of_range(first, last, code), last=format_day(last, code))


def _first_of_range(first: date, last: date, language: str) -> str:
    if first.year != last.year:
        return format_day(first, language)
    return _day_number(first, language) if first.month == last.month else _day_and_month(first, language)


def week_start(day: date) -> date:
    """The Saturday with which the day's week begins."""
    return day - timedelta((day.weekday() - SATURDAY) % 7)


def week(day: date) -> list[date]:
    """The seven days of the day's week, from Saturday."""
    return [week_start(day) + timedelta(number) for number in range(7)]


def is_weekend(day: date) -> bool:
    return day.weekday() in (FRIDAY, SATURDAY)


def age(born: date | int, on: date | None = None) -> int:
    """Whole years lived on a day; of a presumed birth year only the difference of the years is known."""
    day = on or today()
    if isinstance(born, int):
        return day.year - born
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def parse_day(text: str) -> date:
    """A day written 23/11/2026, 2026-11-23, ٢٣/١١/٢٠٢٦, 23112026, "23 نوفمبر 2026", "1er mars 2026", "Nov 23, 2026"."""
    typed = _TAIL.sub("", without_marks(latin_digits(text)).strip())
    parts = _in_words(typed) if _WORD.search(typed) else _in_numbers(typed)
    if not parts:
        raise ValueError(_("“{text}” is not a date: write it like 23/11/2026.").format(text=text.strip()))
    day, month, year = parts
    if len(year) != 4 or int(year) not in YEARS:
        raise ValueError(_("The year of “{text}” must be written in four digits.").format(text=text.strip()))
    return _existing(int(year), int(month), int(day), text)


def _existing(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(_("There is no day “{text}” in the calendar.").format(text=text.strip())) from None


def _in_numbers(typed: str) -> tuple[str, str, str] | None:
    """Day, month and year; in Algeria the day never comes after the month, unless the year comes first."""
    found = _NUMBERS.fullmatch(re.sub(r"\s*([/.\-])\s*", r"\1", typed))
    if not found:
        return None
    first, month, last = (part for part in found.groups() if part)
    if len(typed) == 8 and typed.isdigit() and int(last) not in YEARS:
        return typed[6:], typed[4:6], typed[:4]
    return (last, month, first) if len(first) > 2 else (first, month, last)


def _in_words(typed: str) -> tuple[str, str, str] | None:
    numbers = re.findall(r"\d+", typed)
    letters = [fold(word) for word in _WORD.findall(typed)]
    month = next((month_numbers()[name] for name in _neighbours(letters) if name in month_numbers()), None)
    if month is None or len(numbers) != 2:
        return None
    day, year = sorted(numbers, key=len) if len(numbers[0]) > 2 else numbers
    return day, str(month), year


def _neighbours(letters: list[str]) -> list[str]:
    """Pairs before single words: تشرين الأول is not any تشرين."""
    return [*(f"{one} {two}" for one, two in pairwise(letters)), *letters]


def parse_birth(text: str) -> tuple[date | None, int | None]:
    """A birth as papers tell it: its day, or the presumed year alone ("مفترض 1973", "présumé 1973", "1973")."""
    typed = fold(text)
    year = _YEAR_ALONE.fullmatch(_PRESUMED.sub("", typed).strip())
    if not year:
        return parse_day(text), None
    if int(year[1]) not in YEARS:
        raise ValueError(_("“{text}” cannot be a year of birth.").format(text=text.strip()))
    return None, int(year[1])


def to_birth(value: object) -> tuple[date | None, int | None]:
    """The birth in a cell of an office file; a number like 1973 is a year, not a day of 1905."""
    if isinstance(value, int | float) and value in YEARS:
        return None, int(value)
    return (
        parse_birth(value) if isinstance(value, str) and not _SERIAL.fullmatch(value.strip()) else (to_day(value), None)
    )


def to_day(value: object) -> date:
    """The day in a cell of an office file: a date, a moment, a serial number of spreadsheets, or text."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) or _SERIAL.fullmatch(str(value).strip()):
        return _from_serial(float(str(value)))
    return parse_day(str(value))


def _from_serial(number: float) -> date:
    if not YEARS.stop < number < 100_000:
        raise ValueError(_("“{text}” is not a date: write it like 23/11/2026.").format(text=f"{number:g}"))
    return _SPREADSHEET_ZERO + timedelta(int(number))
