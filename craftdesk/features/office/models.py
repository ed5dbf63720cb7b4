"""The chamber, the places of the country and the activities."""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from craftdesk.base.fields import Field, Kind, Script, Sought
from craftdesk.base.i18n import N_, language
from craftdesk.data.model import Model, column


class Wilaya(Model):
    """A wilaya; its key is its two-digit number. `holds_from` is the day from which it acts."""

    __tablename__ = "wilaya"
    journaled: ClassVar[bool] = False
    kind_title: ClassVar[str] = N_("Wilaya")

    name_ar: Mapped[str]
    name_fr: Mapped[str]
    holds_from: Mapped[date]

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


class Commune(Model):
    """A commune; its key is the four-digit ONS code, from which its wilaya must never be derived.

    `other_names` are further spellings, separated by "|"; `folded` holds all spellings folded, with
    and without the article, between " | ", so that every word of them begins after a space.
    """

    __tablename__ = "commune"
    journaled: ClassVar[bool] = False
    kind_title: ClassVar[str] = N_("Commune")

    name_ar: Mapped[str]
    name_fr: Mapped[str]
    other_names: Mapped[str] = mapped_column(default="")
    folded: Mapped[str] = mapped_column(default="")

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


class Belonging(Model):
    """The wilaya and daira to which a commune belongs from a day on, until the next belonging."""

    __tablename__ = "belonging"
    journaled: ClassVar[bool] = False

    commune_id: Mapped[str] = mapped_column(ForeignKey("commune.id"), index=True)
    wilaya_id: Mapped[str] = mapped_column(ForeignKey("wilaya.id"), index=True)
    daira_ar: Mapped[str]
    daira_fr: Mapped[str]
    holds_from: Mapped[date]


class Activity(Model):
    """An activity of the nomenclature, imported by the office; the first two digits of its code are its sector."""

    __tablename__ = "activity"
    kind_title: ClassVar[str] = N_("Activity")

    code: Mapped[str] = column(
        Field(N_("Activity code"), Script.DIGITS, headings=("رمز النشاط", "code activité", "code d'activité")),
        String(20),
        unique=True,
    )
    name_ar: Mapped[str] = column(Field(N_("Name in Arabic"), Script.ARABIC, sought=Sought.WORDS))
    name_fr: Mapped[str] = column(Field(N_("Name in French"), Script.LATIN, sought=Sought.WORDS), default="")

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


class Chamber(Model):
    """The office itself: one row."""

    __tablename__ = "chamber"
    kind_title: ClassVar[str] = N_("Office")

    wilaya_id: Mapped[str] = column(Field(N_("Wilaya"), kind=Kind.RECORD, required=True), ForeignKey("wilaya.id"))
    place_ar: Mapped[str] = column(Field(N_("Place of signature in Arabic"), Script.ARABIC))
    place_fr: Mapped[str] = column(Field(N_("Place of signature in French"), Script.LATIN))
    language: Mapped[str] = column(
        Field(N_("Language of papers"), kind=Kind.CHOICE, choices={"ar": "العربية", "fr": "Français"}), default="ar"
    )
    phone: Mapped[str | None] = column(Field(N_("Phone"), Script.DIGITS, Kind.PHONE))
    address_ar: Mapped[str | None] = column(Field(N_("Address in Arabic"), Script.ARABIC))
    address_fr: Mapped[str | None] = column(Field(N_("Address in French"), Script.LATIN))
    logo: Mapped[str | None] = column(Field(N_("Logo"), kind=Kind.IMAGE))

    def label(self) -> str:
        return in_language(self.place_ar, self.place_fr)


class Letterhead(Model):
    """The head of the papers and who signs them, from a day on; a reprint takes the one of its day.

    `lines_ar` and `lines_fr` are the centred lines, one below the other.
    """

    __tablename__ = "letterhead"
    kind_title: ClassVar[str] = N_("Letterhead")

    holds_from: Mapped[date] = column(Field(N_("Holds from"), kind=Kind.DATE, required=True), index=True)
    lines_ar: Mapped[str] = column(Field(N_("Lines in Arabic"), Script.ARABIC, Kind.LONG_TEXT, required=True))
    lines_fr: Mapped[str] = column(Field(N_("Lines in French"), Script.LATIN, Kind.LONG_TEXT, required=True))
    chamber_ar: Mapped[str] = column(Field(N_("Name of the chamber in Arabic"), Script.ARABIC, required=True))
    chamber_fr: Mapped[str] = column(Field(N_("Name of the chamber in French"), Script.LATIN, required=True))
    director_ar: Mapped[str] = column(Field(N_("Director's name in Arabic"), Script.ARABIC), default="")
    director_fr: Mapped[str] = column(Field(N_("Director's name in French"), Script.LATIN), default="")

    def label(self) -> str:
        return in_language(self.chamber_ar, self.chamber_fr)


def in_language(arabic: str, latin: str) -> str:
    """The spelling of the language spoken here, or the other one when it is missing."""
    return (arabic or latin) if language() == "ar" else (latin or arabic)
