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
_SOUNDS = 2
_ALIKE = 0.75
_AT_ALL = 0.5
"""What is less alike was no name: a commune."""
_STEPS = 50
"""Likeness counts in so many steps: whoever is as like as the next stays in the order of the alphabet."""
_A_NAME_MORE = 0.01
_NEARLY = 0.6
"""So much alike is a name that stands in for one that was typed."""


def by_fit(file: File, typed: str, tiers: Sequence[Sequence[int]]) -> list[str]:
    """One tier after the other, in each the very name, what begins as typed, then the likest; those as like by name."""
    found = [number for tier in tiers for number in tier]
    ends = [end for end in accumulate(map(len, tiers)) if 0 < end < len(found)]
    tier = " + ".join(["(k.key >= ?)"] * len(ends)) or "k.key < 0"
    by_name = f"a.{name_column()}, a.id"
    if len(found) > MOST_COMPARED or not any(map(str.isalpha, words(typed))):
        return file.firsts(f"SELECT a.id FROM {ENTRIES} ORDER BY {tier}, {by_name}", (json.dumps(found), *ends))
    begun, values = _begun(words(typed))
    asked = f"SELECT a.id, {tier}, {begun} FROM {ENTRIES} ORDER BY 2, 3, {by_name}"
    rows = file.ask(asked, (*ends, *values, json.dumps(found)))
    if alike := _alike(file, typed, [row[0] for row in rows if row[2] == _SOUNDS]):
        rows.sort(key=lambda row: (row[1], row[2] - alike.get(row[0], 0)))
    return [row[0] for row in rows]


def _begun(typed: list[str]) -> tuple[str, list[str | int]]:
    """As SQL: 0 for the very name, 1 for one that begins with all that was typed, 2 for any other."""
    every = " AND ".join(["instr(' ' || a.{0}, ?)"] * len(typed))
    begins: list[str | int] = [f" {word}" for word in typed]
    values = [*begins, sum(len(word) + 1 for word in typed) - 1]
    cases = (f"WHEN {every.format(name)} THEN length(a.{name}) > ? " for name in ("order_ar", "order_la"))
    return f"CASE {''.join(cases)}ELSE {_SOUNDS} END", [*values, *values]


def _alike(file: File, typed: str, keys: Sequence[str]) -> dict[str, float]:
    """How alike these are to what was typed."""
    if len(keys) < 2:
        return {}
    compare = Comparison(typed)
    rows = file.ask(
        f"SELECT a.id, {_NAMES} FROM json_each(?) k CROSS JOIN artisan a ON a.id = k.value", (json.dumps(keys),)
    )
    return {row[0]: round(compare.likeness(row[1:]) * _STEPS) / _STEPS for row in rows}


def nearly(file: File, typed: str, found: Sequence[int]) -> list[str]:
    """Those whose names are all like one that was typed, the likest first."""
    if not found:
        return []
    compare = Comparison(typed)
    rows = file.ask(f"SELECT a.id, {_NAMES} FROM {ENTRIES} ORDER BY a.{name_column()}, a.id", (json.dumps(found),))
    fits = {row[0]: compare.likeness(row[1:]) for row in rows if compare.least(row[1:]) >= _NEARLY}
    return sorted(fits, key=lambda key: -round(fits[key] * _STEPS))


class _Likeness(NamedTuple):
    """How alike each typed name is to one of a family or given name in either script, and how many names these are."""

    fits: tuple[float, ...]
    arabic: int
    latin: int


class Comparison:
    """What was typed beside one name after the other."""

    def __init__(self, typed: str) -> None:
        from craftdesk.base.likeness import spelt  # noqa: PLC0415 - not needed to start

        # An initial is like nothing and may be anything.
        self._asked = [each for each in spelt(typed) if len(each.letters) > 1]
        self._weights = [len(each.consonants) + 1 for each in self._asked]
        self._whole = sum(self._weights)
        self._known: dict[tuple[str | None, str | None], _Likeness] = {}

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
