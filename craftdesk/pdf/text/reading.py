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
from typing import NamedTuple, Protocol

from craftdesk.pdf.text.pieces import Ink, Piece
from craftdesk.pdf.text.shaping import LRM, RLM, Glyph, Shaped

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


class Writer(Protocol):
    """Who writes what stands in the line; `x` is counted from the line's left edge."""

    def straight(self, pieces: Sequence[Piece], x: float) -> None:
        """Write words one after the other."""

    def place(self, order: Order) -> None:
        """Write glyphs where they belong."""

    def mark(self, text: str, beside: Order, x: float) -> None:
        """Write an invisible letter, in the font and size of what stands beside it."""


class _Part(NamedTuple):
    """Glyphs that a reader takes together: their kind (left L, right R, weak W, neutral N) and what they are."""

    kind: str
    order: Order


def has_turns(shown: Sequence[Piece], base: int) -> bool:
    """Whether anything in the line runs against the paper, whose direction is `base`.

    An isolate in the paper's own direction lies deeper and yet runs as the paper does.
    """
    for piece in shown:  # noqa: SIM110 - runs for every line of every paper
        if piece.level % 2 != base:
            return True
    return False


def write_in_order(to: Writer, shown: Sequence[Piece], base: int, own: int, gap: float) -> None:
    """Write everything in the line in the order that readers need.

    `base` is the direction of the paper, `own` that of the paragraph: readers see one direction on a page.
    """
    x = 0.0
    turned_words = 0
    last: Order | None = None
    turned_level = base if base == own else -1
    for turned, pieces in _turns(shown, turned_level):
        end = pieces[-1]
        part, ink = end.shaped[-1], end.ink
        if not turned:
            to.straight(pieces, x)
            x += sum([piece.width for piece in pieces])
            if gap:
                x += gap * sum([piece.breaks for piece in pieces])
            width = part.width * ink.size
            last = Order(part, ink, x - width, width)
            continue
        if len(pieces) == 1 and len(end.shaped) == 1 and len(_parts(part)) == 1:
            order = Order(part, ink, x + _HAIR, end.width)
            _word_turned(to, order, base)
            turned_words += _words(part)[1 - base]
            last, x = order, x + end.width + (gap if end.breaks else 0)
            continue
        found = list(_orders(pieces, x + _HAIR, gap))
        turned_words += sum([_words(order.shaped)[1 - base] for order in found])
        _turned(to, found, base, last)
        last, x = found[-1], found[-1].x + found[-1].width - _HAIR + (gap if end.breaks else 0)
    if last is not None and turned_words:
        _balance(to, turned_words - _straight_words(shown, base) + (not base), base, last)


def _turns(shown: Sequence[Piece], level: int) -> list[tuple[bool, list[Piece]]]:
    """The pieces that run with the line (their level is at most `level`) and those that run against it, in turns."""
    found: list[tuple[bool, list[Piece]]] = []
    before: bool | None = None
    for piece in shown:
        turned = piece.level > level
        if turned is not before:
            together: list[Piece] = []
            found.append((turned, together))
            before = turned
        together.append(piece)
    return found


def _orders(pieces: Sequence[Piece], x: float, gap: float) -> Iterator[Order]:
    for piece in pieces:
        for shaped in piece.shaped:
            width = shaped.width * piece.ink.size
            yield Order(shaped, piece.ink, x, width)
            x += width
        x += gap if piece.breaks else 0


def _straight_words(shown: Sequence[Piece], base: int) -> int:
    return sum([_words(shaped)[base] for piece in shown for shaped in piece.shaped])


def _word_turned(to: Writer, order: Order, base: int) -> None:
    """One word that runs against the line."""
    outer = RLM if base else LRM
    to.mark(outer, order, order.x - _HAIR)
    to.place(order)
    if not base:
        to.mark(outer, order, order.x + order.width - _HAIR)


def _turned(to: Writer, found: list[Order], base: int, before: Order | None) -> None:
    """A part that runs against the line: its words in the line's direction.

    A mark of the line's direction parts it from what stands at its left, in a French line also at its right. The
    marks inside, of its own direction, tell where it starts and stand where the pen jumps.
    """
    outer, inner = (RLM, LRM) if base else (LRM, RLM)
    words = [list(group) for _, group in groupby(_divided(found), lambda part: _taken_together(part, inner))]
    first, last = found[0], found[-1]
    left, right = first.x - _HAIR, last.x + last.width - _HAIR
    if len(words) == 1:
        to.mark(outer, first, left)
        for order in found:
            to.place(order)
        if not base:
            to.mark(outer, last, right)
        return
    if before is not None:
        to.mark(outer, before, left)
    _words_turned(to, words, inner, before, (left, right))
    if not base:
        to.mark(outer, words[0][-1].order, right)


def _words_turned(
    to: Writer, words: list[list[_Part]], inner: str, before: Order | None, edges: tuple[float, float]
) -> None:
    """The words from the last to the first, each at its place, and marks where the pen jumps."""
    left, right = edges
    looks = [list(group) for _, group in groupby((part.order for word in reversed(words) for part in word), _look)]
    for number, look in enumerate(looks):
        first, end = look[0], look[-1]
        if len(looks) > 1:  # pdfium goes through fonts and colours by where each starts
            to.mark(inner, first, left + number * _STEP)
            to.mark(inner, first, first.x - _HAIR)
        elif before is not None:
            to.mark(inner, before, first.x - _HAIR)
        for order in look:
            to.place(order)
        to.mark(inner, end, right if look is looks[-1] else left + (number + 1) * _STEP)


def _taken_together(part: _Part, inner: str) -> tuple[object, ...]:
    """What a reader takes together: a mark between two looks parts signs and numbers, but not words."""
    is_word = part.kind == ("L" if inner == LRM else "R")
    return (part.kind,) if is_word else (part.kind, _look(part.order))


def _look(order: Order) -> tuple[object, ...]:
    return order.shaped.font, order.shaped.scale, order.ink


def _balance(to: Writer, missing: int, base: int, last: Order) -> None:
    """Marks at the end, so that most of the line's words run as the paper does."""
    for number in range(missing):
        x = last.x + last.width + number * _APART * last.ink.size
        to.mark(_SEPARATOR, last, x)
        to.mark(RLM if base else LRM, last, x)


def _divided(orders: Sequence[Order]) -> Iterator[_Part]:
    """What a reader takes together, at its place."""
    for order in orders:
        x = order.x
        for kind, shaped in _parts(order.shaped):
            width = shaped.width * order.ink.size
            yield _Part(kind, Order(shaped, order.ink, x, width))
            x += width


def _words(shaped: Shaped) -> tuple[int, int]:
    """How many words of each direction a reader counts: left to right, right to left."""
    return (0, 0) if shaped.figures else _words_counted(shaped)


@lru_cache(1 << 13)
def _words_counted(shaped: Shaped) -> tuple[int, int]:
    kinds = [kind for kind, _ in _parts(shaped)]
    return kinds.count("L"), kinds.count("R")


def _parts(shaped: Shaped) -> tuple[tuple[str, Shaped], ...]:
    """The glyphs of a word by kind."""
    return (("W", shaped),) if shaped.figures else _parts_found(shaped)


@lru_cache(1 << 13)
def _parts_found(shaped: Shaped) -> tuple[tuple[str, Shaped], ...]:
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
