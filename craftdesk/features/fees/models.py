"""The kinds of fees with their dated amounts, what artisans owe, and the receipts of what they paid."""

import enum
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, func, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind, Script, Sought
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_dinars
from craftdesk.data.model import Model, column
from craftdesk.features.office.models import in_language


class Way(enum.StrEnum):
    """How a fee is paid."""

    CASH = "cash"
    POSTAL = "postal account"
    TRANSFER = "transfer"
    CHEQUE = "cheque"


WAYS: dict[str, str] = {
    Way.CASH: N_("In cash"),
    Way.POSTAL: N_("Into the postal account"),
    Way.TRANSFER: N_("By bank transfer"),
    Way.CHEQUE: N_("By cheque"),
}


class FeeKind(Model):
    """A fee as the office has it; a `yearly` one is owed by every registered artisan, another for what it is for."""

    __tablename__ = "fee_kind"
    kind_title: ClassVar[str] = N_("Kind of fee")

    code: Mapped[str] = mapped_column(String(32), unique=True)
    position: Mapped[int]
    name_ar: Mapped[str] = column(Field(N_("Fee in Arabic"), Script.ARABIC, required=True))
    name_fr: Mapped[str] = column(Field(N_("Fee in French"), Script.LATIN), default="")
    yearly: Mapped[bool] = column(Field(N_("Owed every year"), kind=Kind.YES_NO), default=False)
    offered: Mapped[bool] = column(Field(N_("Still asked for"), kind=Kind.YES_NO), default=True)

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


class FeeRate(Model):
    """The amount of a fee in centimes from a day on, with the decision that says so."""

    __tablename__ = "fee_rate"
    __table_args__ = (UniqueConstraint("kind_id", "holds_from"),)
    kind_title: ClassVar[str] = N_("Amount of a fee")

    kind_id: Mapped[str] = mapped_column(ForeignKey("fee_kind.id"), index=True)
    holds_from: Mapped[date] = column(Field(N_("Holds from"), Script.DIGITS, Kind.DATE, required=True))
    amount: Mapped[int] = column(Field(N_("Amount"), Script.DIGITS, Kind.MONEY, required=True))
    source: Mapped[str] = column(Field(N_("Decision or source")), default="")

    def label(self) -> str:
        return format_dinars(self.amount)


class FeeReceipt(Model):
    """A receipt of what an artisan paid. Numbers run from 1 each year without a gap.

    `printed` holds the words of the lines, so that a reprint says the same. One that was given by mistake is
    cancelled: it keeps its number and counts no longer.
    """

    __tablename__ = "fee_receipt"
    __table_args__ = (UniqueConstraint("year", "number"),)
    kind_title: ClassVar[str] = N_("Receipt")

    number: Mapped[int] = column(Field(N_("Number"), Script.DIGITS, Kind.NUMBER))
    year: Mapped[int] = column(Field(N_("Year"), Script.DIGITS, Kind.NUMBER))
    reference: Mapped[str] = column(Field(N_("Number and year"), Script.DIGITS, sought=Sought.CODE))
    day: Mapped[date] = column(Field(N_("Paid on"), Script.DIGITS, Kind.DATE, required=True), index=True)
    artisan_id: Mapped[str] = column(
        Field(N_("Artisan"), kind=Kind.RECORD, required=True), ForeignKey("artisan.id"), index=True
    )
    name_ar: Mapped[str] = column(Field(N_("Name"), Script.ARABIC, sought=Sought.NAME), default="")
    name_la: Mapped[str] = column(Field(N_("Name in Latin letters"), Script.LATIN, sought=Sought.NAME), default="")
    amount: Mapped[int] = column(Field(N_("Amount"), Script.DIGITS, Kind.MONEY))
    way: Mapped[Way] = column(Field(N_("How it was paid"), kind=Kind.CHOICE, choices=WAYS, required=True))
    way_no: Mapped[str] = column(Field(N_("Number of the cheque or transfer"), Script.DIGITS), default="")
    printed: Mapped[dict[str, Any]] = mapped_column(JSON)
    cancelled_on: Mapped[date | None] = column(Field(N_("Cancelled on"), Script.DIGITS, Kind.DATE))
    cancelled_why: Mapped[str] = column(Field(N_("Why it was cancelled")), default="")

    @property
    def name(self) -> str:
        return in_language(self.name_ar, self.name_la)

    def label(self) -> str:
        return f"{self.reference} {self.name}"

    @classmethod
    def held_back(cls, session: Session, going: Sequence[str]) -> Mapping[str, str]:
        """An undo that would leave a gap between the numbers is refused as a whole: what was paid stays paid."""
        kept = select(cls.year, func.max(cls.number)).where(cls.id.not_in(going)).group_by(cls.year)
        highest = dict(session.execute(kept).all()) if going else {}
        leaving = session.execute(select(cls.reference, cls.year, cls.number).where(cls.id.in_(going)))
        for reference, year, number in leaving:
            if number < highest.get(year, 0):
                told = _(
                    "Later receipts were given: without {number} there would be a gap. Cancel the receipt instead."
                )
                raise UserError(told.format(number=reference))
        return {}

    @classmethod
    def kept_out(cls, session: Session, coming: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
        """A receipt comes back only where its number follows on those that are there."""
        highest = dict(session.execute(select(cls.year, func.max(cls.number)).group_by(cls.year)).all())
        for row in sorted(coming, key=lambda row: (row["year"], row["number"])):
            if row["number"] != highest.get(row["year"], 0) + 1:
                told = _("Receipt {number} cannot come back: its number was given again.")
                raise UserError(told.format(number=row["reference"]))
            highest[row["year"]] = row["number"]
        return {}


class FeeDue(Model):
    """What an artisan owes or owed of a fee for a year: open, paid by a receipt, or let go.

    A yearly fee is owed without such a line; it gets one when it is paid or let go. What was `charged` beforehand
    stays when its receipt is cancelled.
    """

    __tablename__ = "fee_due"
    __table_args__ = (
        Index("ix_fee_due_kind_year", "kind_id", "year", "artisan_id"),
        Index("ix_fee_due_open", "artisan_id", sqlite_where=text("receipt_id IS NULL AND waived_on IS NULL")),
    )
    kind_title: ClassVar[str] = N_("Fee owed")

    artisan_id: Mapped[str] = mapped_column(ForeignKey("artisan.id"), index=True)
    kind_id: Mapped[str] = mapped_column(ForeignKey("fee_kind.id"))
    year: Mapped[int] = column(Field(N_("Year"), Script.DIGITS, Kind.NUMBER))
    day: Mapped[date] = column(Field(N_("Owed since"), Script.DIGITS, Kind.DATE))
    amount: Mapped[int] = column(Field(N_("Amount"), Script.DIGITS, Kind.MONEY))
    charged: Mapped[bool] = mapped_column(default=False)
    receipt_id: Mapped[str | None] = mapped_column(ForeignKey("fee_receipt.id"), index=True)
    waived_on: Mapped[date | None] = column(Field(N_("Let go on"), Script.DIGITS, Kind.DATE))
    note: Mapped[str] = column(Field(N_("Note")), default="")

    def label(self) -> str:
        return f"{self.year} {format_dinars(self.amount)}"

    @classmethod
    def kept_out(cls, session: Session, coming: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
        """What a receipt paid comes back with its receipt, or not at all."""
        wanted = {row["receipt_id"] for row in coming if row.get("receipt_id")}
        there = set(session.scalars(select(FeeReceipt.id).where(FeeReceipt.id.in_(wanted))))
        if wanted - there:
            raise UserError(_("The receipt cannot come back: its number was given again. Give a new one."))
        return {}
