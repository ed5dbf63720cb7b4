"""Many rows changed at once: read, compared and written column by column, without a record for each.

Values are handed over as the journal writes them down (`types.to_json`).
"""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import JSON, ColumnElement, Connection

from craftdesk.base.fields import Sought
from craftdesk.data import bulk, search
from craftdesk.data.model import Model, fields_of
from craftdesk.data.types import from_json

Values = Mapping[str, Any]


def current(
    connection: Connection, model: type[Model], keys: Sequence[str], names: Collection[str]
) -> dict[str, dict[str, Any]]:
    """The values of some columns of many rows, by key; who is gone is left out."""
    columns = [model.__table__.columns[name] for name in names]
    asked = ", ".join(["id", *(f'"{column.name}"' for column in columns)])
    statement = f"SELECT {asked} FROM {model.__tablename__} WHERE id IN ({bulk.AMONG})"
    reads = [bulk.reader(column) for column in columns]
    found = connection.exec_driver_sql(statement, (json.dumps(list(keys)),))
    return {
        key: {
            column.name: None if value is None else read(value)
            for column, read, value in zip(columns, reads, values, strict=True)
        }
        for key, *values in found
    }


def differing(before: Mapping[str, Values], wanted: Mapping[str, Values]) -> dict[str, dict[str, Any]]:
    """What is wanted and stands there otherwise, of the rows that are there."""
    found = {}
    for key, values in wanted.items():
        if key in before:
            other = {name: value for name, value in values.items() if before[key][name] != value}
            if other:
                found[key] = other
    return found


class Step(Protocol):
    """An edit of a record as the journal keeps it."""

    @property
    def record_id(self) -> str: ...
    @property
    def before(self) -> Values | None: ...
    @property
    def after(self) -> Values | None: ...


def taken_back(
    connection: Connection, model: type[Model], steps: Sequence[Step]
) -> tuple[dict[str, dict[str, Any]], list[tuple[str, str]]]:
    """What rows held before these steps (newest first for each), and the columns that were changed since."""
    names = dict.fromkeys(name for step in steps for name in (step.before or {}))
    now = current(connection, model, list({step.record_id for step in steps}), names)
    wanted: dict[str, dict[str, Any]] = {}
    others: list[tuple[str, str]] = []
    for step in steps:
        held = now.get(step.record_id)
        if held is None:
            continue
        for name, was in (step.before or {}).items():
            if held[name] == (step.after or {}).get(name):
                held[name] = wanted.setdefault(step.record_id, {})[name] = was
            else:
                others.append((step.record_id, name))
    return wanted, others


def write(connection: Connection, model: type[Model], changes: Mapping[str, Values]) -> None:
    """Write these columns of these rows; rows in which the same columns change go together."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for key, values in changes.items():
        alike.setdefault(tuple(values), []).append(key)
    for names, keys in alike.items():
        columns = [model.__table__.columns[name] for name in names]
        marks = ", ".join(f'"{name}" = ?' for name in names)
        rows = [(*(_stored(column, changes[key][column.name]) for column in columns), key) for key in keys]
        connection.exec_driver_sql(f"UPDATE {model.__tablename__} SET {marks} WHERE id = ?", rows)


def _stored(column: ColumnElement[Any], value: Any) -> Any:
    """As the file keeps it: structures as text."""
    structure = isinstance(column.type, JSON) and value is not None
    return json.dumps(value, ensure_ascii=False) if structure else value


def find_again(connection: Connection, model: type[Model], changes: Mapping[str, Values]) -> None:
    """Let the search follow those rows of whom something sought was changed."""
    sought = {name for name, field in fields_of(model).items() if field.sought}
    keys = [key for key, values in changes.items() if not sought.isdisjoint(values)]
    if not keys:
        return
    rows = current(connection, model, keys, sought)
    search.remove(connection, model, keys)
    months = {name for name in sought if fields_of(model)[name].sought is Sought.MONTH}
    made = [{"id": key, **_sought(model, rows[key], months)} for key in keys]
    with search.adding(connection, model, made):
        pass


def _sought(model: type[Model], values: Values, months: Collection[str]) -> dict[str, Any]:
    columns = model.__table__.columns
    return {name: from_json(columns[name].type, value) if name in months else value for name, value in values.items()}
