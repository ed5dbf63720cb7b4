"""What the user changes about equipment requests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.data.session import Session
from craftdesk.features.equipment import reads, rules
from craftdesk.features.equipment.models import (
    REQUEST_STATES,
    EquipmentRequest,
    PaperState,
    RequestKind,
    RequestLine,
    RequestPaper,
    RequestState,
    RequestStep,
)
from craftdesk.features.equipment.rules import RequestFile
from craftdesk.features.office.rules import reference
from craftdesk.features.roster.models import Artisan

EDITABLE = frozenset({"artisan_id", "group_name", "kind", "purpose", "deposited_on", "funding", "remarks"})


@dataclass(frozen=True)
class Asked:
    """A line of a request as it is typed; the price in centimes for one."""

    what: str
    quantity: int
    price: int


def save_request(session: Session, key: str | None, values: Mapping[str, Any], lines: Sequence[Asked]) -> str:
    """Save a request with its lines; a new one gets the next number of its year and the list of usual papers."""
    _check(values, lines)
    request = _changed(session, key, values) if key else _new_request(session, values)
    session.flush()
    _save_lines(session, request.id, lines)
    return request.id


def _changed(session: Session, key: str, values: Mapping[str, Any]) -> EquipmentRequest:
    found = reads.request_file(session, key)
    request = found.request
    before = request.artisan_id, request.kind
    for name in EDITABLE & values.keys():
        setattr(request, name, values[name])
    _check_day(found)
    if request.artisan_id != before[0]:
        _name(session, request)
    session.entitle(N_("Equipment request changed: {label}"), label=request.label())
    if request.kind != before[1]:
        _change_papers(session, found)
    return request


def _check_day(found: RequestFile) -> None:
    """The first step is the deposit; a number stays in its year."""
    request, first, later = found.request, found.steps[0], found.steps[1:]
    other_year = _("The number {number} belongs to the year {year}.").format(
        number=request.reference, year=request.year
    )
    refuse_if(request.deposited_on.year != request.year, other_year, "deposited_on")
    after = bool(later) and later[0].day < request.deposited_on
    refuse_if(after, _("The next step of the request lies before this day."), "deposited_on")
    first.day = request.deposited_on


def _change_papers(session: Session, found: RequestFile) -> None:
    """Ask for the usual papers of another kind of request; what was received stays."""
    wanted = rules.USUAL_PAPERS[RequestKind(found.request.kind)]
    usual = {name for names in rules.USUAL_PAPERS.values() for name in names}
    for paper in found.missing:
        if paper.name in usual and paper.name not in wanted:
            session.delete(paper)
    held = {paper.name for paper in found.papers}
    _add_papers(session, found.request, [name for name in wanted if name not in held], len(found.papers))


def _add_papers(session: Session, request: EquipmentRequest, names: Sequence[str], first: int = 0) -> None:
    for place, name in enumerate(names, first):
        session.add(RequestPaper(request_id=request.id, position=place, name=name, state=PaperState.MISSING))


def _check(values: Mapping[str, Any], lines: Sequence[Asked]) -> None:
    nobody = not values.get("artisan_id") and not str(values.get("group_name") or "").strip()
    refuse_if(nobody, _("Choose the artisan, or write the name of the group."), "artisan_id")
    refuse_if(values.get("deposited_on") is None, _("Write the day of the deposit."), "deposited_on")
    refuse_if(not lines, _("Write at least one thing that is asked for."), "lines")
    for line in lines:
        refuse_if(not line.what.strip(), _("Every line needs a designation."), "lines")
        refuse_if(line.quantity < 1, _("The quantity is at least 1."), "lines")
        refuse_if(line.price < 0, _("A price is not below zero."), "lines")


def _new_request(session: Session, values: Mapping[str, Any]) -> EquipmentRequest:
    year = values["deposited_on"].year
    highest = session.scalar(select(func.max(EquipmentRequest.number)).where(EquipmentRequest.year == year))
    number = (highest or 0) + 1
    request = EquipmentRequest(
        number=number,
        year=year,
        reference=reference(number, year),
        state=RequestState.DEPOSITED,
        **{name: values[name] for name in EDITABLE if values.get(name) is not None},
    )
    _name(session, request)
    session.entitle(N_("Equipment request taken in: {label}"), label=request.label())
    session.add(request)
    session.flush()
    _add_papers(session, request, rules.USUAL_PAPERS[RequestKind(request.kind)])
    session.add(RequestStep(request_id=request.id, state=RequestState.DEPOSITED, day=request.deposited_on))
    return request


def _name(session: Session, request: EquipmentRequest) -> None:
    """Keep the applicant's name as it is on the day of the request."""
    artisan = session.get_one(Artisan, request.artisan_id) if request.artisan_id else None
    request.name_ar = artisan.name_ar if artisan else ""
    request.name_la = artisan.name_la if artisan else ""


