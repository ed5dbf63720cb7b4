"""Putting what a form gives into a record."""

from collections.abc import Mapping
from typing import Any

from craftdesk.data.model import Model


def fill(record: Model, values: Mapping[str, Any]) -> None:
    """Set the columns; an emptied text is an empty text where the column cannot be without one."""
    for name, value in values.items():
        setattr(record, name, own(type(record), name, value))


def filled(model: type[Model], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values for a new record."""
    return {name: own(model, name, value) for name, value in values.items()}


def own(model: type[Model], name: str, value: Any) -> Any:
    column = model.__table__.columns[name]
    return "" if value is None and not column.nullable and column.type.python_type is str else value
