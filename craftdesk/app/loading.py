"""What the window waits for: the opened office file. What reads its records is brought in later."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from craftdesk.app.offices import open_office
from craftdesk.base.dates import today
from craftdesk.data.database import Database
from craftdesk.desk.feature import Feature
from craftdesk.desk.later import Later
from craftdesk.features.office.signboard import chamber_name


@dataclass(frozen=True)
class Loaded:
    """An office that can be worked on; `chamber` is None while the file holds no office."""

    database: Database
    chamber: str | None


def load(path: Path) -> Loaded:
    """Open the office file for this program alone."""
    database = open_office(path, alone=True)
    return Loaded(database, chamber_of(database))


def chamber_of(database: Database) -> str | None:
    """What the office is called today, in the language of the screens."""
    with database.asking(tables_known=False) as file:
        return chamber_name(file, today())


def bring_in(database: Database, features: Iterable[Feature]) -> None:
    """Import what the cards name, so that nobody waits for it: first what the home page asks, then the screens.

    Papers are brought in when one is asked for: their fonts and their writing are a quarter of the program.
    """
    database.know_tables()
    every = list(features)
    for part in (*every, *(page for card in every for page in card.pages)):
        _bring(part)
    for part in (part for card in every for part in (*card.panels, *card.finders)):
        _bring(part)


def _bring(part: Iterable[object]) -> None:
    for named in part:
        if isinstance(named, Later):
            named.brought()
