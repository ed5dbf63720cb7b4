"""What the papers of the roster ask: a list as it is narrowed on the screen, the sheets of persons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from craftdesk.base.dates import today
from craftdesk.data.session import Session
from craftdesk.features.office.reads import OfficeOnDay, office_on
from craftdesk.features.roster import finding, narrowing, reads
from craftdesk.features.roster.finding import Asked, Row


@dataclass(frozen=True)
class ListMatter:
    """A list of artisans; `narrowed` says in words which ones."""

    office: OfficeOnDay
    day: date
    narrowed: Sequence[str]
    rows: Sequence[Row]


@dataclass(frozen=True)
class SheetMatter:
    """What the office holds about a person."""

    office: OfficeOnDay
    card: reads.Card


def list_matter(session: Session, keys: Sequence[str]) -> ListMatter:
    """Everybody, the artisans of these keys, or those of the one list that is given as a text (`narrowing.dumped`)."""
    office = office_on(session, today())
    if keys and not keys[0].startswith("{"):
        return ListMatter(office, today(), (), reads.rows_of(session, keys))
    asked = narrowing.loaded(keys[0]) if keys else Asked()
    found = finding.find(session, asked)
    words = [f"“{asked.text}”"] if asked.text else []
    words += narrowing.words(session, asked.filters).values()
    return ListMatter(office, today(), words, finding.rows(session, asked, found, 0, found.total))


def sheet_matters(session: Session, keys: Sequence[str]) -> list[SheetMatter]:
    """The persons of these keys, or everybody."""
    office = office_on(session, today())
    wanted: Iterable[str] = keys or finding.keys(session, Asked())
    return [SheetMatter(office, reads.card(session, key)) for key in wanted]
