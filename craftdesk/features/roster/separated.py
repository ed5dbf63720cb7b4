"""Text with separators, as other programs write lists: its letters, its separator, its quotations."""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from statistics import median

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.features.roster.measuring import MOST_CELLS, DamagedError, TooLargeError

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# The letters of offices' computers in this country, beside Unicode.
_OLD_LETTERS = ["cp1256", "cp1252", "iso8859_6", "mac_arabic"]
_SEPARATORS = ";\t,|"
_END = "\x03"
"""Set below a text: a quotation that is not closed swallows it."""
_MOST_IN_CELL = 2**30
_FEW_HOLES = 0.05
_LINES = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")


def letters_of(data: bytes) -> str:
    """The encoding of a text; empty for what is no text."""
    for mark, letters in _MARKS.items():
        if data.startswith(mark):
            return letters
    if data.count(0, 0, 4096) > _FEW_HOLES * len(data[:4096]):
        return _wide_letters(data[:4096])
    return "utf-8" if _decodes(data) else _old_letters(data)


def _wide_letters(data: bytes) -> str:
    """Two bytes a letter without a mark: every other byte says Latin (0) or Arabic (6)."""
    for letters, pages in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if pages.count(0) + pages.count(6) > 0.8 * len(pages):
            return letters
    return ""


def _decodes(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _old_letters(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed

    best = from_bytes(data[: 2**16], cp_isolation=_OLD_LETTERS).best()
    return best.encoding if best else ""


def lines_of(text: str, file: str) -> list[list[str]]:
    """The lines of a text, parted by the separator that gives the most even and the most cells.

    Raises `UserError` where a quotation is not closed: it would swallow all that follows.
    """
    said = re.match(r"sep=(.)\r?\n", text)
    body = text[said.end() :] if said else text
    separator = said[1] if said else _separator(body[: 2**15])
    csv.field_size_limit(_MOST_IN_CELL)
    if body.count(separator) > MOST_CELLS:
        raise TooLargeError
    ended = body.rstrip("\r\n") + f"\n{_END}"
    try:
        lines = list(csv.reader(_lines(ended), delimiter=separator))
    except csv.Error:
        raise DamagedError from None
    if '"' in body and (number := _open_quotation(lines, separator)):
        raise UserError(_unclosed(file, number + bool(said)))
    return lines[:-1]


def longest_line(data: bytes) -> int:
    """How many bytes the longest line has; lines of old computers end with a carriage return alone."""
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    return max(map(len, BytesIO(data)), default=0)


def _lines(text: str) -> Iterator[str]:
    return (line[0] for line in _LINES.finditer(text))


def _separator(sample: str) -> str:
    """The most even one. Where a quotation swallows the sample, its lines without regard to quotations tell."""
    return max(_SEPARATORS, key=lambda each: [_evenness(sample, each, quoted) for quoted in (True, False)])


def _evenness(sample: str, separator: str, quoted: bool) -> tuple[float, int]:
    quote = '"' if quoted else None
    widths = [len(line) for line in csv.reader(_lines(sample), delimiter=separator, quotechar=quote) if line]
    usual = int(median(widths)) if widths else 0
    return (widths.count(usual) / len(widths) if usual > 1 else 0.0, usual)


def _open_quotation(lines: Sequence[list[str]], separator: str) -> int | None:
    """The number of the line in which a quotation begins that swallows lines of the list, or all that follows."""
    usual = median(map(len, lines))
    number = 1
    for line in lines:
        for cell in line:
            breaks = cell.count("\n") or cell.count("\r")
            if breaks and (cell.endswith(_END) or _holds_lines(cell, separator, usual - 1)):
                return number
            number += breaks
        number += 1
    return None


def _holds_lines(cell: str, separator: str, parted: float) -> bool:
    """Whether a cell holds whole lines of the list; an address in two lines holds few separators."""
    return parted > 1 and any(line.count(separator) >= parted for line in cell.splitlines()[1:])


def _unclosed(file: str, number: int) -> str:
    return _(
        "In line {number} of {file} a quotation mark begins a cell that does not end: close it, or delete it."
    ).format(number=number, file=file)
