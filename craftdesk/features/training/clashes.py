"""What is wanted at two places at once: a room, a trainer, somebody who takes part."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from craftdesk.base.dates import format_short
from craftdesk.base.i18n import _
from craftdesk.base.names import fold
from craftdesk.data.session import Session, chunks
from craftdesk.features.training.models import HalfDay, Participant, State, Trainer, TrainingSession
from craftdesk.features.training.rules import Sheet, meets_with

SHOWN = 3
"""So many days are named; more are told by three dots."""


@dataclass(frozen=True)
class Clash:
    """Another session that stands, and its days on which it meets at the same hours."""

    session: TrainingSession
    days: tuple[date, ...]

    def subject_and_days(self) -> str:
        days = [format_short(day) for day in self.days[:SHOWN]]
        more = "…" if len(self.days) > SHOWN else ""
        return _("“{subject}” ({days})").format(subject=self.session.label(), days=_(", ").join(days) + more)


def in_words(clashes: Iterable[Clash]) -> str:
    """The other sessions with their days."""
    return _(", ").join(each.subject_and_days() for each in clashes)


def at_same_time(session: Session, half_days: Sequence[HalfDay], but: str = "") -> dict[str, Clash]:
    """The sessions that stand and meet while these half-days last, by key; `but` is the session they belong to."""
    asked = (
        select(HalfDay, TrainingSession)
        .join(TrainingSession, TrainingSession.id == HalfDay.session_id)
        .where(TrainingSession.state != State.CANCELLED, TrainingSession.id != but)
    )
    found: dict[str, Clash] = {}
    on_days = HalfDay.day.in_({half.day for half in half_days})
    for other, record in session.execute(asked.where(on_days).order_by(HalfDay.day)):
        if any(meets_with(half, other) for half in half_days):
            known = found.get(record.id, Clash(record, ()))
            found[record.id] = Clash(record, tuple(dict.fromkeys((*known.days, other.day))))
    return found


def of_place(session: Session, place: tuple[str, str], half_days: Sequence[HalfDay], but: str = "") -> list[Clash]:
    """The sessions held at the same place (in Arabic, in French) while these half-days last."""
    wanted = {fold(name) for name in place} - {""}
    if not wanted:
        return []
    every = at_same_time(session, half_days, but).values()
    return [each for each in every if wanted & {fold(each.session.place_ar), fold(each.session.place_fr)}]


def of_trainers(session: Session, sheet: Sheet) -> dict[str, list[Clash]]:
    """The sessions that a trainer of this one teaches or follows at the same time, by the trainer's key."""
    others = at_same_time(session, sheet.half_days, sheet.session.id)
    engaged = _engaged(session, others)
    strangers = _strangers(session, others)
    found: dict[str, list[Clash]] = {}
    for each in sheet.trainers:
        keys = engaged.get(each.artisan_id or "", set())
        for spelling in _spellings(each) if each.artisan_id is None else ():
            keys = keys | strangers.get(spelling, set())
        if keys:
            found[each.id] = [clash for key, clash in others.items() if key in keys]
    return found


def of_artisans(session: Session, sheet: Sheet) -> dict[str, list[Clash]]:
    """The artisans who teach or follow another session while this one meets, by key."""
    others = at_same_time(session, sheet.half_days, sheet.session.id)
    engaged = _engaged(session, others)
    return {person: [others[key] for key in sorted(keys)] for person, keys in engaged.items()}


def _engaged(session: Session, others: Mapping[str, Clash]) -> dict[str, set[str]]:
    """The artisans of these sessions, each with the sessions' keys."""
    found: dict[str, set[str]] = {}
    for model in (Participant, Trainer):
        for some in chunks(list(others)):
            asked = select(model.artisan_id, model.session_id).where(model.session_id.in_(some))
            for person, key in session.execute(asked):
                if person is not None:
                    found.setdefault(person, set()).add(key)
    return found


def _strangers(session: Session, others: Mapping[str, Clash]) -> dict[str, set[str]]:
    """The trainers of these sessions who are not of the roster, by each spelling of their names."""
    found: dict[str, set[str]] = {}
    for some in chunks(list(others)):
        asked = select(Trainer).where(Trainer.session_id.in_(some), Trainer.artisan_id.is_(None))
        for each in session.scalars(asked):
            for spelling in _spellings(each):
                found.setdefault(spelling, set()).add(each.session_id)
    return found


def _spellings(trainer: Trainer) -> set[str]:
    return {fold(trainer.own_name_ar), fold(trainer.own_name_la)} - {""}
