"""The session that writes down what it changes.

Every write to a journaled table goes through here: record by record by the ORM, or many at once by `add_rows`.
Anything else is stopped before it reaches the file.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, event, insert
from sqlalchemy import inspect as look_at
from sqlalchemy.orm import Session as OrmSession
from sqlalchemy.orm import UOWTransaction
from sqlalchemy.orm.attributes import instance_state

from craftdesk.data import bulk, rewriting, search
from craftdesk.data.journal_tables import Change, ChangeSet
from craftdesk.data.keys import new_key
from craftdesk.data.model import Model
from craftdesk.data.types import to_json

T = TypeVar("T")
MAY_WRITE = "craftdesk_may_write"
"""Set in the connection's info while the session itself writes to journaled tables."""


class Session(OrmSession):
    """One transaction. What it changes is written into one change set."""

    who = ""
    desk = ""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.touched: set[type[Model]] = set()
        self.change_set: ChangeSet | None = None
        self._title: tuple[str, dict[str, Any]] | None = None

    def entitle(self, title: str, /, **details: Any) -> None:
        """Say in words what this transaction does; `title` is marked by `N_`, `details` fill its gaps.

        The first title stands: a write that calls another keeps its own.
        """
        if self._title is None:
            self._title = (title, details)

    def add_rows(self, model: type[Model], rows: Sequence[dict[str, Any]]) -> list[str]:
        """Insert many rows at once, written down and searchable like any other; gives their keys.

        A row may leave columns out; it gets its key here unless it brings one.
        """
        self.flush()
        if not rows:
            return []
        for row in rows:
            if "id" not in row:
                row["id"] = new_key()
        keys = [row["id"] for row in rows]
        with search.adding(self.connection(), model, rows):
            prepared = bulk.prepared(self.connection(), model.__table__, rows)  # type: ignore[arg-type]
        with self._gate_open() as connection:
            bulk.insert(connection, prepared)
        self._note_created(model, keys)
        self.touched.add(model)
        return keys

    def delete_rows(self, model: type[Model], keys: Sequence[str]) -> None:
        """Delete many rows at once, written down with all their values."""
        self.flush()
        if not keys:
            return
        for some in chunks(keys, 5000):
            rows = bulk.written_down(self.connection(), model, some)
            self.note([_change(model, key, "d", before=before) for key, before in rows])
            with self._gate_open() as connection:
                connection.exec_driver_sql(
                    f"DELETE FROM {model.__tablename__} WHERE id IN ({bulk.AMONG})", (json.dumps(list(some)),)
                )
            search.remove(self.connection(), model, some)
        self.touched.add(model)
        self.expire_all()

    def change_rows(self, model: type[Model], wanted: Mapping[str, Mapping[str, Any]]) -> int:
        """Change some columns of many rows at once, by key, written down and searchable like any other.

        Values are those of the records, or as the journal writes them. Gives how many rows were other than wanted.
        """
        self.flush()
        changed = 0
        for some in chunks(list(wanted), 5000):
            named = {key: {name: to_json(value) for name, value in wanted[key].items()} for key in some}
            columns = dict.fromkeys(name for values in named.values() for name in values)
            before = rewriting.current(self.connection(), model, some, columns)
            after = rewriting.differing(before, named)
            changed += len(after)
            self.note([_change(model, key, "u", _of(before[key], values), values) for key, values in after.items()])
            with self._gate_open() as connection:
                rewriting.write(connection, model, after)
            rewriting.find_again(self.connection(), model, after)
        if changed:
            self.touched.add(model)
            self.expire_all()
        return changed

    def note(self, changes: list[dict[str, Any]]) -> None:
        """Write changes into this transaction's change set."""
        if not changes:
            return
        owner = self._own_change_set()
        for change in changes:
            change["set_id"] = owner.id
        self.connection().execute(insert(Change), changes)

    def _note_created(self, model: type[Model], keys: list[str]) -> None:
        owner, table = self._own_change_set().id, model.__tablename__
        self.connection().exec_driver_sql(
            "INSERT INTO change (set_id, table_name, record_id, kind) SELECT ?, ?, value, 'i' FROM json_each(?)",
            (owner, table, json.dumps(keys)),
        )

    @contextmanager
    def _gate_open(self) -> Iterator[Connection]:
        connection = self.connection()
        connection.info[MAY_WRITE] = True
        try:
            yield connection
        finally:
            connection.info[MAY_WRITE] = False

    def _own_change_set(self) -> ChangeSet:
        if self.change_set is None:
            if self._title is None:
                raise RuntimeError("a write has no title: call session.entitle")
            title, details = self._title
            owner = ChangeSet(id=new_key(), who=self.who, desk=self.desk, title=title, details=details)
            values = {"id": owner.id, "who": owner.who, "desk": owner.desk, "title": title, "details": details}
            self.connection().execute(insert(ChangeSet), [values])
            self.change_set = owner
        return self.change_set


def _of(values: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: values[name] for name in names}


def chunks(keys: Sequence[T], size: int = 500) -> Iterable[Sequence[T]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))


def _change(
    model: type[Model],
    key: str,
    kind: str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> dict[str, Any]:
    return {"table_name": model.__tablename__, "record_id": key, "kind": kind, "before": before, "after": after}


@event.listens_for(Session, "before_flush")
def _open_the_gate(session: Session, _context: UOWTransaction, _instances: object) -> None:
    session.connection().info[MAY_WRITE] = True


@event.listens_for(Session, "after_flush")
def _write_down(session: Session, _context: UOWTransaction) -> None:
    session.connection().info[MAY_WRITE] = False
    deleted = [thing for thing in session.deleted if isinstance(thing, Model)]
    created = [thing for thing in session.new if isinstance(thing, Model)]
    edited = [
        (thing, _edits(thing)) for thing in session.dirty if isinstance(thing, Model) and session.is_modified(thing)
    ]
    edited = [(thing, edits) for thing, edits in edited if edits[0] or edits[1]]
    changes = [_change(type(thing), thing.id, "i") for thing in created if thing.journaled]
    changes += [_change(type(t), t.id, "u", before, after) for t, (before, after) in edited if t.journaled]
    changes += [_change(type(thing), thing.id, "d", before=_row(thing)) for thing in deleted if thing.journaled]
    session.note(changes)
    kept = [*created, *(thing for thing, _ in edited)]
    session.touched.update(map(type, (*kept, *deleted)))
    search.keep_up(session.connection(), kept, deleted)


def _edits(record: Model) -> tuple[dict[str, Any], dict[str, Any]]:
    """The columns that differ, before and after."""
    state = instance_state(record)
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for prop in look_at(type(record)).column_attrs:
        history = state.get_history(prop.key, 0)  # type: ignore[arg-type]
        if history.has_changes():
            before[prop.key] = to_json(history.deleted[0]) if history.deleted else None
            after[prop.key] = to_json(history.added[0]) if history.added else None
    same = [name for name in before if before[name] == after[name]]
    for name in same:
        del before[name], after[name]
    return before, after


def _row(record: Model) -> dict[str, Any]:
    return {prop.key: to_json(getattr(record, prop.key)) for prop in look_at(type(record)).column_attrs}
