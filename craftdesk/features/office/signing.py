"""Who signs a paper of the office: the director, or somebody in the director's place."""

from typing import NamedTuple

from craftdesk.base.i18n import _
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.features.office.signings import SIGNINGS, Signing


class Signer(NamedTuple):
    """As what a paper is signed, in words, and the name below it."""

    title: str
    name: str


def signer(office: OfficeOnDay, signed_as: str | None = None, signed_by: str | None = None) -> Signer:
    """The director where nobody else is named; for the director signs whoever is named, or writes his name by hand."""
    chosen = Signing(signed_as or Signing.DIRECTOR)
    usual = "" if chosen is Signing.DELEGATED else office.director()
    return Signer(_(SIGNINGS[chosen]), (signed_by or "").strip() or usual)
