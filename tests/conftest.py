import gc
import os
from collections.abc import Iterator
from itertools import count

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from craftdesk.app.tables import TABLES
from craftdesk.base.i18n import language, use_language
from craftdesk.data.database import Database
from craftdesk.features.office import reads, writes

EVERYTHING = 50
"""Tests between two times at which all waste is looked for."""
_ENDED = count(1)

KNOWN = TABLES
"""An office file gets the tables that are known when it is made."""

ACTIVITIES = """code,name_ar,name_fr
0301001,صناعة الحلي التقليدية من الفضة,Bijoux traditionnels en argent
0301002,صناعة الحلي التقليدية من الذهب,Bijoux traditionnels en or
0303001,صناعة النحاس التقليدي,Dinanderie
0401002,نقش على الخشب,Sculpture sur bois
0201001,الفخار والخزف,Poterie et céramique
0201005,الزجاج الفني,Verre d'art
0501001,الزرابي والنسيج,Tapis et tissage
0501003,نسيج الزرابي,Tissage de tapis
0701001,صناعة الجلود,Cuir
0701002,صناعة الجلود التقليدية,Maroquinerie traditionnelle
1801004,حلاقة رجال,Coiffure hommes
2301001,خياطة,Couture
"""


@pytest.fixture(autouse=True)
def _arabic_screens(tmp_path_factory, monkeypatch) -> Iterator[None]:
    """Every test starts with Arabic screens and a user's folder of its own."""
    monkeypatch.setenv("CRAFTDESK_HOME", str(tmp_path_factory.mktemp("home")))
    before = language()
    use_language("ar")
    yield
    use_language(before)


@pytest.fixture(autouse=True)
def _waste_is_collected_between_tests() -> Iterator[None]:
    """As in the program: never on a thread beside the screens, which may still be at work when a test has ended."""
    gc.disable()
    yield
    gc.collect(1 if next(_ENDED) % EVERYTHING else 2)


@pytest.fixture
def empty_file(tmp_path) -> Iterator[Database]:
    """An office file in which no office was set up."""
    database = Database(tmp_path / "office.craftdesk", who="سميرة")
    yield database
    database.close()


@pytest.fixture
def office(empty_file, tmp_path) -> Database:
    """The office file of the chamber of Batna (05) with the places and twelve activities; nobody on the roster."""
    with empty_file.writing() as session:
        writes.make_office(session, reads.usual_details("05"))
    (tmp_path / "activities.csv").write_text(ACTIVITIES, "utf-8")
    with empty_file.writing() as session:
        writes.import_activities(session, tmp_path / "activities.csv")
    return empty_file


@pytest.fixture
def desk(office, qtbot):
    """The desk of the chamber of Batna."""
    from craftdesk.desk.desk import Desk  # noqa: PLC0415 - tests below the screens run without Qt

    return Desk(office)


@pytest.fixture(params=["ar", "fr"], ids=["rtl", "ltr"])
def direction(request, qapp, _arabic_screens) -> Iterator[str]:
    """The screen in Arabic from right to left, then in French from left to right."""
    from tests.screens import look  # noqa: PLC0415 - tests below the screens run without Qt

    look(request.param)
    yield request.param
    look("ar")
