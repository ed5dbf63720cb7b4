"""What screens and papers ask about the office: itself, the places, the activities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import aliased

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.base.names import fold, words
from craftdesk.data import blobs
from craftdesk.data.session import Session
from craftdesk.features.office.models import Activity, Belonging, Chamber, Commune, Letterhead, Wilaya, in_language
from craftdesk.features.office.rules import (
    ChamberDetails,
    Domain,
    Sector,
    domain_of,
    domains,
    plain_code,
    sector_of,
    sectors,
    usual_details,
    wilaya_names,
)

__all__ = [
    "ChamberDetails",
    "Domain",
    "OfficeOnDay",
    "Place",
    "Sector",
    "activities",
    "activity_index",
    "chamber",
    "commune_index",
    "commune_place",
    "communes",
    "domain_of",
    "domains",
    "letterhead",
    "letterheads",
    "office_on",
    "sector_of",
    "sectors",
    "usual_details",
    "wilaya_names",
    "wilayas",
]


@dataclass(frozen=True)
class OfficeOnDay:
    """The office as a paper of a day shows it. The names are in the language that is spoken where they are asked."""

    day: date
    chamber: Chamber
    letterhead: Letterhead
    wilaya: Wilaya
    logo: bytes | None

    def name(self) -> str:
        return self.letterhead.label()

    def place(self) -> str:
        """Where papers are signed."""
        return self.chamber.label()

    def director(self) -> str:
        return in_language(self.letterhead.director_ar, self.letterhead.director_fr)


@dataclass(frozen=True)
class Place:
    """A commune with the wilaya and daira to which it belongs on a day."""

    commune: Commune
    wilaya: Wilaya
    daira_ar: str
    daira_fr: str

    @property
    def id(self) -> str:
        return self.commune.id

    def label(self) -> str:
        return self.commune.label()

    def daira(self) -> str:
        return in_language(self.daira_ar, self.daira_fr)

    def detail(self) -> str:
        """Daira and wilaya, for two communes of one name."""
        return " · ".join(dict.fromkeys((self.daira(), self.wilaya.label())))


def chamber(session: Session) -> Chamber:
    found = session.scalars(select(Chamber).limit(1)).first()
    if found is None:
        raise UserError(_("This office file holds no office yet: open it once to set it up."))
    return found


def has_chamber(session: Session) -> bool:
    """Whether the office was set up."""
    return session.scalars(select(Chamber.id).limit(1)).first() is not None


def letterheads(session: Session) -> list[Letterhead]:
    """All letterheads, newest first."""
    return list(session.scalars(select(Letterhead).order_by(Letterhead.holds_from.desc(), Letterhead.id.desc())))


def letterhead(session: Session, day: date) -> Letterhead:
    """The letterhead that holds on `day`, or the first one when none held yet."""
    every = letterheads(session)
    if not every:
        raise UserError(_("This office has no letterhead yet: add one in the settings."))
    return next((each for each in every if each.holds_from <= day), every[-1])


def office_on(session: Session, day: date) -> OfficeOnDay:
    """All that a paper of `day` shows of the office."""
    here = chamber(session)
    wilaya = session.get_one(Wilaya, here.wilaya_id)
    return OfficeOnDay(day, here, letterhead(session, day), wilaya, blobs.load(session, here.logo))


def office_today(session: Session) -> OfficeOnDay:
    """The office as it is now."""
    return office_on(session, today())


def wilayas(session: Session, day: date | None = None) -> list[Wilaya]:
    """The wilayas that act on `day` (today), by number."""
    return list(session.scalars(select(Wilaya).where(Wilaya.holds_from <= (day or today())).order_by(Wilaya.id)))


def communes(
    session: Session, typed: str, limit: int = 12, wilaya_id: str | None = None, day: date | None = None
) -> list[Place]:
    """The communes one of whose spellings has words that begin as typed; those of the office's wilaya first."""
    near = wilaya_id or session.scalar(select(Chamber.wilaya_id)) or ""
    asked = [Commune.folded.contains(f" {word}", autoescape=True) for word in words(typed)]
    whole, begun = (Commune.folded.contains(f"| {fold(typed)}{end}", autoescape=True) for end in (" |", ""))
    fit = case((whole, 0), (begun, 1), else_=2)
    first = case((Belonging.wilaya_id == near, 0), else_=1)
    found = _places(day).where(*asked).order_by(first, fit, Commune.name_fr).limit(limit)
    return [Place(*row) for row in session.execute(found)]


def commune_place(session: Session, commune_id: str, day: date | None = None) -> Place:
    """The commune with its wilaya and daira on `day` (today)."""
    return Place(*session.execute(_places(day).where(Commune.id == commune_id)).one())


def commune_places(session: Session, day: date | None = None) -> Mapping[str, Place]:
    """Every commune with its wilaya and daira on `day` (today), by its key."""
    return {row[0].id: Place(*row) for row in session.execute(_places(day))}


def commune_index(session: Session, day: date) -> Mapping[str, list[str]]:
    """Folded spellings (with and without their spaces) -> keys of communes, those of the office's wilaya first."""
    near = chamber(session).wilaya_id
    found: dict[str, list[str]] = {}
    first = case((Belonging.wilaya_id == near, 0), else_=1)
    for place in session.execute(_places(day).order_by(first, Commune.id)):
        spellings = {part.strip() for part in place[0].folded.split("|")} - {""}
        for spelling in spellings | {each.replace(" ", "") for each in spellings}:
            found.setdefault(spelling, []).append(place[0].id)
    return found


def _places(day: date | None) -> Select[Commune, Wilaya, str, str]:
    return (
        select(Commune, Wilaya, Belonging.daira_ar, Belonging.daira_fr)
        .join(Belonging, Belonging.commune_id == Commune.id)
        .join(Wilaya, Wilaya.id == Belonging.wilaya_id)
        .where(Belonging.holds_from == _holding(day or today()))
    )


def _holding(day: date) -> ColumnElement[date]:
    """The day from which a commune's belonging on `day` holds; for a day before all of them, the first."""
    other = aliased(Belonging)
    own = select(func.max(other.holds_from)).where(other.commune_id == Commune.id, other.holds_from <= day)
    first = select(func.min(other.holds_from)).where(other.commune_id == Commune.id)
    return func.coalesce(own.scalar_subquery(), first.scalar_subquery())


def activities(session: Session, typed: str = "", limit: int | None = None) -> list[Activity]:
    """The activities whose code begins as typed, or whose names hold words that do, by code."""
    every = session.scalars(select(Activity).order_by(Activity.code))
    return [each for each in every if _named(each, words(typed))][:limit]


def _named(activity: Activity, typed: Iterable[str]) -> bool:
    held = words(f"{activity.code} {activity.name_ar} {activity.name_fr}")
    return all(any(word.startswith(asked) for word in held) for asked in typed)


def activity_index(session: Session) -> Mapping[str, str]:
    """Codes and folded names of the activities -> their keys."""
    found: dict[str, str] = {}
    for each in session.scalars(select(Activity).order_by(Activity.code)):
        for spelling in (plain_code(each.code), fold(each.name_ar), fold(each.name_fr)):
            if spelling:
                found.setdefault(spelling, each.id)
    return found
