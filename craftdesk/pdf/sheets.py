"""Sheets of labels and cards: pages on which everything stands at its exact millimetre.

A `Grid` says how a sheet is divided; `sheets` puts contents into its cells, from the one where a begun sheet goes on.
Cells follow each other from the leading side, as one reads. What is too long for its cell is set smaller.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from craftdesk.pdf import plates as _plates  # noqa: F401 - plates are blocks that are set by their own module
from craftdesk.pdf.blocks import Area, Block, Margins, PageBreak, PageStyle, Plate, Stroke
from craftdesk.pdf.compose import Place, natural_width
from craftdesk.pdf.strips import MM
from craftdesk.pdf.styles import Style

EDGE = 5.0
"""Millimetres at the edges of the paper that an office printer cannot reach."""
_TICK = (1.5, 6.0)
"""A cut mark begins so far from the cell, and ends so far from it."""


@dataclass(frozen=True)
class Grid:
    """A sheet of equal cells in millimetres: how many, how large, where the first one stands, how far apart."""

    columns: int
    rows: int
    width: float
    height: float
    top: float
    leading: float
    gap: tuple[float, float] = (0, 0)
    """Between columns, between rows."""
    paper: tuple[float, float] = (210, 297)

    @property
    def cells(self) -> int:
        return self.columns * self.rows

    def place(self, number: int) -> tuple[float, float]:
        """The distances of a cell (from 0) from the top and the leading edge of the paper."""
        row, column = divmod(number, self.columns)
        across, down = self.gap
        return self.top + row * (self.height + down), self.leading + column * (self.width + across)

    def inset(self, number: int, least: tuple[float, float]) -> tuple[float, float]:
        """What stays empty inside a cell, so that a printer reaches all that is printed there."""
        top, leading = self.place(number)
        width, height = self.paper
        aside = min(leading, width - leading - self.width)
        above = min(top, height - top - self.height)
        return max(least[0], EDGE + 0.5 - aside), max(least[1], EDGE + 0.5 - above)


def centred(columns: int, rows: int, size: tuple[float, float], gap: tuple[float, float] = (0, 0)) -> Grid:
    """A grid of cells in the middle of an A4 sheet."""
    width, height = size
    leading = (210 - columns * width - (columns - 1) * gap[0]) / 2
    return Grid(columns, rows, width, height, (297 - rows * height - (rows - 1) * gap[1]) / 2, leading, gap)


def bare(width: float = 210, height: float = 297) -> PageStyle:
    """A page without margins, for plates."""
    return PageStyle(width=width, height=height, margins=Margins(0, 0, 0, 0))


def sheets(
    grid: Grid,
    contents: Iterable[Sequence[Block]],
    first: int = 1,
    inset: tuple[float, float] = (4, 2),
    *,
    marks: bool = False,
) -> Iterator[Block]:
    """Sheets with one content a cell; the first stands in the cell number `first` of the first sheet."""
    left, start = iter(contents), max(0, min(first, grid.cells) - 1)
    strokes = tuple(cut_marks(grid)) if marks else ()
    number = 0
    while some := list(islice(left, grid.cells - start)):
        if number:
            yield PageBreak()
        yield Plate([_cell(grid, start + place, blocks, inset) for place, blocks in enumerate(some)], strokes)
        start, number = 0, number + 1
    if not number:
        yield Plate((), strokes)


def _cell(grid: Grid, number: int, blocks: Sequence[Block], inset: tuple[float, float]) -> Area:
    top, leading = grid.place(number)
    return Area(top, leading, grid.width, grid.height, tuple(blocks), inset=grid.inset(number, inset))


def cut_marks(grid: Grid) -> Iterator[Stroke]:
    """Where to cut: short lines in the margins, in the line of every edge of a cell."""
    near, far = _TICK
    width, height = grid.paper
    bottom, trailing = height - grid.top, width - grid.leading
    for across in _edges(grid.leading, grid.columns, grid.width, grid.gap[0]):
        yield Stroke((max(EDGE, grid.top - far), across), (grid.top - near, across))
        yield Stroke((bottom + near, across), (min(height - EDGE, bottom + far), across))
    for down in _edges(grid.top, grid.rows, grid.height, grid.gap[1]):
        yield Stroke((down, max(EDGE, grid.leading - far)), (down, grid.leading - near))
        yield Stroke((down, trailing + near), (down, min(width - EDGE, trailing + far)))


def _edges(start: float, count: int, size: float, gap: float) -> list[float]:
    edges = [start + place * (size + gap) + side for place in range(count) for side in (0, size)]
    return sorted({round(edge, 3) for edge in edges})


def on_one_line(text: str, style: Style, width: float, language: str, least: float = 0.7) -> Style:
    """The style so much smaller that the text stays on one line, or as it is where that would be too small."""
    needed = natural_width(text, style, Place(width * MM, language))
    share = 0.99 * width * MM / needed if needed > width * MM else 1.0
    return style.but(size=style.size * share) if least <= share < 1 else style
