"""Office files with as many artisans as a benchmark wants, kept in build/bench so that they are filled once."""

import inspect
from hashlib import sha256
from pathlib import Path

from sqlalchemy.schema import CreateIndex, CreateTable

from craftdesk.app.tables import TABLES
from craftdesk.base import folding, particles, sounds
from craftdesk.data import search
from craftdesk.data.database import Database
from craftdesk.data.model import Model
from craftdesk.features.office import reads, writes
from craftdesk.features.office.models import Activity
from craftdesk.features.roster.models import Artisan
from installer.bench._people import People

FOLDER = Path(__file__).parents[2] / "build/bench"
AT_ONCE = 20_000
COMMUNES = 61
CODES = [f"{sector:02}{number:05}" for sector in (1, 3, 5, 7, 16, 23) for number in range(1, 13)]
"""Twelve activities in each of six sectors."""
KNOWN = TABLES
"""An office file gets the tables that are known when it is made: all of the program."""


def filled(size: int) -> Path:
    """The file of an office of Batna with so many artisans; the same people every time."""
    office = FOLDER / f"office-{_tables()}-{size}.craftdesk"
    if not office.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        fresh = office.with_suffix(".new")
        for rest in FOLDER.glob(f"{fresh.name}*"):
            rest.unlink()
        fill(fresh, size)
        fresh.rename(office)
    return office


def _tables() -> str:
    """Another name where the tables, or the words that are searched for, are others than when a file was filled."""
    tables = Model.metadata.sorted_tables
    every = [str(CreateTable(table)) for table in tables]
    every += sorted(str(CreateIndex(index)) for table in tables for index in table.indexes)
    every += [inspect.getsource(module) for module in (folding, particles, sounds, search)]
    return sha256("".join(every).encode()).hexdigest()[:8]


def make_office(path: Path) -> Database:
    """An office of Batna without artisans."""
    database = Database(path, who="bench")
    with database.writing() as session:
        writes.make_office(session, reads.usual_details("05"))
    return database


def fill(path: Path, size: int) -> None:
    """Make an office of Batna with so many artisans."""
    database = make_office(path)
    with database.writing() as session:
        session.entitle("Activities entered for a measurement")
        named = [{"code": code, "name_ar": f"حرفة {code}", "name_fr": f"Métier {code}"} for code in CODES]
        activities = session.add_rows(Activity, named)
        communes = [place.commune.id for place in reads.communes(session, "", limit=COMMUNES)]
    people = People(communes, activities).rows(size)
    for start in range(0, size, AT_ONCE):
        with database.writing() as session:
            session.entitle("Artisans entered for a measurement")
            session.add_rows(Artisan, [next(people) for _ in range(min(AT_ONCE, size - start))])
    database.close()
