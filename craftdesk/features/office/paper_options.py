"""What papers ask that the director signs, or somebody in the director's place."""

from typing import NamedTuple

from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_, _
from craftdesk.desk.feature import Option
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.features.office.wording import SIGNINGS, Signing

SIGNED = {
    "signed_as": Option(Field(N_("Signed as"), kind=Kind.CHOICE, choices=SIGNINGS), Signing.DIRECTOR.value, kept=True),
    "signed_by": Option(Field(N_("Signed by"), hint=N_("the director")), kept=True),
}


class Signer(NamedTuple):
    """As what a paper is signed, in words, and the name below it."""

    title: str
    name: str


def signer(office: OfficeOnDay, signed_as: str | None = None, signed_by: str | None = None) -> Signer:
    """Who signs: the director where nobody else is named; for the director signs whoever is named, or a hand."""
    chosen = Signing(signed_as or Signing.DIRECTOR)
    usual = "" if chosen is Signing.DELEGATED else office.director()
    return Signer(_(SIGNINGS[chosen]), (signed_by or "").strip() or usual)
