"""What the user changes about procedures, files and scans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from craftdesk.base.dates import today
from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart
from craftdesk.data import blobs
from craftdesk.data.keys import new_key
from craftdesk.data.session import Session
from craftdesk.features.dossiers import reads, rules
from craftdesk.features.dossiers.models import (
    DOSSIER_STATES,
    DocumentState,
    Dossier,
    DossierDocument,
    DossierState,
    OwnDocument,
    OwnProcedure,
    Scan,
)
from craftdesk.features.dossiers.rules import Asked, Procedure
from craftdesk.features.office.rules import reference
from craftdesk.features.roster.models import Artisan

MOST_DAYS, MOST_COPIES, MOST_MONTHS = 730, 20, 120


@dataclass(frozen=True)
class Given:
    """A file that was looked at and can be kept as a scan."""

    name: str
    data: bytes
    pages: int = 1


# Checklists.


def save_procedure(session: Session, code: str | None, values: Mapping[str, Any]) -> str:
    """Change a procedure's name or time, or add one; gives its code."""
    name = str(values.get("name_ar") or "").strip()
    refuse_if(not name, _("Write the name of the procedure in Arabic."), "name_ar")
    days = values.get("days")
    refuse_if(days is not None and not 0 < days <= MOST_DAYS, _("Between 1 and 730 days."), "days")
    own = _adopted(session, code) if code else _new_procedure(session)
    own.name_ar, own.name_fr, own.days = name, str(values.get("name_fr") or "").strip(), days
    own.offered = bool(values.get("offered", True))
    session.entitle(N_("Procedure changed: {name}") if code else N_("Procedure added: {name}"), name=own.label())
    session.add(own)
    session.flush()
    return own.code


def _new_procedure(session: Session) -> OwnProcedure:
    last = session.scalar(select(func.max(OwnProcedure.position))) or 0
    key = new_key()
    return OwnProcedure(id=key, code=key, position=max(last, len(rules.supplied())) + 1)


def _adopted(session: Session, code: str, documents: bool = True) -> OwnProcedure:
    """The office's own procedure; one that came with the program becomes so as it is (or without its documents)."""
    own = session.scalars(select(OwnProcedure).where(OwnProcedure.code == code)).first()
    if own is not None:
        return own
    found = rules.supplied()[code]
    position = list(rules.supplied()).index(code)
    own = OwnProcedure(code=code, position=position, name_ar=found.name_ar, name_fr=found.name_fr, offered=True)
    session.entitle(N_("Procedure changed: {name}"), name=own.label())
    session.add(own)
    session.flush()
    for place, asked in enumerate(found.documents if documents else ()):
        session.add(_own_document(own, place, asked))
    session.flush()
    return own


def _own_document(own: OwnProcedure, place: int, asked: Asked) -> OwnDocument:
    return OwnDocument(
        procedure_id=own.id,
        position=place,
        name_ar=asked.name_ar,
        name_fr=asked.name_fr,
        copies=asked.copies,
        months=asked.months,
    )


def save_documents(session: Session, code: str, documents: Sequence[Asked]) -> None:
    """Let a procedure ask for these documents, in this order; files that are open keep what they were asked."""
    for each in documents:
        _check(each)
    found = reads.procedure(session, code)
    session.entitle(N_("Checklist changed: {name}"), name=found.label() if found else "")
    own = _adopted(session, code, documents=False)
    asked = select(OwnDocument).where(OwnDocument.procedure_id == own.id).order_by(OwnDocument.position)
    held = list(session.scalars(asked))
    for place, each in enumerate(documents):
        record = held[place] if place < len(held) else OwnDocument(procedure_id=own.id)
        record.position, record.copies, record.months = place, each.copies, each.months
        record.name_ar, record.name_fr = each.name_ar.strip(), each.name_fr.strip()
        session.add(record)
    for record in held[len(documents) :]:
        session.delete(record)


def _check(asked: Asked) -> None:
    refuse_if(not asked.name_ar.strip(), _("Write the name of the document in Arabic."), "name_ar")
    refuse_if(not 1 <= asked.copies <= MOST_COPIES, _("Between 1 and 20 copies."), "copies")
    few = asked.months is not None and not 1 <= asked.months <= MOST_MONTHS
    refuse_if(few, _("Between 1 and 120 months."), "months")


def delete_procedure(session: Session, code: str) -> None:
    """Forget the office's own; one that came with the program is as supplied again. Files that are open stay."""
    own = session.scalars(select(OwnProcedure).where(OwnProcedure.code == code)).one()
    supplied = code in rules.supplied()
    title = N_("Procedure as supplied again: {name}") if supplied else N_("Procedure deleted: {name}")
    session.entitle(title, name=own.label())
    for each in session.scalars(select(OwnDocument).where(OwnDocument.procedure_id == own.id)):
        session.delete(each)
    session.flush()
    session.delete(own)


