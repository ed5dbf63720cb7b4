"""The card of the roster."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Finder, Listing, Page, Paper
from craftdesk.desk.later import Later
from craftdesk.features.office.paper_options import SIGNED
from craftdesk.features.roster.paper_options import ENVELOPE, LABELS

PAGE = "roster"
later = partial(Later, "craftdesk.features.roster")

FEATURE = Feature(
    PAGE,
    pages=(Page(PAGE, N_("Artisans"), "ph.users-three", later("ui.roster_page", "RosterPage"), ("artisan",)),),
    papers=(
        Paper(
            "roster-list",
            N_("List of artisans"),
            "artisan",
            later("printing", "list_matter"),
            later("documents.lists", "roster_list"),
        ),
        Paper(
            "artisan-sheet",
            N_("Artisan's sheet"),
            "artisan",
            later("printing", "sheet_matters"),
            later("documents.sheet", "artisan_sheets"),
            recipients=later("recipients", "recipients"),
        ),
        Paper(
            "register-extract",
            N_("Register extract"),
            "artisan",
            later("printing", "extract_matters"),
            later("documents.extract", "register_extracts"),
            options=SIGNED,
            recipients=later("recipients", "entered"),
        ),
        Paper(
            "address-labels",
            N_("Address labels"),
            "artisan",
            later("printing", "post_matter"),
            later("documents.post", "address_labels"),
            options=LABELS,
            recipients=later("recipients", "recipients"),
        ),
        Paper(
            "envelope",
            N_("Envelopes"),
            "artisan",
            later("printing", "post_matter"),
            later("documents.post", "envelopes"),
            options=ENVELOPE,
            recipients=later("recipients", "recipients"),
        ),
    ),
    waiting=later("ui.telling", "waiting"),
    figures=later("ui.telling", "figures"),
    shares=later("ui.telling", "shares"),
    finders=(Finder("artisan", find=later("ui.telling", "hits")),),
    lists=(
        Listing(
            "artisans",
            N_("Artisans"),
            "roster.people",
            later("giving", "columns"),
            later("giving", "ask"),
            later("giving", "person"),
            understood=later("giving", "understood"),
        ),
    ),
)
