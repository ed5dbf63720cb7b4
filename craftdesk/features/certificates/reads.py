"""What screens and papers ask about certificates."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from craftdesk.data import blobs, search
from craftdesk.data.session import Session
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.certificates.rules import Content, from_json
from craftdesk.features.training import reads as training
from craftdesk.features.training.models import Participant
from craftdesk.features.training.rules import Phase, Right, Sheet, rights

FOUND = 2000


@dataclass(frozen=True)
class Candidate:
    """A participant, the right to a certificate with its reason, and the certificate if it was issued."""

    participant: Participant
    right: Right
    certificate: Certificate | None

    @property
    def ready(self) -> bool:
        return self.right.has and self.certificate is None


@dataclass(frozen=True)
class Printable:
    """A certificate's frozen content with the logo that it froze."""

    content: Content
    logo: bytes | None


def candidates(session: Session, session_id: str) -> list[Candidate]:
    """Everybody on the sheet of a session."""
    return candidates_of(session, training.sheet(session, session_id))


def candidates_of(session: Session, sheet: Sheet) -> list[Candidate]:
    held = {each.participant_id: each for each in of_session(session, sheet.session.id)}
    found = rights(sheet)
    return [Candidate(person, found[person.id], held.get(person.id)) for person in sheet.participants]


def of_session(session: Session, session_id: str) -> list[Certificate]:
    asked = select(Certificate).where(Certificate.session_id == session_id)
    return list(session.scalars(asked.order_by(Certificate.year, Certificate.number)))


def of_artisan(session: Session, artisan_id: str) -> list[Certificate]:
    """The certificates of an artisan, newest first."""
    asked = select(Certificate).where(Certificate.artisan_id == artisan_id)
    return list(session.scalars(asked.order_by(Certificate.year.desc(), Certificate.number.desc())))


def certificates(session: Session, like: str = "", year: int | None = None, limit: int = FOUND) -> list[Certificate]:
    """The register, newest first."""
    asked = select(Certificate).order_by(Certificate.year.desc(), Certificate.number.desc()).limit(limit)
    if year is not None:
        asked = asked.where(Certificate.year == year)
    if like.strip():
        found = search.find(session.connection(), like, (Certificate.__tablename__,), FOUND)
        asked = asked.where(Certificate.id.in_([key for _table, key in found]))
    return list(session.scalars(asked))


def by_keys(session: Session, keys: Sequence[str]) -> list[Certificate]:
    return list(session.scalars(select(Certificate).where(Certificate.id.in_(keys))))


def years(session: Session) -> list[int]:
    """The years in which certificates were issued, newest first."""
    return list(session.scalars(select(Certificate.year).distinct().order_by(Certificate.year.desc())))


def number_issued(session: Session, year: int) -> int:
    return session.scalar(select(func.count()).select_from(Certificate).where(Certificate.year == year)) or 0


def printables(session: Session, keys: Sequence[str]) -> list[Printable]:
    """The certificates of these keys (of certificates or of whole sessions), or all, in the order of their numbers."""
    asked = select(Certificate).order_by(Certificate.year, Certificate.number)
    if keys:
        asked = asked.where(Certificate.id.in_(keys) | Certificate.session_id.in_(keys))
    contents = [from_json(each.content) for each in session.scalars(asked)]
    logos = {key: blobs.load(session, key) for key in {content.logo for content in contents}}
    return [Printable(content, logos[content.logo]) for content in contents]


def sessions_ready(session: Session) -> list[tuple[training.SessionLine, int]]:
    """The sessions that were held and wholly entered, with how many certificates are still to be issued."""
    found = []
    for line in training.sessions(session, phase=Phase.HELD):
        if line.complete and line.participants:
            ready = sum(each.ready for each in candidates(session, line.id))
            if ready:
                found.append((line, ready))
    return found
