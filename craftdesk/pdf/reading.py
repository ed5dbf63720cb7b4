"""In which order the glyphs of a line are written, so that readers find the text.

Readers of PDF files see glyphs from left to right and guess how the text runs. Poppler goes by where the glyphs stand
and takes spaces and signs for a part of the Latin text or number before them. Pdfium (Chrome, and this program's
preview) goes by the order in which they are written, divides a line into letters, numbers and signs, and turns these
parts round in a right-to-left line, Latin words too. Both are told what they need: where a part runs against its line,
its words are written in the line's direction (each at its place on the paper), and invisible marks stand at its edges.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from craftdesk.pdf.fonts import Fitted
from craftdesk.pdf.paragraph import Ink, Piece
from craftdesk.pdf.shaping import LRM, RLM, Glyph, Shaped

_HAIR = 0.01  # poppler sorts by the left edges of words: a mark must not be rounded to behind its word
_SEPARATOR = "\u202c"
_KINDS = {
    "L": "L", "R": "R", "AL": "R", "EN": "W", "AN": "W", "ES": "W", "CS": "W", "ET": "W", "NSM": "W", "BN": "W",
}  # fmt: skip


class Order(NamedTuple):
    """Glyphs to write at `x` from the line's left edge."""

    shaped: Shaped
    ink: Ink
    x: float
    width: float


class Mark(NamedTuple):
    """An invisible letter to write at `x`, in the font and size of what stands beside it."""

    text: str
    shaped: Shaped
    ink: Ink
    x: float


class _Part(NamedTuple):
    """Glyphs that a reader takes together: their kind (left L, right R, weak W, neutral N) and what they are."""

    kind: str
    order: Order


def has_turns(shown: Sequence[Piece], base: int) -> bool:
    """Whether anything in the line runs against it."""
    return any(piece.level != base for piece in shown)


def in_order(shown: Sequence[Piece], base: int, gap: float) -> Iterator[Order | Mark]:
    """Everything in the line in the order in which it is written."""
    x = 0.0
    runs: list[tuple[bool, list[_Part]]] = []
    for turned, pieces in groupby(shown, lambda piece: piece.level > base):
        found = []
        for piece in pieces:
            for kind, shaped in _pieces_parts(piece):
                width = shaped.width * piece.ink.size
                found.append(_Part(kind, Order(shaped, piece.ink, x, width)))
                x += width
            x += gap if piece.breaks else 0
        runs.append((turned, found))
    before: Order | None = None
    for turned, found in runs:
        yield from _turned(found, base, before) if turned else (part.order for part in found)
        before = found[-1].order
    yield from _balance([part for _, found in runs for part in found], base)


def _turned(found: list[_Part], base: int, before: Order | None) -> Iterator[Order | Mark]:
    """A part that runs against the line, with marks of the line's direction at its two edges.

    Its words are written in the line's direction if they are of one font: pdfium goes through the fonts by where each
    starts. A mark in what was written `before` leads to the first of them, or pdfium would make up a space.
    """
    outer, inner = (RLM, LRM) if base else (LRM, RLM)
    words = [list(group) for _, group in groupby(found, lambda part: part.kind)]
    first, last = found[0].order, found[-1].order
    right = last.x + last.width
    if len(words) == 1 or any(_look(part.order) != _look(first) for part in found):
        yield Mark(outer, first.shaped, first.ink, first.x)
        yield from (part.order for part in found)
        yield Mark(outer, last.shaped, last.ink, right)
        return
    if before is not None:
        yield Mark(outer, before.shaped, before.ink, first.x - _HAIR)
        yield Mark(inner, before.shaped, before.ink, words[-1][0].order.x - _HAIR)
    for word in reversed(words):
        yield from (part.order for part in word)
    yield Mark(inner, last.shaped, last.ink, right)
    yield Mark(outer, last.shaped, last.ink, right)


def _look(order: Order) -> tuple[object, ...]:
    return order.shaped.font, order.shaped.scale, order.ink


def _balance(parts: list[_Part], base: int) -> Iterator[Mark]:
    """Marks at the end, so that most of the line's words run as the line does."""
    kinds = [part.kind for part in parts]
    left, right = kinds.count("L") + 2, kinds.count("R")
    missing, mark = (left - right, RLM) if base else (right - left + 3, LRM)
    last = parts[-1].order
    x = last.x + last.width
    for _ in range(missing):
        yield Mark(_SEPARATOR, last.shaped, last.ink, x)
        yield Mark(mark, last.shaped, last.ink, x)


def _pieces_parts(piece: Piece) -> Iterator[tuple[str, Shaped]]:
    for shaped in piece.shaped:
        yield from _parts(shaped)


@lru_cache(1 << 15)
def _parts(shaped: Shaped) -> tuple[tuple[str, Shaped], ...]:
    """The glyphs of a word by kind."""
    groups = [(kind, tuple(glyphs)) for kind, glyphs in groupby(shaped.glyphs, _kind)]
    if len(groups) == 1:
        return ((groups[0][0], shaped),)
    fitted = Fitted(shaped.font, shaped.scale)
    return tuple((kind, Shaped(fitted, glyphs)) for kind, glyphs in groups)


def _kind(glyph: Glyph) -> str:
    return _KINDS.get(unicodedata.bidirectional(glyph.text[:1] or " "), "N")
