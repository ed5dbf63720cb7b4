"""What a column of a list says about itself when the list leaves as a file, and the values of its cells."""

import enum
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from craftdesk.base.fields import Field, Script
from craftdesk.base.fields import Kind as FieldKind
from craftdesk.base.i18n import _
from craftdesk.base.numbers import without_marks

Row = TypeVar("Row")
Value = str | int | float | Decimal | date | None
SHOWN_END = 4
PART = 500
"""So many rows are written between two steps that are told."""
LONGEST = 32_000
"""So many letters a cell of a spreadsheet holds (32,767), with some room."""


class Kind(enum.StrEnum):
    """What the cells of a column are to a spreadsheet; a code is text, though it be written in digits."""

    TEXT = "text"
    WORD = "word"
    """one of a few short words"""
    CODE = "code"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    SHARE = "share"


@dataclass(frozen=True)
class ExportColumn(Generic[Row]):
    """A heading, and how to read the cell from a row: words, a number, a day, centimes, a share from 0 to 1.

    What is not `usual` is only given when it is chosen. What is `masked` shows its end alone until it is asked for in
    full. `summed` columns get their sum at the end.
    """

    name: str
    title: str
    value: Callable[[Row], object]
    kind: Kind = Kind.TEXT
    usual: bool = True
    masked: bool = False
    summed: bool = False


_KINDS = {
    FieldKind.DATE: Kind.DAY,
    FieldKind.NUMBER: Kind.NUMBER,
    FieldKind.MONEY: Kind.MONEY,
    FieldKind.PHONE: Kind.CODE,
    FieldKind.CHOICE: Kind.WORD,
    FieldKind.YES_NO: Kind.WORD,
}


def kind_of(field: Field) -> Kind:
    """What a declared field is to a spreadsheet."""
    found = _KINDS.get(field.kind)
    return found or (Kind.CODE if field.script is Script.DIGITS else Kind.TEXT)


def of_field(name: str, field: Field, *, usual: bool = True) -> ExportColumn[Any]:
    """The column of a declared field of records."""
    choices = field.choices

    def read(row: Any) -> object:
        value = getattr(row, name)
        return _(choices[str(value)]) if choices and str(value) in choices else value

    return ExportColumn(name, field.label, read, kind_of(field), usual, field.masked)


class Lot(NamedTuple):
    """The rows of a list: how many, in parts as they are read, and in words which ones they are."""

    number: int
    parts: Iterable[Sequence[Any]]
    narrowed: Sequence[str] = ()


def lot_of(rows: Sequence[Any], narrowed: Sequence[str] = ()) -> Lot:
    """Rows that are all here."""
    return Lot(len(rows), [rows[at : at + PART] for at in range(0, len(rows), PART)], narrowed)


def cleaned(value: object) -> Value:
    """A value as every form of file takes it: text without invisible marks and signs that no file may hold."""
    if type(value) is str:
        # Nearly all is plain: marks of direction and control signs are what cannot be printed.
        return value if value.isprintable() and len(value) <= LONGEST else clean_text(value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if value is None or isinstance(value, int | float | Decimal | date):
        return value
    return clean_text(str(value))


def clean_text(text: str) -> str:
    kept = "".join(letter for letter in without_marks(text) if _may_stand(letter))
    return kept if len(kept) <= LONGEST else f"{kept[:LONGEST]}…"


def _may_stand(letter: str) -> bool:
    """Control signs, halves of pairs and what is no letter at all are left out of files."""
    code = ord(letter)
    if code < 0x20:
        return letter in "\n\t"
    return not (0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code < 0xFDF0)


def masked(value: Value) -> Value:
    """Its end alone; what is as short as that is not shown at all."""
    text = str(value or "")
    return "•" * max(0, len(text) - SHOWN_END) + text[-SHOWN_END:] if len(text) > SHOWN_END else "•" * len(text)


def readers(columns: Sequence[ExportColumn[Any]], in_full: bool) -> list[Callable[[Any], Value]]:
    """How each cell of a row is read, what is masked as long as it is not asked for."""
    return [_reader(column, in_full) for column in columns]


def _reader(column: ExportColumn[Any], in_full: bool) -> Callable[[Any], Value]:
    read = column.value
    if column.masked and not in_full:
        return lambda row: masked(cleaned(read(row)))
    return lambda row: cleaned(read(row))


@dataclass(frozen=True)
class Sheet:
    """A list on its way into a file, in the language that is spoken; `rows` are read once, as they are written."""

    title: str
    language: str
    columns: Sequence[ExportColumn[Any]]
    rows: Iterator[Sequence[Value]]
    count: int
    narrowed: Sequence[str] = ()


class Sums:
    """Adds up the summed columns while the rows go by."""

    def __init__(self, columns: Sequence[ExportColumn[Any]]) -> None:
        self._places = [place for place, column in enumerate(columns) if column.summed]
        self.values: list[Any] = [0 if column.summed else None for column in columns]

    def through(self, rows: Iterable[Sequence[Value]]) -> Iterator[Sequence[Value]]:
        for row in rows:
            for place in self._places:
                self.values[place] += row[place] or 0
            yield row
