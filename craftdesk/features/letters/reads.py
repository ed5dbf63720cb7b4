"""What screens and papers ask about letters."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from craftdesk.base.i18n import _, speaking
from craftdesk.data import blobs, search
from craftdesk.data.session import Session, chunks
from craftdesk.features.letters import rules
from craftdesk.features.letters.models import Addressee, Letter
from craftdesk.features.letters.rules import LETTERS, Printed, Wanted
from craftdesk.features.office.models import in_language
from craftdesk.features.office.reads import commune_place, office_on
from craftdesk.features.roster.models import Artisan
from craftdesk.features.templates import reads as templates
from craftdesk.features.templates.reads import Listed
from craftdesk.features.training import reads as training
from craftdesk.pdf.template.source import Template

FOUND = 2000
_NEWEST = (Letter.year.desc(), Letter.number.desc())


@dataclass(frozen=True)
class Sought:
    """What of the letters is shown."""

    like: str = ""
    year: int | None = None


@dataclass(frozen=True)
class Printable:
    """The words of a letter with the logo and the template as they were."""

    printed: Printed
    logo: bytes | None
    template: Template


def letters(session: Session, sought: Sought, offset: int = 0, limit: int | None = None) -> list[Letter]:
    """Newest first."""
    asked = _narrowed(session, select(Letter), sought).order_by(*_NEWEST)
    return list(session.scalars(asked.offset(offset).limit(limit)))


def number_in(session: Session, sought: Sought) -> int:
    return session.scalar(_narrowed(session, select(func.count()).select_from(Letter), sought)) or 0


def keys_in(session: Session, sought: Sought) -> list[str]:
    return list(session.scalars(_narrowed(session, select(Letter.id), sought).order_by(*_NEWEST)))


def _narrowed(session: Session, asked: Select[*tuple[Any, ...]], sought: Sought) -> Select[*tuple[Any, ...]]:
    if sought.year is not None:
        asked = asked.where(Letter.year == sought.year)
    if sought.like.strip():
        found = search.find(session.connection(), sought.like, (Letter.__tablename__,), FOUND)
        asked = asked.where(Letter.id.in_([key for _table, key in found]))
    return asked


def years(session: Session) -> list[int]:
    """The years in which letters were written, newest first."""
    return list(session.scalars(select(Letter.year).distinct().order_by(Letter.year.desc())))


def letter(session: Session, key: str) -> Letter:
    return session.get_one(Letter, key)


def is_there(session: Session, key: str) -> bool:
    return session.get(Letter, key) is not None


def by_keys(session: Session, keys: Sequence[str]) -> list[Letter]:
    """In the order of their numbers; all when there are no keys."""
    if not keys:
        return letters(session, Sought())[::-1]
    found = [each for some in chunks(keys) for each in session.scalars(select(Letter).where(Letter.id.in_(some)))]
    return sorted(found, key=lambda each: (each.year, each.number))


def of_artisan(session: Session, artisan_id: str) -> list[Letter]:
    """The letters to an artisan, newest first."""
    return list(session.scalars(select(Letter).where(Letter.artisan_id == artisan_id).order_by(*_NEWEST)))


def next_number(session: Session, year: int) -> int:
    """The number after the highest of the year; inside a writing transaction nobody else can take it."""
    return (session.scalar(select(func.max(Letter.number)).where(Letter.year == year)) or 0) + 1


def is_last(session: Session, found: Letter) -> bool:
    """Whether no letter of the year was written after it."""
    return next_number(session, found.year) == found.number + 1


def offered(session: Session) -> list[Listed]:
    """The templates of letters: those that the program brings, and the office's own."""
    return templates.templates(session, LETTERS)


def template_of(session: Session, wanted: Wanted, before: Letter | None = None) -> Template:
    """The template as it was when the letter was written, as long as no other one is chosen."""
    if before is not None and wanted.template == before.template:
        return templates.version(session, before.version)
    return templates.template(session, wanted.template)


def wanted_of(found: Letter) -> Wanted:
    """A letter as it was written."""
    own = {name: getattr(found, name) for name in rules.COLUMNS} | {"reference": found.refers_to}
    texts = {name: text for name, text in {**found.more, **own}.items() if text}
    whose = found.artisan_id, found.addressee, found.signatory, found.signing
    return Wanted(found.template, found.language, found.day, texts, *whose)


def composed(session: Session, wanted: Wanted, key: str | None = None) -> Printable:
    """The paper of a letter that is being written; a new one shows the number that it would get now."""
    before = session.get(Letter, key) if key else None
    template = template_of(session, wanted, before)
    office = office_on(session, wanted.day)
    number = before.number if before else next_number(session, wanted.day.year)
    return Printable(rules.printed(office, wanted, number, template.purpose), office.logo, template)


def printables(session: Session, keys: Sequence[str]) -> list[Printable]:
    """The letters of these keys, or all, in the order of their numbers."""
    return [_printable(session, each) for each in by_keys(session, keys)]


def _printable(session: Session, found: Letter) -> Printable:
    frozen = rules.from_json(found.printed)
    return Printable(frozen, blobs.load(session, frozen.logo), templates.version(session, found.version))


def addressee(session: Session, artisan_id: str, language: str) -> dict[str, Any]:
    """Name, form of address and address of an artisan as a letter in a language begins with them."""
    found = session.get(Artisan, artisan_id)
    if found is None:
        return {}
    with speaking(language):
        name = in_language(found.name_ar, found.name_la)
        addressee = Addressee(found.sex.value) if found.sex else None
        return {"recipient": name, "addressee": addressee, "address": _address(session, found)}


def _address(session: Session, artisan: Artisan) -> str:
    """At home, or else where the artisan works."""
    places = (
        (artisan.home_address, artisan.home_commune_id),
        (artisan.activity_address, artisan.activity_commune_id),
    )
    street, commune = next((each for each in places if any(each)), (None, None))
    place = commune_place(session, commune) if commune else None
    return _(", ").join(part for part in (street, place.label() if place else "") if part)


def signatory(session: Session, wanted: Wanted) -> str:
    """Who usually signs letters of this day."""
    with speaking(wanted.language):
        return office_on(session, wanted.day).director()


def of_session(session: Session, key: str, language: str, names: Collection[str]) -> dict[str, str]:
    """What the fields of a convocation say of a training session."""
    with speaking(language):
        return rules.of_sheet(training.sheet(session, key), names)
