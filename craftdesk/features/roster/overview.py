"""Everybody on the roster at a glance: some twenty bytes of each, in which any filters are counted in milliseconds.

Half a million people are ten megabytes. Each column is a row of bytes by the numbers of the table's rows, and a filter
turns it into a mask with a zero or a one for each; masks meet as whole numbers. What was changed since is read again
by the journal. Whatever is asked here, `asking.where` asks of the file itself, only slower.
"""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import compress
from typing import Any

from craftdesk.data.file import File
from craftdesk.features.roster.asking import Filters, criteria
from craftdesk.features.roster.criteria import Among, Between, Criterion, Filled, Picked

SMALL = ("status", "sex", "form", "rank", "metal", "premises")
WIDE = ("home_commune_id", "activity_id")
DAYS = ("card_until", "birth_date", "registered_on")
YEAR = "birth_year"
THERE = ("phone", "mend")
AT_ONCE = 4000
"""So many rows are read at one go, so that the screens have their turn between."""
FEW_CHANGES = 3000
"""More are read beside the screens."""
_ALIVE = "id"
_FIRST_DAY = date(1900, 1, 1).toordinal()
_MOST = 0xFFFF
_COLUMNS = (
    *("rowid", *SMALL, *WIDE, *DAYS, YEAR),
    *(f"{name} IS NOT NULL" for name in THERE),
)
_ASKED = f"SELECT {', '.join(f'a.{name}' for name in _COLUMNS)} FROM "
_A_ONE = re.compile(b"\1")
_SPARSE = 32
"""Where fewer than one in so many passes, it is quicker to look for each."""
_NO = bytes(256)
_YES = bytes([1]) * 256


class Codes(dict[Any, int]):
    """A number for every value of a column; 0 is none."""

    def __init__(self) -> None:
        super().__init__({None: 0})

    def __missing__(self, value: Any) -> int:
        code = self[value] = len(self)
        return code


class Days(dict[Any, int]):
    """A number for every day, in their order."""

    def __init__(self) -> None:
        super().__init__({None: 0})

    def __missing__(self, value: str) -> int:
        number = self[value] = day_number(value)
        return number


def day_number(day: str) -> int:
    """Of any day from 1900 to 2079 its own; of others the nearest."""
    return min(max(date.fromisoformat(day).toordinal() - _FIRST_DAY, 1), _MOST)


