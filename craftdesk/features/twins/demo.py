"""The twins of the demo office: people who were entered again years later, from notes, in another spelling."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from craftdesk.base.i18n import N_
from craftdesk.data.session import Session
from craftdesk.features.roster.asking import file_of
from craftdesk.features.roster.models import Artisan, Status
from craftdesk.features.roster.writes import save_artisan
from craftdesk.features.twins import looking, writes

_WHO = ("sex", "home_commune_id", "activity_id", "activity_commune_id")
_ARABIC, _LATIN = ("family_ar", "given_ar"), ("family_la", "given_la")
_BIRTH = ("birth_date", "birth_year", "birth_place")
# What the second record says of the same person, and what it says otherwise.
_AGAIN: tuple[tuple[tuple[str, ...], Mapping[str, Any]], ...] = (
    ((*_LATIN, *_BIRTH, "nin", "rank"), {"phone": "0770461208", "remarks": "سجل من جديد بعد تغيير مقر النشاط"}),
    ((*_ARABIC, *_BIRTH, "phone"), {"casnos_no": "05 1204 7781"}),
    ((*_LATIN, "birth_date", "phone", "home_address"), {}),
    ((*_ARABIC, *_LATIN, "phone"), {"remarks": "من قائمة المشاركين في الصالون"}),
    ((*_ARABIC, *_BIRTH), {"phone": "0555120934"}),
    ((*_ARABIC, *_LATIN, "nin"), {"home_address": "حي الزهور، رقم 12"}),
)


def fill(session: Session, artisans: Sequence[Artisan], day: date) -> None:
    """Enter some of those who have a number and a birth date again, one of them twice, and look for twins."""
    session.entitle(N_("Twins of the demo office"))
    known = [each for each in artisans if each.nin and len(each.nin) == 18 and each.birth_date and each.register_no]
    chosen = known[3 :: max(len(known) // len(_AGAIN), 1)][: len(_AGAIN)]
    for place, (person, (same, other)) in enumerate(zip(chosen, _AGAIN, strict=False)):
        values = {name: getattr(person, name) for name in (*_WHO, *same)}
        on = day - timedelta(90 * (place + 1))
        number = {"register_no": f"05/{on.year}/{11000 + place}", "registered_on": on, "status": Status.REGISTERED}
        save_artisan(session, None, {**values, **other, **(number if place % 2 == 0 else {"status": Status.REQUESTED})})
    if chosen:
        again = {name: getattr(chosen[0], name) for name in (*_WHO, *_ARABIC, "birth_date", "phone")}
        save_artisan(session, None, {**again, "status": Status.REQUESTED})
    session.flush()
    writes.keep_found(session, looking.look_in(file_of(session)))
