"""What the cells of an office's list say: from the text of a cell to the values of an artisan's columns.

Every reader remembers what it made of a text, since lists repeat themselves: 20,000 rows hold sixty communes.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from craftdesk.base.dates import to_birth, to_day, today
from craftdesk.base.fields import Kind
from craftdesk.base.i18n import N_, _
from craftdesk.base.names import fold
from craftdesk.base.numbers import latin_digits, parse_number, plain_phone, without_marks
from craftdesk.data.model import fields_of
from craftdesk.features.roster.headings import ACTIVITY_CODE, ACTIVITY_NAME, NAMES, OTHER_SCRIPT
from craftdesk.features.roster.lists import Lists, choices_of
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.reading import Cell


class Weight(StrEnum):
    """What a fault does to its row."""

    WAITS = "waits"
    """The row waits for the clerk."""
    MENDS = "mends"
    """The row is taken over without this value, which is to be mended."""
    NOTED = "noted"
    """The row is taken over; somebody should look at this value."""
    PUT_RIGHT = "put right"
    """The program wrote it as the office does; the original is kept with the import."""


class Fault(NamedTuple):
    """What is to be said about a cell; `message` is marked by `N_`, `details` fill its gaps."""

    weight: Weight
    message: str
    details: Mapping[str, str] = {}

    def words(self) -> str:
        return _(self.message).format_map(self.details)

    def written(self) -> list[Any]:
        """As the office file keeps it."""
        return [self.message, dict(self.details)]


Taken: TypeAlias = tuple[str, Any, Fault | None]
"""The column that a cell fills (none when it is empty), its value, and the fault that was found in it."""
PHONES = "phones"
"""The column of two phones in one cell, until the row parts them."""
# Columns that hold another text in every row: remembering them would cost more than reading them.
_EVER_NEW = frozenset({"nin", "phone", "other_phone", "register_no", "card_no", "birth_date"})
Reader: TypeAlias = Callable[[str], Taken]
_NOTHING: Taken = ("", None, None)
_LOST = N_("Letters or digits were lost here, question marks stand for them: “{text}”.")
_MARKS = dict.fromkeys([0x640, *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6EE)])
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_DAY = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})").fullmatch
_PLAIN_DAY = re.compile(r"[\d/.\- ]+").fullmatch
_NIN_LENGTH = 18
_NIN = re.compile(r"\d{18}", re.ASCII).fullmatch
_FLOAT = re.compile(r"\d+(?:[.,]\d+)?[eE]\+?\d+").fullmatch
_PHONE = re.compile(r"0[567]\d{8}|0[2-4]\d{7}|0[89]\d{7,8}", re.ASCII).fullmatch
_TWO_PHONES = re.compile(r"\s*[/،,;|]\s*|\s+(?:-|و|et)\s+")
# As Excel writes them in English and in French.
_ERROR = re.compile(r"#(?:REF|NAME|NOM|VALUE|VALEUR|DIV/0|N/A|NULL?|NUM|NOMBRE|SPILL|CALC)[!?]?|#{3,}").fullmatch
_NONE_GIVEN = frozenset({"", "neant", "ras", "nean", "لايوجد", "لاشيء", "بدون", "null"})
_ARABIC = re.compile("[\u0621-\u064a]").search
_LETTER = re.compile(r"[^\W\d_]").search
# A whole number above this was a number of the spreadsheet, which keeps fifteen digits.
_EXACT = 10**15


def text_of(cell: Cell) -> str:
    """The text of a cell, the same whichever kind of file it came from: days as 1985-02-28, no idle ".0"."""
    return _TEXTS.get(cell.__class__, str)(cell)


def _text_of_number(cell: float) -> str:
    return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else repr(cell)


_TEXTS: Mapping[type, Callable[[Any], str]] = {
    str: str.strip,
    float: _text_of_number,
    date: date.isoformat,
    datetime: lambda cell: cell.date().isoformat(),
    type(None): lambda _cell: "",
}


class _Remembering(dict[str, Taken]):
    """A reader that works a text out when it first meets it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader

    def __missing__(self, text: str) -> Taken:
        taken = self[text] = _NOTHING if _is_none(text) else self._reader(text)
        return taken


def _is_none(text: str) -> bool:
    if text[0].isdigit() or text[0] == "#":
        return False
    return fold(text).replace(" ", "") in _NONE_GIVEN and "?" not in text


