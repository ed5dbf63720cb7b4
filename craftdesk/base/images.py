"""Pictures that are kept in the office file: checked, turned upright, scaled down."""

from io import BytesIO

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _

MOST_PIXELS = 100_000_000


def shrunk(data: bytes, side: int) -> bytes:
    """The picture as PNG, no side longer than `side`."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - slow to import and rarely needed

    try:
        with Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise UserError(_("The picture is too large."))
            upright = ImageOps.exif_transpose(picture)
            upright = upright.convert("RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB")
            upright.thumbnail((side, side))
            made = BytesIO()
            upright.save(made, "PNG", optimize=True)
    except (OSError, SyntaxError, ValueError):
        raise UserError(_("This is not a picture that can be read (PNG or JPEG).")) from None
    return made.getvalue()
