"""Where the marks stand by which a printed page is found again in a picture of it: three and one square, and a code.

Lengths are millimetres from the top left corner of the paper as it is read.
"""

from typing import NamedTuple

SHEET = (297.0, 210.0)
"""Width and height of the sheets that are scanned back: A4, landscape."""
SQUARE = 5.0
"""The side of the black squares in the four corners."""
EDGE = 6.0
"""How far the squares stand from the edges of the paper: office printers reach that far."""
CODE = 22.0
"""The side of the code with its white edge."""
QUIET = 2
"""The white edge of the code, in its own modules."""
_CODE_DOWN = 16.0
STRIP = EDGE + CODE + 1.0
"""What the code and the squares need of the side of the page on which they stand."""


class Spot(NamedTuple):
    """A cell that is to be found again: its name, and its box (left, top, right, bottom)."""

    name: str
    left: float
    top: float
    right: float
    bottom: float


class Paper(NamedTuple):
    """The size of a page, and whether its code stands at the right side."""

    width: float
    height: float
    code_right: bool

    @property
    def squares(self) -> tuple[tuple[float, float], ...]:
        """The middles of the squares: top left, top right, bottom right, bottom left."""
        near = EDGE + SQUARE / 2
        right, bottom = self.width - near, self.height - near
        return (near, near), (right, near), (right, bottom), (near, bottom)

    @property
    def code(self) -> tuple[float, float]:
        """The top left corner of the code with its white edge."""
        return (self.width - EDGE - CODE if self.code_right else EDGE), _CODE_DOWN
