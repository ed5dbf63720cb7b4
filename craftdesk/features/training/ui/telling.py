"""What the home page and the search are told of training."""

from collections.abc import Sequence
from datetime import date, timedelta

from craftdesk.base.dates import format_range, month_name, today
from craftdesk.base.i18n import _, ngettext
from craftdesk.data.session import Session
from craftdesk.desk.feature import Agenda, Dated, Figure, Hit, Waiting
from craftdesk.features.training import reads
from craftdesk.features.training.models import KINDS, TrainingSession
from craftdesk.features.training.reads import SessionLine
from craftdesk.features.training.rules import Phase
from craftdesk.features.training.ui.words import days_of, people_in_words

PAGE = "training"
ICON = "ph.chalkboard-teacher"


def waiting(session: Session) -> Sequence[Waiting]:
    """The sessions of today and tomorrow, and those that were held and are not wholly entered."""
    now = reads.meeting_on(session, today())
    there = {line.id for line in now}
    soon = [line for line in reads.meeting_on(session, today() + timedelta(1)) if line.id not in there]
    near = [_near(line, _("Today: {subject}")) for line in now] + [
        _near(line, _("Tomorrow: {subject}")) for line in soon
    ]
    return [*near, *(_incomplete(line) for line in reads.incomplete(session, 5))]


def _near(line: SessionLine, title: str) -> Waiting:
    detail = " · ".join(filter(None, (days_of(line), people_in_words(line.participants), line.session.place)))
    return Waiting(title.format(subject=line.session.label()), detail, ICON, "primary", PAGE, line.id)


def _incomplete(line: SessionLine) -> Waiting:
    missing = line.expected - line.entered
    title = _("Attendance to enter: {subject}").format(subject=line.session.label())
    marks = ngettext("{count} mark is missing", "{count} marks are missing", missing).format(count=missing)
    return Waiting(title, f"{days_of(line)} · {marks}", "ph.check-square", "copper_line", PAGE, line.id)


def figures(session: Session) -> Sequence[Figure]:
    return [Figure(_("Sessions this month"), reads.in_month(session, today()), ICON, "primary", PAGE)]


def agenda(session: Session) -> Agenda:
    """What meets from today until the end of next month, nearest first."""
    coming = [line for line in reads.sessions(session) if line.phase in (Phase.RUNNING, Phase.UPCOMING)]
    entries = [_dated(line) for line in coming if line.first_day and line.first_day <= today() + timedelta(45)]
    return Agenda(_("Training"), tuple(entries[:6]))


def _dated(line: SessionLine) -> Dated:
    detail = "\u00a0· ".join(filter(None, (_(KINDS[line.session.kind]), people_in_words(line.participants))))
    return Dated(_when(line.first_day, line.last_day), line.session.label(), detail, TrainingSession, line.id)


def _when(first: date | None, last: date | None) -> str:
    """ "14–16 نوفمبر"."""
    if first is None or last is None:
        return ""
    if first == last:
        return f"{first.day} {month_name(first.month)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {month_name(first.month)}"
    return format_range(first, last)


def hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    return [
        Hit(line.session.label(), f"{_(KINDS[line.session.kind])} · {days_of(line)}", ICON, TrainingSession, line.id)
        for line in reads.session_lines(session, keys)
    ]


def trainer_hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    return [
        Hit(trainer.name, _("Trainer of: {subject}").format(subject=subject), ICON, TrainingSession, trainer.session_id)
        for trainer, subject in reads.outside_trainers(session, keys)
    ]