def readers(targets: Sequence[str], lists: Lists) -> list[Reader]:
    """The reader of each column, by what the column is taken for."""
    return [
        _sound(_reader(target, lists))
        if target in _EVER_NEW
        else _Remembering(_sound(_reader(target, lists))).__getitem__
        for target in targets
    ]


def _sound(reader: Reader) -> Reader:
    """The reader of a column for texts that a spreadsheet wrote in the place of a value: “#REF!”, “####”."""

    def read(text: str) -> Taken:
        if text[0] == "#" and _ERROR(text):
            message = N_("The spreadsheet has an error here instead of a value: “{text}”.")
            return _unread(Weight.WAITS, message, text)
        return reader(text)

    return read


def _reader(target: str, lists: Lists) -> Reader:
    now = today()
    special: Mapping[str, Reader] = {
        "birth_date": lambda text: _birth(text, now),
        "birth_year": lambda text: _birth(text, now),
        "nin": _nin,
        "phone": _phones,
        ACTIVITY_CODE: lambda text: _activity(text, lists),
        ACTIVITY_NAME: lambda text: (ACTIVITY_NAME, text, None),
    }
    if target in NAMES:
        return lambda text: _name(target, text)
    return special.get(target) or _by_kind(target, lists)


def _by_kind(target: str, lists: Lists) -> Reader:
    field = fields_of(Artisan).get(target)
    by_kind: Mapping[Kind, Reader] = {
        Kind.DATE: lambda text: _day(target, text),
        Kind.NUMBER: lambda text: _number(target, text),
        Kind.PHONE: lambda text: _phone(target, text),
        Kind.CHOICE: lambda text: _choice(target, text),
        Kind.RECORD: lambda text: _commune(target, text, lists),
    }
    return by_kind.get(field.kind if field else Kind.TEXT, lambda text: _text(target, text))


def cleaned(text: str) -> str:
    """A name without tashkeel, tatweel, marks of direction and idle spaces."""
    if _SHAPES.search(text):
        import unicodedata  # noqa: PLC0415 - letters in their printed shapes come from old PDF files alone

        text = unicodedata.normalize("NFKC", text)
    return " ".join(without_marks(text).translate(_MARKS).split())


def _fault(weight: Weight, message: str, text: str = "", **details: str) -> Fault:
    return Fault(weight, message, {"text": text, **details} if text else details)


def _unread(weight: Weight, message: str, text: str, **details: str) -> Taken:
    return ("", None, _fault(weight, message, text, **details))


def _put_right(value: str, text: str) -> Fault | None:
    return None if value == text else _fault(Weight.PUT_RIGHT, N_("In the file: “{text}”."), text)


def _lost(text: str) -> Taken:
    return _unread(Weight.WAITS, _LOST, text)


def _name(target: str, text: str) -> Taken:
    name = cleaned(text)
    if not _LETTER(name):
        return _lost(text) if "?" in text else _NOTHING
    script = "ar" if _ARABIC(name) else "la"
    place = target if target.endswith(script) else OTHER_SCRIPT[target]
    lost = _fault(Weight.NOTED, N_("A letter was lost here: “{text}”."), text) if "?" in name else None
    return (place, name, lost or _put_right(name, text))


def _birth(text: str, now: date) -> Taken:
    if _is_none(text):
        return _NOTHING
    day = _plain_day(text)
    if day is not None:
        return ("birth_date", day, None) if day <= now else ("", None, _not_yet(text))
    try:
        day, year = to_birth(text)
    except ValueError:
        return _no_day(text)
    right = _fault(Weight.PUT_RIGHT, N_("In the file: “{text}”."), text) if day and not _is_plain(text) else None
    if (day and day > now) or (year and year > now.year):
        return ("", None, _not_yet(text))
    return ("birth_date", day, right) if day else ("birth_year", year, right)


def _not_yet(text: str) -> Fault:
    return _fault(Weight.WAITS, N_("This birth lies in the future: “{text}”."), text)


def _plain_day(text: str) -> date | None:
    """The day of the two usual forms, quickly."""
    try:
        if text[4:5] == "-":
            return date.fromisoformat(text)
        if (found := _DAY(text)) and text.isascii():
            day, month, year = map(int, found.groups())
            return date(year, month, day) if year > 1850 else None
    except ValueError:
        pass
    return None


def _day(target: str, text: str) -> Taken:
    day = _plain_day(text)
    if day is not None:
        return (target, day, None)
    try:
        day = to_day(text)
    except ValueError:
        return _no_day(text)
    return (target, day, None if _is_plain(text) else _put_right("", text))


