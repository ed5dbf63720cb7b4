"""A card as it stood on a day: the columns from the journal, the status from its dated steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from craftdesk.base.fields import Kind
from craftdesk.data import journal
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.features.roster.models import Artisan, StatusChange


@dataclass(frozen=True)
class Past:
    """What stood on a card at the end of a day; `entered` is the day on which the office wrote it down.

    A card that was written down later is shown as it was first entered. `step` is the step of the registration that was
    in force, None before the first.
    """

    day: date
    values: Mapping[str, Any]
    now: Mapping[str, Any]
    entered: date | None
    step: StatusChange | None

    @property
    def was_there(self) -> bool:
        return self.entered is None or self.entered <= self.day

    def changed(self) -> list[str]:
        """The columns that hold something else today."""
        return [name for name, value in self.values.items() if value != self.now[name]]


def card_on(session: Session, key: str, day: date) -> Past:
    """The card of an artisan as it stood at the end of a day."""
    found = session.get_one(Artisan, key)
    now = {name: getattr(found, name) for name, field in fields_of(Artisan).items() if field.kind is not Kind.HIDDEN}
    values, entered = dict(now), None
    for event in journal.history(session, key):
        written = event.at.astimezone().date()
        if event.kind == "i":
            entered = written
        elif event.kind == "u" and written > day:
            values |= {name: was for name, was in event.before.items() if name in values}
    steps = select(StatusChange).where(StatusChange.artisan_id == key, StatusChange.day <= day)
    step = session.scalars(steps.order_by(StatusChange.day.desc(), StatusChange.id.desc()).limit(1)).first()
    values["status"] = step.status if step else None
    return Past(day, values, now, entered, step)


def days_of_change(session: Session, key: str) -> list[date]:
    """The days on which something of the card was changed, newest first."""
    written = [event.at.astimezone().date() for event in journal.history(session, key)]
    stepped = session.scalars(select(StatusChange.day).where(StatusChange.artisan_id == key))
    return sorted({*written, *stepped}, reverse=True)
