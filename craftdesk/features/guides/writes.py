"""What the user changes about the guides."""

from datetime import date

from sqlalchemy import select

from craftdesk.base.dates import parse_day, today
from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import parse_number
from craftdesk.data.session import Session
from craftdesk.features.guides import reads
from craftdesk.features.guides.models import GivenGuide, LegalFigure
from craftdesk.features.guides.rules import FIGURES, TaxCase, Unit

WHOLE_NUMBERS = frozenset({Unit.DAYS, Unit.HOURS, Unit.YEARS, Unit.TRAINEES, Unit.DINARS})
TITLE = N_("Guide to registering for tax given to {name}")


def give_guide(session: Session, case: TaxCase, artisan_id: str, language: str) -> str:
    """Write down that an artisan was given the guide for `case`; gives the key of what was written."""
    artisan = reads.artisan(session, artisan_id)
    session.entitle(TITLE, name=artisan.label())
    guide = GivenGuide(
        artisan_id=artisan_id,
        day=case.day,
        language=language,
        metal=case.metal,
        started_on=case.started_on,
        commitment_signed_on=case.commitment_signed_on,
    )
    session.add(guide)
    session.flush()
    return guide.id


def save_figure(session: Session, key: str, value: str, as_of: date, source: str) -> None:
    """The office's own figure from `as_of` on; an empty value says that it must be asked."""
    refuse_if(not source.strip(), _("Say where the figure comes from."), "source")
    refuse_if(as_of > today(), _("A figure holds from a day that has come."), "as_of")
    written = _checked(key, value.strip())
    session.entitle(N_("Figure of the law changed: {title}"), title=[FIGURES[key].title, {}])
    found = select(LegalFigure).where(LegalFigure.key == key, LegalFigure.as_of == as_of)
    figure = session.scalars(found).first() or LegalFigure(key=key, as_of=as_of)
    figure.value, figure.source = written, source.strip()
    session.add(figure)


def forget_own_figure(session: Session, key: str) -> None:
    """Go back to the figure that came with the program."""
    session.entitle(N_("Own figure removed: {title}"), title=[FIGURES[key].title, {}])
    for figure in session.scalars(select(LegalFigure).where(LegalFigure.key == key)):
        session.delete(figure)


def _checked(key: str, value: str) -> str:
    """The value in the form that the guide reads, or a sentence about what is wrong with it."""
    unit = FIGURES[key].unit
    if not value:
        return value
    if unit in WHOLE_NUMBERS or unit is Unit.PERCENT:
        try:
            number = parse_number(value.rstrip("%"))
        except ValueError:
            number = None
        refuse_if(number is None or number < 0, _("Type a number, for example 30."), "value")
        return f"{number.normalize():f}" if number is not None else ""
    if unit is Unit.DAY_OF_YEAR:
        return _day_of_year(value)
    if unit is Unit.SPAN:
        parts = value.split("/")
        refuse_if(len(parts) != 2, _("Type two days of the year, for example 01-09/15-09."), "value")
        return "/".join(map(_day_of_year, parts))
    return value


def _day_of_year(value: str) -> str:
    try:
        day = parse_day(f"{value.strip()}-2024")
    except ValueError:
        day = None
    refuse_if(day is None, _("Type a day of the year, for example 30-06."), "value")
    return f"{day:%d-%m}" if day is not None else ""
