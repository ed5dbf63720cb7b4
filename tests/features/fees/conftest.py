from datetime import date

import pytest

from craftdesk.data.database import Database
from craftdesk.features.fees import reads, writes
from craftdesk.features.fees.models import Way
from craftdesk.features.fees.reads import Account
from craftdesk.features.fees.writes import Paid
from craftdesk.features.roster.models import Status
from craftdesk.features.roster.writes import save_artisan
from tests.features.conftest import TODAY
from tests.features.training.conftest import add_artisans

MEMBERSHIP, CARD = 100_000, 60_000


@pytest.fixture
def people(office) -> list[str]:
    """Four registered artisans, since 2020, 2025, 2026 and nobody knows when."""
    keys = add_artisans(office, 4)
    for key, day in zip(keys, (date(2020, 5, 1), date(2025, 6, 1), date(2026, 2, 1), None), strict=True):
        with office.writing() as session:
            save_artisan(session, key, {"registered_on": day, "status": Status.REGISTERED})
    return keys


@pytest.fixture
def amounts(office) -> None:
    """A membership of 1,000 dinars from 2025 on, a card of 600."""
    set_amount(office, "membership", MEMBERSHIP, date(2025, 1, 1))
    set_amount(office, "card", CARD, date(2025, 1, 1))


def set_amount(database: Database, code: str, centimes: int, day: date) -> str:
    with database.writing() as session:
        return writes.save_rate(session, code, None, {"amount": centimes, "holds_from": day, "source": "مداولة 02"})


def account(database: Database, artisan_id: str) -> Account:
    with database.reading() as session:
        return reads.account(session, artisan_id)


def owed(database: Database, artisan_id: str) -> list[tuple[str, int, int]]:
    return [(each.fee.code, each.year, each.amount) for each in account(database, artisan_id).owed]


def pay(
    database: Database,
    artisan_id: str,
    day: date = TODAY,
    extra: tuple[str, ...] = (),
    way: Way = Way.CASH,
    most: int = 9,
) -> str:
    """Pay what is owed (the oldest `most` of it), and what else is paid at once."""
    with database.writing() as session:
        found = reads.account(session, artisan_id).owed[:most]
        return writes.pay(session, artisan_id, found, extra, Paid(day, way))
