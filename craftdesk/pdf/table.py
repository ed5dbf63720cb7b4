"""Tables: each row is one strip, the header is the strip that comes again at the top of a page.

The first column is on the leading side: at the right in an Arabic paper.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from craftdesk.pdf import blocks as b
from craftdesk.pdf.compose import Place, Setter, across, composes, down_to, natural_width
from craftdesk.pdf.rows import CellBox, Lines, Rows
from craftdesk.pdf.strips import MM, Gap, Placed, Strip, height_of, stacked
from craftdesk.pdf.styles import SHADE, Align, Style

_MEASURED = 300  # rows whose texts are looked at for a column that is as wide as its texts
_WITH_TOTALS = 2  # rows that stay on the page of the totals
_KEPT = 2048  # texts of a column that are kept as they were set


class _Content(NamedTuple):
    """The strips of a cell and the height that it needs, padding included."""

    strips: Sequence[Strip]
    height: float


class _Set(NamedTuple):
    """A cell in its column and row."""

    content: _Content
    cell: b.Cell
    x: float
    width: float
    row: int


class _Lane:
    """A column: where it stands, how its texts look, and the texts that were set before."""

    def __init__(self, setter: Setter, table: b.Table, column: b.Column, place: Place, x: float) -> None:
        self._setter, self._place = setter, place
        self.x, self.width = x, place.width
        self._padding = table.padding * MM
        self.style = column.style or table.style
        if column.align:
            self.style = _aligned(self.style, column.align)
        self.vertical = table.vertical
        self._texts: dict[str, _Content] = {}

    def text(self, text: str) -> _Content:
        found = self._texts.get(text)
        if found is None:
            if len(self._texts) > _KEPT:
                self._texts.clear()
            found = self._texts[text] = self.set(text, self.style, self.width)
        return found

    def set(self, text: b.Text, style: Style, width: float) -> _Content:
        if not text:
            return _Content((), style.size * style.leading + 2 * self._padding)
        place = self._place.but(width - 2 * self._padding)
        strips = self._setter.fresh_paragraph(b.Paragraph(text, style), place)
        return _Content(strips, height_of(strips) + 2 * self._padding)

    def blocks(self, blocks: Sequence[b.Block], width: float) -> _Content:
        strips = self._setter.all_strips(blocks, self._place.but(width - 2 * self._padding))
        return _Content(strips, height_of(strips) + 2 * self._padding)


class _TableSetter:
    """Sets the rows of one table."""

    def __init__(self, setter: Setter, table: b.Table, place: Place) -> None:
        self._setter, self._table, self._place = setter, table, place
        self._lanes: list[_Lane] = []
        self._lines = Lines(table.borders, table.thickness * MM, table.border)

    def strips(self) -> Iterator[Strip]:
        table = self._table
        rows = self._sized(iter(table.rows))
        if table.before:
            yield Gap(table.before * MM)
        header = self._header()
        if header is not None:
            header.glued = True
            yield header
        for number, row in enumerate(self._body(rows)):
            strip = row.shaded(SHADE) if table.striped and number % 2 else row
            strip.header, strip.glued = header, row.glued
            yield strip
        if table.after:
            yield Gap(table.after * MM)

    def _sized(self, rows: Iterator[b.Row]) -> Iterable[b.Row]:
        """Find the widths of the columns; the answer is all rows."""
        table, room = self._table, self._place.width
        looked = list(islice(rows, _MEASURED)) if any(column.fit for column in table.columns) else []
        wanted = [self._wanted(column, place, looked) for place, column in enumerate(table.columns)]
        shared = sum(column.share for column, width in zip(table.columns, wanted, strict=True) if width is None)
        left = room - sum(width or 0 for width in wanted)
        scale = min(1.0, room / (room - left)) if not shared and left != room else 1.0
        widths = [
            max(left, 0) * column.share / shared if width is None else width * scale
            for column, width in zip(table.columns, wanted, strict=True)
        ]
        self._lanes = [
            _Lane(self._setter, table, column, self._place.but(width), edge)
            for column, width, edge in zip(table.columns, widths, across(widths, 0, self._place), strict=True)
        ]
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

    def _header(self) -> Rows | None:
        table = self._table
        rows = table.header if table.header is not None else [[column.title for column in table.columns]]
        if not any(map(bool, chain.from_iterable(rows))):
            return None
        return self._rows([[self._titled(each) for each in row] for row in rows])

    def _titled(self, content: object) -> b.Cell:
        """A cell of the header."""
        cell, table = _cell(content), self._table
        style = cell.style or table.header_style
        shade = cell.shade or table.header_shade
        return replace(cell, style=style, align=cell.align or style.align, shade=shade)

    def _body(self, rows: Iterable[b.Row]) -> Iterator[Rows]:
        made = map(self._row, rows)
        yield from self._closed(made) if self._table.totals else made
        for _ in range(self._table.empty_rows):
            yield self._row([""] * len(self._lanes))

    def _closed(self, rows: Iterator[Rows]) -> Iterator[Rows]:
        """The rows and their totals, which never stand on a page without rows."""
        last: deque[Rows] = deque()
        for row in rows:
            last.append(row)
            if len(last) > _WITH_TOTALS:
                yield last.popleft()
        closing = [*last, *map(self._total, self._table.totals)]
        for strip in closing[:-1]:
            strip.glued = True
        yield from closing

    def _total(self, row: b.Row) -> Rows:
        cells = [replace(_cell(each), rows=1) for each in row]
        return self._rows([[replace(cell, style=cell.style or self._bold(n)) for n, cell in enumerate(cells)]])

    def _bold(self, column: int) -> Style:
        return self._lanes[min(column, len(self._lanes) - 1)].style.but(bold=True)

    def _row(self, row: b.Row) -> Rows:
        """A row of texts, which is the usual one, or any row."""
        if len(row) != len(self._lanes) or not all(type(content) is str for content in row):
            return self._rows([[_cell(each) for each in row]])
        contents = [lane.text(content) for lane, content in zip(self._lanes, row, strict=True)]  # type: ignore[arg-type]
        height = max(self._table.row_height * MM, *[content.height for content in contents])
        cells = [
            CellBox(lane.x, 0.0, lane.width, height, None, self._stacked(content, lane.x, 0.0, height, lane.vertical))
            for lane, content in zip(self._lanes, contents, strict=True)
        ]
        return Rows(self._place.width, height, cells, self._lines)

    def _rows(self, rows: Sequence[Sequence[b.Cell]]) -> Rows:
        """Rows that stay together, with cells over several columns and rows."""
        found = self._set_all(rows)
        heights = [self._table.row_height * MM] * len(rows)
        for each in sorted(found, key=lambda each: each.cell.rows):
            last = each.row + each.cell.rows
            heights[last - 1] += max(0.0, each.content.height - sum(heights[each.row : last]))
        cells = []
        for each in found:
            down, height = sum(heights[: each.row]), sum(heights[each.row : each.row + each.cell.rows])
            vertical = each.cell.vertical or self._table.vertical
            placed = self._stacked(each.content, each.x, down, height, vertical)
            cells.append(CellBox(each.x, down, each.width, height, each.cell.shade, placed, each.cell.spot))
        return Rows(self._place.width, sum(heights), cells, self._lines)

    def _stacked(
        self, content: _Content, x: float, down: float, height: float, vertical: b.VerticalAlign
    ) -> Sequence[Placed]:
        padding = self._table.padding * MM
        return stacked(content.strips, x + padding, down + padding + down_to(vertical, height - content.height))

    def _set_all(self, rows: Sequence[Sequence[b.Cell]]) -> list[_Set]:
        """The cells in their columns and rows."""
        taken: set[tuple[int, int]] = set()
        found: list[_Set] = []
        for number, row in enumerate(rows):
            column = 0
            for cell in row:
                while (number, column) in taken:
                    column += 1
                if len(rows) > 1:
                    taken |= {(number + i, column + j) for i in range(cell.rows) for j in range(cell.span)}
                lanes = self._lanes[column : column + cell.span]
                width, x = sum(lane.width for lane in lanes), min(lane.x for lane in lanes)
                found.append(_Set(self._content(cell, lanes[0], width), cell, x, width, number))
                column += cell.span
        return found

    def _content(self, cell: b.Cell, lane: _Lane, width: float) -> _Content:
        content = cell.content
        if not _is_text(content):
            blocks = (content,) if isinstance(content, b.Element) else content
            return lane.blocks(blocks, width)  # type: ignore[arg-type]
        style = cell.style or lane.style
        if cell.align:
            style = _aligned(style, cell.align)
        return lane.set(content, style, width)  # type: ignore[arg-type]


@lru_cache(256)
def _aligned(style: Style, align: Align) -> Style:
    return style.but(align=align)


def _cell(content: object) -> b.Cell:
    return content if isinstance(content, b.Cell) else b.Cell(content)  # type: ignore[arg-type]


def _is_text(content: object) -> bool:
    if isinstance(content, str | b.Run):
        return True
    return isinstance(content, Sequence) and all(isinstance(part, str | b.Run) for part in content)


composes(b.Table, lambda setter, block, place: _TableSetter(setter, block, place).strips())
