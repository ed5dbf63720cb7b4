"""The lists that the demo office has kept: those it calls every month."""

from collections.abc import Sequence
from datetime import date

from craftdesk.base.i18n import N_
from craftdesk.data.session import Session
from craftdesk.features.roster import narrowing
from craftdesk.features.roster.asking import Asked, Filters
from craftdesk.features.roster.kept.models import KeptList
from craftdesk.features.roster.models import Artisan, Sex, Status

LISTS = {
    "بطاقات تنتهي خلال 3 أشهر": Filters(status=Status.REGISTERED, card_days="90"),
    "حرفيات الصناعة التقليدية الفنية": Filters(status=Status.REGISTERED, sex=Sex.FEMALE, domain="1"),
    "لم يتكوّنوا قط ودون 35 سنة": Filters(status=Status.REGISTERED, age="-34", untrained=True),
}


def fill(session: Session, _artisans: Sequence[Artisan], _day: date) -> None:
    """Keep each under its name."""
    session.entitle(N_("Lists kept: {count}"), count=len(LISTS))
    for name, filters in LISTS.items():
        session.add(KeptList(name=name, question=narrowing.dumped(Asked(filters=filters))))
