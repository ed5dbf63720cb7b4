"""The guides that an artisan was given, for the sheet that the person may ask for."""

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import LANGUAGES, _
from craftdesk.data.session import Session
from craftdesk.features.guides import reads
from craftdesk.features.roster.holdings import Held
from craftdesk.features.roster.models import METALS


def guides(session: Session, key: str) -> Held:
    """Newest first, with the answers from which each was made."""
    rows = [
        [
            each.label(),
            format_day(each.day),
            LANGUAGES[each.language],
            _(METALS[each.metal]),
            format_day(each.started_on) if each.started_on else "",
        ]
        for each in reads.given_to(session, key)
    ]
    columns = (
        (_("Guide"), 2.4),
        (_("Given on"), 1.6),
        (_("Language"), 1.0),
        (_("Metal worked"), 1.4),
        (_("Start of activity"), 1.6),
    )
    return Held(_("Guides"), columns, rows)
