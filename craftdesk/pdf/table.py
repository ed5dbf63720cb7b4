"""Tables: each row is one strip, the header is the strip that comes again at the top of a page.

The first column is on the leading side: at the right in an Arabic paper.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from craftdesk.pdf import blocks as b
from craftdesk.pdf.compose import Place, Setter, across, composes, down_to, natural_width
from craftdesk.pdf.strips import MM, Gap, Pen, Placed, Strip, height_of, stacked
from craftdesk.pdf.styles import SHADE, Align, Style
from craftdesk.pdf.writing import colour_operator

_MEASURED = 300  # rows whose texts are looked at for a column that is as wide as its texts


class _Set(NamedTuple):
    """A cell with its strips and the box that it fills, in points from the top left of its rows."""

    strips: Sequence[Strip]
    height: float
    cell: b.Cell
    x: float
    width: float
    row: int


class _Rows(Strip):
    """One row, or the rows of a header, with ground and borders."""

    def __init__(self, height: float, width: float, cells: Sequence["_Drawn"], table: b.Table) -> None:
        super().__init__(height)
        self.width, self.cells, self.table = width, cells, table

    def draw(self, pen: Pen, x: float, y: float) -> None:
        for cell in self.cells:
            if cell.shade:
                pen.fill((x + cell.x, y - cell.down - cell.height, cell.width, cell.height), cell.shade)
        for cell in self.cells:
            for each in cell.placed:
                each.strip.draw(pen, x + each.x, y - each.down)
        if borders := self._borders(x, y):
            thickness = self.table.thickness * MM
            pen.add(f"{colour_operator(self.table.border, 'RG')} {thickness:.4g} w {borders} S")

    def _borders(self, x: float, y: float) -> str:
        if self.table.borders == "grid":
            return " ".join(
                f"{x + cell.x:.2f} {y - cell.down - cell.height:.2f} {cell.width:.2f} {cell.height:.2f} re"
                for cell in self.cells
            )
        if self.table.borders == "rows":
            bottom = y - self.height
            return f"{x:.2f} {bottom:.2f} m {x + self.width:.2f} {bottom:.2f} l"
        return ""


class _Drawn(NamedTuple):
    """A cell as it is drawn: its box, its ground, and where its strips stand."""

    x: float
    down: float
    width: float
    height: float
    shade: str | None
    placed: Sequence[Placed]


class _Setter:
    """Sets the rows of one table."""

    def __init__(self, setter: Setter, table: b.Table, place: Place) -> None:
        self._setter, self._table, self._place = setter, table, place
        self._widths: list[float] = []
        self._edges: list[float] = []

    def strips(self) -> Iterator[Strip]:
        table = self._table
        rows = self._sized(iter(table.rows))
        if table.before:
            yield Gap(table.before * MM)
        header = self._header()
        if header is not None:
            header.glued = True
            yield header
        for number, strip in enumerate(self._body(rows)):
            if table.striped and number % 2:
                strip.cells = [cell._replace(shade=cell.shade or SHADE) for cell in strip.cells]
            strip.header = header
            yield strip
        if table.after:
            yield Gap(table.after * MM)

    def _sized(self, rows: Iterator[b.Row]) -> Iterable[b.Row]:
        """Find the widths of the columns; the answer is all rows."""
        table, room = self._table, self._place.width
        looked = list(islice(rows, _MEASURED)) if any(column.fit for column in table.columns) else []
        widths = [self._wanted(column, place, looked) for place, column in enumerate(table.columns)]
        shared = sum(column.share for column, width in zip(table.columns, widths, strict=True) if width is None)
        left = room - sum(width or 0 for width in widths)
        scale = min(1.0, room / (room - left)) if not shared and left != room else 1.0
        self._widths = [
            max(left, 0) * column.share / shared if width is None else width * scale
            for column, width in zip(table.columns, widths, strict=True)
        ]
        self._edges = across(self._widths, 0, self._place)
        return chain(looked, rows)

    def _wanted(self, column: b.Column, number: int, rows: Sequence[b.Row]) -> float | None:
        if column.width is not None:
            return column.width * MM
        if not column.fit:
            return None
        style, place = column.style or self._table.style, self._place
        texts = [natural_width(column.title, self._table.header_style, place)]
        for row in rows:
            cell = _cell(row[number]) if number < len(row) else b.Cell()
            if _is_text(cell.content) and cell.span == 1:
                texts.append(natural_width(cell.content, cell.style or style, place))  # type: ignore[arg-type]
        return max(texts) + 2 * self._table.padding * MM + 0.1

    def _header(self) -> "_Rows | None":
        table = self._table
        rows = table.header if table.header is not None else [[column.title for column in table.columns]]
        if not any(map(bool, chain.from_iterable(rows))):
            return None
        cells, heights = self._set_rows([[self._titled(each) for each in row] for row in rows])
        return self._rows(cells, heights)

    def _titled(self, content: object) -> b.Cell:
        """A cell of the header."""
        cell, table = _cell(content), self._table
        return replace(
            cell,
            style=cell.style or table.header_style,
            align=cell.align or (cell.style or table.header_style).align,
            shade=cell.shade or table.header_shade,
        )

    def _body(self, rows: Iterable[b.Row]) -> Iterator[_Rows]:
        for row in rows:
            yield self._row([_cell(each) for each in row])
        for row in self._table.totals:
            cells = [_cell(each) for each in row]
            bold = [b.Cell(c.content, c.span, 1, c.style or self._table.style.but(bold=True), c.align) for c in cells]
            yield self._row(bold)
        if self._table.empty_rows:
            empty = self._row([b.Cell("") for _ in self._table.columns])
            for _ in range(self._table.empty_rows):
                yield self._rows_again(empty)

    def _row(self, cells: list[b.Cell]) -> _Rows:
        found, heights = self._set_rows([cells])
        return self._rows(found, heights)

    def _rows_again(self, rows: _Rows) -> _Rows:
        return _Rows(rows.height, rows.width, rows.cells, rows.table)

    def _set_rows(self, rows: list[list[b.Cell]]) -> tuple[list[_Set], list[float]]:
        """The cells in their columns, and how high the rows are."""
        taken: set[tuple[int, int]] = set()
        found: list[_Set] = []
        header = len(rows) > 1
        for number, row in enumerate(rows):
            column = 0
            for cell in row:
                while (number, column) in taken:
                    column += 1
                if header:
                    taken |= {(number + i, column + j) for i in range(cell.rows) for j in range(cell.span)}
                found.append(self._set(cell, column, number))
                column += cell.span
        heights = [self._table.row_height * MM] * len(rows)
        for each in sorted(found, key=lambda each: each.cell.rows):
            last = each.row + each.cell.rows
            missing = each.height - sum(heights[each.row : last])
            if missing > 0:
                heights[last - 1] += missing
        return found, heights

    def _set(self, cell: b.Cell, column: int, row: int) -> _Set:
        table, padding = self._table, self._table.padding * MM
        width = sum(self._widths[column : column + cell.span])
        x = min(self._edges[column : column + cell.span])
        own = table.columns[column]
        place = self._place.but(width - 2 * padding)
        content = cell.content
        strips: Sequence[Strip] = ()
        if isinstance(content, b.Element) and not isinstance(content, b.Cell):
            strips = list(self._setter.strips(content, place))
        elif not _is_text(content):
            strips = self._setter.all_strips(content, place)  # type: ignore[arg-type]
        elif content:
            style, align = cell.style or own.style or table.style, cell.align or own.align
            if align:
                style = _aligned(style, align)
            strips = self._setter.paragraph(b.Paragraph(content, style), place)  # type: ignore[arg-type]
        height = height_of(strips) + 2 * padding if strips else self._empty_height(cell, own)
        return _Set(strips, height, cell, x, width, row)

    def _empty_height(self, cell: b.Cell, column: b.Column) -> float:
        style = cell.style or column.style or self._table.style
        return style.size * style.leading + 2 * self._table.padding * MM

    def _rows(self, cells: Sequence[_Set], heights: Sequence[float]) -> _Rows:
        table, padding = self._table, self._table.padding * MM
        drawn = []
        for each in cells:
            down = sum(heights[: each.row])
            height = sum(heights[each.row : each.row + each.cell.rows])
            top = down + padding + down_to(each.cell.vertical or table.vertical, height - each.height)
            placed = stacked(each.strips, each.x + padding, top)
            drawn.append(_Drawn(each.x, down, each.width, height, each.cell.shade, placed))
        return _Rows(sum(heights), self._place.width, drawn, table)


@lru_cache(256)
def _aligned(style: Style, align: Align) -> Style:
    return style.but(align=align)


def _cell(content: object) -> b.Cell:
    return content if isinstance(content, b.Cell) else b.Cell(content)  # type: ignore[arg-type]


def _is_text(content: object) -> bool:
    if isinstance(content, str | b.Run):
        return True
    return isinstance(content, Sequence) and all(isinstance(part, str | b.Run) for part in content)


composes(b.Table, lambda setter, block, place: _Setter(setter, block, place).strips())
