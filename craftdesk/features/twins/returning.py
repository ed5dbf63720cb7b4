"""When a record that was joined to another comes back: what was made since of its own things goes with it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from craftdesk.data.model import Model, models
from craftdesk.features.roster.models import Artisan


class _Way(NamedTuple):
    """A record names its owner, and something that names its owner too: a certificate and its participant."""

    model: type[Model]
    owner: str
    thing: str
    between: Table
    owner_between: Any


def follow(session: Session, kept: str, back: str) -> None:
    """Give to `back` what bears the name of `kept` but was made of what is the own of `back` again."""
    for way in _ways():
        things = select(way.between.c.id).where(way.owner_between == back)
        owner, thing = getattr(way.model, way.owner), getattr(way.model, way.thing)
        for row in session.scalars(select(way.model).where(owner == kept, thing.in_(things))).all():
            setattr(row, way.owner, back)


def _ways() -> Iterator[_Way]:
    artisans = Artisan.__table__
    for model in models().values():
        columns = list(model.__table__.columns)
        for owner in (each for each in columns if _target(each) is artisans):
            for thing in columns:
                between = _target(thing)
                if between is not None and between is not artisans:
                    yield from (
                        _Way(model, owner.name, thing.name, between, each)
                        for each in between.columns
                        if _target(each) is artisans
                    )


def _target(column: Any) -> Table | None:
    """The table that a column points to."""
    return next((foreign.column.table for foreign in column.foreign_keys), None)
