"""Whose number a number is: the filters of the list behind it."""

from collections.abc import Sequence

from craftdesk.base.dates import today
from craftdesk.features.figures import standing
from craftdesk.features.figures.axes import Axis
from craftdesk.features.figures.reads import TOTAL, Figures
from craftdesk.features.figures.rules import NONE, By, Measure, Question
from craftdesk.features.roster.asking import Asked, Filters
from craftdesk.features.roster.criteria import span
from craftdesk.features.roster.models import Status
from craftdesk.features.roster.narrowing import year_span

_STATUSES = {
    Measure.GROSS: (Status.REGISTERED, Status.STRUCK_OFF),
    Measure.STRUCK: (Status.STRUCK_OFF,),
    Measure.NET: (Status.REGISTERED,),
}


def people(found: Figures, row: str | None, heading: str) -> Asked | None:
    """The list of the people behind a number; None where the number is a difference. `row` None: of all rows."""
    question = found.question
    measure = question.measure if found.across else _measure_of(heading)
    if question.period and measure is Measure.NET:
        return None
    chosen = {found.axis.by: row}
    if found.across and heading != TOTAL:
        chosen[found.across.by] = heading
    filters = Filters()
    for axis in filter(None, (found.axis, found.across)):
        if (key := chosen.get(axis.by)) is not None and axis.by is not By.AGE:
            name, values = _filter(axis, key)
            filters = filters.having(name, values)
    return Asked(filters=_standing(found, filters, measure, chosen.get(By.AGE) or ""))


def _measure_of(heading: str) -> Measure:
    return Measure(heading) if heading in list(Measure) else Measure.GROSS


def _standing(found: Figures, filters: Filters, measure: Measure, ages: str) -> Filters:
    """The filters, and how those who are counted stand or stood."""
    question, day = found.question, found.day
    if question.period and measure is Measure.STRUCK:
        return filters.having(standing.STOOD, [standing.left(question.first, question.last, ages, day)])
    if not question.period and day != today():
        return filters.having(standing.STOOD, [standing.value(measure, day, ages)])
    if question.period:
        filters = filters.having("registered", [_within(question, filters.registered)])
    if question.by is not By.STATUS:
        filters = filters.having("status", _STATUSES[measure])
    if not ages:
        return filters
    if day == today() and ages != NONE:
        return filters.having("age", [ages])
    return filters.having(standing.STOOD, [standing.value(standing.ANY, day, ages)])


def _within(question: Question, spans: Sequence[str]) -> str:
    """The days of the period, and of a year of it where that is counted."""
    first, last = question.first, question.last
    if spans and spans[0] != NONE:
        year_first, year_last = span(spans[0])
        first, last = max(filter(None, (first, year_first))), min(filter(None, (last, year_last)))
    return f"{first or ''}..{last or ''}"


def _filter(axis: Axis, key: str) -> tuple[str, tuple[str, ...]]:
    """The filter of the list for a value."""
    if axis.by is By.YEAR:
        return "registered", (key if key == NONE else year_span(int(key)),)
    if key != NONE or axis.by in (By.ACTIVITY, By.COMMUNE, By.SEX):
        return axis.by.value, (key,)
    return ("commune" if axis.by is By.DAIRA else "activity"), (NONE, *axis.unknown)
