"""The card of the figures; their page stands beside the year's."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Paper
from craftdesk.desk.later import Later
from craftdesk.features.figures.paper_options import OPTIONS, PAPER
from craftdesk.features.roster.narrowers import Narrower, narrows

later = partial(Later, "craftdesk.features.figures")

narrows(
    Narrower(
        "stood", N_("As on a day"), later("standing", "pick"), later("standing", "offer"), later("standing", "words")
    )
)

FEATURE = Feature(
    "figures",
    papers=(
        Paper(
            PAPER,
            N_("Figures of the roster"),
            "artisan",
            later("reads", "figures_paper"),
            later("documents", "figures_paper"),
            options=OPTIONS,
        ),
    ),
)
