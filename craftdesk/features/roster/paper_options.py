"""What the papers of the roster ask when they are printed."""

from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_, _
from craftdesk.desk.feature import Option

ADDRESSES = {"home": N_("Home address"), "work": N_("Address of activity")}
SHEETS = {
    "70x37": N_("3 × 8 labels of 70 × 37 mm"),
    "70x42": N_("3 × 7 labels of 70 × 42.3 mm"),
    "99x38": N_("2 × 7 labels of 99.1 × 38.1 mm"),
    "64x38": N_("3 × 7 labels of 63.5 × 38.1 mm"),
    "105x37": N_("2 × 8 labels of 105 × 37 mm"),
    "99x68": N_("2 × 4 labels of 99.1 × 67.7 mm"),
}
ENVELOPES = {"DL": N_("DL, 220 × 110 mm"), "C5": N_("C5, 229 × 162 mm")}


def counted_from_one(value: object) -> str | None:
    """What is wrong with the number of the first free label or card."""
    return None if isinstance(value, int) and value > 0 else _("The places on a sheet are counted from 1.")


FIRST = Option(
    Field(N_("First free place"), Script.DIGITS, Kind.NUMBER, counted_from_one, hint=N_("counted as one reads")), 1
)
_ADDRESS = Option(Field(N_("Address"), kind=Kind.CHOICE, choices=ADDRESSES), "home", kept=True)
LABELS = {
    "paper": Option(Field(N_("Sheet of labels"), kind=Kind.CHOICE, choices=SHEETS), "70x37", kept=True),
    "first": FIRST,
    "address": _ADDRESS,
}
ENVELOPE = {
    "paper": Option(Field(N_("Envelope"), kind=Kind.CHOICE, choices=ENVELOPES), "DL", kept=True),
    "address": _ADDRESS,
}
