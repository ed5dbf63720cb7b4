from collections.abc import Iterator
from datetime import date

import pytest

from craftdesk.base.dates import on_day

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _fixed_day() -> Iterator[None]:
    """It is the same day in every test of a feature."""
    with on_day(TODAY):
        yield
