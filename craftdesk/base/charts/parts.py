"""Parts of a whole: a divided bar, a ring."""

import math

from craftdesk.base.charts.setter import Setter
from craftdesk.base.charts.shapes import Box, Slice
from craftdesk.base.numbers import format_number, format_percent


def share(setter: Setter, top: float) -> None:
    x, thick = 0.0, min(setter.drawing.height - top, setter.size * 2.4)
    for category, value in enumerate(setter.chart.series[0].values):
        wide = setter.drawing.width * value / setter.chart.total
        if wide:
            setter.add(Box(x, top, wide, thick, category))
            setter.mark((x, top, wide, thick), 0, category)
            told = format_percent(value / setter.chart.total)
            if setter.width_of(told) < wide * 0.8:
                setter.words(told, x + wide / 2, top + thick / 2, 0.5, on=category)
        x += wide


def ring(setter: Setter, top: float) -> None:
    """The ring on the leading side, its parts beside it; it runs clockwise from the top in every language."""
    chart, size, height = setter.chart, setter.size, setter.drawing.height - top
    outer = min(height / 2, setter.drawing.width * 0.22)
    x, y, start = outer, top + height / 2, 0.0
    setter.words(format_number(chart.total), x, y, 0.5, size=size * 1.5, bold=True)
    for category, value in enumerate(chart.series[0].values):
        sweep = 360 * value / chart.total
        if value:
            setter.add(Slice(x, y, outer, outer * 0.6, start, sweep, category))
            setter.mark(_around(x, y, outer, start, sweep), 0, category)
        start += sweep
    _beside(setter, outer * 2 + size * 1.8, y)


def _beside(setter: Setter, x: float, middle: float) -> None:
    """The parts in words, one under the other around a height, each on as many lines as it needs."""
    size, room = setter.size, setter.drawing.width - x - setter.size * 1.3
    parts = [setter.broken(setter.chart.point(0, place), room) for place in range(len(setter.chart.categories))]
    y = middle - size * sum(1.35 * len(lines) + 0.5 for lines in parts) / 2
    for category, lines in enumerate(parts):
        setter.add(Box(x, y + size * 0.28, size * 0.8, size * 0.8, category))
        for line in lines:
            setter.words(setter.cut(line, room), x + size * 1.3, y + size * 0.68)
            y += size * 1.35
        y += size * 0.5


def _around(x: float, y: float, outer: float, start: float, sweep: float) -> tuple[float, float, float, float]:
    """A square on the middle of a part of a ring."""
    angle = math.radians(start + sweep / 2)
    side = outer * 0.4
    return (x + outer * 0.8 * math.sin(angle) - side / 2, y - outer * 0.8 * math.cos(angle) - side / 2, side, side)
