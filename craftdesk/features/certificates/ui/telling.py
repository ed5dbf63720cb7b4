"""What the home page and the search are told of certificates."""

from collections.abc import Sequence

from craftdesk.base.dates import today
from craftdesk.base.i18n import _, ngettext
from craftdesk.data.session import Session
from craftdesk.desk.feature import Figure, Hit, Waiting
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.certificates.ui.words import ICON, PAGE, detail_of, titled

SESSIONS = "training"


def waiting(session: Session) -> Sequence[Waiting]:
    """The sessions whose certificates can be issued."""
    found = []
    for line, number in reads.sessions_ready(session):
        words = ngettext("{count} certificate can be issued", "{count} certificates can be issued", number)
        detail = " · ".join((_("Training"), line.session.label()))
        found.append(Waiting(words.format(count=number), detail, ICON, "primary", SESSIONS, line.id))
    return found


def figures(session: Session) -> Sequence[Figure]:
    number = reads.number_issued(session, today().year)
    words = ngettext("certificate this year", "certificates this year", number)
    return [Figure(words, number, ICON, "copper_line", PAGE)]


def hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    return [
        Hit(titled(each), f"{each.name} · {detail_of(each)}", ICON, Certificate, each.id)
        for each in reads.by_keys(session, keys)
    ]
