from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base.charts.chart import Chart, Kind, Series
from craftdesk.base.charts.layout import laid_out, natural_height
from craftdesk.base.charts.shapes import Box, Drawing, Rule, Slice, Stroke, Words
from craftdesk.base.charts.upright import ticks
from craftdesk.base.i18n import speaking

WIDTH, SIZE = 400.0, 10.0
YEARS = ("2023", "2024", "2025", "2026")
CHART = Chart(Kind.GROUPED, "Certificates", YEARS, (Series("Women", (4, 9, 2, 7)), Series("Men", (8, 1, 0, 3))))


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.5)


def drawn(chart: Chart, rtl: bool = False, width: float = WIDTH) -> Drawing:
    return laid_out(chart, width, natural_height(chart, width, SIZE, measure), SIZE, measure, rtl=rtl)


def of(kind: Kind) -> Chart:
    series = CHART.series[:1] if kind in (Kind.RING, Kind.SHARE) else CHART.series
    return replace(CHART, kind=kind, series=series)


def box_of(shape) -> tuple[float, float, float, float] | None:
    if isinstance(shape, Box):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    if isinstance(shape, Words):
        return shape.x, shape.y - shape.size * 0.8, shape.x + shape.width, shape.y + shape.size * 0.2
    return None


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("kind", Kind)
def test_nothing_leaves_the_room(kind, rtl):
    drawing = drawn(of(kind), rtl)
    boxes = [box for shape in drawing.shapes if (box := box_of(shape))] + [
        (x, y, x + width, y + height) for (x, y, width, height), _text in drawing.marks
    ]
    assert all(-1 <= left <= right <= WIDTH + 1 for left, _top, right, _bottom in boxes)
    assert all(-SIZE <= top <= bottom <= drawing.height + SIZE for _left, top, _right, bottom in boxes)


@pytest.mark.parametrize("kind", Kind)
def test_every_number_says_itself_once(kind):
    chart = of(kind)
    told = [mark.text for mark in drawn(chart).marks]
    wanted = [chart.point(number, place) for number in range(len(chart.series)) for place in range(len(YEARS))]
    shown = [text for text in wanted if not text.endswith(": 0")]
    assert set(shown) <= set(told) <= set(wanted)
    assert len(told) == len(set(told))


@pytest.mark.parametrize("kind", [Kind.GROUPED, Kind.STACKED, Kind.LINES])
def test_in_arabic_the_first_category_stands_at_the_right_and_the_axis_too(kind):
    places = {}
    for rtl in (False, True):
        words = {shape.text: shape.x for shape in drawn(of(kind), rtl).shapes if isinstance(shape, Words)}
        places[rtl] = [words[year] for year in YEARS]
        assert (words["0"] > words["2023"]) is rtl
    assert places[False] == sorted(places[False])
    assert places[True] == sorted(places[True], reverse=True)


def test_bars_across_grow_from_the_leading_side():
    for rtl in (False, True):
        drawing = drawn(replace(of(Kind.ACROSS), series=CHART.series[:1]), rtl)
        (edge,) = {shape.x for shape in drawing.shapes if isinstance(shape, Rule)}
        starts = {round(box.x + box.width if rtl else box.x, 6) for box in drawing.shapes if isinstance(box, Box)}
        assert starts == {round(edge, 6)}


def test_bars_are_as_high_as_their_numbers():
    bars = [shape for shape in drawn(CHART).shapes if isinstance(shape, Box) and shape.height != SIZE * 0.8]
    numbers = [value for series in CHART.series for value in series.values if value]
    ones = {round(bar.height / number, 6) for bar, number in zip(bars, numbers, strict=True)}
    assert len(ones) == 1


def test_stacked_bars_stand_on_each_other():
    bars = [shape for shape in drawn(of(Kind.STACKED)).shapes if isinstance(shape, Box) and shape.height != SIZE * 0.8]
    first, second = (bar for bar in bars if bar.x == bars[0].x)
    assert second.y + second.height == pytest.approx(first.y)


@pytest.mark.parametrize("rtl", [False, True])
def test_a_ring_closes_and_runs_the_same_way_in_every_language(rtl):
    slices = [shape for shape in drawn(of(Kind.RING), rtl).shapes if isinstance(shape, Slice)]
    assert all(one.start + one.sweep == pytest.approx(two.start) for one, two in pairwise(slices))
    assert (slices[0].start, slices[-1].start + slices[-1].sweep) == (0, pytest.approx(360))
    assert (slices[0].x > WIDTH / 2) is rtl


def test_marks_of_a_ring_lie_on_its_parts_in_both_directions():
    for rtl in (False, True):
        drawing = drawn(of(Kind.RING), rtl)
        part = next(shape for shape in drawing.shapes if isinstance(shape, Slice))
        x, y, width, height = drawing.marks[0].box
        reach = ((x + width / 2 - part.x) ** 2 + (y + height / 2 - part.y) ** 2) ** 0.5
        assert part.inner < reach < part.outer
        assert x + width / 2 > part.x  # the first part begins at the top and runs clockwise


def test_lines_go_from_dot_to_dot():
    strokes = [shape for shape in drawn(of(Kind.LINES)).shapes if isinstance(shape, Stroke) and len(shape.points) == 4]
    assert [stroke.tone for stroke in strokes] == [0, 1]


@given(st.floats(0.001, 1e9))
def test_the_numbers_at_the_axis_are_round_whole_and_few(highest):
    marks = ticks(highest)
    assert marks[0] == 0
    assert marks[-1] >= highest * (1 - 1e-9)
    assert 2 <= len(marks) <= 7
    assert all(mark == int(mark) for mark in marks)


def test_names_that_do_not_fit_are_set_smaller_then_broken_then_left_out():
    words = ("المسجلون الجدد",) * 12
    long = replace(CHART, categories=words, series=(Series("", tuple(range(12))),))
    for width in (2000, 800, 300):
        shown = [shape for shape in drawn(long, width=width).shapes if isinstance(shape, Words) and shape.y > 100]
        assert shown
        assert all(each.x >= -1 and each.x + each.width <= width + 1 for each in shown)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("values", [(0, 0, 0, 0), (0, 0, 0, 1), (10**9, 1, 0, 3)])
def test_any_numbers_are_drawn(kind, values):
    chart = replace(of(kind), series=(Series("x", values),))
    assert drawn(chart).shapes
    assert chart.told()


def test_an_empty_chart_says_so_in_words():
    chart = replace(CHART, series=(Series("x", (0,) * 4),))
    with speaking("fr"):
        assert chart.told() == "Rien à montrer pour l'instant."


def test_numbers_are_told_in_the_form_of_the_language():
    chart = Chart(Kind.RING, "", ("باتنة", "أريس"), (Series("", (1240, 310)),))
    with speaking("ar"):
        assert chart.point(0, 0).replace("\u2068", "").replace("\u2069", "").startswith("باتنة: 1.240 (")
