"""The letters that went out."""

import enum
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from craftdesk.base.fields import Field, Kind, Script, Sought
from craftdesk.base.i18n import N_
from craftdesk.data.model import column
from craftdesk.data.numbered import Numbered
from craftdesk.features.office.signings import SIGNINGS, Signing
from craftdesk.features.templates.models import TITLES


class Addressee(enum.StrEnum):
    """How somebody is addressed; a body has no title."""

    MAN = "m"
    WOMAN = "f"
    BODY = "body"


ADDRESSEES: dict[str, str] = {
    Addressee.MAN: N_("Mr"),
    Addressee.WOMAN: N_("Mrs"),
    Addressee.BODY: N_("Body, without a title"),
}
LANGUAGES: dict[str, str] = {"ar": N_("Arabic"), "fr": N_("French")}


class Letter(Numbered):
    """A letter. Numbers run from 1 each year without a gap.

    `template` is the template that was chosen, `version` what it said when the letter was written. `more` holds the
    texts of the fields that few templates name. `printed` holds every word as it stands on the paper
    (rules.Printed), so that a reprint years later says the same.
    """

    __tablename__ = "letter"
    __table_args__ = (UniqueConstraint("year", "number"),)
    kind_title: ClassVar[str] = N_("Letter")

    number: Mapped[int] = column(Field(N_("Number"), Script.DIGITS, Kind.NUMBER))
    year: Mapped[int] = column(Field(N_("Year"), Script.DIGITS, Kind.NUMBER))
    reference: Mapped[str] = column(Field(N_("Number and year"), Script.DIGITS, sought=Sought.CODE))
    day: Mapped[date] = column(Field(N_("Date of the letter"), Script.DIGITS, Kind.DATE, required=True))
    language: Mapped[str] = column(Field(N_("Language"), kind=Kind.CHOICE, choices=LANGUAGES, required=True))
    purpose: Mapped[str] = column(Field(N_("Kind of letter"), kind=Kind.CHOICE, choices=TITLES))
    template: Mapped[str] = mapped_column()
    version: Mapped[str] = mapped_column()
    artisan_id: Mapped[str | None] = column(
        Field(N_("Artisan"), kind=Kind.RECORD), ForeignKey("artisan.id"), index=True
    )
    recipient: Mapped[str] = column(Field(N_("To whom"), sought=Sought.NAME, required=True))
    addressee: Mapped[Addressee | None] = column(Field(N_("Form of address"), kind=Kind.CHOICE, choices=ADDRESSEES))
    address: Mapped[str] = column(Field(N_("Address")), default="")
    topic: Mapped[str] = column(Field(N_("Subject of the letter"), sought=Sought.WORDS), default="")
    refers_to: Mapped[str] = column(Field(N_("Reference of the letter"), sought=Sought.WORDS), default="")
    body: Mapped[str] = column(Field(N_("Text"), kind=Kind.LONG_TEXT, sought=Sought.WORDS), default="")
    enclosures: Mapped[str] = column(Field(N_("Enclosures")), default="")
    signing: Mapped[Signing] = column(
        Field(N_("Signed as"), kind=Kind.CHOICE, choices=SIGNINGS), default=Signing.DIRECTOR
    )
    signatory: Mapped[str] = column(Field(N_("Signed by")), default="")
    more: Mapped[dict[str, Any]] = mapped_column(JSON)
    printed: Mapped[dict[str, Any]] = mapped_column(JSON)

    def label(self) -> str:
        return f"{self.reference} {self.recipient}"
