"""What a certificate says, frozen on the day it is issued."""

from dataclasses import MISSING, Field, asdict, dataclass, fields
from datetime import date
from typing import Any

from craftdesk.features.certificates.models import CertificateKind
from craftdesk.features.office.models import in_language
from craftdesk.features.office.place_names import in_script
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.features.office.rules import reference
from craftdesk.features.roster.models import Artisan, Sex
from craftdesk.features.training.models import CourseKind, Participant, Trainer
from craftdesk.features.training.rules import Sheet

DAYS = ("issued_on", "birth_date", "first_day", "last_day")


@dataclass(frozen=True)
class Content:
    """Every word and day that a certificate needs, in Arabic and in Latin letters."""

    number: int
    year: int
    issued_on: date
    kind: str
    name_ar: str
    name_la: str
    sex: str | None
    birth_date: date | None
    birth_year: int | None
    birth_place: str
    subject_ar: str
    subject_fr: str
    course_kind: str
    first_day: date | None
    last_day: date | None
    days: int
    hours: int | None
    place_ar: str
    place_fr: str
    partner_ar: str
    partner_fr: str
    trainers_ar: str
    trainers_fr: str
    lines_ar: str
    lines_fr: str
    chamber_ar: str
    chamber_fr: str
    director_ar: str
    director_fr: str
    signed_at_ar: str
    signed_at_fr: str
    logo: str | None
    activity_ar: str = ""
    activity_fr: str = ""
    function_ar: str = ""
    function_fr: str = ""
    reason_ar: str = ""
    reason_fr: str = ""
    template: str | None = None
    """The version of the template from which it is printed; None: the one that the program brings."""
    landscape: bool = True
    language: str = "ar"
    birth_place_ar: str = ""
    birth_place_fr: str = ""
    """The birth place in the letters of each language, where it is known."""
    seal: str = ""
    """What is signed by the office's key, as text; nothing on what was issued before there was a key."""
    code: str = ""
    """The same as the bits of a QR code."""

    @property
    def born_at(self) -> str:
        return in_language(self.birth_place_ar, self.birth_place_fr) or self.birth_place

    @property
    def reference(self) -> str:
        return reference(self.number, self.year)

    @property
    def name(self) -> str:
        return in_language(self.name_ar, self.name_la)

    @property
    def subject(self) -> str:
        return in_language(self.subject_ar, self.subject_fr)

    @property
    def partner(self) -> str:
        return in_language(self.partner_ar, self.partner_fr)


def usual_kind(course_kind: CourseKind) -> CertificateKind:
    """A course trains; on an awareness day or at a meeting one takes part."""
    return CertificateKind.TRAINING if course_kind is CourseKind.COURSE else CertificateKind.PARTICIPATION


@dataclass(frozen=True)
class Look:
    """How certificates are printed: from which version of a template, on which side of the sheet, in which language.

    The language is "ar", "fr" or "both"; where it is one of the two, a reprint may be made in the other.
    """

    template: str | None = None
    landscape: bool = True
    language: str = "ar"


@dataclass(frozen=True)
class Thanked:
    """Somebody who is thanked, as typed in: what is missing in one language is taken from the other."""

    name_ar: str = ""
    name_la: str = ""
    sex: Sex | None = None
    function_ar: str = ""
    function_fr: str = ""
    reason_ar: str = ""
    reason_fr: str = ""


def content(
    office: OfficeOnDay, sheet: Sheet, person: Participant | Trainer, kind: CertificateKind, number: int, look: Look
) -> Content:
    """What the certificate of `person` says when it is issued today by this office (whose `day` is the day of issue).

    The session has half-days: who has the right to a certificate has attended some.
    """
    head = _of_office(office, kind, number) | asdict(look)
    return Content(**head, **_of_person(person), **_of_session(sheet))


def thanks(office: OfficeOnDay, person: Thanked, number: int, look: Look) -> Content:
    """What a certificate of thanks says that belongs to no session."""
    names = asdict(person) | {"sex": person.sex.value if person.sex else None}
    nothing: dict[str, Any] = dict.fromkeys(_WORDS, "") | dict.fromkeys(_NUMBERS) | {"days": 0}
    return Content(**(nothing | _of_office(office, CertificateKind.THANKS, number) | asdict(look) | names))


