"""What the papers of a session ask when they are printed."""

from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Option
from craftdesk.features.roster.paper_options import FIRST

SIZES = {
    "90x54": N_("2 × 5 badges of 90 × 54 mm"),
    "85x55": N_("2 × 5 badges of 85 × 55 mm"),
    "90x65": N_("2 × 4 badges of 90 × 65 mm"),
}
BADGES = {
    "size": Option(Field(N_("Sheet of badges"), kind=Kind.CHOICE, choices=SIZES), "90x54", kept=True),
    "first": FIRST,
}
