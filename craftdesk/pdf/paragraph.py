"""Lines: the text is broken in logical order by the width of its shaped words, then each line is put in visual order.

A piece is a word or a space of one direction, one script and one look. Pieces are what is measured, moved and drawn.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from craftdesk.pdf import bidi
from craftdesk.pdf.fonts import FAMILIES, Script
from craftdesk.pdf.shaping import Shaped, Typeface, clusters, is_arabic, is_figures, shape

_TOKENS = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]|[^ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_ENDS = re.compile("[\r\n\u2028\u2029]")
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


class Line(NamedTuple):
    """Pieces in logical order without the spaces at their ends, their width, whether the paragraph goes on."""

    pieces: tuple[Piece, ...]
    width: float
    goes_on: bool
    ascent: float
    descent: float


def hard_lines(runs: Iterable[tuple[str, Ink]]) -> list[list[tuple[str, Ink]]]:
    """Runs divided where the text says `\\n`."""
    lines: list[list[tuple[str, Ink]]] = [[]]
    for text, ink in runs:
        first, *others = text.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n").split("\n")
        lines[-1].append((first, ink))
        lines += [[(other, ink)] for other in others]
    return lines


def lines_of(runs: Sequence[tuple[str, Ink]], base: int, width: float, first: float = 0) -> list[Line]:
    """The lines of a paragraph of base level `base`; its first line has `first` less room than `width`."""
    if len(runs) == 1 and not _LINE_ENDS.search(runs[0][0]):
        found = pieces(tuple(runs), base)
        total = _width(found)
        if total <= width - first:
            return [_line(found, runs[0][1], total, goes_on=False)]
    result: list[Line] = []
    for hard in hard_lines(runs):
        found = pieces(tuple(hard), base)
        ink = hard[0][1]
        rows = _broken(found, width - (0 if result else first), width)
        result += [_line(row, ink, _width(row), goes_on=place + 1 < len(rows)) for place, row in enumerate(rows)]
    return result


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
    return tuple(found)


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


# Breaking.


def _broken(found: Sequence[Piece], first: float, width: float) -> list[list[Piece]]:
    """The pieces of each line; a word that is wider than a line is broken between its letters."""
    if _width(found) <= first:
        return [list(found)]
    rows: list[list[Piece]] = [[]]
    room = first
    for token in _unbroken(found):
        needed = _width(token)
        if needed > room and not token[0].breaks:
            if any(not piece.space for piece in rows[-1]):
                rows.append([])
                room = width
            if needed > room:
                start, *others = _split(token, room, width)
                rows[-1] += start
                rows += others
                room = width - _width(rows[-1])
                continue
        rows[-1] += token
        room -= needed
    return rows


def _width(found: Sequence[Piece]) -> float:
    return sum([piece.width for piece in found])


def _unbroken(found: Sequence[Piece]) -> Iterable[list[Piece]]:
    """Words with what is fixed to them, and the spaces between them one by one."""
    together: list[Piece] = []
    for piece in found:
        if not piece.breaks:
            together.append(piece)
            continue
        if together:
            yield together
            together = []
        yield [piece]
    if together:
        yield together


def _split(token: list[Piece], room: float, width: float) -> list[list[Piece]]:
    """A word that does not fit, as lines of which all but the last are full."""
    lines: list[list[Piece]] = [[]]
    for piece in token:
        parts = clusters(piece.text)
        start = 0
        for place in range(len(parts)):
            needed = _cut(piece, parts, place, place + 1).width
            if needed > room and (lines[-1] or place > start):
                if place > start:
                    lines[-1].append(_cut(piece, parts, start, place))
                lines.append([])
                room, start = width, place
            room -= needed
        lines[-1].append(_cut(piece, parts, start, len(parts)))
    return lines


def _cut(piece: Piece, parts: list[str], start: int, end: int) -> Piece:
    """Some letters of a word, in the forms that they have inside it."""
    if piece.space or end - start == len(parts):
        return piece
    context = (parts[start - 1] if start else "", parts[end] if end < len(parts) else "")
    return word("".join(parts[start:end]), piece.ink, piece.level, piece.script, context)


def _line(row: Sequence[Piece], ink: Ink, width: float, *, goes_on: bool) -> Line:
    if row and (row[0].breaks or row[-1].breaks):
        row = _trimmed(row)
        width = _width(row)
    inks = {id(piece.ink): piece.ink for piece in row}
    if len(inks) <= 1:
        return Line(tuple(row), width, goes_on, *_reach(row[0].ink if row else ink))
    reaches = [_reach(each) for each in inks.values()]
    ascent, descent = max(reach[0] for reach in reaches), max(reach[1] for reach in reaches)
    return Line(tuple(row), width, goes_on, ascent, descent)


def _trimmed(row: Sequence[Piece]) -> Sequence[Piece]:
    """Without the spaces at its ends."""
    start, end = 0, len(row)
    while end and row[end - 1].breaks:
        end -= 1
    while start < end and row[start].breaks:
        start += 1
    return row[start:end]


@lru_cache(256)
def _reach(ink: Ink) -> tuple[float, float]:
    """How far letters of a look reach over and under their line."""
    family = FAMILIES[ink.face.family]
    return family.ascent * ink.size, family.descent * ink.size


def visual(line: Line) -> list[Piece]:
    """The pieces from the left edge to the right edge."""
    levels = bytes([piece.level for piece in line.pieces])
    if not levels:
        return []
    if levels.count(levels[0]) == len(levels):
        return list(line.pieces[::-1] if levels[0] & 1 else line.pieces)
    return list(map(line.pieces.__getitem__, _order(levels)))


@lru_cache(4096)
def _order(levels: bytes) -> tuple[int, ...]:
    return tuple(bidi.visual_order(levels))
