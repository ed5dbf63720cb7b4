"""Taking a signed sheet over: what it fills, what it leaves, what it keeps as proof."""

import random
from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import func, select

from craftdesk.base.dates import on_day
from craftdesk.base.errors import UserError
from craftdesk.data import blobs, journal
from craftdesk.features.training import reads
from craftdesk.features.training.documents.attendance import attendance_sheet
from craftdesk.features.training.models import Attendance, Mark, SignatureProof, SignedPage
from craftdesk.features.training.scanned import scanned
from craftdesk.features.training.writes import attendance, planning
from craftdesk.features.training.writes.signing import cells_of, take_over
from installer.bench._signing import signed
from installer.bench.sheets import page_of
from tests.features.training.conftest import make_session

AFTER = date(2026, 11, 20)


@pytest.fixture
def back(office, tmp_path):
    """A sheet of five people, signed in about half its cells; its key, file and who signed."""
    key = make_session(office, 5)
    file = tmp_path / "sheet.pdf"
    with office.reading() as session:
        attendance_sheet(reads.sheet_papers(session, [key]), "ar").write(file)
    blank, code = page_of(file)
    page, truth = signed(blank, code, random.Random(5), 0.5)
    picture = tmp_path / "back.png"
    page.save(picture)
    with office.reading() as session:
        pages = list(scanned(session, picture))
    people = {
        cell: truth[row, column]
        for page in pages
        for row, line in enumerate(page.rows)
        if line.person
        for column, half in enumerate(page.half_days)
        for cell in [(line.person.id, half.id)]
    }
    return key, picture, pages, people


def taken(office, pages, picture, decided=(), *, day=AFTER, absent=True):
    with on_day(day), office.writing() as session:
        return take_over(session, pages, dict(decided), file=picture, absent=absent)


def marks(office):
    with office.reading() as session:
        return {(each.participant_id, each.half_day_id): each.mark for each in session.scalars(select(Attendance))}


def count(office, model):
    with office.reading() as session:
        return session.scalar(select(func.count()).select_from(model))


def test_who_signed_was_there_and_who_did_not_was_not(office, back):
    _key, picture, pages, people = back
    found = taken(office, pages, picture)
    assert marks(office) == {cell: Mark.PRESENT if yes else Mark.ABSENT for cell, yes in people.items()}
    assert (found.present, found.absent) == (sum(people.values()), len(people) - sum(people.values()))


def test_without_absences_only_signatures_are_entered(office, back):
    _key, picture, pages, people = back
    taken(office, pages, picture, absent=False)
    assert set(marks(office)) == {cell for cell, yes in people.items() if yes}


def test_a_mark_that_is_there_stays_and_is_told_where_the_sheet_says_otherwise(office, back):
    _key, picture, pages, people = back
    away = next(cell for cell, yes in people.items() if yes)
    excused = next(cell for cell, yes in people.items() if not yes)
    with on_day(AFTER), office.writing() as session:
        attendance.mark(session, *away, Mark.ABSENT)
    with on_day(AFTER), office.writing() as session:
        attendance.mark(session, *excused, Mark.EXCUSED)
    found = taken(office, pages, picture)
    assert marks(office)[away] is Mark.ABSENT
    assert marks(office)[excused] is Mark.EXCUSED
    assert list(found.other) == [away]


def test_a_decision_of_the_clerk_goes_before_what_was_read(office, back):
    _key, picture, pages, people = back
    cell = next(cell for cell, yes in people.items() if yes)
    taken(office, pages, picture, {cell: False})
    assert marks(office)[cell] is Mark.ABSENT


def test_days_that_have_not_come_are_left_alone(office, back):
    _key, picture, pages, _people = back
    taken(office, pages, picture, day=date(2026, 11, 14))
    with office.reading() as session:
        days = set(
            session.scalars(select(reads.HalfDay.day).join(Attendance, Attendance.half_day_id == reads.HalfDay.id))
        )
    assert days == {date(2026, 11, 14)}


def test_signatures_are_kept_once_and_can_be_seen(office, back):
    _key, picture, pages, people = back
    taken(office, pages, picture)
    with on_day(AFTER), office.writing() as session:
        take_over(session, pages, {}, file=picture)
    assert count(office, SignatureProof) == sum(people.values())
    assert count(office, SignedPage) == 1
    with office.reading() as session:
        proof = session.scalars(select(SignatureProof)).first()
        cut = Image.open(BytesIO(blobs.load(session, proof.picture)))
    assert cut.width > cut.height > 20


def test_one_undo_takes_everything_back(office, back):
    _key, picture, pages, _people = back
    taken(office, pages, picture)
    with office.writing() as session:
        journal.undo(session, journal.change_sets(session)[0][0].id)
    assert marks(office) == {}
    assert count(office, SignatureProof) == count(office, SignedPage) == 0


def test_a_session_goes_to_the_bin_with_its_signatures(office, back):
    key, picture, pages, _people = back
    taken(office, pages, picture)
    with office.writing() as session:
        planning.delete_session(session, key)
    assert count(office, SignatureProof) == count(office, SignedPage) == 0


def test_a_file_without_a_sheet_changes_nothing(office, tmp_path):
    picture = tmp_path / "white.png"
    Image.new("RGB", (900, 700), "white").save(picture)
    with office.reading() as session:
        pages = list(scanned(session, picture))
    assert list(cells_of(pages)) == []
    with pytest.raises(UserError):
        taken(office, pages, picture)
