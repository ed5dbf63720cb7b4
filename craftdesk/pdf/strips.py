"""A page is filled with strips from top to bottom; blocks become strips, and a strip is never broken.

Lengths are points here, y grows upwards, and a strip is drawn from its top left corner.
"""

from collections.abc import Sequence
from typing import NamedTuple

from craftdesk.base.scannable import Spot
from craftdesk.pdf.writing import Written, colour_operator

MM = 72 / 25.4


class Link(NamedTuple):
    """A part of a page that leads to a web address."""

    address: str
    box: tuple[float, float, float, float]


class Heading(NamedTuple):
    """A heading on a page: its level from 1 on, its words, and how high it stands."""

    level: int
    text: str
    y: float


class Pen:
    """The operators of one page or of one form, its links, its headings and its named cells (in points, as drawn)."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self.links: list[Link] = []
        self.headings: list[Heading] = []
        self.spots: list[Spot] = []

    def add(self, operators: str) -> None:
        self.operators.append(operators)

    def rule(self, start: tuple[float, float], end: tuple[float, float], thickness: float, colour: str) -> None:
        (x, y), (to_x, to_y) = start, end
        self.add(f"{colour_operator(colour, 'RG')} {thickness:.4g} w {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S")

    def fill(self, box: tuple[float, float, float, float], colour: str) -> None:
        x, y, width, height = box
        self.add(f"{colour_operator(colour)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def text(self, x: float, y: float, line: Written) -> None:
        if line.operators:
            self.operators.append(f"BT {x + line.x:.2f} {y:.2f} Td {line.operators} ET")
        for under in line.unders:
            start, end = x + line.x + under.start, x + line.x + under.end
            if under.ink.underlined:
                drop = y - 0.14 * under.ink.size
                self.rule((start, drop), (end, drop), under.ink.size / 18, under.ink.colour)
            if under.ink.link:
                size = under.ink.size
                self.links.append(Link(under.ink.link, (start, y - 0.3 * size, end, y + 0.8 * size)))


class Strip:
    """Something of a certain height; the base class is empty room.

    `glued`: no page ends after it. `spacing`: it falls away at the top of a page. `stretch`: its share of the room
    that is left over. `header`: what comes above it when it is the first of its table on a page. `breaks`: the page
    ends here.
    """

    glued = False
    spacing = False
    breaks = False
    stretch = 0.0
    header: "Strip | None" = None

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it with its top left corner at x, y."""

    def split(self, height: float) -> "tuple[Strip, Strip] | None":  # noqa: ARG002 - most strips are not divided
        """What is higher than a page, as a part of at most `height` and the rest."""
        return None


class Gap(Strip):
    """Empty room between blocks."""

    spacing = True

    def __init__(self, height: float, stretch: float = 0.0, *, glued: bool = False) -> None:
        super().__init__(height)
        self.stretch = stretch
        self.glued = glued
        self.spacing = not stretch


class Break(Strip):
    """The end of a page."""

    breaks = True

    def __init__(self) -> None:
        super().__init__(0)


class TextStrip(Strip):
    """One line of text; `baseline` is its distance from the top."""

    heading: tuple[int, str] | None = None
    """The level and the words of the heading that begins with this line."""

    def __init__(self, height: float, baseline: float, line: Written) -> None:
        super().__init__(height)
        self.baseline = baseline
        self.line = line

    def draw(self, pen: Pen, x: float, y: float) -> None:
        pen.text(x, y - self.baseline, self.line)
        if self.heading:
            pen.headings.append(Heading(*self.heading, y))


class Placed(NamedTuple):
    """A strip inside another one, so far right and so far down."""

    x: float
    down: float
    strip: Strip


class Group(Strip):
    """Strips that stay together."""

    def __init__(self, height: float, placed: Sequence[Placed]) -> None:
        super().__init__(height)
        self.placed = placed

    def draw(self, pen: Pen, x: float, y: float) -> None:
        for each in self.placed:
            each.strip.draw(pen, x + each.x, y - each.down)

    def split(self, height: float) -> tuple[Strip, Strip] | None:
        first, rest = parted(self.placed, height)
        if not first or not rest:
            return None
        return self.again(height, first), self.again(self.height - height, rest)

    def again(self, height: float, placed: Sequence[Placed]) -> "Group":
        """A part of it."""
        return Group(height, placed)


class Fixed(Strip):
    """Operators drawn from a left bottom corner of their own: a picture, a form, a code."""

    def __init__(self, width: float, height: float, operators: str, x: float = 0) -> None:
        super().__init__(height)
        self.width = width
        self.operators = operators
        self.x = x

    def draw(self, pen: Pen, x: float, y: float) -> None:
        pen.add(f"q 1 0 0 1 {x + self.x:.2f} {y - self.height:.2f} cm {self.operators} Q")


class Line(Strip):
    """A horizontal rule in the middle of its height."""

    def __init__(self, height: float, x: float, width: float, thickness: float, colour: str) -> None:
        super().__init__(height)
        self.x, self.width, self.thickness, self.colour = x, width, thickness, colour

    def draw(self, pen: Pen, x: float, y: float) -> None:
        middle = y - self.height / 2
        pen.rule((x + self.x, middle), (x + self.x + self.width, middle), self.thickness, self.colour)


def stacked(strips: Sequence[Strip], x: float = 0, down: float = 0) -> list[Placed]:
    """Strips one under the other."""
    placed = []
    for strip in strips:
        placed.append(Placed(x, down, strip))
        down += strip.height
    return placed


def parted(placed: Sequence[Placed], height: float) -> tuple[list[Placed], list[Placed]]:
    """What fits into a height, and what does not, from its own top on."""
    first = [each for each in placed if each.down + each.strip.height <= height]
    rest = [each for each in placed if each.down + each.strip.height > height]
    top = min((each.down for each in rest), default=0.0)
    return first, [each._replace(down=each.down - top) for each in rest]


def height_of(strips: Sequence[Strip]) -> float:
    return sum([strip.height for strip in strips])
