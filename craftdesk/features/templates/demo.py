"""The demo office's own template: the shipped certificate of training under a name of its own."""

from collections.abc import Sequence
from datetime import date

from craftdesk.base.i18n import N_
from craftdesk.data.session import Session
from craftdesk.features.templates import reads, writes

NAME_AR, NAME_FR = "شهادة تكوين خاصة بمشروع العناقيد", "Attestation du projet des clusters"


def fill(session: Session, _artisans: Sequence[object], _day: date) -> None:
    """Copy the certificate of training under a name of the office's own."""
    key = writes.copy(session, "training")
    writes.save(session, key, reads.template(session, key).but(name_ar=NAME_AR, name_fr=NAME_FR))
    session.entitle(N_("Template of the demo office"))
