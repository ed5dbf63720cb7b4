"""The guides that were given, and the office's own figures of the law."""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model, column
from craftdesk.features.roster.models import METALS, Artisan, Metal


class LegalFigure(Model):
    """A figure of the law as the office knows it from a day on; it goes before the one that came with the program.

    `key` is one of `rules.FIGURES`. An empty value says: ask, do not print.
    """

    __tablename__ = "legal_figure"
    kind_title: ClassVar[str] = N_("Figure of the law")

    key: Mapped[str] = column(Field(N_("Figure"), kind=Kind.CHOICE, required=True), String(40), index=True)
    value: Mapped[str] = column(Field(N_("Value")), default="")
    as_of: Mapped[date] = column(Field(N_("True as of"), Script.DIGITS, Kind.DATE, required=True))
    source: Mapped[str] = column(Field(N_("Source"), required=True))

    def label(self) -> str:
        return self.key


class GivenGuide(Model):
    """A guide that an artisan was given on a day, with the answers it was made from; a reprint uses them again."""

    __tablename__ = "given_guide"
    kind_title: ClassVar[str] = N_("Guide")

    artisan_id: Mapped[str] = mapped_column(ForeignKey("artisan.id"), index=True)
    day: Mapped[date] = column(Field(N_("Given on"), Script.DIGITS, Kind.DATE), index=True)
    language: Mapped[str] = column(Field(N_("Language"), kind=Kind.CHOICE), String(2))
    metal: Mapped[Metal] = column(Field(N_("Metal worked"), kind=Kind.CHOICE, choices=METALS))
    started_on: Mapped[date | None] = column(Field(N_("Start of activity"), Script.DIGITS, Kind.DATE))
    commitment_signed_on: Mapped[date | None] = column(
        Field(N_("Terms of commitment signed on"), Script.DIGITS, Kind.DATE)
    )

    artisan: Mapped[Artisan] = relationship(lazy="raise")

    def label(self) -> str:
        return _("Guide to registering for tax")
