"""The pictures that come from scanners and phones: PDF, JPEG, PNG and others, page by page."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.Image import DecompressionBombError, DecompressionBombWarning
from pypdfium2 import PdfiumError

from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.reasons import reason

ENDINGS = ("pdf", "jpg", "jpeg", "png", "tif", "tiff", "bmp", "webp")
MOST_DOTS = 250_000_000
"""A photo of so many dots is larger than any camera's; it might fill the memory."""
_MOST_PAGES = 500
_DPI = 200
_PDF = b"%PDF-"
_LONG_SIDE = 4200
"""Dots that are enough for the long side of a sheet: 360 of them on an inch."""


class Picture(NamedTuple):
    """One page: its number in the file from 1 on, and what is seen, in three colours."""

    number: int
    image: Image.Image


def pictures(path: Path) -> Iterator[Picture]:
    """The pages of a file, one after the other; raises `UserError` with a sentence when it cannot be read."""
    try:
        with path.open("rb") as file:
            start = file.read(1024)
    except FileNotFoundError:
        raise UserError(_("There is no file {file}.").format(file=path)) from None
    except OSError as error:
        why = reason(error, reading=True)
        raise UserError(_("{file} cannot be read: {reason}").format(file=path.name, reason=why)) from None
    refuse_if(not start, _("{file} is empty.").format(file=path.name))
    yield from _of_pdf(path) if _PDF in start else _of_image(path)


def _of_pdf(path: Path) -> Iterator[Picture]:
    try:
        file = pypdfium2.PdfDocument(path)
    except PdfiumError:
        raise UserError(_("{file} is damaged or locked by a password.").format(file=path.name)) from None
    try:
        refuse_if(len(file) > _MOST_PAGES, _("{file} has too many pages.").format(file=path.name))
        for number, page in enumerate(file, 1):
            longest = max(page.get_size())
            scale = min(_DPI / 72, _LONG_SIDE / longest)
            yield Picture(number, page.render(scale=scale).to_pil().convert("RGB"))
            page.close()
    finally:
        file.close()


def _of_image(path: Path) -> Iterator[Picture]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DecompressionBombWarning)
            with Image.open(path) as image:
                refuse_if(image.width * image.height > MOST_DOTS, _too_large(path))
                for number in range(getattr(image, "n_frames", 1)):
                    image.seek(number)
                    yield Picture(number + 1, _reduced(image))
    except DecompressionBombError:
        raise UserError(_too_large(path)) from None
    except UnidentifiedImageError:
        raise UserError(_("{file} is neither a picture nor a PDF file.").format(file=path.name)) from None
    except (OSError, ValueError, SyntaxError, EOFError):
        told = _("{file} is damaged: the picture ends in the middle. Scan the sheet again.")
        raise UserError(told.format(file=path.name)) from None


def _reduced(image: Image.Image) -> Image.Image:
    """The picture the right way up, with no more dots than are needed."""
    image.draft("RGB", (_LONG_SIDE, _LONG_SIDE))
    upright = ImageOps.exif_transpose(image)
    factor = max(upright.size) // _LONG_SIDE
    small = upright.reduce(factor) if factor > 1 else upright
    if small.mode in ("RGBA", "LA", "PA") or "transparency" in small.info:
        # What is transparent is paper.
        ground = Image.new("RGBA", small.size, "white")
        ground.alpha_composite(small.convert("RGBA"))
        small = ground
    return small.convert("RGB")


def _too_large(path: Path) -> str:
    told = _("{file} has more than {most} million dots: take the photo with fewer, or scan the sheet with 300 dpi.")
    return told.format(file=path.name, most=MOST_DOTS // 1_000_000)
