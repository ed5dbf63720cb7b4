"""What screens and papers ask about equipment requests."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from craftdesk.data import search
from craftdesk.data.session import Session
from craftdesk.features.equipment.models import (
    EquipmentRequest,
    PaperState,
    RequestLine,
    RequestPaper,
    RequestState,
    RequestStep,
)
from craftdesk.features.equipment.rules import OPEN_STATES, RequestFile
from craftdesk.features.roster.models import Artisan

FOUND = 2000


@dataclass(frozen=True)
class RequestEntry:
    """A request as a list shows it, with its total in centimes and the papers that are missing."""

    request: EquipmentRequest
    total: int
    missing: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.request.id


def requests(session: Session, like: str = "", states: Collection[RequestState] = ()) -> list[RequestEntry]:
    """The requests, newest first."""
    asked = select(EquipmentRequest).options(joinedload(EquipmentRequest.artisan).joinedload(Artisan.activity))
    if states:
        asked = asked.where(EquipmentRequest.state.in_(states))
    if like.strip():
        found = search.find(session.connection(), like, (EquipmentRequest.__tablename__,), FOUND)
        asked = asked.where(EquipmentRequest.id.in_([key for _table, key in found]))
    order = EquipmentRequest.year.desc(), EquipmentRequest.number.desc()
    return _entries(session, list(session.scalars(asked.order_by(*order).limit(FOUND))))


def entries(session: Session, keys: Sequence[str]) -> list[RequestEntry]:
    return _entries(session, list(session.scalars(select(EquipmentRequest).where(EquipmentRequest.id.in_(keys)))))


def of_artisan(session: Session, artisan_id: str) -> list[RequestEntry]:
    asked = select(EquipmentRequest).where(EquipmentRequest.artisan_id == artisan_id)
    return _entries(session, list(session.scalars(asked.order_by(EquipmentRequest.deposited_on.desc()))))


def _entries(session: Session, records: Sequence[EquipmentRequest]) -> list[RequestEntry]:
    keys = [each.id for each in records]
    amount = func.sum(RequestLine.quantity * RequestLine.price)
    summed = select(RequestLine.request_id, amount).where(RequestLine.request_id.in_(keys))
    totals = dict(session.execute(summed.group_by(RequestLine.request_id)).tuples().all())
    missing: dict[str, list[str]] = {}
    asked = select(RequestPaper.request_id, RequestPaper.name).where(
        RequestPaper.request_id.in_(keys), RequestPaper.state == PaperState.MISSING
    )
    for key, name in session.execute(asked.order_by(RequestPaper.position)):
        missing.setdefault(key, []).append(name)
    return [RequestEntry(each, totals.get(each.id, 0), tuple(missing.get(each.id, ()))) for each in records]


def request_file(session: Session, key: str) -> RequestFile:
    """A request with its lines, papers and steps."""
    whole = joinedload(EquipmentRequest.artisan).options(joinedload(Artisan.activity), joinedload(Artisan.home_commune))
    record = session.get_one(EquipmentRequest, key, options=[whole])
    lines = select(RequestLine).where(RequestLine.request_id == key).order_by(RequestLine.position)
    papers = select(RequestPaper).where(RequestPaper.request_id == key).order_by(RequestPaper.position)
    steps = select(RequestStep).where(RequestStep.request_id == key).order_by(RequestStep.day, RequestStep.id)
    return RequestFile(
        record, list(session.scalars(lines)), list(session.scalars(papers)), list(session.scalars(steps))
    )


def request_files(session: Session, keys: Iterable[str]) -> list[RequestFile]:
    """The files of these requests, or of all in the order of their numbers."""
    chosen = list(keys)
    if not chosen:
        asked = select(EquipmentRequest.id).order_by(EquipmentRequest.year, EquipmentRequest.number)
        chosen = list(session.scalars(asked))
    return [request_file(session, key) for key in chosen]


def number_open(session: Session) -> int:
    """How many requests wait for the office or the committee."""
    asked = select(func.count()).select_from(EquipmentRequest).where(EquipmentRequest.state.in_(OPEN_STATES))
    return session.scalar(asked) or 0


def incomplete(session: Session, limit: int = 20) -> list[RequestEntry]:
    """The requests whose file misses papers, oldest first."""
    found = requests(session, states=(RequestState.DEPOSITED, RequestState.INCOMPLETE))
    return [entry for entry in reversed(found) if entry.missing][:limit]
