"""Courses, their sessions by half-days, who teaches and takes part, and who was there."""

import enum
from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from craftdesk.base.fields import Field, Kind, Script, Sought
from craftdesk.base.i18n import N_, pgettext
from craftdesk.base.names import fold
from craftdesk.data.model import Model, column
from craftdesk.features.office.models import in_language
from craftdesk.features.roster.models import SEXES, Artisan, Sex


class CourseKind(enum.StrEnum):
    """What people are called together for."""

    COURSE = "course"
    AWARENESS = "awareness day"
    MEETING = "meeting"


class State(enum.StrEnum):
    """Whether the session stands; upcoming, running and held follow from its days."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class Part(enum.StrEnum):
    """The halves of a day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


class Mark(enum.StrEnum):
    """What the sheet says of somebody on a half-day; no mark means not entered yet."""

    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"
    LATE = "late"


KINDS: dict[str, str] = {
    CourseKind.COURSE: N_("Training course"),
    CourseKind.AWARENESS: N_("Awareness day"),
    CourseKind.MEETING: N_("Meeting"),
}
STATES: dict[str, str] = {State.PLANNED: N_("Planned"), State.CANCELLED: N_("Cancelled")}
PARTS: dict[str, str] = {Part.MORNING: N_("Morning"), Part.AFTERNOON: N_("Afternoon")}
MARKS: dict[str, str] = {
    Mark.PRESENT: N_("Present"),
    Mark.ABSENT: N_("Absent"),
    Mark.EXCUSED: N_("Excused"),
    Mark.LATE: N_("Late"),
}


def mark_letter(mark: Mark) -> str:
    """The one letter by which a mark is written and typed in the language spoken here: ح غ م ت, P A E L."""
    return {
        Mark.PRESENT: pgettext("letter of present", "P"),
        Mark.ABSENT: pgettext("letter of absent", "A"),
        Mark.EXCUSED: pgettext("letter of excused", "E"),
        Mark.LATE: pgettext("letter of late", "L"),
    }[mark]


class Course(Model):
    """What the office teaches, as often as it is held."""

    __tablename__ = "course"
    kind_title: ClassVar[str] = N_("Course")

    subject_ar: Mapped[str] = column(Field(N_("Subject in Arabic"), Script.ARABIC), default="")
    subject_fr: Mapped[str] = column(Field(N_("Subject in French"), Script.LATIN), default="")
    kind: Mapped[CourseKind] = column(
        Field(N_("Kind"), kind=Kind.CHOICE, choices=KINDS, required=True), default=CourseKind.COURSE
    )
    hours: Mapped[int | None] = column(Field(N_("Hours"), Script.DIGITS, Kind.NUMBER))
    aims: Mapped[str] = column(Field(N_("Aims"), kind=Kind.LONG_TEXT), default="")

    def label(self) -> str:
        return in_language(self.subject_ar, self.subject_fr)


class TrainingSession(Model):
    """A course as it is held once.

    Subject, kind and hours are those of the course when it was announced: rewording the course later changes nothing
    that was held. `min_share` is the percentage of half-days that gives the right to a certificate.
    """

    __tablename__ = "training_session"
    kind_title: ClassVar[str] = N_("Session")

    course_id: Mapped[str] = mapped_column(ForeignKey("course.id"), index=True)
    subject_ar: Mapped[str] = column(
        Field(N_("Subject in Arabic"), Script.ARABIC, sought=Sought.WORDS, required=True), default=""
    )
    subject_fr: Mapped[str] = column(Field(N_("Subject in French"), Script.LATIN, sought=Sought.WORDS), default="")
    kind: Mapped[CourseKind] = column(
        Field(N_("Kind"), kind=Kind.CHOICE, choices=KINDS, required=True), default=CourseKind.COURSE
    )
    hours: Mapped[int | None] = column(Field(N_("Hours"), Script.DIGITS, Kind.NUMBER))
    place_ar: Mapped[str] = column(Field(N_("Place"), Script.ARABIC, sought=Sought.WORDS), default="")
    place_fr: Mapped[str] = column(Field(N_("Place in French"), Script.LATIN, sought=Sought.WORDS), default="")
    partner_ar: Mapped[str] = column(
        Field(N_("Partner or financing body in Arabic"), Script.ARABIC, sought=Sought.WORDS), default=""
    )
    partner_fr: Mapped[str] = column(
        Field(N_("Partner or financing body in French"), Script.LATIN, sought=Sought.WORDS), default=""
    )
    min_share: Mapped[int] = column(
        Field(N_("Half-days needed (%)"), Script.DIGITS, Kind.NUMBER, required=True), default=80
    )
    excused_counts: Mapped[bool] = column(
        Field(N_("An excused half-day counts as present"), kind=Kind.YES_NO), default=False
    )
    state: Mapped[State] = column(
        Field(N_("State"), kind=Kind.CHOICE, choices=STATES, required=True), default=State.PLANNED
    )
    remarks: Mapped[str] = column(Field(N_("Remarks"), kind=Kind.LONG_TEXT), default="")

    course: Mapped[Course] = relationship(lazy="raise")

    @property
    def place(self) -> str:
        return in_language(self.place_ar, self.place_fr)

    @property
    def partner(self) -> str:
        return in_language(self.partner_ar, self.partner_fr)

    def label(self) -> str:
        return in_language(self.subject_ar, self.subject_fr)


