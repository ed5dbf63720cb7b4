"""The card of fees."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Finder, Page, Panel, Paper
from craftdesk.desk.later import Later
from craftdesk.features.roster.holdings import holds

ICON = "ph.money"
TABLE = "fee_receipt"
later = partial(Later, "craftdesk.features.fees")

holds("fees", later("holding", "receipts"))

FEATURE = Feature(
    "fees",
    pages=(Page("fees", N_("Fees"), ICON, later("ui.fees_page", "FeesPage"), (TABLE,)),),
    panels=(
        Panel("artisan", N_("Fees"), ICON, later("ui.artisan_panel", "ArtisanFees"), (N_("Payment receipt"), "fees")),
    ),
    papers=(
        Paper(
            "fee-receipt",
            N_("Payment receipt"),
            TABLE,
            later("reads", "printables"),
            later("documents", "receipts"),
        ),
        Paper(
            "fee-journal",
            N_("List of receipts"),
            TABLE,
            later("reads", "journal"),
            later("documents", "journal"),
        ),
    ),
    figures=later("ui.telling", "figures"),
    finders=(Finder(TABLE, later("ui.telling", "hits")),),
)
