"""Pure questions about a session: its days, who was there how often, who has the right to a certificate and why."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from craftdesk.base.dates import format_long_day, is_weekend, today
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_percent
from craftdesk.features.training.models import (
    HalfDay,
    Mark,
    Part,
    Participant,
    State,
    Trainer,
    TrainingSession,
)

TIMES = {Part.MORNING: ("09:00", "12:00"), Part.AFTERNOON: ("13:30", "16:30")}
"""The usual times of the half-days."""


@dataclass(frozen=True)
class Sheet:
    """A session with all that belongs to it, in the order of the paper; `marks` by participant and half-day."""

    session: TrainingSession
    half_days: Sequence[HalfDay] = ()
    trainers: Sequence[Trainer] = ()
    participants: Sequence[Participant] = ()
    marks: dict[tuple[str, str], Mark] = field(default_factory=dict)

    @property
    def first_day(self) -> date | None:
        return self.half_days[0].day if self.half_days else None

    @property
    def last_day(self) -> date | None:
        return self.half_days[-1].day if self.half_days else None

    @property
    def days(self) -> list[date]:
        """The days on which the session meets, each once."""
        return sorted({half.day for half in self.half_days})

    def marks_of(self, participant: Participant) -> list[Mark | None]:
        return [self.marks.get((participant.id, half.id)) for half in self.half_days]


class Phase(StrEnum):
    """Where a session stands on a day."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    HELD = "held"
    CANCELLED = "cancelled"


PHASES: dict[str, str] = {
    Phase.UPCOMING: N_("Upcoming"),
    Phase.RUNNING: N_("Running"),
    Phase.HELD: N_("Held"),
    Phase.CANCELLED: N_("Cancelled"),
}


def phase(state: State, first: date | None, last: date | None, day: date) -> Phase:
    """Where it stands on a day; a session without half-days is still to come."""
    if state is State.CANCELLED:
        return Phase.CANCELLED
    if first is None or last is None or day < first:
        return Phase.UPCOMING
    return Phase.RUNNING if day <= last else Phase.HELD


@dataclass(frozen=True)
class Presence:
    """How many of the half-days count as attended, and how many are not entered yet."""

    attended: int
    total: int
    missing: int

    @property
    def percent(self) -> int:
        """Whole hundredths, never rounded up: 4 of 6 are 66."""
        return self.attended * 100 // self.total if self.total else 0

    @property
    def share(self) -> float:
        return self.attended / self.total if self.total else 0.0


def presence(session: TrainingSession, marks: Iterable[Mark | None]) -> Presence:
    """Who came late was there; an excuse counts as the session's rule says."""
    entered = list(marks)
    counting = {Mark.PRESENT, Mark.LATE} | ({Mark.EXCUSED} if session.excused_counts else set())
    return Presence(sum(mark in counting for mark in entered), len(entered), entered.count(None))


class Verdict(StrEnum):
    """Whether somebody has the right to a certificate; open while the marks still missing can decide it."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True)
class Right:
    """The verdict and its reason in words."""

    verdict: Verdict
    why: str
    presence: Presence

    @property
    def has(self) -> bool:
        return self.verdict is Verdict.YES


def right(session: TrainingSession, marks: Iterable[Mark | None]) -> Right:
    """Whether these marks, one for each half-day, give the right to a certificate."""
    found = presence(session, marks)
    return Right(_verdict(session, found), _why(session, found), found)


def rights(sheet: Sheet) -> dict[str, Right]:
    """The right of every participant, by key."""
    return {each.id: right(sheet.session, sheet.marks_of(each)) for each in sheet.participants}


def _verdict(session: TrainingSession, found: Presence) -> Verdict:
    needed = session.min_share * found.total
    if not found.total or session.state is State.CANCELLED:
        return Verdict.NO
    if found.attended * 100 >= needed:
        return Verdict.YES if not found.missing else Verdict.OPEN
    return Verdict.NO if (found.attended + found.missing) * 100 < needed else Verdict.OPEN


def _why(session: TrainingSession, found: Presence) -> str:
    if session.state is State.CANCELLED:
        return _("The session was cancelled.")
    if not found.total:
        return _("The session has no half-days yet.")
    attended = ngettext(
        "Attended {attended} of {total} half-day: {percent}, {needed} needed",
        "Attended {attended} of {total} half-days: {percent}, {needed} needed",
        found.total,
    ).format(
        attended=found.attended,
        total=found.total,
        percent=format_percent(found.percent / 100),
        needed=format_percent(session.min_share / 100),
    )
    return f"{attended} · {_not_entered(found.missing)}" if found.missing else attended


def _not_entered(missing: int) -> str:
    return ngettext("{count} half-day not entered", "{count} half-days not entered", missing).format(count=missing)


def rule_in_words(session: TrainingSession) -> str:
    """The session's rule, for the foot of the grid."""
    needed = _("Right to the certificate: at least {share} of the half-days attended").format(
        share=format_percent(session.min_share / 100)
    )
    excused = _("an excuse counts as presence")
    return f"{needed} · {excused}" if session.excused_counts else needed


def tally_in_words(found: Collection[Right]) -> str:
    """ "17 have the right, 3 do not", and for how many it is still open."""
    yes, no, unsettled = (sum(each.verdict is verdict for each in found) for verdict in Verdict)
    words = []
    if yes:
        words.append(ngettext("{count} has the right", "{count} have the right", yes).format(count=yes))
    if no:
        words.append(ngettext("{count} does not", "{count} do not", no).format(count=no))
    if unsettled:
        words.append(ngettext("{count} still open", "{count} still open", unsettled).format(count=unsettled))
    return _(", ").join(words)


def is_complete(sheet: Sheet) -> bool:
    """Whether every participant has a mark for every half-day."""
    return len(sheet.marks) >= len(sheet.participants) * len(sheet.half_days)


def is_early(half: HalfDay) -> bool:
    """Whether a half-day lies after today: nobody can have been there yet."""
    return half.day > today()


def why_early(half: HalfDay) -> str:
    """Why no attendance is entered for it; today is named too, since the computer's clock may be wrong."""
    words = _("{day} has not come yet: attendance is entered from that day on. Today is {today}.")
    return words.format(day=format_long_day(half.day), today=format_long_day(today()))


def days_from(first: date, number: int, skip_weekend: bool) -> list[date]:
    """So many days in a row from the first one, passing over Fridays and Saturdays when asked."""
    found: list[date] = []
    day = first
    while len(found) < number:
        if not (skip_weekend and is_weekend(day)):
            found.append(day)
        day += timedelta(1)
    return found


def meets_with(one: HalfDay, other: HalfDay) -> bool:
    """Whether two half-days share some of their time."""
    return one.day == other.day and one.starts < other.ends and other.starts < one.ends


def clash_of_half_days(wanted: Sequence[tuple[date, Part]]) -> tuple[date, Part] | None:
    """The first half-day that stands twice."""
    seen: set[tuple[date, Part]] = set()
    for each in wanted:
        if each in seen:
            return each
        seen.add(each)
    return None


def trainers_among(trainers: Iterable[Trainer], artisan_ids: Collection[str]) -> list[Trainer]:
    """The trainers who would sit among their own trainees."""
    return [trainer for trainer in trainers if trainer.artisan_id in artisan_ids]


def is_time(text: str) -> bool:
    """Whether the text is a time of day such as 08:30."""
    hours, colon, minutes = text.partition(":")
    digits = len(hours) == 2 and len(minutes) == 2 and (hours + minutes).isdecimal()
    return bool(colon) and digits and int(hours) < 24 and int(minutes) < 60