def _is_plain(text: str) -> bool:
    """A day in Latin digits, as most lists hold it; anything else is written anew."""
    return text.isascii() and _PLAIN_DAY(text) is not None


def _no_day(text: str) -> Taken:
    if "?" in text:
        return _lost(text)
    no_such_day = _PLAIN_DAY(latin_digits(text)) and _DAY(latin_digits(text).replace(" ", ""))
    message = N_("There is no day “{text}” in the calendar.") if no_such_day else N_("“{text}” is not a date.")
    return _unread(Weight.WAITS, message, text)


def _nin(text: str) -> Taken:
    if len(text) == _NIN_LENGTH and text.isdigit() and text.isascii() and text[-3:] != "000":
        return ("nin", text, None)
    digits = re.sub(r"[\s.\-/]", "", latin_digits(without_marks(text)))
    if _NIN(digits) and "." not in text:
        return ("nin", digits, _nin_note(digits, text))
    return _lost(text) if "?" in text else ("", None, _nin_fault(digits, text))


def _nin_fault(digits: str, text: str) -> Fault:
    if _FLOAT(text):
        message = N_("The spreadsheet has ruined this number, its last digits are lost: “{text}”.")
        return _fault(Weight.MENDS, message, text)
    if not digits.isdigit():
        return _fault(Weight.MENDS, N_("This is not a national id number: “{text}”."), text)
    message = N_("A national id number has 18 digits, this one has {count}: “{text}”.")
    return _fault(Weight.MENDS, message, text, count=str(len(digits)))


def _nin_note(digits: str, text: str) -> Fault | None:
    """A spreadsheet that kept fifteen digits may have written the others as zeros."""
    if digits.endswith("000"):
        return _fault(Weight.NOTED, N_("The last digits are zeros, a spreadsheet may have lost them: “{text}”."), text)
    return None if text.isascii() else _put_right(digits, text)


def _phones(text: str) -> Taken:
    """One phone, or two in one cell."""
    if _PHONE(text):
        return ("phone", text, None)
    if not _PHONE(plain_phone(text)):
        parts = [plain_phone(part) for part in _TWO_PHONES.split(text)]
        if len(parts) > 1 and all(map(_PHONE, parts)):
            return (PHONES, parts, _put_right("", text))
    return _phone("phone", text)


def _phone(target: str, text: str) -> Taken:
    if _PHONE(text):
        return (target, text, None)
    number = plain_phone(text)
    if "?" in number:
        return _lost(text)
    if not _PHONE(number):
        return (target, text, _fault(Weight.NOTED, N_("This is not a phone number of Algeria: “{text}”."), text))
    return (target, number, _put_right(number, re.sub(r"[\s.\-]", "", text)))


def _commune(target: str, text: str, lists: Lists) -> Taken:
    keys = lists.communes_of(text)
    if len(keys) == 1:
        return (target, keys[0], None)
    if "?" in text:
        return _lost(text)
    if keys:
        message = N_("There are several communes “{text}”: write its code, or choose one.")
        return _unread(Weight.WAITS, message, text)
    if near := lists.near_commune(text):
        message = N_("There is no commune “{text}”. {near} comes nearest.")
        return _unread(Weight.WAITS, message, text, near=near)
    return _unread(Weight.WAITS, N_("There is no commune “{text}”."), text)


def _activity(text: str, lists: Lists) -> Taken:
    if key := lists.activity_of(text):
        return ("activity_id", key, None)
    if "?" in text:
        return _lost(text)
    if lists.has_activities:
        message = N_("There is no activity “{text}” in the office's list.")
    else:
        message = N_("The office has no list of activities yet: import it in the settings.")
    return _unread(Weight.WAITS, message, text)


def _choice(target: str, text: str) -> Taken:
    value = choices_of(target).get(fold(text))
    if value is not None:
        return (target, value, None)
    return _lost(text) if "?" in text else _left_out(text)


def _left_out(text: str) -> Taken:
    return _unread(Weight.NOTED, N_("“{text}” is not understood here and was left out."), text)


def _number(target: str, text: str) -> Taken:
    try:
        number = parse_number(text)
    except ValueError:
        return _lost(text) if "?" in text else _left_out(text)
    return (target, int(number), None)


def _text(target: str, text: str) -> Taken:
    if text.isascii() and "?" not in text and "  " not in text:
        return (target, text, None)
    words = cleaned(text)
    lost = _fault(Weight.NOTED, N_("A letter was lost here: “{text}”."), text) if "?" in words else None
    return (target, words, lost)
