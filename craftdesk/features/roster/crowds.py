"""Words that very many people hold: all of them, counted and in order, asked beside the screens.

`finding` shows the first thousand at once, as they lie in the index; a moment later the crowd takes their place.
"""

from array import array
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import chain, compress
from operator import or_
from typing import NamedTuple

from craftdesk.data import questions, search
from craftdesk.data.file import File
from craftdesk.features.roster.asking import Asked
from craftdesk.features.roster.orders import Rows


class Entries:
    """Which row stands behind each number of the search index."""

    def __init__(self, file: File) -> None:
        last = file.number("SELECT coalesce(max(number), 0) FROM search_entry")
        self._rows: Rows = array("I", bytes(4 * (last + 1)))
        self._take(file.pairs(_PAIRS))

    def follow(self, file: File, changed: Sequence[int]) -> None:
        """Go on from rows that were changed: each has a new number since."""
        for row in changed:
            self._take(file.pairs(f"{_PAIRS} WHERE a.rowid = ?", (row,)))

    def _take(self, pairs: Iterator[tuple[int, int]]) -> None:
        rows = self._rows
        for number, row in pairs:
            if number >= len(rows):
                rows.frombytes(bytes(4 * (number + 1 - len(rows))))
            rows[number] = row

    def rows(self, numbers: Rows) -> Iterator[int]:
        return map(self._rows.__getitem__, numbers)


_PAIRS = "SELECT e.number, a.rowid FROM artisan a CROSS JOIN search_entry e ON e.record_id = a.id"


class Crowd(NamedTuple):
    """Who holds the words of a question, tier by tier by the numbers of the index, as of the `last` change."""

    asked: Asked
    last: int
    tiers: tuple[Rows, ...]
    entries: Entries


def crowd(file: File, asked: Asked, entries: Entries | None) -> Crowd:
    """Everybody who holds the words; the filters are left to the overview."""
    typed = questions.asked(asked.text)
    tiers = [search.only(tier, "artisan") for tier in (typed.tiers if typed else ())]
    found = tuple(array("I", file.walk(_MATCHING, (tier,))) for tier in tiers)
    return Crowd(asked, file.number("SELECT coalesce(max(id), 0) FROM change"), found, entries or Entries(file))


_MATCHING = "SELECT rowid FROM search_text WHERE search_text MATCH ?"


def masks(found: Crowd, passing: bytes) -> list[bytes]:
    """Who passes of each tier, without whom one before it holds."""
    made: list[bytes] = []
    left = bytearray(passing)
    for tier in found.tiers:
        mask = bytearray(len(passing))
        for row in found.entries.rows(tier):
            if left[row]:
                mask[row] = 1
                left[row] = 0
        made.append(bytes(mask))
    return made


def in_order(order: Rows, made: Sequence[bytes], together: bool) -> Iterator[int]:
    """The rows of the tiers, one after the other or all together, in the order of a list."""
    if together:
        union = reduce(or_, (int.from_bytes(mask, "little") for mask in made))
        every = union.to_bytes(len(made[0]), "little")
        return compress(order, map(every.__getitem__, order))
    return chain.from_iterable(compress(order, map(mask.__getitem__, order)) for mask in made)
