"""Full-text search over the records of every table that has sought fields.

search_entry gives each sought record a number; search_text (FTS5, contentless) holds its words under that number:
folded words as they are, sounds of names and values to narrow by behind a mark (see `questions`). Both follow the
records inside the same transaction.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import cache, lru_cache
from itertools import islice, repeat
from typing import Any

from sqlalchemy import JSON, Connection

from craftdesk.base.fields import Sought
from craftdesk.base.names import fold, sound_keys, words
from craftdesk.data import questions
from craftdesk.data.bulk import AMONG
from craftdesk.data.model import Model, fields_of, models

TABLE = "table"
"""Every entry has its table as a facet."""
BY_SOUND = 2
"""The tier of what fits by its sound."""
_SHORT_SOUND = 2
"""The sounds of بن and بو would find too many."""

TABLES = (
    """CREATE TABLE search_entry (
        number INTEGER PRIMARY KEY, table_name TEXT NOT NULL, record_id TEXT NOT NULL UNIQUE)""",
    """CREATE VIRTUAL TABLE search_text USING fts5(
        words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7', tokenize='ascii')""",
    # The index of a long import is written at one go, not megabyte by megabyte.
    "INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 16777216)",
)


def create_tables(connection: Connection) -> None:
    for statement in TABLES:
        connection.exec_driver_sql(statement)


def _sought(model: type[Model]) -> list[tuple[str, Sought]]:
    return [(name, field.sought) for name, field in fields_of(model).items() if field.sought]


def is_sought(model: type[Model]) -> bool:
    """Whether the records of a table can be found."""
    return bool(_sought(model))


def holds(connection: Connection, number: int, text: str) -> bool:
    """Whether the entry of this number is found by every word of `text`, as `text_of` gives it."""
    asked = " AND ".join(f'"{word}"' for word in text.split())
    rows = connection.exec_driver_sql(
        "SELECT 1 FROM search_text WHERE search_text MATCH ? AND rowid = ?", (asked, number)
    )
    return rows.first() is not None


def text_of(record: Model) -> str:
    """All words under which a record is found. A word may stand there twice."""
    [text] = _texts_of(type(record), [_values(record)])
    return text


def _values(record: Model) -> dict[str, Any]:
    return {name: getattr(record, name) for name in ("id", *dict(_sought(type(record))))}


