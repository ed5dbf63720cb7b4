"""The card of the guides."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Page, Panel, Paper
from craftdesk.desk.later import Later
from craftdesk.features.roster.holdings import holds

ICON = "ph.book-open"
later = partial(Later, "craftdesk.features.guides")

holds("guides", later("holding", "guides"))

FEATURE = Feature(
    "guides",
    pages=(Page("guides", N_("Guides"), ICON, later("ui.guides_page", "GuidesPage")),),
    panels=(Panel("artisan", N_("Guides"), ICON, later("ui.guides_panel", "GuidesPanel")),),
    papers=(
        Paper(
            "tax-guide",
            N_("Guide to registering for tax"),
            "given_guide",
            later("reads", "matters"),
            later("documents", "tax_guides"),
            also=("artisan",),
        ),
    ),
)
