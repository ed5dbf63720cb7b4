"""Charts on papers, drawn as lines and areas, their texts set by the kit."""

from collections.abc import Callable, Iterator, Sequence

from craftdesk.base.charts.chart import Chart
from craftdesk.base.charts.layout import laid_out, natural_height
from craftdesk.base.charts.outlines import DASHES, of_dot, of_slice
from craftdesk.base.charts.shapes import TONES, Box, Dot, Drawing, Rule, Shape, Slice, Stroke, Words
from craftdesk.pdf import blocks as b
from craftdesk.pdf.compose import Place, Setter, composes, natural_width
from craftdesk.pdf.strips import MM, Gap, Pen, Strip, TextStrip
from craftdesk.pdf.styles import INK, MUTED, RULE, Style
from craftdesk.pdf.writing import colour_operator

TONE_COLOURS = ("#123C40", "#9C5021", "#5E9C97", "#D9AE5F", "#B9D8D4", "#F3EADA")
"""From dark to light in even steps, so that they are told apart when printed in grey."""
At = Callable[[float, float], tuple[float, float]]
"""From the chart's own places, counted down from its top left corner, to those of the page."""
ON_DARK = 3
"""The text on so many of the first tones is white."""
_EDGE = "#5c6370"
_TEXT = Style(size=8.5, leading=1.4, after=0)


def diagram(chart: Chart, height: float | None = None, size: float = 8.5) -> b.Diagram:
    """A chart as a block, so high (in millimetres) and with letters of so many points."""
    return b.Diagram(chart, height, size)


class _Chart(Strip):
    """A chart at its place; each text is a line that the kit has set."""

    def __init__(self, drawing: Drawing, texts: Sequence[TextStrip]) -> None:
        super().__init__(drawing.height)
        self._drawing, self._texts = drawing, texts

    def draw(self, pen: Pen, x: float, y: float) -> None:
        texts = iter(self._texts)
        for shape in self._drawing.shapes:
            if isinstance(shape, Words):
                line = next(texts)
                line.draw(pen, x + shape.x, y - shape.y + line.baseline)
            else:
                _draw(pen, shape, lambda across, down: (x + across, y - down))


def _draw(pen: Pen, shape: Shape, at: At) -> None:
    if isinstance(shape, Rule):
        start, end = at(shape.x, shape.y), at(shape.to_x, shape.to_y)
        pen.rule(start, end, 0.6 if shape.strong else 0.25, _EDGE if shape.strong else RULE)
    elif isinstance(shape, Stroke):
        dashes = " ".join(f"{length * 1.2:.4g}" for length in DASHES[shape.tone % TONES])
        path = _path([at(*point) for point in shape.points])
        pen.add(f"q {colour_operator(_colour(shape.tone), 'RG')} 1.2 w 1 j [{dashes}] 0 d {path} S Q")
    else:
        # A thin edge keeps the lightest tones apart from the paper.
        path = _path([at(*point) for point in _corners(shape)])
        colours = f"{colour_operator(_colour(shape.tone))} {colour_operator(_EDGE, 'RG')}"  # type: ignore[union-attr]
        pen.add(f"{colours} 0.25 w {path} b")


def _corners(shape: Shape) -> list[tuple[float, float]]:
    if isinstance(shape, Slice):
        return of_slice(shape)
    if isinstance(shape, Dot):
        return of_dot(shape)
    assert isinstance(shape, Box)
    right, bottom = shape.x + shape.width, shape.y + shape.height
    return [(shape.x, shape.y), (right, shape.y), (right, bottom), (shape.x, bottom)]


def _path(points: Sequence[tuple[float, float]]) -> str:
    first, *others = (f"{x:.2f} {y:.2f}" for x, y in points)
    return f"{first} m " + " ".join(f"{each} l" for each in others)


def _colour(tone: int) -> str:
    return TONE_COLOURS[tone % TONES]


def _style(words: Words) -> Style:
    white = words.on >= 0 and words.on % TONES < ON_DARK
    colour = "#ffffff" if white else MUTED if words.muted else INK
    return _TEXT.but(size=words.size, bold=words.bold, colour=colour)


def _chart(setter: Setter, block: b.Diagram, place: Place) -> Iterator[Strip]:
    def measure(text: str, size: float, bold: bool) -> float:
        return natural_width(text, _TEXT.but(size=size, bold=bold), place) if text else 0.0

    height = (block.height or 0) * MM or natural_height(block.chart, place.width, block.size, measure)
    drawing = laid_out(block.chart, place.width, height, block.size, measure, rtl=bool(place.base))
    yield Gap(block.before * MM)
    yield _Chart(drawing, [_line(setter, each, place) for each in drawing.shapes if isinstance(each, Words)])
    yield Gap(block.after * MM)


def _line(setter: Setter, words: Words, place: Place) -> TextStrip:
    """The text in a room that is as wide as it: it stands where it begins."""
    room = place.but(words.width + 0.01)
    (line,) = setter.fresh_paragraph(b.Paragraph(words.text, _style(words)), room)
    assert isinstance(line, TextStrip)
    return line


composes(b.Diagram, _chart)
