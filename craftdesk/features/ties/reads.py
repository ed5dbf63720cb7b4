"""What screens ask about ties, bodies and other names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from craftdesk.data import search
from craftdesk.data.session import Session
from craftdesk.features.roster import reads as roster
from craftdesk.features.roster.models import Artisan
from craftdesk.features.ties.models import BodyKind, CraftBody, OtherName, Tie, TieKind
from craftdesk.features.ties.rules import Role, Seen, role_of

FOUND = 2000
_BY_NAME = (CraftBody.name_ar, CraftBody.name_fr, CraftBody.id)


@dataclass(frozen=True)
class Sought:
    """Which cooperatives and enterprises are shown."""

    like: str = ""
    kind: BodyKind | None = None


@dataclass(frozen=True)
class BodyEntry:
    """A cooperative or enterprise as a list shows it: how many belong to it now, and who manages it."""

    body: CraftBody
    members: int
    managers: Sequence[Artisan]

    @property
    def id(self) -> str:
        return self.body.id


@dataclass(frozen=True)
class Belongings:
    """All that ties an artisan: other names, people, cooperatives and enterprises; what is over comes last."""

    artisan: Artisan
    names: Sequence[OtherName]
    seen: Sequence[Seen]


def belongings(session: Session, artisan_id: str) -> Belongings:
    artisan = session.get_one(Artisan, artisan_id)
    names = select(OtherName).where(OtherName.artisan_id == artisan_id).order_by(OtherName.id)
    return Belongings(artisan, list(session.scalars(names)), ties_of(session, artisan_id))


def ties_of(session: Session, artisan_id: str) -> list[Seen]:
    """The ties of an artisan as this one sees them; one to oneself, left over from joined records, is not shown."""
    asked = (
        select(Tie)
        .options(joinedload(Tie.artisan), joinedload(Tie.other), joinedload(Tie.body))
        .where(or_(Tie.artisan_id == artisan_id, Tie.other_id == artisan_id))
        .where(or_(Tie.other_id.is_(None), Tie.other_id != Tie.artisan_id))
    )
    found = [_seen(each, artisan_id) for each in session.scalars(asked)]
    order = list(Role)
    return sorted(found, key=lambda each: (each.is_over, order.index(each.role), each.tie.id))


def _seen(tie: Tie, artisan_id: str) -> Seen:
    role = role_of(tie, artisan_id)
    if tie.body is not None:
        return Seen(tie, role, body=tie.body)
    return Seen(tie, role, tie.other if tie.artisan_id == artisan_id else tie.artisan)


def bodies(session: Session, sought: Sought, offset: int = 0, limit: int | None = None) -> list[BodyEntry]:
    """By name."""
    asked = _narrowed(session, select(CraftBody), sought).options(joinedload(CraftBody.commune)).order_by(*_BY_NAME)
    return _entries(session, list(session.scalars(asked.offset(offset).limit(limit))))


def number_in(session: Session, sought: Sought) -> int:
    return session.scalar(_narrowed(session, select(func.count()).select_from(CraftBody), sought)) or 0


def keys_in(session: Session, sought: Sought) -> list[str]:
    return list(session.scalars(_narrowed(session, select(CraftBody.id), sought).order_by(*_BY_NAME)))


def _narrowed(session: Session, asked: Select[*tuple[Any, ...]], sought: Sought) -> Select[*tuple[Any, ...]]:
    if sought.kind is not None:
        asked = asked.where(CraftBody.kind == sought.kind)
    if sought.like.strip():
        found = search.find(session.connection(), sought.like, (CraftBody.__tablename__,), FOUND)
        asked = asked.where(CraftBody.id.in_([key for _table, key in found]))
    return asked


def _entries(session: Session, found: Sequence[CraftBody]) -> list[BodyEntry]:
    keys = [each.id for each in found]
    asked = select(Tie).options(joinedload(Tie.artisan)).where(Tie.body_id.in_(keys), Tie.ends.is_(None))
    members: dict[str, set[str]] = {}
    managers: dict[str, list[Artisan]] = {}
    for each in session.scalars(asked.order_by(Tie.id)):
        members.setdefault(each.body_id or "", set()).add(each.artisan_id)
        if each.kind is TieKind.MANAGER:
            managers.setdefault(each.body_id or "", []).append(each.artisan)
    return [BodyEntry(each, len(members.get(each.id, ())), managers.get(each.id, [])) for each in found]


def body(session: Session, key: str) -> CraftBody | None:
    asked = select(CraftBody).options(joinedload(CraftBody.commune)).where(CraftBody.id == key)
    return session.scalars(asked).first()


def by_keys(session: Session, keys: Sequence[str]) -> list[BodyEntry]:
    asked = select(CraftBody).options(joinedload(CraftBody.commune)).where(CraftBody.id.in_(keys))
    return _entries(session, list(session.scalars(asked)))


def members_of(session: Session, body_id: str) -> list[Seen]:
    """Everybody who belongs or belonged to a cooperative or enterprise; what is over comes last."""
    asked = select(Tie).options(joinedload(Tie.artisan)).where(Tie.body_id == body_id).order_by(Tie.id)
    found = [Seen(each, Role(each.kind.value), each.artisan) for each in session.scalars(asked)]
    order = list(Role)
    return sorted(found, key=lambda each: (each.is_over, order.index(each.role), each.tie.id))


def has_artisan(session: Session, key: str) -> bool:
    return roster.is_there(session, key)


def other_names(session: Session, keys: Sequence[str]) -> list[OtherName]:
    asked = select(OtherName).options(joinedload(OtherName.artisan)).where(OtherName.id.in_(keys))
    return list(session.scalars(asked))


def owner_of_name(session: Session, key: str) -> str | None:
    """The artisan who has another name."""
    found = session.get(OtherName, key)
    return found.artisan_id if found else None
