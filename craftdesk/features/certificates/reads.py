"""What screens and papers ask about certificates."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, select

from craftdesk.base.dates import format_day, today
from craftdesk.base.i18n import _, language
from craftdesk.base.numbers import apart, isolate
from craftdesk.data import blobs, search
from craftdesk.data.session import Session, chunks
from craftdesk.features.certificates.models import Certificate, CertificateKind, CertificateState, OfficeKey
from craftdesk.features.certificates.rules import Content, from_json
from craftdesk.features.certificates.seal import Checked, Verdict, key_name
from craftdesk.features.certificates.sealing import sealed_words
from craftdesk.features.office.reads import OfficeOnDay, office_on
from craftdesk.features.training import reads as training
from craftdesk.features.training.models import Attendance, HalfDay, Mark, Participant, Trainer
from craftdesk.features.training.rules import Phase, Right, Sheet, right, rights

if TYPE_CHECKING:
    from craftdesk.pdf.template.source import Template

FOUND = 2000
AWAITED = timedelta(400)
"""How long a session that was held waits for its certificates on the home page."""
_BY_NUMBER = (Certificate.year, Certificate.number)


@dataclass(frozen=True)
class Candidate:
    """A participant at a place on the sheet, the right with its reason, and the certificate if it was issued.

    Whose certificate was withdrawn gets another only when he is chosen by hand.
    """

    place: int
    participant: Participant
    right: Right
    certificate: Certificate | None
    withdrawn: Certificate | None = None

    @property
    def id(self) -> str:
        return self.participant.id

    @property
    def can_be_issued(self) -> bool:
        return self.right.has and self.certificate is None

    @property
    def ready(self) -> bool:
        return self.can_be_issued and self.withdrawn is None


@dataclass(frozen=True)
class Teacher:
    """A trainer of a session, with the valid certificates that were issued for it by their kinds."""

    trainer: Trainer
    certificates: Mapping[CertificateKind, Certificate]

    @property
    def id(self) -> str:
        return self.trainer.id


@dataclass(frozen=True)
class Printable:
    """A certificate's frozen content with the logo and the template that it froze."""

    content: Content
    logo: bytes | None
    template: Template
    duplicate: bool = False


@dataclass(frozen=True)
class Wanted:
    """What of the register is shown, and in which order: newest first, or by a name of a column."""

    like: str = ""
    year: int | None = None
    kind: CertificateKind | None = None
    state: CertificateState | None = None
    order: str = ""
    descending: bool = False


def candidates(session: Session, session_id: str) -> list[Candidate]:
    """Everybody on the sheet of a session."""
    return candidates_of(session, training.sheet(session, session_id))


def candidates_of(session: Session, sheet: Sheet) -> list[Candidate]:
    issued = of_session(session, sheet.session.id)
    held, void = (
        {each.participant_id: each for each in issued if each.participant_id and each.is_withdrawn is withdrawn}
        for withdrawn in (False, True)
    )
    found = rights(sheet)
    people = enumerate(sheet.participants, 1)
    return [
        Candidate(place, person, found[person.id], held.get(person.id), void.get(person.id)) for place, person in people
    ]


def teachers_of(session: Session, sheet: Sheet) -> list[Teacher]:
    """Who taught a session."""
    issued = [each for each in of_session(session, sheet.session.id) if not each.is_withdrawn]
    return [
        Teacher(trainer, {each.kind: each for each in issued if each.trainer_id == trainer.id})
        for trainer in sheet.trainers
    ]


def of_session(session: Session, session_id: str) -> list[Certificate]:
    asked = select(Certificate).where(Certificate.session_id == session_id)
    return list(session.scalars(asked.order_by(*_BY_NUMBER)))


def of_artisan(session: Session, artisan_id: str) -> list[Certificate]:
    """The certificates of an artisan, newest first."""
    asked = select(Certificate).where(Certificate.artisan_id == artisan_id)
    return list(session.scalars(asked.order_by(Certificate.year.desc(), Certificate.number.desc())))


