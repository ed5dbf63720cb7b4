"""What papers ask that the director signs, or somebody in the director's place."""

from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Option
from craftdesk.features.office.signings import SIGNINGS, Signing

SIGNED = {
    "signed_as": Option(Field(N_("Signed as"), kind=Kind.CHOICE, choices=SIGNINGS), Signing.DIRECTOR.value, kept=True),
    "signed_by": Option(Field(N_("Signed by"), hint=N_("the director")), kept=True),
}
