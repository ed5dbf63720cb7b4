"""The register of certificates as it leaves the office."""

from collections.abc import Mapping

from craftdesk.base.i18n import _
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.desk.exporting.columns import ExportColumn, Lot, lot_of, of_field
from craftdesk.desk.exporting.filters import of_choices
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.models import (
    CERTIFICATE_KINDS,
    CERTIFICATE_STATES,
    Certificate,
    CertificateKind,
    CertificateState,
)
from craftdesk.features.certificates.reads import Wanted

NAMES = ("reference", "kind", "name_ar", "name_la", "subject_ar", "subject_fr", "issued_on")
LATER = ("withdrawn_on", "withdrawn_why", "duplicate_on", "duplicate_why")


def columns() -> list[ExportColumn[Certificate]]:
    held = fields_of(Certificate)
    return [of_field(name, held[name]) for name in (*NAMES, *LATER)]


def ask(session: Session, question: Wanted | None, keys: tuple[str, ...] = ()) -> Lot:
    """The part of the register that is shown, or chosen certificates in their order."""
    if keys:
        found = {each.id: each for each in reads.by_keys(session, keys)}
        return lot_of([found[key] for key in keys if key in found], [_("chosen in the list")])
    wanted = question or Wanted()
    words = [_("“{subject}”").format(subject=wanted.like.strip())] if wanted.like.strip() else []
    words += [str(wanted.year)] if wanted.year else []
    words += [_(CERTIFICATE_KINDS[wanted.kind])] if wanted.kind else []
    words += [_(CERTIFICATE_STATES[wanted.state])] if wanted.state else []
    return lot_of(reads.register(session, wanted), words)


def person(row: Certificate) -> str | None:
    return row.artisan_id


def understood(_session: Session, text: str, filters: Mapping[str, str]) -> Wanted:
    """The part that the command line asks for: `year=2026`, `kind=training`, `state=withdrawn`."""
    found = of_choices(filters, {"year": (), "kind": list(CertificateKind), "state": list(CertificateState)})
    kind, state = found.get("kind"), found.get("state")
    return Wanted(
        text,
        int(found["year"]) if "year" in found else None,
        CertificateKind(kind) if kind else None,
        CertificateState(state) if state else None,
    )
