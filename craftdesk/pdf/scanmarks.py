"""The marks of a page that can be scanned back: a square in each corner, and the code of what stands where."""

from collections.abc import Callable, Sequence

from craftdesk.base.scannable import CODE, QUIET, SQUARE, Paper, Spot
from craftdesk.pdf.pictures import qr_operators
from craftdesk.pdf.strips import MM, Pen


def draw_marks(paper: Paper, coded: Callable[[Sequence[Spot]], bytes], pen: Pen) -> None:
    """Draw them on a page whose cells the pen knows; a page without named cells bears none."""
    if not pen.spots:
        return
    height = paper.height
    spots = [
        Spot(each.name, each.left / MM, height - each.top / MM, each.right / MM, height - each.bottom / MM)
        for each in pen.spots
    ]
    x, y = paper.code
    operators = qr_operators(coded(spots), CODE * MM, QUIET)
    pen.add(f"q 1 0 0 1 {x * MM:.2f} {(height - y - CODE) * MM:.2f} cm {operators} Q")
    for middle, down in paper.squares:
        corner = ((middle - SQUARE / 2) * MM, (height - down - SQUARE / 2) * MM)
        pen.fill((*corner, SQUARE * MM, SQUARE * MM), "#000000")
