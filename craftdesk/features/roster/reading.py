"""Opening the files in which offices keep their lists: spreadsheets of every make, and text with separators.

What a file is, its first bytes say: the ending of its name is often wrong.
"""

import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from typing import TypeAlias

import python_calamine as calamine

from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.reasons import reason
from craftdesk.features.roster.separated import letters_of, lines_of

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None
Line: TypeAlias = Sequence[Cell]

MOST_BYTES = 100 * 2**20
"""A list of the whole country has half of this; more is some other kind of file."""
_MOST_UNPACKED = 20 * MOST_BYTES
_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MANIFEST = "META-INF/manifest.xml"
_MARKUP = re.compile(rb"\s*<(!doctype|html|\?xml|table)", re.IGNORECASE)


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file; `lines` holds the empty ones too, so that the place of a line is its number."""

    name: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class Book:
    """An opened file; `letters` is the encoding of a text file."""

    name: str
    sheets: tuple[Sheet, ...]
    letters: str = ""


def opened(path: Path) -> Book:
    """The sheets of a file; raises `UserError` with a sentence when it cannot be read."""
    start = _start(path)
    if start.startswith((_ZIP, _OLE)):
        book = Book(path.name, _spreadsheet(path, start))
    else:
        refuse_if(_MARKUP.match(start) is not None, _web_page(path))
        book = _text_book(path)
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


def _spreadsheet(path: Path, start: bytes) -> tuple[Sheet, ...]:
    if start.startswith(_ZIP):
        _refuse_locked_or_bomb(path)
    elif _ENCRYPTED in path.read_bytes():
        raise UserError(_locked(path))
    try:
        with path.open("rb") as file:
            return _sheets(calamine.CalamineWorkbook.from_filelike(file))
    except calamine.PasswordError:
        raise UserError(_locked(path)) from None
    except calamine.CalamineError:
        raise UserError(_unreadable(path)) from None


def _sheets(book: calamine.CalamineWorkbook) -> tuple[Sheet, ...]:
    shown = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == calamine.SheetTypeEnum.WorkSheet and sheet.visible == calamine.SheetVisibleEnum.Visible
    ]
    return tuple(Sheet(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in shown)


def _refuse_locked_or_bomb(path: Path) -> None:
    """An .ods says in its manifest that it is locked; a small file may unpack to more than the memory holds."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(part.file_size for part in archive.infolist())
            locked = _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST)
    except (zipfile.BadZipFile, zlib.error):
        raise UserError(_unreadable(path)) from None
    refuse_if(locked, _locked(path))
    refuse_if(size > _MOST_UNPACKED, _too_large(path, size))


def _web_page(path: Path) -> str:
    return _("{file} is a web page with the ending of a spreadsheet: open it in Excel and save it as .xlsx.").format(
        file=path.name
    )


def _locked(path: Path) -> str:
    return _("{file} is locked by a password: open it in Excel and save it without one.").format(file=path.name)


def _unreadable(path: Path) -> str:
    return _("{file} is not a spreadsheet, or it is damaged.").format(file=path.name)


def _text_book(path: Path) -> Book:
    data = path.read_bytes()
    letters = letters_of(data)
    refuse_if(not letters, _unreadable(path))
    text = data.decode(letters, errors="replace")
    refuse_if(not text.strip(), _("{file} is empty.").format(file=path.name))
    lines = lines_of(text, path.name)
    widths = [len(line) for line in lines]
    refuse_if(median(widths) < 2 and max(widths) < 2, _unreadable(path))
    return Book(path.name, (Sheet(path.stem, lines),), letters)
