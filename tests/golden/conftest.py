from collections.abc import Iterator

import pytest

from craftdesk.data.database import Database
from tests.golden import office


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The office whose papers are looked at; nobody writes into it."""
    made = office.make(tmp_path_factory.mktemp("golden") / "office.craftdesk")
    yield made
    made.close()