# Files.


def open_dossier(session: Session, values: Mapping[str, Any]) -> str:
    """Open a file for a procedure, with the next number of its year and the procedure's checklist."""
    refuse_if(not values.get("artisan_id"), _("Choose the artisan."), "artisan_id")
    found = reads.procedure(session, values.get("procedure") or "")
    if found is None:
        refuse_if(True, _("Choose the procedure."), "procedure")
        raise AssertionError
    day = values.get("opened_on") or today()
    refuse_if(day > today(), _("This day is still to come."), "opened_on")
    artisan = session.get_one(Artisan, values["artisan_id"])
    dossier = _new(session, artisan, found, day)
    dossier.complete_by = values.get("complete_by") or (day + timedelta(found.days) if found.days else None)
    dossier.remarks = str(values.get("remarks") or "").strip()
    _check_term(dossier)
    session.entitle(N_("File opened: {label}"), label=dossier.label())
    session.add(dossier)
    session.flush()
    session.add_all(_documents(dossier, found.documents))
    session.flush()
    return dossier.id


def _new(session: Session, artisan: Artisan, procedure: Procedure, day: date) -> Dossier:
    number = reads.next_number(session, day.year)
    return Dossier(
        number=number,
        year=day.year,
        reference=reference(number, day.year),
        artisan_id=artisan.id,
        procedure=procedure.code,
        title_ar=procedure.name_ar,
        title_fr=procedure.name_fr,
        name_ar=artisan.name_ar,
        name_la=artisan.name_la,
        opened_on=day,
        state=DossierState.OPEN,
    )


def _documents(dossier: Dossier, asked: Sequence[Asked], first: int = 0) -> list[DossierDocument]:
    return [
        DossierDocument(
            dossier_id=dossier.id,
            position=place,
            name_ar=each.name_ar,
            name_fr=each.name_fr,
            copies=each.copies,
            months=each.months,
            state=DocumentState.MISSING,
        )
        for place, each in enumerate(asked, first)
    ]


def _check_term(dossier: Dossier) -> None:
    early = dossier.complete_by is not None and dossier.complete_by < dossier.opened_on
    refuse_if(early, _("This day lies before the file was opened."), "complete_by")


def save_dossier(session: Session, key: str, values: Mapping[str, Any]) -> None:
    """Change until when a file is to be complete, or its remarks."""
    dossier = session.get_one(Dossier, key)
    session.entitle(N_("File changed: {label}"), label=dossier.label())
    if "complete_by" in values:
        dossier.complete_by = values["complete_by"]
    if "remarks" in values:
        dossier.remarks = str(values["remarks"] or "").strip()
    _check_term(dossier)


def save_document(session: Session, key: str, state: DocumentState, day: date, valid_until: date | None = None) -> None:
    """Say whether a document is there, since when, and until when it counts."""
    document = session.get_one(DossierDocument, key)
    _entitle_document(session, document)
    _put(document, state, day, valid_until)


def _put(document: DossierDocument, state: DocumentState, day: date, valid_until: date | None = None) -> None:
    received = state is DocumentState.RECEIVED
    refuse_if(received and day > today(), _("This day is still to come."), "received_on")
    early = valid_until is not None and valid_until < day
    refuse_if(received and early, _("It would not count any more when it is received."), "valid_until")
    document.state = state
    document.received_on = day if received else None
    document.valid_until = (valid_until or rules.valid_from(day, document.months)) if received else None


def save_validity(session: Session, key: str, valid_until: date | None) -> None:
    """Say until when a document that was received counts; None where it has no end."""
    document = session.get_one(DossierDocument, key)
    _entitle_document(session, document)
    refuse_if(document.state is not DocumentState.RECEIVED, _("First say that the document is received."))
    early = bool(valid_until and document.received_on and valid_until < document.received_on)
    refuse_if(early, _("It would not count any more when it is received."), "valid_until")
    document.valid_until = valid_until


def _entitle_document(session: Session, document: DossierDocument) -> None:
    dossier = session.get_one(Dossier, document.dossier_id)
    session.entitle(N_("Document of the file {label}: {document}"), label=dossier.label(), document=document.label())


def receive_all(session: Session, key: str, day: date) -> None:
    """Everything that was missing is there."""
    file = reads.dossier_file(session, key)
    refuse_if(not file.missing, _("Nothing is missing in this file."))
    session.entitle(N_("All documents received: {label}"), label=file.dossier.label())
    for document in file.missing:
        _put(document, DocumentState.RECEIVED, day)


