"""The office's checklists, the files that artisans hand in, their documents, and what was scanned."""

import enum
from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from craftdesk.base.fields import Field, Kind, Script, Sought
from craftdesk.base.i18n import N_
from craftdesk.data.model import Model, column
from craftdesk.features.office.models import in_language
from craftdesk.features.roster.models import Artisan


class DossierState(enum.StrEnum):
    """Whether a file is still worked on."""

    OPEN = "open"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


class DocumentState(enum.StrEnum):
    """Whether a document of a file is there."""

    MISSING = "missing"
    RECEIVED = "received"
    NOT_NEEDED = "not needed"


DOSSIER_STATES: dict[str, str] = {
    DossierState.OPEN: N_("Being handled"),
    DossierState.SETTLED: N_("Settled"),
    DossierState.WITHDRAWN: N_("Withdrawn"),
}
DOCUMENT_STATES: dict[str, str] = {
    DocumentState.MISSING: N_("Missing"),
    DocumentState.RECEIVED: N_("Received"),
    DocumentState.NOT_NEEDED: N_("Not needed"),
}


class OwnProcedure(Model):
    """A procedure as the office has it; by its `code` it goes before the one that came with the program.

    `days` are given to hand in what is missing.
    """

    __tablename__ = "procedure"
    kind_title: ClassVar[str] = N_("Procedure")

    code: Mapped[str] = mapped_column(String(32), unique=True)
    position: Mapped[int]
    name_ar: Mapped[str] = column(Field(N_("Procedure in Arabic"), Script.ARABIC, required=True))
    name_fr: Mapped[str] = column(Field(N_("Procedure in French"), Script.LATIN), default="")
    days: Mapped[int | None] = column(Field(N_("Days to hand in what is missing"), Script.DIGITS, Kind.NUMBER))
    offered: Mapped[bool] = column(Field(N_("Offered for new files"), kind=Kind.YES_NO), default=True)

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


class OwnDocument(Model):
    """A document that a procedure of the office asks for; `months` is how long one counts from its own day."""

    __tablename__ = "procedure_document"
    kind_title: ClassVar[str] = N_("Document of a procedure")

    procedure_id: Mapped[str] = mapped_column(ForeignKey("procedure.id"), index=True)
    position: Mapped[int]
    name_ar: Mapped[str] = column(Field(N_("Document in Arabic"), Script.ARABIC, required=True))
    name_fr: Mapped[str] = column(Field(N_("Document in French"), Script.LATIN), default="")
    copies: Mapped[int] = column(Field(N_("How many"), Script.DIGITS, Kind.NUMBER), default=1)
    months: Mapped[int | None] = column(Field(N_("Valid for (months)"), Script.DIGITS, Kind.NUMBER))

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


class Dossier(Model):
    """A file that an artisan opened for a procedure. Numbers run from 1 each year.

    The procedure's name and the artisan's are those of the day on which it was opened.
    """

    __tablename__ = "dossier"
    __table_args__ = (UniqueConstraint("year", "number"),)
    kind_title: ClassVar[str] = N_("Artisan's file")

    number: Mapped[int] = column(Field(N_("Number"), Script.DIGITS, Kind.NUMBER))
    year: Mapped[int] = column(Field(N_("Year"), Script.DIGITS, Kind.NUMBER))
    reference: Mapped[str] = column(Field(N_("Number and year"), Script.DIGITS, sought=Sought.CODE))
    artisan_id: Mapped[str] = column(
        Field(N_("Artisan"), kind=Kind.RECORD, required=True), ForeignKey("artisan.id"), index=True
    )
    procedure: Mapped[str] = column(Field(N_("Procedure"), kind=Kind.HIDDEN), String(32), index=True)
    title_ar: Mapped[str] = column(Field(N_("Procedure in Arabic"), Script.ARABIC, sought=Sought.WORDS))
    title_fr: Mapped[str] = column(Field(N_("Procedure in French"), Script.LATIN, sought=Sought.WORDS))
    name_ar: Mapped[str] = column(Field(N_("Name"), Script.ARABIC, sought=Sought.NAME), default="")
    name_la: Mapped[str] = column(Field(N_("Name in Latin letters"), Script.LATIN, sought=Sought.NAME), default="")
    opened_on: Mapped[date] = column(Field(N_("Opened on"), Script.DIGITS, Kind.DATE, required=True))
    complete_by: Mapped[date | None] = column(Field(N_("To be complete by"), Script.DIGITS, Kind.DATE))
    state: Mapped[DossierState] = column(
        Field(N_("State"), kind=Kind.CHOICE, choices=DOSSIER_STATES), default=DossierState.OPEN, index=True
    )
    closed_on: Mapped[date | None] = column(Field(N_("Closed on"), Script.DIGITS, Kind.DATE))
    remarks: Mapped[str] = column(Field(N_("Remarks"), kind=Kind.LONG_TEXT), default="")

    artisan: Mapped[Artisan] = relationship(lazy="raise")

    @property
    def title(self) -> str:
        return in_language(self.title_ar, self.title_fr)

    @property
    def name(self) -> str:
        return in_language(self.name_ar, self.name_la)

    def label(self) -> str:
        return f"{self.reference} {self.name}"


class DossierDocument(Model):
    """A document of a file: missing, received on a day and valid until another, or not needed."""

    __tablename__ = "dossier_document"
    kind_title: ClassVar[str] = N_("Document of a file")

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    position: Mapped[int]
    name_ar: Mapped[str] = column(Field(N_("Document in Arabic"), Script.ARABIC, required=True))
    name_fr: Mapped[str] = column(Field(N_("Document in French"), Script.LATIN), default="")
    copies: Mapped[int] = column(Field(N_("How many"), Script.DIGITS, Kind.NUMBER), default=1)
    months: Mapped[int | None] = column(Field(N_("Valid for (months)"), Script.DIGITS, Kind.NUMBER))
    state: Mapped[DocumentState] = column(
        Field(N_("State"), kind=Kind.CHOICE, choices=DOCUMENT_STATES), default=DocumentState.MISSING
    )
    received_on: Mapped[date | None] = column(Field(N_("Received on"), Script.DIGITS, Kind.DATE))
    valid_until: Mapped[date | None] = column(Field(N_("Valid until"), Script.DIGITS, Kind.DATE), index=True)

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


class Scan(Model):
    """A paper that was scanned, with the name and the day that the office gave it.

    It is the artisan's, and a document's of a file where it was attached to one. `blob` names its content.
    """

    __tablename__ = "scan"
    kind_title: ClassVar[str] = N_("Scan")

    artisan_id: Mapped[str] = mapped_column(ForeignKey("artisan.id"), index=True)
    document_id: Mapped[str | None] = mapped_column(ForeignKey("dossier_document.id"), index=True)
    name: Mapped[str] = column(Field(N_("Name of the scan"), sought=Sought.WORDS, required=True))
    day: Mapped[date] = column(Field(N_("Date of the scan"), Script.DIGITS, Kind.DATE, required=True))
    media: Mapped[str] = mapped_column(String(40))
    pages: Mapped[int] = mapped_column(default=1)
    size: Mapped[int]
    blob: Mapped[str] = mapped_column(String(32), index=True)

    def label(self) -> str:
        return self.name
