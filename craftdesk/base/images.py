"""Pictures that are kept in the office file: checked, turned upright, scaled down."""

from io import BytesIO
from typing import TYPE_CHECKING

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _

if TYPE_CHECKING:
    from PIL.Image import Image as Raster

MOST_PIXELS = 100_000_000
QUALITY = 90


def shrunk(data: bytes, side: int) -> bytes:
    """The picture as PNG, no side longer than `side`: for logos, which have sharp edges and may be seen through."""
    upright = _upright(data, side)
    made = BytesIO()
    upright.save(made, "PNG", optimize=True)
    return made.getvalue()


def photo(data: bytes, side: int) -> bytes:
    """The picture as JPEG, no side longer than `side`: a tenth of the room that a PNG of a face takes."""
    from PIL import Image  # noqa: PLC0415 - slow to import and rarely needed

    upright = _upright(data, side)
    if upright.mode == "RGBA":
        ground = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(ground, upright).convert("RGB")
    made = BytesIO()
    upright.save(made, "JPEG", quality=QUALITY, optimize=True)
    return made.getvalue()


def _upright(data: bytes, side: int) -> "Raster":
    """The picture turned as its camera meant it and scaled down; with its transparency, where it has any."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    try:
        with Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise UserError(_("The picture is too large."))
            upright = ImageOps.exif_transpose(picture)
            upright = upright.convert("RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB")
            upright.thumbnail((side, side))
    except (OSError, SyntaxError, ValueError):
        raise UserError(_("This is not a picture that can be read (PNG or JPEG).")) from None
    return upright
