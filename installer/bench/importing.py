"""Taking over a list of artisans (read, judge, write, commit), against reading its file alone with python-calamine."""

import random
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import python_calamine
import xlsxwriter

from craftdesk.app.tables import TABLES
from craftdesk.data.database import Database
from craftdesk.features.office import reads
from craftdesk.features.roster.importing import preview
from craftdesk.features.roster.models import Sex
from craftdesk.features.roster.taking_over import take_over
from installer.bench import _offices
from installer.bench._people import People
from installer.benchmarks import Result, result

SIZES = [20_000]
ROUNDS = 5
KNOWN = TABLES
HEADINGS = (
    *("الرقم", "اللقب", "الاسم", "Nom", "Prénom", "الجنس", "تاريخ الميلاد", "رقم التعريف الوطني", "البلدية", "الهاتف"),
    *("رمز النشاط", "النشاط", "رقم السجل", "رقم البطاقة", "تاريخ التسجيل"),
)
TITLES = 4
SEXES = {Sex.MALE: "ذكر", Sex.FEMALE: "أنثى"}


def run(sizes: Sequence[int] | None) -> list[Result]:
    return [_against_reading(size) for size in sizes or SIZES]


def _against_reading(size: int) -> Result:
    """Both in turns, the middle of five, every time into a new office."""
    with tempfile.TemporaryDirectory() as folder:
        office, file = _office_and_file(Path(folder), size)
        times = [(_ours(office, file), _seconds(lambda: _read_alone(file))) for _round in range(ROUNDS)]
    mine, peers = zip(*times, strict=True)
    return result("import", size, ours=median(mine), peer=median(peers), peer_name="python-calamine reads the file")


def _ours(office: Path, file: Path) -> float:
    fresh = Path(shutil.copy(office, office.with_name("fresh.craftdesk")))
    database = Database(fresh)
    seconds = _seconds(lambda: _take_over(database, file))
    database.close()
    for rest in fresh.parent.glob(f"{fresh.name}*"):
        rest.unlink()
    return seconds


def _take_over(database: Database, file: Path) -> None:
    with database.reading() as session:
        looked = preview(session, file)
    with database.writing() as session:
        take_over(session, looked)


def _read_alone(file: Path) -> None:
    python_calamine.CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _office_and_file(folder: Path, size: int) -> tuple[Path, Path]:
    """An office without artisans, and a list of people in its communes and trades."""
    office = folder / "office.craftdesk"
    _offices.fill(office, 0)
    database = Database(office)
    with database.reading() as session:
        communes = {place.id: place.commune.name_ar for place in reads.communes(session, "", limit=61)}
        activities = {each.id: (each.code, each.name_ar) for each in reads.activities(session)}
    people = People(list(communes), list(activities)).rows(size)
    file = folder / "list.xlsx"
    _write(file, [_line(number, person, communes, activities) for number, person in enumerate(people, 1)])
    database.close()
    return office, file


def _line(
    number: int, person: dict[str, Any], communes: dict[str, str], activities: dict[str, tuple[str, str]]
) -> list[Any]:
    """A line as offices have it; one in twenty-five has a cell that must be put right or waits."""
    chance = random.Random(number)
    day = date(2008, 1, 1) + timedelta(chance.randrange(6000))
    line = [
        *(number, person["family_ar"], person["given_ar"], person["family_la"], person["given_la"]),
        *(SEXES[person["sex"]], person["birth_date"], person["nin"], communes[person["home_commune_id"]]),
        *(person["phone"], *activities[person["activity_id"]], person["register_no"], person["card_no"], day),
    ]
    faults: list[tuple[int, Any]] = [
        *((1, f" {person['family_ar']}ـ "), (6, "31/02/1985"), (7, person["nin"][:15])),
        *((8, "بلدية غير معروفة"), (9, int(person["phone"])), (6, "12 جوان 1948")),
    ]
    place, cell = chance.choice(faults) if chance.random() < 0.04 else (0, number)
    line[place] = cell
    return line


def _write(file: Path, lines: Sequence[Sequence[Any]]) -> None:
    book = xlsxwriter.Workbook(str(file), {"default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("السجل")
    sheet.write(0, 0, "قائمة الحرفيين المسجلين")
    for place, cells in enumerate((HEADINGS, *lines), TITLES):
        sheet.write_row(place, 0, cells)
    book.close()
