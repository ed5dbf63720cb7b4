"""Files that become scans: chosen, pasted or dropped, and looked at before they are kept."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart
from craftdesk.base.reasons import reason
from craftdesk.features.dossiers.rules import MOST_BYTES, PDF, media_of, too_large
from craftdesk.features.dossiers.writes import Given
from craftdesk.ui.preview.file import PaperFile

MOST_PIXELS = 50_000_000
"""Larger pictures are no scans of a paper, and take too much memory to be shown."""


def read_file(path: Path) -> Given:
    """A file of this computer, called by its name without the suffix."""
    try:
        size = path.stat().st_size
        # Of what is far too large anyway only the beginning is read.
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        why = reason(error, reading=True)
        raise UserError(_("{file} cannot be read: {reason}").format(file=apart(path.name), reason=why)) from None
    refuse_if(size > MOST_BYTES, too_large(path.name, size))
    return looked_at(path.stem, data)


def looked_at(name: str, data: bytes) -> Given:
    """The file, opened once to its end, so that a broken one is told now and not when it is needed."""
    pages = _pages(name, data) if media_of(name, data) == PDF else _picture(name, data)
    return Given(name, data, pages)


def _pages(name: str, data: bytes) -> int:
    try:
        file = PaperFile(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        told = _("{name} is locked with a password: save it without one.") if locked else _broken()
        raise UserError(told.format(name=apart(name))) from None
    pages = len(file.sizes)
    file.close()
    refuse_if(not pages, _broken().format(name=apart(name)))
    return pages


def _picture(name: str, data: bytes) -> int:
    from PIL import Image  # noqa: PLC0415 - slow to import and rarely needed

    try:
        with Image.open(BytesIO(data)) as picture:
            large = _("{name} has too many dots: scan it at 200 dpi.").format(name=apart(name))
            refuse_if(picture.width * picture.height > MOST_PIXELS, large)
            picture.load()
    except (OSError, SyntaxError, ValueError):
        raise UserError(_broken().format(name=apart(name))) from None
    return 1


def _broken() -> str:
    return _("{name} is broken: it cannot be read to its end. Scan it or save it again.")


def pasted() -> list[Given]:
    """What the clipboard holds: files, or a picture."""
    return from_mime(QGuiApplication.clipboard().mimeData())


def from_mime(mime: QMimeData) -> list[Given]:
    """The files that are dropped or pasted, else the picture."""
    if paths := local_paths(mime):
        return list(map(read_file, paths))
    picture = QImage(mime.imageData()) if mime.hasImage() else QImage()
    refuse_if(picture.isNull(), _("There is neither a file nor a picture to paste."))
    return [looked_at(_("Picture"), _packed(picture))]


def can_take(mime: QMimeData) -> bool:
    return bool(local_paths(mime)) or mime.hasImage()


def local_paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _packed(picture: QImage) -> bytes:
    """Without loss, or as a photo where that is too large."""
    ways: Iterable[tuple[str, int]] = (("PNG", -1), ("JPEG", 88))
    made = b""
    for kind, quality in ways:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, kind, quality)  # type: ignore[call-overload]
        made = bytes(data.data())
        if len(made) <= MOST_BYTES:
            break
    return made
