from collections.abc import Sequence
from datetime import date

import pytest

from craftdesk.data.database import Database
from craftdesk.features.equipment import reads, writes
from craftdesk.features.equipment.models import PaperState, RequestKind, RequestState
from craftdesk.features.equipment.rules import RequestFile
from craftdesk.features.equipment.writes import Asked
from tests.features.conftest import TODAY
from tests.features.training.conftest import add_artisans

FURNACE = (Asked("فرن صهر الفضة", 1, 24_000_000), Asked("قوالب غرافيت", 6, 350_000))


@pytest.fixture
def artisan_id(office) -> str:
    return add_artisans(office, 3)[1]


def take_in(
    database: Database, artisan_id: str | None, lines: Sequence[Asked] = FURNACE, day: date = date(2026, 11, 17), **more
) -> str:
    values = {"artisan_id": artisan_id, "kind": RequestKind.ACQUISITION, "deposited_on": day, **more}
    with database.writing() as session:
        return writes.save_request(session, None, values, lines)


@pytest.fixture
def request_id(office, artisan_id) -> str:
    """A furnace and its moulds, asked for on 17 November by Benmoussa Assia."""
    return take_in(office, artisan_id)


def file_of(database: Database, key: str) -> RequestFile:
    with database.reading() as session:
        return reads.request_file(session, key)


def receive_papers(database: Database, key: str, number: int | None = None, day: date = date(2026, 11, 18)) -> None:
    for paper in file_of(database, key).papers[:number]:
        with database.writing() as session:
            writes.save_paper(session, paper.id, PaperState.RECEIVED, day)


def move(database: Database, key: str, state: RequestState, day: date = TODAY, note: str = "") -> None:
    with database.writing() as session:
        writes.move_on(session, key, state, day, note)