def _of_office(office: OfficeOnDay, kind: CertificateKind, number: int) -> dict[str, Any]:
    head = office.letterhead
    return {
        "number": number,
        "year": office.day.year,
        "issued_on": office.day,
        "kind": kind.value,
        "lines_ar": head.lines_ar,
        "lines_fr": head.lines_fr,
        "chamber_ar": head.chamber_ar,
        "chamber_fr": head.chamber_fr,
        "director_ar": head.director_ar,
        "director_fr": head.director_fr,
        "signed_at_ar": office.chamber.place_ar,
        "signed_at_fr": office.chamber.place_fr,
        "logo": office.chamber.logo,
    }


def _of_person(person: Participant | Trainer) -> dict[str, Any]:
    names = {"name_ar": person.name_ar, "name_la": person.name_la}
    if isinstance(person, Trainer):
        names |= {"function_ar": person.function_ar, "function_fr": person.function_fr}
    if person.artisan:
        return names | _of_artisan(person.artisan, trained=isinstance(person, Participant))
    if isinstance(person, Trainer):
        return names | {"sex": None, "birth_date": None, "birth_year": None, "birth_place": ""}
    return names | {
        "sex": person.own_sex.value if person.own_sex else None,
        "birth_date": person.own_birth_date,
        "birth_year": None,
        **_born_at(person.own_birth_place or ""),
    }


def _born_at(place: str) -> dict[str, str]:
    known = {f"birth_place_{code}": in_script(place, code) for code in ("ar", "fr")}
    return {"birth_place": place, **known}


def _of_artisan(artisan: Artisan, *, trained: bool) -> dict[str, Any]:
    activity = artisan.activity if trained else None
    return {
        "sex": artisan.sex.value if artisan.sex else None,
        "birth_date": artisan.birth_date,
        "birth_year": artisan.birth_year,
        **_born_at(artisan.birth_place or ""),
        "activity_ar": activity.name_ar if activity else "",
        "activity_fr": activity.name_fr if activity else "",
    }


_WORDS = (
    *("subject_ar", "subject_fr", "course_kind", "place_ar", "place_fr", "partner_ar", "partner_fr"),
    *("trainers_ar", "trainers_fr", "birth_place"),
)
_NUMBERS = ("first_day", "last_day", "hours", "birth_date", "birth_year")


def _of_session(sheet: Sheet) -> dict[str, Any]:
    session = sheet.session
    return {
        "subject_ar": session.subject_ar or session.subject_fr,
        "subject_fr": session.subject_fr or session.subject_ar,
        "course_kind": session.kind.value,
        "first_day": sheet.days[0],
        "last_day": sheet.days[-1],
        "days": len(sheet.days),
        "hours": session.hours,
        "place_ar": session.place_ar or session.place_fr,
        "place_fr": session.place_fr or session.place_ar,
        "partner_ar": session.partner_ar or session.partner_fr,
        "partner_fr": session.partner_fr or session.partner_ar,
        "trainers_ar": "، ".join(each.name_ar or each.name_la for each in sheet.trainers),
        "trainers_fr": ", ".join(each.name_la or each.name_ar for each in sheet.trainers),
    }


def to_json(frozen: Content) -> dict[str, Any]:
    values = asdict(frozen)
    return values | {name: values[name].isoformat() for name in DAYS if values[name]}


def _empty(field: "Field[Any]") -> Any:
    if field.default is not MISSING:
        return field.default
    return "" if field.type == "str" or field.type is str else None


def from_json(written: dict[str, Any]) -> Content:
    """The content as it was frozen; what a later program added is missing in old ones and stays empty."""
    empty = {field.name: _empty(field) for field in fields(Content)}
    values = empty | {name: value for name, value in written.items() if name in empty}
    return Content(**(values | {name: date.fromisoformat(written[name]) for name in DAYS if written.get(name)}))
