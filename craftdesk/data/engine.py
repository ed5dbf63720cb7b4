"""The way of SQLAlchemy to an office file: safe, guarded, with transactions that we begin ourselves."""

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from craftdesk.data import search
from craftdesk.data.file import prepare
from craftdesk.data.model import Model, models
from craftdesk.data.session import MAY_WRITE


def office_engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", module=sqlcipher)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _guard)
    return engine


def _set_up(raw: DBAPIConnection, _record: object) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves, see _begin
    prepare(raw)


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


def create_tables(engine: Engine, application: int, schema: int) -> None:
    """All tables that are known, and what says whose file it is."""
    with engine.begin() as connection:
        Model.metadata.create_all(connection)
        search.create_tables(connection)
        connection.exec_driver_sql(f"PRAGMA application_id={application}")
        connection.exec_driver_sql(f"PRAGMA user_version={schema}")
