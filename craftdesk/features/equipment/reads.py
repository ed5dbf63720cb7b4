"""What screens and papers ask about equipment requests."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from craftdesk.data import search
from craftdesk.data.session import Session, chunks
from craftdesk.features.equipment.models import (
    EquipmentRequest,
    PaperState,
    RequestKind,
    RequestLine,
    RequestPaper,
    RequestState,
    RequestStep,
)
from craftdesk.features.equipment.rules import OPEN_STATES, RequestFile
from craftdesk.features.office.reads import OfficeOnDay, office_on
from craftdesk.features.roster.models import Artisan

FOUND = 2000
_BY_NUMBER = (EquipmentRequest.year, EquipmentRequest.number)


@dataclass(frozen=True)
class RequestEntry:
    """A request as a list shows it, with its total in centimes, what is asked for and the papers that are missing."""

    request: EquipmentRequest
    total: int
    what: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.request.id


@dataclass(frozen=True)
class Receipt:
    """A request's file with the office as it was on the day of the deposit."""

    file: RequestFile
    office: OfficeOnDay


def requests(
    session: Session, like: str = "", states: Collection[RequestState] = (), kind: RequestKind | None = None
) -> list[RequestEntry]:
    """The requests, newest first."""
    asked = _requests()
    if states:
        asked = asked.where(EquipmentRequest.state.in_(states))
    if kind:
        asked = asked.where(EquipmentRequest.kind == kind)
    if like.strip():
        asked = asked.where(EquipmentRequest.id.in_(_like(session, like)))
    return _entries(session, session.scalars(asked.order_by(*(each.desc() for each in _BY_NUMBER)).limit(FOUND)).all())


def _requests() -> Select[EquipmentRequest]:
    return select(EquipmentRequest).options(joinedload(EquipmentRequest.artisan).joinedload(Artisan.activity))


def _like(session: Session, typed: str) -> set[str]:
    """The requests whose own words or whose things asked for hold all the typed words."""
    own, line = EquipmentRequest.__tablename__, RequestLine.__tablename__
    found = search.find(session.connection(), typed, (own, line), FOUND)
    keys = {key for table, key in found if table == own}
    lines = [key for table, key in found if table == line]
    return keys | set(session.scalars(select(RequestLine.request_id).where(RequestLine.id.in_(lines))))


def entries(session: Session, keys: Sequence[str]) -> list[RequestEntry]:
    return _entries(session, session.scalars(_requests().where(EquipmentRequest.id.in_(keys))).all())


def of_artisan(session: Session, artisan_id: str) -> list[RequestEntry]:
    """The requests of an artisan, newest first."""
    asked = _requests().where(EquipmentRequest.artisan_id == artisan_id)
    return _entries(session, session.scalars(asked.order_by(*(each.desc() for each in _BY_NUMBER))).all())


def _entries(session: Session, records: Sequence[EquipmentRequest]) -> list[RequestEntry]:
    keys = [each.id for each in records]
    lines = select(RequestLine.request_id, RequestLine.what, RequestLine.quantity * RequestLine.price)
    totals: dict[str, int] = {}
    what: dict[str, list[str]] = {}
    for key, words, amount in _belonging(session, lines, RequestLine, keys):
        totals[key] = totals.get(key, 0) + amount
        what.setdefault(key, []).append(words)
    papers = select(RequestPaper.request_id, RequestPaper.name).where(RequestPaper.state == PaperState.MISSING)
    missing: dict[str, list[str]] = {}
    for key, name in _belonging(session, papers, RequestPaper, keys):
        missing.setdefault(key, []).append(name)
    return [
        RequestEntry(each, totals.get(each.id, 0), tuple(what.get(each.id, ())), tuple(missing.get(each.id, ())))
        for each in records
    ]


def _belonging(
    session: Session, asked: Select[*tuple[Any, ...]], model: type[RequestLine | RequestPaper], keys: Sequence[str]
) -> Iterable[Any]:
    """What belongs to these requests, in its order."""
    asked = asked.order_by(model.request_id, model.position)
    return [each for some in chunks(keys) for each in session.execute(asked.where(model.request_id.in_(some)))]


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


def is_there(session: Session, key: str) -> bool:
    return session.get(EquipmentRequest, key) is not None


def request_files(session: Session, keys: Iterable[str]) -> list[RequestFile]:
    """The files of these requests, or of all in the order of their numbers."""
    chosen = list(keys) or list(session.scalars(select(EquipmentRequest.id).order_by(*_BY_NUMBER)))
    return [request_file(session, key) for key in chosen]


def receipts(session: Session, keys: Sequence[str]) -> list[Receipt]:
    """What the receipts of these requests, or of all, say."""
    files = request_files(session, keys)
    return [Receipt(each, office_on(session, each.request.deposited_on)) for each in files]


def fundings(session: Session) -> list[str]:
    """The sources of funds named so far, latest first."""
    asked = select(EquipmentRequest.funding).where(EquipmentRequest.funding != "").order_by(EquipmentRequest.id.desc())
    return list(dict.fromkeys(session.scalars(asked)))


def number_in_state(session: Session) -> dict[RequestState, int]:
    asked = select(EquipmentRequest.state, func.count()).group_by(EquipmentRequest.state)
    return dict(session.execute(asked).all())


def number_open(session: Session) -> int:
    """How many requests wait for the office or the committee."""
    found = number_in_state(session)
    return sum(found.get(state, 0) for state in OPEN_STATES)


def incomplete(session: Session, limit: int = 20) -> list[RequestEntry]:
    """The requests whose file misses papers, oldest first."""
    missing = select(RequestPaper.request_id).where(RequestPaper.state == PaperState.MISSING)
    waiting = EquipmentRequest.state.in_((RequestState.DEPOSITED, RequestState.INCOMPLETE))
    asked = _requests().where(waiting, EquipmentRequest.id.in_(missing))
    oldest = asked.order_by(EquipmentRequest.deposited_on, *_BY_NUMBER).limit(limit)
    return _entries(session, session.scalars(oldest).all())
