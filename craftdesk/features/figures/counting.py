"""Counts the roster in SQL, along one index."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from craftdesk.base.dates import today
from craftdesk.data.file import File
from craftdesk.features.figures import standing
from craftdesk.features.figures.axes import ALONG, COLUMNS, Axis
from craftdesk.features.figures.rules import By, Measure, Question
from craftdesk.features.roster.narrowing import AGES

Numbers = Mapping[tuple[str, str], int]


def counted(
    file: File, question: Question, measures: Sequence[Measure], day: date, axes: tuple[Axis, Axis | None]
) -> dict[Measure, Numbers]:
    """How many fit each measure, by the values of one axis or of two."""
    needed = {each for measure in measures for each in _NEEDED[measure]}
    found: dict[Measure, Numbers] = {measure: _counted(file, question, measure, day, axes) for measure in needed}
    if Measure.NET in measures:
        gross, struck = found[Measure.GROSS], found[Measure.STRUCK]
        found[Measure.NET] = {key: gross.get(key, 0) - struck.get(key, 0) for key in {*gross, *struck}}
    return {measure: found[measure] for measure in measures}


_NEEDED = {
    Measure.GROSS: (Measure.GROSS,),
    Measure.STRUCK: (Measure.STRUCK,),
    Measure.NET: (Measure.GROSS, Measure.STRUCK),
}


def _counted(file: File, question: Question, measure: Measure, day: date, axes: tuple[Axis, Axis | None]) -> Numbers:
    first, second = axes
    told = [_expression(axis.by, day) if axis else "''" for axis in axes]
    source = _source(question, measure, day)
    found: Counter[tuple[str, str]] = Counter()
    for one, other, number in file.ask(f"SELECT {told[0]}, {told[1]}, count(*) FROM {source} GROUP BY 1, 2"):
        found[first.key(one), second.key(other) if second else ""] += number
    return found


def _expression(by: By, day: date) -> str:
    if by is not By.AGE:
        return COLUMNS[by]
    cases = " ".join(f"WHEN {standing.is_aged(ages, day)} THEN '{ages}'" for ages in AGES)
    return f"CASE {cases} END"


def _source(question: Question, measure: Measure, day: date) -> str:
    """The artisans that are counted, in SQL."""
    if question.by is By.STATUS:
        return ALONG
    if question.period:
        return _in_period(question, measure)
    if day == today():
        return f"{ALONG} WHERE {standing.EVER if measure is Measure.GROSS else IS_STRUCK}"
    begun = standing.begun(day)
    if measure is Measure.GROSS:
        return f"{ALONG} WHERE {begun}"
    return f"({standing.struck(day)}) g CROSS JOIN artisan a ON a.id = g.artisan_id WHERE {begun}"


def _in_period(question: Question, measure: Measure) -> str:
    first, last = question.span
    if measure is Measure.GROSS:
        return f"{ALONG} WHERE {standing.EVER} AND a.registered_on BETWEEN '{first}' AND '{last}'"
    gone = f"SELECT DISTINCT artisan_id FROM ({standing.struck_between(first, last)})"
    return f"({gone}) g CROSS JOIN artisan a ON a.id = g.artisan_id"


IS_STRUCK = "a.status = 'struck off'"
