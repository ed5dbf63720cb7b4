"""The sheet of a three-day course, printed."""

from datetime import date
from pathlib import Path

from sqlalchemy import select

from craftdesk.app.tables import TABLES
from craftdesk.data.database import Database
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training import reads
from craftdesk.features.training.documents.attendance import attendance_sheet
from craftdesk.features.training.writes import people, planning
from craftdesk.features.training.writes.planning import Plan
from installer.bench import _offices

PEOPLE = 9
KNOWN = TABLES


def sheet(folder: Path) -> Path:
    """Make the office and print its sheet in Arabic: a full page of people and lines for walk-ins."""
    office = folder / "office.craftdesk"
    _offices.fill(office, PEOPLE)
    database = Database(office, who="bench")
    plan = Plan(
        first_day=date(2026, 11, 14), days=3, subject_ar="التصميم والرسم في الحلي", hours=18, skip_weekend=False
    )
    with database.writing() as session:
        key = planning.plan_session(session, plan)
        people.enrol(session, key, session.scalars(select(Artisan.id)).all())
    file = folder / "sheet.pdf"
    with database.reading() as session:
        attendance_sheet(reads.sheet_papers(session, [key]), "ar").write(file)
    database.close()
    return file
