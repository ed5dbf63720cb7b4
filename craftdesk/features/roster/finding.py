"""Finding artisans, fast at half a million people.

Typed words and the values to narrow by are one question to the search index, asked from the best fit to the widest
and never for more than `MOST` people. Without a word the rows come along an index in the order asked for.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from craftdesk.base.i18n import language
from craftdesk.data import questions, search
from craftdesk.data.file import File, Values
from craftdesk.features.roster import grouping
from craftdesk.features.roster.asking import (
    FIT,
    NAME,
    Asked,
    Asker,
    Filters,
    Narrowing,
    along,
    file_of,
    name_column,
    narrowing,
    order,
    where,
)
from craftdesk.features.roster.models import Status
from craftdesk.features.roster.placing import placed
from craftdesk.features.roster.ranking import ENTRIES, MOST_NEARLY, by_fit, nearly

__all__ = [
    "FIT",
    "MOST",
    "Asked",
    "Filters",
    "Found",
    "Row",
    "artisans",
    "find",
    "keys",
    "place_of",
    "rows",
    "rows_of",
]

MOST = 1000
"""A text finds so many people at most; more are told as "more than 1,000"."""
FEW = 2500
"""So many are sorted in less time than they are found along an index."""


class Row(NamedTuple):
    """An artisan in a list, as the file gives it: nothing is made of a value before it is seen."""

    key: str
    name_ar: str
    name_la: str
    activity: str
    commune: str
    register_no: str
    status_value: str
    birth: str
    phone: str
    nin_end: str
    until: str | None
    mend: int

    @property
    def status(self) -> Status:
        return Status(self.status_value)

    @property
    def card_until(self) -> date | None:
        return date.fromisoformat(self.until) if self.until else None

    @property
    def to_mend(self) -> bool:
        return bool(self.mend)


class Found(NamedTuple):
    """How many were found, and whether there are more than are counted.

    A few come as `keys` in their order; the first of very many by the `numbers` of their entries in the index. Without
    either the rows are walked in the order of the list.
    """

    total: int
    more: bool = False
    keys: tuple[str, ...] | None = None
    numbers: tuple[int, ...] = ()


NOBODY = Found(0, keys=())


def find(asker: Asker, asked: Asked) -> Found:
    """Whom a list shows; give it to `rows` to see them."""
    file = file_of(asker)
    narrowed = narrowing(file, asked.filters)
    if narrowed is None:
        return NOBODY
    typed = questions.asked(asked.text, named=True)
    if typed is not None:
        return _by_text(file, asked, typed, narrowed)
    if asked.filters.any():
        return _by_filters(file, asked, narrowed)
    return Found(file.number("SELECT count(*) FROM artisan"))


def rows(asker: Asker, asked: Asked, found: Found, offset: int = 0, limit: int = 50) -> list[Row]:
    """The rows of a list from `offset` on."""
    if found.keys is not None:
        return rows_of(asker, found.keys[offset : offset + limit])
    if found.numbers:
        return _rows(file_of(asker), ENTRIES, (json.dumps(found.numbers[offset : offset + limit]),), "k.key")
    return _walk(file_of(asker), asked, offset, limit)


def artisans(asker: Asker, asked: Asked, offset: int = 0, limit: int = 50) -> list[Row]:
    """The artisans that a list asks for."""
    return rows(asker, asked, find(asker, asked), offset, limit)


def keys(asker: Asker, asked: Asked) -> list[str]:
    """All that a list asks for, by their keys, in its order; of a text that finds very many the first `MOST`."""
    found = find(asker, asked)
    if found.keys is not None:
        return list(found.keys)
    return [row.key for row in rows(asker, asked, found, 0, found.total)]


def rows_of(asker: Asker, keys: Sequence[str]) -> list[Row]:
    """The rows of these artisans, in this order; who is gone is left out."""
    picked = "json_each(?) k CROSS JOIN artisan a ON a.id = k.value"
    return _rows(file_of(asker), picked, (json.dumps(keys),), "k.key") if keys else []


def place_of(asker: Asker, asked: Asked, found: Found, key: str) -> int | None:
    """Where somebody stands in a list, counted along its order; None who is not in it."""
    if found.keys is not None:
        return found.keys.index(key) if key in found.keys else None
    if found.numbers or asked.order not in (FIT, NAME):
        return None
    file, name, sign = file_of(asker), name_column(), ">" if asked.descending else "<"
    fits, values = where(file, asked.filters)
    before = (
        f"SELECT (SELECT count(*) FROM artisan a WHERE {fits} AND (a.{name}, a.id) {sign} (me.{name}, me.id)) "
        f"FROM artisan me WHERE me.id = ? AND EXISTS (SELECT 1 FROM artisan a WHERE {fits} AND a.id = me.id)"
    )
    counted = file.ask(before, (*values, key, *values))
    return int(counted[0][0]) if counted else None


def _by_text(file: File, asked: Asked, typed: questions.Asked, narrowed: Narrowing) -> Found:
    """The whole words first: where very many hold these, nothing wider is asked.

    Some are put into order; of very many those that fit best come first, as they lie in the index.
    """
    tiers = _tiers(file, asked, typed, narrowed)
    if not any(tiers):
        return _nearly(file, asked, typed, narrowed)
    found = [number for tier in tiers for number in tier]
    total, more = min(len(found), MOST), len(found) > MOST
    if asked.order:
        return Found(total, more, tuple(_sorted(file, asked, found)[:MOST]))
    if more:
        return Found(total, more, numbers=tuple(found[:MOST]))
    return Found(total, more, tuple(by_fit(file, asked.text, tiers)))


def _tiers(file: File, asked: Asked, typed: questions.Asked, narrowed: Narrowing) -> list[list[int]]:
    """Each tier without what the one before found.

    Where no word is written as it was typed, a commune or an activity may be meant: who is found by these stands
    behind those who are found by their letters.
    """
    tiers: list[list[int]] = []
    held: set[int] = set()
    for place, question in enumerate(typed.tiers):
        if place == typed.by_letters:
            tiers.append(_placed(file, typed, narrowed) if not held else [])
            held.update(tiers[-1])
        tiers.append([number for number in _numbers(file, question, narrowed) if number not in held])
        held.update(tiers[-1])
        if len(held) > MOST and not asked.order:
            return tiers
    return tiers if held else [_numbers(file, typed.widest, narrowed)]


def _placed(file: File, typed: questions.Asked, narrowed: Narrowing) -> list[int]:
    question = placed(file, typed)
    return _numbers(file, question, narrowed) if question else []


def _nearly(file: File, asked: Asked, typed: questions.Asked, narrowed: Narrowing) -> Found:
    """Where nobody has all the names: who has all but one, and for that one another that is like it."""
    numbers: set[int] = set()
    for question in typed.but_one():
        some = _numbers(file, question, narrowed, MOST_NEARLY + 1)
        numbers.update(some if len(some) <= MOST_NEARLY else ())
    keys = nearly(file, asked.text, sorted(numbers))
    return Found(len(keys), keys=tuple(keys))


def _numbers(file: File, question: str, narrowed: Narrowing, most: int = MOST + 1) -> list[int]:
    """The entries that the index finds, in their order."""
    asked = search.only(questions.narrowed(question, narrowed.facets), "artisan")
    joined = "CROSS JOIN search_entry e ON e.number = t.rowid CROSS JOIN artisan a ON a.id = e.record_id "
    return file.firsts(
        f"SELECT t.rowid FROM search_text t {joined if narrowed.sql else ''}"
        f"WHERE search_text MATCH ?{narrowed.sql} ORDER BY t.rowid LIMIT ?",
        (asked, *narrowed.values, most),
    )


def _by_filters(file: File, asked: Asked, narrowed: Narrowing) -> Found:
    """Few are collected and sorted; many are counted, and walked along an index when they are seen."""
    if not narrowed.facets:
        return _by_days(file, asked, narrowed)
    found = _numbers(file, "", narrowed, FEW + 1)
    if len(found) <= FEW:
        return Found(len(found), keys=tuple(_sorted(file, asked, found)))
    return Found(_count(file, asked, narrowed))


def _by_days(file: File, asked: Asked, narrowed: Narrowing) -> Found:
    """What only SQL can tell."""
    fits = f"artisan a WHERE 1{narrowed.sql}"
    total = file.number(f"SELECT count(*) FROM {fits}", narrowed.values)
    if total > FEW:
        return Found(total)
    return Found(total, keys=tuple(file.firsts(f"SELECT a.id FROM {fits} ORDER BY {order(asked)}", narrowed.values)))


def _count(file: File, asked: Asked, narrowed: Narrowing) -> int:
    """The index counts facets many times faster than the table, but for the many activities of a domain alone."""
    alone = asked.filters == Filters(domain=asked.filters.domain, sector=asked.filters.sector)
    if narrowed.facets and not narrowed.sql and not alone:
        question = search.only(questions.narrowed("", narrowed.facets), "artisan")
        return file.number("SELECT count(*) FROM search_text WHERE search_text MATCH ?", (question,))
    fits, values = where(file, asked.filters)
    return file.number(f"SELECT count(*) FROM artisan a WHERE {fits}", values)


def _sorted(file: File, asked: Asked, found: Sequence[int]) -> list[str]:
    picked = f"SELECT a.id FROM {ENTRIES} ORDER BY {order(asked)}"
    return file.firsts(picked, (json.dumps(found),))


def _walk(file: File, asked: Asked, offset: int, limit: int) -> list[Row]:
    """Rows along an index: what is skipped is never looked up."""
    if limit <= FEW and grouping.is_grouped(asked):
        return rows_of(file, grouping.keys(file, asked, offset, limit))
    fits, values = where(file, asked.filters)
    by = order(asked)
    picked = f"SELECT a.id FROM artisan a{along(asked)} WHERE {fits} ORDER BY {by} LIMIT ? OFFSET ?"
    return _rows(file, f"({picked}) p CROSS JOIN artisan a ON a.id = p.id", (*values, limit, offset), by)


def _rows(file: File, picked: str, values: Values, by: str = "") -> list[Row]:
    label = "name_ar" if language() == "ar" else "name_fr"
    found = file.ask(
        "SELECT a.id, trim(coalesce(a.family_ar, '') || ' ' || coalesce(a.given_ar, '')), "
        "trim(coalesce(a.family_la, '') || ' ' || coalesce(a.given_la, '')), "
        f"coalesce(nullif(t.{label}, ''), t.name_ar, ''), coalesce(c.{label}, ''), coalesce(a.register_no, ''), "
        "a.status, coalesce(a.birth_date, CAST(a.birth_year AS TEXT), ''), coalesce(a.phone, ''), "
        f"coalesce(substr(a.nin, -4), ''), a.card_until, a.mend IS NOT NULL FROM {picked} "
        "LEFT JOIN activity t ON t.id = a.activity_id LEFT JOIN commune c ON c.id = a.home_commune_id"
        + (f" ORDER BY {by}" if by else ""),
        values,
    )
    return list(map(Row._make, found))
