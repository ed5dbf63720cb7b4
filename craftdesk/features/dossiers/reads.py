"""What screens and papers ask about procedures, files and scans."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import joinedload

from craftdesk.base.dates import today
from craftdesk.data import blobs, search
from craftdesk.data.session import Session, chunks
from craftdesk.features.dossiers import rules
from craftdesk.features.dossiers.models import (
    DocumentState,
    Dossier,
    DossierDocument,
    DossierState,
    OwnDocument,
    OwnProcedure,
    Scan,
)
from craftdesk.features.dossiers.rules import SOON, Asked, DossierFile, Procedure, Standing
from craftdesk.features.office.reads import OfficeOnDay, office_on
from craftdesk.features.roster.models import Artisan

FOUND = 2000
_NEWEST = (Dossier.year.desc(), Dossier.number.desc())


@dataclass(frozen=True)
class Sought:
    """What of the files is shown."""

    like: str = ""
    procedure: str | None = None
    standing: Standing | None = None


@dataclass(frozen=True)
class Entry:
    """A file as a list shows it, with what is missing and what runs out."""

    dossier: Dossier
    missing: Sequence[DossierDocument]
    running_out: Sequence[DossierDocument]
    standing: Standing

    @property
    def id(self) -> str:
        return self.dossier.id


@dataclass(frozen=True)
class Receipt:
    """A file with the office as it is on the day of the receipt."""

    file: DossierFile
    office: OfficeOnDay


@dataclass(frozen=True)
class RunningOut:
    """A document that was received and counts no longer, or not for long."""

    document: DossierDocument
    dossier: Dossier


# Checklists.


def procedures(session: Session, offered: bool = False) -> list[Procedure]:
    """The office's procedures and those that came with the program, in their order."""
    own = list(session.scalars(select(OwnProcedure).order_by(OwnProcedure.position, OwnProcedure.id)))
    asked = _asked(session)
    found = {each.code: _procedure(each, asked.get(each.id, ())) for each in own}
    every = [found.get(code, each) for code, each in rules.supplied().items()]
    every += [each for code, each in found.items() if code not in rules.supplied()]
    return [each for each in every if each.offered or not offered]


def procedure(session: Session, code: str) -> Procedure | None:
    return next((each for each in procedures(session) if each.code == code), None)


def _asked(session: Session) -> dict[str, list[Asked]]:
    found: dict[str, list[Asked]] = {}
    for each in session.scalars(select(OwnDocument).order_by(OwnDocument.procedure_id, OwnDocument.position)):
        asked = Asked(each.name_ar, each.name_fr, each.copies, each.months, each.id)
        found.setdefault(each.procedure_id, []).append(asked)
    return found


def _procedure(own: OwnProcedure, asked: Iterable[Asked]) -> Procedure:
    return Procedure(own.code, own.name_ar, own.name_fr, tuple(asked), days=own.days, offered=own.offered, key=own.id)


# Files.


def dossiers(session: Session, sought: Sought, offset: int = 0, limit: int | None = None) -> list[Entry]:
    """Newest first."""
    asked = _narrowed(session, select(Dossier), sought).order_by(*_NEWEST)
    return entries_of(session, session.scalars(asked.offset(offset).limit(limit)).all())


def number_in(session: Session, sought: Sought) -> int:
    return session.scalar(_narrowed(session, select(func.count()).select_from(Dossier), sought)) or 0


def keys_in(session: Session, sought: Sought) -> list[str]:
    return list(session.scalars(_narrowed(session, select(Dossier.id), sought).order_by(*_NEWEST)))


def _narrowed(session: Session, asked: Select[*tuple[Any, ...]], sought: Sought) -> Select[*tuple[Any, ...]]:
    if sought.procedure:
        asked = asked.where(Dossier.procedure == sought.procedure)
    if sought.standing:
        asked = asked.where(*_standing(sought.standing, today()))
    if sought.like.strip():
        found = search.find(session.connection(), sought.like, (Dossier.__tablename__,), FOUND)
        asked = asked.where(Dossier.id.in_([key for _table, key in found]))
    return asked


def _standing(standing: Standing, day: date) -> list[ColumnElement[bool]]:
    own = DossierDocument.dossier_id == Dossier.id
    misses = exists().where(own, DossierDocument.state == DocumentState.MISSING)
    is_open = Dossier.state == DossierState.OPEN
    ways: dict[Standing, list[ColumnElement[bool]]] = {
        Standing.INCOMPLETE: [is_open, misses],
        Standing.OVERDUE: [is_open, misses, Dossier.complete_by < day],
        Standing.COMPLETE: [is_open, ~misses],
        Standing.RUNNING_OUT: [exists().where(own, *_runs_out(day))],
        Standing.SETTLED: [Dossier.state == DossierState.SETTLED],
        Standing.WITHDRAWN: [Dossier.state == DossierState.WITHDRAWN],
    }
    return ways[standing]


