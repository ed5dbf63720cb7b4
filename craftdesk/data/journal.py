"""History and undo, read from the change sets."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Index,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    func,
    select,
)
from sqlalchemy.orm import Session as OrmSession

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.data import rewriting
from craftdesk.data.bulk import among
from craftdesk.data.journal_tables import Change, ChangeSet
from craftdesk.data.model import Model, models
from craftdesk.data.session import Session, chunks
from craftdesk.data.types import from_json, to_json

_Rival = tuple[str, Sequence[str]]
_ONE_BY_ONE = 300
"""So many edits are taken back record by record."""


@dataclass(frozen=True)
class Event:
    """One step in the life of a record. `before` and `after` hold the changed columns as Python values."""

    at: datetime
    who: str
    title: str
    kind: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    set_id: str


@dataclass(frozen=True)
class Conflict:
    """A record (or one of its fields) that an undo left as it is, and why."""

    model: type[Model]
    record_id: str
    label: str
    why: str
    field: str | None = None


@dataclass(frozen=True)
class Undone:
    """What came of an undo: `title` says what it did, or names the action that it had to leave as it is."""

    title: str
    set_id: str | None
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True)
class Binned:
    """A deleted record that can be restored; `title` says in which action it was deleted."""

    model: type[Model]
    record_id: str
    label: str
    at: datetime
    who: str
    set_id: str
    title: str = ""


class _Step(NamedTuple):
    """A change as the journal keeps it, read without a record for each: an import has twenty thousand."""

    id: int
    set_id: str
    table_name: str
    record_id: str
    kind: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def _steps(session: OrmSession, *which: ColumnElement[bool]) -> list[_Step]:
    """Changes, newest first."""
    columns = [Change.__table__.c[name] for name in _Step._fields]
    return [_Step(*row) for row in session.execute(select(*columns).where(*which).order_by(Change.id.desc()))]


def history(session: OrmSession, record_id: str) -> list[Event]:
    """What happened to a record, newest first."""
    found = session.execute(
        select(Change, ChangeSet)
        .join(ChangeSet, ChangeSet.id == Change.set_id)
        .where(Change.record_id == record_id)
        .order_by(Change.id.desc())
    )
    return [_event(change, owner) for change, owner in found]


def change_sets(session: OrmSession, limit: int = 100) -> list[tuple[ChangeSet, int]]:
    """The latest actions with the number of records each touched, newest first."""
    count = select(func.count()).where(Change.set_id == ChangeSet.id).scalar_subquery()
    found = session.execute(select(ChangeSet, count).order_by(ChangeSet.id.desc()).limit(limit))
    return [(owner, number) for owner, number in found]


def last_undoable(session: OrmSession, who: str) -> ChangeSet | None:
    """The latest action of this user that still stands."""
    return session.scalars(
        select(ChangeSet)
        .where(ChangeSet.who == who, ChangeSet.undone_by.is_(None), ChangeSet.undoes.is_(None))
        .order_by(ChangeSet.id.desc())
        .limit(1)
    ).first()


def binned(session: OrmSession, limit: int = 500) -> list[Binned]:
    """What was deleted and not restored, newest first; what an undo took away is not in the bin.

    What hangs on another deleted record comes back with it, and does not stand here by itself.
    """
    found = session.execute(
        select(Change, ChangeSet)
        .join(ChangeSet, ChangeSet.id == Change.set_id)
        .where(Change.kind == "d", ChangeSet.undoes.is_(None), ChangeSet.undone_by.is_(None))
        .order_by(Change.id.desc())
        .limit(limit)
    ).all()
    alive = _alive(session, [change for change, _owner in found])
    gone = {(change.set_id, change.record_id) for change, _owner in found if change.record_id not in alive}
    latest: dict[str, Binned] = {}
    for change, owner in found:
        model = models().get(change.table_name)
        if model is None or not model.kind_title or change.record_id in alive:
            continue
        if not _hangs_on_one_of(gone, change):
            label = _record(model, change.before or {}).label()
            latest.setdefault(
                change.record_id,
                Binned(model, change.record_id, label, owner.at, owner.who, change.set_id, owner.label()),
            )
    return list(latest.values())


def _hangs_on_one_of(gone: set[tuple[str, str]], change: Change) -> bool:
    owners = {str(value) for value in (change.before or {}).values()} - {change.record_id}
    return any((change.set_id, owner) in gone for owner in owners)


def restore(session: Session, record_id: str) -> None:
    """Bring a deleted record back from the bin, with what was deleted along with it and hangs on it.

    Where the same action gave to another record what hung on this one (two that were joined), all of it is taken back.
    """
    change = _steps(session, Change.record_id == record_id, Change.kind == "d")[0]
    if _gave_away(session, change):
        undo(session, change.set_id)
        return
    # What hangs on a record is deleted before it: going backwards, owners come first.
    siblings = _steps(session, Change.set_id == change.set_id, Change.kind == "d")
    wanted = {record_id}
    rows = [c for c in siblings if c.record_id == record_id]
    for other in siblings:
        if other.record_id not in wanted and wanted & set(map(str, (other.before or {}).values())):
            wanted.add(other.record_id)
            rows.append(other)
    session.entitle(N_("Restored: {label}"), label=_record(models()[change.table_name], change.before or {}).label())
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    alive = _alive(session, rows)
    _recreate(session, [row for row in rows if row.record_id not in alive])


def _gave_away(session: OrmSession, gone: _Step) -> bool:
    """Whether something that hung on a deleted record was moved to another one by the same action."""
    edits = _steps(session, Change.set_id == gone.set_id, Change.kind == "u")
    return any(gone.record_id in (edit.before or {}).values() for edit in edits)


def undo(session: Session, set_id: str) -> Undone:
    """Take back all that a change set did, except what was changed since: that is given back as conflicts."""
    owner = session.get_one(ChangeSet, set_id)
    refuse_if(owner.undone_by is not None, _("This was undone already."))
    _entitle_undo(session, owner)
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    changes = _steps(session, Change.set_id == set_id)
    since = _changed_since(session, changes)
    conflicts = _reedit(session, [c for c in changes if c.kind == "u"])
    conflicts += _uncreate(session, [c for c in changes if c.kind == "i"], since)
    conflicts += _recreate(session, [c for c in changes if c.kind == "d"])
    session.flush()
    mine = session.change_set
    if mine is not None:
        _link(session, owner, mine)
    return Undone((mine or owner).label(), mine.id if mine else None, tuple(conflicts))


def _entitle_undo(session: Session, owner: ChangeSet) -> None:
    """An undo of an undo does the first action again, and says so instead of "undone: undone"."""
    first, title = owner, N_("Undone: {title}")
    while first.undoes is not None:
        first = session.get_one(ChangeSet, first.undoes)
        title = N_("Done again: {title}") if title.startswith("Undone") else N_("Undone: {title}")
    session.entitle(title, title=[first.title, first.details])


def _link(session: Session, owner: ChangeSet, mine: ChangeSet) -> None:
    table = ChangeSet.__table__
    run = session.connection().execute
    run(table.update().where(table.c.id == mine.id).values(undoes=owner.id))  # type: ignore[attr-defined]
    run(table.update().where(table.c.id == owner.id).values(undone_by=mine.id))  # type: ignore[attr-defined]
    if owner.undoes is not None:
        run(table.update().where(table.c.id == owner.undoes).values(undone_by=None))  # type: ignore[attr-defined]


def _changed_since(session: OrmSession, changes: Sequence[_Step]) -> set[str]:
    """The created records that were edited later by an action that still stands."""
    created = [change.record_id for change in changes if change.kind == "i"]
    if not created:
        return set()
    return set(
        session.scalars(
            select(Change.record_id)
            .join(ChangeSet, ChangeSet.id == Change.set_id)
            .where(Change.id > changes[0].id, Change.kind == "u", among(Change.record_id, created))
            .where(ChangeSet.undone_by.is_(None), ChangeSet.undoes.is_(None))
        )
    )


def _uncreate(session: Session, changes: Sequence[_Step], since: set[str]) -> list[Conflict]:
    """Delete what was created, except what was edited since, what must stay, and what something newer hangs on.

    What hangs on others goes first, so that a record which stays keeps all that it needs.
    """
    conflicts: list[Conflict] = []
    going = {change.record_id for change in changes}
    for model, keys in sorted(_by_table(changes).items(), key=_depth, reverse=True):
        there = _alive_keys(session, model, keys)
        stay = {key: _("changed since") for key in there if key in since}
        stay |= {key: _("used since by another record") for key in _hung_on(session, model, there, going)}
        stay |= model.held_back(session, [key for key in there if key not in stay])
        conflicts += [Conflict(model, key, session.get_one(model, key).label(), why) for key, why in stay.items()]
        going -= stay.keys()
        leaving = [key for key in there if key not in stay]
        model.taken_back(session, leaving)
        session.delete_rows(model, leaving)
    return conflicts


def _depth(entry: tuple[type[Model], list[str]]) -> int:
    """A table's place behind all tables that it refers to."""
    return Model.metadata.sorted_tables.index(entry[0].__table__)  # type: ignore[arg-type]


