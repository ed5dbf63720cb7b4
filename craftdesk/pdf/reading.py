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

from craftdesk.pdf.paragraph import Ink, Piece
from craftdesk.pdf.shaping import LRM, RLM, Glyph, Shaped

_HAIR = 0.01  # poppler sorts by the left edges of words: a mark must not be rounded to behind its word
_STEP = 0.003
_APART = 0.08  # pdfium drops a letter that comes again within 0.07 of the size: it takes it for a shadow
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


class Straight(NamedTuple):
    """Pieces that run with the line, from `x` on."""

    pieces: Sequence[Piece]
    x: float


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
    """Whether anything in the line runs against the paper, whose direction is `base`."""
    return any(_runs_against(piece, base) for piece in shown)


def _runs_against(piece: Piece, base: int) -> bool:
    """An isolate in the paper's own direction lies deeper and yet runs as the paper does."""
    return piece.level % 2 != base


def in_order(shown: Sequence[Piece], base: int, own: int, gap: float) -> Iterator[Straight | Order | Mark]:
    """Everything in the line in the order in which it is written.

    `base` is the direction of the paper, `own` that of the paragraph: readers see one direction on a page.
    """
    x = 0.0
    turned_words = 0
    last: Order | None = None
    for turned, group in groupby(shown, lambda piece: base != own or piece.level > base):
        pieces = list(group)
        if turned:
            found = list(_orders(pieces, x + _HAIR, gap))
            turned_words += sum([_words(order.shaped)[1 - base] for order in found])
            yield from _turned(found, base, last)
            last, x = found[-1], found[-1].x + found[-1].width - _HAIR + (gap if pieces[-1].breaks else 0)
            continue
        yield Straight(pieces, x)
        x += sum([piece.width for piece in pieces]) + gap * sum([piece.breaks for piece in pieces])
        part = pieces[-1].shaped[-1]
        width = part.width * pieces[-1].ink.size
        last = Order(part, pieces[-1].ink, x - width, width)
    if last is not None and turned_words:
        yield from _balance(turned_words - _straight_words(shown, base) + (not base), base, last)


def _orders(pieces: Sequence[Piece], x: float, gap: float) -> Iterator[Order]:
    for piece in pieces:
        for shaped in piece.shaped:
            width = shaped.width * piece.ink.size
            yield Order(shaped, piece.ink, x, width)
            x += width
        x += gap if piece.breaks else 0


def _straight_words(shown: Sequence[Piece], base: int) -> int:
    return sum([_words(shaped)[base] for piece in shown for shaped in piece.shaped])


def _turned(found: list[Order], base: int, before: Order | None) -> Iterator[Order | Mark]:
    """A part that runs against the line: its words in the line's direction.

    A mark of the line's direction parts it from what stands at its left, in a French line also at its right. The
    marks inside, of its own direction, tell where it starts and stand where the pen jumps.
    """
    outer, inner = (RLM, LRM) if base else (LRM, RLM)
    words = [list(group) for _, group in groupby(_divided(found), lambda part: _taken_together(part, inner))]
    first, last = found[0], found[-1]
    left, right = first.x - _HAIR, last.x + last.width - _HAIR
    if len(words) == 1:
        yield Mark(outer, first.shaped, first.ink, left)
        yield from found
        if not base:
            yield Mark(outer, last.shaped, last.ink, right)
        return
    if before is not None:
        yield Mark(outer, before.shaped, before.ink, left)
    yield from _words_turned(words, inner, before, (left, right))
    if not base:
        yield Mark(outer, words[0][-1].order.shaped, words[0][-1].order.ink, right)


def _words_turned(
    words: list[list[_Part]], inner: str, before: Order | None, edges: tuple[float, float]
) -> Iterator[Order | Mark]:
    """The words from the last to the first, each at its place, and marks where the pen jumps."""
    left, right = edges
    looks = [list(group) for _, group in groupby((part.order for word in reversed(words) for part in word), _look)]
    for number, look in enumerate(looks):
        first, end = look[0], look[-1]
        if len(looks) > 1:  # pdfium goes through fonts and colours by where each starts
            yield Mark(inner, first.shaped, first.ink, left + number * _STEP)
            yield Mark(inner, first.shaped, first.ink, first.x - _HAIR)
        elif before is not None:
            yield Mark(inner, before.shaped, before.ink, first.x - _HAIR)
        yield from look
        yield Mark(inner, end.shaped, end.ink, right if look is looks[-1] else left + (number + 1) * _STEP)


def _taken_together(part: _Part, inner: str) -> tuple[object, ...]:
    """What a reader takes together: a mark between two looks parts signs and numbers, but not words."""
    is_word = part.kind == ("L" if inner == LRM else "R")
    return (part.kind,) if is_word else (part.kind, _look(part.order))


def _look(order: Order) -> tuple[object, ...]:
    return order.shaped.font, order.shaped.scale, order.ink


def _balance(missing: int, base: int, last: Order) -> Iterator[Mark]:
    """Marks at the end, so that most of the line's words run as the paper does."""
    for number in range(missing):
        x = last.x + last.width + number * _APART * last.ink.size
        yield Mark(_SEPARATOR, last.shaped, last.ink, x)
        yield Mark(RLM if base else LRM, last.shaped, last.ink, x)


def _divided(orders: Sequence[Order]) -> Iterator[_Part]:
    """What a reader takes together, at its place."""
    for order in orders:
        x = order.x
        for kind, shaped in _parts(order.shaped):
            width = shaped.width * order.ink.size
            yield _Part(kind, Order(shaped, order.ink, x, width))
            x += width


@lru_cache(1 << 13)
def _words(shaped: Shaped) -> tuple[int, int]:
    """How many words of each direction a reader counts: left to right, right to left."""
    kinds = [kind for kind, _ in _parts(shaped)]
    return kinds.count("L"), kinds.count("R")


@lru_cache(1 << 13)
def _parts(shaped: Shaped) -> tuple[tuple[str, Shaped], ...]:
    """The glyphs of a word by kind."""
    groups = [(kind, tuple(glyphs)) for kind, glyphs in groupby(shaped.glyphs, _kind)]
    if len(groups) == 1:
        return ((groups[0][0], shaped),)
    return tuple((kind, Shaped(shaped.fitted, glyphs)) for kind, glyphs in groups)


def _kind(glyph: Glyph) -> str:
    return _KIND_OF[glyph.text[:1] or " "]


class _Kinds(dict[str, str]):
    """The kind of each letter, found when it is first asked for."""

    def __missing__(self, letter: str) -> str:
        return self.setdefault(letter, _KINDS.get(unicodedata.bidirectional(letter), "N"))


_KIND_OF = _Kinds()
