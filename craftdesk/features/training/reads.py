"""What screens and papers ask about sessions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, case, distinct, func, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from craftdesk.base.dates import today
from craftdesk.base.i18n import _
from craftdesk.base.names import fold, words
from craftdesk.data import search
from craftdesk.data.session import Session, chunks
from craftdesk.features.office import reads as office
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training import rules
from craftdesk.features.training.models import (
    Attendance,
    Course,
    CourseKind,
    HalfDay,
    Part,
    Participant,
    State,
    Trainer,
    TrainingSession,
)
from craftdesk.features.training.rules import Phase, Right, Sheet

_IN_ORDER = (HalfDay.day, case((HalfDay.part == Part.MORNING, 0), else_=1))
_FOUND = 2000


@dataclass(frozen=True)
class SessionLine:
    """A session as a list shows it."""

    session: TrainingSession
    first_day: date | None
    last_day: date | None
    days: int
    half_days: int
    participants: int
    entered: int
    trainers: str
    phase: Phase

    @property
    def id(self) -> str:
        return self.session.id

    @property
    def expected(self) -> int:
        """How many marks a complete sheet has."""
        return self.half_days * self.participants

    @property
    def complete(self) -> bool:
        return self.entered >= self.expected

    @property
    def order(self) -> tuple[int, int]:
        """What runs, then what comes, nearest first, then what was held, latest first."""
        place = list(Phase).index(self.phase)
        near = self.first_day.toordinal() if self.first_day else date.max.toordinal()
        return ({0: 1, 1: 0}.get(place, 2), near if place < 2 else -near)


@dataclass(frozen=True)
class Training:
    """A session in which an artisan takes part, for the artisan's card."""

    line: SessionLine
    right: Right


@dataclass(frozen=True)
class SheetPaper:
    """What the papers of one session show; the office as it was on the first day."""

    sheet: Sheet
    office: OfficeOnDay


def sessions(
    session: Session, like: str = "", phase: Phase | None = None, kind: CourseKind | None = None
) -> list[SessionLine]:
    """The sessions that hold all the typed words in their subject, place, partner or trainers, in order of phase."""
    asked: Select[TrainingSession] = select(TrainingSession)
    if like.strip():
        asked = asked.where(TrainingSession.id.in_(_like(session, like)))
    if kind:
        asked = asked.where(TrainingSession.kind == kind)
    found = _lines(session, asked)
    return sorted((each for each in found if phase in (None, each.phase)), key=lambda line: line.order)


def session_lines(session: Session, keys: Sequence[str]) -> list[SessionLine]:
    return _lines(session, select(TrainingSession).where(TrainingSession.id.in_(keys)))


def _like(session: Session, typed: str) -> set[str]:
    found = search.find(session.connection(), typed, ("training_session", "trainer"), _FOUND)
    keys = {key for table, key in found if table == "training_session"}
    trainers = [key for table, key in found if table == "trainer"]
    return keys | set(session.scalars(select(Trainer.session_id).where(Trainer.id.in_(trainers))))


def _lines(session: Session, asked: Select[TrainingSession]) -> list[SessionLine]:
    records = list(session.scalars(asked))
    keys = [each.id for each in records]
    days = _days(session, keys)
    people = _counted(session, Participant.session_id, select(Participant.session_id, func.count()), keys)
    entered = select(HalfDay.session_id, func.count()).join(Attendance, Attendance.half_day_id == HalfDay.id)
    marks = _counted(session, HalfDay.session_id, entered, keys)
    names = _trainer_names(session, keys)
    now = today()
    found = []
    for each in records:
        first, last, met, halves = days.get(each.id, (None, None, 0, 0))
        at = rules.phase(each.state, first, last, now)
        counts = people.get(each.id, 0), marks.get(each.id, 0)
        found.append(SessionLine(each, first, last, met, halves, *counts, names.get(each.id, ""), at))
    return found


def _days(session: Session, keys: Sequence[str]) -> dict[str, tuple[date | None, date | None, int, int]]:
    """First day, last day, number of days and of half-days."""
    asked = select(
        HalfDay.session_id,
        func.min(HalfDay.day),
        func.max(HalfDay.day),
        func.count(distinct(HalfDay.day)),
        func.count(),
    ).group_by(HalfDay.session_id)
    found: dict[str, tuple[date | None, date | None, int, int]] = {}
    for some in chunks(keys):
        for key, first, last, met, halves in session.execute(asked.where(HalfDay.session_id.in_(some))):
            found[key] = (first, last, met, halves)
    return found


def _counted(
    session: Session, owner: InstrumentedAttribute[str], asked: Select[str, int], keys: Sequence[str]
) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(keys):
        found.update(session.execute(asked.where(owner.in_(some)).group_by(owner)).all())
    return found