def _hung_on(session: OrmSession, model: type[Model], keys: Sequence[str], going: Collection[str]) -> set[str]:
    """Those of `keys` to which a record points that is not going away with them."""
    found: set[str] = set()
    for table in Model.metadata.tables.values():
        for foreign in table.foreign_keys:
            if foreign.column.table is model.__table__:
                pairs = session.execute(select(foreign.parent, table.c.id).where(among(foreign.parent, keys)))
                found.update(target for target, key in pairs if key not in going)
    return found


def _reedit(session: Session, changes: Sequence[_Step]) -> list[Conflict]:
    """Give edited fields their former values, where they still hold what the action left."""
    if len(changes) > _ONE_BY_ONE:
        return _reedit_many(session, changes)
    conflicts: list[Conflict] = []
    for change in changes:
        record = session.get(models()[change.table_name], change.record_id)
        if record is None:
            continue
        for name, was in (change.before or {}).items():
            if to_json(getattr(record, name)) == (change.after or {}).get(name):
                setattr(record, name, _value(type(record), name, was))
            else:
                conflicts.append(Conflict(type(record), record.id, record.label(), _("changed since"), name))
    session.flush()
    return conflicts


def _reedit_many(session: Session, changes: Sequence[_Step]) -> list[Conflict]:
    """The same for very many: column by column, without a record for each."""
    conflicts: list[Conflict] = []
    for model in _by_table(changes):
        steps = [change for change in changes if change.table_name == model.__tablename__]
        for some in chunks(sorted(steps, key=lambda step: step.record_id), 5000):
            wanted, others = rewriting.taken_back(session.connection(), model, some)
            session.change_rows(model, wanted)
            for key, name in others:
                conflicts.append(Conflict(model, key, session.get_one(model, key).label(), _("changed since"), name))
    return conflicts


