"""What the user changes about ties, bodies and other names."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart, latin_digits, plain_phone
from craftdesk.data.session import Session
from craftdesk.features.roster.models import Artisan
from craftdesk.features.ties import rules
from craftdesk.features.ties.models import BodyKind, CraftBody, NameKind, OtherName, Tie, TieKind
from craftdesk.features.ties.rules import IN_A_BODY, Role


def tie(
    session: Session, artisan_id: str, role: Role, other_key: str, begins: date | None = None, note: str = ""
) -> str:
    """Say what somebody is to an artisan, or what the artisan is in a cooperative or enterprise; gives its key."""
    artisan = session.get_one(Artisan, artisan_id)
    refuse_if(begins is not None and begins > today(), _("This day is still to come."), "begins")
    made = Tie(begins=begins, note=note.strip())
    if role in IN_A_BODY:
        body = session.get_one(CraftBody, other_key)
        made.kind, made.artisan_id, made.body_id = TieKind(role.value), artisan_id, body.id
        name = body.label()
    else:
        other = session.get_one(Artisan, other_key)
        _check_people(artisan, other, role)
        made.kind, begins_there = rules.kind_of(role)
        ends = (other.id, artisan.id) if begins_there else (artisan.id, other.id)
        made.artisan_id, made.other_id = ends
        name = other.label()
    _refuse_twice(session, made, name)
    session.entitle(N_("Tie added: {artisan}, {other}"), artisan=artisan.label(), other=name)
    session.add(made)
    session.flush()
    return made.id


def _check_people(artisan: Artisan, other: Artisan, role: Role) -> None:
    refuse_if(artisan.id == other.id, _("Nobody is tied to himself: choose somebody else."), "other")
    pair = {Role.CHILD: (other, artisan), Role.PARENT: (artisan, other)}.get(role)
    if pair is not None:
        told = _("{child} is older than {parent}: look at their birth dates.")
        older = rules.is_born_after(*pair) is False
        refuse_if(older, told.format(child=apart(pair[0].label()), parent=apart(pair[1].label())), "other")


def _refuse_twice(session: Session, made: Tie, name: str) -> None:
    """The same tie, seen from either side, is there once as long as it lasts."""
    asked = select(Tie.id).where(Tie.kind == made.kind, Tie.ends.is_(None))
    if made.body_id:
        asked = asked.where(Tie.artisan_id == made.artisan_id, Tie.body_id == made.body_id)
    else:
        straight = (Tie.artisan_id == made.artisan_id) & (Tie.other_id == made.other_id)
        turned = (Tie.artisan_id == made.other_id) & (Tie.other_id == made.artisan_id)
        asked = asked.where(or_(straight, turned))
    with session.no_autoflush:
        twin = session.scalars(asked.limit(1)).first()
    refuse_if(twin is not None, _("This tie with {name} is here already.").format(name=apart(name)), "other")


def save_tie(session: Session, key: str, begins: date | None, ends: date | None, note: str) -> None:
    """Change since when a tie is, until when, and what is to be said of it."""
    found = session.get_one(Tie, key)
    session.entitle(N_("Tie changed: {artisan}, {other}"), **_named(session, found))
    _check_days(begins, ends)
    found.begins, found.ends, found.note = begins, ends, note.strip()


def end_tie(session: Session, key: str, day: date) -> None:
    """A tie ends on a day; it stays on both cards."""
    found = session.get_one(Tie, key)
    session.entitle(N_("Tie ended: {artisan}, {other}"), **_named(session, found))
    _check_days(found.begins, day)
    found.ends = day


def go_on(session: Session, key: str) -> None:
    """A tie that was ended by mistake goes on."""
    found = session.get_one(Tie, key)
    session.entitle(N_("Tie goes on: {artisan}, {other}"), **_named(session, found))
    found.ends = None


def _check_days(begins: date | None, ends: date | None) -> None:
    refuse_if(ends is not None and ends > today(), _("This day is still to come."), "ends")
    refuse_if(bool(begins and ends and ends < begins), _("It would end before it begins."), "ends")


def _named(session: Session, found: Tie) -> dict[str, str]:
    artisan = session.get_one(Artisan, found.artisan_id)
    if found.body_id:
        return {"artisan": artisan.label(), "other": session.get_one(CraftBody, found.body_id).label()}
    return {"artisan": artisan.label(), "other": session.get_one(Artisan, found.other_id or "").label()}


def save_body(session: Session, key: str | None, values: Mapping[str, Any]) -> str:
    """Add a cooperative or enterprise, or change one."""
    found = session.get_one(CraftBody, key) if key else CraftBody(kind=BodyKind.COOPERATIVE)
    wanted = {name: _tidy(name, value) for name, value in values.items()}
    # Asking writes down what was changed so far: first all is looked at, then all is changed.
    names = {name: wanted.get(name, getattr(found, name, "") or "") for name in ("name_ar", "name_fr")}
    refuse_if(not any(names.values()), _("Write a name, in Arabic or in Latin letters."), "name_ar")
    founded, ended = (wanted.get(name, getattr(found, name)) for name in ("founded_on", "ended_on"))
    refuse_if(bool(founded and ended and ended < founded), _("It would end before it begins."), "ended_on")
    for name, value in wanted.items():
        setattr(found, name, value)
    title = N_("Cooperative or enterprise changed: {name}") if key else N_("Cooperative or enterprise added: {name}")
    session.entitle(title, name=found.label())
    session.add(found)
    session.flush()
    return found.id


def _tidy(name: str, value: Any) -> Any:
    if name == "kind":
        return BodyKind(value or BodyKind.COOPERATIVE)
    if name in ("founded_on", "ended_on"):
        return value
    if name == "commune_id":
        return value or None
    text = str(value or "").strip() if name == "remarks" else " ".join(str(value or "").split())
    if name == "phone":
        return plain_phone(text) if text else ""
    return latin_digits(text) if name == "register_no" else text


def delete_body(session: Session, key: str) -> None:
    """To the bin, while nobody belongs or belonged to it; else it is dissolved."""
    found = session.get_one(CraftBody, key)
    used = session.scalars(select(Tie.id).where(Tie.body_id == key).limit(1)).first()
    told = _("People belong or belonged to {name}: write the day on which it was dissolved instead.")
    refuse_if(used is not None, told.format(name=apart(found.label())))
    session.entitle(N_("Cooperative or enterprise deleted: {name}"), name=found.label())
    session.delete(found)


def save_name(session: Session, artisan_id: str, values: Mapping[str, Any]) -> str:
    """Write down another name of an artisan."""
    artisan = session.get_one(Artisan, artisan_id)
    arabic, latin = (" ".join(str(values.get(name) or "").split()) for name in ("name_ar", "name_la"))
    if not arabic and not latin:
        raise UserError(_("Write a name, in Arabic or in Latin letters."), "name_ar")
    session.entitle(N_("Other name added: {artisan}, {name}"), artisan=artisan.label(), name=arabic or latin)
    kind = NameKind(values.get("kind") or NameKind.KNOWN_AS)
    made = OtherName(artisan_id=artisan_id, kind=kind, name_ar=arabic, name_la=latin, ends=values.get("ends"))
    session.add(made)
    session.flush()
    return made.id


def remove_name(session: Session, key: str) -> None:
    """To the bin."""
    found = session.get_one(OtherName, key)
    artisan = session.get_one(Artisan, found.artisan_id)
    session.entitle(N_("Other name removed: {artisan}, {name}"), artisan=artisan.label(), name=found.label())
    session.delete(found)
