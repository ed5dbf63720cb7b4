"""The card of the office."""

from functools import partial

from craftdesk.desk.feature import Feature, Finder
from craftdesk.desk.later import Later

later = partial(Later, "craftdesk.features.office")

FEATURE = Feature(
    "office", waiting=later("ui.telling", "waiting"), finders=(Finder("activity", later("ui.telling", "hits")),)
)
