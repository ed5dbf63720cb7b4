"""Pure questions about a request: what it costs, what is missing, what may come next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from craftdesk.base.i18n import N_
from craftdesk.features.equipment.models import (
    EquipmentRequest,
    PaperState,
    RequestKind,
    RequestLine,
    RequestPaper,
    RequestState,
    RequestStep,
)

USUAL_PAPERS: Mapping[RequestKind, tuple[str, ...]] = {
    RequestKind.ACQUISITION: (
        N_("Handwritten request"),
        N_("Copy of the artisan card"),
        N_("Nationality certificate"),
        N_("Quotation"),
        N_("Second quotation"),
    ),
    RequestKind.MAINTENANCE: (
        N_("Handwritten request"),
        N_("Copy of the artisan card"),
        N_("Quotation for the repair"),
        N_("Photo of the equipment"),
    ),
}
"""What a file usually holds (request, card and nationality certificate: the fund's file at Tizi Ouzou, 2013)."""

_NEXT: Mapping[RequestState, tuple[RequestState, ...]] = {
    RequestState.DEPOSITED: (RequestState.INCOMPLETE, RequestState.COMPLETE),
    RequestState.INCOMPLETE: (RequestState.COMPLETE, RequestState.CLOSED),
    RequestState.COMPLETE: (
        RequestState.APPROVED,
        RequestState.REFUSED,
        RequestState.POSTPONED,
        RequestState.INCOMPLETE,
    ),
    RequestState.POSTPONED: (RequestState.APPROVED, RequestState.REFUSED, RequestState.INCOMPLETE),
    RequestState.APPROVED: (RequestState.DELIVERED, RequestState.CLOSED),
    RequestState.REFUSED: (RequestState.CLOSED, RequestState.COMPLETE),
    RequestState.DELIVERED: (RequestState.CLOSED,),
    RequestState.CLOSED: (),
}

TONES: Mapping[RequestState, str] = {
    RequestState.DEPOSITED: "primary",
    RequestState.INCOMPLETE: "warn",
    RequestState.COMPLETE: "primary",
    RequestState.APPROVED: "good",
    RequestState.REFUSED: "bad",
    RequestState.POSTPONED: "warn",
    RequestState.DELIVERED: "good",
    RequestState.CLOSED: "neutral",
}
OPEN_STATES = (RequestState.DEPOSITED, RequestState.INCOMPLETE, RequestState.COMPLETE, RequestState.POSTPONED)
"""The states in which a request still waits for the office or the committee."""


@dataclass(frozen=True)
class RequestFile:
    """A request with all that belongs to it, in order."""

    request: EquipmentRequest
    lines: Sequence[RequestLine]
    papers: Sequence[RequestPaper]
    steps: Sequence[RequestStep]

    @property
    def total(self) -> int:
        """In centimes."""
        return sum(line.amount for line in self.lines)

    @property
    def missing(self) -> list[RequestPaper]:
        return [paper for paper in self.papers if paper.state is PaperState.MISSING]

    @property
    def received(self) -> list[RequestPaper]:
        return [paper for paper in self.papers if paper.state is PaperState.RECEIVED]


def next_states(state: RequestState, papers: Iterable[RequestPaper]) -> tuple[RequestState, ...]:
    """What may follow; a file that misses a paper cannot be complete."""
    missing = any(paper.state is PaperState.MISSING for paper in papers)
    return tuple(each for each in _NEXT[state] if not (missing and each is RequestState.COMPLETE))


def days_waiting(request: EquipmentRequest, today: date) -> int:
    return (today - request.deposited_on).days
