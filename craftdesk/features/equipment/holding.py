"""The equipment requests of an artisan, for the sheet that the person may ask for."""

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart, format_dinars, isolate
from craftdesk.data.session import Session
from craftdesk.features.equipment import reads
from craftdesk.features.equipment.models import REQUEST_STATES
from craftdesk.features.equipment.reads import RequestEntry
from craftdesk.features.roster.holdings import Held


def requests(session: Session, key: str) -> Held:
    """Newest first, with what was asked for and how far it came."""
    columns = (
        (_("No."), 1.1),
        (_("Deposited on"), 1.6),
        (_("What is asked for"), 3.0),
        (_("Amount"), 1.6),
        (_("State"), 1.8),
    )
    return Held(_("Equipment requests"), columns, [_row(each) for each in reads.of_artisan(session, key)])


def _row(entry: RequestEntry) -> list[str]:
    request = entry.request
    return [
        isolate(request.reference),
        format_day(request.deposited_on),
        _(", ").join(map(apart, entry.what)),
        format_dinars(entry.total),
        _(REQUEST_STATES[request.state]),
    ]
