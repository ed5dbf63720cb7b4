"""Words and spaces: what is measured, moved and drawn.

A piece is a word or a space of one direction, one script and one look. They are kept, for they come again.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from craftdesk.pdf.text import bidi
from craftdesk.pdf.text.fonts import Script
from craftdesk.pdf.text.shaping import Shaped, Typeface, is_arabic, is_figures, kerned_space, shape

HYPHEN = "\u00ad"  # what readers take out again when they join the lines
_TOKENS = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]|[^ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_BREAKING = frozenset(" \t\u3000")
_SPACES = frozenset(" \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
_LARGEST_LEXICON = 8192
_SHORT = 5  # numbers up to a year come again, longer ones hardly
_SIGNS = frozenset("?!;:»%؟؛")  # no line starts with these, nor ends with an opening quotation mark
_HELD = re.compile(" [?!;:»%؟؛]|« ")
_THIN_SHARE = 0.6
_THIN = frozenset("\u2009\u200a\u202f")


class Ink(NamedTuple):
    """How letters look: typeface, size in points, colour, and what they link to."""

    face: Typeface
    size: float
    colour: str
    underlined: bool = False
    link: str | None = None


class Piece(NamedTuple):
    """A word or a space as it is drawn; `breaks` tells whether a line may end here."""

    text: str
    ink: Ink
    level: int
    script: Script
    shaped: tuple[Shaped, ...]
    width: float
    space: bool = False
    breaks: bool = False


@lru_cache(2048)
def pieces(runs: tuple[tuple[str, Ink], ...], base: int) -> tuple[Piece, ...]:
    """The words and spaces of one hard line in logical order."""
    text = runs[0][0] if len(runs) == 1 else "".join([part for part, _ in runs])
    levels = bidi.levels(text, base)
    if "\t" in text:
        levels = bidi.line_levels(text, levels, base)
    found: list[Piece] = []
    start = 0
    for part, ink in runs:
        for begin, end in _level_runs(levels, start, start + len(part)):
            found += _run_pieces(text, begin, end, levels, ink)
        start += len(part)
    return tuple(_spaced(found)) if base else tuple(found)


def _spaced(found: list[Piece]) -> list[Piece]:
    """The pieces with the spaces as wide as the words beside them want."""
    for place in range(1, len(found) - 1):
        space = found[place]
        if not space.breaks or not space.level & 1:
            continue
        before, after = found[place - 1], found[place + 1]
        if before.ink is after.ink is space.ink and before.level == after.level == space.level:
            shaped = kerned_space(before.text[-2:], after.text[:2], space.ink.face)
            if shaped is not None:
                found[place] = space._replace(shaped=(shaped,), width=shaped.width * space.ink.size)
    return found


def _level_runs(levels: bytes, start: int, end: int) -> Iterable[tuple[int, int]]:
    while start < end:
        level = levels[start]
        if levels.count(level, start, end) == end - start:
            yield start, end
            return
        stop = start
        while stop < end and levels[stop] == level:
            stop += 1
        yield start, stop
        start = stop


def _run_pieces(text: str, start: int, end: int, levels: bytes, ink: Ink) -> list[Piece]:
    level, part = levels[start], text[start:end]
    lexicon = _lexicon(ink, level, _script(part, level))
    tokens = _TOKENS.findall(part)
    found = [lexicon[token] for token in tokens]
    if _HELD.search(text, max(start - 1, 0), end + 1):
        found = _held(tokens, found, lexicon, text[start - 1 : start], text[end : end + 1])
    before, after = _neighbour(text, start - 1, levels, level), _neighbour(text, end, levels, level)
    if before and not found[0].space:
        found[0] = word(tokens[0], ink, level, found[0].script, (before, after if len(found) == 1 else ""))
    if after and not found[-1].space and (len(found) > 1 or not before):
        found[-1] = word(tokens[-1], ink, level, found[-1].script, ("", after))
    return [piece for piece in found if piece.shaped]  # direction marks and isolates have done their work


def _held(tokens: list[str], found: list[Piece], lexicon: "_Lexicon", before: str, after: str) -> list[Piece]:
    """The pieces with spaces at which no line may end, for the signs beside them."""
    around = [before, *tokens, after]
    return [
        lexicon["\u00a0"] if token == " " and (left[-1:] == "«" or right[:1] in _SIGNS) else piece
        for left, token, right, piece in zip(around, tokens, around[2:], found, strict=False)
    ]


def _neighbour(text: str, place: int, levels: bytes, level: int) -> str:
    """The letter at `place` if a letter of this run may join to it."""
    inside = 0 <= place < len(text) and levels[place] == level
    return text[place] if inside and is_arabic(text[place]) else ""


def _script(part: str, level: int) -> Script:
    """Which letters a run has; digits run left to right and look as they do in Latin text."""
    return "Arab" if level & 1 or is_arabic(part) else "Latn"


class _Lexicon(dict[str, Piece]):
    """The words of one look, direction and script that were set before."""

    def __init__(self, ink: Ink, level: int, script: Script) -> None:
        super().__init__()
        self._look = (ink, level, script)

    def __missing__(self, token: str) -> Piece:
        if len(self) > _LARGEST_LEXICON:
            self.clear()
        make = _space if token in _SPACES else word
        piece = make(token, *self._look)
        if not is_figures(token) or len(token) < _SHORT:
            self[token] = piece
        return piece


@lru_cache(256)
def _lexicon(ink: Ink, level: int, script: Script) -> _Lexicon:
    return _Lexicon(ink, level, script)


def word(text: str, ink: Ink, level: int, script: Script, context: tuple[str, str] = ("", "")) -> Piece:
    shaped = shape(text, ink.face, script, bool(level & 1), context)
    return Piece(text, ink, level, script, shaped, sum(part.width for part in shaped) * ink.size)


def _space(text: str, ink: Ink, level: int, script: Script) -> Piece:
    shaped = shape(" ", ink.face, script, bool(level & 1))
    if text in _THIN:
        shaped = tuple(part.narrowed(_THIN_SHARE) for part in shaped)
    width = sum(part.width for part in shaped) * ink.size
    return Piece(text, ink, level, script, shaped, width, space=True, breaks=text in _BREAKING)


@lru_cache(256)
def hyphen(ink: Ink, level: int) -> Piece:
    """The sign at the end of a line whose last word goes on."""
    (sign,) = shape("-", ink.face, "Latn", False)
    shaped = Shaped(sign.fitted, tuple(glyph._replace(text=HYPHEN) for glyph in sign.glyphs))
    return Piece(HYPHEN, ink, level, "Latn", (shaped,), shaped.width * ink.size)
