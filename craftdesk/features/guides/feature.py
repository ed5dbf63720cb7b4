"""The card of the guides."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Page, Panel, Paper
from craftdesk.features.guides import reads
from craftdesk.features.guides.models import GivenGuide
from craftdesk.features.guides.ui.giving import PAPER
from craftdesk.features.guides.ui.guides_page import GuidesPage
from craftdesk.features.guides.ui.guides_panel import PAGE, GuidesPanel
from craftdesk.features.roster.models import Artisan

if TYPE_CHECKING:
    from craftdesk.pdf.document import Binder


def _tax_guides(matters: Sequence[reads.GuideMatter], language: str) -> "Binder":
    from craftdesk.features.guides.documents import tax_guides  # noqa: PLC0415 - papers are not needed to start

    return tax_guides(matters, language)


FEATURE = Feature(
    "guides",
    pages=(Page(PAGE, N_("Guides"), "ph.book-open", GuidesPage),),
    panels=(Panel(Artisan, N_("Guides"), "ph.book-open", GuidesPanel),),
    papers=(Paper(PAPER, N_("Guide to registering for tax"), GivenGuide, reads.matters, _tax_guides, also=(Artisan,)),),
)
