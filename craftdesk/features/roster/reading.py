"""Opening the files in which offices keep their lists: spreadsheets of every make, and text with separators.

What a file is, its first bytes say: the ending of its name is often wrong. How large it becomes is measured before it
is read.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from typing import BinaryIO, TypeAlias

import python_calamine as calamine

from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.reasons import reason
from craftdesk.features.roster import measuring_excel, measuring_old, measuring_open
from craftdesk.features.roster.archives import MOST_UNPACKED, archive_in, claimed, unpacked
from craftdesk.features.roster.measuring import DamagedError, Extent, Span, TooLargeError
from craftdesk.features.roster.separated import letters_of, lines_of, longest_line

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None
Line: TypeAlias = Sequence[Cell]

MOST_BYTES = 100 * 2**20
"""A list of the whole country has half of this; more is some other kind of file."""
MOST_IN_LINE = 2**20
"""Letters in a line of text: more is no list."""
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MANIFEST = "META-INF/manifest.xml"
_MARKUP = re.compile(rb"\s*<(!doctype|html|\?xml|table)", re.IGNORECASE)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_DOCUMENT = b"%PDF"
_PANIC = "PanicException"


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file; `lines` holds the empty ones too, so that the place of a line is its number.

    `missing` names the cells whose formula has no result in the file, `spans` the cells that were merged; `parts` says
    from which line on which sheet of the file is read, where this one was joined from several.
    """

    name: str
    lines: Sequence[Line]
    missing: Sequence[str] = ()
    spans: Sequence[Span] = ()
    parts: Sequence[tuple[int, str]] = ()

    def place(self, number: int) -> tuple[str, int]:
        """The sheet of the file in which a line of this number stands, and its number there."""
        for start, name in reversed(self.parts):
            if number > start:
                return name, number - start
        return self.name, number


@dataclass(frozen=True)
class Book:
    """An opened file; `letters` is the encoding of a text file."""

    name: str
    sheets: tuple[Sheet, ...]
    letters: str = ""


def opened(path: Path) -> Book:
    """The sheets of a file; raises `UserError` with a sentence when it cannot be read."""
    start = _start(path)
    try:
        book = _spreadsheet(path, start) if start.startswith((*_ZIP, _OLE)) else _text_book(path, start)
    except TooLargeError:
        raise UserError(_swollen(path)) from None
    except (DamagedError, MemoryError):
        raise UserError(_unreadable(path)) from None
    refuse_if(not any(sheet.lines for sheet in book.sheets), _("{file} is empty.").format(file=path.name))
    return book


def _start(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4096)
    except PermissionError:
        told = _("{file} cannot be opened: another program has it open, or there is no right to read it.")
        raise UserError(told.format(file=path.name)) from None
    except FileNotFoundError:
        raise UserError(_("There is no file {file}.").format(file=path)) from None
    except OSError as error:
        why = reason(error, reading=True)
        raise UserError(_("{file} cannot be read: {reason}").format(file=path.name, reason=why)) from None
    refuse_if(size == 0, _("{file} is empty.").format(file=path.name))
    refuse_if(size > MOST_BYTES, _too_large(path, size))
    return start


def _too_large(path: Path, size: int) -> str:
    return _("{file} has {size} MB: a list of artisans has less than {most}.").format(
        file=path.name, size=size // 2**20, most=MOST_BYTES // 2**20
    )


def _spreadsheet(path: Path, start: bytes) -> Book:
    try:
        with path.open("rb") as file:
            extents = _measured(path, file, start)
            file.seek(0)
            return Book(path.name, _sheets(calamine.CalamineWorkbook.from_filelike(file), extents))
    except calamine.PasswordError:
        raise UserError(_locked(path)) from None
    except calamine.CalamineError:
        raise DamagedError from None
    except BaseException as error:
        # What the library did not expect comes as an error of its own that is no Exception.
        if type(error).__name__ != _PANIC:
            raise
        raise DamagedError from None


def _measured(path: Path, file: BinaryIO, start: bytes) -> Mapping[str, Extent]:
    """The extents of the sheets; raises `UserError` where the file is locked or a sheet has a cell far away."""
    if start.startswith(_OLE):
        data = file.read()
        refuse_if(_ENCRYPTED in data, _locked(path))
        extents: Mapping[str, Extent] = measuring_old.measured(data)
    else:
        extents = _measured_archive(path, file)
    for name, extent in extents.items():
        refuse_if(extent.is_too_far(), _too_far(path, name, extent))
    return extents


