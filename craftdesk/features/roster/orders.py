"""The whole roster in the order of each column: the numbers of the table's rows, four bytes each.

Names and register numbers come along their indexes; communes, activities, states and days are dealt out from the names
like cards. Few changes are put where they belong; after many an order is asked for anew.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from craftdesk.base.i18n import language
from craftdesk.data.file import File
from craftdesk.features.roster.asking import Asked, label_column, name_column
from craftdesk.features.roster.overview import DAYS, Overview

Rows: TypeAlias = "array[int]"
MOST_ORDERS = 4
MOST_RANKS = 2
FEW = 60
"""So many changed rows are put to their places one by one."""
_ONE_BY_ONE = 4
_REGISTER = "register_no"
_BASES = {
    "order_ar": "SELECT rowid FROM artisan INDEXED BY ix_artisan_order ORDER BY order_ar, id",
    "order_la": "SELECT rowid FROM artisan INDEXED BY ix_artisan_order_la ORDER BY order_la, id",
    _REGISTER: "SELECT rowid FROM artisan ORDER BY register_no",
}
_DEALT = {"commune": "home_commune_id", "activity": "activity_id", "status": "status", "card_until": "card_until"}


class Orders:
    """Orders of everybody in an overview, the latest few of them kept."""

    def __init__(self, overview: Overview) -> None:
        self._overview = overview
        self._bases: dict[str, Rows] = {}
        self._kept: OrderedDict[tuple[str, bool, str], Rows] = OrderedDict()
        self._ranks: OrderedDict[int, tuple[Rows, Rows]] = OrderedDict()

    def follow(self, file: File, changed: list[int] | None) -> None:
        """Go on from rows that the overview has read again."""
        if changed == []:
            return
        self._kept.clear()
        self._ranks.clear()
        if changed is None or len(changed) > FEW:
            self._bases.clear()
            return
        for column, rows in self._bases.items():
            kept = _without(rows, changed)
            for row in changed:
                kept.insert(_place(file, column, kept, row), row)
            self._bases[column] = kept

    def of(self, file: File, asked: Asked) -> Rows:
        """Everybody in the order of a list."""
        wanted = (asked.order if asked.order in (*_DEALT, _REGISTER) else "", asked.descending, language())
        if wanted not in self._kept:
            self._kept[wanted] = self._made(file, wanted[0], asked.descending)
            if len(self._kept) > MOST_ORDERS:
                self._kept.popitem(last=False)
        self._kept.move_to_end(wanted)
        return self._kept[wanted]

    def places(self, file: File, asked: Asked) -> Rows:
        """The place of every row in the order of a list, by its number."""
        order = self.of(file, asked)
        if id(order) not in self._ranks:
            places = array("I", bytes(4 * (max(order, default=0) + 1)))
            for place, row in enumerate(order):
                places[row] = place
            # The order is held too, so that no other one comes to its number.
            self._ranks[id(order)] = (order, places)
            if len(self._ranks) > MOST_RANKS:
                self._ranks.popitem(last=False)
        self._ranks.move_to_end(id(order))
        return self._ranks[id(order)][1]

    def _made(self, file: File, column: str, descending: bool) -> Rows:
        if column in _DEALT:
            return self._dealt(file, column, descending)
        base = self._base(file, column or name_column())
        return array("I", reversed(base)) if descending else base

    def _base(self, file: File, column: str) -> Rows:
        if column not in self._bases:
            self._bases[column] = array("I", file.walk(_BASES[column]))
        return self._bases[column]

    def _dealt(self, file: File, column: str, descending: bool) -> Rows:
        """Every row laid to those of its value, then pile upon pile."""
        held = _DEALT[column]
        codes: Any = self._overview.small.get(held) or self._overview.wide[held]
        if not codes:
            return array("I")
        piles, laid = self._piles(file, column, sorted(set(codes)))
        # By its place in a list a pile is found in half the time that a mapping takes.
        lay: list[Any] = [None] * (max(codes) + 1)
        for code, pile in laid.items():
            lay[code] = pile.append
        for row in self._base(file, name_column()):
            lay[codes[row]](row)
        found = array("I")
        for pile in reversed(piles) if descending else piles:
            found.extend(pile)
        return found

    def _piles(self, file: File, column: str, codes: list[int]) -> tuple[list[list[int]], dict[int, list[int]]]:
        """The piles in their order, and where each code lays its rows: values of one name share a pile."""
        held = _DEALT[column]
        if held in DAYS:
            by_day: dict[int, list[int]] = {code: [] for code in codes}
            return list(by_day.values()), by_day
        labels = _labels(file, column)
        told = {code: labels(value) for value, code in self._overview.codes[held].items()}
        named: dict[str | None, list[int]] = {label: [] for label in sorted(set(told.values()), key=_empty_first)}
        return list(named.values()), {code: named[told[code]] for code in codes}


def _empty_first(label: str | None) -> tuple[bool, str]:
    return label is not None, label or ""


def _labels(file: File, column: str) -> Callable[[Any], str | None]:
    if column == "status":
        return lambda value: value
    known: Mapping[str, str] = dict(file.ask(f"SELECT id, {label_column()} FROM {column}"))
    return known.get


def _without(rows: Rows, gone: list[int]) -> Rows:
    if len(gone) > _ONE_BY_ONE:
        away = set(gone)
        return array("I", (row for row in rows if row not in away))
    kept = rows[:]
    for row in gone:
        if row in kept:
            kept.remove(row)
    return kept


def _place(file: File, column: str, rows: Rows, row: int) -> int:
    """Where a row belongs, found by halving."""
    mine = _key(file, column, row)
    first, last = 0, len(rows)
    while first < last:
        middle = (first + last) // 2
        if _key(file, column, rows[middle]) < mine:
            first = middle + 1
        else:
            last = middle
    return first


def _key(file: File, column: str, row: int) -> tuple[bool, str, str | int]:
    [(value, key)] = file.ask(f"SELECT {column}, id FROM artisan WHERE rowid = ?", (row,))
    # Who has no register number stands as the index has them.
    return value is not None, value or "", row if column == _REGISTER else key