def register(session: Session, wanted: Wanted, offset: int = 0, limit: int | None = None) -> list[Certificate]:
    """The wanted part of the register, in the wanted order."""
    asked = _narrowed(session, select(Certificate), wanted).order_by(*_order(wanted))
    return list(session.scalars(asked.offset(offset).limit(limit)))


def number_in(session: Session, wanted: Wanted) -> int:
    return session.scalar(_narrowed(session, select(func.count()).select_from(Certificate), wanted)) or 0


def keys_in(session: Session, wanted: Wanted) -> list[str]:
    """The keys of the wanted part of the register, in its order."""
    return list(session.scalars(_narrowed(session, select(Certificate.id), wanted).order_by(*_order(wanted))))


def _narrowed(session: Session, asked: Select[*tuple[Any, ...]], wanted: Wanted) -> Select[*tuple[Any, ...]]:
    if wanted.year is not None:
        asked = asked.where(Certificate.year == wanted.year)
    if wanted.kind is not None:
        asked = asked.where(Certificate.kind == wanted.kind)
    if wanted.state is not None:
        asked = asked.where(_IN_STATE[wanted.state]())
    if wanted.like.strip():
        found = search.find(session.connection(), wanted.like, (Certificate.__tablename__,), FOUND)
        asked = asked.where(Certificate.id.in_([key for _table, key in found]))
    return asked


_IN_STATE: Mapping[CertificateState, Callable[[], Any]] = {
    CertificateState.VALID: lambda: Certificate.withdrawn_on.is_(None),
    CertificateState.WITHDRAWN: lambda: Certificate.withdrawn_on.is_not(None),
    CertificateState.DUPLICATE: lambda: Certificate.duplicate_on.is_not(None),
}


def _order(wanted: Wanted) -> list[Any]:
    arabic = language() == "ar"
    chosen: dict[str, Any] = {
        "name": Certificate.order_ar if arabic else Certificate.order_la,
        "subject": Certificate.subject_ar if arabic else Certificate.subject_fr,
        "issued": Certificate.issued_on,
    }
    if wanted.order not in chosen:
        return [each.asc() if wanted.order and not wanted.descending else each.desc() for each in _BY_NUMBER]
    return [each.desc() if wanted.descending else each.asc() for each in (chosen[wanted.order], *_BY_NUMBER)]


def by_keys(session: Session, keys: Sequence[str]) -> list[Certificate]:
    return [each for some in chunks(keys) for each in session.scalars(select(Certificate).where(_among(some)))]


def certificate(session: Session, key: str) -> Certificate:
    return session.get_one(Certificate, key)


@dataclass(frozen=True)
class Standing:
    """What the office's own register says of a seal: the certificate of its number, and what does not fit."""

    certificate: Certificate | None = None
    notes: Sequence[str] = ()


def standing(session: Session, seal: Checked) -> Standing:
    """Look a seal up in the register; of other offices nothing is known there."""
    own = {key_name(public) for public in session.scalars(select(OfficeKey.public))}
    number = seal.values.get("number", "")
    found = session.scalars(select(Certificate).where(Certificate.reference == number)).first() if number else None
    if seal.key_name and seal.key_name not in own:
        return Standing()
    if found is None:
        gone = _("The register has no certificate of this number: it was printed, and its issue was taken back.")
        return Standing(None, [gone] if seal.verdict is Verdict.GENUINE else [])
    if seal.verdict is Verdict.GENUINE and sealed_words(from_json(found.content)) != seal.values:
        other = _("In the register this number belongs to {name}: the paper was printed, and its issue taken back.")
        return Standing(found, [other.format(name=apart(found.name))])
    return Standing(found)


def years(session: Session) -> list[int]:
    """The years in which certificates were issued, newest first."""
    return list(session.scalars(select(Certificate.year).distinct().order_by(Certificate.year.desc())))


