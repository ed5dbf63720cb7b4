"""What is said in two languages, side by side: Arabic at the right, a fine line between, rows as high as need be.

Importing this module also lets a letterhead stand among the blocks of a paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from craftdesk.pdf.blocks import Block, Element, Letterhead
from craftdesk.pdf.compose import Place, Setter, composes
from craftdesk.pdf.furniture import letterhead_strips
from craftdesk.pdf.strips import MM, Gap, Group, Pen, Placed, Strip, height_of, stacked

GAP = 10.0
"""Millimetres between the two sides."""
BELOW = 1.5
"""Millimetres between them and what follows."""
_LINE = 0.2


@dataclass(frozen=True)
class Pairs(Element):
    """Rows of blocks in Arabic and in French."""

    rows: Sequence[tuple[Sequence[Block], Sequence[Block]]]
    colour: str


def half(width: float) -> float:
    """The room of one side, in points."""
    return (width - GAP * MM) / 2


class _Upright(Strip):
    """The line between the sides."""

    def __init__(self, height: float, colour: str) -> None:
        super().__init__(height)
        self._colour = colour

    def draw(self, pen: Pen, x: float, y: float) -> None:
        pen.rule((x, y), (x, y - self.height), _LINE * MM, self._colour)


def _pairs(setter: Setter, block: Pairs, place: Place) -> Iterator[Strip]:
    width = half(place.width)
    arabic, french = (
        Place(width, "ar", place.paper or place.language),
        Place(width, "fr", place.paper or place.language),
    )
    placed: list[Placed] = []
    down = 0.0
    for left, right in [(fr, ar) for ar, fr in block.rows]:
        sides = [(0.0, setter.all_strips(left, french)), (place.width - width, setter.all_strips(right, arabic))]
        # A reader takes the text as it is written: the side of the paper's own language comes first.
        for x, strips in reversed(sides) if place.paper_base else sides:
            placed += stacked(strips, x, down)
        down += max(height_of(strips) for _x, strips in sides)
    yield Group(down, [*placed, Placed(place.width / 2, 0, _Upright(down, block.colour))])
    yield Gap(BELOW * MM)


composes(Pairs, _pairs)
composes(Letterhead, letterhead_strips)
