"""The certificates that were issued."""

import enum
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from craftdesk.base.fields import Field, Kind, Script, Sought
from craftdesk.base.i18n import N_
from craftdesk.data.model import Model, column
from craftdesk.data.numbered import Numbered
from craftdesk.features.office.models import in_language


class CertificateKind(enum.StrEnum):
    """What is certified: that somebody took part, was trained, is qualified, taught, or is thanked."""

    PARTICIPATION = "participation"
    TRAINING = "training"
    QUALIFICATION = "qualification"
    TRAINER = "trainer"
    THANKS = "thanks"


CERTIFICATE_KINDS: dict[str, str] = {
    CertificateKind.PARTICIPATION: N_("Certificate of participation"),
    CertificateKind.TRAINING: N_("Training certificate"),
    CertificateKind.QUALIFICATION: N_("Qualification certificate"),
    CertificateKind.TRAINER: N_("Trainer's certificate"),
    CertificateKind.THANKS: N_("Certificate of thanks"),
}
EARNED = (CertificateKind.PARTICIPATION, CertificateKind.TRAINING, CertificateKind.QUALIFICATION)
"""What those who take part in a session have earned; the others are for who taught and who helped."""


class CertificateState(enum.StrEnum):
    """What became of a certificate after it was issued."""

    VALID = "valid"
    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"


CERTIFICATE_STATES: dict[str, str] = {
    CertificateState.VALID: N_("Valid"),
    CertificateState.WITHDRAWN: N_("Void"),
    CertificateState.DUPLICATE: N_("With a duplicate"),
}


class Certificate(Numbered):
    """A certificate as it was issued. Numbers run from 1 each year without a gap.

    `content` holds every word that the paper needs (rules.Content), so that a reprint years later says the same,
    whatever happened to the artisan, the session or the letterhead. The orders are the folded names, to sort by.
    One that was withdrawn stays with its number, and another may be issued in its place.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        Index(
            "uq_certificate_participant_id", "participant_id", unique=True, sqlite_where=text("withdrawn_on IS NULL")
        ),
        Index(
            "uq_certificate_trainer_kind", "trainer_id", "kind", unique=True, sqlite_where=text("withdrawn_on IS NULL")
        ),
    )
    kind_title: ClassVar[str] = N_("Certificate")

    number: Mapped[int] = column(Field(N_("Number"), Script.DIGITS, Kind.NUMBER))
    year: Mapped[int] = column(Field(N_("Year"), Script.DIGITS, Kind.NUMBER))
    kind: Mapped[CertificateKind] = column(Field(N_("Kind"), kind=Kind.CHOICE, choices=CERTIFICATE_KINDS))
    issued_on: Mapped[date] = column(Field(N_("Issued on"), Script.DIGITS, Kind.DATE))
    name_ar: Mapped[str] = column(Field(N_("Name"), Script.ARABIC, sought=Sought.NAME))
    name_la: Mapped[str] = column(Field(N_("Name in Latin letters"), Script.LATIN, sought=Sought.NAME))
    subject_ar: Mapped[str] = column(Field(N_("Subject in Arabic"), Script.ARABIC, sought=Sought.WORDS))
    subject_fr: Mapped[str] = column(Field(N_("Subject in French"), Script.LATIN, sought=Sought.WORDS))
    order_ar: Mapped[str]
    order_la: Mapped[str]
    reference: Mapped[str] = column(Field(N_("Number and year"), Script.DIGITS, sought=Sought.CODE))
    session_id: Mapped[str | None] = mapped_column(ForeignKey("training_session.id"), index=True)
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id"), index=True)
    trainer_id: Mapped[str | None] = mapped_column(ForeignKey("trainer.id"), index=True)
    artisan_id: Mapped[str | None] = mapped_column(ForeignKey("artisan.id"), index=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    withdrawn_on: Mapped[date | None] = column(Field(N_("Withdrawn on"), Script.DIGITS, Kind.DATE))
    withdrawn_why: Mapped[str] = column(Field(N_("Reason of the withdrawal"), kind=Kind.LONG_TEXT), default="")
    duplicate_on: Mapped[date | None] = column(Field(N_("Duplicate made on"), Script.DIGITS, Kind.DATE))
    duplicate_why: Mapped[str] = column(Field(N_("Reason of the duplicate"), kind=Kind.LONG_TEXT), default="")

    @property
    def name(self) -> str:
        return in_language(self.name_ar, self.name_la)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_on is not None

    @property
    def subject(self) -> str:
        return in_language(self.subject_ar, self.subject_fr)

    def label(self) -> str:
        return f"{self.reference} {self.name}"


class OfficeKey(Model):
    """The key by which the office seals its certificates. No undo takes it away: seals would be worth nothing."""

    __tablename__ = "office_key"
    journaled: ClassVar[bool] = False

    private: Mapped[bytes] = mapped_column(LargeBinary)
    public: Mapped[bytes] = mapped_column(LargeBinary)
    made_on: Mapped[date]


class TrustedKey(Model):
    """The public key of another office, by which its certificates are checked here."""

    __tablename__ = "trusted_key"
    kind_title: ClassVar[str] = N_("Key of an office")

    public: Mapped[str] = mapped_column(String(64), unique=True)
    office_ar: Mapped[str] = column(Field(N_("Office in Arabic"), Script.ARABIC), default="")
    office_fr: Mapped[str] = column(Field(N_("Office in French"), Script.LATIN), default="")

    def label(self) -> str:
        return in_language(self.office_ar, self.office_fr)


class WithdrawnElsewhere(Model):
    """A certificate that another office withdrew, as its signed list says."""

    __tablename__ = "withdrawn_elsewhere"
    __table_args__ = (UniqueConstraint("key_id", "number"),)

    key_id: Mapped[str] = mapped_column(ForeignKey("trusted_key.id"), index=True)
    number: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(default="")

    def label(self) -> str:
        return self.number
