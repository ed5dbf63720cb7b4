"""The files and scans of an artisan, for the sheet that the person may ask for."""

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart, isolate
from craftdesk.data.session import Session
from craftdesk.features.dossiers import reads
from craftdesk.features.dossiers.rules import STANDINGS
from craftdesk.features.roster.holdings import Held


def files(session: Session, key: str) -> Held:
    """Newest first, with how each of them stands."""
    columns = ((_("No."), 1.1), (_("Opened on"), 1.6), (_("Procedure"), 3.0), (_("State"), 1.8))
    rows = [
        [
            isolate(each.dossier.reference),
            format_day(each.dossier.opened_on),
            apart(each.dossier.title),
            _(STANDINGS[each.standing]),
        ]
        for each in reads.of_artisan(session, key)
    ]
    return Held(_("Files of procedures"), columns, rows)


def scans(session: Session, key: str) -> Held:
    """Newest first."""
    columns = (_("Date"), 1.6), (_("Scanned paper"), 4)
    rows = [[format_day(each.day), apart(each.name)] for each in reads.scans_of_artisan(session, key)]
    return Held(_("Scanned papers"), columns, rows)
