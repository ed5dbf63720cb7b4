import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from craftdesk.base.errors import UserError
from craftdesk.data.database import Database, OfficeInUse
from craftdesk.features.roster.models import Artisan

WRITER = """
import sys
from pathlib import Path
from craftdesk.data.database import Database
from craftdesk.features.roster.models import Artisan
database = Database(Path(sys.argv[1]), who="samira")
number = int(sys.argv[2])
while True:
    with database.writing() as session:
        session.entitle("Added")
        artisan = Artisan(family_ar="بوجلال", register_no=f"{sys.argv[2]}/{number}")
        session.add(artisan)
        session.flush()
        key = artisan.id
    print(key, flush=True)
    number += 1
"""


def raw(path, statement):
    connection = sqlcipher.connect(str(path))
    try:
        found = connection.execute(statement).fetchall()
        connection.commit()
        return found
    finally:
        connection.close()


def test_a_file_is_opened_safely(tmp_path):
    database = Database(tmp_path / "office.craftdesk")
    with database.reading() as session:
        ask = session.connection().exec_driver_sql
        values = [ask(f"PRAGMA {name}").scalar_one() for name in ("foreign_keys", "journal_mode", "synchronous")]
    database.close()
    assert values == [1, "wal", 2]


def test_who_asks_in_sql_alone_sees_one_state_and_writes_nothing(tmp_path):
    database = Database(tmp_path / "office.craftdesk")
    with database.asking() as file, database.asking() as other:
        assert file.number("SELECT count(*) FROM artisan") == 0
        with database.writing() as session:
            session.entitle("Added")
            session.add(Artisan(family_ar="بوجلال"))
        assert file.number("SELECT count(*) FROM artisan") == 0
        assert other.firsts("SELECT family_ar FROM artisan") == ["بوجلال"]
        with pytest.raises(sqlcipher.DatabaseError, match="readonly"):
            other.ask("DELETE FROM artisan")
    database.close()


def test_a_newer_file_is_refused_with_a_sentence_and_untouched(tmp_path):
    path = tmp_path / "office.craftdesk"
    Database(path).close()
    raw(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(UserError, match="office"):
        Database(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"x"], ids=["text", "byte"])
def test_a_file_that_is_no_office_is_refused_with_a_sentence(tmp_path, content):
    path = tmp_path / "list.craftdesk"
    path.write_bytes(content)
    with pytest.raises(UserError, match="list"):
        Database(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "other.craftdesk"
    raw(path, "CREATE TABLE thing (id)")
    with pytest.raises(UserError, match="other"):
        Database(path)


def test_an_office_is_open_in_one_program_at_a_time(tmp_path):
    first = Database(tmp_path / "office.craftdesk", alone=True)
    with pytest.raises(OfficeInUse):
        Database(tmp_path / "office.craftdesk", alone=True)
    first.close()
    Database(tmp_path / "office.craftdesk", alone=True).close()


def test_a_refused_file_is_left_free_for_others(tmp_path):
    path = tmp_path / "list.craftdesk"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(UserError):
        Database(path, alone=True)
    path.unlink()
    Database(path, alone=True).close()


@pytest.mark.timeout(600)
def test_killing_the_program_at_any_moment_loses_nothing_confirmed(tmp_path: Path):
    path = tmp_path / "office.craftdesk"
    Database(path).close()
    confirmed: set[str] = set()
    for turn in range(50):
        command = [sys.executable, "-c", WRITER, str(path), str(turn * 10_000)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            confirmed.add(writer.stdout.readline().strip())
            time.sleep(0.003 * (turn % 10))
            writer.kill()
            confirmed |= {line.strip() for line in writer.stdout if line.endswith("\n")}
        database = Database(path)
        with database.reading() as session:
            held = {key for (key,) in session.query(Artisan.id)}
            assert session.connection().exec_driver_sql("PRAGMA quick_check").scalar_one() == "ok"
        database.close()
        assert confirmed <= held
    assert len(confirmed) > 50
