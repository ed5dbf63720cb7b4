"""The ties between artisans, the cooperatives and enterprises, and the other names of a person."""

import enum
from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from craftdesk.base.fields import Field, Kind, Script, Sought
from craftdesk.base.i18n import N_
from craftdesk.data.model import Model, column
from craftdesk.features.office.models import Commune, in_language
from craftdesk.features.roster import checks
from craftdesk.features.roster.models import Artisan


class TieKind(enum.StrEnum):
    """What ties two artisans, or an artisan to a cooperative or an enterprise.

    Of a parent and of a master the tie begins: the artisan is the other one's parent or master.
    """

    PARENT = "parent"
    SPOUSE = "spouse"
    SIBLING = "sibling"
    RELATIVE = "relative"
    MASTER = "master"
    FOUNDER = "founder"
    MANAGER = "manager"
    MEMBER = "member"


class BodyKind(enum.StrEnum):
    """The two forms in which a craft is practised by several (ordinance 96-01, article 5)."""

    COOPERATIVE = "cooperative"
    ENTERPRISE = "enterprise"


class NameKind(enum.StrEnum):
    """Why somebody has another name."""

    BIRTH = "birth"
    FORMER = "former"
    KNOWN_AS = "known as"


TIE_KINDS: dict[str, str] = {
    TieKind.PARENT: N_("Parent and child"),
    TieKind.SPOUSE: N_("Spouses"),
    TieKind.SIBLING: N_("Brothers and sisters"),
    TieKind.RELATIVE: N_("Relatives"),
    TieKind.MASTER: N_("Master and apprentice"),
    TieKind.FOUNDER: N_("Founder"),
    TieKind.MANAGER: N_("Manager"),
    TieKind.MEMBER: N_("Member"),
}
BODY_KINDS: dict[str, str] = {
    BodyKind.COOPERATIVE: N_("Craft cooperative"),
    BodyKind.ENTERPRISE: N_("Craft enterprise"),
}
NAME_KINDS: dict[str, str] = {
    NameKind.BIRTH: N_("Name at birth"),
    NameKind.FORMER: N_("Former name"),
    NameKind.KNOWN_AS: N_("Known as"),
}


class CraftBody(Model):
    """A cooperative or an enterprise of artisans; one that has ended stays."""

    __tablename__ = "craft_body"
    kind_title: ClassVar[str] = N_("Cooperative or enterprise")

    kind: Mapped[BodyKind] = column(
        Field(N_("Form of practice"), kind=Kind.CHOICE, choices=BODY_KINDS, required=True),
        default=BodyKind.COOPERATIVE,
    )
    name_ar: Mapped[str] = column(Field(N_("Name in Arabic"), Script.ARABIC, sought=Sought.NAME), default="")
    name_fr: Mapped[str] = column(Field(N_("Name in Latin letters"), Script.LATIN, sought=Sought.NAME), default="")
    register_no: Mapped[str] = column(Field(N_("Register number"), Script.DIGITS, sought=Sought.CODE), default="")
    founded_on: Mapped[date | None] = column(Field(N_("Founded on"), Script.DIGITS, Kind.DATE, checks.past_day))
    ended_on: Mapped[date | None] = column(Field(N_("Dissolved on"), Script.DIGITS, Kind.DATE, checks.past_day))
    commune_id: Mapped[str | None] = column(Field(N_("Commune"), kind=Kind.RECORD), ForeignKey("commune.id"))
    address: Mapped[str] = column(Field(N_("Address")), default="")
    phone: Mapped[str] = column(Field(N_("Phone"), Script.DIGITS, Kind.PHONE, checks.phone), default="")
    remarks: Mapped[str] = column(Field(N_("Remarks"), kind=Kind.LONG_TEXT), default="")

    commune: Mapped[Commune | None] = relationship(lazy="raise")

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


class Tie(Model):
    """A tie of an artisan to another one, or to a cooperative or enterprise; it ends on a day and stays."""

    __tablename__ = "tie"
    kind_title: ClassVar[str] = N_("Tie")

    kind: Mapped[TieKind] = column(Field(N_("Kind of tie"), kind=Kind.CHOICE, choices=TIE_KINDS, required=True))
    artisan_id: Mapped[str] = mapped_column(ForeignKey("artisan.id"), index=True)
    other_id: Mapped[str | None] = mapped_column(ForeignKey("artisan.id"), index=True)
    body_id: Mapped[str | None] = mapped_column(ForeignKey("craft_body.id"), index=True)
    begins: Mapped[date | None] = column(Field(N_("Since"), Script.DIGITS, Kind.DATE))
    ends: Mapped[date | None] = column(Field(N_("Until"), Script.DIGITS, Kind.DATE))
    note: Mapped[str] = column(Field(N_("Note")), default="")

    artisan: Mapped[Artisan] = relationship(lazy="raise", foreign_keys=[artisan_id])
    other: Mapped[Artisan | None] = relationship(lazy="raise", foreign_keys=[other_id])
    body: Mapped[CraftBody | None] = relationship(lazy="raise")

    def label(self) -> str:
        return self.kind.value


class OtherName(Model):
    """Another name of an artisan, under which the search finds the person too."""

    __tablename__ = "other_name"
    kind_title: ClassVar[str] = N_("Other name")

    artisan_id: Mapped[str] = mapped_column(ForeignKey("artisan.id"), index=True)
    kind: Mapped[NameKind] = column(
        Field(N_("Kind of name"), kind=Kind.CHOICE, choices=NAME_KINDS, required=True), default=NameKind.KNOWN_AS
    )
    name_ar: Mapped[str] = column(Field(N_("Name in Arabic"), Script.ARABIC, sought=Sought.NAME), default="")
    name_la: Mapped[str] = column(Field(N_("Name in Latin letters"), Script.LATIN, sought=Sought.NAME), default="")
    ends: Mapped[date | None] = column(Field(N_("Until"), Script.DIGITS, Kind.DATE))

    artisan: Mapped[Artisan] = relationship(lazy="raise")

    def label(self) -> str:
        return in_language(self.name_ar, self.name_la)
