"""Whom a list shows, ready to be scrolled to any place at any size.

With an overview the rows of a list are numbers in their order, of which only those that are seen are looked up. What is
searched by words, and everything while there is no overview yet, comes from `finding`; where words find very many, all
of them follow as a crowd.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import compress, islice
from typing import Any

from craftdesk.data import questions
from craftdesk.data.file import File
from craftdesk.features.office.rules import domain_of
from craftdesk.features.roster import finding
from craftdesk.features.roster.asking import Asked, Filters
from craftdesk.features.roster.criteria import COLUMNS, NONE
from craftdesk.features.roster.crowds import Crowd, Entries, crowd, in_order, masks
from craftdesk.features.roster.finding import Found, Row
from craftdesk.features.roster.orders import FEW, Orders, Rows
from craftdesk.features.roster.overview import FEW_CHANGES, Overview

DENSE = 24
"""Where at least one in so many passes, they are met soon along the order of all."""


class Listed:
    """Those whom a list shows. Their numbers are put into order only as far as somebody has looked."""

    def __init__(self, asked: Asked, total: int, found: Found | None = None, rows: Iterator[int] | None = None) -> None:
        self.asked = asked
        self.total = total
        self.found = found
        self._coming = rows if rows is not None else iter(())
        self._rows: Rows = array("I")

    @property
    def more(self) -> bool:
        """Whether there are more than are counted."""
        return self.found is not None and self.found.more

    @property
    def numbered(self) -> bool:
        """Whether the rows are known by their numbers."""
        return self.found is None

    def numbers(self, offset: int = 0, limit: int | None = None) -> Rows:
        """The numbers of the rows from `offset` on."""
        end = self.total if limit is None else offset + limit
        if end > len(self._rows):
            self._rows.extend(islice(self._coming, end - len(self._rows)))
        return self._rows[offset:end]

    @classmethod
    def whole(cls, asked: Asked, rows: Rows) -> "Listed":
        made = cls(asked, len(rows))
        made._rows = rows
        return made


class Listing:
    """Asks for lists, by an overview where there is one; `take` hands it over."""

    def __init__(self) -> None:
        self._overview: Overview | None = None
        self._orders: Orders | None = None
        self._entries: Entries | None = None

    def take(self, prepared: tuple[Overview, Orders]) -> None:
        self._overview, self._orders = prepared

    def is_ready(self, file: File) -> bool:
        """Whether the overview knows everybody as they are now, after reading again what was changed."""
        if self._overview is None or self._orders is None:
            return False
        behind = self._overview.behind(file)
        if behind is None or behind > FEW_CHANGES:
            self._overview = self._orders = None
            return False
        changed = self._overview.refresh(file)
        self._orders.follow(file, changed)
        if changed is None or len(changed) > FEW:
            self._entries = None
        elif self._entries is not None:
            self._entries.follow(file, changed)
        return True

    def is_crowded(self, file: File, listed: Listed) -> bool:
        """Whether there are more than were found at once, and all of them can be asked for beside the screens."""
        return listed.more and self.is_ready(file)

    def crowd(self, asked: Asked) -> Callable[[File], Crowd]:
        """What is asked beside the screens for `gathered`."""
        return partial(crowd, asked=asked, entries=self._entries)

    def gathered(self, file: File, found: Crowd) -> Listed | None:
        """The whole crowd as a list; None where somebody was changed meanwhile."""
        if not self.is_ready(file) or found.last != file.number("SELECT coalesce(max(id), 0) FROM change"):
            return None
        overview, orders = self._held()
        self._entries = found.entries
        made = masks(found, overview.mask(file, found.asked.filters))
        rows = in_order(orders.of(file, found.asked), made, bool(found.asked.order))
        return Listed(found.asked, sum(mask.count(1) for mask in made), None, rows)

    def find(self, file: File, asked: Asked) -> Listed:
        if questions.asked(asked.text) is not None or not self.is_ready(file):
            found = finding.find(file, asked)
            return Listed(asked, found.total, found)
        overview, orders = self._held()
        order = orders.of(file, asked)
        if not asked.filters.any():
            return Listed.whole(asked, order)
        mask = overview.mask(file, asked.filters)
        total = mask.count(1)
        if total * DENSE >= len(order):
            return Listed(asked, total, None, compress(order, map(mask.__getitem__, order)))
        places = orders.places(file, asked)
        return Listed.whole(asked, array("I", sorted(overview.numbers(mask), key=places.__getitem__)))

    def rows(self, file: File, listed: Listed, offset: int, limit: int) -> list[Row]:
        """The rows from `offset` on."""
        if listed.found is not None:
            return finding.rows(file, listed.asked, listed.found, offset, limit)
        return finding.rows_of(file, keys_of(file, listed.numbers(offset, limit)))

    def keys(self, file: File, listed: Listed) -> list[str]:
        """Everybody in the list, in its order."""
        if listed.found is None:
            return keys_of(file, listed.numbers())
        return finding.keys(file, listed.asked)

    def place(self, file: File, listed: Listed, key: str) -> int | None:
        """Where somebody stands in the list; None who is not in it."""
        if listed.found is not None:
            return finding.place_of(file, listed.asked, listed.found, key)
        numbers = file.firsts("SELECT rowid FROM artisan WHERE id = ?", (key,))
        rows = listed.numbers()
        return rows.index(numbers[0]) if numbers and numbers[0] in rows else None

    def counted(self, file: File, asked: Asked, name: str, values: Sequence[str]) -> Mapping[str, int]:
        """How many each value of a filter would leave beside the other filters; nothing while that is not known."""
        if questions.asked(asked.text) is not None or not self.is_ready(file):
            return {}
        others = asked.filters.having(name, ())
        if name in COLUMNS:
            return self._by_column(file, others, COLUMNS[name])
        if name in ("sector", "domain"):
            return self._by_code(file, others, name)
        return {value: self.count(file, others.having(name, [value])) for value in values}

    def count(self, file: File, filters: Filters) -> int:
        """How many pass; an overview is there."""
        return self._held()[0].mask(file, filters).count(1)

    def total(self, file: File) -> int:
        """How many there are at all."""
        if self.is_ready(file):
            return self._held()[0].everybody().count(1)
        return file.number("SELECT count(*) FROM artisan")

    def _by_column(self, file: File, others: Filters, column: str) -> dict[str, int]:
        overview = self._held()[0]
        found = overview.counted(column, overview.mask(file, others))
        return {NONE if value is None else value: number for value, number in found.items()}

    def _by_code(self, file: File, others: Filters, name: str) -> dict[str, int]:
        codes = dict(file.ask("SELECT id, code FROM activity"))
        found: dict[str, int] = {}
        for activity, number in self._by_column(file, others, COLUMNS["activity"]).items():
            code = codes.get(activity, "")
            domain = domain_of(code)
            key = code[:2] if name == "sector" else domain.code if domain else ""
            found[key] = found.get(key, 0) + number
        return found

    def _held(self) -> tuple[Overview, Orders]:
        assert self._overview is not None
        assert self._orders is not None
        return self._overview, self._orders


def prepared(file: File) -> tuple[Overview, Orders]:
    """An overview of everybody, with the order of their names: asked beside the screens."""
    overview = Overview.of(file)
    orders = Orders(overview)
    orders.places(file, Asked())
    return overview, orders


def keys_of(file: File, numbers: Sequence[int]) -> list[str]:
    """The keys of rows, in their order; who is gone is left out."""
    found: list[str] = []
    for at in range(0, len(numbers), 500):
        some: list[Any] = list(numbers[at : at + 500])
        known = dict(file.ask(f"SELECT rowid, id FROM artisan WHERE rowid IN ({', '.join('?' * len(some))})", some))
        found += [known[number] for number in some if number in known]
    return found
