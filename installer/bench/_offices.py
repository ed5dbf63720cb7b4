"""Office files with as many artisans as a benchmark wants, kept in build/bench so that they are filled once."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy.schema import CreateTable

from craftdesk.app.tables import TABLES
from craftdesk.data.database import Database
from craftdesk.data.model import Model
from craftdesk.features.office import reads, writes
from craftdesk.features.roster.models import Artisan, Form, Rank, Sex, Status, derived

FOLDER = Path(__file__).parents[2] / "build/bench"
AT_ONCE = 10_000
KNOWN = TABLES
"""An office file gets the tables that are known when it is made: all of the program."""
# Invented beginnings and endings make enough family names for half a million people.
STARTS = {
    "بو": "Bou",
    "بن ": "Ben",
    "عبد ال": "Abdel",
    "آيت ": "Ait ",
    "حاج ": "Hadj ",
    "سي ": "Si ",
    "": "",
    "ولد ": "Ould ",
}
MIDDLES = {
    "جلال": "djellal",
    "زيد": "zid",
    "مراد": "mourad",
    "رحال": "rahal",
    "شريف": "cherif",
    "علي": "ali",
    "خليف": "khelif",
    "معزة": "maza",
    "قرن": "guern",
    "ساحل": "sahel",
    "عمر": "amar",
    "ضياف": "diaf",
    "طالب": "taleb",
    "حفص": "hafs",
    "شعير": "chair",
    "دريس": "dris",
    "سعد": "saad",
    "رابح": "rabah",
    "فريد": "ferid",
    "نوار": "nouar",
    "غانم": "ghanem",
}
ENDS = {"": "", "ي": "i", "وي": "aoui", "اني": "ani", "ة": "a", "ون": "oun", "ين": "ine"}
MEN = {
    "سمير": "Samir",
    "يوسف": "Youcef",
    "كمال": "Kamel",
    "رضا": "Réda",
    "إبراهيم": "Brahim",
    "حسين": "Hocine",
    "عمار": "Amar",
    "مصطفى": "Mustapha",
}
WOMEN = {
    "سميرة": "Samira",
    "نادية": "Nadia",
    "فاطمة": "Fatma",
    "حياة": "Hayet",
    "أمينة": "Amina",
    "زهرة": "Zohra",
    "خديجة": "Khadidja",
    "مليكة": "Malika",
}


def filled(size: int) -> Path:
    """The file of an office of Batna with so many artisans; the same people every time."""
    office = FOLDER / f"office-{_tables()}-{size}.craftdesk"
    if not office.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        fresh = office.with_suffix(".new")
        for rest in FOLDER.glob(f"{fresh.name}*"):
            rest.unlink()
        _fill(fresh, size)
        fresh.rename(office)
    return office


def _tables() -> str:
    """Another name where the tables are others than those of a file that was filled before."""
    every = [str(CreateTable(table)) for table in Model.metadata.sorted_tables]
    return sha256("".join(every).encode()).hexdigest()[:8]


def _fill(office: Path, size: int) -> None:
    database = Database(office)
    with database.writing() as session:
        writes.make_office(session, reads.usual_details("05"))
    people = _people(size)
    for start in range(0, size, AT_ONCE):
        with database.writing() as session:
            session.entitle("Artisans entered for a measurement")
            session.add_rows(Artisan, [next(people) for _ in range(min(AT_ONCE, size - start))])
    database.close()


def _people(size: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(5)
    families = [
        (a + b + c, (x + y + z).title()) for a, x in STARTS.items() for b, y in MIDDLES.items() for c, z in ENDS.items()
    ]
    given = {Sex.MALE: list(MEN.items()), Sex.FEMALE: list(WOMEN.items())}
    for number in range(1, size + 1):
        sex = chance.choice(list(Sex))
        yield _person(number, sex, chance.choice(families), chance.choice(given[sex]), chance)


def _person(
    number: int, sex: Sex, family: tuple[str, str], given: tuple[str, str], chance: random.Random
) -> dict[str, Any]:
    names = {"family_ar": family[0], "family_la": family[1], "given_ar": given[0], "given_la": given[1]}
    return {
        **names,
        **derived(names),
        "sex": sex,
        "birth_date": date(1950, 1, 1) + timedelta(days=chance.randrange(20_000)),
        "nin": f"{chance.randrange(10**17, 2 * 10**17)}",
        "phone": f"06{chance.randrange(10**8):08}",
        "register_no": f"05/2026/{number:06}",
        "home_commune_id": f"05{chance.randrange(1, 62):02}",
        "form": Form.INDIVIDUAL,
        "rank": Rank.ARTISAN,
        "status": Status.REGISTERED,
    }
