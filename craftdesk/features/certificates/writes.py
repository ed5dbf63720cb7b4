"""Issuing certificates."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.names import fold
from craftdesk.data.session import Session
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.models import Certificate, CertificateKind
from craftdesk.features.certificates.rules import Content, content, to_json
from craftdesk.features.office.reads import office_on
from craftdesk.features.training import reads as training


def issue(
    session: Session, session_id: str, participant_ids: Sequence[str], kind: CertificateKind, day: date
) -> list[str]:
    """Issue the certificates of these participants in the order of the sheet, with the next numbers of the year.

    Gives the keys of the certificates. Somebody without the right, or with a certificate already, is refused.
    """
    sheet = training.sheet(session, session_id)
    early = sheet.last_day is not None and day < sheet.last_day
    refuse_if(early, _("A certificate is not dated before the end of the session."), "day")
    chosen = [each for each in reads.candidates_of(session, sheet) if each.participant.id in set(participant_ids)]
    refuse_if(not chosen, _("Choose at least one participant."))
    for each in chosen:
        _check(each)
    office = office_on(session, day)
    number = next_number(session, day.year)
    session.entitle(N_("Certificates issued: {count}, {subject}"), count=len(chosen), subject=sheet.session.label())
    made = [
        _certificate(content(office, sheet, each.participant, kind, number + place), session_id, each)
        for place, each in enumerate(chosen)
    ]
    session.add_all(made)
    session.flush()
    return [each.id for each in made]


def next_number(session: Session, year: int) -> int:
    """The number after the highest of the year; inside a writing transaction nobody else can take it."""
    return (session.scalar(select(func.max(Certificate.number)).where(Certificate.year == year)) or 0) + 1


def _check(candidate: reads.Candidate) -> None:
    name = candidate.participant.name
    refuse_if(candidate.certificate is not None, _("{name} has a certificate of this session.").format(name=name))
    why = _("{name} has no right to a certificate: {why}").format(name=name, why=candidate.right.why)
    refuse_if(not candidate.right.has, why)


def _certificate(frozen: Content, session_id: str, candidate: reads.Candidate) -> Certificate:
    return Certificate(
        number=frozen.number,
        year=frozen.year,
        kind=CertificateKind(frozen.kind),
        issued_on=frozen.issued_on,
        name_ar=frozen.name_ar,
        name_la=frozen.name_la,
        order_ar=fold(frozen.name_ar or frozen.name_la),
        order_la=fold(frozen.name_la or frozen.name_ar),
        subject_ar=frozen.subject_ar,
        subject_fr=frozen.subject_fr,
        reference=frozen.reference,
        session_id=session_id,
        participant_id=candidate.participant.id,
        artisan_id=candidate.participant.artisan_id,
        content=to_json(frozen),
    )
