"""The letters to an artisan, for the sheet that the person may ask for."""

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart, isolate
from craftdesk.data.session import Session
from craftdesk.features.letters import reads
from craftdesk.features.roster.holdings import Held


def letters(session: Session, key: str) -> Held:
    """Newest first."""
    columns = (_("No."), 1.1), (_("Date"), 1.6), (_("Subject"), 4)
    rows = [
        [isolate(each.reference), format_day(each.day), apart(each.topic)] for each in reads.of_artisan(session, key)
    ]
    return Held(_("Letters"), columns, rows)
