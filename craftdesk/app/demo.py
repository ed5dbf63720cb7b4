"""The demo office: the clusters' trades with invented people, and what the cluster project did with them."""

from datetime import date
from pathlib import Path
from typing import Any

from craftdesk.app.offices import open_office
from craftdesk.base.dates import on_day
from craftdesk.base.paths import RESOURCES
from craftdesk.data.database import Database
from craftdesk.data.session import Session
from craftdesk.features.certificates import demo as certificates
from craftdesk.features.dossiers import demo as dossiers
from craftdesk.features.equipment import demo as equipment
from craftdesk.features.fees import demo as fees
from craftdesk.features.guides import demo as guides
from craftdesk.features.letters import demo as letters
from craftdesk.features.office import reads as office
from craftdesk.features.office import writes as office_writes
from craftdesk.features.roster import demo as roster
from craftdesk.features.roster import writes as roster_writes
from craftdesk.features.roster.kept import demo as kept_lists
from craftdesk.features.roster.models import Artisan
from craftdesk.features.templates import demo as templates
from craftdesk.features.ties import demo as ties
from craftdesk.features.training import demo as training
from craftdesk.features.twins import demo as twins

CLERK = "سميرة ب."
FILLERS = (
    dossiers.fill,
    fees.fill,
    ties.fill,
    templates.fill,
    training.fill,
    certificates.fill,
    equipment.fill,
    letters.fill,
    guides.fill,
    twins.fill,
    roster.give_out,
    kept_lists.fill,
)
"""Each fills its feature: `fill(session, artisans, day)`, in an action of its own."""


def make(path: Path, day: date) -> Database:
    """Make the demo office in a new file, as it stands on `day`."""
    database = open_office(path, alone=True)
    database.who = CLERK
    with on_day(day):
        with database.writing() as session:
            office_writes.make_office(session, office.usual_details("05"))
        with database.writing() as session:
            office_writes.import_activities(session, RESOURCES / "demo" / "activities.csv")
        with database.writing() as session:
            _name_director(session)
        with database.writing() as session:
            artisans = roster.fill(session, day)
        for fill in FILLERS:
            with database.writing() as session:
                fill(session, artisans, day)
        _leave_traces(database, artisans)
    return database


def _name_director(session: Session) -> None:
    head = office.letterheads(session)[0]
    office_writes.save_letterhead(session, head.id, {"director_ar": "بلميهوب رشيد", "director_fr": "Belmihoub Rachid"})
    office_writes.save_chamber(
        session, {"phone": "033 80 11 22", "address_ar": "حي الزمالة، باتنة", "address_fr": "Cité Zmala, Batna"}
    )


def _leave_traces(database: Database, artisans: list[Artisan]) -> None:
    """Some changes of a morning's work, so that histories, journal and bin are not empty."""
    moved, grown, doubled = artisans[3], artisans[11], artisans[-1]
    edits: tuple[tuple[str, dict[str, Any]], ...] = (
        (moved.id, {"phone": "0661120784", "home_address": "حي المجاهدين، رقم 14"}),
        (grown.id, {"workers": 2, "apprentices": 1}),
        (moved.id, {"remarks": "يدرّب متربصين اثنين منذ بداية السنة"}),
    )
    for key, values in edits:
        with database.writing() as session:
            roster_writes.save_artisan(session, key, values)
    with database.writing() as session:
        copy = {"family_ar": doubled.family_ar, "given_ar": doubled.given_ar, "birth_date": doubled.birth_date}
        twin = roster_writes.save_artisan(session, None, copy)
    with database.writing() as session:
        roster_writes.delete_artisans(session, [twin])
