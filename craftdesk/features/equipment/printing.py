"""What the papers after the receipt ask: decisions, the committee's minutes, deliveries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from craftdesk.base.dates import today
from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.numbers import isolate
from craftdesk.base.words import listed
from craftdesk.data.session import Session
from craftdesk.features.equipment import reads
from craftdesk.features.equipment.models import RequestState, RequestStep
from craftdesk.features.equipment.rules import RequestFile
from craftdesk.features.office.reads import OfficeOnDay, Place, commune_place, office_on
from craftdesk.features.office.signing import Signer, signer

DECIDED = (RequestState.APPROVED, RequestState.REFUSED, RequestState.POSTPONED)


@dataclass(frozen=True)
class Decision:
    """What the committee decided about a request, on which day, and why; nothing yet: no state."""

    file: RequestFile
    state: RequestState | None
    day: date | None
    reason: str


@dataclass(frozen=True)
class Letter:
    """A decision with the office on the day of the letter, and where the applicant lives."""

    office: OfficeOnDay
    decision: Decision
    place: Place | None
    signer: Signer | None = None


@dataclass(frozen=True)
class Sitting:
    """A meeting of the committee: what it looked at, who was there ("name, function", one a line)."""

    office: OfficeOnDay
    day: date | None
    decisions: Sequence[Decision]
    number: str = ""
    chair: str = ""
    members: Sequence[str] = ()
    remarks: str = ""


@dataclass(frozen=True)
class Delivery:
    """What is handed over: by the office of that day, from whom it was bought, for how long it is not given away."""

    office: OfficeOnDay
    decision: Decision
    day: date | None
    supplier: str = ""
    invoice: str = ""
    years: int = 0


def decision_of(file: RequestFile, day: date | None = None, reason: str | None = None) -> Decision:
    """The latest decision among the steps; what is given goes before what is written there."""
    step = _latest(file, DECIDED)
    if step is None:
        return Decision(file, None, day, reason or "")
    return Decision(file, step.state, day or step.day, step.note if reason is None else reason)


def _latest(file: RequestFile, states: Sequence[RequestState]) -> RequestStep | None:
    return next((step for step in reversed(file.steps) if step.state in states), None)


def letters(
    session: Session,
    keys: Sequence[str],
    *,
    decided_on: date | None = None,
    reason: str | None = None,
    **signed: str | None,
) -> list[Letter]:
    """The letters about these requests, or all, as far as the committee has decided about them."""
    found = [decision_of(file, decided_on, reason) for file in reads.request_files(session, keys)]
    decided = [each for each in found if each.state is not None]
    told = _("The committee has not decided yet: {requests}. First enter its decision as a step.")
    _refuse_rest(found, decided, told, chosen=bool(keys))
    here = office_on(session, today())
    return [Letter(here, each, _home(session, each), signer(here, **signed)) for each in decided]


def _refuse_rest(found: Sequence[Decision], fit: Sequence[Decision], told: str, *, chosen: bool) -> None:
    """Name the requests that do not fit, where they were chosen one by one, or where none of all fits."""
    rest = [isolate(each.file.request.reference) for each in found if each not in fit]
    refuse_if(bool(rest) and (chosen or not fit), told.format(requests=listed(rest)))


def _home(session: Session, decision: Decision) -> Place | None:
    artisan = decision.file.request.artisan
    return commune_place(session, artisan.home_commune_id) if artisan and artisan.home_commune_id else None


def sittings(
    session: Session, keys: Sequence[str], *, met_on: date | None = None, members: str | None = None, **said: str | None
) -> list[Sitting]:
    """The minutes about these requests; without keys, about what was decided on the last day of decisions.

    A request without a decision has its line too, to be filled in at the meeting. What else is `said`: number, chair
    and remarks.
    """
    every = [decision_of(file) for file in reads.request_files(session, keys)]
    days = [each.day for each in every if each.day is not None]
    day = met_on or max(days, default=None)
    shown = every if keys else [each for each in every if each.day is not None and each.day == max(days)]
    people = [line.strip() for line in (members or "").splitlines() if line.strip()]
    here = office_on(session, day or today())
    words = {name: text or "" for name, text in said.items()}
    return [Sitting(here, day, shown, members=people, **words)] if shown else []


def deliveries(
    session: Session,
    keys: Sequence[str],
    *,
    delivered_on: date | None = None,
    supplier: str | None = None,
    invoice: str | None = None,
    years: int | None = None,
) -> list[Delivery]:
    """What was granted among these requests, or all."""
    found = [decision_of(file) for file in reads.request_files(session, keys)]
    granted = [each for each in found if each.state is RequestState.APPROVED]
    told = _("Not granted: {requests}. Only what the committee has granted is handed over.")
    _refuse_rest(found, granted, told, chosen=bool(keys))
    made = []
    for each in granted:
        step = _latest(each.file, (RequestState.DELIVERED,))
        day = delivered_on or (step.day if step else None)
        office = office_on(session, day or today())
        made.append(Delivery(office, each, day, supplier or "", invoice or "", years or 0))
    return made
