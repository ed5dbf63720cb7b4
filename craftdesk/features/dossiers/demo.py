"""The files of the demo office: checklists that it filled in, and what artisans handed in for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from craftdesk.base.i18n import N_
from craftdesk.data.session import Session
from craftdesk.features.dossiers import reads, writes
from craftdesk.features.dossiers.models import DocumentState, DossierState
from craftdesk.features.dossiers.rules import Asked
from craftdesk.features.dossiers.writes import Given
from craftdesk.features.roster.models import Artisan, Status
from craftdesk.pdf.blocks import Paragraph
from craftdesk.pdf.document import Document
from craftdesk.pdf.styles import BODY, TITLE

RENEWAL = (
    Asked("طلب خطي", "Demande manuscrite"),
    Asked("البطاقة المهنية المنتهية", "Carte professionnelle échue"),
    Asked("شهادة الإقامة", "Certificat de résidence", 1, 6),
    Asked("صور شمسية", "Photos d'identité", 2),
)
QUALIFICATION = (
    Asked("طلب خطي", "Demande manuscrite"),
    Asked("شهادات عمل أو شهادات تكوين", "Certificats de travail ou de formation"),
    Asked("شهادة الميلاد", "Acte de naissance"),
    Asked("صور شمسية", "Photos d'identité", 2),
)
TERM = 30


@dataclass(frozen=True)
class Handed:
    """A file: of which artisan of the list, for what, so many days ago, with so many documents there.

    `until` is in how many days the last of them runs out.
    """

    place: int
    procedure: str
    ago: int
    received: int
    term: int | None = None
    until: int | None = None
    settled: bool = False


HANDED = (
    Handed(2, "registration", 96, 8, settled=True, until=22),
    Handed(7, "strike-off", 61, 5, settled=True),
    Handed(3, "renewal", 48, 2, term=30),
    Handed(12, "qualification", 20, 4),
    Handed(5, "registration", 9, 5, term=30),
    Handed(3, "card", 4, 3, term=15),
    Handed(20, "renewal", 1, 1, term=30),
)


def fill(session: Session, artisans: Sequence[Artisan], day: date) -> None:
    """Fill the checklists in and open the files as a clerk would have, in the order of their days."""
    session.entitle(N_("Files of the demo office"))
    for code, documents in (("renewal", RENEWAL), ("qualification", QUALIFICATION)):
        writes.save_documents(session, code, documents)
    found = reads.procedure(session, "renewal")
    if found is not None:
        values = {"name_ar": found.name_ar, "name_fr": found.name_fr, "days": TERM, "offered": True}
        writes.save_procedure(session, "renewal", values)
    people = [each for each in artisans if each.status is not Status.STRUCK_OFF]
    for handed in HANDED:
        _open(session, people[handed.place], handed, day)


def _open(session: Session, artisan: Artisan, handed: Handed, day: date) -> None:
    on = max(day - timedelta(handed.ago), date(day.year, 1, 1))
    term = on + timedelta(handed.term) if handed.term else None
    values = {"artisan_id": artisan.id, "procedure": handed.procedure, "opened_on": on, "complete_by": term}
    key = writes.open_dossier(session, values)
    documents = reads.dossier_file(session, key).documents
    for place, document in enumerate(documents[: handed.received]):
        last = handed.until is not None and place == handed.received - 1
        until = day + timedelta(handed.until or 0) if last else None
        writes.save_document(session, document.id, DocumentState.RECEIVED, on, until)
    session.flush()
    if handed.received:
        given = Given(documents[0].label(), _scan(documents[0].label(), artisan), 1)
        writes.attach(session, artisan.id, given, on, documents[0].id)
    if handed.settled:
        writes.close_dossier(session, key, DossierState.SETTLED, min(on + timedelta(12), day))
    session.flush()


def _scan(title: str, artisan: Artisan) -> bytes:
    """A page as it might have come from the scanner."""
    name = artisan.name_ar or artisan.name_la
    return Document(title, "ar", [Paragraph(title, TITLE), Paragraph(name, BODY.but(align="centre"))]).render()
