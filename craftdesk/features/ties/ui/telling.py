"""What the search is told of cooperatives, enterprises and other names."""

from collections.abc import Sequence

from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.data.session import Session
from craftdesk.desk.feature import Hit
from craftdesk.features.ties import reads
from craftdesk.features.ties.models import NAME_KINDS, CraftBody, OtherName
from craftdesk.features.ties.wording import form_of
from craftdesk.ui.direction import apart

ICON, NAME_ICON = "ph.handshake", "ph.identification-badge"


def members_in_words(number: int) -> str:
    return ngettext("{count} member", "{count} members", number).format(count=format_number(number))


def hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    return [
        Hit(
            apart(each.body.label()),
            " · ".join((form_of(each.body), members_in_words(each.members))),
            ICON,
            CraftBody,
            each.id,
        )
        for each in reads.by_keys(session, keys)
    ]


def name_hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    return [
        Hit(
            apart(each.label()),
            _("{kind} of {name}").format(kind=_(NAME_KINDS[each.kind]), name=apart(each.artisan.label())),
            NAME_ICON,
            OtherName,
            each.id,
        )
        for each in reads.other_names(session, keys)
    ]
