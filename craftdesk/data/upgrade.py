"""Bringing an older office file up to this program: a copy first, then the migrations."""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

MIGRATIONS = Path(__file__).parent / "migrations"
"""versions/NNNN_title.py, each above the one before; NNNN is the file's user_version after it."""


def upgrade(engine: Engine, path: Path, version: int, migrations: Path = MIGRATIONS) -> Path:
    """Copy the office file beside itself, then run every migration above `version`; gives the copy's path."""
    copy = _free_name(path, version)
    with engine.connect() as connection:
        # What makes a copy of a whole database cannot stand inside a transaction.
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM INTO ?", (str(copy),))
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        migrate(connection, version, migrations)
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        connection.exec_driver_sql("BEGIN")
    return copy


def migrate(connection: Connection, version: int, migrations: Path = MIGRATIONS) -> None:
    """Run the migrations above `version` inside the transaction that is open."""
    found = scripts(migrations)
    head = found.get_current_head() or ""
    base = f"{version:04d}" if version else "base"

    def steps(_revision: object, _context: MigrationContext) -> list[MigrationStep]:
        return list(found._upgrade_revs(head, base))  # noqa: SLF001 - as Alembic's own command does

    with EnvironmentContext(Config(), found, fn=steps) as context:
        context.configure(connection=connection, transactional_ddl=False)
        context.run_migrations()
    connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
    connection.exec_driver_sql(f"PRAGMA user_version={int(head)}")


def scripts(migrations: Path) -> ScriptDirectory:
    return ScriptDirectory(str(migrations))


def _free_name(path: Path, version: int) -> Path:
    number = 0
    while True:
        ending = f"-{number}" if number else ""
        copy = path.with_name(f"{path.stem}-before-upgrade-from-{version}{ending}{path.suffix}")
        if not copy.exists():
            return copy
        number += 1
