"""What a certificate says, frozen on the day it is issued."""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from craftdesk.features.certificates.models import CertificateKind
from craftdesk.features.office.models import in_language
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.features.office.rules import reference
from craftdesk.features.roster.models import Sex
from craftdesk.features.training.models import CourseKind, Participant
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
    first_day: date
    last_day: date
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


def content(office: OfficeOnDay, sheet: Sheet, person: Participant, kind: CertificateKind, number: int) -> Content:
    """What the certificate of `person` says when it is issued today by this office (whose `day` is the day of issue).

    The session has half-days: who has the right to a certificate has attended some.
    """
    session, head = sheet.session, office.letterhead
    artisan = person.artisan
    sex: Sex | None = person.sex
    return Content(
        number=number,
        year=office.day.year,
        issued_on=office.day,
        kind=kind.value,
        name_ar=person.name_ar,
        name_la=person.name_la,
        sex=sex.value if sex else None,
        birth_date=artisan.birth_date if artisan else person.own_birth_date,
        birth_year=artisan.birth_year if artisan else None,
        birth_place=(artisan.birth_place if artisan else person.own_birth_place) or "",
        subject_ar=session.subject_ar or session.subject_fr,
        subject_fr=session.subject_fr or session.subject_ar,
        course_kind=session.kind.value,
        first_day=sheet.days[0],
        last_day=sheet.days[-1],
        days=len(sheet.days),
        hours=session.hours,
        place_ar=session.place_ar or session.place_fr,
        place_fr=session.place_fr or session.place_ar,
        partner_ar=session.partner_ar or session.partner_fr,
        partner_fr=session.partner_fr or session.partner_ar,
        trainers_ar="، ".join(each.name_ar or each.name_la for each in sheet.trainers),
        trainers_fr=", ".join(each.name_la or each.name_ar for each in sheet.trainers),
        lines_ar=head.lines_ar,
        lines_fr=head.lines_fr,
        chamber_ar=head.chamber_ar,
        chamber_fr=head.chamber_fr,
        director_ar=head.director_ar,
        director_fr=head.director_fr,
        signed_at_ar=office.chamber.place_ar,
        signed_at_fr=office.chamber.place_fr,
        logo=office.chamber.logo,
    )


def to_json(frozen: Content) -> dict[str, Any]:
    values = asdict(frozen)
    return values | {name: values[name].isoformat() for name in DAYS if values[name]}


def from_json(written: dict[str, Any]) -> Content:
    """The content as it was frozen; what a later program added is missing in old ones and stays empty."""
    empty = {field.name: "" if field.type == "str" or field.type is str else None for field in fields(Content)}
    values = empty | {name: value for name, value in written.items() if name in empty}
    return Content(**(values | {name: date.fromisoformat(written[name]) for name in DAYS if written.get(name)}))
