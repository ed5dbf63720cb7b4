"""How far the sheets of an OpenDocument spreadsheet reach: it writes cells and rows that repeat once, with a count."""

import re
from collections.abc import Iterator
from html import unescape
from typing import BinaryIO
from zipfile import ZipFile

from craftdesk.features.roster.archives import cut_after, unpacked
from craftdesk.features.roster.measuring import MOST_CELLS, MOST_TEXT, Extent, TooLargeError

CONTENT = "content.xml"
_TAGS = re.compile(
    rb"<(?:table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])([^>]*?)(/?)|/table:(table-row))>"
)
_REPEATED = re.compile(rb"table:number-(?:columns|rows)-repeated=[\"'](\d+)")
_SPANS = re.compile(rb"table:number-(columns|rows)-spanned=[\"'](\d+)")
_NAME = re.compile(rb"table:name=(?:\"([^\"]*)\"|'([^']*)')")
_MOST_REPEATED = 2**40


def measured(archive: ZipFile, file: BinaryIO) -> dict[str, Extent]:
    """The extent of each sheet by its name."""
    found: dict[str, Extent] = {}
    walk = _Walk()
    part = archive.getinfo(CONTENT)
    for between, tag in _tags(cut_after(unpacked(file, part), b">")):
        walk.text += between * walk.repeated
        if tag[1] == b"table":
            name = _NAME.search(tag[2])
            walk = _Walk()
            found[unescape((name[1] or name[2] or b"").decode("utf-8", "replace")) if name else ""] = walk.extent
        else:
            walk.step(tag[1], tag[2] or b"", tag[3], tag[4])
    return found


def _tags(pieces: Iterator[bytes]) -> Iterator[tuple[int, re.Match[bytes]]]:
    """The tags, each with the length of what stands between it and the one before."""
    for piece in pieces:
        end = 0
        for tag in _TAGS.finditer(piece):
            yield tag.start() - end, tag
            end = tag.end()


class _Walk:
    """Goes along the rows and cells of a sheet."""

    def __init__(self) -> None:
        self.extent = Extent()
        self._row = self._column = 0
        self._rows = 1
        self._holds = 0
        self.text = 0
        self.repeated = 1
        """How often the text of the present cell stands in the sheet."""

    def step(self, tag: bytes | None, given: bytes, closed: bytes | None, ended: bytes | None) -> None:
        if tag == b"table-row":
            self._rows, self._column, self._holds = _count(given), 0, 0
        if ended or (tag == b"table-row" and closed):
            self._end_row()
        elif tag != b"table-row":
            self._cell(given, _count(given), bool(closed) and b"office:" not in given)

    def _cell(self, given: bytes, count: int, empty: bool) -> None:
        if b"-spanned" in given:
            self._span(given)
        self._column += count
        self.repeated = count * self._rows
        if not empty:
            self._holds += count
            self.extent.hold(self._row, self._column - 1)

    def _end_row(self) -> None:
        """What a row holds stands in all the rows that repeat it."""
        if self._holds:
            self.extent.hold(self._row + self._rows - 1, self.extent.first[1])
            self.extent.cells += self._holds * (self._rows - 1)
            too_much = self.extent.cells > MOST_CELLS or self.text > MOST_TEXT
            if too_much and not self.extent.is_too_far():
                raise TooLargeError
        self._row = min(self._row + self._rows, _MOST_REPEATED)

    def _span(self, given: bytes) -> None:
        sizes = {name: int(size) for name, size in _SPANS.findall(given)}
        last = self._row + sizes.get(b"rows", 1) - 1, self._column + sizes.get(b"columns", 1) - 1
        self.extent.spans.append(((self._row, self._column), last))


def _count(given: bytes) -> int:
    repeated = _REPEATED.search(given)
    return min(int(repeated[1]), _MOST_REPEATED) if repeated else 1
