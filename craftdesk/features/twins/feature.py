"""The card of twins."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Finder, Page
from craftdesk.desk.later import Later

TABLE = "joined_twin"
later = partial(Later, "craftdesk.features.twins")

FEATURE = Feature(
    "twins",
    pages=(Page("twins", N_("Twins"), "ph.users", later("ui.twins_page", "TwinsPage")),),
    waiting=later("ui.telling", "waiting"),
    finders=(Finder(TABLE, later("ui.telling", "hits")),),
)
