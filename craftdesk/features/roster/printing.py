"""What the papers of the roster ask: a list as it is narrowed on the screen, persons, their addresses."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.base.words import listed
from craftdesk.data import disclosures, journal
from craftdesk.data.disclosures import Disclosure
from craftdesk.data.session import Session, chunks
from craftdesk.features.office import reads as office
from craftdesk.features.office.models import Activity
from craftdesk.features.office.reads import OfficeOnDay, Place
from craftdesk.features.office.rules import domain_of
from craftdesk.features.office.signing import Signer, signer
from craftdesk.features.roster import finding, narrowing, reads
from craftdesk.features.roster.finding import Asked, Row
from craftdesk.features.roster.holdings import Held, held_about
from craftdesk.features.roster.models import Artisan, Sex, Status

HOME, WORK = "home", "work"
"""The choices of an address, as `paper_options` offers them."""


@dataclass(frozen=True)
class Totals:
    """How many of a list are what: by status, by the code of their domain ("" without one), and how many are women."""

    status: Counter[Status] = field(default_factory=Counter)
    domain: Counter[str] = field(default_factory=Counter)
    women: int = 0


@dataclass(frozen=True)
class ListMatter:
    """A list of artisans; `narrowed` says in words which ones, `asked` in which order."""

    office: OfficeOnDay
    day: date
    narrowed: Sequence[str]
    rows: Sequence[Row]
    totals: Totals = field(default_factory=Totals)
    asked: Asked = field(default_factory=Asked)
    more: bool = False


@dataclass(frozen=True)
class Origin:
    """Something that was done with a person's record: when, by whom, what."""

    at: datetime
    who: str
    title: str


@dataclass(frozen=True)
class SheetMatter:
    """What the office holds about a person: the card, what other features hold, what was done with the record.

    `given` are the lists with this person in them that left the office.
    """

    office: OfficeOnDay
    card: reads.Card
    held: Sequence[Held] = ()
    origins: Sequence[Origin] = ()
    given: Sequence[Disclosure] = ()
    signer: Signer | None = None


@dataclass(frozen=True)
class Addressee:
    """Somebody to whom something is sent: the street as it is written down, and the commune."""

    artisan: Artisan
    street: str
    place: Place | None


@dataclass(frozen=True)
class PostMatter:
    """Whom to write to, and on which paper, from which place of a begun sheet on."""

    office: OfficeOnDay
    people: Sequence[Addressee]
    paper: str
    first: int = 1

    def __len__(self) -> int:
        return len(self.people)


def list_matter(session: Session, keys: Sequence[str]) -> ListMatter:
    """Everybody, the artisans of these keys, or those of the one list that is given as a text (`narrowing.dumped`)."""
    here = office.office_on(session, today())
    if keys and not _is_question(keys):
        rows = reads.rows_of(session, keys)
        return ListMatter(here, today(), (), rows, _totals(session, rows))
    asked = narrowing.loaded(keys[0]) if keys else Asked()
    found = finding.find(session, asked)
    words = [_("“{subject}”").format(subject=asked.text)] if asked.text else []
    words += narrowing.words(session, asked.filters).values()
    rows = finding.rows(session, asked, found, 0, found.total)
    return ListMatter(here, today(), words, rows, _totals(session, rows), asked, found.more)


def _is_question(keys: Sequence[str]) -> bool:
    return bool(keys) and keys[0].startswith("{")


def _totals(session: Session, rows: Sequence[Row]) -> Totals:
    """Counted for exactly the people of the list."""
    asked = select(Artisan.status, Artisan.sex, Activity.code).outerjoin(Activity, Activity.id == Artisan.activity_id)
    status, domain, women = Counter[Status](), Counter[str](), 0
    for some in chunks([row.key for row in rows]):
        for state, sex, code in session.execute(asked.where(Artisan.id.in_(some))):
            found = domain_of(code)
            status[Status(state)] += 1
            domain[found.code if found else ""] += 1
            women += sex == Sex.FEMALE
    return Totals(status, domain, women)


def wanted_keys(session: Session, keys: Sequence[str]) -> list[str]:
    """The artisans of these keys, of a list's question, or everybody."""
    if keys and not _is_question(keys):
        return list(keys)
    return finding.keys(session, narrowing.loaded(keys[0]) if keys else Asked())


def sheet_matters(session: Session, keys: Sequence[str]) -> list[SheetMatter]:
    """The persons of these keys, or everybody."""
    here = office.office_on(session, today())
    return [_sheet_matter(session, here, key) for key in wanted_keys(session, keys)]


def _sheet_matter(session: Session, here: OfficeOnDay, key: str) -> SheetMatter:
    events = reversed(journal.history(session, key))
    origins = [Origin(event.at, event.who, event.title) for event in events]
    given = disclosures.about(session, key)
    return SheetMatter(here, reads.card(session, key), held_about(session, key), origins, given)


def extract_matters(session: Session, keys: Sequence[str], **signed: str | None) -> list[SheetMatter]:
    """The registrations of these artisans, or of all, as far as they are or were registered."""
    here = office.office_on(session, today())
    signs = signer(here, **signed)
    return [SheetMatter(here, reads.card(session, key), signer=signs) for key in entered_keys(session, keys)]


def entered_keys(session: Session, keys: Sequence[str]) -> list[str]:
    """The artisans of a list, or of all, that are or were registered; who was chosen and is not is named."""
    wanted = wanted_keys(session, keys)
    entered = Artisan.status != Status.REQUESTED, Artisan.register_no != ""
    found = {
        key
        for some in chunks(wanted)
        for key in session.scalars(select(Artisan.id).where(Artisan.id.in_(some), *entered))
    }
    outside = [key for key in wanted if key not in found]
    if outside and keys and not _is_question(keys):
        names = listed([reads.artisan(session, key).label() for key in outside])
        told = _("Not entered in the register yet: {names}. There is an extract of what is entered alone.")
        raise UserError(told.format(names=names))
    return [key for key in wanted if key in found]


def post_matter(
    session: Session, keys: Sequence[str], *, paper: str, first: int = 1, address: str = HOME
) -> PostMatter:
    """Whom to write to, at home or where they work; where that is not known, at the other place."""
    places = office.commune_places(session)
    asked = select(Artisan).options(joinedload(Artisan.activity))
    found: dict[str, Artisan] = {}
    wanted = wanted_keys(session, keys)
    for some in chunks(wanted):
        found |= {each.id: each for each in session.scalars(asked.where(Artisan.id.in_(some)))}
    people = [_addressee(found[key], places.get, address) for key in wanted if key in found]
    return PostMatter(office.office_on(session, today()), people, paper, first)


def _addressee(artisan: Artisan, place: Callable[[str], Place | None], address: str) -> Addressee:
    home = (artisan.home_address, artisan.home_commune_id)
    work = (artisan.activity_address, artisan.activity_commune_id)
    chosen = [work, home] if address == WORK else [home, work]
    street, commune = next((each for each in chosen if any(each)), (None, None))
    return Addressee(artisan, street or "", place(commune) if commune else None)