def _recreate(session: Session, changes: Sequence[_Step]) -> list[Conflict]:
    """Insert deleted rows again, unless their place was taken meanwhile; owners first."""
    conflicts: list[Conflict] = []
    written = {change.record_id: change.before or {} for change in changes}
    for model, keys in sorted(_by_table(changes).items(), key=_depth):
        rows = [_values(model, written[key]) for key in keys]
        rivals = _rivals(session.connection(), model.__table__, rows)  # type: ignore[arg-type]
        told = {key: _has_its_number(session.get_one(model, rival)) for key, (rival, _names) in rivals.items()}
        lost = _without_number(session, model, rows, rivals)
        conflicts += [
            Conflict(model, key, _record(model, written[key]).label(), told[key], name) for key, name in lost.items()
        ]
        why = {key: words for key, words in told.items() if key not in lost}
        why |= model.kept_out(session, [row for row in rows if row["id"] not in told])
        conflicts += [Conflict(model, key, _record(model, written[key]).label(), words) for key, words in why.items()]
        session.add_rows(model, [row for row in rows if row["id"] not in why])
    return conflicts


def _without_number(
    session: OrmSession, model: type[Model], rows: Sequence[dict[str, Any]], rivals: Mapping[str, _Rival]
) -> dict[str, str]:
    """Whom others wait for comes back without a number that is taken now: gives the column that was emptied."""
    needed = _hung_on(session, model, list(rivals), ()) if rivals else set()
    lost: dict[str, str] = {}
    for row in rows:
        [name, *others] = rivals[row["id"]][1] if row["id"] in needed else [""]
        if name and not others and model.__table__.columns[name].nullable:
            row[name] = None
            lost[row["id"]] = name
    return lost


def _has_its_number(rival: Model) -> str:
    return _("{label} has its number now").format(label=rival.label())


def _rivals(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> dict[str, _Rival]:
    """The keys of rows whose place is taken: who took it, and the columns that must not repeat."""
    found: dict[str, _Rival] = {}
    for names in _unique(table):
        wanted = {place: row["id"] for row in rows if None not in (place := tuple(row.get(name) for name in names))}
        columns = [table.c[name] for name in names]
        holders = connection.execute(
            select(table.c.id, *columns).where(among(columns[0], {to_json(place[0]) for place in wanted}))
        )
        found |= {wanted[tuple(place)]: (key, names) for key, *place in holders if tuple(place) in wanted}
    return found


def _unique(table: Table) -> list[list[str]]:
    """The columns whose values together may not repeat."""
    rules = [rule for rule in table.constraints if isinstance(rule, UniqueConstraint | PrimaryKeyConstraint)]
    indexes: list[Index] = [index for index in table.indexes if index.unique]
    return [[column.name for column in rule.columns] for rule in (*rules, *indexes)]


def _by_table(changes: Iterable[_Step | Change]) -> dict[type[Model], list[str]]:
    found: dict[type[Model], list[str]] = {}
    known = models()
    for change in changes:
        found.setdefault(known[change.table_name], []).append(change.record_id)
    return found


def _alive(session: OrmSession, changes: Iterable[_Step | Change]) -> set[str]:
    by_table = _by_table(c for c in changes if c.table_name in models())
    return {key for model, keys in by_table.items() for key in _alive_keys(session, model, keys)}


def _alive_keys(session: OrmSession, model: type[Model], keys: Sequence[str]) -> list[str]:
    return list(session.scalars(select(model.id).where(among(model.id, keys))))


def _value(model: type[Model], name: str, written: Any) -> Any:
    return from_json(model.__table__.columns[name].type, written)


def _values(model: type[Model] | None, written: Mapping[str, Any] | None) -> dict[str, Any]:
    if model is None or not written:
        return {}
    columns = model.__table__.columns
    return {name: from_json(columns[name].type, value) for name, value in written.items() if name in columns}


def _record(model: type[Model], written: Mapping[str, Any]) -> Model:
    """A record as it was written down, not yet in any session."""
    return model(**_values(model, written))


def _event(change: Change, owner: ChangeSet) -> Event:
    model = models().get(change.table_name)
    before, after = _values(model, change.before), _values(model, change.after)
    return Event(owner.at, owner.who, owner.label(), change.kind, before, after, owner.id)
