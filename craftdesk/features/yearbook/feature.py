"""The card of the year in figures."""

from functools import partial

from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Option, Page, Paper
from craftdesk.desk.later import Later

ICON = "ph.chart-bar"
later = partial(Later, "craftdesk.features.yearbook")

FEATURE = Feature(
    "yearbook",
    pages=(Page("yearbook", N_("Year in figures"), ICON, later("ui.book_page", "BookPage")),),
    papers=(
        Paper(
            "year-in-figures",
            N_("Year in figures"),
            "chamber",
            later("reads", "year_in_figures"),
            later("documents", "year_paper"),
            options={"year": Option(Field(N_("Year"), Script.DIGITS, Kind.NUMBER))},
        ),
    ),
)
