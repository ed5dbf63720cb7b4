"""A line as the page's drawing operators: fonts, glyph codes, colours, and the stretched spaces of a justified line."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from craftdesk.pdf.styles import Align, Style
from craftdesk.pdf.text.fonts import Fitted
from craftdesk.pdf.text.kashida import drawn_out
from craftdesk.pdf.text.lines import Line, visual
from craftdesk.pdf.text.pieces import Ink, Piece
from craftdesk.pdf.text.reading import Order, has_turns, write_in_order
from craftdesk.pdf.text.shaping import Shaped
from craftdesk.pdf.typecase import Typecase

# Pdfium makes up a space between two texts when the letters at which they meet have no width at all.
_STARTER = 20


class Under(NamedTuple):
    """What a piece of a line has beside its letters: from x to x, an underline, a link."""

    start: float
    end: float
    ink: Ink


class Written(NamedTuple):
    """A line's operators inside BT and ET, its distance from the room's left edge, its underlines and links."""

    x: float
    operators: str
    unders: tuple[Under, ...]


@lru_cache(256)
def colour_operator(colour: str, operator: str = "rg") -> str:
    """`#rrggbb` as the operator that sets it."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    if red == green == blue:
        return f"{red:.3g} {'g' if operator == 'rg' else 'G'}"
    return f"{red:.3g} {green:.3g} {blue:.3g} {operator}"


class Room(NamedTuple):
    """Where a line stands: how wide the room is, the direction of the paragraph and that of the paper."""

    width: float
    base: int
    paper_base: int


def written(line: Line, case: Typecase, room: Room, style: Style) -> Written:
    """The operators of a line."""
    spare, gap = room.width - line.width, 0.0
    if style.align == "justified" and line.goes_on and spare > 0:
        if style.kashida:
            line = drawn_out(line, spare)
            spare = room.width - line.width
        if spaces := sum(piece.breaks for piece in line.pieces):
            gap, spare = spare / spaces, 0.0
    shown = visual(line)
    return Written(_start(spare, style.align, room.base), _operators(shown, case, gap, room), _unders(shown, gap))


def _start(spare: float, align: Align, base: int) -> float:
    if align == "centre":
        return spare / 2
    at_right = (align == "trailing") != bool(base)
    return spare if at_right else 0.0


def _operators(shown: list[Piece], case: Typecase, gap: float, room: Room) -> str:
    writer = _Writer(case, gap)
    if room.base == room.paper_base and not has_turns(shown, room.base):
        writer.straight(shown, 0.0)
    else:
        write_in_order(writer, shown, room.paper_base, room.base, gap)
    return writer.finished()


class _Writer:
    """Collects the operators of one line and changes font and colour only where they change."""

    def __init__(self, case: Typecase, gap: float) -> None:
        self._case = case
        self._gap = gap
        self._parts: list[str] = []
        self._x = 0.0
        self._fitted: Fitted | None = None
        self._ink: Ink | None = None
        self._font = ""
        self._colour = ""
        self._size = 1.0

    def straight(self, pieces: Sequence[Piece], x: float) -> None:
        """Write words one after the other."""
        parts, words, gap, first = self._parts, self._case.words, self._gap, True
        for piece in pieces:
            ink = piece.ink
            for part in piece.shaped:
                if part.fitted is not self._fitted or ink is not self._ink:
                    self._look(part, ink)
                    self._start(part)
                if first:
                    self._go_to(x)
                    first = False
                parts.append(words[part])
            x += piece.width
            if gap and piece.breaks:
                self._move(gap)
                x += gap
        self._x = x

    def place(self, order: Order) -> None:
        """Write glyphs where they belong."""
        part, ink, x, width = order
        if part.fitted is not self._fitted or ink is not self._ink:
            self._look(part, ink)
            self._start(part)
        self._go_to(x)
        self._parts.append(self._case.words[part])
        self._x = x + width

    def mark(self, text: str, beside: Order, x: float) -> None:
        """Write an invisible letter, in the font and size of what stands beside it."""
        part, ink = beside.shaped, beside.ink
        if part.fitted is not self._fitted or ink is not self._ink:
            self._look(part, ink)
        self._go_to(x)
        wide = _STARTER if self._parts[-1] == "[" else 0
        self._parts.append(self._case.mark(part.font, text, wide))

    def finished(self) -> str:
        return "".join(self._parts) + "]TJ" if self._font else ""

    def _move(self, gap: float) -> None:
        self._parts.append(f" {-1000 * gap / self._size:.1f}")

    def _go_to(self, x: float) -> None:
        """Go back or on to `x`, if the pen is not there."""
        if abs(x - self._x) > 0.002:
            self._move(x - self._x)
            self._x = x

    def _start(self, part: Shaped) -> None:
        """Begin a text whose first letter has no width with one that has some."""
        if self._parts[-1] == "[" and not part.glyphs[0].advance:
            self._parts.append(self._case.mark(part.font, part.glyphs[0].text, _STARTER))

    def _look(self, part: Shaped, ink: Ink) -> None:
        """Write in the font, size and colour of this text from now on."""
        self._fitted, self._ink, self._size = part.fitted, ink, ink.size * part.scale
        font = f"/{self._case.case(part.font).name} {self._size:.4g} Tf"
        if font == self._font and ink.colour == self._colour:
            return
        if self._font:
            self._parts.append("]TJ ")
        if ink.colour != self._colour:
            self._parts.append(colour_operator(ink.colour) + " ")
            self._colour = ink.colour
        if font != self._font:
            self._parts.append(font)
            self._font = font
        self._parts.append("[")


def _unders(shown: list[Piece], gap: float) -> tuple[Under, ...]:
    if not any(piece.ink.underlined or piece.ink.link for piece in shown):
        return ()
    found: list[Under] = []
    x = 0.0
    for piece in shown:
        end = x + piece.width + (gap if piece.breaks else 0)
        if piece.ink.underlined or piece.ink.link:
            if found and found[-1].end == x and found[-1].ink == piece.ink:
                found[-1] = Under(found[-1].start, end, piece.ink)
            else:
                found.append(Under(x, end, piece.ink))
        x = end
    return tuple(found)
