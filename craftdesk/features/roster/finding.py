"""Finding artisans: what a list asks for, and its rows, fast at half a million people.

Typed words and the values to narrow by are one question to the search index, asked from the best fit to the widest
and never for more than `MOST` people. Without a word the rows come along an index in the order asked for.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection

from craftdesk.base.dates import today
from craftdesk.base.i18n import language
from craftdesk.base.names import fold
from craftdesk.data import questions, search
from craftdesk.data.session import Session
from craftdesk.features.office.rules import domain_of
from craftdesk.features.roster.models import Form, Metal, Rank, Sex, Status

MOST = 1000
"""A text finds so many people at most; more are told as "more than 1,000"."""
FEW = 2500
"""So many are sorted in less time than they are found along an index."""
FIT, NAME = "", "name"
"""The order by fit, then by name (without words by name alone), and that by name in any case."""


@dataclass(frozen=True)
class Filters:
    """What narrows a list; `card_days` are the days in which a card runs out, 0 for those that have run out."""

    status: Status | None = None
    domain: str = ""
    sector: str = ""
    activity: str = ""
    commune: str = ""
    sex: Sex | None = None
    form: Form | None = None
    rank: Rank | None = None
    metal: Metal | None = None
    card_days: int | None = None
    mend: bool = False

    def any(self) -> bool:
        return self != Filters()


@dataclass(frozen=True)
class Asked:
    """What a list shows: the words typed, the filters that are on, and the order ("" is by fit, then by name)."""

    text: str = ""
    filters: Filters = field(default_factory=Filters)
    order: str = FIT
    descending: bool = False


class Row(NamedTuple):
    """An artisan in a list."""

    key: str
    name_ar: str
    name_la: str
    activity: str
    commune: str
    register_no: str
    status: Status
    birth: str
    phone: str
    nin_end: str
    card_until: date | None
    to_mend: bool


class Found(NamedTuple):
    """How many were found, and whether there are more than are counted.

    A few come as `keys` in their order; the rows of very many are walked in the order of the list.
    """

    total: int
    more: bool = False
    keys: tuple[str, ...] | None = None


NOBODY = Found(0, keys=())


class _Narrowing(NamedTuple):
    """The filters as facets of the index, and the rest as SQL on the artisan `a`."""

    facets: list[list[str]]
    sql: str = ""
    values: tuple[Any, ...] = ()


def find(session: Session, asked: Asked) -> Found:
    """Whom a list shows; give it to `rows` to see them."""
    connection = session.connection()
    narrowing = _narrowing(connection, asked.filters)
    if narrowing is None:
        return NOBODY
    typed = questions.asked(asked.text)
    if typed is not None:
        return _by_text(connection, asked, typed, narrowing)
    if asked.filters.any():
        return _by_filters(connection, asked, narrowing)
    return Found(connection.exec_driver_sql("SELECT count(*) FROM artisan").scalar_one())


def rows(session: Session, asked: Asked, found: Found, offset: int = 0, limit: int = 50) -> list[Row]:
    """The rows of a list from `offset` on."""
    if found.keys is not None:
        return rows_of(session, found.keys[offset : offset + limit])
    return _walk(session.connection(), asked, offset, limit)


def artisans(session: Session, asked: Asked, offset: int = 0, limit: int = 50) -> list[Row]:
    """The artisans that a list asks for."""
    return rows(session, asked, find(session, asked), offset, limit)


def keys(session: Session, asked: Asked) -> list[str]:
    """All that a list asks for, by their keys, in its order; of a text that finds very many the first `MOST`."""
    found = find(session, asked)
    if found.keys is not None:
        return list(found.keys)
    return [row.key for row in rows(session, asked, found, 0, found.total)]


def rows_of(session: Session, keys: Sequence[str]) -> list[Row]:
    """The rows of these artisans, in this order; who is gone is left out."""
    picked = "json_each(?) k CROSS JOIN artisan a ON a.id = k.value"
    return _rows(session.connection(), picked, (json.dumps(list(keys)),), "k.key")


def place_of(session: Session, asked: Asked, found: Found, key: str) -> int | None:
    """Where somebody stands in a list, counted along its order; None who is not in it."""
    if found.keys is not None:
        return found.keys.index(key) if key in found.keys else None
    where, values = _where(session.connection(), asked.filters)
    if asked.order not in (FIT, NAME):
        return None
    name, sign = ("order_ar" if language() == "ar" else "order_la"), (">" if asked.descending else "<")
    before = (
        f"SELECT (SELECT count(*) FROM artisan a WHERE {where} AND (a.{name}, a.id) {sign} (me.{name}, me.id)) "
        f"FROM artisan me WHERE me.id = ? AND EXISTS (SELECT 1 FROM artisan a WHERE {where} AND a.id = me.id)"
    )
    return session.connection().exec_driver_sql(before, (*values, key, *values)).scalar()


def _narrowing(connection: Connection, filters: Filters) -> _Narrowing | None:
    """None when no artisan can pass: there is no activity of that sector."""
    groups = [[questions.facet(column, value)] for column, value in _plain(filters)]
    if code := filters.sector or filters.domain:
        activities = _activities(connection, code)
        if not activities:
            return None
        groups.append([questions.facet("activity_id", key) for key in activities])
    if filters.card_days is None:
        return _Narrowing(groups)
    first = today() if filters.card_days else date.min
    last = today() + timedelta(filters.card_days or -1)
    if filters.card_days:
        groups.append([questions.facet("card_until", month) for month in _months(first, last)])
    return _Narrowing(groups, " AND a.card_until BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))


def _months(first: date, last: date) -> list[str]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [questions.month(date(number // 12, number % 12 + 1, 1)) for number in numbers]


_COLUMNS = {"activity": "activity_id", "commune": "home_commune_id"}


def _plain(filters: Filters) -> list[tuple[str, str]]:
    every = {each.name: getattr(filters, each.name) for each in fields(Filters)}
    every["mend"] = "1" if filters.mend else ""
    apart = ("domain", "sector", "card_days")
    return [(_COLUMNS.get(name, name), value) for name, value in every.items() if value and name not in apart]


def _activities(connection: Connection, code: str) -> list[str]:
    """The activities of a sector (two digits) or of a domain (one)."""
    every = connection.exec_driver_sql("SELECT id, code FROM activity").all()
    if len(code) > 1:
        return [key for key, held in every if held.startswith(code)]
    return [key for key, held in every if (domain := domain_of(held)) and domain.code == code]


def _by_text(connection: Connection, asked: Asked, typed: questions.Asked, narrowing: _Narrowing) -> Found:
    """The whole words first: where very many hold these, nothing wider is asked."""
    whole, widest, last = (
        questions.narrowed(each, narrowing.facets) for each in (typed.whole, typed.sound, typed.sound_beginning)
    )
    best = _keys(connection, whole, narrowing)
    if len(best) > MOST and not asked.order:
        return Found(MOST, True, tuple(best[:MOST]))
    held = set(best)
    rest = [key for key in _keys(connection, widest, narrowing) if key not in held]
    if not best and not rest:
        rest = _keys(connection, last, narrowing)
    return _collected(connection, asked, best, rest)


def _collected(connection: Connection, asked: Asked, best: list[str], rest: list[str]) -> Found:
    total = len(best) + len(rest)
    if asked.order:
        keys = _sorted(connection, asked, [*best, *rest])
    elif total > MOST:
        keys = [*_by_fit(connection, asked.text, best), *rest]
    else:
        keys = _by_fit(connection, asked.text, [*best, *rest], len(best))
    return Found(min(total, MOST), total > MOST, tuple(keys[:MOST]))


def _by_fit(connection: Connection, text: str, keys: Sequence[str], whole: int | None = None) -> list[str]:
    """The first `whole` of the keys, then those whose names begin so, then those that sound so; each by name."""
    names = _names(connection, keys)
    asked = fold(text)
    place = 0 if language() == "ar" else 1
    ranks = {key: _rank(asked, names[key]) if whole is not None and at >= whole else 0 for at, key in enumerate(keys)}
    return sorted(keys, key=lambda key: (ranks[key], asked not in names[key], names[key][place], key))


def _rank(asked: str, names: tuple[str, str]) -> int:
    """1 for a name that begins so; among the others the likelier comes first. Numbers are no names: all are alike."""
    words = asked.split()
    if any(word.isdigit() for word in words):
        return 1
    if any(all(f" {word}" in f" {name}" for word in words) for name in names):
        return 1
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415 - not needed to start

    return 2 + round(10 - max(token_sort_ratio(asked, name) for name in names) / 10)


def _names(connection: Connection, keys: Sequence[str]) -> dict[str, tuple[str, str]]:
    picked = "SELECT a.id, a.order_ar, a.order_la FROM json_each(?) k CROSS JOIN artisan a ON a.id = k.value"
    return {row[0]: (row[1], row[2]) for row in connection.exec_driver_sql(picked, (json.dumps(keys),))}


def _keys(connection: Connection, question: str, narrowing: _Narrowing, limit: int = MOST + 1) -> list[str]:
    if not narrowing.sql:
        return search.keys(connection, "artisan", question, limit)
    picked = (
        "SELECT a.id FROM search_text t CROSS JOIN search_entry e ON e.number = t.rowid "
        "CROSS JOIN artisan a ON a.id = e.record_id "
        f"WHERE search_text MATCH ?{narrowing.sql} ORDER BY t.rowid LIMIT ?"
    )
    return [row[0] for row in connection.exec_driver_sql(picked, (question, *narrowing.values, limit))]


def _by_filters(connection: Connection, asked: Asked, narrowing: _Narrowing) -> Found:
    """Few are collected and sorted; many are counted, and walked along an index when they are seen."""
    question = questions.narrowed("", narrowing.facets)
    picked = f"SELECT a.id FROM artisan a WHERE 1{narrowing.sql} LIMIT ?"
    if question:
        keys = _keys(connection, question, narrowing, FEW + 1)
    else:
        keys = [row[0] for row in connection.exec_driver_sql(picked, (*narrowing.values, FEW + 1))]
    if len(keys) <= FEW:
        return Found(len(keys), keys=tuple(_sorted(connection, asked, keys)))
    return Found(_count(connection, asked, question, narrowing))


def _count(connection: Connection, asked: Asked, question: str, narrowing: _Narrowing) -> int:
    """The index counts facets many times faster than the table, but for the many activities of a domain alone."""
    alone = asked.filters == Filters(domain=asked.filters.domain, sector=asked.filters.sector)
    if question and not narrowing.sql and not alone:
        counted = "SELECT count(*) FROM search_text WHERE search_text MATCH ?"
        return int(connection.exec_driver_sql(counted, (question,)).scalar_one())
    where, values = _where(connection, asked.filters)
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM artisan a WHERE {where}", values).scalar_one())


def _where(connection: Connection, filters: Filters) -> tuple[str, tuple[Any, ...]]:
    """All filters as SQL."""
    narrowing = _narrowing(connection, filters)
    parts = ["1" + (narrowing.sql if narrowing else "")]
    values: list[Any] = list(narrowing.values if narrowing else ())
    for column, value in _plain(filters):
        parts.append("a.mend IS NOT NULL" if column == "mend" else f"a.{column} = ?")
        values += [] if column == "mend" else [value]
    if code := filters.sector or filters.domain:
        activities = _activities(connection, code)
        parts.append(f"a.activity_id IN ({', '.join('?' * len(activities))})")
        values += activities
    return " AND ".join(parts), tuple(values)


def _order(asked: Asked) -> str:
    """The column that sorts, by its name in the list; Arabic screens sort by the Arabic name."""
    if asked.order == "register_no":
        return f"a.register_no{' DESC' if asked.descending else ''}"
    arabic = language() == "ar"
    name = "a.order_ar" if arabic else "a.order_la"
    column = {
        "card_until": "a.card_until",
        "status": "a.status",
        "activity": f"(SELECT name_{'ar' if arabic else 'fr'} FROM activity WHERE id = a.activity_id)",
        "commune": f"(SELECT name_{'ar' if arabic else 'fr'} FROM commune WHERE id = a.home_commune_id)",
    }.get(asked.order, name)
    turned = " DESC" if asked.descending else ""
    last = "" if column == name else f"{name}, "
    return f"{column}{turned}, {last}a.id{turned}"


def _sorted(connection: Connection, asked: Asked, keys: Sequence[str]) -> list[str]:
    picked = f"SELECT a.id FROM json_each(?) k CROSS JOIN artisan a ON a.id = k.value ORDER BY {_order(asked)}"
    return [row[0] for row in connection.exec_driver_sql(picked, (json.dumps(list(keys)),))]


def _walk(connection: Connection, asked: Asked, offset: int, limit: int) -> list[Row]:
    """Rows along an index: what is skipped is never looked up."""
    where, values = _where(connection, asked.filters)
    order = _order(asked)
    picked = f"SELECT a.id FROM artisan a{_along(asked)} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
    return _rows(connection, f"({picked}) p CROSS JOIN artisan a ON a.id = p.id", (*values, limit, offset), order)


def _along(asked: Asked) -> str:
    """The index along which names come in order; left to itself, SQLite collects and sorts all."""
    if asked.order not in (FIT, NAME):
        return ""
    if language() != "ar":
        return " INDEXED BY ix_artisan_order_la"
    if asked.filters.commune or asked.filters.activity:
        return f" INDEXED BY ix_artisan_{'home_commune' if asked.filters.commune else 'activity'}"
    return " INDEXED BY ix_artisan_order"


def _rows(connection: Connection, picked: str, values: tuple[Any, ...], order: str = "") -> list[Row]:
    label = "name_ar" if language() == "ar" else "coalesce(nullif({0}.name_fr, ''), {0}.name_ar)"
    activity, commune = (label.format(table) if "{" in label else f"{table}.{label}" for table in "tc")
    found = connection.exec_driver_sql(
        "SELECT a.id, trim(coalesce(a.family_ar, '') || ' ' || coalesce(a.given_ar, '')), "
        "trim(coalesce(a.family_la, '') || ' ' || coalesce(a.given_la, '')), "
        f"coalesce({activity}, ''), coalesce({commune}, ''), coalesce(a.register_no, ''), a.status, "
        "coalesce(a.birth_date, a.birth_year, ''), coalesce(a.phone, ''), coalesce(substr(a.nin, -4), ''), "
        f"a.card_until, a.mend IS NOT NULL FROM {picked} "
        "LEFT JOIN activity t ON t.id = a.activity_id LEFT JOIN commune c ON c.id = a.home_commune_id"
        + (f" ORDER BY {order}" if order else ""),
        values,
    )
    return [_row(each) for each in found]


def _row(values: Sequence[Any]) -> Row:
    *first, status, birth, phone, nin_end, until, mend = values
    day = date.fromisoformat(until) if until else None
    return Row._make((*first, Status(status), str(birth), phone, nin_end, day, bool(mend)))
