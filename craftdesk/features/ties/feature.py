"""The card of ties: families, masters and apprentices, cooperatives and enterprises, other names."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Finder, Page, Panel
from craftdesk.desk.later import Later
from craftdesk.features.roster.holdings import holds
from craftdesk.features.roster.narrowers import Narrower, narrows

ICON, TIES_ICON = "ph.handshake", "ph.tree-structure"
BODY, NAME = "craft_body", "other_name"
later = partial(Later, "craftdesk.features.ties")

holds("ties", later("holding", "ties"))
narrows(
    Narrower(
        "body",
        N_("Cooperative or enterprise"),
        later("filters", "members"),
        later("filters", "bodies"),
        later("filters", "body_words"),
    )
)

FEATURE = Feature(
    "ties",
    pages=(Page("bodies", N_("Cooperatives"), ICON, later("ui.bodies_page", "BodiesPage"), (BODY, NAME)),),
    panels=(Panel("artisan", N_("Family and belonging"), TIES_ICON, later("ui.artisan_panel", "ArtisanTies")),),
    finders=(Finder(BODY, later("ui.telling", "hits")), Finder(NAME, later("ui.telling", "name_hits"))),
)
