import io

import pypdfium2
import pytest
import segno
from PIL import Image as Raster
from PIL import ImageChops

from craftdesk.base.errors import UserError
from craftdesk.pdf.blocks import Image, Letterhead, QRCode
from craftdesk.pdf.strips import MM


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 20), colour: object = (200, 30, 30)) -> bytes:
    out = io.BytesIO()
    Raster.new(mode, size, colour).save(out, kind)
    return out.getvalue()


def drawn(data: bytes, scale: float = 2):
    return pypdfium2.PdfDocument(data)[0].render(scale=scale).to_pil().convert("RGB")


def coloured(image, near: tuple[int, int, int]) -> tuple[int, int, int, int] | None:
    """The box of the pixels of a colour."""
    bands = [
        band.point(lambda value, wanted=wanted: 255 * (abs(value - wanted) < 40))
        for band, wanted in zip(image.split(), near, strict=True)
    ]
    return ImageChops.darker(ImageChops.darker(bands[0], bands[1]), bands[2]).getbbox()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_drawn_as_wide_as_it_is_told(paper, kind):
    image = drawn(paper(Image(picture(kind), width=30)).render())
    left, top, right, bottom = coloured(image, (200, 30, 30))
    assert (right - left) / 2 == pytest.approx(30 * MM, abs=1.5)
    assert (bottom - top) / 2 == pytest.approx(15 * MM, abs=1.5)


def test_what_is_transparent_lets_the_paper_through(paper):
    clear = picture("PNG", "RGBA", colour=(200, 30, 30, 0))
    assert coloured(drawn(paper(Image(clear, width=30)).render()), (200, 30, 30)) is None


@pytest.mark.parametrize(("mode", "colour"), [("L", 90), ("P", 3), ("CMYK", (0, 200, 200, 0)), ("1", 0)])
def test_pictures_of_all_modes_are_taken(paper, qpdf, mode, colour):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert "No syntax" in qpdf(paper(Image(picture(kind, mode, colour=colour), height=10)).render())


def test_a_huge_picture_does_not_make_a_huge_paper(paper):
    assert len(paper(Image(picture("PNG", size=(6000, 4000)), width=20)).render()) < 200_000


def test_the_same_picture_is_kept_once(paper):
    logo = picture("PNG")
    assert paper(Image(logo, width=10), Image(logo, width=20)).render().count(b"/Subtype/Image") == 1


@pytest.mark.parametrize("data", [b"", b"not a picture", picture("PNG")[:60]])
def test_a_picture_that_cannot_be_read_is_told(paper, data):
    with pytest.raises(UserError):
        paper(Image(data, width=10)).render()


def test_a_picture_file_that_is_gone_is_told_by_name(paper, tmp_path):
    with pytest.raises(UserError, match=r"logo\.png"):
        paper(Image(tmp_path / "logo.png", width=10)).render()


def test_logos_stand_at_both_sides_of_the_letterhead(paper):
    red, blue = picture("PNG"), picture("PNG", colour=(30, 30, 200))
    image = drawn(paper("نص", letterhead=Letterhead(("الجمهورية",), logos=(red, blue))).render())
    assert coloured(image, (200, 30, 30))[0] > image.width / 2
    assert coloured(image, (30, 30, 200))[2] < image.width / 2


def test_a_qr_code_has_the_squares_that_it_should(paper):
    code = segno.make("https://cam.example/verify/2026/0001", error="m", micro=False)
    image = drawn(paper(QRCode("https://cam.example/verify/2026/0001", size=40)).render(), scale=6).convert("L")
    left, top, right, bottom = coloured(image.convert("RGB"), (0, 0, 0))
    side = len(code.matrix)
    step_x, step_y = (right - left) / side, (bottom - top) / side
    for row, line in enumerate(code.matrix):
        for column, dark in enumerate(line):
            pixel = image.getpixel((int(left + (column + 0.5) * step_x), int(top + (row + 0.5) * step_y)))
            assert (pixel < 128) == bool(dark)