class HalfDay(Model):
    """A morning or an afternoon of a session; the times are written 08:30."""

    __tablename__ = "half_day"

    session_id: Mapped[str] = mapped_column(ForeignKey("training_session.id"), index=True)
    day: Mapped[date] = column(Field(N_("Day"), Script.DIGITS, Kind.DATE, required=True), index=True)
    part: Mapped[Part] = column(Field(N_("Half-day"), kind=Kind.CHOICE, choices=PARTS, required=True))
    starts: Mapped[str] = column(Field(N_("From"), Script.DIGITS), String(5))
    ends: Mapped[str] = column(Field(N_("To"), Script.DIGITS), String(5))

    def label(self) -> str:
        return f"{self.day:%d/%m/%Y}"


class Person(Model):
    """Somebody of the roster or from outside, with function and body in both languages.

    An artisan's present name is the roster's; the one kept here is that of the day of the choice.
    """

    __abstract__ = True

    artisan_id: Mapped[str | None] = mapped_column(ForeignKey("artisan.id"), index=True)
    own_name_ar: Mapped[str] = column(Field(N_("Name in Arabic"), Script.ARABIC), default="")
    own_name_la: Mapped[str] = column(Field(N_("Name in Latin letters"), Script.LATIN), default="")
    function_ar: Mapped[str] = column(Field(N_("Function in Arabic"), Script.ARABIC), default="")
    function_fr: Mapped[str] = column(Field(N_("Function in French"), Script.LATIN), default="")
    body_ar: Mapped[str] = column(Field(N_("Body in Arabic"), Script.ARABIC), default="")
    body_fr: Mapped[str] = column(Field(N_("Body in French"), Script.LATIN), default="")

    @declared_attr
    @classmethod
    def artisan(cls) -> Mapped[Artisan | None]:
        return relationship(lazy="raise")

    @property
    def name_ar(self) -> str:
        return self.artisan.name_ar if self.artisan else self.own_name_ar

    @property
    def name_la(self) -> str:
        return self.artisan.name_la if self.artisan else self.own_name_la

    @property
    def name(self) -> str:
        return in_language(self.name_ar, self.name_la)

    @property
    def order(self) -> tuple[str, str]:
        """Where the person stands in a list that is read in the language spoken here."""
        return fold(self.name), self.id

    @property
    def function(self) -> str:
        return in_language(self.function_ar, self.function_fr)

    @property
    def body(self) -> str:
        return in_language(self.body_ar, self.body_fr)

    def label(self) -> str:
        return in_language(self.own_name_ar, self.own_name_la)


class Trainer(Person):
    """Somebody who teaches a session."""

    __tablename__ = "trainer"

    session_id: Mapped[str] = mapped_column(ForeignKey("training_session.id"), index=True)
    own_name_ar: Mapped[str] = column(Field(N_("Name in Arabic"), Script.ARABIC, sought=Sought.NAME), default="")
    own_name_la: Mapped[str] = column(Field(N_("Name in Latin letters"), Script.LATIN, sought=Sought.NAME), default="")
    phone: Mapped[str] = column(Field(N_("Phone"), Script.DIGITS, Kind.PHONE), default="")


class Participant(Person):
    """Somebody who takes part; of an artisan, all but the name at enrolment is read from the roster."""

    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("session_id", "artisan_id"),)

    session_id: Mapped[str] = mapped_column(ForeignKey("training_session.id"), index=True)
    own_sex: Mapped[Sex | None] = column(Field(N_("Sex"), kind=Kind.CHOICE, choices=SEXES))
    own_birth_date: Mapped[date | None] = column(Field(N_("Birth date"), Script.DIGITS, Kind.DATE))
    own_birth_place: Mapped[str] = column(Field(N_("Birth place")), default="")
    own_phone: Mapped[str] = column(Field(N_("Phone"), Script.DIGITS, Kind.PHONE), default="")

    @property
    def sex(self) -> Sex | None:
        return self.artisan.sex if self.artisan else self.own_sex

    @property
    def phone(self) -> str:
        return (self.artisan.phone if self.artisan else self.own_phone) or ""

    @property
    def body_or_activity(self) -> str:
        """What stands beside the name on a sheet: the artisan's activity, or the function and body of others."""
        if self.artisan:
            return self.artisan.activity.label() if self.artisan.activity else ""
        return " · ".join(filter(None, (self.function, self.body)))


class Attendance(Model):
    """What the sheet says of a participant on a half-day."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("participant_id", "half_day_id"),)

    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"))
    half_day_id: Mapped[str] = mapped_column(ForeignKey("half_day.id"), index=True)
    mark: Mapped[Mark] = column(Field(N_("Attendance"), kind=Kind.CHOICE, choices=MARKS))

    def label(self) -> str:
        return self.mark.value


class SignatureProof(Model):
    """What somebody signed on the sheet of a half-day: the cut-out of a scan, as a picture kept in the office file."""

    __tablename__ = "signature_proof"
    __table_args__ = (UniqueConstraint("participant_id", "half_day_id"),)

    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"))
    half_day_id: Mapped[str] = mapped_column(ForeignKey("half_day.id"), index=True)
    picture: Mapped[str] = mapped_column(String(32))


class SignedPage(Model):
    """A page of a signed sheet as it came back, kept in the office file once for the same content."""

    __tablename__ = "signed_page"

    session_id: Mapped[str] = mapped_column(ForeignKey("training_session.id"), index=True)
    file_name: Mapped[str]
    page: Mapped[int]
    picture: Mapped[str] = mapped_column(String(32))

    def label(self) -> str:
        return self.file_name
