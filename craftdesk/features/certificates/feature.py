"""The card of the certificates."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from craftdesk.base.dates import today
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.data.session import Session
from craftdesk.desk.feature import Feature, Figure, Finder, Hit, Page, Panel, Paper, Waiting
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.certificates.ui.artisan_panel import ArtisanCertificates
from craftdesk.features.certificates.ui.register_page import RegisterPage
from craftdesk.features.certificates.ui.session_panel import SessionCertificates
from craftdesk.features.certificates.ui.words import ICON, PAGE, PAPER, REGISTER, detail_of, titled
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training.models import TrainingSession

if TYPE_CHECKING:
    from craftdesk.pdf.document import Binder, Document

SESSIONS = "training"


def _waiting(session: Session) -> Sequence[Waiting]:
    """The sessions whose certificates can be issued."""
    found = []
    for line, number in reads.sessions_ready(session):
        words = ngettext("{count} certificate can be issued", "{count} certificates can be issued", number)
        detail = " · ".join((_("Training"), line.session.label()))
        found.append(Waiting(words.format(count=number), detail, ICON, "primary", SESSIONS, line.id))
    return found


def _figures(session: Session) -> Sequence[Figure]:
    number = reads.number_issued(session, today().year)
    words = ngettext("certificate this year", "certificates this year", number)
    return [Figure(words, number, ICON, "copper_line", PAGE)]


def _hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    return [
        Hit(titled(each), f"{each.name} · {detail_of(each)}", ICON, Certificate, each.id)
        for each in reads.by_keys(session, keys)
    ]


# Papers are not needed to start.


def _certificates(printables: Sequence[reads.Printable], language: str) -> "Binder":
    from craftdesk.features.certificates.documents import certificates  # noqa: PLC0415

    return certificates(printables, language)


def _register(held: reads.Register, language: str) -> "Document":
    from craftdesk.features.certificates.documents import certificate_register  # noqa: PLC0415

    return certificate_register(held, language)


FEATURE = Feature(
    "certificates",
    pages=(Page(PAGE, N_("Certificates"), ICON, RegisterPage, (Certificate,)),),
    panels=(
        Panel(TrainingSession, N_("Certificates"), ICON, SessionCertificates),
        Panel(Artisan, N_("Certificates"), ICON, ArtisanCertificates),
    ),
    papers=(
        Paper(PAPER, N_("Certificate"), Certificate, reads.printables, _certificates),
        Paper(REGISTER, N_("Register of certificates"), Certificate, reads.register_paper, _register),
    ),
    waiting=_waiting,
    figures=_figures,
    finders=(Finder(Certificate, _hits),),
)
