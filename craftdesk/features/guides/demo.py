"""The guides of the demo office: given to jewellers and coppersmiths who begin, in the weeks before its day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from craftdesk.base.i18n import N_
from craftdesk.data.session import Session
from craftdesk.features.guides import writes
from craftdesk.features.guides.rules import case_of
from craftdesk.features.roster.models import Artisan, Metal

GIVEN = ((Metal.SILVER, 3), (Metal.GOLD, 9), (Metal.NONE, 16), (Metal.SILVER, 30))
"""The metal of each guide's artisan, and how many days ago it was given."""


def fill(session: Session, artisans: Sequence[Artisan], day: date) -> None:
    """Give a guide to one artisan for each line of `GIVEN`, each beginning a week after the guide.

    The artisans come with their activities.
    """
    session.entitle(N_("Guides of the demo office"))
    left = list(artisans)
    for metal, ago in GIVEN:
        given_on = day - timedelta(ago)
        fitting = (each for each in left if case_of(each, given_on).metal is metal)
        artisan = next(fitting, None)
        if artisan is not None:
            left.remove(artisan)
            case = replace(case_of(artisan, given_on), started_on=given_on + timedelta(7))
            writes.give_guide(session, case, artisan.id, "ar")