def add_document(session: Session, dossier_id: str, name: str) -> str:
    """Ask for one more document in this file alone."""
    refuse_if(not name.strip(), _("Write the name of the document."), "name")
    dossier = session.get_one(Dossier, dossier_id)
    session.entitle(N_("Document of the file {label}: {document}"), label=dossier.label(), document=name.strip())
    last = session.scalar(select(func.max(DossierDocument.position)).where(DossierDocument.dossier_id == dossier_id))
    [document] = _documents(dossier, [Asked(name.strip(), "")], 0 if last is None else last + 1)
    session.add(document)
    session.flush()
    return document.id


def remove_document(session: Session, key: str) -> None:
    """No longer ask for a document; its scans stay the artisan's."""
    document = session.get_one(DossierDocument, key)
    dossier = session.get_one(Dossier, document.dossier_id)
    session.entitle(
        N_("Document no longer asked for: {document}, {label}"), label=dossier.label(), document=document.label()
    )
    _let_scans_go(session, [document])
    session.delete(document)


def _let_scans_go(session: Session, documents: Sequence[DossierDocument]) -> None:
    keys = [each.id for each in documents]
    for scan in session.scalars(select(Scan).where(Scan.document_id.in_(keys))).all():
        scan.document_id = None
    session.flush()


def close_dossier(session: Session, key: str, state: DossierState, day: date) -> None:
    """Settle a file, have it withdrawn, or open it again."""
    file = reads.dossier_file(session, key)
    dossier = file.dossier
    missing = _("Still missing: {papers}").format(papers=rules.names_of(file.missing))
    refuse_if(state is DossierState.SETTLED and bool(file.missing), missing)
    refuse_if(day < dossier.opened_on, _("This day lies before the file was opened."), "closed_on")
    session.entitle(N_("File {label}: {state}"), label=dossier.label(), state=[DOSSIER_STATES[state], {}])
    dossier.state = state
    dossier.closed_on = None if state is DossierState.OPEN else day


def delete_dossier(session: Session, key: str) -> None:
    """To the bin, with its documents; what was scanned stays the artisan's."""
    file = reads.dossier_file(session, key)
    session.entitle(N_("File deleted: {label}"), label=file.dossier.label())
    _let_scans_go(session, file.documents)
    for document in file.documents:
        session.delete(document)
    session.flush()
    session.delete(file.dossier)


# Scans.


def attach(session: Session, artisan_id: str, given: Given, day: date, document_id: str | None = None) -> str:
    """Keep a scan, its content once; a missing document to which it is attached is received by it."""
    media = rules.media_of(given.name, given.data)
    artisan = session.get_one(Artisan, artisan_id)
    blob = blobs.keep(session, given.data, media)
    name = " ".join(given.name.split()) or artisan.label()
    held = select(Scan).where(Scan.artisan_id == artisan_id, Scan.blob == blob, Scan.document_id.is_(document_id))
    if document_id:
        held = select(Scan).where(Scan.document_id == document_id, Scan.blob == blob)
    twin = session.scalars(held).first()
    again = _("This very file is here already: {name}.").format(name=apart(twin.name if twin else ""))
    refuse_if(twin is not None, again)
    session.entitle(N_("Scan attached: {name}, {artisan}"), name=name, artisan=artisan.label())
    scan = Scan(
        artisan_id=artisan_id,
        document_id=document_id,
        name=name,
        day=day,
        media=media,
        pages=given.pages,
        size=len(given.data),
        blob=blob,
    )
    session.add(scan)
    document = session.get(DossierDocument, document_id) if document_id else None
    if document is not None and document.state is DocumentState.MISSING:
        _put(document, DocumentState.RECEIVED, today())
    session.flush()
    return scan.id


def save_scan(session: Session, key: str, name: str, day: date) -> None:
    """Call a scan otherwise, or give it another day."""
    scan = session.get_one(Scan, key)
    refuse_if(not name.strip(), _("Write a name."), "name")
    session.entitle(N_("Scan renamed: {name}"), name=name.strip())
    scan.name, scan.day = " ".join(name.split()), day


def remove_scan(session: Session, key: str) -> None:
    """To the bin; its content stays, so that it can come back."""
    scan = session.get_one(Scan, key)
    artisan = session.get_one(Artisan, scan.artisan_id)
    session.entitle(N_("Scan removed: {name}, {artisan}"), name=scan.name, artisan=artisan.label())
    session.delete(scan)