def _save_lines(session: Session, request_id: str, lines: Sequence[Asked]) -> None:
    """The lines in their order; a line keeps its record as long as its place does."""
    asked = select(RequestLine).where(RequestLine.request_id == request_id).order_by(RequestLine.position)
    held = list(session.scalars(asked))
    for place, line in enumerate(lines):
        record = held[place] if place < len(held) else RequestLine(request_id=request_id)
        record.position, record.what = place, line.what.strip()
        record.quantity, record.price = line.quantity, line.price
        session.add(record)
    for record in held[len(lines) :]:
        session.delete(record)


def save_paper(session: Session, key: str, state: PaperState, day: date) -> None:
    """Say whether a paper of a file is there."""
    paper = session.get_one(RequestPaper, key)
    request = session.get_one(EquipmentRequest, paper.request_id)
    session.entitle(N_("Paper of the request {label}: {paper}"), label=request.label(), paper=[paper.name, {}])
    paper.state = state
    paper.received_on = day if state is PaperState.RECEIVED else None


def add_paper(session: Session, request_id: str, name: str) -> str:
    """Ask for one more paper."""
    refuse_if(not name.strip(), _("Write the name of the paper."), "name")
    request = session.get_one(EquipmentRequest, request_id)
    session.entitle(N_("Paper of the request {label}: {paper}"), label=request.label(), paper=name.strip())
    last = session.scalar(select(func.max(RequestPaper.position)).where(RequestPaper.request_id == request_id))
    paper = RequestPaper(request_id=request_id, position=(last or 0) + 1, name=name.strip())
    session.add(paper)
    session.flush()
    return paper.id


def remove_paper(session: Session, key: str) -> None:
    paper = session.get_one(RequestPaper, key)
    request = session.get_one(EquipmentRequest, paper.request_id)
    session.entitle(N_("Paper no longer asked for: {paper}, {label}"), label=request.label(), paper=[paper.name, {}])
    session.delete(paper)


def move_on(session: Session, key: str, state: RequestState, day: date, note: str = "") -> None:
    """Bring a request to its next state on a day."""
    found = reads.request_file(session, key)
    request = found.request
    allowed = state in rules.next_states(request.state, found.papers)
    missing = _(", ").join(paper.label() for paper in found.missing)
    if state is RequestState.COMPLETE:
        refuse_if(not allowed and bool(missing), _("Still missing: {papers}").format(papers=missing))
    refuse_if(not allowed, _("This request cannot become “{state}” now.").format(state=_(REQUEST_STATES[state])))
    refuse_if(day < request.deposited_on, _("The day lies before the deposit."), "day")
    refuse_if(day < found.steps[-1].day, _("The day lies before the last step."), "day")
    session.entitle(N_("Request {label}: {state}"), label=request.label(), state=[REQUEST_STATES[state], {}])
    request.state = state
    session.add(RequestStep(request_id=key, state=state, day=day, note=note.strip()))


def delete_request(session: Session, key: str) -> None:
    """To the bin, with all that belongs to it."""
    found = reads.request_file(session, key)
    session.entitle(N_("Equipment request deleted: {label}"), label=found.request.label())
    for part in (*found.lines, *found.papers, *found.steps):
        session.delete(part)
    session.flush()
    session.delete(found.request)
