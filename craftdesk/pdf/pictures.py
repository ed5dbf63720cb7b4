"""Pictures: PNG and JPEG files as a PDF holds them, QR codes as drawing operators."""

import io
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import segno
from PIL import Image as Raster
from PIL import UnidentifiedImageError

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.pdf.press import Press, Stream

_QUIET = 2  # modules of white around a code
_LARGEST = 2400  # pixels: 200 mm at 300 dots per inch


class Picture(NamedTuple):
    """The pixels of a picture: an encoded stream with its entries, and its transparency."""

    width: int
    height: int
    data: bytes
    entries: str
    alpha: bytes | None


@lru_cache(32)
def picture(source: Path | bytes) -> Picture:
    """Read a picture; one that cannot be read is told to the user."""
    try:
        data = source if isinstance(source, bytes) else source.read_bytes()
        with Raster.open(io.BytesIO(data)) as image:
            image.load()
            return _encoded(image, data)
    except (OSError, UnidentifiedImageError, ValueError, Raster.DecompressionBombError) as error:
        name = source.name if isinstance(source, Path) else ""
        raise UserError(_("The picture {name} cannot be read.").format(name=name).replace("  ", " ")) from error


def _encoded(image: Raster.Image, data: bytes) -> Picture:
    small = max(image.size) <= _LARGEST
    if image.format == "JPEG" and image.mode in ("RGB", "L") and small:
        space = "/DeviceRGB" if image.mode == "RGB" else "/DeviceGray"
        return Picture(*image.size, data, f"/ColorSpace{space}/Filter/DCTDecode", None)
    if not small:
        image.thumbnail((_LARGEST, _LARGEST))
    alpha = None
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        alpha = image.getchannel("A").tobytes()
    pixels = image.convert("RGB")
    return Picture(*pixels.size, pixels.tobytes(), "/ColorSpace/DeviceRGB", alpha)


def put_picture(press: Press, name: str, found: Picture) -> None:
    """Write a picture into the file."""
    head = f"/Type/XObject/Subtype/Image/Width {found.width}/Height {found.height}/BitsPerComponent 8"
    entries = head + found.entries
    if found.alpha is not None:
        mask = press.put(f"{name}-mask", Stream(found.alpha, f"{head}/ColorSpace/DeviceGray"))
        entries += f"/SMask {mask}"
    press.put(name, Stream(found.data, entries, packed="/Filter" in found.entries))


def bits_operators(bits: str, size: float) -> str:
    """A code given by its bits (`scan.codes.code_bits`), `size` points wide, on white, from its left bottom corner."""
    modules = int(bits[:2], 16)
    edge = size * _QUIET / (modules + 2 * _QUIET)
    side = size - 2 * edge
    return (
        f"1 g 0 0 {size:.2f} {size:.2f} re f 0 g {side:.3f} 0 0 {side:.3f} {edge:.3f} {edge:.3f} cm "
        f"BI /IM true /W {modules} /H {modules} /BPC 1 /D [1 0] /F /AHx ID {bits[2:]}> EI"
    )


@lru_cache(256)
def qr_operators(content: str | bytes, size: float, border: int = 2) -> str:
    """A QR code of `size` points on a white ground, from its left bottom corner."""
    code = segno.make(content, error="m", micro=False)
    matrix = code.matrix
    module = size / (len(matrix) + 2 * border)
    parts = [f"1 g 0 0 {size:.2f} {size:.2f} re f 0 g"]
    for row, line in enumerate(matrix):
        y = size - (row + 1 + border) * module
        start = 0
        while start < len(line):
            end = start
            while end < len(line) and line[end] == line[start]:
                end += 1
            if line[start]:
                x, width = (start + border) * module, (end - start) * module
                parts.append(f"{x:.3f} {y:.3f} {width:.3f} {module:.3f} re")
            start = end
    return " ".join(parts) + " f"
