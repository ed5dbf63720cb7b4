"""The families of the papers: which font draws a letter, in Arabic script and in Latin script.

A family names its fonts in the order in which they are asked: the first one that has every letter of a cluster (a
letter with its marks) draws it. A letter that no font has is an error that names it, never a blank. `scale` makes the
Latin letters of one font look as large as the Arabic letters of another at the same size.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

import uharfbuzz as hb

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.base.paths import RESOURCES

Script = Literal["Arab", "Latn"]

FONTS = RESOURCES / "fonts"


class MissingLetter(UserError):  # noqa: N818 - it names what is missing
    """No font of the papers can draw a letter; `letter` is the letter itself, `word` where it stands."""

    def __init__(self, letter: str, word: str) -> None:
        name = unicodedata.name(letter[0], "")
        code = " ".join(f"U+{ord(character):04X}" for character in letter)
        says = _("The papers cannot print the letter “{letter}” ({code} {name}) in “{word}”: no font has it.")
        shown = f"\u2068{''.join(filter(str.isprintable, word))}\u2069"
        super().__init__(says.format(letter=letter if letter.isprintable() else "", code=code, name=name, word=shown))
        self.letter, self.word = letter, word


class Font:
    """One font file, read once: its letters and the widths of its glyphs."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.face = hb.Face(hb.Blob.from_file_path(str(FONTS / f"{name}.ttf")))
        self.harfbuzz = hb.Font(self.face)
        self.unit = 1000 / self.face.upem
        self.letters = frozenset(map(chr, self.face.unicodes))
        self.glyph_count = self.face.glyph_count
        self._advances: dict[int, int] = {}

    def advance(self, glyph: int) -> int:
        """The width of a glyph in the font's own units."""
        if glyph not in self._advances:
            self._advances[glyph] = self.harfbuzz.get_glyph_h_advance(glyph)
        return self._advances[glyph]

    def bounds(self, parts: Iterable[tuple[int, int, int]]) -> tuple[int, int, int, int]:
        """The box around glyphs that are moved by x and y: left, bottom, right, top."""
        boxes = []
        for glyph, x, y in parts:
            box = self.harfbuzz.get_glyph_extents(glyph)
            left, top = x + box.x_bearing, y + box.y_bearing
            boxes.append((left, top + box.height, left + box.width, top))
        if not boxes:
            return 0, 0, 0, 0
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)


class Fitted(NamedTuple):
    """A font as a family uses it: at `scale` times the size that the paper asks for, with these of its letters."""

    font: Font
    scale: float
    letters: frozenset[str]


class Member(NamedTuple):
    """A font of a family, and the letters that the family leaves to the next one."""

    name: str
    scale: float = 1.0
    without: str = ""


@dataclass(frozen=True)
class Family:
    """Fonts for Arabic letters, for Latin letters and all digits, and how high and deep a line of them reaches."""

    arabic: tuple[Member, ...]
    latin: tuple[Member, ...]
    ascent: float
    descent: float


FAMILIES = {
    "amiri": Family(
        arabic=(Member("Amiri"), Member("NotoNaskhArabic", 0.95), Member("IBMPlexSansArabic", 0.92)),
        latin=(Member("Amiri", 1.06), Member("NotoNaskhArabic", 0.92), Member("IBMPlexSansArabic", 0.92)),
        ascent=0.80,
        descent=0.36,
    ),
    "naskh": Family(
        arabic=(Member("NotoNaskhArabic"), Member("Amiri", 1.05), Member("IBMPlexSansArabic", 0.92)),
        # Its French quotation marks are made for Arabic: too small among Latin letters.
        latin=(Member("NotoNaskhArabic", 0.92, "«»"), Member("Amiri", 1.06), Member("IBMPlexSansArabic", 0.92)),
        ascent=0.78,
        descent=0.36,
    ),
    "sans": Family(
        arabic=(Member("IBMPlexSansArabic"), Member("NotoNaskhArabic"), Member("Amiri", 1.05)),
        latin=(Member("IBMPlexSansArabic", 0.95), Member("NotoNaskhArabic", 0.9), Member("Amiri", 1.06)),
        ascent=0.80,
        descent=0.33,
    ),
}


@cache
def font(name: str) -> Font:
    return Font(name)


@cache
def fonts_of(family: str, bold: bool, script: Script) -> tuple[Fitted, ...]:
    """The fonts of a family in the order in which they are asked for a letter of `script`."""
    found = FAMILIES[family]
    weight = "Bold" if bold else "Regular"
    members = found.arabic if script == "Arab" else found.latin
    fonts = [(font(f"{member.name}-{weight}"), member) for member in members]
    return tuple(Fitted(each, member.scale, each.letters - frozenset(member.without)) for each, member in fonts)


def font_for(cluster: str, fonts: tuple[Fitted, ...], word: str) -> Fitted:
    """The first font that has all letters of `cluster`, which stands in `word`."""
    needed = set(cluster)
    for candidate in fonts:
        if needed <= candidate.letters:
            return candidate
    absent = next((letter for letter in cluster if all(letter not in fitted.letters for fitted in fonts)), cluster)
    raise MissingLetter(absent, word)
