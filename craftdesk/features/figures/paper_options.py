"""What the figures ask, on their page and on their paper."""

from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Option
from craftdesk.features.figures.rules import ACROSS, BYS, MEASURES

PAPER = "roster-figures"
OPTIONS = {
    "by": Option(Field(N_("By what"), kind=Kind.CHOICE, choices=BYS)),
    "across": Option(Field(N_("Across what"), kind=Kind.CHOICE, choices=ACROSS)),
    "day": Option(Field(N_("On the day"), Script.DIGITS, Kind.DATE)),
    "first": Option(Field(N_("Period from"), Script.DIGITS, Kind.DATE)),
    "last": Option(Field(N_("Period to"), Script.DIGITS, Kind.DATE)),
    "measure": Option(Field(N_("What is counted"), kind=Kind.CHOICE, choices=MEASURES)),
}
