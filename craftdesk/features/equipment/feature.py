"""The card of equipment requests."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Finder, Listing, Page, Panel, Paper
from craftdesk.desk.later import Later
from craftdesk.features.equipment.paper_options import DECISION, DELIVERY, MINUTES
from craftdesk.features.roster.holdings import holds
from craftdesk.features.roster.narrowers import Narrower, narrows

ICON = "ph.toolbox"
TABLE = "equipment_request"
later = partial(Later, "craftdesk.features.equipment")

holds("equipment", later("holding", "requests"))
narrows(Narrower("funded", N_("Funded with equipment"), later("filters", "funded")))

FEATURE = Feature(
    "equipment",
    pages=(Page("equipment", N_("Equipment requests"), ICON, later("ui.equipment_page", "EquipmentPage"), (TABLE,)),),
    panels=(Panel("artisan", N_("Equipment requests"), ICON, later("ui.artisan_panel", "ArtisanRequests")),),
    papers=(
        Paper(
            "equipment-receipt",
            N_("Deposit receipt"),
            TABLE,
            later("reads", "receipts"),
            later("documents.receipt", "receipts"),
        ),
        Paper(
            "equipment-decision",
            N_("Letter about the decision"),
            TABLE,
            later("printing", "letters"),
            later("documents.decision", "decision_letters"),
            options=DECISION,
        ),
        Paper(
            "equipment-minutes",
            N_("Minutes of the committee"),
            TABLE,
            later("printing", "sittings"),
            later("documents.minutes", "minutes"),
            options=MINUTES,
        ),
        Paper(
            "equipment-delivery",
            N_("Delivery form"),
            TABLE,
            later("printing", "deliveries"),
            later("documents.delivery", "delivery_forms"),
            options=DELIVERY,
        ),
    ),
    waiting=later("ui.telling", "waiting"),
    figures=later("ui.telling", "figures"),
    finders=(Finder(TABLE, later("ui.telling", "hits")),),
    lists=(
        Listing(
            "requests",
            N_("Equipment requests"),
            "equipment.requests",
            later("giving", "columns"),
            later("giving", "ask"),
            later("giving", "person"),
            understood=later("giving", "understood"),
        ),
    ),
)
