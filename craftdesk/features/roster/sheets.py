"""Which sheets of a file hold the list, and what is done to them before their rows are read.

A cell that was merged over several rows says the same in each of them. Sheets with the same headings (one for each
year, or for each commune) can be read as one list.
"""

from collections.abc import Sequence
from typing import NamedTuple

from craftdesk.features.roster.headings import Columns, columns_of
from craftdesk.features.roster.reading import Cell, Line, Sheet

_EMPTY = ("", None)
_MOST_FILLED = 1_000_000


class Found(NamedTuple):
    """A sheet with headings."""

    sheet: Sheet
    columns: Columns

    def promise(self) -> tuple[bool, int]:
        """How likely it is the list: that people stand below its headings, and how many headings there are."""
        filled = any(any(line) for line in self.sheet.lines[self.columns.line + 1 :])
        return filled, sum(target is not None for target in self.columns.targets)


def lists_in(sheets: Sequence[Sheet]) -> list[Found]:
    """The sheets with a line of headings."""
    found = [(each, columns_of(each.lines, each.spans)) for each in sheets]
    return [Found(sheet, columns) for sheet, columns in found if columns is not None]


def alike(found: Found, every: Sequence[Found]) -> list[Found]:
    """The sheets with the same headings and people below them, this one among them, in the order of the file."""
    signature = found.columns.signature()
    return [each for each in every if each.columns.signature() == signature and (each.promise()[0] or each is found)]


def joined(every: Sequence[Found], name: str) -> Found:
    """Sheets that are alike as one: their columns in the order of the first, their lines one below the other."""
    first = every[0]
    lines: list[Line] = []
    parts = []
    for each in every:
        parts.append((len(lines), each.sheet.name))
        lines += _in_order(filled(each), each.columns, first.columns) if each is not first else filled(each)
    missing = [f"{each.sheet.name}!{cell}" for each in every for cell in each.sheet.missing]
    return first._replace(sheet=Sheet(name, lines, missing, parts=tuple(parts)))


def _in_order(lines: Sequence[Line], columns: Columns, like: Columns) -> list[Line]:
    """The lines below the headings with their cells where the other columns have them; those above are left empty."""
    names = columns.names()
    places = [names.index(name) if name else None for name in like.names()]
    above: list[Line] = [[]] * (columns.line + 1)
    return above + [[_cell(line, place) for place in places] for line in lines[columns.line + 1 :]]


def _cell(line: Line, place: int | None) -> Cell:
    return line[place] if place is not None and place < len(line) else ""


def filled(found: Found) -> Sequence[Line]:
    """The lines, with what stands in cells that were merged downwards put into each of their rows."""
    below = found.columns.line
    down = [span for span in found.sheet.spans if span[1][0] > span[0][0] > below and span[1][1] == span[0][1]]
    if not down or sum(bottom - top for (top, _column), (bottom, _same) in down) > _MOST_FILLED:
        return found.sheet.lines
    lines = list(found.sheet.lines)
    for (top, column), (bottom, _same) in down:
        cell = _cell(lines[top], column) if top < len(lines) else ""
        for row in range(top + 1, min(bottom + 1, len(lines))) if cell not in _EMPTY else ():
            line = [*lines[row], *[""] * (column + 1 - len(lines[row]))]
            line[column] = cell
            lines[row] = line
    return lines
