"""The card of letters."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Finder, Listing, Page, Panel, Paper
from craftdesk.desk.later import Later
from craftdesk.features.roster.holdings import holds

ICON = "ph.envelope-simple"
TABLE = "letter"
later = partial(Later, "craftdesk.features.letters")

holds("letters", later("holding", "letters"))

FEATURE = Feature(
    "letters",
    pages=(Page("letters", N_("Letters"), ICON, later("ui.letters_page", "LettersPage"), (TABLE,)),),
    panels=(
        Panel("artisan", N_("Letters"), ICON, later("ui.artisan_panel", "ArtisanLetters"), (N_("Letter"), "letters")),
    ),
    papers=(
        Paper("letter", N_("Letter"), TABLE, later("reads", "printables"), later("documents", "letters"), languages=()),
    ),
    finders=(Finder(TABLE, later("ui.telling", "hits")),),
    lists=(
        Listing(
            "letters",
            N_("Letters"),
            "letters",
            later("giving", "columns"),
            later("giving", "ask"),
            later("giving", "person"),
            understood=later("giving", "understood"),
        ),
    ),
)