def _texts_of(model: type[Model], rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The words of many records, column by column; those that all of them share are made once."""
    given = set().union(*rows)
    plain, ways = _ways(model)
    shared = [words_of(None) for name, words_of in ways if name not in given]
    shared.append(questions.facet(TABLE, model.__tablename__))
    texts: list[Iterable[str]] = [repeat(" ".join(filter(None, shared)), len(rows))]
    texts += [map(words_of, [row.get(name) for row in rows]) for name, words_of in ways if name in given]
    if written := [[row.get(name) or "" for row in rows] for name in plain if name in given]:
        # What is sought as it is written is folded at one go.
        texts.append(map(fold, map(" ".join, zip(*written, strict=True))))
    return list(map(" ".join, zip(*texts, strict=True)))


@cache
def _ways(model: type[Model]) -> tuple[list[str], list[tuple[str, Callable[[Any], str]]]]:
    """The columns that are sought as they are written, and how the words of the others are made."""
    plain = [name for name, way in _sought(model) if way in (Sought.CODE, Sought.WORDS)]
    others = [(name, way) for name, way in _sought(model) if name not in plain]
    return plain, [(name, _name if way is Sought.NAME else _facets(model, name)) for name, way in others]


@lru_cache(50_000)
def _name(text: str | None) -> str:
    """The words, all of them as one (Bou Djellal is written Boudjellal too), and how they sound, whole and in parts."""
    parts = words(text or "")
    sounds = sound_keys(text or "")
    if len(parts) > 1:
        sounds = [*sounds, *(key for part in parts for key in sound_keys(part) if len(key) > _SHORT_SOUND)]
    return " ".join(dict.fromkeys((*parts, "".join(parts), *(questions.SOUND + key for key in sounds))))


def _facets(model: type[Model], name: str) -> Callable[[Any], str]:
    """Of a structure it is only known that it is there."""
    facets = _Facets(model, name)
    if isinstance(model.__table__.columns[name].type, JSON):
        return lambda value: facets[None if value is None else "1"]
    return facets.__getitem__


class _Facets(dict[Any, str]):
    """The facets of a column's values, each worked out when it is first met.

    A record that is not saved yet gets the column's default.
    """

    def __init__(self, model: type[Model], name: str) -> None:
        super().__init__()
        self._name = name
        default = getattr(model.__table__.columns[name].default, "arg", None)
        self._default = None if callable(default) else default

    def __missing__(self, value: Any) -> str:
        known = self._default if value is None else value
        short = questions.month(known) if isinstance(known, date) else str(known)
        found = self[value] = "" if known is None else questions.facet(self._name, short)
        return found


@contextmanager
def adding(connection: Connection, model: type[Model], rows: Sequence[Mapping[str, Any]]) -> Iterator[None]:
    """Makes many rows searchable.

    SQLite writes their words beside what is done inside, which must leave the connection alone.
    """
    if not _sought(model):
        yield
        return
    statement, values = _entered(connection, model, rows)
    with ThreadPoolExecutor(1) as beside:
        written = beside.submit(connection.exec_driver_sql, statement, values)
        yield
        written.result()


def _entered(
    connection: Connection, model: type[Model], rows: Sequence[Mapping[str, Any]]
) -> tuple[str, tuple[int, str]]:
    """Gives rows their numbers; what then writes their words."""
    first = connection.exec_driver_sql("SELECT coalesce(max(number), 0) + 1 FROM search_entry").scalar_one()
    connection.exec_driver_sql(
        "INSERT INTO search_entry SELECT ? + key, ?, value FROM json_each(?)",
        (first, model.__tablename__, json.dumps([row["id"] for row in rows])),
    )
    texts = json.dumps(_texts_of(model, rows), ensure_ascii=False)
    return "INSERT INTO search_text (rowid, words) SELECT ? + key, value FROM json_each(?)", (first, texts)


def remove(connection: Connection, model: type[Model], keys: Sequence[str]) -> None:
    if not _sought(model) or not keys:
        return
    asked = f"SELECT number FROM search_entry WHERE record_id IN ({AMONG})"
    numbers = json.dumps([row[0] for row in connection.exec_driver_sql(asked, (json.dumps(list(keys)),))])
    connection.exec_driver_sql(f"DELETE FROM search_text WHERE rowid IN ({AMONG})", (numbers,))
    connection.exec_driver_sql(f"DELETE FROM search_entry WHERE number IN ({AMONG})", (numbers,))


def keep_up(connection: Connection, kept: Iterable[Model], gone: Iterable[Model]) -> None:
    """Follow records that were saved or deleted, those of each table at one go."""
    for model, records in _by_model((*kept, *gone)).items():
        remove(connection, model, [record.id for record in records])
    for model, records in _by_model(kept).items():
        connection.exec_driver_sql(*_entered(connection, model, [_values(record) for record in records]))


def _by_model(records: Iterable[Model]) -> dict[type[Model], list[Model]]:
    found: dict[type[Model], list[Model]] = {}
    for record in records:
        if is_sought(type(record)):
            found.setdefault(type(record), []).append(record)
    return found


def keys(connection: Connection, table: str, question: str, limit: int, offset: int = 0) -> list[str]:
    """The keys of a table's records that an index question finds, in the order of their entries."""
    rows = connection.exec_driver_sql(
        "SELECT e.record_id FROM search_text t CROSS JOIN search_entry e ON e.number = t.rowid "
        "WHERE search_text MATCH ? AND e.table_name = ? ORDER BY t.rowid LIMIT ? OFFSET ?",
        (question, table, limit, offset),
    )
    return [row[0] for row in rows]


def only(question: str, table: str) -> str:
    """The question among the records of one table, as far as the index itself can tell: the other tables are few."""
    others = _others(table, len(models()))
    return f"({question}) NOT ({others})" if others else question


@cache
def _others(table: str, known: int) -> str:  # noqa: ARG001 - asked anew when more tables are known
    names = [name for name, model in models().items() if name != table and is_sought(model)]
    return " OR ".join(f'"{questions.facet(TABLE, name)}"' for name in names)


def find(connection: Connection, typed: str, tables: Sequence[str] = (), limit: int = 50) -> list[tuple[str, str]]:
    """(table, key) of records that hold all the typed words: as they are, then by beginning and sound.

    What is wider still is asked only when nothing was found.
    """
    return list(ranked(connection, typed, tables, limit))


def ranked(
    connection: Connection, typed: str, tables: Sequence[str] = (), limit: int = 50
) -> dict[tuple[str, str], int]:
    """The same, each with how it fits: 0 as it was typed, 1 by its beginning, 2 by its sound, 3 wider still."""
    found: dict[tuple[str, str], int] = {}
    asked = questions.asked(typed)
    if asked is None:
        return found
    for tier, question in enumerate(asked.tiers):
        if len(found) >= limit:
            break
        # A later question finds again what an earlier one found.
        for pair in _find(connection, question, tables, limit + len(found)):
            found.setdefault(pair, tier if tier < asked.by_letters else BY_SOUND)
    if not found:
        found = dict.fromkeys(_find(connection, asked.widest, tables, limit), BY_SOUND + 1)
    return dict(islice(found.items(), limit))


def _find(connection: Connection, question: str, tables: Sequence[str], limit: int) -> list[tuple[str, str]]:
    among = f" AND e.table_name IN ({', '.join('?' * len(tables))})" if tables else ""
    rows = connection.exec_driver_sql(
        "SELECT e.table_name, e.record_id FROM search_text t CROSS JOIN search_entry e ON e.number = t.rowid "
        f"WHERE search_text MATCH ?{among} ORDER BY t.rowid LIMIT ?",
        (question, *tables, limit),
    )
    return [(row[0], row[1]) for row in rows]
