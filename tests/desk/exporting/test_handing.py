"""A list leaves as a whole or not at all, and what is personal not without a line in the log."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from craftdesk.base.errors import Cancelled, UserError
from craftdesk.base.i18n import use_language
from craftdesk.data import disclosures
from craftdesk.data.database import Database
from craftdesk.data.keys import new_key
from craftdesk.desk.exporting import handing
from craftdesk.desk.exporting.columns import ExportColumn, Kind, Lot, lot_of
from craftdesk.desk.exporting.handing import Wish
from craftdesk.desk.feature import Listing

PEOPLE = [(new_key(), f"حرفي {number}", f"1098205010{number:08}") for number in range(700)]
FORMS = ("xlsx", "csv", "pdf")


def columns() -> list[ExportColumn[Any]]:
    return [
        ExportColumn("name", "Name", lambda row: row[1]),
        ExportColumn("nin", "National id number", lambda row: row[2], Kind.CODE, masked=True),
        ExportColumn("key", "Key", lambda row: row[0], usual=False),
    ]


def people(_session: object, _question: object, keys: tuple[str, ...]) -> Lot:
    rows = [row for row in PEOPLE if row[0] in keys] if keys else PEOPLE
    return lot_of(rows, ["بلدية: باتنة"])


LISTING = Listing("people", "Artisans", "people", columns, people, lambda row: row[0])
WISH = Wish(LISTING, purpose="تقرير", recipient="اليونيدو")


class Shown:
    """Remembers what was told, and stops the work at a step."""

    def __init__(self, stop_at: int = 10**9) -> None:
        self.steps: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def step(self, done: int, total: int, text: str = "") -> None:  # noqa: ARG002
        self.steps.append((done, total))
        if done >= self._stop_at:
            raise Cancelled


def logged(database: Database) -> list[disclosures.Disclosure]:
    with database.reading() as session:
        return list(disclosures.disclosures(session))


@pytest.fixture
def old(tmp_path) -> Path:
    """A file of an earlier day, which stays whenever something goes wrong."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "list.csv").write_text("old")
    return folder / "list.csv"


