"""Many rows at once: written and read column by column, without a record or a statement for each.

Rows may leave columns out: they get the column's default, or stay empty.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from sqlalchemy import JSON, Boolean, Column, ColumnElement, Connection, Date, Table, func, select
from sqlalchemy.orm import InstrumentedAttribute

from craftdesk.data.model import Model

_MANY = 5000


class Prepared(NamedTuple):
    """Rows as the driver takes them, and the statement that takes them in."""

    table: str
    statement: str
    values: list[tuple[Any, ...]]


def prepared(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> Prepared:
    """Asks nothing of the file."""
    given = set().union(*rows)
    columns = [column for column in table.columns if column.name in given or column.default is not None]
    names = ", ".join(f'"{column.name}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    values = [
        _written(connection, column, rows) if column.name in given else _defaults(connection, column, len(rows))
        for column in columns
    ]
    statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"
    return Prepared(table.name, statement, list(zip(*values, strict=True)))


def insert(connection: Connection, rows: Prepared) -> None:
    with _indexed_afterwards(connection, rows.table, len(rows.values)):
        connection.exec_driver_sql(rows.statement, rows.values)


@contextmanager
def _indexed_afterwards(connection: Connection, table: str, rows: int) -> Iterator[None]:
    """More rows than a table has are indexed at one go when all are there, which takes half the time.

    Readers keep what they see until the transaction ends, and it ends as a whole or not at all.
    """
    indexes = []
    if rows >= _MANY and connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() < rows:
        asked = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
        indexes = [tuple(found) for found in connection.exec_driver_sql(asked, (table,))]
    for name, _sql in indexes:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    yield
    for _name, sql in indexes:
        connection.exec_driver_sql(sql)


def _written(connection: Connection, column: Column[Any], rows: Sequence[Mapping[str, Any]]) -> list[Any]:
    """The values of a column as the driver takes them."""
    name = column.name
    if column.default is None:
        values = [row.get(name) for row in rows]
    else:
        default = _default(column)
        values = [row[name] if name in row else default() for row in rows]
    if isinstance(column.type, Date):
        # As SQLAlchemy writes it, in a tenth of the time.
        return [value and value.isoformat() for value in values]
    write = _writer(connection, column)
    if write is None:
        return values
    return list(map(write if isinstance(column.type, JSON) else _Remembered(write).get_or_ask, values))


def _defaults(connection: Connection, column: Column[Any], count: int) -> list[Any]:
    """The values of a column that no row gives; what is the same for all is written once."""
    default, write = _default(column), _writer(connection, column) or _as_it_is
    if column.default is not None and column.default.is_scalar:
        return [write(default())] * count
    return [write(default()) for _row in range(count)]


def _writer(connection: Connection, column: Column[Any]) -> Callable[[Any], Any] | None:
    return column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect)


def _default(column: Column[Any]) -> Callable[[], Any]:
    made = column.default.arg  # type: ignore[union-attr]
    return (lambda: made(None)) if callable(made) else (lambda: made)


class _Remembered(dict[Any, Any]):
    """Writes each value once: the rows of a list repeat themselves."""

    def __init__(self, write: Callable[[Any], Any]) -> None:
        super().__init__()
        self._write = write
        self.get_or_ask = self.__getitem__

    def __missing__(self, value: Any) -> Any:
        written = self[value] = self._write(value)
        return written


def written_down(connection: Connection, model: type[Model], keys: Sequence[str]) -> list[tuple[str, dict[str, Any]]]:
    """The keys and values of many rows as the journal keeps them; columns that are empty are left out."""
    table = model.__table__
    reads = [reader(column) for column in table.columns]
    names = [column.name for column in table.columns]
    statement = f"SELECT {', '.join(names)} FROM {table} WHERE id IN ({AMONG})"
    place = names.index("id")
    return [
        (
            row[place],
            {name: read(value) for name, read, value in zip(names, reads, row, strict=True) if value is not None},
        )
        for row in connection.exec_driver_sql(statement, (json.dumps(list(keys)),))
    ]


def reader(column: ColumnElement[Any]) -> Callable[[Any], Any]:
    """In the file a value lies as the journal writes it, but for structures and truths."""
    if isinstance(column.type, JSON):
        return json.loads
    return bool if isinstance(column.type, Boolean) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


AMONG = "SELECT value FROM json_each(?)"
"""A list of any length as one parameter: `json.dumps` of it."""


def among(column: ColumnElement[Any] | InstrumentedAttribute[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """Whether a column is one of so many values that they do not fit into a statement."""
    return column.in_(select(func.json_each(json.dumps(list(values))).table_valued("value").c.value))
