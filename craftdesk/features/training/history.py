"""What happened to a session and to all that belongs to it, read from the journal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import func, select

from craftdesk.base.i18n import ngettext
from craftdesk.data.journal_tables import Change, ChangeSet
from craftdesk.data.session import Session, chunks
from craftdesk.features.training.models import Attendance, HalfDay, Participant, Trainer

BELONGING: tuple[type[HalfDay | Trainer | Participant], ...] = (HalfDay, Trainer, Participant)
MOST_SETS = 3000


@dataclass(frozen=True)
class Happened:
    """An action, or the marks that somebody entered one after the other on a day (then without `set_id`)."""

    at: datetime
    who: str
    title: str
    set_id: str | None
    kind: str


def happened(session: Session, key: str) -> list[Happened]:
    """What was done, newest first."""
    sets = _sets(session, _belonging(session, key))
    ids = sorted(sets, reverse=True)[:MOST_SETS]
    owners: dict[str, ChangeSet] = {}
    for some in chunks(ids):
        owners.update((each.id, each) for each in session.scalars(select(ChangeSet).where(ChangeSet.id.in_(some))))
    actions = [(owners[each], sets[each] == {Attendance.__tablename__}) for each in ids if each in owners]
    return [_told(list(group)) for _place, group in groupby(actions, _together)]


def _together(action: tuple[ChangeSet, bool]) -> object:
    """What stands in one line: marks of one clerk on one day; everything else alone."""
    owner, marks = action
    return (owner.who, owner.at.astimezone().date()) if marks else owner.id


def _told(group: Sequence[tuple[ChangeSet, bool]]) -> Happened:
    owner, marks = group[0]
    if len(group) == 1:
        return Happened(owner.at, owner.who, owner.label(), None if owner.undone_by else owner.id, _kind(owner, marks))
    words = ngettext("Attendance entered ({count} time)", "Attendance entered ({count} times)", len(group))
    return Happened(owner.at, owner.who, words.format(count=len(group)), None, "marks")


def _kind(owner: ChangeSet, marks: bool) -> str:
    return "undone" if owner.undone_by or owner.undoes else "marks" if marks else "action"


def _belonging(session: Session, key: str) -> set[str]:
    """The session, and what belongs or belonged to it."""
    found = {key}
    for model in BELONGING:
        found.update(session.scalars(select(model.id).where(model.session_id == key)))
        found.update(_deleted(session, model.__tablename__, "$.session_id", [key]))
    halves = list(found)
    for some in chunks(halves):
        found.update(session.scalars(select(Attendance.id).where(Attendance.half_day_id.in_(some))))
        found.update(_deleted(session, Attendance.__tablename__, "$.half_day_id", some))
    return found


def _deleted(session: Session, table: str, owner: str, keys: Sequence[str]) -> Iterable[str]:
    return session.scalars(
        select(Change.record_id).where(
            Change.table_name == table, Change.kind == "d", func.json_extract(Change.before, owner).in_(keys)
        )
    )


def _sets(session: Session, records: Iterable[str]) -> dict[str, set[str]]:
    """The actions that touched these records, with the tables that they touched there."""
    found: dict[str, set[str]] = {}
    for some in chunks(list(records)):
        asked = select(Change.set_id, Change.table_name).where(Change.record_id.in_(some)).distinct()
        for set_id, table in session.execute(asked):
            found.setdefault(set_id, set()).add(table)
    return found
