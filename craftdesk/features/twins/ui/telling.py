"""What the home page and the search are told of twins."""

from collections.abc import Sequence

from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import apart, format_number, isolate
from craftdesk.data.session import Session
from craftdesk.desk.feature import Hit, Waiting
from craftdesk.features.roster.models import Artisan
from craftdesk.features.twins import reads
from craftdesk.features.twins.models import JoinedTwin
from craftdesk.features.twins.ui.words import ICON, PAGE


def waiting(session: Session) -> list[Waiting]:
    """Who may be on the roster twice, as far as that is known."""
    number = reads.number(session)
    if not number:
        return []
    words = ngettext(
        "{number} artisan may be on the roster twice", "{number} artisans may be on the roster twice", number
    )
    return [Waiting(words.format(number=format_number(number)), _("To be joined or kept apart"), ICON, "copper", PAGE)]


def hits(session: Session, keys: Sequence[str]) -> list[Hit]:
    """Records that were joined to another one: they lead to the person."""
    return [
        Hit(person.label(), _joined(each), "ph.user", Artisan, person.id)
        for each, person in reads.joined_records(session, keys)
    ]


def _joined(each: JoinedTwin) -> str:
    parts = (apart(each.label()), isolate(each.register_no or ""))
    return _("joined: {record}").format(record=" · ".join(filter(None, parts)))
