"""What the user decides about twins: that they are one person, or that they are not."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sqlalchemy import delete, func, insert, select

from craftdesk.base.dates import now, today
from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart
from craftdesk.data.database import Database
from craftdesk.data.journal_tables import Change
from craftdesk.data.keys import new_key
from craftdesk.data.session import Session
from craftdesk.features.roster import writes as roster
from craftdesk.features.roster.models import Artisan, Status, StatusChange
from craftdesk.features.twins import looking, proposing, reads
from craftdesk.features.twins.joining import Note, move
from craftdesk.features.twins.looking import Look, Pair, Progress, no_progress
from craftdesk.features.twins.models import JoinedTwin, NotTwins, TwinLook, TwinPair
from craftdesk.features.twins.rules import in_order, said

_NUMBERS = ("register_no", "nin", "card_no")
"""By these the record that goes is still found."""


@dataclass(frozen=True)
class Joined:
    """What came of it: the record that stays, and what could not simply move along, in sentences."""

    kept_id: str
    notes: tuple[str, ...]


def find_twins(database: Database, progress: Progress = no_progress) -> int:
    """Look for twins in the whole roster and keep what is found; gives how many pairs there are."""
    found = looking.look(database, progress)
    with database.writing() as session:
        keep_found(session, found)
    return len(found.pairs)


def keep_found(session: Session, found: Look) -> None:
    """Keep the pairs of a look through the whole roster instead of those that were known."""
    session.execute(delete(TwinPair))
    _add_pairs(session, found.pairs)
    _note_look(session, found.upto)


def catch_up(session: Session) -> bool:
    """Compare again who was added or changed since the last look; False where they are too many for that."""
    last = session.scalars(select(TwinLook)).first()
    upto = session.scalar(select(func.max(Change.id))) or 0
    changed = reads.changed_since(session, last.upto) if last else []
    if last is None or len(changed) > reads.FEW:
        return False
    pairs = {pair[:2]: pair for key in changed for pair in looking.twins_of(session, key)}
    chosen = json.dumps(changed)
    session.connection().exec_driver_sql(
        "DELETE FROM twin_pair WHERE first_id IN (SELECT value FROM json_each(?1)) "
        "OR second_id IN (SELECT value FROM json_each(?1))",
        (chosen,),
    )
    _add_pairs(session, list(pairs.values()))
    last.upto = upto
    return True


def _add_pairs(session: Session, pairs: Sequence[Pair]) -> None:
    rows = [
        {
            "id": new_key(),
            "first_id": pair.first,
            "second_id": pair.second,
            "level": int(pair.likeness.level),
            "score": pair.likeness.score,
            "reasons": [reason.value for reason in pair.likeness.reasons],
        }
        for pair in pairs
    ]
    if rows:
        session.execute(insert(TwinPair), rows)
    session.touched.add(TwinPair)


def _note_look(session: Session, upto: int) -> None:
    session.execute(delete(TwinLook))
    session.add(TwinLook(upto=upto, at=now()))


def keep_apart(session: Session, keys: Sequence[str]) -> None:
    """Remember that these artisans are all different people."""
    people = [session.get_one(Artisan, key) for key in dict.fromkeys(keys)]
    names = " / ".join(apart(each.label()) for each in people)
    session.entitle(N_("Not the same person: {names}"), names=names)
    for one, other in combinations(people, 2):
        _tell_apart(session, one.id, other.id, f"{apart(one.label())} / {apart(other.label())}")


def keep_one_apart(session: Session, key: str, others: Sequence[str]) -> None:
    """Remember that an artisan is none of the others, of whom nothing is said."""
    one = session.get_one(Artisan, key)
    people = [session.get_one(Artisan, other) for other in others]
    names = " / ".join(apart(each.label()) for each in (one, *people))
    session.entitle(N_("Not the same person: {names}"), names=names)
    for other in people:
        _tell_apart(session, one.id, other.id, f"{apart(one.label())} / {apart(other.label())}")


def _tell_apart(session: Session, one: str, other: str, names: str) -> None:
    first, second = in_order(one, other)
    known = select(NotTwins.id).where(NotTwins.first_id == first, NotTwins.second_id == second)
    if session.scalar(known) is None:
        session.add(NotTwins(first_id=first, second_id=second, names=names))


def merge(session: Session, kept_id: str, other_id: str, choices: Mapping[str, Any] | None = None) -> Joined:
    """Join the record `other_id` to `kept_id`: everything that hangs on it moves along, and it goes to the bin.

    `choices` are values by column; what they do not name is proposed (`proposing`). One undo takes all of it back.
    """
    return merge_all(session, kept_id, [other_id], choices)


def merge_all(
    session: Session, kept_id: str, other_ids: Sequence[str], choices: Mapping[str, Any] | None = None
) -> Joined:
    """`merge` for more than two: one action."""
    refuse_if(kept_id in other_ids or not other_ids, _("Choose two different records."))
    kept = session.get_one(Artisan, kept_id)
    others = [session.get_one(Artisan, key) for key in dict.fromkeys(other_ids)]
    session.entitle(N_("Twins joined: {name}"), name=apart(kept.label()))
    values = {**_proposed(session, [kept, *others]), **(choices or {})}
    notes: list[Note] = []
    for other in others:
        notes += _join(session, kept, other, values)
    # The status has a history of its own, which a save of the card leaves alone.
    roster.save_artisan(session, kept_id, {name: value for name, value in values.items() if name != "status"})
    _set_status(session, session.get_one(Artisan, kept_id), Status(values["status"]))
    session.flush()
    return Joined(kept_id, tuple(map(said, notes)))


def _proposed(session: Session, people: Sequence[Artisan]) -> dict[str, Any]:
    """The values that are proposed when the first of these stays."""
    sides = [reads.side(session, each) for each in people]
    return proposing.with_spare_phones(proposing.wanted(proposing.choices(sides, kept=0)), sides)


def _join(session: Session, kept: Artisan, other: Artisan, values: Mapping[str, Any]) -> list[Note]:
    """Move what hangs on the other record, remember its numbers, and give it up."""
    remembered = JoinedTwin(
        artisan_id=kept.id,
        other_id=other.id,
        day=today(),
        name_ar=other.name_ar,
        name_la=other.name_la,
        **{name: _left_over(name, (kept, other), values) for name in _NUMBERS},
    )
    kept_id, other_id = kept.id, other.id
    _move_verdicts(session, kept, other)
    notes = move(session, Artisan, other_id, kept_id)
    remembered.notes = notes
    session.add(remembered)
    session.delete_rows(Artisan, [other_id])
    return notes


def _left_over(name: str, people: Sequence[Artisan], values: Mapping[str, Any]) -> str | None:
    """The numbers that the record which stays does not bear."""
    known = dict.fromkeys(getattr(each, name) for each in people)
    return " ".join(each for each in known if each and each != values.get(name)) or None


def _move_verdicts(session: Session, kept: Artisan, other: Artisan) -> None:
    """Who is not the same as the one that goes is not the same as the one that stays."""
    told = select(NotTwins).where((NotTwins.first_id == other.id) | (NotTwins.second_id == other.id))
    for verdict in session.scalars(told).all():
        third = verdict.first_id if verdict.second_id == other.id else verdict.second_id
        names = verdict.names
        session.delete(verdict)
        session.flush()
        if third != kept.id:
            _tell_apart(session, kept.id, third, names)


def _set_status(session: Session, kept: Artisan, wanted: Status) -> None:
    """The two histories are one now: where it ends otherwise than was chosen, that is a step of its own."""
    asked = select(StatusChange).where(StatusChange.artisan_id == kept.id)
    last = session.scalars(asked.order_by(StatusChange.day.desc(), StatusChange.id.desc())).first()
    if kept.status is not wanted:
        kept.status = wanted
    if last is None or last.status is not wanted:
        day = max(today(), last.day) if last else kept.registered_on or today()
        session.add(StatusChange(artisan_id=kept.id, status=wanted, day=day, reason=_("Twins joined")))
