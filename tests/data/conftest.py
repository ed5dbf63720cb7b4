from collections.abc import Iterator
from pathlib import Path

import pytest

from craftdesk.data.database import Database
from craftdesk.features.office.models import Activity
from craftdesk.features.roster.models import Artisan, StatusChange

__all__ = ["Activity", "Artisan", "StatusChange"]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "office.craftdesk", who="samira")
    yield opened
    opened.close()
