"""Requests for equipment or its repair, with their lines, papers and steps."""

import enum
from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from craftdesk.base.fields import Field, Kind, Script, Sought
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model, column
from craftdesk.features.office.models import in_language
from craftdesk.features.roster.models import Artisan


class RequestKind(enum.StrEnum):
    """What is asked for."""

    ACQUISITION = "acquisition"
    MAINTENANCE = "maintenance"


class RequestState(enum.StrEnum):
    """How far a request has come. The names do not depend on any one fund."""

    DEPOSITED = "deposited"
    INCOMPLETE = "incomplete"
    COMPLETE = "complete"
    APPROVED = "approved"
    REFUSED = "refused"
    POSTPONED = "postponed"
    DELIVERED = "delivered"
    CLOSED = "closed"


class PaperState(enum.StrEnum):
    """Whether a paper of the file is there."""

    MISSING = "missing"
    RECEIVED = "received"
    NOT_NEEDED = "not needed"


REQUEST_KINDS: dict[str, str] = {
    RequestKind.ACQUISITION: N_("Acquisition of equipment"),
    RequestKind.MAINTENANCE: N_("Maintenance of equipment"),
}
REQUEST_STATES: dict[str, str] = {
    RequestState.DEPOSITED: N_("Deposited"),
    RequestState.INCOMPLETE: N_("Incomplete file"),
    RequestState.COMPLETE: N_("Complete file"),
    RequestState.APPROVED: N_("Approved by the committee"),
    RequestState.REFUSED: N_("Refused by the committee"),
    RequestState.POSTPONED: N_("Postponed by the committee"),
    RequestState.DELIVERED: N_("Delivered"),
    RequestState.CLOSED: N_("Closed"),
}
PAPER_STATES: dict[str, str] = {
    PaperState.MISSING: N_("Missing"),
    PaperState.RECEIVED: N_("Received"),
    PaperState.NOT_NEEDED: N_("Not needed"),
}


class EquipmentRequest(Model):
    """What an artisan, or a group that wants to become a cluster, asks for. Numbers run from 1 each year.

    A group is written down by its name and speaks through `artisan_id`, its spokesman, when he is in the roster.
    """

    __tablename__ = "equipment_request"
    __table_args__ = (UniqueConstraint("year", "number"),)
    kind_title: ClassVar[str] = N_("Equipment request")

    number: Mapped[int] = column(Field(N_("Number"), Script.DIGITS, Kind.NUMBER))
    year: Mapped[int] = column(Field(N_("Year"), Script.DIGITS, Kind.NUMBER))
    reference: Mapped[str] = column(Field(N_("Number and year"), Script.DIGITS, sought=Sought.CODE))
    artisan_id: Mapped[str | None] = column(
        Field(N_("Artisan"), kind=Kind.RECORD), ForeignKey("artisan.id"), index=True
    )
    group_name: Mapped[str] = column(Field(N_("Group or cluster in the making"), sought=Sought.WORDS), default="")
    kind: Mapped[RequestKind] = column(
        Field(N_("Kind of request"), kind=Kind.CHOICE, choices=REQUEST_KINDS, required=True),
        default=RequestKind.ACQUISITION,
    )
    purpose: Mapped[str] = column(Field(N_("Purpose"), kind=Kind.LONG_TEXT, sought=Sought.WORDS), default="")
    deposited_on: Mapped[date] = column(Field(N_("Deposited on"), Script.DIGITS, Kind.DATE, required=True))
    state: Mapped[RequestState] = column(
        Field(N_("State"), kind=Kind.CHOICE, choices=REQUEST_STATES), default=RequestState.DEPOSITED, index=True
    )
    funding: Mapped[str] = column(Field(N_("Source of funds")), default="")
    remarks: Mapped[str] = column(Field(N_("Remarks"), kind=Kind.LONG_TEXT), default="")
    name_ar: Mapped[str] = column(Field(N_("Name of the applicant"), Script.ARABIC, sought=Sought.NAME), default="")
    name_la: Mapped[str] = column(Field(N_("Name in Latin letters"), Script.LATIN, sought=Sought.NAME), default="")

    artisan: Mapped[Artisan | None] = relationship(lazy="raise")

    @property
    def applicant(self) -> str:
        """Who asks: the group, or the artisan by the name of the day of the request."""
        return self.group_name or in_language(self.name_ar, self.name_la)

    def label(self) -> str:
        return f"{self.reference} {self.applicant}"


class RequestLine(Model):
    """A thing asked for, or a repair; the price is in centimes for one."""

    __tablename__ = "request_line"

    request_id: Mapped[str] = mapped_column(ForeignKey("equipment_request.id"), index=True)
    position: Mapped[int]
    what: Mapped[str] = column(Field(N_("Designation"), sought=Sought.WORDS, required=True))
    quantity: Mapped[int] = column(Field(N_("Quantity"), Script.DIGITS, Kind.NUMBER, required=True), default=1)
    price: Mapped[int] = column(Field(N_("Unit price"), Script.DIGITS, Kind.MONEY), default=0)

    @property
    def amount(self) -> int:
        return self.quantity * self.price

    def label(self) -> str:
        return self.what


class RequestPaper(Model):
    """A paper of the file of a request: received, missing or not needed.

    `name` is a message of the catalogue for the usual papers, and as it was typed for others.
    """

    __tablename__ = "request_paper"

    request_id: Mapped[str] = mapped_column(ForeignKey("equipment_request.id"), index=True)
    position: Mapped[int]
    name: Mapped[str] = column(Field(N_("Paper"), required=True))
    state: Mapped[PaperState] = column(
        Field(N_("State"), kind=Kind.CHOICE, choices=PAPER_STATES), default=PaperState.MISSING
    )
    received_on: Mapped[date | None] = column(Field(N_("Received on"), Script.DIGITS, Kind.DATE))

    def label(self) -> str:
        return _(self.name)


class RequestStep(Model):
    """A state that a request reached on a day, with what is to be said about it."""

    __tablename__ = "request_step"

    request_id: Mapped[str] = mapped_column(ForeignKey("equipment_request.id"), index=True)
    state: Mapped[RequestState] = column(Field(N_("State"), kind=Kind.CHOICE, choices=REQUEST_STATES))
    day: Mapped[date] = column(Field(N_("Day"), Script.DIGITS, Kind.DATE))
    note: Mapped[str] = column(Field(N_("Note")), default="")

    def label(self) -> str:
        return self.state.value