def _runs_out(day: date) -> tuple[ColumnElement[bool], ...]:
    """Told from a month before until a month after."""
    until = DossierDocument.valid_until
    return DossierDocument.state == DocumentState.RECEIVED, until <= day + SOON, until >= day - SOON


def entries_of(session: Session, found: Sequence[Dossier]) -> list[Entry]:
    """With what each of them misses."""
    documents: dict[str, list[DossierDocument]] = {}
    for some in chunks([each.id for each in found]):
        asked = select(DossierDocument).where(DossierDocument.dossier_id.in_(some))
        for each in session.scalars(asked.order_by(DossierDocument.position, DossierDocument.id)):
            documents.setdefault(each.dossier_id, []).append(each)
    return [_entry(each, documents.get(each.id, [])) for each in found]


def _entry(dossier: Dossier, documents: Sequence[DossierDocument]) -> Entry:
    missing = [each for each in documents if each.state is DocumentState.MISSING]
    running = [each for each in documents if rules.is_running_out(each, today())]
    return Entry(dossier, missing, running, rules.standing_of(dossier, len(missing), today()))


def by_keys(session: Session, keys: Sequence[str]) -> list[Entry]:
    found = [each for some in chunks(keys) for each in session.scalars(select(Dossier).where(Dossier.id.in_(some)))]
    return entries_of(session, found)


def of_artisan(session: Session, artisan_id: str) -> list[Entry]:
    """The files of an artisan, newest first."""
    return entries_of(
        session, session.scalars(select(Dossier).where(Dossier.artisan_id == artisan_id).order_by(*_NEWEST)).all()
    )


def is_there(session: Session, key: str) -> bool:
    return session.get(Dossier, key) is not None


def dossier_file(session: Session, key: str) -> DossierFile:
    """A file with its artisan, documents and scans."""
    whole = joinedload(Dossier.artisan).options(joinedload(Artisan.activity), joinedload(Artisan.home_commune))
    found = session.get_one(Dossier, key, options=[whole])
    asked = select(DossierDocument).where(DossierDocument.dossier_id == key)
    documents = list(session.scalars(asked.order_by(DossierDocument.position, DossierDocument.id)))
    scans = select(Scan).where(Scan.document_id.in_([each.id for each in documents])).order_by(Scan.day, Scan.id)
    return DossierFile(found, found.artisan, documents, list(session.scalars(scans)))


def receipts(session: Session, keys: Sequence[str]) -> list[Receipt]:
    """What the receipts of these files, or of all, say today."""
    chosen = list(keys) or list(session.scalars(select(Dossier.id).order_by(Dossier.year, Dossier.number)))
    here = office_on(session, today())
    return [Receipt(dossier_file(session, key), here) for key in chosen]


def next_number(session: Session, year: int) -> int:
    return (session.scalar(select(func.max(Dossier.number)).where(Dossier.year == year)) or 0) + 1


# Home.


def overdue(session: Session, limit: int = 20) -> list[Entry]:
    """The files whose time is over and which still miss documents, the oldest first."""
    asked = select(Dossier).where(*_standing(Standing.OVERDUE, today())).order_by(Dossier.complete_by, Dossier.id)
    return entries_of(session, session.scalars(asked.limit(limit)).all())


def running_out(session: Session, limit: int = 20) -> list[RunningOut]:
    """The documents that count no longer, or not for long, the first to run out first."""
    asked = (
        select(DossierDocument, Dossier)
        .join(Dossier, Dossier.id == DossierDocument.dossier_id)
        .where(*_runs_out(today()), Dossier.state != DossierState.WITHDRAWN)
        .order_by(DossierDocument.valid_until, DossierDocument.id)
        .limit(limit)
    )
    return [RunningOut(*row) for row in session.execute(asked)]


# Scans.


def scans_of_artisan(session: Session, artisan_id: str) -> list[Scan]:
    """Newest first."""
    asked = select(Scan).where(Scan.artisan_id == artisan_id).order_by(Scan.day.desc(), Scan.id.desc())
    return list(session.scalars(asked))


def scan(session: Session, key: str) -> Scan | None:
    return session.get(Scan, key)


def dossier_of_scan(session: Session, key: str) -> str | None:
    """The file to one of whose documents a scan is attached."""
    asked = select(DossierDocument.dossier_id).join(Scan, Scan.document_id == DossierDocument.id).where(Scan.id == key)
    return session.scalar(asked)


def scans(session: Session, keys: Sequence[str]) -> list[Scan]:
    return list(session.scalars(select(Scan).where(Scan.id.in_(keys)))) if keys else []


def content(session: Session, key: str) -> bytes:
    """The scanned file itself."""
    return blobs.load(session, session.get_one(Scan, key).blob) or b""
