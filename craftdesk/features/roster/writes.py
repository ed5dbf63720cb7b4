"""What the user changes about the artisans."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Enum, Table, func, select

from craftdesk.base.dates import format_short, today
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.images import photo
from craftdesk.base.numbers import isolate, latin_digits, plain_phone
from craftdesk.data import blobs
from craftdesk.data.model import Model, models
from craftdesk.data.session import Session
from craftdesk.features.roster import checks, rules
from craftdesk.features.roster.models import Artisan, Status, StatusChange
from craftdesk.features.roster.reads import holder_of
from craftdesk.features.roster.step_kinds import ENDINGS, StepKind

PHOTO_SIDE = 600
_CHANGED = {
    Status.REQUESTED: N_("Registration requested again: {name}"),
    Status.REGISTERED: N_("Registered: {name}"),
    Status.STRUCK_OFF: N_("Struck off: {name}"),
}
_AGAIN = N_("Registered again under the same number: {name}")
_ENTRY_CHANGED = N_("Entry in the register changed: {name}")
_COMPUTED = frozenset(
    {rules.UNREADABLE, rules.NO_ARABIC_NAME, rules.LOST_LETTERS, rules.NO_BIRTH},
)
_BIRTH = frozenset({"birth_date", "birth_year"})


def save_artisan(
    session: Session, key: str | None, values: Mapping[str, Any], guesses: Mapping[str, Any] | None = None
) -> str:
    """Add an artisan, or change the named columns of one; gives the key.

    What is doubtful is kept and put on the list of things to mend; refused is only what cannot be. The photo is the
    picture itself. `guesses` that nobody confirmed are no values: they are noted among what is to be mended.
    """
    found = session.get_one(Artisan, key) if key else Artisan()
    wanted = {name: _tidy(session, name, value) for name, value in values.items() if not (key and name == "status")}
    before = {name: getattr(found, name) for name in wanted}
    for name, value in wanted.items():
        if before[name] != value:
            setattr(found, name, value)
    _refuse_impossible(session, found)
    _note_what_is_to_mend(found, before if key else None, guesses)
    session.entitle(N_("Artisan changed: {name}") if key else N_("Artisan added: {name}"), name=found.label())
    if not key:
        session.add(found)
        session.flush()
        _begin_history(session, found)
    session.flush()
    return found.id


_TIDY = {
    "nin": checks.digits_of,
    "nif": checks.digits_of,
    "phone": plain_phone,
    "other_phone": plain_phone,
    "register_no": latin_digits,
    "card_no": latin_digits,
}


def _tidy(session: Session, name: str, value: Any) -> Any:
    """The value as its column keeps it, whatever the form or a file handed over."""
    column = Artisan.__table__.columns[name]
    if value in (None, "") and column.default is not None:
        return getattr(column.default, "arg", None)
    if isinstance(value, bytes):
        return blobs.keep(session, photo(value, PHOTO_SIDE), "image/jpeg")
    kind = column.type.enum_class if isinstance(column.type, Enum) else None
    if kind is not None:
        return kind(value) if value else None
    if isinstance(value, Decimal):
        return int(value)
    return _tidy_text(name, value) if isinstance(value, str) else value


def _tidy_text(name: str, value: str) -> str | None:
    text = value.strip() if name == "remarks" else " ".join(value.split())
    return (_TIDY[name](text) if name in _TIDY else text) or None


def _refuse_impossible(session: Session, artisan: Artisan) -> None:
    values = {name: getattr(artisan, name) for name in ("family_ar", "given_ar", "family_la", "given_la")}
    refuse_if(not rules.has_name(values), _("Write a name, in Arabic or in Latin letters."), "family_ar")
    if not artisan.register_no:
        return
    with session.no_autoflush:
        holder = holder_of(session, artisan.register_no, artisan.id)
    if holder is not None:
        raise UserError(
            _("Register number {number} is already that of {name}.").format(
                number=isolate(artisan.register_no), name=holder.label()
            ),
            "register_no",
        )


def _note_what_is_to_mend(
    artisan: Artisan, before: Mapping[str, Any] | None, guesses: Mapping[str, Any] | None = None
) -> None:
    """What was told by an import stays until its field is filled anew; the rest is looked at again.

    What was due `before` this save without being noted was settled by the clerk, and stays so.
    """
    values = {column.name: getattr(artisan, column.name) for column in Artisan.__table__.columns}
    was = {} if before is None else {**values, **before}
    changed = {name for name in was if values[name] != was[name]}
    noted = artisan.mend or {}
    settled = rules.to_mend(was).keys() - noted.keys() - changed if was else frozenset()
    filled = {name for name in changed if values[name]}
    if filled & _BIRTH:
        filled |= _BIRTH
    computed = _COMPUTED if guesses is None else _COMPUTED | {rules.GUESSED}
    kept = {name: remark for name, remark in noted.items() if name not in filled and remark[0] not in computed}
    kept |= {name: [rules.GUESSED, {"guess": str(each)}] for name, each in (guesses or {}).items() if not values[name]}
    found = {name: list(remark) for name, remark in rules.to_mend(values).items() if name not in settled} | kept
    if (found or None) != artisan.mend:
        artisan.mend = found or None


def settle(session: Session, key: str, name: str) -> None:
    """Take a note off the list of things to mend: somebody has looked, and it is right as it is, a guess too."""
    found = session.get_one(Artisan, key)
    if guess := rules.guesses(found).get(name):
        setattr(found, name, _tidy(session, name, guess))
    session.entitle(N_("Nothing to mend, it is right: {name}"), name=found.label())
    found.mend = {other: remark for other, remark in (found.mend or {}).items() if other != name} or None


def _begin_history(session: Session, artisan: Artisan) -> None:
    session.add(StatusChange(artisan_id=artisan.id, status=artisan.status, day=artisan.registered_on or today()))


class Step(NamedTuple):
    """What the clerk enters of a step of a registration."""

    status: Status
    day: date
    reason: str = ""
    paper: str = ""
    kind: StepKind | None = None


def change_status(
    session: Session, key: str, status: Status, day: date, reason: str = "", paper: str = ""
) -> StatusChange:
    """`take_step` without a kind."""
    return take_step(session, key, Step(status, day, reason, paper))


def take_step(session: Session, key: str, step: Step) -> StatusChange:
    """Take the next step of a registration, with its day, its reason and its paper; the register number stays."""
    found = session.get_one(Artisan, key)
    session.entitle(_step_title(found, step), name=found.label())
    _refuse_step(step)
    last = session.scalar(select(func.max(StatusChange.day)).where(StatusChange.artisan_id == key))
    _refuse_before(step.day, last)
    found.status = step.status
    if step.status is Status.REGISTERED and found.registered_on is None:
        found.registered_on = step.day
    made = StatusChange(artisan_id=key, **_written(step))
    session.add(made)
    session.flush()
    return made


def _step_title(artisan: Artisan, step: Step) -> str:
    if step.kind is StepKind.CHANGED:
        return _ENTRY_CHANGED
    again = artisan.status is Status.STRUCK_OFF and step.status is Status.REGISTERED
    return _AGAIN if again else _CHANGED[step.status]


def _written(step: Step) -> dict[str, Any]:
    return {**step._asdict(), "reason": step.reason.strip(), "paper": step.paper.strip()}


def _refuse_step(step: Step) -> None:
    refuse_if(step.day > today(), _("This day is still to come."), "day")
    ends = step.kind in ENDINGS
    fits = step.kind is None or ends == (step.status is Status.STRUCK_OFF)
    refuse_if(not fits, _("This kind of step belongs to another status."), "status")


def _refuse_before(day: date, last: date | None) -> None:
    if last and day < last:
        told = _("The last change was on {day}: this one cannot be before it.")
        raise UserError(told.format(day=isolate(format_short(last))), "day")


def correct_step(session: Session, key: str, step: Step) -> None:
    """Put right what was entered wrongly of a step; the steps keep their order, and the last one is the status."""
    made = session.get_one(StatusChange, key)
    artisan = session.get_one(Artisan, made.artisan_id)
    session.entitle(N_("Step of the registration corrected: {name}"), name=artisan.label())
    _refuse_step(step)
    steps = _steps(session, artisan.id)
    place = steps.index(made)
    if place:
        _refuse_before(step.day, steps[place - 1].day)
    if later := steps[place + 1 :]:
        told = _("The next change was on {day}: this one cannot be after it.").format(
            day=isolate(format_short(later[0].day))
        )
        refuse_if(step.day > later[0].day, told, "day")
    if made.status is Status.REGISTERED and artisan.registered_on == made.day:
        artisan.registered_on = step.day if step.status is Status.REGISTERED else None
    for name, value in _written(step).items():
        setattr(made, name, value)
    artisan.status = steps[-1].status
    session.flush()


def drop_step(session: Session, key: str) -> None:
    """Take out a step that never was; the one before it is the status again."""
    made = session.get_one(StatusChange, key)
    artisan = session.get_one(Artisan, made.artisan_id)
    session.entitle(N_("Step of the registration taken out: {name}"), name=artisan.label())
    left = [step for step in _steps(session, artisan.id) if step is not made]
    refuse_if(not left, _("A registration has one step at least: correct this one."))
    artisan.status = left[-1].status
    session.delete(made)
    session.flush()


def _steps(session: Session, key: str) -> list[StatusChange]:
    """The steps of a registration, oldest first."""
    asked = select(StatusChange).where(StatusChange.artisan_id == key)
    return list(session.scalars(asked.order_by(StatusChange.day, StatusChange.id)))


def save_photo(session: Session, key: str, picture: bytes | None) -> None:
    """Keep a picture as the artisan's photo, or take the photo away."""
    found = session.get_one(Artisan, key)
    session.entitle(N_("Photo changed: {name}") if picture else N_("Photo removed: {name}"), name=found.label())
    found.photo = blobs.keep(session, photo(picture, PHOTO_SIDE), "image/jpeg") if picture else None


