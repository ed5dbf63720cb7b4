"""A paper as a file: saved whole or not at all, and handed to another program."""

import errno
import os
import shutil
import time
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart, isolate
from craftdesk.base.paths import home

DAY = 24 * 3600
"""Seconds after which a copy that was opened in another program is taken away: papers hold what is personal."""


def file_name(title: str) -> str:
    """A title as the name of a PDF file on every system."""
    kept = "".join(" " if letter in '\\/:*?"<>|' or letter < " " else letter for letter in title)
    return f"{' '.join(kept.split())[:100]}.pdf"


def save(pdf: bytes, path: Path) -> None:
    """Write the file; one that was there stays until the new one is whole. A sentence says why it cannot be."""
    part = path.with_name(f"{path.name}.part")
    try:
        try:
            with part.open("wb") as out:
                out.write(pdf)
                out.flush()
                os.fsync(out.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(_why(path, error)) from error


def _why(path: Path, error: OSError) -> str:
    name = isolate(path.name)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("The disk is full: {name} was not saved. Make room on it or choose another place.").format(name=name)
    if isinstance(error, PermissionError):
        told = _("{name} cannot be written: it is open in another program or protected. Choose another name.")
        return told.format(name=name)
    if isinstance(error, FileNotFoundError):
        folder = apart(str(path.parent))
        return _("The folder {folder} is not there any more. Choose another place.").format(folder=folder)
    return _("{name} could not be saved: {reason}").format(name=name, reason=error.strerror or str(error))


def open_outside(pdf: bytes, title: str) -> None:
    """Hand a copy to the program that opens PDF files on this computer."""
    place = home() / "opened"
    _tidy(place)
    path = place / uuid4().hex / file_name(title)
    try:
        path.parent.mkdir(parents=True)
    except OSError as error:
        raise UserError(_why(path, error)) from error
    save(pdf, path)
    opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    refuse_if(not opened, _("No program on this computer opens PDF files."))


def _tidy(place: Path) -> None:
    for each in place.glob("*"):
        if time.time() - each.stat().st_mtime > DAY:
            # What another program still holds open goes the next time.
            shutil.rmtree(each, ignore_errors=True)
