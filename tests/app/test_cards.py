"""What the cards name by words alone is there."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from craftdesk.app import tables
from craftdesk.app.features import FEATURES
from craftdesk.data.model import models
from craftdesk.desk.feature import Feature
from craftdesk.desk.later import Later


def parts(card: Feature) -> list[Any]:
    return [card, *card.pages, *card.panels, *card.papers, *card.finders, *card.lists]


def laters() -> Iterator[Later]:
    for part in (part for card in FEATURES for part in parts(card)):
        yield from (named for named in part if isinstance(named, Later))


@pytest.mark.parametrize("later", list(laters()), ids=lambda later: f"{later.module}.{later.name}")
def test_what_a_card_calls_is_there(later: Later):
    assert callable(later.brought())


def test_the_tables_that_the_cards_name_are_there():
    assert tables.TABLES
    named = {finder.table for card in FEATURES for finder in card.finders}
    named |= {panel.on for card in FEATURES for panel in card.panels}
    named |= {table for card in FEATURES for page in card.pages for table in page.opens}
    named |= {table for card in FEATURES for paper in card.papers for table in (paper.about, *paper.also)}
    assert named <= models().keys()


def test_reading_the_cards_brings_in_nothing_that_they_name():
    told = (
        "[name for name in sys.modules if name.split('.')[-1] in ('models', 'reads', 'ui', 'documents', 'sqlalchemy')]"
    )
    code = f"import sys; import craftdesk.app.features; print({told})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
