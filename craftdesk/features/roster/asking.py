"""A list's question, as the search index and SQL understand it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from craftdesk.base.i18n import language
from craftdesk.data import questions
from craftdesk.data.file import File
from craftdesk.data.session import Session
from craftdesk.features.roster.criteria import Among, Between, Criterion, Filled, Picked, Ways, ways

FIT, NAME = "", "name"
"""The order by fit, then by name (without words by name alone), and that by name in any case."""
_FACETS = frozenset({"status", "sex", "form", "rank", "metal", "activity_id", "home_commune_id"})
"""The columns whose values narrow a question to the search index."""
_MANY_MONTHS = 40
"""More are asked for by SQL alone."""


class Filters(Mapping[str, tuple[str, ...]]):
    """What narrows a list: the values of each filter that is on, by its name.

    `Filters(status=Status.REGISTERED, commune=["0501", "0502"], card_days=30, mend=True)`: whoever has one of the
    values of every filter passes. What is None, False or empty narrows nothing.
    """

    __slots__ = ("_chosen",)

    def __init__(self, **chosen: Any) -> None:
        told = {name: _values(given) for name, given in chosen.items()}
        self._chosen = {name: values for name, values in sorted(told.items()) if values}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self._chosen[name]

    def __getattr__(self, name: str) -> tuple[str, ...]:
        """The values of a filter, none where it is off."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self._chosen.get(name, ())

    def __iter__(self) -> Iterator[str]:
        return iter(self._chosen)

    def __len__(self) -> int:
        return len(self._chosen)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Filters) and self._chosen == other._chosen

    def __hash__(self) -> int:
        return hash(tuple(self._chosen.items()))

    def __repr__(self) -> str:
        return f"Filters({', '.join(f'{name}={list(values)}' for name, values in self.items())})"

    def any(self) -> bool:
        return bool(self._chosen)

    def having(self, name: str, values: Iterable[str]) -> "Filters":
        """These filters, one of them with other values; without any it is off."""
        return Filters(**{**self._chosen, name: tuple(values)})


def _values(given: Any) -> tuple[str, ...]:
    """In their order of choice, each once."""
    if given is None or given is False or given == "":
        return ()
    several = (given,) if isinstance(given, str | int) else given
    return tuple(dict.fromkeys("1" if value is True else str(value) for value in several if value is not None))


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


def criteria(file: File, filters: Filters) -> list[Ways]:
    """What every filter asks; an artisan passes who fits one way of each."""
    return [found for name, values in filters.items() if (found := ways(file, name, values))]


def nobody_fits(asked: Iterable[Ways]) -> bool:
    """Whether a filter leaves nobody, as there is no activity of its sector."""
    return any(all(isinstance(way, Among) and not way.values for way in each) for each in asked)


def narrowing(file: File, filters: Filters) -> Narrowing | None:
    """None when no artisan can pass."""
    facets: list[list[str]] = []
    sql: list[str] = []
    values: list[Any] = []
    asked = criteria(file, filters)
    if nobody_fits(asked):
        return None
    for each in asked:
        groups, exact = _facets(each)
        facets += [groups] if groups else []
        if not exact:
            found, gaps = _sql(each)
            sql.append(f" AND {found}")
            values += gaps
    return Narrowing(facets, "".join(sql), tuple(values))


def _facets(each: Ways) -> tuple[list[str], bool]:
    """The facets of which one must be there, and whether they say all that the filter asks."""
    told: list[str] = []
    exact = True
    for way in each:
        if isinstance(way, Among) and way.column in _FACETS and None not in way.values:
            told += [questions.facet(way.column, value) for value in sorted(filter(None, way.values))]
        elif isinstance(way, Filled) and way.filled and way.column == "mend":
            told.append(questions.facet("mend", "1"))
        elif isinstance(way, Between) and way.column == "card_until" and (months := _months(way)):
            exact = False
            told += [questions.facet("card_until", month) for month in months]
        else:
            return [], False
    return told, exact


def _months(way: Between) -> list[str]:
    first, last = (date.fromisoformat(day) for day in (way.first, way.last))
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if len(numbers) > _MANY_MONTHS:
        return []
    return [questions.month(date(number // 12, number % 12 + 1, 1)) for number in numbers]


def where(file: File, filters: Filters) -> tuple[str, tuple[Any, ...]]:
    """All filters as SQL."""
    parts, values = ["1"], []
    for each in criteria(file, filters):
        found, gaps = _sql(each)
        parts.append(found)
        values += gaps
    return " AND ".join(parts), tuple(values)


def _sql(each: Ways) -> tuple[str, list[Any]]:
    found = [_criterion(way) for way in each]
    told = " OR ".join(sql for sql, _gaps in found)
    return f"({told})" if len(found) > 1 else told, [gap for _sql, gaps in found for gap in gaps]


def _criterion(way: Criterion) -> tuple[str, list[Any]]:
    if isinstance(way, Between):
        return f"a.{way.column} BETWEEN ? AND ?", [way.first, way.last]
    if isinstance(way, Filled):
        return f"a.{way.column} IS {'NOT ' if way.filled else ''}NULL", []
    if isinstance(way, Picked):
        return f"a.id {'NOT ' if way.without else ''}IN ({way.sql})", list(way.values)
    several = [value for value in way.values if value is not None]
    among = f"a.{way.column} = ?" if len(several) == 1 else f"a.{way.column} IN (SELECT value FROM json_each(?))"
    gaps = several if len(several) == 1 else [json.dumps(sorted(several))]
    return (f"({among} OR a.{way.column} IS NULL)", gaps) if None in way.values else (among, gaps)


def name_column() -> str:
    """Arabic screens sort by the Arabic name."""
    return "order_ar" if language() == "ar" else "order_la"


def label_column() -> str:
    """In which language communes and activities are sorted and shown."""
    return "name_ar" if language() == "ar" else "name_fr"


def order(asked: Asked) -> str:
    """The columns that sort; what sorts alike stays in the order of the names."""
    turned = " DESC" if asked.descending else ""
    if asked.order == "register_no":
        return f"a.register_no{turned}"
    name = f"a.{name_column()}"
    column = {
        "card_until": "a.card_until",
        "status": "a.status",
        "activity": f"(SELECT {label_column()} FROM activity WHERE id = a.activity_id)",
        "commune": f"(SELECT {label_column()} FROM commune WHERE id = a.home_commune_id)",
    }.get(asked.order, name)
    return f"{name}{turned}, a.id{turned}" if column == name else f"{column}{turned}, {name}, a.id"


def along(asked: Asked) -> str:
    """The index along which names come in order; left to itself, SQLite collects and sorts all."""
    if asked.order not in (FIT, NAME):
        return ""
    if language() != "ar":
        return " INDEXED BY ix_artisan_order_la"
    alone = {name: len(values) == 1 and "-" not in values for name, values in asked.filters.items()}
    if alone.get("commune") or alone.get("activity"):
        return f" INDEXED BY ix_artisan_{'home_commune' if alone.get('commune') else 'activity'}"
    return " INDEXED BY ix_artisan_order"
