"""Pages as small grey pictures, kept beside the tests and compared with what is printed now."""

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

KEPT = Path(__file__).parent / "pages"
LEFT = Path(__file__).parents[2] / "build" / "pages-that-differ"
DPI = 100
GREYS = 16
FAR = 4
"""Greys that lie so far apart are seen as another."""
FEW = 12
"""So many dots of a page may be another: less than a comma."""
MOST_PAGES = 4


def drawn(data: bytes) -> list[Image.Image]:
    """The first pages of a paper in sixteen greys, 0 is black."""
    file = pypdfium2.PdfDocument(data)
    pages = [file[number] for number in range(min(len(file), MOST_PAGES))]
    return [_in_greys(page.render(scale=DPI / 72, grayscale=True).to_pil()) for page in pages]


def _in_greys(picture: Image.Image) -> Image.Image:
    return picture.convert("L").point([round(grey / 17) for grey in range(256)])


def keep(picture: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = picture.copy()
    kept.putpalette([part for grey in range(GREYS) for part in (grey * 17,) * 3])
    kept.save(path, optimize=True, bits=4)


def kept(path: Path) -> Image.Image:
    """A kept picture as it was drawn: its palette counts the greys up."""
    with Image.open(path) as found:
        return Image.frombytes("L", found.size, found.tobytes())


def differ(now: Image.Image, before: Image.Image) -> int:
    """How many dots are seen as another."""
    if now.size != before.size:
        return now.width * now.height
    return sum(ImageChops.difference(now, before).histogram()[FAR:])


def leave(name: str, now: Image.Image, before: Image.Image) -> None:
    """Both pictures and where they differ: what is gone in red, what is new in blue."""
    LEFT.mkdir(parents=True, exist_ok=True)
    keep(now, LEFT / f"{name}-now.png")
    keep(before, LEFT / f"{name}-kept.png")
    if now.size == before.size:
        new, old = (each.point(lambda grey: grey * 17) for each in (now, before))
        Image.merge("RGB", (new, ImageChops.darker(new, old), old)).save(LEFT / f"{name}-difference.png")
