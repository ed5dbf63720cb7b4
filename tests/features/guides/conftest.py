from datetime import date

import pytest

from craftdesk.features.office.models import Activity
from craftdesk.features.roster.models import Artisan, Sex


def add_artisan(database, code="0301001", **values):
    """An invented jeweller; `values` replace or add."""
    with database.writing() as session:
        session.entitle("Added")
        activity = session.query(Activity).filter_by(code=code).one()
        known = {
            "family_ar": "بوجلال",
            "given_ar": "سمير",
            "family_la": "BOUDJELLAL",
            "given_la": "Samir",
            "sex": Sex.MALE,
            "birth_date": date(1980, 11, 28),
            "birth_place": "باتنة",
            "card_no": "05A002418",
            "phone": "0661241807",
            "home_commune_id": "0501",
            "started_on": date(2026, 12, 1),
            "activity_id": activity.id,
        }
        artisan = Artisan(**(known | values))
        session.add(artisan)
        session.flush()
        return artisan.id


@pytest.fixture
def jeweller(office):
    return add_artisan(office)
