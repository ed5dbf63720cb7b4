"""The card of equipment requests."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from craftdesk.base.dates import today
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.data.session import Session
from craftdesk.desk.feature import Feature, Figure, Finder, Hit, Page, Panel, Paper, Waiting
from craftdesk.features.equipment import reads
from craftdesk.features.equipment.models import EquipmentRequest
from craftdesk.features.equipment.rules import days_waiting
from craftdesk.features.equipment.ui.artisan_panel import ArtisanRequests
from craftdesk.features.equipment.ui.equipment_page import EquipmentPage
from craftdesk.features.equipment.ui.words import (
    ICON,
    PAGE,
    RECEIPT,
    missing_in_words,
    papers_in_words,
    state_in_words,
    titled,
    waiting_in_words,
    what_in_words,
)
from craftdesk.features.roster.models import Artisan

if TYPE_CHECKING:
    from craftdesk.pdf.document import Binder


MOST_NAMED = 2


def _waiting(session: Session) -> Sequence[Waiting]:
    """The files that miss papers, oldest first."""
    found = []
    for each in reads.incomplete(session):
        few = len(each.missing) <= MOST_NAMED
        papers = papers_in_words(each.missing) if few else missing_in_words(each)
        title = _("File of {name} incomplete: {papers}").format(name=each.request.applicant, papers=papers)
        days = waiting_in_words(days_waiting(each.request, today()))
        found.append(Waiting(title, " · ".join((_("Equipment requests"), days)), ICON, "bad", PAGE, each.id))
    return found


def _figures(session: Session) -> Sequence[Figure]:
    number = reads.number_open(session)
    words = ngettext("equipment request waits", "equipment requests wait", number)
    return [Figure(words, number, ICON, "warn", PAGE)]


def _hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    return [
        Hit(
            f"{titled(each.request)} · {each.request.applicant}",
            " · ".join((what_in_words(each), state_in_words(each.request.state))),
            ICON,
            EquipmentRequest,
            each.id,
        )
        for each in reads.entries(session, keys)
    ]


def _receipts(receipts: Sequence[reads.Receipt], language: str) -> "Binder":
    from craftdesk.features.equipment.documents.receipt import receipts as laid_out  # noqa: PLC0415 - not needed to start

    return laid_out(receipts, language)


FEATURE = Feature(
    "equipment",
    pages=(Page(PAGE, N_("Equipment requests"), ICON, EquipmentPage, (EquipmentRequest,)),),
    panels=(Panel(Artisan, N_("Equipment requests"), ICON, ArtisanRequests),),
    papers=(Paper(RECEIPT, N_("Deposit receipt"), EquipmentRequest, reads.receipts, _receipts),),
    waiting=_waiting,
    figures=_figures,
    finders=(Finder(EquipmentRequest, _hits),),
)
