"""What the home page and the search are told of equipment requests."""

from collections.abc import Sequence

from craftdesk.base.dates import today
from craftdesk.base.i18n import _, ngettext
from craftdesk.data.session import Session
from craftdesk.desk.feature import Figure, Hit, Waiting
from craftdesk.features.equipment import reads
from craftdesk.features.equipment.models import EquipmentRequest
from craftdesk.features.equipment.rules import days_waiting
from craftdesk.features.equipment.ui.words import (
    ICON,
    PAGE,
    missing_in_words,
    papers_in_words,
    state_in_words,
    titled,
    waiting_in_words,
    what_in_words,
)

MOST_NAMED = 2


def waiting(session: Session) -> Sequence[Waiting]:
    """The files that miss papers, oldest first."""
    found = []
    for each in reads.incomplete(session):
        few = len(each.missing) <= MOST_NAMED
        papers = papers_in_words(each.missing) if few else missing_in_words(each)
        title = _("File of {name} incomplete: {papers}").format(name=each.request.applicant, papers=papers)
        days = waiting_in_words(days_waiting(each.request, today()))
        found.append(Waiting(title, " · ".join((_("Equipment requests"), days)), ICON, "bad", PAGE, each.id))
    return found


def figures(session: Session) -> Sequence[Figure]:
    number = reads.number_open(session)
    words = ngettext("equipment request waits", "equipment requests wait", number)
    return [Figure(words, number, ICON, "warn", PAGE)]


def hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    return [
        Hit(
            f"{titled(each.request)} · {each.request.applicant}",
            " · ".join((what_in_words(each), state_in_words(each.request.state))),
            ICON,
            EquipmentRequest,
            each.id,
        )
        for each in reads.entries(session, keys)
    ]
