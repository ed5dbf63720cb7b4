"""What the home page and the search are told of fees."""

from collections.abc import Sequence

from craftdesk.base.dates import today
from craftdesk.base.i18n import _
from craftdesk.data.session import Session
from craftdesk.desk.feature import Hit, Waiting
from craftdesk.features.fees import reads
from craftdesk.features.fees.models import FeeReceipt
from craftdesk.features.fees.ui.words import ICON, PAGE, RECEIPT_ICON, debtors_in_words, detail_of, titled
from craftdesk.ui.direction import apart


def waiting(session: Session) -> Sequence[Waiting]:
    """How many owe, where the office asks for fees at all."""
    number = reads.number_of_debtors(session, reads.Asked())
    if not number:
        return []
    of_year = reads.number_of_debtors(session, reads.Asked(year=today().year))
    detail = _("{count} of them for {year}").format(count=of_year, year=today().year)
    return [Waiting(debtors_in_words(number), detail, ICON, "copper_line", PAGE)]


def hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    found = reads.by_keys(session, keys) if keys else []
    return [
        Hit(f"{titled(each)} · {apart(each.name)}", detail_of(each), RECEIPT_ICON, FeeReceipt, each.id)
        for each in found
    ]
