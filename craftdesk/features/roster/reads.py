"""What screens and papers ask about the artisans; the lists are in `finding`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from craftdesk.base.dates import today
from craftdesk.base.i18n import _
from craftdesk.base.numbers import isolate
from craftdesk.data import blobs
from craftdesk.data.session import Session
from craftdesk.features.office.models import in_language
from craftdesk.features.office.reads import Place, commune_place
from craftdesk.features.office.rules import Domain, domain_of, domains
from craftdesk.features.roster import rules
from craftdesk.features.roster.asking import file_of
from craftdesk.features.roster.finding import (
    Asked,
    Filters,
    Found,
    Row,
    artisans,
    find,
    keys,
    place_of,
    rows,
    rows_of,
)
from craftdesk.features.roster.models import OPEN, STATUSES, Artisan, ImportedRow, Status, StatusChange
from craftdesk.features.roster.twins import Twin, twins_of

__all__ = [
    "Asked",
    "Card",
    "Counts",
    "Filters",
    "Found",
    "Row",
    "Suggestion",
    "Twin",
    "artisan",
    "artisans",
    "card",
    "cards",
    "counts",
    "find",
    "keys",
    "place_of",
    "rows",
    "rows_of",
    "suggestions",
    "twins_of",
]


@dataclass(frozen=True)
class Card:
    """An artisan with all that the card shows; `changes` is the history of the status, newest first."""

    artisan: Artisan
    home: Place | None
    work: Place | None
    photo: bytes | None
    changes: Sequence[StatusChange]


class Suggestion(NamedTuple):
    """An artisan in a picker: the name, and what tells two of one name apart."""

    key: str
    name: str
    detail: str


@dataclass(frozen=True)
class Counts:
    """The figures of the whole roster."""

    registered: int
    requested: int
    struck_off: int

    @property
    def total(self) -> int:
        return self.registered + self.requested + self.struck_off


_WHOLE = (joinedload(Artisan.activity), joinedload(Artisan.home_commune), joinedload(Artisan.activity_commune))


def artisan(session: Session, key: str) -> Artisan:
    """An artisan with activity and communes."""
    return session.scalars(select(Artisan).options(*_WHOLE).where(Artisan.id == key)).one()


def card(session: Session, key: str, day: date | None = None) -> Card:
    """An artisan's card; the communes belong where they belong on `day` (today)."""
    found = artisan(session, key)
    changes = session.scalars(
        select(StatusChange)
        .where(StatusChange.artisan_id == key)
        .order_by(StatusChange.day.desc(), StatusChange.id.desc())
    ).all()
    home, work = (_place(session, commune, day) for commune in (found.home_commune_id, found.activity_commune_id))
    return Card(found, home, work, blobs.load(session, found.photo), changes)


def cards(session: Session, keys: Sequence[str]) -> list[Card]:
    return [card(session, key) for key in keys]


def _place(session: Session, commune: str | None, day: date | None) -> Place | None:
    return commune_place(session, commune, day) if commune else None


def is_there(session: Session, key: str) -> bool:
    return session.scalar(select(Artisan.id).where(Artisan.id == key)) is not None


def holder_of(session: Session, register_no: str, but: str | None = None) -> Artisan | None:
    """Who has this register number."""
    asked = select(Artisan).where(Artisan.register_no == register_no, Artisan.id != (but or ""))
    return session.scalars(asked).first()


def name_of(row: Row) -> str:
    return in_language(row.name_ar, row.name_la)


def other_name(row: Row) -> str:
    """The name in the other script, where both are known."""
    first = name_of(row)
    other = row.name_la if first == row.name_ar else row.name_ar
    return other if other != first else ""


def suggestions(session: Session, typed: str, limit: int = 12) -> list[Suggestion]:
    """The artisans whom a picker offers for what was typed."""
    return [_suggestion(row) for row in artisans(session, Asked(typed), 0, limit)] if typed.strip() else []


def suggested(session: Session, keys: Sequence[str]) -> list[Suggestion]:
    """The same words for artisans who are chosen already."""
    return [_suggestion(row) for row in rows_of(session, keys)]


def _suggestion(row: Row) -> Suggestion:
    return Suggestion(row.key, name_of(row), detail_of(row))


def detail_of(row: Row) -> str:
    """What tells two artisans of one name apart, in a line."""
    status = "" if row.status is Status.REGISTERED else _(STATUSES[row.status])
    parts = (isolate(other_name(row)), row.activity, row.commune, isolate(row.register_no), status)
    return " · ".join(filter(None, parts))


def counts(session: Session) -> Counts:
    """Nearly all are registered: they are what the few others leave."""
    file = file_of(session)
    total = file.number("SELECT count(*) FROM artisan")
    requested, struck_off = (
        file.number("SELECT count(*) FROM artisan WHERE status = ?", (status,))
        for status in (Status.REQUESTED, Status.STRUCK_OFF)
    )
    return Counts(total - requested - struck_off, requested, struck_off)


def by_domain(session: Session) -> dict[Domain, int]:
    """How many are registered in each of the three domains: all along an index, less the few who are not."""
    file = file_of(session)
    every = "SELECT activity_id, count(*) FROM artisan GROUP BY activity_id"
    others = "SELECT activity_id, -count(*) FROM artisan WHERE status <> 'registered' GROUP BY activity_id"
    codes = dict(file.ask("SELECT id, code FROM activity"))
    found = dict.fromkeys(domains().values(), 0)
    for key, number in (*file.ask(every), *file.ask(others)):
        if domain := domain_of(codes.get(key)):
            found[domain] += number
    return found


def running_out(session: Session, days: int = rules.SOON) -> int:
    """How many registered artisans' cards run out within so many days."""
    last = today() + timedelta(days)
    # "+": the few cards of these days are looked through, not the many registered.
    asked = "SELECT count(*) FROM artisan WHERE card_until BETWEEN ? AND ? AND +status = ?"
    return file_of(session).number(asked, (today().isoformat(), last.isoformat(), Status.REGISTERED))


def waiting_to_be_mended(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Artisan).where(Artisan.mend.is_not(None))) or 0


def rows_waiting(session: Session) -> int:
    """How many rows of imported lists wait to be mended, joined to somebody or left out."""
    return session.scalar(select(func.count()).where(ImportedRow.outcome.in_(OPEN))) or 0
