"""Changing many artisans in one action, which one Undo takes back."""

import json
from collections.abc import Callable
from typing import Any

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.features.roster.asking import file_of
from craftdesk.features.roster.many.plan import (
    AT_ONCE,
    STATUS,
    Change,
    Fate,
    Held,
    after,
    holding,
    no_step,
    planned,
)
from craftdesk.features.roster.models import Artisan, Status, StatusChange
from craftdesk.features.roster.orders import Rows


def change_many(session: Session, numbers: Rows, change: Change, step: Callable[..., None] = no_step) -> int:
    """Change a field on all cards that can have it and have it not yet; gives how many these are.

    `step` is told how far it is, and may raise `Cancelled`: then nothing was changed.
    """
    if fault := change.fault():
        raise UserError(*fault)
    # Looked at again inside the transaction: somebody may have been changed since the list was shown.
    going = planned(file_of(session), numbers, change).rows[Fate.CHANGES]
    label = [fields_of(Artisan)[change.field].label, {}]
    session.entitle(N_("Changed on many cards ({count}): {field}"), count=len(going), field=label)
    for at in range(0, len(going), AT_ONCE):
        step(at, len(going))
        _change_some(session, going[at : at + AT_ONCE], change)
    step(len(going), len(going))
    return len(going)


def _change_some(session: Session, numbers: Rows, change: Change) -> None:
    every = list(holding(file_of(session), numbers, change))
    session.change_rows(Artisan, {held.key: _values(held, change) for held in every})
    if change.field == STATUS:
        if change.value == Status.REGISTERED:
            _register(session, [held.key for held in every], change)
        session.add_rows(StatusChange, [_step(held.key, change) for held in every])


def _values(held: Held, change: Change) -> dict[str, Any]:
    """The field, and no note to mend it any more."""
    values = {change.field: after(held, change)}
    notes = json.loads(held.mend) if held.mend else {}
    if change.field in notes and values[change.field]:
        values["mend"] = {name: note for name, note in notes.items() if name != change.field} or None
    return values


def _register(session: Session, keys: list[str], change: Change) -> None:
    """Whoever was never registered is so from this day on."""
    asked = f"SELECT id FROM artisan WHERE registered_on IS NULL AND id IN ({', '.join('?' * len(keys))})"
    new = file_of(session).firsts(asked, keys)
    session.change_rows(Artisan, {key: {"registered_on": change.day} for key in new})


def _step(key: str, change: Change) -> dict[str, Any]:
    words = {"reason": change.reason.strip(), "paper": change.paper.strip()}
    return {"artisan_id": key, "status": Status(change.value), "day": change.day, **words}
