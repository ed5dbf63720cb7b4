"""The card of the figures; their page stands beside the year's."""

from functools import partial

from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Option, Paper
from craftdesk.desk.later import Later
from craftdesk.features.figures.rules import ACROSS, BYS, MEASURES
from craftdesk.features.roster.narrowers import Narrower, narrows

PAPER = "roster-figures"
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
            options={
                "by": Option(Field(N_("By what"), kind=Kind.CHOICE, choices=BYS)),
                "across": Option(Field(N_("Across what"), kind=Kind.CHOICE, choices=ACROSS)),
                "measure": Option(Field(N_("What is counted"), kind=Kind.CHOICE, choices=MEASURES)),
                "day": Option(Field(N_("On the day"), Script.DIGITS, Kind.DATE)),
                "first": Option(Field(N_("Period from"), Script.DIGITS, Kind.DATE)),
                "last": Option(Field(N_("Period to"), Script.DIGITS, Kind.DATE)),
            },
        ),
    ),
)
