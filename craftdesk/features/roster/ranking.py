"""Whoever was found, in the order of how well the name fits what was typed."""

import json
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from craftdesk.base.names import words
from craftdesk.data.file import File
from craftdesk.features.roster.asking import name_column

MOST_NEARLY = 100
MOST_COMPARED = 400
"""So many are compared letter by letter with what was typed; of more the name tells the order."""
ENTRIES = "json_each(?) k CROSS JOIN search_entry e ON e.number = k.value CROSS JOIN artisan a ON a.id = e.record_id"
_NAMES = "a.family_ar, a.given_ar, a.family_la, a.given_la"
_ALIKE = 0.75
_AT_ALL = 0.5
"""What is less alike was no name: a commune."""
_STEPS = 50
"""Likeness counts in so many steps: whoever is as like as the next stays in the order of the alphabet."""
_A_NAME_MORE = 0.01
_NEARLY = 0.6
"""So much alike is a name that stands in for one that was typed."""


def by_fit(file: File, typed: str, tiers: Sequence[Sequence[int]]) -> list[str]:
    """One tier after the other, in each the likest first; then by name."""
    found = [number for tier in tiers for number in tier]
    ends = list(accumulate(map(len, tiers)))[:-1]
    tier = " + ".join(["(k.key >= ?)"] * len(ends)) or "k.key < 0"
    by_name = f"a.{name_column()}, a.id"
    if not _is_compared(found, typed):
        return file.firsts(f"SELECT a.id FROM {ENTRIES} ORDER BY {tier}, {by_name}", (json.dumps(found), *ends))
    asked = f"SELECT a.id, {tier}, a.order_ar, a.order_la, {_NAMES} FROM {ENTRIES} ORDER BY {by_name}"
    compare = Comparison(typed)
    rows = file.ask(asked, (*ends, json.dumps(found)))
    return [row[0] for row in sorted(rows, key=lambda row: (row[1], compare.unlike(row[2:4], row[4:])))]


def nearly(file: File, typed: str, found: Sequence[int]) -> list[str]:
    """Those whose names are all like one that was typed, the likest first."""
    if not found:
        return []
    compare = Comparison(typed)
    rows = file.ask(f"SELECT a.id, {_NAMES} FROM {ENTRIES} ORDER BY a.{name_column()}, a.id", (json.dumps(found),))
    fits = {row[0]: compare.likeness(row[1:]) for row in rows if compare.least(row[1:]) >= _NEARLY}
    return sorted(fits, key=lambda key: -round(fits[key] * _STEPS))


def _is_compared(found: Sequence[int], typed: str) -> bool:
    """Numbers have no likeness, and one alone needs no order."""
    return 1 < len(found) <= MOST_COMPARED and any(word.isalpha() for word in words(typed))


class _Likeness(NamedTuple):
    """How alike each typed name is to one of a family or given name in either script, and how many names these are."""

    fits: tuple[float, ...]
    arabic: int
    latin: int


class Comparison:
    """What was typed beside one name after the other."""

    def __init__(self, typed: str) -> None:
        from craftdesk.base.likeness import spelt  # noqa: PLC0415 - not needed to start

        self._begun = [f" {word}" for word in words(typed)]
        self._long = sum(map(len, self._begun))
        # An initial is like nothing and may be anything.
        self._asked = [each for each in spelt(typed) if len(each.letters) > 1]
        self._weights = [len(each.consonants) + 1 for each in self._asked]
        self._whole = sum(self._weights)
        self._known: dict[tuple[str | None, str | None], _Likeness] = {}

    def unlike(self, orders: Sequence[str], names: Sequence[str | None]) -> float:
        """0 for the very name, little for one that begins with all that was typed; more, the less alike they are."""
        for order in orders:
            spaced = f" {order}"
            for word in self._begun:
                if word not in spaced:
                    break
            else:
                return 0.0 if self._long == len(spaced) else 0.1
        return 1.5 - round(self.likeness(names) * _STEPS) / _STEPS

    def likeness(self, names: Sequence[str | None]) -> float:
        """From 0 to 1; the longer of the typed names counts more, and every name more than was typed a little less."""
        fits, further = self._fits(names)
        found = 0.0
        for fit, weight in zip(fits, self._weights, strict=True):
            if fit >= _AT_ALL:
                found += fit * weight
        return found / self._whole - _A_NAME_MORE * further if self._whole else 0.0

    def least(self, names: Sequence[str | None]) -> float:
        """How alike the typed name is that is least so."""
        return min(self._fits(names)[0], default=0.0)

    def _fits(self, names: Sequence[str | None]) -> tuple[Iterable[float], int]:
        family_ar, given_ar, family_la, given_la = names
        given = self._of(given_ar, given_la)
        # Given names come again and again; the family is compared where these do not tell all.
        if self._asked and min(given.fits) >= _ALIKE:
            return given.fits, max(given.arabic, given.latin)
        family = self._of(family_ar, family_la)
        many = max(given.arabic + family.arabic, given.latin + family.latin)
        return tuple(map(max, given.fits, family.fits)), max(0, many - len(self._asked))

    def _of(self, arabic: str | None, latin: str | None) -> _Likeness:
        names = arabic, latin
        if (found := self._known.get(names)) is None:
            found = self._known[names] = self._compared(arabic or "", latin or "")
        return found

    def _compared(self, arabic: str, latin: str) -> _Likeness:
        from craftdesk.base.likeness import likeness, spelt  # noqa: PLC0415 - not needed to start

        ones, others = spelt(arabic), spelt(latin)
        every = (*ones, *others)
        fits = (max((likeness(asked, each) for each in every), default=0.0) for asked in self._asked)
        return _Likeness(tuple(fits), len(ones), len(others))
