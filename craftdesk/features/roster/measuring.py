"""How far the sheets of a workbook reach, worked out before they are read.

A single cell that stands far away makes a sheet of thousands of millions of cells, more than the memory holds. What a
file says of itself is not believed: its cells are looked at.
"""

from dataclasses import dataclass, field

MOST_CELLS = 12_000_000
"""Half a million rows of twenty-four columns, the empty cells between them counted."""
MOST_COLUMNS = 1000
MOST_TEXT = 2**29
"""What the texts of all cells may come to: workbooks keep a text once, however many cells show it."""

Place = tuple[int, int]
"""Row and column, from zero."""
Span = tuple[Place, Place]
"""The first and the last cell of several that were merged."""


class TooLargeError(Exception):
    """A file unpacks to more than a list of artisans can be."""


class DamagedError(Exception):
    """A file is not what its first bytes say."""


@dataclass
class Extent:
    """How far the cells of a sheet reach, the cells whose results are missing, and the cells that were merged."""

    first: Place = (2**40, 2**40)
    last: Place = (-1, -1)
    cells: int = 0
    missing: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def hold(self, row: int, column: int) -> None:
        """A cell with something in it stands here."""
        self.cells += 1
        self.first = min(self.first[0], row), min(self.first[1], column)
        self.last = max(self.last[0], row), max(self.last[1], column)
        if self.cells > MOST_CELLS:
            raise TooLargeError

    def is_too_far(self) -> bool:
        high, wide = (last - first + 1 for first, last in zip(self.first, self.last, strict=True))
        return self.last[1] >= MOST_COLUMNS or (high > 0 and high * wide > MOST_CELLS)

    def corner(self) -> str:
        """The cell to which the sheet reaches, as a spreadsheet names it."""
        return named(*self.last)


def named(row: int, column: int) -> str:
    """A cell as a spreadsheet names it: A1, AA20."""
    letters = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        letters, column = chr(65 + rest) + letters, column - 1
    return f"{letters}{row + 1}"


def column_of(letters: bytes) -> int:
    """The place of a column by its letters; of more letters than there are columns some place far away."""
    number = 0
    for letter in letters[:8].upper():
        number = number * 26 + letter - 64
    return number - 1