def _measured_archive(path: Path, file: BinaryIO) -> Mapping[str, Extent]:
    """An .ods says in its manifest that it is locked."""
    archive = archive_in(file)
    refuse_if(claimed(archive) > MOST_UNPACKED, _swollen(path))
    names = set(archive.namelist())
    if _MANIFEST in names:
        manifest = b"".join(unpacked(file, archive.getinfo(_MANIFEST)))
        refuse_if(b"encryption-data" in manifest, _locked(path))
    if measuring_open.CONTENT in names:
        return measuring_open.measured(archive, file)
    refuse_if(not any(name.startswith("xl/") for name in names), _unreadable(path))
    return measuring_excel.measured(archive, file)


def _sheets(book: calamine.CalamineWorkbook, extents: Mapping[str, Extent]) -> tuple[Sheet, ...]:
    shown = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == calamine.SheetTypeEnum.WorkSheet and sheet.visible == calamine.SheetVisibleEnum.Visible
    ]
    return tuple(_sheet(book.get_sheet_by_name(name), extents.get(name, Extent())) for name in shown)


def _sheet(sheet: calamine.CalamineSheet, extent: Extent) -> Sheet:
    """All lines from the first one and all cells from the first column; what lies before the cells is put there."""
    top, leading = sheet.start or (0, 0)
    lines: Sequence[Line] = sheet.to_python()
    if leading:
        lines = [[*[""] * leading, *line] for line in lines]
    return Sheet(sheet.name, [*([[]] * top), *lines], extent.missing, sheet.merged_cell_ranges or extent.spans)


def _web_page(path: Path) -> str:
    return _("{file} is a web page with the ending of a spreadsheet: open it in Excel and save it as .xlsx.").format(
        file=path.name
    )


def _pages(path: Path) -> str:
    return _("{file} holds printed pages (PDF): ask for the list itself, as a spreadsheet.").format(file=path.name)


def _locked(path: Path) -> str:
    return _("{file} is locked by a password: open it in Excel and save it without one.").format(file=path.name)


def _unreadable(path: Path) -> str:
    return _("{file} is not a spreadsheet, or it is damaged.").format(file=path.name)


def _swollen(path: Path) -> str:
    return _("{file} unpacks to more than a list of artisans can be: it was not opened.").format(file=path.name)


def _too_far(path: Path, sheet: str, extent: Extent) -> str:
    return _(
        "In {file} the sheet “{sheet}” reaches to the cell {cell}: something stands there that does not belong to the"
        " list. Go there by Ctrl+End in Excel, delete it, and save the file."
    ).format(file=path.name, sheet=sheet, cell=extent.corner())


def _text_book(path: Path, start: bytes) -> Book:
    refuse_if(_MARKUP.match(start) is not None, _web_page(path))
    refuse_if(start.startswith(_PICTURES), _("{file} is a picture, not a list.").format(file=path.name))
    refuse_if(start.startswith(_DOCUMENT), _pages(path))
    data = path.read_bytes()
    letters = letters_of(data)
    refuse_if(not letters, _unreadable(path))
    refuse_if(longest_line(data) > MOST_IN_LINE, _one_line(path))
    text = data.decode(letters, errors="replace")
    refuse_if(not text.strip(), _("{file} is empty.").format(file=path.name))
    refuse_if("\0" in text, _holes(path))
    lines = lines_of(text, path.name)
    widths = [len(line) for line in lines]
    extent = Extent((0, 0), (len(lines) - 1, max(widths) - 1))
    refuse_if(extent.is_too_far(), _too_far(path, path.stem, extent))
    refuse_if(median(widths) < 2 and max(widths) < 2, _unreadable(path))
    return Book(path.name, (Sheet(path.stem, lines),), letters)


def _one_line(path: Path) -> str:
    return _("{file} has a line of more than {most} letters: it is not a list.").format(
        file=path.name, most=f"{MOST_IN_LINE:,}".replace(",", " ")
    )


def _holes(path: Path) -> str:
    return _("{file} is damaged: between its letters stand signs that no text has. Save it anew.").format(
        file=path.name
    )
