"""What screens ask about twins."""

import json
from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from craftdesk.data.bulk import among
from craftdesk.data.journal_tables import Change
from craftdesk.data.session import Session
from craftdesk.features.roster.asking import file_of
from craftdesk.features.roster.holdings import Held, held_about
from craftdesk.features.roster.models import Artisan, StatusChange
from craftdesk.features.twins.models import JoinedTwin, TwinLook
from craftdesk.features.twins.proposing import Side
from craftdesk.features.twins.rules import Level, Reason, in_order

MOST_TOGETHER = 4
"""So many are shown side by side."""
FEW = 200
"""So many artisans that were changed since the last look are compared at once; more wait for the next look."""
_PAIRS = """SELECT p.first_id, p.second_id, p.level, p.score, p.reasons FROM twin_pair p
WHERE EXISTS (SELECT 1 FROM artisan WHERE id = p.first_id) AND EXISTS (SELECT 1 FROM artisan WHERE id = p.second_id)
AND NOT EXISTS (SELECT 1 FROM not_twins n WHERE n.first_id = p.first_id AND n.second_id = p.second_id)
ORDER BY p.level DESC, p.score DESC, p.first_id, p.second_id"""


class Group(NamedTuple):
    """Artisans who may all be one person: two, rarely more."""

    keys: tuple[str, ...]
    level: Level
    score: int
    reasons: tuple[Reason, ...]

    @property
    def key(self) -> str:
        return " ".join(self.keys)


class Listed(NamedTuple):
    """A group with the names of its people, as a list shows it."""

    group: Group
    names: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.group.key


class Seen(NamedTuple):
    """One of the people side by side: what the proposals need, and what other features hold about the person."""

    side: Side
    held: tuple[Held, ...]


class Looked(NamedTuple):
    """When the whole roster was looked through last, and how many artisans were changed since."""

    at: datetime | None
    changed: int


def groups(session: Session) -> list[Group]:
    """The surest first. Three are a group only where each is at least likely to be each other one."""
    rows = file_of(session).ask(_PAIRS)
    alike = {(first, second) for first, second, level, _score, _reasons in rows if level >= Level.LIKELY}
    found: list[tuple[list[str], Group]] = []
    places: dict[str, list[str]] = {}
    for first, second, level, score, reasons in rows:
        people = _room(places, alike, first, second) if level >= Level.LIKELY else None
        if people is None:
            people = []
            found.append((people, Group((), Level(level), score, tuple(map(Reason, json.loads(reasons))))))
        people += [key for key in (first, second) if key not in people]
        if level >= Level.LIKELY:
            for key in (first, second):
                places.setdefault(key, people)
    return [head._replace(keys=tuple(people)) for people, head in found]


def _room(places: Mapping[str, list[str]], alike: Container[tuple[str, str]], one: str, other: str) -> list[str] | None:
    """The group of one of them, where the other fits in too."""
    for people in (places[key] for key in (one, other) if key in places):
        new = {one, other} - set(people)
        if len(people) + len(new) <= MOST_TOGETHER and all(
            in_order(key, there) in alike for key in new for there in people
        ):
            return people
    return None


def number(session: Session) -> int:
    """How many artisans may be on the roster twice."""
    return len({key for each in groups(session) for key in each.keys})


def listed(session: Session, some: Sequence[Group]) -> list[Listed]:
    """The groups with the names of their people."""
    keys = {key for each in some for key in each.keys}
    people = {each.id: each for each in session.scalars(select(Artisan).where(among(Artisan.id, keys)))}
    return [
        Listed(
            each,
            tuple(people[key].label() for key in each.keys if key in people),
            tuple(people[key].register_no or "" for key in each.keys if key in people),
        )
        for each in some
    ]


def seen(session: Session, keys: Sequence[str]) -> list[Seen]:
    """The people side by side, in the order of their records; who is gone is left out."""
    loads = (joinedload(Artisan.activity), joinedload(Artisan.home_commune), joinedload(Artisan.activity_commune))
    people = session.scalars(select(Artisan).where(Artisan.id.in_(keys)).options(*loads).order_by(Artisan.id))
    return [_seen(session, each) for each in people.unique()]


def _seen(session: Session, artisan: Artisan) -> Seen:
    held = tuple(held_about(session, artisan.id))
    return Seen(side(session, artisan, sum(len(each.rows) for each in held)), held)


def side(session: Session, artisan: Artisan, hanging: int = 0) -> Side:
    changed = session.scalar(select(func.max(Change.id)).where(Change.record_id == artisan.id)) or 0
    status_on = session.scalar(select(func.max(StatusChange.day)).where(StatusChange.artisan_id == artisan.id))
    return Side(artisan, changed, status_on, hanging)


def looked(session: Session) -> Looked:
    last = session.scalars(select(TwinLook)).first()
    return Looked(last.at, len(changed_since(session, last.upto))) if last else Looked(None, 0)


def anybody(session: Session) -> bool:
    return session.scalar(select(Artisan.id).limit(1)) is not None


def changed_since(session: Session, upto: int) -> list[str]:
    """The artisans who were added or changed after a change of the journal, one more than are few at most."""
    asked = "SELECT DISTINCT record_id FROM change WHERE id > ? AND table_name = 'artisan' LIMIT ?"
    return file_of(session).firsts(asked, (upto, FEW + 1))


def joined_to(session: Session, artisan_id: str) -> list[JoinedTwin]:
    """The records that were joined to an artisan, the latest first; those that are back are left out."""
    back = select(Artisan.id).where(Artisan.id == JoinedTwin.other_id).exists()
    asked = select(JoinedTwin).where(JoinedTwin.artisan_id == artisan_id, ~back).order_by(JoinedTwin.id.desc())
    return list(session.scalars(asked))


def joined_records(session: Session, keys: Sequence[str]) -> list[tuple[JoinedTwin, Artisan]]:
    """The joined records of these keys with the person to whom each was joined."""
    asked = select(JoinedTwin, Artisan).join(Artisan, Artisan.id == JoinedTwin.artisan_id)
    back = select(Artisan.id).where(Artisan.id == JoinedTwin.other_id).correlate(JoinedTwin).exists()
    return [(joined, person) for joined, person in session.execute(asked.where(among(JoinedTwin.id, keys), ~back))]