def _trainer_names(session: Session, keys: Sequence[str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for some in chunks(keys):
        asked = select(Trainer).where(Trainer.session_id.in_(some)).options(joinedload(Trainer.artisan))
        for each in session.scalars(asked.order_by(Trainer.id)):
            found.setdefault(each.session_id, []).append(each.name)
    return {key: _(", ").join(names) for key, names in found.items()}


def sheet(session: Session, key: str) -> Sheet:
    """A session with its half-days, trainers, marks, and participants by their names in the language spoken here."""
    record = session.get_one(TrainingSession, key, options=[joinedload(TrainingSession.course)])
    half_days = session.scalars(select(HalfDay).where(HalfDay.session_id == key).order_by(*_IN_ORDER, HalfDay.starts))
    trainers = session.scalars(
        select(Trainer).where(Trainer.session_id == key).options(joinedload(Trainer.artisan)).order_by(Trainer.id)
    )
    people = session.scalars(
        select(Participant)
        .where(Participant.session_id == key)
        .options(
            joinedload(Participant.artisan).options(
                joinedload(Artisan.activity), joinedload(Artisan.home_commune), joinedload(Artisan.activity_commune)
            )
        )
    )
    marks = session.execute(
        select(Attendance.participant_id, Attendance.half_day_id, Attendance.mark)
        .join(HalfDay, HalfDay.id == Attendance.half_day_id)
        .where(HalfDay.session_id == key)
    )
    found = {(person, half): mark for person, half, mark in marks}
    return Sheet(record, list(half_days), list(trainers), sorted(people, key=lambda person: person.order), found)


def courses(session: Session) -> list[Course]:
    """The subjects taught so far, for suggestions."""
    return sorted(session.scalars(select(Course)), key=lambda course: (fold(course.label()), course.id))


def places(session: Session) -> list[tuple[str, str]]:
    """The places used so far (in Arabic, in French), latest first."""
    return _spelt_twice(session, TrainingSession.place_ar, TrainingSession.place_fr)


def partners(session: Session) -> list[tuple[str, str]]:
    """The partners and financing bodies named so far (in Arabic, in French), latest first."""
    return _spelt_twice(session, TrainingSession.partner_ar, TrainingSession.partner_fr)


def _spelt_twice(
    session: Session, arabic: InstrumentedAttribute[str], french: InstrumentedAttribute[str]
) -> list[tuple[str, str]]:
    asked = select(arabic, french).order_by(TrainingSession.id.desc())
    return list(dict.fromkeys((ar, fr) for ar, fr in session.execute(asked) if ar or fr))


def sounds(typed: str, *texts: str) -> bool:
    """Whether one of the texts has words that begin as typed, in any spelling."""
    asked = words(typed)
    return any(all(any(word.startswith(each) for word in words(text)) for each in asked) for text in texts if text)


def trainings(session: Session, artisan_id: str) -> list[Training]:
    """The sessions in which an artisan takes part, newest first."""
    asked = select(Participant.session_id, Participant.id).where(Participant.artisan_id == artisan_id)
    mine = dict(session.execute(asked).all())
    lines = _lines(session, select(TrainingSession).where(TrainingSession.id.in_(mine)))
    found = [Training(line, _right(session, line.session, mine[line.id])) for line in lines]
    return sorted(found, key=lambda each: each.line.first_day or date.max, reverse=True)


def sessions_taught(session: Session, artisan_id: str) -> list[SessionLine]:
    """The sessions that an artisan teaches, newest first."""
    mine = select(Trainer.session_id).where(Trainer.artisan_id == artisan_id)
    lines = _lines(session, select(TrainingSession).where(TrainingSession.id.in_(mine)))
    return sorted(lines, key=lambda line: line.first_day or date.max, reverse=True)


def _right(session: Session, record: TrainingSession, participant_id: str) -> Right:
    asked = (
        select(Attendance.mark)
        .select_from(HalfDay)
        .outerjoin(Attendance, (Attendance.half_day_id == HalfDay.id) & (Attendance.participant_id == participant_id))
        .where(HalfDay.session_id == record.id)
    )
    return rules.right(record, session.scalars(asked))


def outside_trainers(session: Session, keys: Sequence[str]) -> list[tuple[Trainer, str]]:
    """The trainers among these who are not of the roster, with the subject that they teach."""
    asked = (
        select(Trainer, TrainingSession)
        .join(TrainingSession, TrainingSession.id == Trainer.session_id)
        .where(Trainer.id.in_(keys), Trainer.artisan_id.is_(None))
        .options(joinedload(Trainer.artisan))
    )
    return [(trainer, record.label()) for trainer, record in session.execute(asked)]


def enrolled(session: Session, key: str) -> set[str]:
    """The artisans who take part."""
    asked = select(Participant.artisan_id).where(Participant.session_id == key, Participant.artisan_id.is_not(None))
    return {each for each in session.scalars(asked) if each}


def meeting_on(session: Session, day: date) -> list[SessionLine]:
    """The sessions that meet on a day."""
    return _lines(session, _meeting(HalfDay.day == day))


def in_month(session: Session, day: date) -> int:
    """How many sessions meet in the day's month."""
    first = day.replace(day=1)
    following = (first + timedelta(31)).replace(day=1)
    asked = _meeting((HalfDay.day >= first) & (HalfDay.day < following)).subquery()
    return session.scalar(select(func.count()).select_from(asked)) or 0


def incomplete(session: Session, limit: int = 20) -> list[SessionLine]:
    """The sessions that were held and whose attendance is not wholly entered, latest first."""
    held = sessions(session, phase=Phase.HELD)
    return [line for line in held if line.participants and not line.complete][:limit]


def _meeting(condition: ColumnElement[bool]) -> Select[TrainingSession]:
    meeting = select(HalfDay.session_id).where(condition)
    return select(TrainingSession).where(TrainingSession.id.in_(meeting), TrainingSession.state != State.CANCELLED)


def sheet_papers(session: Session, keys: Sequence[str]) -> list[SheetPaper]:
    """What the sheets of these sessions show; without keys, of all that run or are still to come."""
    if not keys:
        keys = [line.id for line in sessions(session) if line.phase in (Phase.RUNNING, Phase.UPCOMING)]
    found = [sheet(session, key) for key in keys]
    return [SheetPaper(each, office.office_on(session, each.first_day or today())) for each in found]
