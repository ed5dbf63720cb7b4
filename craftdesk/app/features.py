"""The features of this program, in the order of the side bar."""

from collections.abc import Iterator

from craftdesk.desk.feature import Feature, Listing, Page, Paper
from craftdesk.features.certificates.feature import FEATURE as CERTIFICATES
from craftdesk.features.dossiers.feature import FEATURE as DOSSIERS
from craftdesk.features.equipment.feature import FEATURE as EQUIPMENT
from craftdesk.features.fees.feature import FEATURE as FEES
from craftdesk.features.figures.feature import FEATURE as FIGURES
from craftdesk.features.guides.feature import FEATURE as GUIDES
from craftdesk.features.letters.feature import FEATURE as LETTERS
from craftdesk.features.office.feature import FEATURE as OFFICE
from craftdesk.features.roster.feature import FEATURE as ROSTER
from craftdesk.features.templates.feature import FEATURE as TEMPLATES
from craftdesk.features.ties.feature import FEATURE as TIES
from craftdesk.features.training.feature import FEATURE as TRAINING
from craftdesk.features.twins.feature import FEATURE as TWINS
from craftdesk.features.yearbook.feature import FEATURE as YEARBOOK

FEATURES: tuple[Feature, ...] = (
    ROSTER,
    DOSSIERS,
    FEES,
    TIES,
    TRAINING,
    CERTIFICATES,
    EQUIPMENT,
    LETTERS,
    GUIDES,
    FIGURES,
    YEARBOOK,
    TWINS,
    TEMPLATES,
    OFFICE,
)


def papers() -> Iterator[Paper]:
    """The papers of all features."""
    return (paper for feature in FEATURES for paper in feature.papers)


def pages() -> Iterator[Page]:
    """The pages of all features."""
    return (page for feature in FEATURES for page in feature.pages)


def lists() -> Iterator[Listing]:
    """The lists of all features that leave as files."""
    return (listing for feature in FEATURES for listing in feature.lists)
