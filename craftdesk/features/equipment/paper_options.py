"""What the papers of equipment requests ask when they are printed."""

from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Option
from craftdesk.features.office.paper_options import SIGNED

_AS_KNOWN = N_("as in the steps of the request")
_DAY = Option(Field(N_("Day of the meeting"), Script.DIGITS, Kind.DATE, hint=_AS_KNOWN))
DECISION = {
    "decided_on": _DAY,
    "reason": Option(Field(N_("Reason or condition"), kind=Kind.LONG_TEXT, hint=_AS_KNOWN)),
    **SIGNED,
}
MINUTES = {
    "number": Option(Field(N_("Number of the minutes"), Script.DIGITS)),
    "met_on": _DAY,
    "chair": Option(Field(N_("Chair of the committee"), hint=N_("name, function")), kept=True),
    "members": Option(Field(N_("Members"), kind=Kind.LONG_TEXT, hint=N_("one a line: name, function")), kept=True),
    "remarks": Option(Field(N_("Remarks"), kind=Kind.LONG_TEXT)),
}
DELIVERY = {
    "delivered_on": Option(Field(N_("Delivered on"), Script.DIGITS, Kind.DATE, hint=_AS_KNOWN)),
    "supplier": Option(Field(N_("Supplier"))),
    "invoice": Option(Field(N_("Invoice no."), Script.DIGITS)),
    "years": Option(Field(N_("Years in which it is not given away"), Script.DIGITS, Kind.NUMBER), kept=True),
}
