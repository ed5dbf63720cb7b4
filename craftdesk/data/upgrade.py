"""Bringing an older office file up to this program: a copy first, then the migrations."""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from craftdesk.data.model import Model

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine, path: Path, version: int) -> None:
    """Copy the file beside itself, then run every migration above `version`."""
    copy = path.with_name(f"{path.stem}-before-upgrade-{version}{path.suffix}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem}-before-upgrade-{version}-{number}{path.suffix}")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM INTO ?", (str(copy),))
        connection.exec_driver_sql("BEGIN")
    with engine.begin() as connection:
        migrate(connection, version)


def migrate(connection: Connection, version: int) -> None:
    """Run the migrations above `version` in this transaction; each is numbered by its file's name."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    head = scripts.get_current_head() or ""
    base = f"{version:04d}" if version else "base"
    with EnvironmentContext(config, scripts, fn=lambda _rev, _context: scripts._upgrade_revs(head, base)) as context:  # noqa: SLF001
        context.configure(connection=connection, target_metadata=Model.metadata, version_table="schema_version")
        context.run_migrations()
    connection.exec_driver_sql(f"PRAGMA user_version={int(head)}")
