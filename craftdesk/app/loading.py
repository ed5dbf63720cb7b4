"""What the window waits for: the features with all they need, and the opened office file.

Imported by the thread that loads, never by the start itself: this is most of the program.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from craftdesk.app.features import FEATURES
from craftdesk.app.offices import open_office
from craftdesk.app.pages import pages
from craftdesk.base.dates import today
from craftdesk.data.database import Database
from craftdesk.data.session import Session
from craftdesk.desk.feature import Feature, Page
from craftdesk.features.office import reads


@dataclass(frozen=True)
class Loaded:
    """An office that can be worked on; `chamber` is None while the file holds no office."""

    database: Database
    features: Sequence[Feature]
    pages: Sequence[Page]
    chamber: str | None


def load(path: Path) -> Loaded:
    """Open the office file for this program alone."""
    database = open_office(path, alone=True)
    with database.reading() as session:
        return Loaded(database, FEATURES, pages(FEATURES), chamber_of(session))


def chamber_of(session: Session) -> str | None:
    """What the office is called today, in the language of the screens."""
    return reads.letterhead(session, today()).label() if reads.has_chamber(session) else None