def delete_artisans(session: Session, keys: Sequence[str]) -> None:
    """Move artisans to the bin with the history of their status; refused while anything else hangs on them."""
    for key in keys:
        _refuse_while_used(session, session.get_one(Artisan, key))
    if len(keys) == 1:
        session.entitle(N_("Artisan deleted: {name}"), name=session.get_one(Artisan, keys[0]).label())
    else:
        session.entitle(N_("Artisans deleted: {count}"), count=len(keys))
    steps = session.scalars(select(StatusChange.id).where(StatusChange.artisan_id.in_(keys))).all()
    session.delete_rows(StatusChange, steps)
    session.delete_rows(Artisan, keys)


def _refuse_while_used(session: Session, artisan: Artisan) -> None:
    held = [_(model.kind_title) for model in _hanging(session, artisan.id)]
    if held:
        raise UserError(
            _("{name} cannot be deleted: {what} would lose its owner. Strike off instead.").format(
                name=artisan.label(), what="، ".join(held) if len(held) > 1 else held[0]
            )
        )


def _hanging(session: Session, key: str) -> Iterator[type[Model]]:
    """The kinds of records of other features that point to an artisan."""
    for name, table in Model.metadata.tables.items():
        if name != StatusChange.__tablename__ and _points_to(session, table, key):
            yield models()[name]


def _points_to(session: Session, table: Table, key: str) -> bool:
    columns = [each.parent for each in table.foreign_keys if each.column.table is Artisan.__table__]
    return any(session.scalar(select(column).where(column == key).limit(1)) for column in columns)
