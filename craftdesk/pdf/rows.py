"""The rows of a table as strips: their cells, grounds and borders."""

from collections.abc import Sequence
from typing import NamedTuple

from craftdesk.base.scannable import Spot
from craftdesk.pdf.strips import Pen, Placed, Strip, parted
from craftdesk.pdf.styles import RULE
from craftdesk.pdf.writing import colour_operator


class CellBox(NamedTuple):
    """A cell as it is drawn: its box from the top left of its rows, its ground, where its strips stand, its name."""

    x: float
    down: float
    width: float
    height: float
    shade: str | None
    placed: Sequence[Placed]
    spot: str = ""


class Lines:
    """The borders of a table's cells. Rows of the same height come at the same places on every page."""

    def __init__(self, kind: str, thickness: float, colour: str = RULE) -> None:
        self._kind = kind
        self._pen = f"{colour_operator(colour, 'RG')} {thickness:.4g} w"
        self._kept: dict[tuple[object, ...], str] = {}

    def around(self, cells: Sequence[CellBox], width: float, height: float, x: float, y: float) -> str:
        if self._kind == "none":
            return ""
        key = (round(x, 2), round(y, 2), *[cell[:4] for cell in cells])
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > 512:
                self._kept.clear()
            found = self._kept[key] = f"{self._pen} {self._path(cells, width, height, x, y)} S"
        return found

    def _path(self, cells: Sequence[CellBox], width: float, height: float, x: float, y: float) -> str:
        if self._kind == "rows":
            return f"{x:.2f} {y - height:.2f} m {x + width:.2f} {y - height:.2f} l"
        return " ".join(
            f"{x + cell.x:.2f} {y - cell.down - cell.height:.2f} {cell.width:.2f} {cell.height:.2f} re"
            for cell in cells
        )


class Rows(Strip):
    """One row, or the rows of a header, with ground and borders."""

    def __init__(self, width: float, height: float, cells: Sequence[CellBox], lines: Lines) -> None:
        super().__init__(height)
        self.width, self.cells, self.lines = width, cells, lines

    def draw(self, pen: Pen, x: float, y: float) -> None:
        for cell in self.cells:
            if cell.shade:
                pen.fill((x + cell.x, y - cell.down - cell.height, cell.width, cell.height), cell.shade)
        for cell in self.cells:
            for across, down, strip in cell.placed:
                strip.draw(pen, x + across, y - down)
            if cell.spot:
                top = y - cell.down
                pen.spots.append(Spot(cell.spot, x + cell.x, top, x + cell.x + cell.width, top - cell.height))
        if borders := self.lines.around(self.cells, self.width, self.height, x, y):
            pen.add(borders)

    def split(self, height: float) -> "tuple[Strip, Strip] | None":
        """A row that is higher than a page goes on, cell by cell, on the next one."""
        both = [parted(cell.placed, height) for cell in self.cells]
        if not any(first for first, _ in both) or not any(rest for _, rest in both):
            return None
        left = self.height - height
        upper = [
            cell._replace(height=height, down=0.0, placed=first)
            for cell, (first, _) in zip(self.cells, both, strict=True)
        ]
        lower = [
            cell._replace(height=left, down=0.0, placed=rest) for cell, (_, rest) in zip(self.cells, both, strict=True)
        ]
        rest = Rows(self.width, left, lower, self.lines)
        rest.header = self.header
        return Rows(self.width, height, upper, self.lines), rest

    def shaded(self, colour: str) -> "Rows":
        """The same row on a ground where its cells have none of their own."""
        cells = [cell._replace(shade=cell.shade or colour) for cell in self.cells]
        return Rows(self.width, self.height, cells, self.lines)
