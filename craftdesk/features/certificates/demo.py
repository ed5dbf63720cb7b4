"""The certificates of the demo office: issued for what was held, but for the latest session, which awaits the clerk."""

from collections.abc import Sequence
from datetime import date, timedelta

from craftdesk.base.i18n import N_
from craftdesk.data.session import Session
from craftdesk.features.certificates import reads, writes
from craftdesk.features.certificates.rules import usual_kind
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training.reads import SessionLine


def fill(session: Session, artisans: Sequence[Artisan], day: date) -> None:  # noqa: ARG001 - as all demos are called
    """Issue a few days after each session was held, in the order of the sessions."""
    session.entitle(N_("Certificates of the demo office"))
    held = sorted((line for line, _number in reads.sessions_ready(session)), key=_end)
    for line in held[:-1] if len(held) > 1 else held:
        ready = [each.id for each in reads.candidates(session, line.id) if each.ready]
        writes.issue(session, line.id, ready, usual_kind(line.session.kind), min(day, _end(line) + timedelta(3)))


def _end(line: SessionLine) -> date:
    return line.last_day or date.min
