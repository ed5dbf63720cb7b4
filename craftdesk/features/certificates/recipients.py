"""Who gets the certificates: for their order in a batch and for the list that is signed when they are handed out."""

from collections.abc import Sequence

from sqlalchemy import select

from craftdesk.base.dates import today
from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, language
from craftdesk.data.session import Session, chunks
from craftdesk.desk.batch import Recipient, Recipients
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.models import CertificateState
from craftdesk.features.office.documents import head
from craftdesk.features.office.reads import commune_places, office_on
from craftdesk.features.roster.models import Artisan


def recipients(session: Session, keys: Sequence[str]) -> Recipients:
    """By the numbers of the certificates: those of these keys, or all that were not withdrawn."""
    valid = reads.Wanted(order="number", state=CertificateState.VALID)
    found = reads.by_keys(session, keys) if keys else reads.register(session, valid)
    found.sort(key=lambda each: (each.year, each.number))
    communes = _communes(session, [each.artisan_id for each in found if each.artisan_id])
    people = [Recipient(each.id, each.reference, each.name, communes.get(each.artisan_id or "", "")) for each in found]
    return Recipients(people, head(office_on(session, today()), language()), N_("Certificate no."))


def printables(session: Session, keys: Sequence[str]) -> list[reads.Printable]:
    """The certificates of these keys in their order, or all by their numbers; a withdrawn one is refused."""
    keys = keys or reads.keys_in(session, reads.Wanted(order="number", state=CertificateState.VALID))
    rows = reads.by_keys(session, keys)
    for each in rows:
        refuse_if(each.is_withdrawn, reads.not_printed(each))
    found = reads.printables(session, keys) if keys else []
    issued = {each.id: (each.year, each.number) for each in rows}
    places = {issued[key]: place for place, key in enumerate(keys)}
    return sorted(found, key=lambda each: places[each.content.year, each.content.number])


def _communes(session: Session, keys: Sequence[str]) -> dict[str, str]:
    """Where the artisans live, or else work."""
    places = commune_places(session)
    asked = select(Artisan.id, Artisan.home_commune_id, Artisan.activity_commune_id)
    found = {}
    for some in chunks(keys):
        for key, home, work in session.execute(asked.where(Artisan.id.in_(some))):
            place = places.get(home or "") or places.get(work or "")
            found[key] = place.label() if place else ""
    return found
