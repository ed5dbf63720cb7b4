"""Bars that grow from the leading side, for names that are long."""

from craftdesk.base.charts.setter import LINE, Setter
from craftdesk.base.charts.shapes import Box, Rule
from craftdesk.base.numbers import format_number


def across(setter: Setter, top: float) -> None:
    chart, size, width = setter.chart, setter.size, setter.drawing.width
    if chart.counted:
        setter.words(chart.counted, 0, top + size * LINE / 2, muted=True)
        top += size * LINE
    sums = [sum(values) for values in zip(*(series.values for series in chart.series), strict=True)]
    start = min(max(map(setter.width_of, chart.categories)), width * 0.45) + size * 0.8
    room = width - start - max(setter.width_of(format_number(each)) for each in sums) - size * 0.6
    row = (setter.drawing.height - top) / len(sums)
    thick = min(row * 0.7, size * 1.9)
    for category, name in enumerate(chart.categories):
        middle = top + (category + 0.5) * row
        setter.words(setter.cut(name, start - size * 0.8), 0, middle)
        end = _bar_across(setter, category, (start, middle - thick / 2, room / max(sums), thick))
        setter.words(format_number(sums[category]), end + size * 0.5, middle)
    setter.add(Rule(start, top, start, setter.drawing.height, strong=True))


def _bar_across(setter: Setter, category: int, place: tuple[float, float, float, float]) -> float:
    """The bar of a category, one series after the other; gives where it ends."""
    x, y, one, thick = place
    for number, series in enumerate(setter.chart.series):
        wide = series.values[category] * one
        if wide:
            setter.add(Box(x, y, wide, thick, number))
            setter.mark((x, y, wide, thick), number, category)
        x += wide
    return x
