from collections.abc import Sequence
from datetime import date

import pytest

from craftdesk.data import journal
from craftdesk.data.database import Database
from craftdesk.features.certificates import reads, writes
from craftdesk.features.certificates.models import Certificate, CertificateKind
from craftdesk.features.office import writes as office_writes
from craftdesk.features.office.reads import letterheads
from craftdesk.features.training import reads as training
from craftdesk.features.training.models import Attendance, Mark
from tests.features.conftest import TODAY
from tests.features.training.conftest import make_session

LATE = (3, 9, 15)
"""The places on the sheet of those who were there for four of six half-days."""


def enter_sheet(database: Database, key: str, absent: Sequence[int] = LATE) -> None:
    """Everybody was there all the time, except those at these places, who missed the first two half-days."""
    with database.writing() as session:
        sheet = training.sheet(session, key)
        session.entitle("Entered")
        rows = [
            {"participant_id": person.id, "half_day_id": half.id, "mark": mark(place in absent and at < 2)}
            for place, person in enumerate(sheet.participants)
            for at, half in enumerate(sheet.half_days)
        ]
        session.add_rows(Attendance, rows)


def mark(absent: bool) -> Mark:
    return Mark.ABSENT if absent else Mark.PRESENT


def name_director(database: Database) -> None:
    with database.writing() as session:
        head = letterheads(session)[0]
        names = {"director_ar": "بلميهوب رشيد", "director_fr": "Belmihoub Rachid"}
        office_writes.save_letterhead(session, head.id, names)


@pytest.fixture
def held(office) -> str:
    """A session of twenty, held and wholly entered: seventeen have the right to a certificate."""
    name_director(office)
    key = make_session(office, 20)
    enter_sheet(office, key)
    return key


def held_session(database: Database, people: int, **plan) -> str:
    """One more session, at which everybody was there all the time."""
    key = make_session(database, people, **plan)
    enter_sheet(database, key, ())
    return key


def ready(database: Database, key: str) -> list[str]:
    with database.reading() as session:
        return [each.id for each in reads.candidates(session, key) if each.ready]


def issue(
    database: Database, key: str, number: int | None = None, day: date = TODAY, kind=CertificateKind.TRAINING
) -> str:
    """Issue for the first so many of those who have the right, or for all; gives the change set."""
    with database.writing() as session:
        writes.issue(session, key, ready(database, key)[:number], kind, day)
        return session.change_set.id


def undo(database: Database, change_set: str) -> journal.Undone:
    with database.writing() as session:
        return journal.undo(session, change_set)


def numbers(database: Database, year: int = 2026) -> list[int]:
    with database.reading() as session:
        return sorted(each.number for each in reads.register(session, reads.Wanted(year=year)))


def register(database: Database) -> list[Certificate]:
    """All certificates in the order of their numbers."""
    with database.reading() as session:
        return reads.register(session, reads.Wanted(order="number"))
