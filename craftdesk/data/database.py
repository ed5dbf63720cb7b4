"""The office file: opening it, and its sessions."""

import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import sessionmaker

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.data import search
from craftdesk.data.model import Model, models
from craftdesk.data.session import MAY_WRITE, Session

__all__ = ["Database", "OfficeInUse", "Session"]

SCHEMA = 1
"""The number of the newest migration; a file of a lower number is upgraded, one of a higher number is refused."""
SQLITE_HEADER = b"SQLite format 3\0"
APPLICATION = 0x43444B31
"""SQLite's application_id of an office file ("CDK1")."""


class OfficeInUse(UserError):  # noqa: N818 - a state of the office, not a fault
    """Another program has this office file open."""


class Database:
    """An office file. A write commits as a whole or not at all.

    `alone` takes the file for this program: a second one gets `OfficeInUse`.
    """

    def __init__(self, path: Path, *, who: str = "", alone: bool = False) -> None:
        self.path = path
        self._lock = _taken(path) if alone else None
        try:
            _refuse_other_files(path)
            self.engine = office_engine(path)
            _make_ready(self.engine, path)
        except BaseException:
            self.close()
            raise
        self._sessions = sessionmaker(self.engine, class_=Session, expire_on_commit=False)
        self.who = who
        self.desk = platform.node()

    def close(self) -> None:
        if hasattr(self, "engine"):
            self.engine.dispose()
        if self._lock is not None:
            self._lock.release()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with self._sessions() as session:
            yield session
            if session.new or session.dirty or session.deleted or session.touched:
                raise RuntimeError("a read has changed records")

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that alone may write until it ends."""
        with self._sessions() as session:
            session.who, session.desk = self.who, self.desk
            session.connection(execution_options={"writes": True})
            with _told_what_hangs_on():
                yield session
                session.commit()


@contextmanager
def _told_what_hangs_on() -> Iterator[None]:
    """What others refer to is not deleted: that is for the user to hear, whichever feature the others belong to."""
    try:
        yield
    except IntegrityError as error:
        if "FOREIGN KEY" not in str(error.orig):
            raise
        raise UserError(_("Other records refer to this one, so it stays.")) from error


def _taken(path: Path) -> FileLock:
    lock = FileLock(path.with_name(path.name + ".lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise OfficeInUse(_("This office is already open in another window of CraftDesk.")) from None
    return lock


def office_engine(path: Path) -> Engine:
    """The way to an office file: safe, guarded, with transactions that we begin ourselves."""
    engine = create_engine(f"sqlite:///{path}", module=sqlcipher)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _guard)
    return engine


def _set_up(raw: DBAPIConnection, _record: object) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves, see _begin
    cursor = raw.cursor()
    for pragma in (
        "foreign_keys=ON",
        "journal_mode=WAL",
        "synchronous=FULL",
        "wal_autocheckpoint=8000",  # 32 MB: who imports a list does not wait until all is copied into the file
        "busy_timeout=15000",
        "cache_size=-32000",
        "temp_store=MEMORY",
        "mmap_size=1073741824",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes the file at once: two that read first and wrote later would fail half-way."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _guard(
    connection: Connection, _cursor: object, statement: str, _parameters: object, _context: object, _many: bool
) -> None:
    """A write that bypasses the session would be missing from the journal: it never reaches the file."""
    verb, _, rest = statement.partition(" ")
    if verb in ("INSERT", "UPDATE", "DELETE") and not connection.info.get(MAY_WRITE):
        table = rest.removeprefix("INTO ").removeprefix("FROM ").split(maxsplit=1)[0].strip('"(')
        if (model := models().get(table)) is not None and model.journaled:
            raise RuntimeError(f"a write to {table} bypasses the journal")


def _make_ready(engine: Engine, path: Path) -> None:
    """Make the tables of a new file, upgrade an old one, refuse what is not ours or too new."""
    with engine.connect() as connection:
        version = _pragma(connection, "user_version")
        ours = _pragma(connection, "application_id") == APPLICATION
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if not tables and not ours:
        create_tables(engine)
    elif not ours:
        raise _not_ours(path)
    elif version > SCHEMA:
        raise UserError(
            _("{file} was written by a newer CraftDesk. Install the newer version on this computer too.").format(
                file=path.name
            )
        )
    elif version < SCHEMA:
        from craftdesk.data.upgrade import upgrade  # noqa: PLC0415 - Alembic is slow to import and rarely needed

        upgrade(engine, path, version)


def _refuse_other_files(path: Path) -> None:
    """SQLite would take a very short file for an empty one and write over it."""
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(len(SQLITE_HEADER)) != SQLITE_HEADER:
                raise _not_ours(path)


def _not_ours(path: Path) -> UserError:
    return UserError(_("{file} is not an office file of CraftDesk.").format(file=path.name))


def create_tables(engine: Engine) -> None:
    with engine.begin() as connection:
        Model.metadata.create_all(connection)
        search.create_tables(connection)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")


def _pragma(connection: Connection, name: str) -> Any:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
