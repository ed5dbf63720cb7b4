"""When a record that was joined to another comes back: what was made since of its own things goes with it."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Table, or_, select
from sqlalchemy.orm import Session

from craftdesk.data.model import models
from craftdesk.features.roster.models import Artisan

_FAR = 3
"""So many steps lie at most between a thing and whose it is: a scan, a document, a file, an artisan."""


def follow(session: Session, kept: str, back: str) -> None:
    """Give to `back` what bears the name of `kept` but was made of what is the own of `back` again."""
    artisans: Table = Artisan.__table__  # type: ignore[assignment]
    for model in models().values():
        table: Table = model.__table__  # type: ignore[assignment]
        owners = [name for name, target in _pointing(table) if target is artisans]
        own = list(_made_of(table, artisans, back, _FAR))
        for owner in owners if own else ():
            asked = select(model).where(getattr(model, owner) == kept, or_(*own))
            for row in session.scalars(asked).all():
                setattr(row, owner, back)


def _made_of(table: Table, artisans: Table, back: str, far: int) -> Iterator[ColumnElement[bool]]:
    """How a row is known to be made of something that belongs to `back`."""
    for name, target in _pointing(table):
        if target in (artisans, table) or not far:
            continue
        owners = [each for each, whose in _pointing(target) if whose is artisans]
        of_back: list[ColumnElement[bool]] = [target.c[each] == back for each in owners]
        of_back = of_back or list(_made_of(target, artisans, back, far - 1))
        if of_back:
            yield table.c[name].in_(select(target.c.id).where(or_(*of_back)))


def _pointing(table: Table) -> list[tuple[str, Table]]:
    """The columns of a table that point to another one."""
    return [(column.name, foreign.column.table) for column in table.columns for foreign in column.foreign_keys]