def untouched(path: Path) -> bool:
    return path.read_text() == "old" and [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("form", FORMS)
def test_what_leaves_is_logged_with_everybody_in_it(office, tmp_path, form):
    handed = handing.hand_out(office, WISH, tmp_path / f"list.{form}", Shown())
    assert (handed.rows, handed.people) == (700, 700)
    [line] = logged(office)
    assert (line.who, line.listing, line.form, line.file) == ("سميرة", "people", form, f"list.{form}")
    assert (line.narrowed, line.columns) == (["بلدية: باتنة"], ["Name", "National id number"])
    assert (line.purpose, line.recipient, line.people, line.in_full) == ("تقرير", "اليونيدو", 700, False)
    with office.reading() as session:
        assert sorted(disclosures.people_of(session, line.id)) == sorted(row[0] for row in PEOPLE)
        assert [each.id for each in disclosures.about(session, PEOPLE[5][0])] == [line.id]
        assert disclosures.about(session, new_key()) == []


def test_people_lie_in_the_log_in_little_room():
    keys = [row[0] for row in PEOPLE]
    packed = disclosures.packed(keys + keys)
    assert len(packed) < len(PEOPLE) * 16
    assert list(disclosures.unpacked(packed)) == sorted(keys)
    assert all(disclosures.holds(packed, key) for key in keys)
    assert not disclosures.holds(packed, new_key())
    assert not disclosures.holds(b"", keys[0])


@pytest.mark.parametrize(
    ("purpose", "recipient", "field"), [("", "x", "purpose"), ("  ", "x", "purpose"), ("x", "", "recipient")]
)
def test_personal_data_do_not_leave_without_a_purpose_and_a_recipient(office, old, purpose, recipient, field):
    with pytest.raises(UserError) as refused:
        handing.hand_out(office, WISH._replace(purpose=purpose, recipient=recipient), old, Shown())
    assert refused.value.field == field
    assert untouched(old)
    assert logged(office) == []


def test_what_is_not_personal_leaves_without_questions_and_without_a_line(office, tmp_path):
    listing = LISTING._replace(personal=False, person=None)
    assert handing.hand_out(office, Wish(listing), tmp_path / "list.csv", Shown()).people == 0
    assert logged(office) == []


def test_national_ids_are_masked_until_they_are_asked_for_and_that_is_logged(office, tmp_path):
    for in_full, shown in ((False, "••••••••••••••0003"), (True, "109820501000000003")):
        handing.hand_out(office, WISH._replace(in_full=in_full), tmp_path / "list.csv", Shown())
        rows = list(csv.reader((tmp_path / "list.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
        assert rows[4][1] == shown
        assert logged(office)[0].in_full is in_full


def test_columns_leave_in_the_order_of_the_choice_and_rows_of_the_chosen_alone(office, tmp_path):
    wish = WISH._replace(columns=("key", "name"), keys=(PEOPLE[3][0], PEOPLE[9][0]))
    assert handing.hand_out(office, wish, tmp_path / "list.csv", Shown()).rows == 2
    rows = list(csv.reader((tmp_path / "list.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert [row[0] for row in rows[1:]] == [PEOPLE[3][0], PEOPLE[9][0]]


def test_an_unknown_column_or_kind_of_file_is_told_with_those_there_are(office, tmp_path):
    use_language("en")
    with pytest.raises(UserError, match="name, nin, key"):
        handing.hand_out(office, WISH._replace(columns=("age",)), tmp_path / "list.csv", Shown())
    with pytest.raises(UserError, match="xlsx, csv, pdf"):
        handing.hand_out(office, WISH, tmp_path / "list.doc", Shown())
    assert list(tmp_path.glob("list*")) == []


@pytest.mark.parametrize("form", FORMS)
def test_stopping_leaves_the_old_file_and_no_half_of_a_new_one(office, old, form):
    old = old.rename(old.with_suffix(f".{form}"))
    with pytest.raises(Cancelled):
        handing.hand_out(office, WISH, old, Shown(stop_at=500))
    assert untouched(old)
    assert logged(office) == []


def test_the_rows_are_told_as_they_go_by(office, tmp_path):
    shown = Shown()
    handing.hand_out(office, WISH, tmp_path / "list.csv", shown)
    assert shown.steps == [(0, 700), (500, 700)]


def test_a_fault_on_the_way_leaves_nothing_behind(office, old):
    def broken(session: object, question: object, keys: tuple[str, ...]) -> Lot:
        def parts() -> Iterator[list[Any]]:
            yield PEOPLE[:500]
            raise RuntimeError("broken")

        return Lot(700, parts())

    with pytest.raises(RuntimeError):
        handing.hand_out(office, WISH._replace(listing=LISTING._replace(ask=broken)), old, Shown())
    assert untouched(old)
    assert logged(office) == []


def test_a_folder_that_is_gone_is_told_and_nothing_is_logged(office, tmp_path):
    with pytest.raises(UserError):
        handing.hand_out(office, WISH, tmp_path / "gone" / "list.csv", Shown())
    assert logged(office) == []


def test_a_name_that_a_folder_has_is_told_and_nothing_is_logged(office, tmp_path):
    (tmp_path / "list.csv").mkdir()
    with pytest.raises(UserError):
        handing.hand_out(office, WISH, tmp_path / "list.csv", Shown())
    assert logged(office) == []
    assert [each.name for each in tmp_path.glob("list*")] == ["list.csv"]


FULL = """
import resource, signal, sys
from pathlib import Path
from craftdesk.app import tables
from craftdesk.base.errors import UserError
from craftdesk.data import disclosures
from craftdesk.data.database import Database
from craftdesk.desk.exporting import handing
from tests.desk.exporting.test_handing import Shown, WISH
database = Database(Path(sys.argv[2]), who="x")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with database.reading() as session:
    disclosures.number(session)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
try:
    handing.hand_out(database, WISH, Path(sys.argv[3]), Shown())
except UserError as told:
    sys.exit(str(told))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be given less room here")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("room", [0, 1, 4_000, 9_000])
def test_a_disk_that_fills_up_leaves_the_old_file_and_no_half_of_a_new_one(office, old, form, room):
    old = old.rename(old.with_suffix(f".{form}"))
    command = [sys.executable, "-c", FULL, str(room), str(office.path), str(old)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert old.name in done.stderr
    assert "Traceback" not in done.stderr
    assert untouched(old)
    assert logged(office) == []
