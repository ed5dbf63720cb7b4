"""What training holds about an artisan, for the sheet that the person may ask for."""

from craftdesk.base.dates import format_range
from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart, isolate
from craftdesk.data.session import Session
from craftdesk.features.roster.holdings import Held
from craftdesk.features.training import reads
from craftdesk.features.training.reads import SessionLine, Training


def trainings(session: Session, key: str) -> Held:
    """Where the person took part or taught, newest first, and the presence that was marked."""
    rows = [_taught(line) for line in reads.sessions_taught(session, key)]
    rows += [_attended(training) for training in reads.trainings(session, key)]
    columns = ((_("Subject"), 3.0), (_("Dates"), 2.0), (_("Place"), 2.0), (_("Presence"), 1.4))
    return Held(_("Training"), columns, rows)


def _taught(line: SessionLine) -> list[str]:
    return [apart(line.session.label()), _days(line), apart(line.session.place), _("Trainer")]


def _attended(training: Training) -> list[str]:
    line, found = training.line, training.right.presence
    presence = isolate(f"{found.attended} / {found.total}")
    return [apart(line.session.label()), _days(line), apart(line.session.place), presence]


def _days(line: SessionLine) -> str:
    return format_range(line.first_day, line.last_day) if line.first_day and line.last_day else ""
