"""The card of the office."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Finder, Listing
from craftdesk.desk.later import Later

later = partial(Later, "craftdesk.features.office")

FEATURE = Feature(
    "office",
    waiting=later("ui.telling", "waiting"),
    finders=(Finder("activity", later("ui.telling", "hits")),),
    lists=(
        Listing(
            "activities",
            N_("List of activities"),
            "activities",
            later("giving", "activity_columns"),
            later("giving", "ask_activities"),
            personal=False,
        ),
        Listing(
            "disclosures",
            N_("Data given out"),
            "disclosures",
            later("giving", "disclosure_columns"),
            later("giving", "ask_disclosures"),
            personal=False,
        ),
    ),
)
