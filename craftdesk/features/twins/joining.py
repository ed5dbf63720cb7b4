"""Moving everything that hangs on one record to another, whichever feature it belongs to.

The tables themselves say what hangs on what. Where a place is taken (both took part in one session), the two become
one: what hangs on them moves too, and the empty fields of the one that stays are filled. What bears a number that must
leave no gap is never given up: it stays as it is, without that place.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Index, Table, UniqueConstraint, select

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model, models
from craftdesk.data.session import Session
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training.models import Mark, TrainingSession

Note = list[Any]
"""A sentence that can be said in any language: [message, details]."""
OWNER = "artisan_id"
"""So is also called what names an artisan who may be gone."""
_ONCE = {
    "trainer": ("session_id", OWNER),
    "status_change": (OWNER, "status", "day"),
    "tie": (OWNER, "other_id", "body_id", "kind", "ends"),
    "other_name": (OWNER, "kind", "name_ar", "name_la"),
}
"""What stands once, though no table says so, unless each of the two points to something of its own."""
_BETTER: dict[tuple[str, str], tuple[Any, ...]] = {
    ("attendance", "mark"): (Mark.PRESENT, Mark.LATE, Mark.EXCUSED, Mark.ABSENT)
}
"""Of two values the one that stands first is kept."""
_BOTH_IN_SESSION = N_("Both were on the list of “{subject}”: what was entered for them is put together.")
_BOTH = N_("{kind}: what both had is one now.")
_WITHOUT_PLACE = N_("{kind} {label} stays as it was issued, beside the one of the same session.")
_WITH_ITSELF = N_("{kind} between the two ends: they are one person.")


def move(session: Session, model: type[Model], origin: str, target: str) -> list[Note]:
    """Let everything that points to the record `origin` of a table point to `target`; gives what is to be told."""
    notes: list[Note] = []
    for pointing, name in _pointing(model):
        column = getattr(pointing, name)
        for row in session.scalars(select(pointing).where(column == origin).order_by(pointing.id)).all():
            notes += _redirect(session, row, name, target)
    session.flush()
    return notes


def _pointing(model: type[Model]) -> Iterator[tuple[type[Model], str]]:
    """The columns of all tables that name a record of this one."""
    table = model.__table__
    for name, other in sorted(models().items()):
        for column in other.__table__.columns:
            named = any(foreign.column.table is table for foreign in column.foreign_keys)
            if named or (model is Artisan and column.name == OWNER and not column.foreign_keys):
                yield models()[name], column.name


def _redirect(session: Session, row: Model, name: str, target: str) -> list[Note]:
    if _is_tie(row, name, target):
        note = _note(_WITH_ITSELF, row)
        _give_up(session, row)
        return [note]
    rival = _rival(session, row, name, target)
    if rival is not None and not _bears_number(type(row)):
        return _become_one(session, row, rival)
    if rival is not None and not type(row).__table__.columns[name].nullable:
        told = _("{label} and {other} cannot both be one person's.")
        raise UserError(told.format(label=row.label(), other=rival.label()))
    setattr(row, name, None if rival is not None else target)
    session.flush()
    return [_note(_WITHOUT_PLACE, row)] if rival is not None else []


def _is_tie(row: Model, name: str, target: str) -> bool:
    """Whether the row would tie somebody to himself."""
    columns = type(row).__table__.columns
    to = {foreign.column.table for foreign in columns[name].foreign_keys}
    others = [each.name for each in columns if to & {foreign.column.table for foreign in each.foreign_keys}]
    return any(getattr(row, other) == target for other in others if other != name)


def _bears_number(model: type[Model]) -> bool:
    return model.held_back.__func__ is not Model.held_back.__func__  # type: ignore[attr-defined]


def _rival(session: Session, row: Model, name: str, target: str) -> Model | None:
    """What has the place that the row would take."""
    model = type(row)
    table: Table = model.__table__  # type: ignore[assignment]
    for names in (*_unique(table), _ONCE.get(table.name, ())):
        wanted = {each: target if each == name else getattr(row, each) for each in names}
        if name in names and (table.name in _ONCE or None not in wanted.values()):
            there = (getattr(model, each) == value for each, value in wanted.items())
            found = session.scalars(select(model).where(model.id != row.id, *there).limit(1)).first()
            if found is not None and (table.name not in _ONCE or _agree(row, found, name)):
                return found
    return None


def _agree(row: Model, rival: Model, but: str) -> bool:
    """Whether neither points to anything that the other would have to give up."""
    pointing = [column.name for column in type(row).__table__.columns if column.foreign_keys and column.name != but]
    pairs = [(getattr(row, each), getattr(rival, each)) for each in pointing]
    return all(one == other or None in (one, other) for one, other in pairs)


def _unique(table: Table) -> Iterator[tuple[str, ...]]:
    """The columns whose values together stand once."""
    rules: list[UniqueConstraint | Index] = [rule for rule in table.constraints if isinstance(rule, UniqueConstraint)]
    rules += [index for index in table.indexes if index.unique]
    return (tuple(column.name for column in rule.columns) for rule in rules)


def _become_one(session: Session, row: Model, rival: Model) -> list[Note]:
    """Fill the one that stays from the other, let what hangs on the other move to it, and give the other up."""
    notes = [_told(session, row, rival)] if rival.kind_title or hasattr(rival, "session_id") else []
    for column in type(row).__table__.columns:
        if not column.primary_key:
            _keep_better(row, rival, column.name)
    session.flush()
    notes += move(session, type(row), row.id, rival.id)
    _give_up(session, row)
    return notes


def _keep_better(row: Model, rival: Model, name: str) -> None:
    mine, theirs = getattr(rival, name), getattr(row, name)
    order = _BETTER.get((rival.__tablename__, name))
    better = order is not None and order.index(theirs) < order.index(mine)
    if better or (mine in (None, "") and theirs not in (None, "")):
        setattr(rival, name, theirs)


def _give_up(session: Session, row: Model) -> None:
    session.delete_rows(type(row), [row.id])


def _told(session: Session, row: Model, rival: Model) -> Note:
    """What is to be said of two that became one."""
    held = session.get(TrainingSession, getattr(row, "session_id", None) or "")
    if held is not None:
        return [_BOTH_IN_SESSION, {"subject": held.label()}]
    return _note(_BOTH, rival)


def _note(message: str, row: Model) -> Note:
    return [message, {"kind": [row.kind_title, {}], "label": row.label()}]
