"""The letters that went out."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from craftdesk.base.fields import Field, Kind, Script, Sought
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model, column
from craftdesk.features.roster.models import SEXES, Sex
from craftdesk.features.templates.models import TITLES

LANGUAGES: dict[str, str] = {"ar": N_("Arabic"), "fr": N_("French")}


class Letter(Model):
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
    sex: Mapped[Sex | None] = column(Field(N_("Sex"), kind=Kind.CHOICE, choices=SEXES))
    address: Mapped[str] = column(Field(N_("Address")), default="")
    topic: Mapped[str] = column(Field(N_("Subject of the letter"), sought=Sought.WORDS), default="")
    refers_to: Mapped[str] = column(Field(N_("Reference of the letter"), sought=Sought.WORDS), default="")
    body: Mapped[str] = column(Field(N_("Text"), kind=Kind.LONG_TEXT, sought=Sought.WORDS), default="")
    enclosures: Mapped[str] = column(Field(N_("Enclosures")), default="")
    signatory: Mapped[str] = column(Field(N_("Signed by")), default="")
    more: Mapped[dict[str, Any]] = mapped_column(JSON)
    printed: Mapped[dict[str, Any]] = mapped_column(JSON)

    def label(self) -> str:
        return f"{self.reference} {self.recipient}"

    @classmethod
    def held_back(cls, session: Session, going: Sequence[str]) -> Mapping[str, str]:
        """A letter below the highest number that stays would leave a gap: an undo leaves it."""
        if not going:
            return {}
        kept = select(cls.year, func.max(cls.number)).where(cls.id.not_in(going)).group_by(cls.year)
        highest = dict(session.execute(kept).all())
        leaving = session.execute(select(cls.id, cls.year, cls.number).where(cls.id.in_(going)))
        why = _("later letters of the year were written since")
        return {key: why for key, year, number in leaving if number < highest.get(year, 0)}

    @classmethod
    def kept_out(cls, session: Session, coming: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
        """A letter whose number would not follow on those that are there, or was given again, stays away."""
        asked = select(cls.year, func.max(cls.number)).group_by(cls.year)
        highest = dict(session.execute(asked).all())
        out: dict[str, str] = {}
        for row in sorted(coming, key=lambda row: (row["year"], row["number"])):
            year, number = row["year"], row["number"]
            if number == highest.get(year, 0) + 1:
                highest[year] = number
            else:
                out[row["id"]] = _("its number was given again, or the numbers before it are gone")
        return out
