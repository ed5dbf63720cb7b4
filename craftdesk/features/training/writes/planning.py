"""Planning a session: what it is about, its half-days, its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select

from craftdesk.base.dates import format_short, today
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.names import fold
from craftdesk.data.session import Session
from craftdesk.features.office.models import in_language
from craftdesk.features.training import rules
from craftdesk.features.training.models import (
    PARTS,
    Attendance,
    Course,
    CourseKind,
    HalfDay,
    Part,
    Participant,
    SignedPage,
    State,
    Trainer,
    TrainingSession,
)
from craftdesk.features.training.writes.attendance import delete_marks
from craftdesk.features.training.writes.filling import fill

MOST_DAYS = 60


@dataclass(frozen=True)
class Plan:
    """A session as it is planned in one go: the half-days follow from the first day."""

    first_day: date
    days: int = 1
    subject_ar: str = ""
    subject_fr: str = ""
    kind: CourseKind = CourseKind.COURSE
    hours: int | None = None
    aims: str = ""
    place_ar: str = ""
    place_fr: str = ""
    partner_ar: str = ""
    partner_fr: str = ""
    parts: tuple[Part, ...] = (Part.MORNING, Part.AFTERNOON)
    skip_weekend: bool = True
    min_share: int = 80
    excused_counts: bool = False
    times: Mapping[Part, tuple[str, str]] = field(default_factory=lambda: dict(rules.TIMES))


def plan_session(session: Session, plan: Plan) -> str:
    """Plan a session of a course that was held before or of a new one; gives its key."""
    _check_plan(plan)
    session.entitle(N_("Planned: {subject}"), subject=in_language(plan.subject_ar.strip(), plan.subject_fr.strip()))
    course = _course(session, plan)
    made = TrainingSession(
        course_id=course.id,
        subject_ar=plan.subject_ar.strip(),
        subject_fr=plan.subject_fr.strip(),
        kind=plan.kind,
        hours=plan.hours,
        place_ar=plan.place_ar.strip(),
        place_fr=plan.place_fr.strip(),
        partner_ar=plan.partner_ar.strip(),
        partner_fr=plan.partner_fr.strip(),
        min_share=plan.min_share,
        excused_counts=plan.excused_counts,
    )
    session.add(made)
    session.flush()
    session.add_rows(HalfDay, [{"session_id": made.id, **each} for each in half_days_of(plan)])
    return made.id


def half_days_of(plan: Plan) -> list[dict[str, Any]]:
    """The half-days that follow from a plan."""
    days = rules.days_from(plan.first_day, plan.days, plan.skip_weekend)
    times = {**rules.TIMES, **plan.times}
    return [
        {"day": day, "part": part, "starts": times[part][0], "ends": times[part][1]}
        for day in days
        for part in plan.parts
    ]


def _check_plan(plan: Plan) -> None:
    nameless = not (plan.subject_ar.strip() or plan.subject_fr.strip())
    refuse_if(nameless, _("Write what the course is about."), "subject_ar")
    refuse_if(
        not 1 <= plan.days <= MOST_DAYS, _("A session lasts from 1 to {most} days.").format(most=MOST_DAYS), "days"
    )
    refuse_if(not plan.parts, _("Choose mornings, afternoons or both."), "parts")
    _check_share(plan.min_share)


def _check_share(percent: int) -> None:
    refuse_if(not 0 <= percent <= 100, _("The share needed lies between 0 and 100 percent."), "min_share")


def _course(session: Session, plan: Plan) -> Course:
    """The course of this subject, in whichever spelling it was planned before."""
    asked = {fold(plan.subject_ar), fold(plan.subject_fr)} - {""}
    for each in session.scalars(select(Course).where(Course.kind == plan.kind)):
        if asked & {fold(each.subject_ar), fold(each.subject_fr)}:
            return each
    made = Course(
        subject_ar=plan.subject_ar.strip(),
        subject_fr=plan.subject_fr.strip(),
        kind=plan.kind,
        hours=plan.hours,
        aims=plan.aims.strip(),
    )
    session.add(made)
    session.flush()
    return made


def edit_session(session: Session, key: str, values: Mapping[str, Any]) -> None:
    """Change what the session says of itself; `values` by column."""
    record = session.get_one(TrainingSession, key)
    fill(record, values)
    refuse_if(not (record.subject_ar or record.subject_fr), _("Write what the course is about."), "subject_ar")
    _check_share(record.min_share)
    session.entitle(N_("Changed: {subject}"), subject=record.label())


def cancel_session(session: Session, key: str) -> None:
    record = session.get_one(TrainingSession, key)
    session.entitle(N_("Cancelled: {subject}"), subject=record.label())
    record.state = State.CANCELLED


def reinstate_session(session: Session, key: str) -> None:
    record = session.get_one(TrainingSession, key)
    session.entitle(N_("Takes place after all: {subject}"), subject=record.label())
    record.state = State.PLANNED


def delete_session(session: Session, key: str) -> None:
    """Move a session to the bin, with its half-days, trainers, participants and marks."""
    record = session.get_one(TrainingSession, key)
    session.entitle(N_("Deleted: {subject}"), subject=record.label())
    halves = _keys(session, HalfDay, key)
    delete_marks(session, half_days=halves)
    for model, keys in (
        (SignedPage, _keys(session, SignedPage, key)),
        (HalfDay, halves),
        (Trainer, _keys(session, Trainer, key)),
        (Participant, _keys(session, Participant, key)),
        (TrainingSession, [key]),
    ):
        session.delete_rows(model, keys)


def _keys(session: Session, model: type[HalfDay | Trainer | Participant | SignedPage], key: str) -> list[str]:
    return list(session.scalars(select(model.id).where(model.session_id == key)))


def add_half_day(session: Session, key: str, day: date, part: Part, times: tuple[str, str] | None = None) -> str:
    _check_half_days(session, key, [(day, part)])
    record = session.get_one(TrainingSession, key)
    title = N_("Half-day added to “{subject}”: {day}, {part}")
    session.entitle(title, subject=record.label(), day=format_short(day), part=[PARTS[part], {}])
    starts, ends = _checked_times(times or rules.TIMES[part])
    made = HalfDay(session_id=key, day=day, part=part, starts=starts, ends=ends)
    session.add(made)
    session.flush()
    return made.id


def change_half_day(
    session: Session, half_day_id: str, day: date, part: Part, times: tuple[str, str] | None = None
) -> None:
    """Move a half-day, with the marks that were entered for it."""
    half = session.get_one(HalfDay, half_day_id)
    if (half.day, half.part) != (day, part):
        _check_half_days(session, half.session_id, [(day, part)])
    entered = session.scalar(select(Attendance.id).where(Attendance.half_day_id == half_day_id).limit(1))
    told = _("Attendance was entered for this half-day: it cannot lie after today.")
    refuse_if(entered is not None and day > max(today(), half.day), told, "day")
    session.entitle(N_("Half-day moved to {day}, {part}"), day=format_short(day), part=[PARTS[part], {}])
    half.day, half.part = day, part
    half.starts, half.ends = _checked_times(times or (half.starts, half.ends))


def remove_half_days(session: Session, half_day_ids: Sequence[str]) -> None:
    """Take half-days out of the programme, and their marks with them."""
    halves = [session.get_one(HalfDay, key) for key in half_day_ids]
    days = _(", ").join(dict.fromkeys(format_short(each.day) for each in halves))
    session.entitle(N_("Half-days removed: {days}"), days=days)
    delete_marks(session, half_days=half_day_ids)
    session.delete_rows(HalfDay, half_day_ids)


def _check_half_days(session: Session, key: str, wanted: Sequence[tuple[date, Part]]) -> None:
    here = session.execute(select(HalfDay.day, HalfDay.part).where(HalfDay.session_id == key)).all()
    clash = rules.clash_of_half_days([*((day, part) for day, part in here), *wanted])
    if clash:
        words = _("{day}, {part}").format(day=format_short(clash[0]), part=_(PARTS[clash[1]]))
        raise UserError(_("This half-day is in the programme already: {half_day}").format(half_day=words), "day")


def _checked_times(times: tuple[str, str]) -> tuple[str, str]:
    for text, name in zip(times, ("starts", "ends"), strict=True):
        refuse_if(not rules.is_time(text), _("Write the time like 08:30."), name)
    refuse_if(times[0] >= times[1], _("A half-day ends after it begins."), "ends")
    return times
