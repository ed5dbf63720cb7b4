"""The figures as one chart, for the page and for the paper; what it leaves out is said in words."""

from collections.abc import Sequence

from craftdesk.base.charts.chart import Chart, Kind, Series
from craftdesk.base.dates import format_short
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import format_number, isolate
from craftdesk.features.figures.reads import TOTAL, Figures, Line
from craftdesk.features.figures.rules import BYS, MEASURES, NONE, By, Measure
from craftdesk.features.roster.narrowing import span_words

MOST = 12
"""So many bars are told apart at a glance; the table has them all."""
FEW = frozenset({By.DOMAIN, By.SEX, By.STATUS})
UPRIGHT = frozenset({By.AGE, By.YEAR})


def chart(found: Figures) -> Chart:
    """Bars, columns or a ring, as it suits what is counted."""
    shown = _shown(found)
    series = _series(found, shown)
    return Chart(
        _kind(found),
        title(found),
        tuple(line.label for line in shown),
        tuple(series),
        counted=left_out(found, shown),
    )


def title(found: Figures) -> str:
    """What is counted, and of which day or days."""
    question = found.question
    told = _(BYS[question.by])
    if question.across:
        told = _("{one} × {other}").format(one=told, other=_(BYS[question.across]))
    return f"{told} · {counted_words(found)}"


def counted_words(found: Figures) -> str:
    """Net on 31/12/2025; struck off in 2025."""
    question = found.question
    measure = question.measure if question.across else Measure.NET
    if question.by is By.STATUS:
        return _("on {day}").format(day=isolate(format_short(found.day)))
    if question.period:
        days = span_words(f"{question.first or ''}..{question.last or ''}")
        return f"{_(MEASURES[measure if question.across else Measure.GROSS])} · {days}"
    return f"{_(MEASURES[measure])} · {_('on {day}').format(day=isolate(format_short(found.day)))}"


def _kind(found: Figures) -> Kind:
    by = found.question.by
    if found.across is None and by in FEW:
        return Kind.RING
    if by in UPRIGHT:
        return Kind.STACKED if found.across else Kind.GROUPED
    return Kind.ACROSS


def _number(found: Figures, line: Line) -> int:
    """By what a row is large or small."""
    return line.numbers[_place(found)]


def _place(found: Figures) -> int:
    """The column that is drawn where there is no other: new registrations of a period, else who is left."""
    if found.across or found.question.by is By.STATUS:
        return list(found.headings).index(TOTAL)
    return list(found.headings).index(Measure.GROSS if found.question.period else Measure.NET)


def _shown(found: Figures) -> list[Line]:
    """The known values alone, the largest where there are many; years and ages in their order."""
    by = found.question.by
    known = [line for line in found.rows if line.key != NONE and (_number(found, line) or by is By.AGE)]
    if by is By.YEAR:
        return known[:MOST][::-1]
    if by in UPRIGHT or by in FEW:
        return known
    return sorted(known, key=lambda line: -_number(found, line))[:MOST]


def _series(found: Figures, shown: Sequence[Line]) -> list[Series]:
    if found.across is None:
        return [Series("", tuple(_number(found, line) for line in shown))]
    named = [(place, label) for place, (key, label) in enumerate(found.headings.items()) if key != TOTAL]
    return [Series(label, tuple(line.numbers[place] for line in shown)) for place, label in named]


def left_out(found: Figures, shown: Sequence[Line]) -> str:
    """How many are not drawn: of further values, and of whom the value is not known."""
    keys = {line.key for line in shown}
    rest = [line for line in found.rows if line.key not in keys and line.key != NONE and _number(found, line)]
    unknown = sum(_number(found, line) for line in found.rows if line.key == NONE)
    told = []
    if rest:
        words = ngettext("{number} further: {people}", "{number} further: {people}", len(rest))
        people = format_number(sum(_number(found, line) for line in rest))
        told.append(words.format(number=format_number(len(rest)), people=people))
    if unknown:
        told.append(_("not known: {number}").format(number=format_number(unknown)))
    return " · ".join(told)
