"""From letters to glyphs: HarfBuzz with direction, script and language, one word at a time, and kept.

The words of a paper come back on every page and in every cell, so a shaped word is kept. Across a space our fonts
change nothing but the width of the space (a test compares whole lines with words).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from craftdesk.pdf.text.fonts import Fitted, Script, font_for, fonts_of

# What is never drawn: controls, direction marks and isolates, soft hyphen, zero-width space, variation selectors.
UNDRAWN = re.compile(
    "[\0-\b\n-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
KASHIDA = "\u0640"
RLM, LRM = "\u200f", "\u200e"
_JOINERS = "\u200c\u200d"
_WEAK = frozenset("+-,./:#$%٪٫٬،°‰")
_JOINING = re.compile("[\u200c\u200d\u0300-\u036f]")
_TURNED_SPECIALLY = re.compile("[^\u0621-\u063a\u0641-\u064a ]")  # all but letters that stand alone
_JOINER = re.compile(f"[{_JOINERS}]")
_SIGNS = "0123456789+-,./:%"
_FIGURES = re.compile(f"[{re.escape(_SIGNS)}]+")
_JOINED = str.maketrans("", "", _JOINERS)
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


class Part(NamedTuple):
    """A glyph of the font, moved to where it belongs over or under its neighbours."""

    number: int
    x: int
    y: int


class Glyph(NamedTuple):
    """What is drawn for one cluster (a letter with its marks, or a ligature), its letters and its advance."""

    parts: tuple[Part, ...]
    text: str
    advance: int


class Shaped:
    """Glyphs of one font from left to right; `width` is for a size of one point."""

    __slots__ = ("figures", "fitted", "font", "glyphs", "scale", "width")

    def __init__(self, fitted: Fitted, glyphs: tuple[Glyph, ...], *, figures: bool = False) -> None:
        self.fitted = fitted
        self.figures = figures  # digits and the signs of numbers alone
        self.font, self.scale = fitted.font, fitted.scale
        self.glyphs = glyphs
        self.width = sum([glyph.advance for glyph in glyphs]) * self.font.unit * self.scale / 1000

    def narrowed(self, share: float) -> "Shaped":
        """The same glyphs closer together."""
        glyphs = tuple(glyph._replace(advance=round(glyph.advance * share)) for glyph in self.glyphs)
        return Shaped(self.fitted, glyphs)


class Typeface(NamedTuple):
    """What chooses the fonts and their local forms: family, weight, and the language of Latin letters."""

    family: str
    bold: bool
    language: str


def is_arabic(text: str) -> bool:
    return _ARABIC.search(text) is not None


_NOTHING = ("", "")


def shape(
    word: str, face: Typeface, script: Script, rtl: bool, context: tuple[str, str] = _NOTHING
) -> tuple[Shaped, ...]:
    """The glyphs of a word of one script and one direction, from left to right, in one part for each font.

    `context` is what stands directly before and after the word in another style, so that Arabic letters join to it.
    """
    if not rtl and context == _NOTHING and is_figures(word):
        setter = _figures_of(face, script)
        figures = setter and setter.shaped(word)
        if figures:
            return (figures,)
    return _shape_word(word, face, script, rtl, context)


def is_figures(word: str) -> bool:
    """Whether a word is a number, a date, a code: there are so many of them that they are not kept."""
    return _FIGURES.fullmatch(word) is not None


class _Figures:
    """Sets numbers sign by sign, with the glyphs of a font; HarfBuzz is asked once for each pair of signs."""

    def __init__(self, fitted: Fitted, script: Script, language: str) -> None:
        self._fitted, self._script, self._language = fitted, script, language
        self._glyphs: dict[str, Glyph] = {}
        self._pairs: dict[str, bool] = {}

    def shaped(self, word: str) -> Shaped | None:
        """The number, unless two of its signs look different side by side."""
        pairs = self._pairs
        for place in range(len(word) - 1):
            pair = word[place : place + 2]
            apart = pairs.get(pair)
            if apart is None:
                apart = pairs[pair] = self._stand_apart(pair)
            if not apart:
                return None
        return Shaped(self._fitted, tuple([self._glyphs.get(sign) or self._glyph(sign) for sign in word]), figures=True)

    def _glyph(self, sign: str) -> Glyph:
        (glyph,) = self._drawn(sign)
        return self._glyphs.setdefault(sign, glyph)

    def _stand_apart(self, pair: str) -> bool:
        return self._drawn(pair) == tuple(map(self._glyph, pair))

    def _drawn(self, text: str) -> tuple[Glyph, ...]:
        return _shape(self._fitted, text, self._script, rtl=False, language=self._language, context=_NOTHING).glyphs


@lru_cache(64)
def _figures_of(face: Typeface, script: Script) -> _Figures | None:
    """Who sets the numbers of a typeface, unless its first font has none."""
    first = fonts_of(face.family, face.bold, script)[0]
    return _Figures(first, script, _language(face, script)) if first.letters.issuperset(_SIGNS) else None


def _language(face: Typeface, script: Script) -> str:
    return "ar" if script == "Arab" else face.language


@lru_cache(1 << 14)
def _shape_word(word: str, face: Typeface, script: Script, rtl: bool, context: tuple[str, str]) -> tuple[Shaped, ...]:
    fonts = fonts_of(face.family, face.bold, script)
    parts = _by_font(UNDRAWN.sub("", word), fonts)
    shaped = []
    for number, (fitted, text) in enumerate(parts):
        before = parts[number - 1][1] if number else context[0]
        after = parts[number + 1][1] if number + 1 < len(parts) else context[1]
        shaped.append(_shape(fitted, text, script, rtl, _language(face, script), (before, after)))
    return tuple(reversed(shaped)) if rtl else tuple(shaped)


def longer_word(word: str, face: Typeface, script: Script, join: tuple[int, int]) -> Shaped:
    """A right-to-left word of one font with the join after so many of its characters drawn out by so many kashidas.

    The kashidas belong to the letter before them: they are drawn, not read.
    """
    fitted, text = _by_font(word, fonts_of(face.family, face.bold, script))[0]
    place, length = join
    owner = place - len(clusters(text[:place])[-1])
    origin = [*range(place), *[owner] * length, *range(place, len(text))]
    longer = text[:place] + KASHIDA * length + text[place:]
    buffer = _set(fitted, longer, script, True, _language(face, script), _NOTHING)
    return Shaped(fitted, tuple(_glyphs(buffer, text, True, origin)))


@lru_cache(1 << 13)
def kerned_space(before: str, after: str, face: Typeface) -> Shaped | None:
    """The space between Arabic words that end and begin so (two letters are enough), where a font draws them together.

    None: the space is as wide as always.
    """
    first = fonts_of(face.family, face.bold, "Arab")[0]
    if not first.letters.issuperset(before + after):
        return None
    whole, *alone = (_shape(first, text, "Arab", True, "ar", _NOTHING) for text in (f"{before} {after}", before, after))
    (space,) = _shape_word(" ", face, "Arab", True, _NOTHING)
    width = round((whole.width - sum(part.width for part in alone)) * 1000 / first.font.unit / first.scale)
    (glyph,) = space.glyphs
    return Shaped(first, (glyph._replace(advance=width),)) if width != glyph.advance else None


def clusters(text: str) -> list[str]:
    """Letters with the marks that follow them."""
    found: list[str] = []
    for character in text:
        if found and (unicodedata.category(character) in ("Mn", "Me", "Mc") or character in _JOINERS):
            found[-1] += character
        else:
            found.append(character)
    return found


def _by_font(text: str, fonts: tuple[Fitted, ...]) -> list[tuple[Fitted, str]]:
    if not set(text) - fonts[0].letters:
        return [(fonts[0], text)] if text else []
    parts: list[tuple[Fitted, str]] = []
    for cluster in clusters(text):
        fitted = font_for(cluster.rstrip(_JOINERS), fonts, text)
        if parts and parts[-1][0] is fitted:
            parts[-1] = (fitted, parts[-1][1] + cluster)
        else:
            parts.append((fitted, cluster))
    return parts


def _shape(fitted: Fitted, text: str, script: Script, rtl: bool, language: str, context: tuple[str, str]) -> Shaped:
    buffer = _set(fitted, text, script, rtl, language, context)
    return Shaped(fitted, tuple(_glyphs(buffer, context[0] + text, rtl)))


def _set(fitted: Fitted, text: str, script: Script, rtl: bool, language: str, context: tuple[str, str]) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.direction, buffer.script, buffer.language = "rtl" if rtl else "ltr", script, language
    if _JOINER.search(text):
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    before, after = context
    buffer.add_str(before + text + after, len(before), len(text))
    hb.shape(fitted.font.harfbuzz, buffer)
    return buffer


def _glyphs(buffer: hb.Buffer, text: str, rtl: bool, origin: Sequence[int] | None = None) -> Iterator[Glyph]:
    """The clusters from left to right; `origin`: where in the text each of the buffer's characters comes from."""
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    count = len(text)
    one_by_one = list(range(count - 1, -1, -1) if rtl else range(count))
    if not (_TURNED_SPECIALLY if rtl else _JOINING).search(text) and [info.cluster for info in infos] == one_by_one:
        for info, position in zip(infos, positions, strict=True):
            letter = text[info.cluster]
            yield _plain_glyph(info.codepoint, letter, position.x_advance, position.x_offset, position.y_offset)
        return
    places = [origin[info.cluster] if origin else info.cluster for info in infos]
    drawn = list(zip(places, infos, positions, strict=True))
    groups = [(place, [glyph[1:] for glyph in group]) for place, group in groupby(drawn, lambda glyph: glyph[0])]
    starts = [place for place, _ in groups]
    ends = [len(text), *starts[:-1]] if rtl else [*starts[1:], len(text)]
    for (start, group), end in zip(groups, ends, strict=True):
        parts, x = [], 0
        for info, position in group:
            parts.append(Part(info.codepoint, x + position.x_offset, position.y_offset))
            x += position.x_advance
        letters = text[start:end].translate(_JOINED)
        if rtl and letters in _WEAK and unicodedata.bidirectional(text[end : end + 1] or " ") not in ("R", "AL"):
            yield Glyph((), RLM, 0)
        if rtl and (len(letters) > 1 or unicodedata.mirrored(letters[:1] or " ")):
            yield from _read_backwards(parts, letters, x)
        else:
            yield Glyph(tuple(parts), letters, x)


@lru_cache(1 << 14)
def _plain_glyph(number: int, letter: str, advance: int, x: int, y: int) -> Glyph:
    """A glyph that stands for one letter; the same one each time, for it comes often."""
    return Glyph((Part(number, x, y),), letter, advance)


def _read_backwards(parts: list[Part], letters: str, advance: int) -> Iterator[Glyph]:
    """A cluster of several letters, or a bracket, for readers that turn every line round letter by letter.

    Each letter gets its share of the width, the last one first, and the first letter draws the whole cluster. Some
    readers also turn brackets round, unless they stand among left-to-right marks.
    """
    if len(letters) == 1:
        marks = [Glyph((), mark, 0) for mark in (RLM, LRM)]
        yield from (*marks, Glyph(tuple(parts), letters, advance), *reversed(marks))
        return
    share = advance // len(letters)
    for letter in reversed(letters[1:]):
        yield Glyph((), letter, share)
    moved = share * (len(letters) - 1)
    shifted = tuple(Part(number, x - moved, y) for number, x, y in parts)
    yield Glyph(shifted, letters[0], advance - moved)
