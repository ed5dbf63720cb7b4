"""The office file: opening it, and its sessions.

SQLAlchemy is imported when the first session begins: the start needs none.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.data.file import File, connected, is_database
from craftdesk.data.lock import OfficeLock, Taken

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import sessionmaker

    from craftdesk.data.session import Session

SCHEMA = 1
"""The number of the newest migration; a file of a lower number is upgraded, one of a higher number is refused."""
APPLICATION = 0x43444B31
"""SQLite's application_id of an office file ("CDK1")."""


class OfficeInUse(UserError):  # noqa: N818 - a state of the office, not a fault
    """Another program has this office file open."""


def _nothing() -> None:
    """All tables are known already."""


class Database:
    """An office file. A write commits as a whole or not at all.

    `alone` takes the file for this program: a second one gets `OfficeInUse`. `learn` makes all tables known; it is
    called once, before anything is asked that needs them.
    """

    def __init__(
        self, path: Path, *, who: str = "", alone: bool = False, learn: Callable[[], object] = _nothing
    ) -> None:
        self.path = path
        self.who = who
        self.desk = platform.node()
        self._learn = learn
        self._learning = Lock()
        self._held = _taken(path) if alone else None
        self._idle: list[Any] = []
        try:
            self._make_ready()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if "engine" in vars(self):
            self.engine.dispose()
        while self._idle:
            self._idle.pop().close()
        if self._held is not None:
            self._held.release()

    @cached_property
    def engine(self) -> Engine:
        from craftdesk.data.engine import office_engine  # noqa: PLC0415 - SQLAlchemy

        self.know_tables()
        return office_engine(self.path)

    def know_tables(self) -> None:
        """Make all tables known; who comes meanwhile on another thread waits until they are."""
        with self._learning:
            self._learn()
            self._learn = _nothing

    @cached_property
    def _sessions(self) -> sessionmaker[Session]:
        from sqlalchemy.orm import sessionmaker  # noqa: PLC0415

        from craftdesk.data.session import Session  # noqa: PLC0415

        return sessionmaker(self.engine, class_=Session, expire_on_commit=False)

    @contextmanager
    def asking(self, *, tables_known: bool = True) -> Iterator[File]:
        """One state of the file, asked in SQL: many times faster than a session for what is asked at every key."""
        if tables_known:
            self.know_tables()
        connection = self._connection()
        connection.execute("BEGIN")
        try:
            yield File(connection)
        finally:
            connection.rollback()
            self._idle.append(connection)

    def _connection(self) -> Any:
        """One that nobody uses now."""
        with suppress(IndexError):
            return self._idle.pop()
        connection = connected(self.path)
        connection.execute("PRAGMA query_only=ON")
        return connection

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

    def _make_ready(self) -> None:
        """Make the tables of a new file, upgrade an old one, refuse what is not ours or too new."""
        if self.path.exists() and self.path.stat().st_size and not is_database(self.path):
            raise _not_ours(self.path)
        version, ours, tables = self._found()
        if not tables and not ours:
            from craftdesk.data.engine import create_tables  # noqa: PLC0415 - SQLAlchemy

            create_tables(self.engine, APPLICATION, SCHEMA)
        elif not ours:
            raise _not_ours(self.path)
        elif version > SCHEMA:
            told = _("{file} was written by a newer CraftDesk. Install the newer version on this computer too.")
            raise UserError(told.format(file=self.path.name))
        elif version < SCHEMA:
            from craftdesk.data.upgrade import upgrade  # noqa: PLC0415 - Alembic is slow to import and rarely needed

            upgrade(self.engine, self.path, version)

    def _found(self) -> tuple[int, bool, int]:
        """The version of the file, whether it is ours, and how much is in it."""
        with self.asking(tables_known=False) as file:
            version, application = (file.number(f"PRAGMA {name}") for name in ("user_version", "application_id"))
            return version, application == APPLICATION, file.number("SELECT count(*) FROM sqlite_master")


@contextmanager
def _told_what_hangs_on() -> Iterator[None]:
    """What others refer to is not deleted, and what another has taken does not come back: for the user to hear."""
    from sqlalchemy.exc import IntegrityError  # noqa: PLC0415 - there by now

    try:
        yield
    except IntegrityError as error:
        if "UNIQUE" in str(error.orig):
            raise UserError(_("Another record has taken its place since, so it stays as it is.")) from error
        if "FOREIGN KEY" not in str(error.orig):
            raise
        raise UserError(_("Other records refer to this one, so it stays.")) from error


def _taken(path: Path) -> OfficeLock:
    try:
        return OfficeLock(path.with_name(path.name + ".lock"))
    except Taken:
        raise OfficeInUse(_("This office is already open in another window of CraftDesk.")) from None


def _not_ours(path: Path) -> UserError:
    return UserError(_("{file} is not an office file of CraftDesk.").format(file=path.name))
