"""What the home page and the search are told of fees."""

from collections.abc import Sequence

from craftdesk.base.i18n import ngettext
from craftdesk.data.session import Session
from craftdesk.desk.feature import Figure, Hit
from craftdesk.features.fees import reads
from craftdesk.features.fees.models import FeeReceipt
from craftdesk.features.fees.ui.words import ICON, PAGE, RECEIPT_ICON, detail_of, titled
from craftdesk.ui.direction import apart


def figures(session: Session) -> Sequence[Figure]:
    """How many owe, where the office asks for fees at all."""
    if not any(each.rates for each in reads.fees(session)):
        return []
    number = reads.number_of_debtors(session, reads.Asked())
    return [Figure(ngettext("artisan owes fees", "artisans owe fees", number), number, ICON, "copper_line", PAGE)]


def hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    found = reads.by_keys(session, keys) if keys else []
    return [
        Hit(f"{titled(each)} · {apart(each.name)}", detail_of(each), RECEIPT_ICON, FeeReceipt, each.id)
        for each in found
    ]