class Overview:
    """The columns of everybody; `refresh` before asking."""

    def __init__(self) -> None:
        self.small = {name: bytearray() for name in (_ALIVE, *SMALL, *THERE)}
        self.wide = {name: array("H") for name in (*WIDE, *DAYS, YEAR)}
        self.codes: dict[str, Codes] = {name: Codes() for name in (*SMALL, *WIDE)}
        self._days = Days()
        self._split: dict[str, tuple[bytes, bytes]] = {}
        self._blank: frozenset[str] = frozenset()
        self._told = 0
        self._shape: tuple[int, ...] = ()
        self.version = 0
        """Grows with every change, so that whoever keeps an answer knows how old it is."""

    @classmethod
    def of(cls, file: File) -> "Overview":
        """Read everybody: a second and a half for half a million."""
        made = cls()
        made._told, made._shape = _last_change(file), _shape(file)
        last = -1
        while rows := file.ask(f"{_ASKED}artisan a WHERE a.rowid > ? ORDER BY a.rowid LIMIT {AT_ONCE}", (last,)):
            made._append(rows)
            last = rows[-1][0]
        return made

    def behind(self, file: File) -> int | None:
        """How many changes it does not know yet; None where it must be read anew."""
        if _shape(file) != self._shape:
            return None
        return _last_change(file) - self._told

    def refresh(self, file: File) -> list[int] | None:
        """Read again who was changed since; gives the rows that were met, None where all must be asked anew."""
        last = _last_change(file)
        if last == self._told:
            return []
        asked = "SELECT DISTINCT record_id FROM change WHERE id > ? AND id <= ? AND table_name = 'artisan'"
        keys = file.firsts(asked, (self._told, last))
        self._told = last
        self.version += 1
        changed = self._read_again(file, keys)
        self._split.clear()
        if self._count() != file.number("SELECT count(*) FROM artisan"):
            self._forget_the_gone(file)
            return None
        return changed

    def _read_again(self, file: File, keys: Sequence[str]) -> list[int]:
        changed: list[int] = []
        for at in range(0, len(keys), 500):
            some = keys[at : at + 500]
            marks = ", ".join("?" * len(some))
            rows = file.ask(f"{_ASKED}artisan a WHERE a.id IN ({marks}) ORDER BY a.rowid", some)
            for row in rows:
                self._write(row)
                changed.append(row[0])
        return changed

    def _count(self) -> int:
        return self.small[_ALIVE].count(1)

    def _forget_the_gone(self, file: File) -> None:
        alive = bytearray(len(self.small[_ALIVE]))
        for number in file.firsts("SELECT rowid FROM artisan"):
            if number < len(alive):
                alive[number] = 1
        self.small[_ALIVE] = alive

    def _append(self, rows: Sequence[Any]) -> None:
        """Rows that come in the order of their numbers, after all that are here."""
        columns = list(zip(*rows, strict=True))
        numbers = columns[0]
        start = len(self.small[_ALIVE])
        if numbers[-1] - start == len(numbers) - 1 and numbers[0] == start:
            self._extend(columns)
            return
        self._grow(numbers[-1] + 1)
        for row in rows:
            self._write(row)

    def _extend(self, columns: Sequence[Sequence[Any]]) -> None:
        numbers, *values = columns
        self.small[_ALIVE] += _YES[:1] * len(numbers)
        for name, column in zip((*SMALL, *WIDE, *DAYS, YEAR, *THERE), values, strict=True):
            coded = map(self._coder(name), column)
            if name in self.small:
                self.small[name] += bytes(coded)
            else:
                self.wide[name].extend(coded)

    def _coder(self, name: str) -> Callable[[Any], int]:
        if name in self.codes:
            return self.codes[name].__getitem__
        if name in DAYS:
            return self._days.__getitem__
        return _year if name == YEAR else int

    def _grow(self, size: int) -> None:
        more = size - len(self.small[_ALIVE])
        for small in self.small.values():
            small.extend(bytes(more))
        for wide in self.wide.values():
            wide.frombytes(bytes(2 * more))

    def _write(self, row: Sequence[Any]) -> None:
        number, *values = row
        if number >= len(self.small[_ALIVE]):
            self._grow(number + 1)
        self.small[_ALIVE][number] = 1
        for name, value in zip((*SMALL, *WIDE, *DAYS, YEAR, *THERE), values, strict=True):
            held: Any = self.small[name] if name in self.small else self.wide[name]
            held[number] = self._coder(name)(value)

    def everybody(self) -> bytes:
        return bytes(self.small[_ALIVE])

    def mask(self, file: File, filters: Filters) -> bytes:
        """A one for everybody who passes."""
        size = len(self.small[_ALIVE])
        found = int.from_bytes(self.small[_ALIVE], "little")
        for ways in criteria(file, filters):
            passing = 0
            for way in ways:
                passing |= int.from_bytes(self._of(file, way), "little")
            found &= passing
        return found.to_bytes(size, "little")

    def _of(self, file: File, way: Criterion) -> bytes:
        if isinstance(way, Picked):
            return self._picked(file, way)
        if isinstance(way, Filled):
            return self._filled(way)
        if isinstance(way, Between):
            return self._between(way)
        return self._among(way)

    def _among(self, way: Among) -> bytes:
        known = self.codes[way.column]
        codes = {known[value] for value in way.values if value in known}
        if way.column in self.small:
            return bytes(self.small[way.column].translate(_marking(codes)))
        high, low = self._halves(way.column)
        found = 0
        for half in {code >> 8 for code in codes}:
            lows = low.translate(_marking({code & 255 for code in codes if code >> 8 == half}))
            found |= _number(high.translate(_marking({half}))) & _number(lows)
        return found.to_bytes(len(high), "little")

    def _between(self, way: Between) -> bytes:
        if way.column == YEAR:
            first, last = _year(way.first) or 1, _year(way.last)
        else:
            first, last = day_number(way.first), day_number(way.last)
        high, low = self._halves(way.column)
        if last < first or way.column in self._blank:
            return bytes(len(high))
        inside = _number(high.translate(_marking(range((first >> 8) + 1, last >> 8))))
        for half, lows in _edges(first, last):
            inside |= _number(high.translate(_marking({half}))) & _number(low.translate(_marking(lows)))
        return inside.to_bytes(len(high), "little")

    def _filled(self, way: Filled) -> bytes:
        if way.column in THERE:
            return bytes(self.small[way.column].translate(_marking({int(way.filled)})))
        high, low = self._halves(way.column)
        some = _number(high.translate(_SOME)) | _number(low.translate(_SOME))
        found = some.to_bytes(len(high), "little")
        return found if way.filled else found.translate(_OTHERS)

    def _picked(self, file: File, way: Picked) -> bytes:
        found = bytearray(len(self.small[_ALIVE]))
        asked = f"WITH k(id) AS ({way.sql}) SELECT a.rowid FROM k CROSS JOIN artisan a ON a.id = k.id"
        for number in file.firsts(asked, way.values):
            found[number] = 1
        return bytes(found.translate(_OTHERS) if way.without else found)

    def _halves(self, column: str) -> tuple[bytes, bytes]:
        """The upper and the lower byte of each number, kept until something changes."""
        if column not in self._split:
            raw = self.wide[column].tobytes()
            self._split[column] = (raw[1::2], raw[0::2])
            self._blank = self._blank - {column} if raw.strip(_NOTHING) else self._blank | {column}
        return self._split[column]

    def numbers(self, mask: bytes) -> "array[int]":
        """The rows of those who pass, in the order in which they were entered."""
        if mask.count(1) * _SPARSE < len(mask):
            return array("I", (each.start() for each in _A_ONE.finditer(mask)))
        return array("I", compress(range(len(mask)), mask))

    def counted(self, column: str, mask: bytes) -> Mapping[Any, int]:
        """How many of those who pass hold each value of a column."""
        values = {code: value for value, code in self.codes[column].items()}
        held: Iterable[int] = self.small[column] if column in self.small else self.wide[column]
        return {values[code]: number for code, number in Counter(compress(held, mask)).items()}

    def size(self) -> int:
        """Bytes in memory."""
        return sum(map(len, self.small.values())) + 2 * sum(map(len, self.wide.values()))


_NOTHING = bytes(1)
_SOME = bytes([0]) + bytes([1]) * 255
_OTHERS = bytes([1, 0]) + bytes(254)


def _number(mask: bytes) -> int:
    return int.from_bytes(mask, "little")


def _marking(codes: Iterable[int]) -> bytes:
    """A table that turns these codes into ones and all others into zeros."""
    table = bytearray(_NO)
    for code in codes:
        if code < 256:
            table[code] = 1
    return bytes(table)


def _edges(first: int, last: int) -> list[tuple[int, range]]:
    """The first and the last upper byte of a span, and which lower ones belong to it there."""
    if first >> 8 == last >> 8:
        return [(first >> 8, range(first & 255, (last & 255) + 1))]
    return [(first >> 8, range(first & 255, 256)), (last >> 8, range((last & 255) + 1))]


def _year(year: int | None) -> int:
    return min(max(year, 0), _MOST) if year else 0


def _last_change(file: File) -> int:
    return file.number("SELECT coalesce(max(id), 0) FROM change")


def _shape(file: File) -> tuple[int, ...]:
    """Changes when rows may have got other numbers."""
    return (file.number("PRAGMA schema_version"),)
