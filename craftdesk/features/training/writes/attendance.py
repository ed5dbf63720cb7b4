"""Entering, filling and clearing the marks of the attendance grid."""

from collections.abc import Sequence

from sqlalchemy import select

from craftdesk.base.dates import format_short
from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.data.session import Session, chunks
from craftdesk.features.training import rules
from craftdesk.features.training.models import MARKS, PARTS, Attendance, HalfDay, Mark, Participant, SignatureProof


def mark(session: Session, participant_id: str, half_day_id: str, what: Mark | None) -> None:
    """Enter, change or (with None) clear what the sheet says of somebody on a half-day that has come."""
    person, half = session.get_one(Participant, participant_id), session.get_one(HalfDay, half_day_id)
    refuse_if(person.session_id != half.session_id, _("This half-day belongs to another session."))
    _refuse_early([half] if what else [])
    asked = select(Attendance).where(Attendance.participant_id == participant_id, Attendance.half_day_id == half_day_id)
    record = session.scalars(asked).one_or_none()
    words = {"name": person.label(), "day": format_short(half.day), "part": [PARTS[half.part], {}]}
    if what is None:
        session.entitle(N_("Attendance of {name} cleared: {day}, {part}"), **words)
        if record is not None:
            session.delete(record)
        return
    session.entitle(N_("Attendance of {name}, {day}, {part}: {mark}"), **words, mark=[MARKS[what], {}])
    if record is None:
        session.add(Attendance(participant_id=participant_id, half_day_id=half_day_id, mark=what))
    else:
        record.mark = what


def mark_column(session: Session, half_day_id: str, what: Mark) -> int:
    """Fill what is empty on a half-day, never over a mark; gives how many were filled."""
    half = session.get_one(HalfDay, half_day_id)
    _refuse_early([half])
    filled = select(Attendance.participant_id).where(Attendance.half_day_id == half_day_id)
    asked = select(Participant.id).where(Participant.session_id == half.session_id, Participant.id.not_in(filled))
    empty = list(session.scalars(asked.order_by(Participant.id)))
    title = N_("Attendance of {day}, {part}, filled: {mark} (people: {count})")
    words = {"day": format_short(half.day), "part": [PARTS[half.part], {}]}
    session.entitle(title, **words, mark=[MARKS[what], {}], count=len(empty))
    session.add_rows(Attendance, [{"participant_id": each, "half_day_id": half_day_id, "mark": what} for each in empty])
    return len(empty)


def mark_row(session: Session, participant_id: str, what: Mark) -> int:
    """Fill what is empty of a participant on the days that have come, never over a mark; gives how many were filled."""
    person = session.get_one(Participant, participant_id)
    filled = select(Attendance.half_day_id).where(Attendance.participant_id == participant_id)
    asked = select(HalfDay).where(HalfDay.session_id == person.session_id, HalfDay.id.not_in(filled))
    halves = list(session.scalars(asked.order_by(HalfDay.day)))
    empty = [half.id for half in halves if not rules.is_early(half)]
    _refuse_early(halves if not empty else [])
    title = N_("Attendance of {name}, filled: {mark} (half-days: {count})")
    session.entitle(title, name=person.label(), mark=[MARKS[what], {}], count=len(empty))
    session.add_rows(
        Attendance, [{"participant_id": participant_id, "half_day_id": each, "mark": what} for each in empty]
    )
    return len(empty)


def mark_empty(session: Session, cells: Sequence[tuple[str, str]], what: Mark) -> int:
    """Fill what is empty among these cells (participant, half-day), never over a mark; gives how many were filled."""
    held = {(each.participant_id, each.half_day_id) for each in _marks_in(session, cells)}
    empty = [cell for cell in cells if cell not in held]
    _refuse_early([session.get_one(HalfDay, half) for half in dict.fromkeys(half for _person, half in empty)])
    session.entitle(N_("Attendance filled: {mark} (cells: {count})"), mark=[MARKS[what], {}], count=len(empty))
    session.add_rows(
        Attendance, [{"participant_id": person, "half_day_id": half, "mark": what} for person, half in empty]
    )
    return len(empty)


def _refuse_early(halves: Sequence[HalfDay]) -> None:
    for half in halves:
        refuse_if(rules.is_early(half), rules.why_early(half))


def clear_marks(session: Session, cells: Sequence[tuple[str, str]]) -> int:
    """Clear the marks of many cells (participant, half-day) at once."""
    found = [each.id for each in _marks_in(session, cells)]
    session.entitle(N_("Attendance cleared (cells: {count})"), count=len(found))
    if found:
        session.delete_rows(Attendance, found)
    return len(found)


def _marks_in(session: Session, cells: Sequence[tuple[str, str]]) -> list[Attendance]:
    wanted = set(cells)
    found: list[Attendance] = []
    for some in chunks(list({person for person, _half in cells})):
        found += session.scalars(select(Attendance).where(Attendance.participant_id.in_(some)))
    return [each for each in found if (each.participant_id, each.half_day_id) in wanted]


def delete_marks(session: Session, half_days: Sequence[str] = (), participants: Sequence[str] = ()) -> None:
    """Take away the marks and signatures of half-days or of participants that go away themselves."""
    for table in (Attendance, SignatureProof):
        found: list[str] = []
        for owner, keys in ((table.half_day_id, half_days), (table.participant_id, participants)):
            for some in chunks(keys):
                found += session.scalars(select(table.id).where(owner.in_(some)))
        if found:
            session.delete_rows(table, found)
