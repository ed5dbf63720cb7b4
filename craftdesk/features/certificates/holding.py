"""The certificates of an artisan, for the sheet that the person may ask for."""

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart, isolate
from craftdesk.data.session import Session
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.models import CERTIFICATE_KINDS
from craftdesk.features.roster.holdings import Held


def certificates(session: Session, key: str) -> Held:
    """Newest first."""
    rows = [
        [
            isolate(each.reference),
            " · ".join(filter(None, (_(CERTIFICATE_KINDS[each.kind]), _("Void") if each.is_withdrawn else ""))),
            apart(each.subject),
            format_day(each.issued_on),
        ]
        for each in reads.of_artisan(session, key)
    ]
    return Held(_("Certificates"), ((_("No."), 1.1), (_("Kind"), 1.8), (_("Subject"), 3), (_("Issued on"), 1.6)), rows)
