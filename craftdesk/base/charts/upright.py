"""Bars and lines that stand on an axis."""

import math
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from craftdesk.base.charts.chart import Chart, Kind
from craftdesk.base.charts.setter import LINE, Setter
from craftdesk.base.charts.shapes import Box, Dot, Rule, Stroke
from craftdesk.base.numbers import format_number

_MOST_TICKS = 5
_SMALLER = 0.86


def ticks(highest: float) -> list[float]:
    """Round numbers from 0 to at least the highest; whole ones, since what is counted is whole."""
    least = highest / _MOST_TICKS
    power = 10.0 ** math.floor(math.log10(least)) if least > 0 else 1.0
    step = max(1.0, next(each * power for each in (1, 2, 5, 10) if each * power >= least))
    return [step * number for number in range(math.ceil(highest / step - 1e-9) + 1)]


@dataclass(frozen=True)
class _Plot:
    """The room of the numbers: its edges, how high one is, and how wide a category."""

    left: float
    top: float
    right: float
    bottom: float
    one: float
    slot: float

    def y(self, value: float) -> float:
        return self.bottom - value * self.one

    def middle(self, category: int) -> float:
        return self.left + (category + 0.5) * self.slot


def _axes(setter: Setter, top: float) -> _Plot:
    """The grid with its numbers, and the names of the categories."""
    chart, size = setter.chart, setter.size
    if chart.counted:
        setter.words(chart.counted, 0, top + size * LINE / 2, muted=True)
        top += size * LINE
    marks = ticks(_highest(chart))
    left = max(setter.width_of(format_number(each)) for each in marks) + size * 0.6
    slot = (setter.drawing.width - left) / len(chart.categories)
    names = _names(setter, slot)
    title = size * LINE if chart.axis else 0.0
    bottom = setter.drawing.height - names.deep * size * 1.35 - size * 0.4 - title
    top += size * 0.9  # the number on the highest bar
    plot = _Plot(left, top, setter.drawing.width, bottom, (bottom - top) / marks[-1], slot)
    for each in marks:
        setter.add(Rule(left, plot.y(each), plot.right, plot.y(each), strong=not each))
        setter.words(format_number(each), left - size * 0.5, plot.y(each), 1, muted=True)
    for category, lines in names.lines.items():
        for place, line in enumerate(lines):
            middle = setter.inside(plot.middle(category), line)
            setter.words(line, middle, bottom + size * (1.1 + 1.35 * place), 0.5, size=names.size)
    if chart.axis:
        setter.words(chart.axis, (left + plot.right) / 2, setter.drawing.height - title / 2, 0.5, muted=True)
    return plot


class _Names(NamedTuple):
    """The names under the axis in lines, how many lines that are, and how large."""

    lines: dict[int, list[str]]
    deep: int
    size: float


def _names(setter: Setter, slot: float) -> _Names:
    """On one line, smaller, or on two; where there is no room even so, some are left out."""
    names, room = setter.chart.categories, slot * 0.95
    for scale, most in ((1.0, 1), (_SMALLER, 1), (_SMALLER, 2)):
        wide = room / scale
        lines = {place: setter.broken(name, wide) if most > 1 else [name] for place, name in enumerate(names)}
        every = [line for found in lines.values() for line in found]
        if max(map(setter.width_of, every)) <= wide and max(map(len, lines.values())) <= most:
            return _Names(lines, max(map(len, lines.values())), setter.size * scale)
    step = math.ceil(max(map(setter.width_of, names)) * _SMALLER / room)
    kept = {place: [setter.cut(names[place], room * step / _SMALLER)] for place in range(0, len(names), step)}
    return _Names(kept, 1, setter.size * _SMALLER)


def _highest(chart: Chart) -> float:
    if chart.kind is Kind.STACKED:
        return float(max(map(sum, zip(*(series.values for series in chart.series), strict=True))))
    return float(max(max(series.values, default=0) for series in chart.series))


def grouped(setter: Setter, top: float) -> None:
    plot, count = _axes(setter, top), len(setter.chart.series)
    wide = min(plot.slot * 0.72, setter.size * 3.4 * count)
    each = wide / count
    for number, series in enumerate(setter.chart.series):
        for category, value in enumerate(series.values):
            x = plot.middle(category) - wide / 2 + number * each
            if value:
                wide_of_one = each * (0.92 if count > 1 else 1)
                setter.add(Box(x, plot.y(value), wide_of_one, plot.bottom - plot.y(value), number))
            setter.mark((x, plot.top, each, plot.bottom - plot.top), number, category)
            _crown(setter, plot, x + each * 0.48, value, each)


def _crown(setter: Setter, plot: _Plot, x: float, value: float, room: float) -> None:
    """The number on its bar, where it is not wider than that."""
    told = format_number(value)
    if value and setter.width_of(told) <= room * 1.15:
        setter.words(told, x, plot.y(value) - setter.size * 0.6, 0.5)


def stacked(setter: Setter, top: float) -> None:
    plot = _axes(setter, top)
    wide = min(plot.slot * 0.66, setter.size * 4)
    for category in range(len(setter.chart.categories)):
        values = [series.values[category] for series in setter.chart.series]
        x = plot.middle(category) - wide / 2
        for number, (value, above) in enumerate(zip(values, accumulate(values), strict=True)):
            if value:
                box = (x, plot.y(above), wide, value * plot.one)
                setter.add(Box(*box, number))
                setter.mark(box, number, category)
        _crown(setter, plot, plot.middle(category), sum(values), wide)


def lines(setter: Setter, top: float) -> None:
    plot, radius = _axes(setter, top), setter.size * 0.3
    for number, series in enumerate(setter.chart.series):
        points = tuple((plot.middle(place), plot.y(value)) for place, value in enumerate(series.values))
        if points:
            setter.add(Stroke(points, number))
        for category, (x, y) in enumerate(points):
            setter.add(Dot(x, y, radius, number))
            setter.mark((x - radius * 3, y - radius * 3, radius * 6, radius * 6), number, category)
