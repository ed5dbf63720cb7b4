from datetime import date
from typing import Any

import pytest

from craftdesk.data.database import Database
from craftdesk.features.letters import reads, writes
from craftdesk.features.letters.models import Letter
from craftdesk.features.letters.rules import Wanted
from craftdesk.features.office import reads as office_reads
from craftdesk.features.office import writes as office_writes
from tests.features.conftest import TODAY
from tests.features.training.conftest import add_artisans

TEXTS = {
    "recipient": "بوزيد فاطمة الزهراء",
    "address": "حي 500 مسكن، باتنة",
    "topic": "طلب اقتناء عتاد حرفي",
    "body": "يشرفنا أن نعلمكم بموعد الاجتماع.\nوسنوافيكم بمكانه لاحقا.",
}


@pytest.fixture
def artisan_id(office: Database) -> str:
    return add_artisans(office, 3)[1]


@pytest.fixture
def directed(office: Database) -> Database:
    """The office with the name of its director."""
    with office.writing() as session:
        head = office_reads.letterheads(session)[0]
        names = {"director_ar": "بلميهوب رشيد", "director_fr": "BELMIHOUB Rachid"}
        office_writes.save_letterhead(session, head.id, names)
    return office


def write_letter(
    database: Database, day: date = TODAY, language: str = "ar", template: str = "letter", **more: Any
) -> str:
    texts = {**TEXTS, **more.pop("texts", {})}
    with database.writing() as session:
        return writes.save_letter(session, None, Wanted(template, language, day, texts, **more))


def letter_of(database: Database, key: str) -> Letter:
    with database.reading() as session:
        return reads.letter(session, key)