def number_issued(session: Session, year: int) -> int:
    return number_in(session, Wanted(year=year))


def printables(session: Session, keys: Sequence[str]) -> list[Printable]:
    """The certificates of these keys, or all, in the order of their numbers, withdrawn ones too."""
    from craftdesk.features.templates import reads as templates  # noqa: PLC0415 - papers are not needed to start

    found = [(from_json(content), day is not None) for content, day in _contents(session, keys)]
    contents = [content for content, _duplicate in found]
    logos = {key: blobs.load(session, key) for key in {content.logo for content in contents}}
    printed_from = {(content.template, content.kind) for content in contents}
    versions = {key: templates.version(session, *key) for key in printed_from}
    found.sort(key=lambda each: (each[0].year, each[0].number))
    return [Printable(each, logos[each.logo], versions[each.template, each.kind], again) for each, again in found]


def _contents(session: Session, keys: Sequence[str]) -> Iterable[tuple[dict[str, Any], date | None]]:
    asked = select(Certificate.content, Certificate.duplicate_on)
    if not keys:
        return [(content, day) for content, day in session.execute(asked)]
    return [(content, day) for some in chunks(keys) for content, day in session.execute(asked.where(_among(some)))]


def not_printed(certificate: Certificate) -> str:
    """Why a withdrawn certificate is not printed."""
    told = _("Certificate {number} of {name} was withdrawn on {day} and is not printed any more: {reason}")
    return told.format(
        number=isolate(certificate.reference),
        name=apart(certificate.name),
        day=format_day(certificate.withdrawn_on) if certificate.withdrawn_on else "",
        reason=apart(certificate.withdrawn_why),
    )


def _among(keys: Sequence[str]) -> Any:
    return Certificate.id.in_(keys)


@dataclass(frozen=True)
class Register:
    """What the register on paper holds: the office of today, what was issued, and what became of it by number."""

    office: OfficeOnDay
    contents: Sequence[Content]
    withdrawn: Mapping[str, date] = field(default_factory=dict)
    duplicates: Mapping[str, date] = field(default_factory=dict)


def register_paper(session: Session, keys: Sequence[str]) -> Register:
    """The register of these certificates, or of all, in the order of their numbers."""
    contents = [each.content for each in printables(session, keys)]
    days = [_days_of(session, day) for day in (Certificate.withdrawn_on, Certificate.duplicate_on)]
    return Register(office_on(session, today()), contents, *days)


def _days_of(session: Session, column: Any) -> dict[str, date]:
    """The days in a column by the numbers of the certificates; few have one."""
    return dict(session.execute(select(Certificate.reference, column).where(column.is_not(None))).all())


def sessions_ready(session: Session) -> list[tuple[training.SessionLine, int]]:
    """The sessions that were held and wholly entered, with how many certificates are still to be issued."""
    since = today() - AWAITED
    held = training.sessions(session, phase=Phase.HELD)
    lines = {each.id: each for each in held if each.complete and each.last_day and each.last_day >= since}
    ready = dict.fromkeys(lines, 0)
    for key, marks in _without_certificate(session, lines):
        ready[key] += right(lines[key].session, marks).has
    return [(lines[key], number) for key, number in ready.items() if number]


def _without_certificate(session: Session, keys: Collection[str]) -> Iterable[tuple[str, Sequence[Mark]]]:
    """The session and the marks of everybody who has no certificate."""
    held = select(Certificate.participant_id)
    asked = (
        select(Participant.id, Participant.session_id, Attendance.mark)
        .join(Attendance, Attendance.participant_id == Participant.id)
        .join(HalfDay, HalfDay.id == Attendance.half_day_id)
        .where(Participant.id.not_in(held))
    )
    found: dict[tuple[str, str], list[Mark]] = {}
    for some in chunks(list(keys)):
        for person, key, mark in session.execute(asked.where(Participant.session_id.in_(some))):
            found.setdefault((person, key), []).append(mark)
    return [(key, marks) for (_person, key), marks in found.items()]
