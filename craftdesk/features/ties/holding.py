"""The ties of an artisan, for the sheet that the person may ask for."""

from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart
from craftdesk.data.session import Session
from craftdesk.features.roster.holdings import Held
from craftdesk.features.ties import reads
from craftdesk.features.ties.models import NAME_KINDS
from craftdesk.features.ties.wording import days_of, role_in_words, who


def ties(session: Session, key: str) -> Held:
    """Other names first, then people, then cooperatives and enterprises."""
    found = reads.belongings(session, key)
    rows = [[_(NAME_KINDS[each.kind]), apart(each.label()), ""] for each in found.names]
    rows += [[role_in_words(each, found.artisan), apart(who(each)), days_of(each.tie)] for each in found.seen]
    return Held(_("Family and belonging"), ((_("Tie"), 1.6), (_("With whom"), 3), (_("When"), 2.2)), rows)
