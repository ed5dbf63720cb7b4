"""The journal in readable sentences: what changed in a record, by the labels of its fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from craftdesk.base.dates import format_day
from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_, _, is_rtl
from craftdesk.base.numbers import format_dinars, format_number, group_phone, isolate
from craftdesk.data import journal
from craftdesk.data.journal_tables import Change, ChangeSet
from craftdesk.data.model import Model, fields_of, models
from craftdesk.data.session import Session

KINDS = {"i": N_("created"), "u": N_("changed"), "d": N_("deleted")}
NUMBERS: tuple[Kind, ...] = (Kind.NUMBER, Kind.MONEY)
MOST_CHANGES = 60


@dataclass(frozen=True)
class Step:
    """One step in the life of a record: when, by whom, in which action, and its sentences."""

    at: datetime
    who: str
    title: str
    kind: str
    sentences: tuple[str, ...]
    set_id: str


@dataclass(frozen=True)
class Touched:
    """A record that an action changed, with its sentences."""

    model: type[Model]
    key: str
    label: str
    kind: str
    sentences: tuple[str, ...]
    there: bool


def steps(session: Session, key: str) -> list[Step]:
    """The history of a record, newest first."""
    model = _model_of(session, key)
    if model is None:
        return []
    return [
        Step(event.at, event.who, event.title, event.kind, _sentences(session, model, event), event.set_id)
        for event in journal.history(session, key)
    ]


def touched(session: Session, set_id: str, limit: int = MOST_CHANGES) -> list[Touched]:
    """The records that an action changed, as far as a kind of record that users know."""
    found = session.scalars(select(Change).where(Change.set_id == set_id).order_by(Change.id).limit(limit))
    return [each for change in found if (each := _touched(session, change)) is not None]


def kept(session: Session, set_id: str, limit: int = MOST_CHANGES) -> list[Touched]:
    """What an undo left as it is, because it was changed or used since; asked of the undo or of what it undid."""
    asked = session.get_one(ChangeSet, set_id)
    undo, undone = (asked.id, asked.undoes) if asked.undoes else (asked.undone_by, asked.id)
    if undo is None or undone is None:
        return []
    back = select(Change.record_id).where(Change.set_id == undo)
    left = (
        select(Change)
        .where(Change.set_id == undone, Change.kind != "d", Change.record_id.not_in(back))
        .order_by(Change.id)
        .limit(limit)
    )
    found = [_touched(session, change) for change in session.scalars(left)]
    return [each for each in found if each is not None and each.there]


def _touched(session: Session, change: Change) -> Touched | None:
    model = models().get(change.table_name)
    if model is None or not model.kind_title:
        return None
    record = session.get(model, change.record_id)
    event = next((e for e in journal.history(session, change.record_id) if e.set_id == change.set_id), None)
    sentences = _sentences(session, model, event) if event else ()
    label = record.label() if record else _label_then(model, change)
    return Touched(model, change.record_id, label, change.kind, sentences, record is not None)


def _label_then(model: type[Model], change: Change) -> str:
    """What a record was called that is not there any more."""
    values = {name: value for name, value in (change.before or {}).items() if name in model.__table__.columns}
    return model(**values).label() if change.kind == "d" else _(model.kind_title)


def _model_of(session: Session, key: str) -> type[Model] | None:
    table = session.scalars(select(Change.table_name).where(Change.record_id == key).limit(1)).first()
    return models().get(table or "")


def _sentences(session: Session, model: type[Model], event: journal.Event) -> tuple[str, ...]:
    if event.kind != "u":
        return ()
    return tuple(_changes(session, model, event.before, event.after))


def _changes(
    session: Session, model: type[Model], before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[str]:
    """«Phone: 0661 … ← 0550 …» for each declared field that changed, in the order of declaration."""
    arrow = "←" if is_rtl() else "→"
    for name, field in fields_of(model).items():
        if name in after and field.kind is not Kind.HIDDEN:
            was, now = (shown(session, model, name, field, values.get(name)) for values in (before, after))
            words = f"{was} {arrow} {now}" if was and now else now or _("emptied ({was})").format(was=was)
            yield _("{label}: {value}").format(label=_(field.label), value=words)


def shown(session: Session, model: type[Model], name: str, field: Field, value: Any) -> str:
    """A value as the office reads it."""
    if value in (None, ""):
        return ""
    if field.kind is Kind.RECORD:
        return _record(session, model, name, value)
    if field.kind is Kind.IMAGE:
        return _("a picture")
    if field.choices:
        return _(field.choices.get(value, str(value)))
    return _plain(field, value)


def _plain(field: Field, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return format_day(value)
    if field.kind in NUMBERS:
        return format_dinars(value) if field.kind is Kind.MONEY else isolate(format_number(value))
    if field.kind is Kind.PHONE:
        return isolate(group_phone(value))
    return isolate(_masked(value) if field.masked else str(value))


def _masked(value: str) -> str:
    return "•" * max(0, len(value) - 4) + value[-4:]


def _record(session: Session, model: type[Model], name: str, key: str) -> str:
    """What the record is called to which a column points."""
    for foreign in model.__table__.columns[name].foreign_keys:
        target = models().get(foreign.column.table.name)
        record = session.get(target, key) if target else None
        if record is not None:
            return record.label()
    return key
