import pytest
from sqlalchemy import text

from craftdesk.data import journal
from craftdesk.data.check import check
from craftdesk.features.office import reads, writes
from craftdesk.features.office.models import Activity
from craftdesk.features.roster.writes import delete_artisans, save_artisan


def faults(office) -> list[tuple[str, str]]:
    with office.reading() as session:
        return [(fault.part, fault.label()) for fault in check(session).faults]


def change(office, write, *args, **kwargs):
    with office.writing() as session:
        return write(session, *args, **kwargs)


def spoil(office, statement: str) -> None:
    """Change the file as another program would, past the session."""
    with office.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute(statement)
        raw.execute("PRAGMA foreign_keys=ON")


@pytest.fixture
def busy(office):
    """An office in which much was done: added, changed, undone, done again, deleted, restored."""
    keys = [change(office, save_artisan, None, {"family_ar": name, "phone": "0661000000"}) for name in ("علي", "عمر")]
    change(office, save_artisan, keys[0], {"phone": "0550121212"})
    undone = change(office, journal.undo, last(office))
    change(office, journal.undo, undone.set_id)
    change(office, delete_artisans, [keys[1]])
    change(office, journal.restore, keys[1])
    change(office, writes.save_chamber, {"phone": "033801122"})
    return office


def last(office) -> str:
    with office.reading() as session:
        return journal.last_undoable(session, office.who).id


def test_an_office_in_which_much_was_done_and_undone_is_whole(busy):
    assert faults(busy) == []


def test_an_empty_file_is_whole(empty_file):
    assert faults(empty_file) == []


@pytest.mark.parametrize(
    ("statement", "part", "told"),
    [
        ("UPDATE artisan SET phone = '0770999999' WHERE family_ar = 'علي'", "journal", "phone"),
        ("DELETE FROM change WHERE kind = 'i' AND table_name = 'artisan'", "journal", "artisan"),
        ("DELETE FROM change_set WHERE id = (SELECT set_id FROM change ORDER BY id DESC LIMIT 1)", "journal", ""),
        ("DELETE FROM activity WHERE code = '0301001'", "journal", "activity"),
        (
            "UPDATE change SET before = '{\"phone\": \"1\"}' WHERE kind = 'u' AND before LIKE '%phone%'",
            "journal",
            "phone",
        ),
        ("UPDATE change_set SET undone_by = NULL WHERE undone_by IS NOT NULL", "journal", ""),
        ("UPDATE change_set SET undone_by = id WHERE undone_by IS NOT NULL", "journal", ""),
        ("DELETE FROM search_entry WHERE table_name = 'artisan'", "search", "artisan"),
        ("DELETE FROM search_text WHERE rowid = 1", "search", "1"),
        ("UPDATE activity SET name_ar = 'شيء آخر' WHERE code = '0301001'", "search", "activity"),
        ("UPDATE artisan SET home_commune_id = '9999'", "references", "commune"),
    ],
)
def test_damage_is_told_with_its_place(busy, statement, part, told):
    spoil(busy, statement)
    found = faults(busy)
    assert any(each == part and told in label for each, label in found), found


def test_a_damaged_page_is_told(busy, tmp_path):
    with busy.engine.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    busy.close()
    data = bytearray(busy.path.read_bytes())
    data[8192:12288] = b"\x55" * 4096
    busy.path.write_bytes(data)
    assert any(part == "file" for part, _label in faults(busy))


def test_checking_changes_nothing(busy):
    with busy.reading() as session:
        before = session.execute(text("SELECT count(*) FROM change")).scalar_one()
        assert check(session).changes == before
        assert session.execute(text("SELECT count(*) FROM change")).scalar_one() == before
        assert len(reads.activities(session)) == session.query(Activity).count()
