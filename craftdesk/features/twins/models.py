"""The twins that were found, those that are none, and those that were joined."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Index, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from craftdesk.base.fields import Field, Kind, Script, Sought
from craftdesk.base.i18n import N_
from craftdesk.data.model import Model, column
from craftdesk.features.office.models import in_language
from craftdesk.features.twins.returning import follow


class TwinPair(Model):
    """Two artisans who may be one person, as the last look found them; the smaller key comes first.

    Worked out from the roster and never edited, so the journal leaves it out. Who is gone or told apart is passed over
    when pairs are read: an undo brings its pairs back by itself. `reasons` are names of `rules.Reason`.
    """

    __tablename__ = "twin_pair"
    __table_args__ = (UniqueConstraint("first_id", "second_id"), Index("ix_twin_pair_order", "level", "score"))
    journaled: ClassVar[bool] = False

    first_id: Mapped[str] = mapped_column(String(32))
    second_id: Mapped[str] = mapped_column(String(32), index=True)
    level: Mapped[int]
    score: Mapped[int]
    reasons: Mapped[list[str]] = mapped_column(JSON)


class TwinLook(Model):
    """How far the roster was looked through: up to which change of the journal, and when. There is one."""

    __tablename__ = "twin_look"
    journaled: ClassVar[bool] = False

    upto: Mapped[int]
    at: Mapped[datetime]


class NotTwins(Model):
    """Two artisans of whom the office said that they are not the same person; the smaller key comes first.

    The names are those of that day.
    """

    __tablename__ = "not_twins"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)
    kind_title: ClassVar[str] = N_("Not the same person")

    first_id: Mapped[str] = mapped_column(String(32))
    second_id: Mapped[str] = mapped_column(String(32), index=True)
    names: Mapped[str] = column(Field(N_("Names")))

    def label(self) -> str:
        return self.names


class JoinedTwin(Model):
    """A record that was joined to `artisan_id`: it is in the bin, and its numbers still lead to the person.

    The numbers are those that the person's own record did not take over. `notes` tell what could not simply move
    along: [message, details].
    """

    __tablename__ = "joined_twin"
    kind_title: ClassVar[str] = N_("Joined twin")

    artisan_id: Mapped[str] = mapped_column(String(32), index=True)
    other_id: Mapped[str] = mapped_column(String(32), index=True)
    day: Mapped[date] = column(Field(N_("Joined on"), Script.DIGITS, Kind.DATE))
    name_ar: Mapped[str] = column(Field(N_("Name in Arabic"), Script.ARABIC, sought=Sought.NAME), default="")
    name_la: Mapped[str] = column(Field(N_("Name in Latin letters"), Script.LATIN, sought=Sought.NAME), default="")
    register_no: Mapped[str | None] = column(Field(N_("Register number"), Script.DIGITS, sought=Sought.CODE))
    nin: Mapped[str | None] = column(
        Field(N_("National id number"), Script.DIGITS, masked=True, sought=Sought.CODE), String(40)
    )
    card_no: Mapped[str | None] = column(Field(N_("Card number"), Script.DIGITS, sought=Sought.CODE))
    notes: Mapped[list[Any]] = mapped_column(JSON, default=list)

    def label(self) -> str:
        return in_language(self.name_ar, self.name_la)

    @classmethod
    def taken_back(cls, session: Any, going: Sequence[str]) -> None:
        """The participation of who comes back has gone back by now: a certificate issued on it since goes along."""
        for joined in session.scalars(select(cls).where(cls.id.in_(going))).all():
            follow(session, joined.artisan_id, joined.other_id)
