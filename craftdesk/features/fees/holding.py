"""What an artisan paid, for the sheet that the person may ask for."""

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _
from craftdesk.base.numbers import format_dinars, isolate
from craftdesk.data.session import Session
from craftdesk.features.fees import reads
from craftdesk.features.fees.rules import lines_of
from craftdesk.features.roster.holdings import Held


def receipts(session: Session, key: str) -> Held:
    """Newest first; what was cancelled is said to be."""
    columns = (_("No."), 1.1), (_("Paid on"), 1.6), (_("Fee"), 3), (_("Amount"), 1.6)
    rows = [
        [
            isolate(each.reference),
            format_day(each.day),
            lines_of(each),
            format_dinars(each.amount) if each.cancelled_on is None else _("cancelled"),
        ]
        for each in reads.account(session, key).receipts
    ]
    return Held(_("Fees paid"), columns, rows)
