from datetime import date

import pytest

from craftdesk.data.database import Database
from craftdesk.features.roster.models import Artisan, Sex
from craftdesk.features.training.writes import people, planning
from craftdesk.features.training.writes.planning import Plan

FAMILIES = ["بن نادر", "بن موسى", "بن مهدي", "بن فوزي", "بن أنس", "آيت مسعود", "بونجاح", "زيار", "بن هاشم", "حراث"]
LATIN = [
    "Bennadir",
    "Benmoussa",
    "Benmehdi",
    "Benfaouzi",
    "Benanas",
    "Aït Messaoud",
    "Bounedjah",
    "Ziar",
    "Benhachem",
    "Harrath",
]
GIVEN = [
    ("شاهين", "Chahine", "m"),
    ("آسيا", "Assia", "f"),
    ("عمر", "Omar", "m"),
    ("زكية", "Zakia", "f"),
    ("مقداد", "Mokdad", "m"),
    ("كنزة", "Kenza", "f"),
]


def artisan(number: int) -> Artisan:
    given = GIVEN[number % len(GIVEN)]
    return Artisan(
        family_ar=FAMILIES[number % 10],
        given_ar=given[0],
        family_la=LATIN[number % 10],
        given_la=given[1],
        sex=Sex(given[2]),
        nin=f"1100500{number:011d}",
        phone=f"0661{number:06d}",
        card_no=f"05/{number:05d}",
    )


def add_artisans(database: Database, number: int) -> list[str]:
    with database.writing() as session:
        session.entitle("Added")
        made = [artisan(each) for each in range(number)]
        session.add_all(made)
    return [each.id for each in made]


def make_session(database: Database, people_number: int = 20, **plan) -> str:
    """The three-day course of the sketch, with so many artisans enrolled."""
    wanted = {
        "first_day": date(2026, 11, 14),
        "days": 3,
        "subject_ar": "التصميم والرسم في الحلي التقليدي",
        "subject_fr": "Design et dessin dans le bijou traditionnel",
        "hours": 18,
        "place_ar": "دار الصناعة التقليدية باتنة",
        "place_fr": "Maison de l'artisanat de Batna",
        "skip_weekend": False,
        **plan,
    }
    with database.writing() as session:
        key = planning.plan_session(session, Plan(**wanted))
    if people_number:
        keys = add_artisans(database, people_number)
        with database.writing() as session:
            people.enrol(session, key, keys)
    return key


@pytest.fixture
def course(office) -> str:
    return make_session(office)
