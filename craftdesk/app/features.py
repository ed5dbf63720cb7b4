"""The features of this program, in the order of the side bar."""

from collections.abc import Iterator

from craftdesk.desk.feature import Feature, Page, Paper
from craftdesk.features.office.feature import FEATURE as OFFICE

FEATURES: tuple[Feature, ...] = (OFFICE,)


def papers() -> Iterator[Paper]:
    """The papers of all features."""
    return (paper for feature in FEATURES for paper in feature.papers)


def pages() -> Iterator[Page]:
    """The pages of all features."""
    return (page for feature in FEATURES for page in feature.pages)
