"""The fees of the demo office: what it decided, who has paid this year, and a receipt that was given by mistake."""

from collections.abc import Sequence
from datetime import date, timedelta

from craftdesk.base.i18n import N_
from craftdesk.data.session import Session
from craftdesk.features.fees import reads, writes
from craftdesk.features.fees.models import Way
from craftdesk.features.fees.writes import Paid
from craftdesk.features.roster.models import Artisan, Status

DECIDED = "مداولة مجلس الغرفة رقم 02 المؤرخة في 14 ديسمبر 2025"
"""The amounts are invented, as everything in the demo office."""
AMOUNTS = (("membership", 100_000), ("registration", 200_000), ("card", 60_000), ("strike-off", 50_000))
PAID = 18
"""So many of the artisans have paid their membership."""
WAYS = (Way.CASH, Way.CASH, Way.CASH, Way.POSTAL, Way.CASH, Way.CHEQUE)


def fill(session: Session, artisans: Sequence[Artisan], day: date) -> None:
    """Take the fees in through the year, in the order of the days."""
    session.entitle(N_("Fees of the demo office"))
    begins = date(day.year, 1, 1)
    for code, amount in AMOUNTS:
        writes.save_rate(session, code, None, {"amount": amount, "holds_from": begins, "source": DECIDED})
    people = [each for each in artisans if each.status is Status.REGISTERED]
    some = [each for place, each in enumerate(people) if place % 2 == 0][:PAID]
    length = (day - begins).days
    for place, artisan in enumerate(some):
        on = begins + timedelta(place * length // max(len(some), 1))
        _take_in(session, artisan, on, place)
    session.flush()
    last = reads.receipts(session, reads.Sought(), 2, 1)[0]
    writes.cancel(session, last.id, "خطأ في اسم الحرفي")
    charged = people[1]
    writes.charge(session, charged.id, "card", day - timedelta(6))


def _take_in(session: Session, artisan: Artisan, on: date, place: int) -> None:
    owed = [each for each in reads.account(session, artisan.id).owed if each.fee.code == "membership"]
    way = WAYS[place % len(WAYS)]
    number = f"{4_180_000 + place}" if way is Way.CHEQUE else ""
    extra = ["card"] if place % 9 == 4 else []
    if owed:
        writes.pay(session, artisan.id, owed[:1], extra, Paid(on, way, number))
