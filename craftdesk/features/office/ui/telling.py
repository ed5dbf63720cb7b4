"""What the home page and the search are told of the office."""

from collections.abc import Sequence

from craftdesk.base.i18n import _
from craftdesk.data.session import Session
from craftdesk.desk.feature import Hit, Waiting
from craftdesk.features.office import reads
from craftdesk.features.office.models import Activity

SETTINGS = "settings"


def waiting(session: Session) -> Sequence[Waiting]:
    """What the office itself still needs."""
    found = []
    if not reads.activities(session, limit=1):
        title, detail = _("The list of activities is empty"), _("Import it once from a file")
        found.append(Waiting(title, detail, "ph.list-numbers", "warn", SETTINGS, "activities"))
    if reads.has_chamber(session) and not reads.letterheads(session)[0].director_ar:
        title, detail = _("The director's name is missing"), _("Papers are signed with it")
        found.append(Waiting(title, detail, "ph.pen-nib", "warn", SETTINGS, "letterhead"))
    return found


def hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    found = (session.get(Activity, key) for key in keys)
    return [
        Hit(each.label(), f"{each.code} · {each.name_fr or each.name_ar}", "ph.list-numbers", Activity, each.id)
        for each in found
        if each is not None
    ]
