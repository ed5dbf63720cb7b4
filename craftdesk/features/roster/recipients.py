"""Which artisans get a paper: for their order in a batch and for the list that is signed when it is handed out."""

from collections.abc import Sequence

from sqlalchemy import select

from craftdesk.base.dates import today
from craftdesk.base.i18n import N_, language
from craftdesk.data.session import Session, chunks
from craftdesk.desk.batch import Recipient, Recipients
from craftdesk.features.office.documents import head
from craftdesk.features.office.models import in_language
from craftdesk.features.office.reads import commune_places, office_on
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.printing import entered_keys, wanted_keys


def recipients(session: Session, keys: Sequence[str]) -> Recipients:
    """The artisans of these keys, of a list's question, or everybody, in the order of the list."""
    return _recipients(session, wanted_keys(session, keys))


def entered(session: Session, keys: Sequence[str]) -> Recipients:
    """The same of those who are or were registered."""
    return _recipients(session, entered_keys(session, keys))


def _recipients(session: Session, wanted: Sequence[str]) -> Recipients:
    places = commune_places(session)
    found: dict[str, Recipient] = {}
    for some in chunks(wanted):
        for each in session.scalars(select(Artisan).where(Artisan.id.in_(some))):
            place = places.get(each.home_commune_id or "") or places.get(each.activity_commune_id or "")
            name = in_language(each.name_ar, each.name_la)
            found[each.id] = Recipient(each.id, each.register_no or "", name, place.label() if place else "")
    people = [found[key] for key in wanted if key in found]
    return Recipients(people, head(office_on(session, today()), language()), N_("Register no."))
