from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import OperationalError

from craftdesk.data.database import APPLICATION, SCHEMA, Database
from craftdesk.data.engine import create_tables, office_engine
from craftdesk.data.upgrade import MIGRATIONS, migrate, scripts, upgrade
from tests.data.test_database import raw

FIRST = """
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table("person", sa.Column("name", sa.String()))
"""
SECOND = (
    FIRST.replace('"0001"', '"0002"')
    .replace("None\n\n", '"0001"\n\n', 1)
    .replace(
        'op.create_table("person", sa.Column("name", sa.String()))',
        'op.add_column("person", sa.Column("phone", sa.String()))\n    {more}',
    )
)


@pytest.fixture(autouse=True)
def _every_table():
    for models in sorted(Path("craftdesk/features").glob("*/models.py")):
        import_module(f"craftdesk.features.{models.parent.name}.models")


def shape(engine):
    """Tables with their columns, indexes and references, as the file itself tells them."""
    told = inspect(engine)
    return {
        table: (
            {(c["name"], str(c["type"]), c["nullable"], bool(c["primary_key"])) for c in told.get_columns(table)},
            {(i["name"], tuple(i["column_names"]), bool(i["unique"])) for i in told.get_indexes(table)},
            {(tuple(u["column_names"])) for u in told.get_unique_constraints(table)},
            {(tuple(f["constrained_columns"]), f["referred_table"]) for f in told.get_foreign_keys(table)},
        )
        for table in told.get_table_names()
    }


def test_the_migrations_lead_to_the_tables_of_the_program(tmp_path):
    made, migrated = (office_engine(tmp_path / name) for name in ("made.craftdesk", "migrated.craftdesk"))
    create_tables(made, APPLICATION, SCHEMA)
    with migrated.begin() as connection:
        migrate(connection, 0)
    assert shape(migrated) == shape(made)
    with migrated.begin() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == SCHEMA
    made.dispose()
    migrated.dispose()


def test_the_newest_migration_has_the_number_of_the_program():
    assert scripts(MIGRATIONS).get_current_head() == f"{SCHEMA:04d}"


@pytest.fixture
def old(tmp_path):
    """A file of version 1 of a small program, with one person, and its migrations folder."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    (folder / "versions" / "0001_first.py").write_text(FIRST)
    path = tmp_path / "old.craftdesk"
    raw(path, "CREATE TABLE person (name TEXT)")
    raw(path, "INSERT INTO person VALUES ('بوجلال')")
    raw(path, "PRAGMA user_version = 1")
    return path, folder


def test_an_older_file_is_copied_before_it_is_upgraded(old):
    path, folder = old
    (folder / "versions" / "0002_second.py").write_text(SECOND.format(more=""))
    engine = office_engine(path)
    copy = upgrade(engine, path, 1, folder)
    engine.dispose()
    assert raw(path, "SELECT name, phone FROM person") == [("بوجلال", None)]
    assert raw(path, "PRAGMA user_version") == [(2,)]
    assert raw(copy, "SELECT * FROM person") == [("بوجلال",)]
    assert raw(copy, "PRAGMA user_version") == [(1,)]


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(old):
    path, folder = old
    (folder / "versions" / "0002_second.py").write_text(SECOND.format(more='op.execute("DROP TABLE nowhere")'))
    engine = office_engine(path)
    with pytest.raises(OperationalError):
        upgrade(engine, path, 1, folder)
    engine.dispose()
    assert raw(path, "SELECT * FROM person") == [("بوجلال",)]
    assert raw(path, "PRAGMA user_version") == [(1,)]


def test_two_upgrades_keep_two_copies(old):
    path, folder = old
    (folder / "versions" / "0002_second.py").write_text(SECOND.format(more='op.execute("DROP TABLE nowhere")'))
    engine = office_engine(path)
    for _turn in range(2):
        with pytest.raises(OperationalError):
            upgrade(engine, path, 1, folder)
    engine.dispose()
    assert len(list(path.parent.glob("old-before-upgrade*"))) == 2


def test_opening_an_office_of_this_version_upgrades_nothing(tmp_path):
    Database(tmp_path / "office.craftdesk").close()
    Database(tmp_path / "office.craftdesk").close()
    assert list(tmp_path.glob("*before-upgrade*")) == []
