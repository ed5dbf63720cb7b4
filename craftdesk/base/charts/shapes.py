"""What a chart is drawn of, and how it is turned over where one reads from right to left.

The origin is the top left corner, y grows downwards.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

TONES = 6
"""So many tones are told apart; a seventh series begins anew."""


class Box(NamedTuple):
    """A bar, or the sample of a tone in the legend."""

    x: float
    y: float
    width: float
    height: float
    tone: int


class Slice(NamedTuple):
    """A part of a ring; degrees from the top, clockwise."""

    x: float
    y: float
    outer: float
    inner: float
    start: float
    sweep: float
    tone: int


class Stroke(NamedTuple):
    """The line of a series from dot to dot."""

    points: tuple[tuple[float, float], ...]
    tone: int


class Dot(NamedTuple):
    """The place of a number on a line; each tone has a sign of its own."""

    x: float
    y: float
    radius: float
    tone: int


class Rule(NamedTuple):
    """A line of the grid, or (`strong`) the one that bars stand on."""

    x: float
    y: float
    to_x: float
    to_y: float
    strong: bool


class Words(NamedTuple):
    """A text: its left edge, its baseline and how wide it is; `on`: the tone that it stands on, or -1."""

    x: float
    y: float
    width: float
    text: str
    size: float
    bold: bool = False
    muted: bool = False
    on: int = -1


class Mark(NamedTuple):
    """A place that says its number when it is pointed at: left, top, width, height."""

    box: tuple[float, float, float, float]
    text: str


Shape = Box | Slice | Stroke | Dot | Rule | Words


@dataclass
class Drawing:
    """Everything of a chart, in the order in which it is drawn."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def turned(drawing: Drawing) -> Drawing:
    """The drawing as one reads it from right to left."""
    width = drawing.width
    shapes = [_turned_shape(each, width) for each in drawing.shapes]
    return Drawing(width, drawing.height, shapes, _turned_marks(drawing, width))


def _turned_shape(shape: Shape, width: float) -> Shape:
    if isinstance(shape, Box | Words):
        return shape._replace(x=width - shape.x - shape.width)
    if isinstance(shape, Stroke):
        return shape._replace(points=tuple((width - x, y) for x, y in shape.points))
    if isinstance(shape, Rule):
        return shape._replace(x=width - shape.x, to_x=width - shape.to_x)
    return shape._replace(x=width - shape.x)


def _turned_marks(drawing: Drawing, width: float) -> list[Mark]:
    """What points at a ring stays where the ring's parts are: it is moved, not turned."""
    centre = next((shape.x for shape in drawing.shapes if isinstance(shape, Slice)), None)
    return [_turned_mark(mark, width, centre) for mark in drawing.marks]


def _turned_mark(mark: Mark, width: float, centre: float | None) -> Mark:
    x, y, wide, high = mark.box
    left = width - x - wide if centre is None else x + width - 2 * centre
    return mark._replace(box=(left, y, wide, high))
