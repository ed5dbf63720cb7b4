"""Whether an office file is whole: the file itself, the references, the journal, the search entries."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, exists, func, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session, aliased

from craftdesk.base.i18n import N_, _
from craftdesk.data import search
from craftdesk.data.journal_tables import Change, ChangeSet
from craftdesk.data.model import Model, models
from craftdesk.data.types import to_json

SAMPLE = 500
"""Of so many records, spread over the file, the search words are asked one by one."""
BATCH = 500
GONE = N_("{table} {key} is not there, and the journal does not know why.")


@dataclass(frozen=True)
class Fault:
    """Something in the file that cannot be right. `part` is "file", "references", "journal" or "search"."""

    part: str
    title: str
    details: Mapping[str, Any] = field(default_factory=dict)

    def label(self) -> str:
        return _(self.title).format_map(self.details)


@dataclass(frozen=True)
class Report:
    """What was looked at and what was found."""

    records: int
    changes: int
    faults: tuple[Fault, ...]


def check(session: Session) -> Report:
    """Look at the whole file: at its pages and indexes on a thread beside, which is half of the work."""
    parts = ((_references, "references"), (_journal, "journal"), (_undone, "journal"), (_search, "search"))
    with ThreadPoolExecutor(1) as beside, Session(session.get_bind()) as other:
        file = beside.submit(_seen, _file, "file", other)
        rest = [fault for look, part in parts for fault in _seen(look, part, session)]
        found = (*file.result(), *rest)
    return Report(_count(session, *_journaled()), _count(session, Change), found)


def _seen(look: Callable[[Session], Iterator[Fault]], part: str, session: Session) -> list[Fault]:
    found: list[Fault] = []
    try:
        found += look(session)
    except DatabaseError as error:
        found.append(Fault(part, N_("It cannot be read: {error}"), {"error": str(error.orig)}))
    return found


def _count(session: Session, *tables: type[Model]) -> int:
    try:
        return sum(session.scalar(select(func.count()).select_from(table)) or 0 for table in tables)
    except DatabaseError:
        return 0


def _journaled() -> list[type[Model]]:
    return [model for model in models().values() if model.journaled]


def _file(session: Session) -> Iterator[Fault]:
    for (line,) in session.connection().exec_driver_sql("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Fault("file", N_("The file is damaged: {line}"), {"line": line})


def _references(session: Session) -> Iterator[Fault]:
    for table, row, target, _key in session.connection().exec_driver_sql("PRAGMA foreign_key_check"):
        details = {"table": table, "row": row, "target": target}
        yield Fault("references", N_("Row {row} of {table} points to a {target} that is not there."), details)


def _journal(session: Session) -> Iterator[Fault]:
    """Every change has its set; every record is what the journal says of it."""
    homeless = select(Change.id).where(~exists().where(ChangeSet.id == Change.set_id))
    for number in session.scalars(homeless):
        yield Fault("journal", N_("Change {number} belongs to no action."), {"number": number})
    for model in _journaled():
        unwritten = select(model.id).where(~exists().where(Change.record_id == model.id))
        for key in session.scalars(unwritten):
            yield _about(model.__tablename__, key, N_("The journal does not know {table} {key}."))
    yield from _untouched(session)
    yield from _lives(session)


@dataclass
class _Life:
    """What the journal says of a record: whether it is there, and the values that were written down last."""

    table: str
    key: str
    there: bool = True
    values: dict[str, Any] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def take(self, change: Row[int, str, str, str, Any, Any]) -> None:
        """One change more; its `before` must be what was known."""
        for name, value in (change.before or {}).items():
            if self.values.get(name, value) != value:
                self.broken.append(name)
        self.there = change.kind != "d"
        self.values = {**self.values, **(change.after or {})} if change.kind == "u" else {}


def _untouched(session: Session) -> Iterator[Fault]:
    """Records that were created and never changed since hold no value that the journal knows: they must be there."""
    touched = "SELECT record_id FROM change WHERE kind <> 'i'"
    for model in _journaled():
        asked = (
            f"SELECT record_id FROM change WHERE table_name = ? AND kind = 'i' "
            f"AND record_id NOT IN (SELECT id FROM {model.__tablename__}) AND record_id NOT IN ({touched})"
        )
        for (key,) in session.connection().exec_driver_sql(asked, (model.__tablename__,)):
            yield _about(model.__tablename__, key, GONE)


def _lives(session: Session) -> Iterator[Fault]:
    """The records that were changed or deleted."""
    columns = (Change.id, Change.record_id, Change.table_name, Change.kind, Change.before, Change.after)
    touched = select(Change.record_id).where(Change.kind != "i")
    asked = select(*columns).where(Change.record_id.in_(touched)).order_by(Change.record_id, Change.id)
    waiting: dict[str, list[_Life]] = {}
    for key, changes in groupby(session.execute(asked, execution_options={"yield_per": 5000}), attrgetter("record_id")):
        life = _life(key, list(changes))
        some = waiting.setdefault(life.table, [])
        some.append(life)
        if len(some) == BATCH:
            yield from _compare(session, waiting.pop(life.table))
    for some in waiting.values():
        yield from _compare(session, some)


def _life(key: str, changes: Sequence[Row[int, str, str, str, Any, Any]]) -> _Life:
    life = _Life(changes[0].table_name, key)
    for change in changes:
        life.take(change)
    return life


def _compare(session: Session, lives: Sequence[_Life]) -> Iterator[Fault]:
    """The records as they are against what the journal says of them."""
    model = models().get(lives[0].table)
    if model is None:
        return
    table = model.__table__
    keys = [life.key for life in lives]
    rows = {row["id"]: row for row in session.execute(select(table).where(table.c.id.in_(keys))).mappings()}
    for life in lives:
        row = rows.get(life.key)
        if (row is not None) != life.there:
            yield _about(life.table, life.key, GONE if life.there else N_("{table} {key} is there, though deleted."))
        held = {name: to_json(row[name]) for name in life.values if name in row} if row is not None else {}
        differ = [name for name, value in held.items() if value != life.values[name]]
        for name in dict.fromkeys(life.broken + differ):
            yield _about(life.table, life.key, N_("{table} {key}: the history of “{field}” does not fit."), field=name)


def _about(table: str, key: str, title: str, **details: str) -> Fault:
    return Fault("journal", title, {"table": table, "key": key, **details})


def _undone(session: Session) -> Iterator[Fault]:
    """An undone action and its undo name each other."""
    other = aliased(ChangeSet)
    lost = select(ChangeSet.id).where(
        ChangeSet.undone_by.is_not(None),
        ~exists().where(other.id == ChangeSet.undone_by, other.undoes == ChangeSet.id),
    )
    deaf = (
        select(ChangeSet.id)
        .join(other, other.id == ChangeSet.undoes)
        .where(ChangeSet.undone_by.is_(None), func.coalesce(other.undone_by, "") != ChangeSet.id)
    )
    for key in (*session.scalars(lost), *session.scalars(deaf)):
        yield Fault("journal", N_("Action {key} and its undo do not fit."), {"key": key})


def _search(session: Session) -> Iterator[Fault]:
    for model in models().values():
        if search.is_sought(model):
            yield from _entries(session, model)
    run = session.connection().exec_driver_sql
    for (number,) in run("SELECT number FROM search_entry WHERE number NOT IN (SELECT rowid FROM search_text)"):
        yield Fault("search", N_("Search entry {number} has no words."), {"number": number})


def _entries(session: Session, model: type[Model]) -> Iterator[Fault]:
    """Every record has its entry, every entry its record, and a sample is found by its words."""
    run, table = session.connection().exec_driver_sql, model.__tablename__
    entries = f"SELECT record_id FROM search_entry WHERE table_name = '{table}'"
    for (key,) in run(f"SELECT id FROM {table} WHERE id NOT IN ({entries})"):
        yield Fault("search", N_("{table} {key} cannot be found by the search."), {"table": table, "key": key})
    for (key,) in run(f"{entries} AND record_id NOT IN (SELECT id FROM {table})"):
        yield Fault("search", N_("The search holds {table} {key}, which is not there."), {"table": table, "key": key})
    for key in _unfindable(session, model):
        yield Fault("search", N_("The search words of {table} {key} are old."), {"table": table, "key": key})


def _unfindable(session: Session, model: type[Model]) -> Iterator[str]:
    step = max(1, _count(session, model) // SAMPLE)
    entry = "SELECT e.number, e.record_id FROM search_entry e WHERE e.table_name = ? AND e.number % ? = 0"
    for number, key in session.connection().exec_driver_sql(entry, (model.__tablename__, step)).all():
        record = session.get(model, key)
        asked = search.text_of(record) if record else ""
        if asked and not search.holds(session.connection(), number, asked):
            yield key
