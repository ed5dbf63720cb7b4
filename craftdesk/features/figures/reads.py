"""The roster in figures, by one thing or by two crossed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from craftdesk.base.dates import today
from craftdesk.base.i18n import _
from craftdesk.data.session import Session
from craftdesk.features.figures.axes import Axis, axis_of
from craftdesk.features.figures.counting import Numbers, counted
from craftdesk.features.figures.rules import MEASURES, NONE, By, Measure, Question, asked, with_options
from craftdesk.features.office import reads as office
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.features.roster.asking import file_of

TOTAL = "total"
_BY_NUMBER = frozenset({By.ACTIVITY, By.DAIRA, By.COMMUNE})
"""What has many values comes by its number, the largest first; the others in their own order."""


@dataclass(frozen=True)
class Line:
    """A row of figures."""

    key: str
    label: str
    numbers: tuple[int, ...]

    @property
    def id(self) -> str:
        return self.key


@dataclass(frozen=True)
class Figures:
    """The answer: a row for each value of `question.by`, a number for each heading; `sums` of all rows.

    The headings are gross, struck off and net, or the values of what is crossed and their sum.
    """

    office: OfficeOnDay
    question: Question
    day: date
    axis: Axis
    across: Axis | None
    headings: Mapping[str, str]
    rows: Sequence[Line]
    sums: tuple[int, ...]


def figures(session: Session, question: Question) -> Figures:
    """What is asked, as it stands now."""
    file, sound = file_of(session), question.sound()
    day = _day_of(sound)
    axis = axis_of(session, sound.by, day)
    across = axis_of(session, sound.across, day) if sound.across else None
    found = counted(file, sound, _measures(sound), day, (axis, across))
    headings = _headings(sound, across, found)
    lines = _lines(axis, across, headings, found)
    sums = tuple(map(sum, zip(*(line.numbers for line in lines), strict=True))) if lines else (0,) * len(headings)
    return Figures(office.office_today(session), sound, day, axis, across, headings, lines, sums)


def figures_paper(session: Session, keys: Sequence[str] = (), **options: object) -> Figures:
    """The figures of a question that is given as a text, or as options."""
    question = asked(keys[0]) if keys and keys[0].startswith("{") else Question()
    return figures(session, with_options(question, options))


def _day_of(question: Question) -> date:
    """The day on which ages are counted, and the roster where there is no period."""
    if question.period:
        return min(question.span[1], today())
    return question.day or today()


def _measures(question: Question) -> tuple[Measure, ...]:
    if question.by is By.STATUS:
        return (Measure.GROSS,)
    return (question.measure,) if question.across else tuple(Measure)


def _headings(question: Question, across: Axis | None, numbered: Mapping[Measure, Numbers]) -> dict[str, str]:
    if across is None:
        if question.by is By.STATUS:
            return {TOTAL: _("Artisans")}
        return {measure.value: _(MEASURES[measure]) for measure in Measure}
    found = {second for numbers in numbered.values() for _first, second in numbers}
    known = {key: label for key, label in across.labels.items() if key in found}
    return {**known, **({NONE: _("Not known")} if NONE in found else {}), TOTAL: _("Total")}


def _lines(
    axis: Axis, across: Axis | None, headings: Mapping[str, str], numbered: Mapping[Measure, Numbers]
) -> list[Line]:
    keys = {first for numbers in numbered.values() for first, _second in numbers}
    lines = []
    for key in _in_order(axis, keys):
        if across is None:
            numbers = tuple(numbered[measure].get((key, ""), 0) for measure in numbered)
        else:
            (found,) = numbered.values()
            parts = [found.get((key, second), 0) for second in headings if second != TOTAL]
            numbers = (*parts, sum(parts))
        lines.append(Line(key, axis.labels.get(key) or _("Not known"), numbers))
    if axis.by in _BY_NUMBER:
        lines.sort(key=lambda line: (line.key == NONE, -line.numbers[-1], line.label))
    return lines


def _in_order(axis: Axis, keys: Iterable[str]) -> list[str]:
    there = set(keys)
    return [*(key for key in axis.labels if key in there), *(key for key in there if key not in axis.labels)]
