"""Issuing certificates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.names import fold
from craftdesk.data.session import Session
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.keys import own_key
from craftdesk.features.certificates.models import Certificate, CertificateKind
from craftdesk.features.certificates.rules import Content, Look, Thanked, content, from_json, thanks, to_json
from craftdesk.features.certificates.seal import sealed
from craftdesk.features.certificates.sealing import sealed_words
from craftdesk.features.office.reads import office_on
from craftdesk.features.templates import reads as templates
from craftdesk.features.templates.writes import keep_version
from craftdesk.features.training import reads as training
from craftdesk.features.training.rules import Sheet
from craftdesk.scan.codes import code_bits


@dataclass(frozen=True)
class Chosen:
    """What the clerk chose for the paper: a template by its key ("" for the usual one), the sheet, the language."""

    template: str = ""
    landscape: bool = True
    language: str = "ar"


def issue(
    session: Session,
    session_id: str,
    participant_ids: Sequence[str],
    kind: CertificateKind,
    day: date,
    chosen: Chosen | None = None,
) -> list[str]:
    """Issue the certificates of these participants in the order of the sheet, with the next numbers of the year.

    Gives the keys of the certificates. Somebody without the right, or with a certificate already, is refused.
    """
    sheet = _ended(session, session_id, day)
    found = [each for each in reads.candidates_of(session, sheet) if each.participant.id in set(participant_ids)]
    refuse_if(not found, _("Choose at least one participant."))
    for each in found:
        _check(each)
    look = frozen_look(session, kind, chosen or Chosen())
    office, number = office_on(session, day), next_number(session, day.year)
    session.entitle(N_("Certificates issued: {count}, {subject}"), count=len(found), subject=sheet.session.label())
    made = [
        _certificate(
            content(office, sheet, each.participant, kind, number + place, look),
            session_id=session_id,
            participant_id=each.participant.id,
            artisan_id=each.participant.artisan_id,
        )
        for place, each in enumerate(found)
    ]
    return _added(session, made)


def issue_to_trainers(
    session: Session,
    session_id: str,
    trainer_ids: Sequence[str],
    kind: CertificateKind,
    day: date,
    chosen: Chosen | None = None,
) -> list[str]:
    """Issue trainer's certificates, or thank, who taught a session; gives the keys of the certificates."""
    sheet = _ended(session, session_id, day)
    found = [each for each in reads.teachers_of(session, sheet) if each.id in set(trainer_ids)]
    refuse_if(not found, _("Choose at least one trainer."))
    for each in found:
        again = _("{name} has such a certificate of this session.").format(name=each.trainer.name)
        refuse_if(kind in each.certificates, again)
    refuse_if(not sheet.days, _("The session has no days yet."))
    look = frozen_look(session, kind, chosen or Chosen())
    office, number = office_on(session, day), next_number(session, day.year)
    session.entitle(N_("Certificates issued: {count}, {subject}"), count=len(found), subject=sheet.session.label())
    made = [
        _certificate(
            content(office, sheet, each.trainer, kind, number + place, look),
            session_id=session_id,
            trainer_id=each.id,
            artisan_id=each.trainer.artisan_id,
        )
        for place, each in enumerate(found)
    ]
    return _added(session, made)


def thank(session: Session, person: Thanked, day: date, chosen: Chosen | None = None) -> str:
    """Issue a certificate of thanks to somebody who is typed in; gives its key."""
    refuse_if(not (person.name_ar.strip() or person.name_la.strip()), _("Write the name."), "name_ar")
    refuse_if(not (person.reason_ar.strip() or person.reason_fr.strip()), _("Write what for."), "reason_ar")
    look = frozen_look(session, CertificateKind.THANKS, chosen or Chosen())
    frozen = thanks(office_on(session, day), person, next_number(session, day.year), look)
    session.entitle(N_("Certificate of thanks issued: {name}"), name=frozen.name)
    return _added(session, [_certificate(frozen)])[0]


def frozen_look(session: Session, kind: CertificateKind, chosen: Chosen) -> Look:
    """The look as it is on this day; the template is kept as it says now."""
    template = templates.template(session, chosen.template or templates.usual(session, kind.value))
    return Look(keep_version(session, template), chosen.landscape, chosen.language)


def _ended(session: Session, session_id: str, day: date) -> Sheet:
    sheet = training.sheet(session, session_id)
    early = sheet.last_day is not None and day < sheet.last_day
    refuse_if(early, _("A certificate is not dated before the end of the session."), "day")
    return sheet


def _added(session: Session, made: list[Certificate]) -> list[str]:
    private = own_key(session).private
    for each in made:
        seal = sealed(sealed_words(from_json(each.content)), private)
        each.content = {**each.content, "seal": seal, "code": code_bits(seal)}
    session.add_all(made)
    session.flush()
    return [each.id for each in made]


def withdraw(session: Session, certificate_id: str, day: date, why: str) -> None:
    """Declare a certificate void; it keeps its number and stays in the register."""
    found = session.get_one(Certificate, certificate_id)
    refuse_if(not why.strip(), _("Write why it is withdrawn."), "why")
    refuse_if(found.withdrawn_on is not None, _("This certificate is withdrawn already."))
    refuse_if(day < found.issued_on, _("It was not issued yet on this day."), "day")
    session.entitle(N_("Certificate withdrawn: {certificate}"), certificate=found.label())
    found.withdrawn_on, found.withdrawn_why = day, why.strip()


def make_duplicate(session: Session, certificate_id: str, day: date, why: str) -> None:
    """From now on it is printed as a duplicate: the same number, words and seal, marked beside the number."""
    found = session.get_one(Certificate, certificate_id)
    refuse_if(not why.strip(), _("Write why a duplicate is made."), "why")
    refuse_if(found.is_withdrawn, reads.not_printed(found))
    refuse_if(day < found.issued_on, _("It was not issued yet on this day."), "day")
    session.entitle(N_("Duplicate of a certificate: {certificate}"), certificate=found.label())
    found.duplicate_on, found.duplicate_why = day, why.strip()


def next_number(session: Session, year: int) -> int:
    """The number after the highest of the year; inside a writing transaction nobody else can take it."""
    return (session.scalar(select(func.max(Certificate.number)).where(Certificate.year == year)) or 0) + 1


def _check(candidate: reads.Candidate) -> None:
    name = candidate.participant.name
    refuse_if(candidate.certificate is not None, _("{name} has a certificate of this session.").format(name=name))
    why = _("{name} has no right to a certificate: {why}").format(name=name, why=candidate.right.why)
    refuse_if(not candidate.right.has, why)


def _certificate(frozen: Content, **whose: str | None) -> Certificate:
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
        content=to_json(frozen),
        **whose,
    )
