from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from craftdesk.data.database import Database
from craftdesk.features.office.models import Activity, Commune
from craftdesk.features.roster import writes


@pytest.fixture
def add(office: Database) -> Callable[..., str]:
    """Adds an artisan as the form does, and gives the key."""

    def added(**values: Any) -> str:
        with office.writing() as session:
            return writes.save_artisan(session, None, values)

    return added


@pytest.fixture
def change(office: Database) -> Callable[..., str]:
    def changed(key: str, **values: Any) -> str:
        with office.writing() as session:
            return writes.save_artisan(session, key, values)

    return changed


@pytest.fixture
def activity(office: Database) -> Callable[[str], str]:
    """The key of the activity with this code."""

    def key(code: str) -> str:
        with office.reading() as session:
            return session.scalars(select(Activity.id).where(Activity.code == code)).one()

    return key


@pytest.fixture
def commune(office: Database) -> Callable[[str], str]:
    """The key of the commune with this name."""

    def key(name: str) -> str:
        with office.reading() as session:
            return session.scalars(select(Commune.id).where(Commune.name_ar == name)).first() or ""

    return key
