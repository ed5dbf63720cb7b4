"""What the code on a page of an attendance sheet says: whose rows and which half-days stand where.

The page is read by this alone: a sheet printed last week, or on another PC of the office, is read as it was printed,
whoever has been enrolled since. Records are named by the last bytes of their keys, which are random; lengths are tenths
of a millimetre.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.base.scannable import Spot

_MAGIC = 0xCD
_VERSION = 1
_SESSION = 8
_SHORT = 4
_NOBODY = bytes(_SHORT)
WALK_IN = "-"
"""Stands for the person in the rows of those who come without being on the list."""
_HEAD = struct.Struct(">BBB8sBBH")
_RIGHT, _IN_MILLIMETRES = 1, 2
_FINE, _COARSE = 10, 1  # to a millimetre
_TALLEST = 255


@dataclass(frozen=True)
class PageCode:
    """A page of a sheet: the tails of the keys of session, half-days and rows, and the edges of their cells in mm.

    A row without a tail is a line for somebody who came without being on the list. `columns` are (left, right) in the
    order of the half-days, `rows` are (top, bottom).
    """

    session: str
    half_days: Sequence[str]
    people: Sequence[str]
    columns: Sequence[tuple[float, float]]
    rows: Sequence[tuple[float, float]]
    code_right: bool

    def encoded(self) -> bytes:
        """Where a row is higher than 25 millimetres, heights are written in whole ones."""
        fine = all(bottom - top <= _TALLEST / _FINE for top, bottom in self.rows)
        unit = _FINE if fine else _COARSE
        edges = [round(edge * unit) for edge in (self.rows[0][0], *(bottom for _top, bottom in self.rows))]
        heights = [below - above for above, below in pairwise(edges)]
        side = (_RIGHT if self.code_right else 0) | (0 if fine else _IN_MILLIMETRES)
        head = _HEAD.pack(
            *(_MAGIC, _VERSION, side, bytes.fromhex(self.session), len(self.columns), len(self.rows), edges[0])
        )
        sides = b"".join(struct.pack(">HH", round(left * 10), round(right * 10)) for left, right in self.columns)
        halves = b"".join(map(bytes.fromhex, self.half_days))
        people = b"".join(
            bytes([height]) + (bytes.fromhex(person) if person else _NOBODY)
            for height, person in zip(heights, self.people, strict=True)
        )
        return head + sides + halves + people

    @classmethod
    def decoded(cls, data: bytes) -> "PageCode":
        """Raises `UserError` for what is no code of a sheet."""
        try:
            return cls._decoded(data)
        except (struct.error, ValueError, IndexError):
            raise UserError(_("The code in the picture is not that of an attendance sheet.")) from None

    @classmethod
    def _decoded(cls, data: bytes) -> "PageCode":
        magic, version, side, session, columns, rows, top = _HEAD.unpack_from(data)
        if magic != _MAGIC:
            raise ValueError(magic)
        if version != _VERSION:
            raise UserError(_("This sheet was printed by a newer CraftDesk. Install the newer version here too."))
        at = _HEAD.size
        sides = [struct.unpack_from(">HH", data, at + 4 * number) for number in range(columns)]
        at += 4 * columns
        halves = _parts(data, at, _SHORT, columns)
        people = _parts(data, at + _SHORT * columns, 1 + _SHORT, rows)
        unit = _COARSE if side & _IN_MILLIMETRES else _FINE
        edges = [top / unit]
        for person in people:
            edges.append(edges[-1] + person[0] / unit)
        return cls(
            session.hex(),
            [half.hex() for half in halves],
            ["" if person[1:] == _NOBODY else person[1:].hex() for person in people],
            [(left / 10, right / 10) for left, right in sides],
            list(pairwise(edges)),
            bool(side & _RIGHT),
        )


def _parts(data: bytes, start: int, size: int, count: int) -> list[bytes]:
    end = start + size * count
    if len(data) < end:
        raise ValueError("the code is cut off")
    return [data[place : place + size] for place in range(start, end, size)]


def session_tail(key: str) -> str:
    """How a code names a session by its key."""
    return key[-2 * _SESSION :]


def short_tail(key: str) -> str:
    """How a code names a half-day or a person within the session."""
    return key[-2 * _SHORT :]


def code_of(spots: Iterable[Spot], *, code_right: bool) -> PageCode:
    """The code of a page whose signature cells are named "session person half-day" by their keys."""
    session = ""
    columns: dict[str, tuple[float, float]] = {}
    rows: dict[float, tuple[str, float]] = {}
    for spot in spots:
        session, person, half = spot.name.split(" ")
        columns.setdefault(half, (spot.left, spot.right))
        rows.setdefault(spot.top, (person, spot.bottom))
    return PageCode(
        session_tail(session),
        [short_tail(half) for half in columns],
        ["" if person == WALK_IN else short_tail(person) for person, _bottom in rows.values()],
        list(columns.values()),
        [(top, bottom) for top, (_person, bottom) in rows.items()],
        code_right,
    )
