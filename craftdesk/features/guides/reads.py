"""What screens and papers ask about the guides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from craftdesk.base.dates import today
from craftdesk.data.session import Session
from craftdesk.features.guides.models import GivenGuide, LegalFigure
from craftdesk.features.guides.rules import Figure, TaxCase, case_of, figures_on
from craftdesk.features.office.reads import OfficeOnDay, Place, commune_place, office_on
from craftdesk.features.roster.models import Artisan


@dataclass(frozen=True)
class GuideMatter:
    """All that one guide is made from."""

    office: OfficeOnDay
    artisan: Artisan
    case: TaxCase
    figures: dict[str, Figure]
    home: Place | None
    premises: Place | None


def artisan(session: Session, key: str) -> Artisan:
    """The artisan with the activity, as a guide needs it."""
    found = select(Artisan).where(Artisan.id == key).options(joinedload(Artisan.activity))
    return session.scalars(found).one()


def matters(session: Session, keys: Sequence[str]) -> list[GuideMatter]:
    """What the guides of these artisans (made today) or given guides (as they were given) are made from.

    Without keys: all that were given.
    """
    chosen = list(keys) or [guide.id for guide in given(session)]
    return [_matter(session, key) for key in chosen]


def _matter(session: Session, key: str) -> GuideMatter:
    guide = session.get(GivenGuide, key)
    person = artisan(session, guide.artisan_id if guide else key)
    case = case_of(person, guide.day if guide else today())
    if guide is not None:
        signed = guide.commitment_signed_on
        case = TaxCase(guide.day, case.activity_code, guide.metal, guide.started_on, signed, case.stated)
    home, premises = person.home_commune_id, person.activity_commune_id
    return GuideMatter(
        office_on(session, case.day),
        person,
        case,
        figures_on(case.day, own_figures(session)),
        commune_place(session, home, case.day) if home else None,
        commune_place(session, premises, case.day) if premises else None,
    )


def given(session: Session, limit: int | None = None) -> list[GivenGuide]:
    """The guides that were given, newest first, each with its artisan."""
    found = select(GivenGuide).options(joinedload(GivenGuide.artisan).joinedload(Artisan.activity))
    return list(session.scalars(found.order_by(GivenGuide.day.desc(), GivenGuide.id.desc()).limit(limit)))


def given_to(session: Session, artisan_id: str) -> list[GivenGuide]:
    found = select(GivenGuide).where(GivenGuide.artisan_id == artisan_id)
    return list(session.scalars(found.order_by(GivenGuide.day.desc(), GivenGuide.id.desc())))


def given_since(session: Session, day: date) -> int:
    """How many guides were given since a day."""
    return session.scalar(select(func.count()).select_from(GivenGuide).where(GivenGuide.day >= day)) or 0


def own_figures(session: Session) -> list[Figure]:
    """The figures that the office entered."""
    return [
        Figure(row.key, row.value, row.as_of, row.source, known=bool(row.value), own=True)
        for row in session.scalars(select(LegalFigure).order_by(LegalFigure.as_of, LegalFigure.id))
    ]


def figures(session: Session) -> dict[str, Figure]:
    """The figures that hold today."""
    return figures_on(today(), own_figures(session))
