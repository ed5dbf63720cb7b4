"""How far the sheets of an Excel workbook (xlsx, xlsm, xlsb) reach, from its parts."""

import re
import struct
from array import array
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import chain
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

from craftdesk.features.roster.archives import cut_after, unpacked
from craftdesk.features.roster.measuring import (
    MOST_CELLS,
    MOST_TEXT,
    DamagedError,
    Extent,
    TooLargeError,
    column_of,
)

_IDLE = re.compile(r"\.(png|jpe?g|gif|emf|wmf|tiff?|bmp|vml|ttf|odttf)$|vbaProject|printerSettings", re.IGNORECASE)
_WORKBOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_MOST_NAMES = 2**24
_ROOT = re.compile(rb"<(?:\w+:)?(worksheet|sst)\b")
_PLACES = re.compile(rb"\br=[\"']([A-Z]+)(\d+)[\"']")
_TAGS = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*?)(/?)>(</)?")
_CELLS = re.compile(rb"<(?:\w+:)?c[ />]")
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]*)(\d+)[\"']")
_TEXT_CELLS = re.compile(rb"\bt=[\"']s[\"'][^>]*>.{0,200}?v>\s*(\d+)", re.DOTALL)
_TEXT_ENDS = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si/>")
_RESULT = re.compile(rb"<(?:\w+:)?v>[^<]|\bt=[\"']str[\"']|<(?:\w+:)?is>")
_FAULT = re.compile(rb"\bt=[\"']e[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_SIGNS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b't="e"', b"t='e'")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_LINK = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ROW_HEADER, _LAST_CELL = 0, 11
"""Kinds of records in the sheets of an xlsb."""


class _Texts:
    """The texts of a workbook by their lengths, and how often the cells show them."""

    def __init__(self) -> None:
        self.lengths = array("L")
        self.cells = 0

    def look(self, pieces: Iterator[bytes]) -> None:
        """The pieces end with a text, but for the last one."""
        for piece in pieces:
            usual = b"</si>" in piece and b"si/>" not in piece and b":si>" not in piece
            texts = piece.split(b"</si>") if usual else _TEXT_ENDS.split(piece)
            self.lengths.extend(map(len, texts[:-1]))
            if len(self.lengths) > MOST_CELLS:
                raise TooLargeError

    def may_be_too_much(self) -> bool:
        return bool(self.lengths) and max(self.lengths) * self.cells > MOST_TEXT

    def of(self, pieces: Iterable[bytes]) -> int:
        """How long the texts are that the cells of a sheet show."""
        known = self.lengths
        places = (int(place) for piece in pieces for place in _TEXT_CELLS.findall(piece))
        return sum(known[place] for place in places if place < len(known))


def measured(archive: ZipFile, file: BinaryIO) -> dict[str, Extent]:
    """The extent of each sheet by its name; every part that is read later is unpacked once on the way."""
    texts, found, sheets = _Texts(), {}, []
    for part in archive.infolist():
        if part.is_dir() or _IDLE.search(part.filename):
            continue
        extent = Extent()
        if _look(file, part, extent, texts):
            found[part.filename] = extent
            sheets.append(part)
    if texts.may_be_too_much() and sum(texts.of(_rows(file, part)) for part in sheets) > MOST_TEXT:
        raise TooLargeError
    names = _names(archive, file)
    return {names.get(part, PurePosixPath(part).stem): extent for part, extent in found.items()}


def _rows(file: BinaryIO, part: ZipInfo) -> Iterator[bytes]:
    return cut_after(unpacked(file, part), b"row>")


def _look(file: BinaryIO, part: ZipInfo, extent: Extent, texts: _Texts) -> bool:
    """Unpack a part; whether it is a sheet."""
    pieces = unpacked(file, part)
    if part.filename.endswith(".bin") and "worksheets/" in part.filename:
        _look_at_records(b"".join(pieces), extent)
        return True
    first = next(pieces, b"")
    root = _ROOT.search(first)
    whole = chain([first], pieces)
    if root is None:
        for _piece in whole:
            pass
    elif root[1] == b"sst":
        texts.look(cut_after(whole, b"si>"))
    elif not (_is_small(cut_after(whole, b"row>"), extent, texts) or _seen_at_once(_rows(file, part), extent)):
        _look_closely(_rows(file, part), extent)
    return root is not None and root[1] != b"sst"


def _is_small(pieces: Iterator[bytes], extent: Extent, texts: _Texts) -> bool:
    """Whether the lengths of the names of the cells alone say that the sheet is no trouble, as they nearly always do.

    How far it reaches is then not known exactly. All parts of the sheet are gone through in any case.
    """
    exact, letters, digits = True, 1, 1
    for piece in pieces:
        exact = exact and piece.count(b' r="') == _cells(piece) + piece.count(b"<row ")
        while _LETTERS[letters].search(piece):
            letters += 1
        while _DIGITS[digits].search(piece):
            digits += 1
        texts.cells += piece.count(b't="s"') + piece.count(b"t='s'")
        _note_missing(piece, extent)
    extent.first, extent.last = (0, 0), (10**digits - 2, column_of(b"Z" * letters))
    return exact and not extent.is_too_far()


# Cells whose names have more letters or digits than so many.
_LETTERS = [re.compile(rb' r="[A-Za-z]{%d}' % (number + 1)) for number in range(9)] + [re.compile(rb"$^")]
_DIGITS = [re.compile(rb' r="[A-Za-z]+\d{%d}' % (number + 1)) for number in range(12)] + [re.compile(rb"$^")]


def _cells(piece: bytes) -> int:
    return len(_CELLS.findall(piece)) if b":c " in piece else piece.count(b"<c ") + piece.count(b"<c>")


def _seen_at_once(pieces: Iterator[bytes], extent: Extent) -> bool:
    """Take the places of all cells, the empty ones too; whether that is exact enough."""
    count = 0
    columns: set[bytes] = set()
    rows: set[bytes] = set()
    for piece in pieces:
        places = _PLACES.findall(piece)
        for names, found in zip((columns, rows), zip(*places, strict=True), strict=False):
            names.update(found)
        count += len(places)
        if count > MOST_CELLS or _cells(piece) != len(places):
            return False
    if columns:
        across, down = [column_of(name) for name in columns], [int(row) - 1 for row in rows]
        extent.first, extent.last = (min(down), min(across)), (max(down), max(across))
    return not extent.is_too_far()


def _note_missing(piece: bytes, extent: Extent) -> None:
    """The cells whose formula has no result in the file, or a fault for a result."""
    if not any(sign in piece for sign in _SIGNS):
        return
    for cell in re.split(rb"<(?=(?:\w+:)?c[ >])", piece)[1:]:
        lost = _FAULT.search(cell) or (_FORMULA.search(cell) and not _RESULT.search(cell))
        if lost and (place := _PLACE.search(cell)):
            extent.missing.append((place[1] + place[2]).decode())


def _look_closely(pieces: Iterator[bytes], extent: Extent) -> None:
    """Follow the cells one by one, as far as they have something in them."""
    extent.first, extent.last = Extent.first, Extent.last
    row = column = -1
    for tag, given, closed, ended in chain.from_iterable(map(_TAGS.findall, pieces)):
        place = _PLACE.search(given)
        if tag == b"row":
            row, column = int(place[2]) - 1 if place else row + 1, -1
            continue
        column = column_of(place[1]) if place else column + 1
        row = int(place[2]) - 1 if place and place[1] else row
        if not closed and not ended:
            extent.hold(row, column)


def _look_at_records(data: bytes, extent: Extent) -> None:
    """The rows and cells of an xlsb: each record has a kind, a length, and its place in front."""
    at, row = 0, 0
    try:
        while at < len(data):
            kind, at = _number(data, at, 2)
            length, at = _number(data, at, 4)
            if kind == _ROW_HEADER:
                row = struct.unpack_from("<I", data, at)[0]
            elif 1 < kind <= _LAST_CELL:
                extent.hold(row, struct.unpack_from("<I", data, at)[0])
            at += length
    except (struct.error, IndexError):
        raise DamagedError from None


def _number(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number in groups of seven bits, and where it ends."""
    number = 0
    for place in range(most):
        byte = data[at + place]
        number |= (byte & 0x7F) << 7 * place
        if not byte & 0x80:
            return number, at + place + 1
    return number, at + most


def _names(archive: ZipFile, file: BinaryIO) -> Mapping[str, str]:
    """The names of the sheets by the paths of their parts."""
    try:
        book, links = (b"".join(unpacked(file, archive.getinfo(name))) for name in (_WORKBOOK, _LINKS))
    except KeyError:
        return {}
    paths = {_given(link, rb"Id"): _path(_given(link, rb"Target")) for link in _LINK.findall(links[:_MOST_NAMES])}
    sheets = _SHEET.findall(book[:_MOST_NAMES])
    return {paths.get(_given(sheet, rb"\w+:id"), ""): _given(sheet, rb"name") for sheet in sheets}


def _given(tag: bytes, name: bytes) -> str:
    found = re.search(rb"\s" + name + rb"=(?:\"([^\"]*)\"|'([^']*)')", tag)
    return unescape((found[1] or found[2] or b"").decode("utf-8", "replace")) if found else ""


def _path(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
