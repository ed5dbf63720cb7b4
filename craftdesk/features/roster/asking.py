"""A list's question, as the search index and SQL understand it."""

from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from typing import Any, NamedTuple

from craftdesk.base.dates import today
from craftdesk.base.i18n import language
from craftdesk.data import questions
from craftdesk.data.file import File
from craftdesk.data.session import Session
from craftdesk.features.office.rules import domain_of
from craftdesk.features.roster.models import Form, Metal, Rank, Sex, Status

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
    """What a list shows: the words typed, the filters that are on, and the order."""

    text: str = ""
    filters: Filters = field(default_factory=Filters)
    order: str = FIT
    descending: bool = False


Asker = Session | File
"""Who asks for a list: a screen at every key stroke, or what reads other records too."""


def file_of(asker: Asker) -> File:
    """The file, asked in SQL alone. Nothing is written here, so nothing is missing from the journal."""
    return asker if isinstance(asker, File) else File(asker.connection().connection.dbapi_connection)


class Narrowing(NamedTuple):
    """The filters as facets of the index, and what no facet tells as SQL on the artisan `a`."""

    facets: list[list[str]]
    sql: str = ""
    values: tuple[Any, ...] = ()


def narrowing(file: File, filters: Filters) -> Narrowing | None:
    """None when no artisan can pass: there is no activity of that sector."""
    groups = [[questions.facet(column, value)] for column, value in _plain(filters)]
    if code := filters.sector or filters.domain:
        activities = _activities(file, code)
        if not activities:
            return None
        groups.append([questions.facet("activity_id", key) for key in activities])
    if filters.card_days is None:
        return Narrowing(groups)
    first = today() if filters.card_days else date.min
    last = today() + timedelta(filters.card_days or -1)
    if filters.card_days:
        groups.append([questions.facet("card_until", month) for month in _months(first, last)])
    return Narrowing(groups, " AND a.card_until BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))


def _months(first: date, last: date) -> list[str]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [questions.month(date(number // 12, number % 12 + 1, 1)) for number in numbers]


_COLUMNS = {"activity": "activity_id", "commune": "home_commune_id"}
_APART = frozenset({"domain", "sector", "card_days"})


def _plain(filters: Filters) -> list[tuple[str, str]]:
    """The filters of one value that one column holds."""
    if filters == Filters():
        return []
    every = {each.name: getattr(filters, each.name) for each in fields(Filters) if each.name not in _APART}
    every["mend"] = "1" if filters.mend else ""
    return [(_COLUMNS.get(name, name), value) for name, value in every.items() if value]


def _activities(file: File, code: str) -> list[str]:
    """The activities of a sector (two digits) or of a domain (one)."""
    every = file.ask("SELECT id, code FROM activity")
    if len(code) > 1:
        return [key for key, held in every if held.startswith(code)]
    return [key for key, held in every if (domain := domain_of(held)) and domain.code == code]


def where(file: File, filters: Filters) -> tuple[str, tuple[Any, ...]]:
    """All filters as SQL."""
    narrowed = narrowing(file, filters)
    parts = ["1" + (narrowed.sql if narrowed else "")]
    values: list[Any] = list(narrowed.values if narrowed else ())
    for column, value in _plain(filters):
        parts.append("a.mend IS NOT NULL" if column == "mend" else f"a.{column} = ?")
        values += [] if column == "mend" else [value]
    if code := filters.sector or filters.domain:
        activities = _activities(file, code)
        parts.append(f"a.activity_id IN ({', '.join('?' * len(activities))})")
        values += activities
    return " AND ".join(parts), tuple(values)


def name_column() -> str:
    """Arabic screens sort by the Arabic name."""
    return "order_ar" if language() == "ar" else "order_la"


def order(asked: Asked) -> str:
    """The columns that sort."""
    turned = " DESC" if asked.descending else ""
    if asked.order == "register_no":
        return f"a.register_no{turned}"
    label = "name_ar" if language() == "ar" else "name_fr"
    name = f"a.{name_column()}"
    column = {
        "card_until": "a.card_until",
        "status": "a.status",
        "activity": f"(SELECT {label} FROM activity WHERE id = a.activity_id)",
        "commune": f"(SELECT {label} FROM commune WHERE id = a.home_commune_id)",
    }.get(asked.order, name)
    last = "" if column == name else f"{name}, "
    return f"{column}{turned}, {last}a.id{turned}"


def along(asked: Asked) -> str:
    """The index along which names come in order; left to itself, SQLite collects and sorts all."""
    if asked.order not in (FIT, NAME):
        return ""
    if language() != "ar":
        return " INDEXED BY ix_artisan_order_la"
    if asked.filters.commune or asked.filters.activity:
        return f" INDEXED BY ix_artisan_{'home_commune' if asked.filters.commune else 'activity'}"
    return " INDEXED BY ix_artisan_order"
