"""What is counted of a year."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import extract, func, select

from craftdesk.base.dates import today
from craftdesk.data.session import Session
from craftdesk.features.certificates.models import Certificate, CertificateKind
from craftdesk.features.equipment.models import EquipmentRequest, RequestState
from craftdesk.features.office import reads as office
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.features.roster import reads as roster
from craftdesk.features.roster.models import Artisan, Status
from craftdesk.features.training import reads as training
from craftdesk.features.training.models import CourseKind, State

YEARS = 5
"""So many years are compared."""
COMMUNES = 8
"""So many communes are named; the others are counted together."""


@dataclass(frozen=True)
class Year:
    """A year in figures. Months run from 1 to 12; domains and communes are those of the registered of the day."""

    office: OfficeOnDay
    year: int
    domains: Mapping[str, int]
    communes: Mapping[str, int]
    others: int
    unknown: int
    registered: Mapping[int, Mapping[int, int]]
    """How many were registered in each month, of this year and of the one before."""
    sessions: Mapping[CourseKind, Mapping[int, int]]
    participants: int
    certificates: Mapping[CertificateKind, Mapping[int, int]]
    """How many were issued of each kind, year by year."""
    requests: Mapping[RequestState, int]

    @property
    def day(self) -> date:
        return self.office.day


def year_in_figures(session: Session, keys: Sequence[str] = (), *, year: int | None = None) -> Year:  # noqa: ARG001
    """The year, or the one that runs; the keys of a paper are not asked for."""
    wanted = year or today().year
    communes, others, unknown = _communes(session)
    sessions, participants = _sessions(session, wanted)
    return Year(
        office=office.office_today(session),
        year=wanted,
        domains={domain.label(): number for domain, number in roster.by_domain(session).items()},
        communes=communes,
        others=others,
        unknown=unknown,
        registered={each: _registered(session, each) for each in (wanted, wanted - 1)},
        sessions=sessions,
        participants=participants,
        certificates=_certificates(session, wanted),
        requests=_requests(session, wanted),
    )


def years(session: Session) -> list[int]:
    """The years of which there is something to tell, latest first; this one always."""
    first = session.scalar(select(func.min(Certificate.year)))
    meeting = [line.first_day.year for line in training.sessions(session) if line.first_day]
    return list(range(today().year, min([today().year, *meeting, *([first] if first else [])]) - 1, -1))


def _communes(session: Session) -> tuple[dict[str, int], int, int]:
    """Where most of the registered live, how many live elsewhere, and of how many that is not known."""
    number = func.count()
    asked = (
        select(Artisan.home_commune_id, number)
        .where(Artisan.status == Status.REGISTERED)
        .group_by(Artisan.home_commune_id)
        .order_by(number.desc(), Artisan.home_commune_id)
    )
    found = [(key, count) for key, count in session.execute(asked)]
    places = office.commune_places(session)
    named = [(key, count) for key, count in found if key in places][:COMMUNES]
    shown = {places[key].label(): count for key, count in named if key}
    unknown = sum(count for key, count in found if key not in places)
    return shown, sum(count for _key, count in found) - sum(shown.values()) - unknown, unknown


def _registered(session: Session, year: int) -> dict[int, int]:
    month = extract("month", Artisan.registered_on)
    asked = select(month, func.count()).where(extract("year", Artisan.registered_on) == year).group_by(month)
    return dict(session.execute(asked).all())


def _sessions(session: Session, year: int) -> tuple[dict[CourseKind, dict[int, int]], int]:
    """The sessions by kind and month of their first day, and how many people were enrolled in them."""
    lines = [
        line
        for line in training.sessions(session)
        if line.first_day and line.first_day.year == year and line.session.state is not State.CANCELLED
    ]
    counted = Counter((line.session.kind, line.first_day.month) for line in lines if line.first_day)
    by_kind = {kind: {month: n for (each, month), n in counted.items() if each is kind} for kind in CourseKind}
    return by_kind, sum(line.participants for line in lines)


def _certificates(session: Session, year: int) -> dict[CertificateKind, dict[int, int]]:
    asked = (
        select(Certificate.kind, Certificate.year, func.count())
        .where(Certificate.year.between(year - YEARS + 1, year))
        .group_by(Certificate.kind, Certificate.year)
    )
    found: dict[CertificateKind, dict[int, int]] = {kind: {} for kind in CertificateKind}
    for kind, of_year, number in session.execute(asked):
        found[kind][of_year] = number
    return {kind: by_year for kind, by_year in found.items() if by_year}


def _requests(session: Session, year: int) -> dict[RequestState, int]:
    asked = select(EquipmentRequest.state, func.count()).where(EquipmentRequest.year == year)
    found = dict(session.execute(asked.group_by(EquipmentRequest.state)).all())
    return {state: found[state] for state in RequestState if state in found}
