"""Lines: the text is broken in logical order by the width of its words, then each line is put in visual order."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from craftdesk.pdf.text import bidi, hyphens
from craftdesk.pdf.text.fonts import FAMILIES
from craftdesk.pdf.text.pieces import HYPHEN, Ink, Piece, hyphen, pieces, word
from craftdesk.pdf.text.shaping import clusters

_HYPHENS = 3  # so many lines in a row may end with one
_LINE_ENDS = re.compile("[\r\n\u2028\u2029]")


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


def lines_of(
    runs: Sequence[tuple[str, Ink]], base: int, width: float, first: float = 0, parted: bool = False
) -> list[Line]:
    """The lines of a paragraph of base level `base`; its first line has `first` less room than `width`.

    `parted`: words are divided where their language allows it; otherwise only those that are wider than a line.
    """
    if len(runs) == 1 and not _LINE_ENDS.search(runs[0][0]):
        found = pieces(tuple(runs), base)
        total = _width(found)
        if total <= width - first:
            return [_line(found, runs[0][1], total, goes_on=False)]
    result: list[Line] = []
    for hard in hard_lines(runs):
        found = pieces(tuple(hard), base)
        ink = hard[0][1]
        rows = _broken(found, width - (0 if result else first), width, parted)
        result += [_line(row, ink, _width(row), goes_on=place + 1 < len(rows)) for place, row in enumerate(rows)]
    return result


# Breaking.


def _broken(found: Sequence[Piece], first: float, width: float, parted: bool) -> list[list[Piece]]:
    """The pieces of each line; a word that is wider than a line is broken between its letters."""
    if _width(found) <= first:
        return [list(found)]
    rows: list[list[Piece]] = [[]]
    room = first
    tokens = list(_unbroken(found))
    for number, token in enumerate(tokens):
        rest, needed = token, _width(token)
        while needed > room and not rest[0].breaks:
            before = rest
            if (needed > width or (parted and _may_part(tokens, number))) and not _hyphens_above(rows):
                rest = _divided(rest, rows, room)
                needed = _width(rest)
            if rest is before and not any(not piece.space for piece in rows[-1]):
                start, *others = _split(rest, room, width)
                rows[-1] += start
                rows += others
                room, rest, needed = width - _width(rows[-1]), [], 0.0
                break
            rows.append([])
            room = width
        rows[-1] += rest
        room -= needed
    return rows


def _may_part(tokens: Sequence[Sequence[Piece]], number: int) -> bool:
    """The last word of a paragraph stays whole, and so does one after a number: a month, a unit."""
    before = next((token for token in tokens[number - 1 :: -1] if number and not token[0].breaks), None)
    return number + 1 < len(tokens) and not (before and before[-1].text[-1:].isdigit())


def _hyphens_above(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether two lines one above the other end with a hyphen already."""
    return len(rows) > _HYPHENS and all(row and row[-1].text == HYPHEN for row in rows[-1 - _HYPHENS : -1])


def _divided(token: list[Piece], rows: list[list[Piece]], room: float) -> list[Piece]:
    """Put the longest start of a word that fits at the end of the last line; the answer is the rest."""
    for number, piece in enumerate(token):
        if piece.level & 1 or piece.space or piece.width <= room:
            room -= piece.width
            continue
        for start, rest, added in hyphens.parts(piece.text, piece.ink.face.language):
            head = [*token[:number], _part(piece, start), *([hyphen(piece.ink, piece.level)] if added else [])]
            if _width(head[number:]) <= room:
                rows[-1] += head
                return [_part(piece, rest), *token[number + 1 :]]
        return token
    return token


def _part(piece: Piece, text: str) -> Piece:
    return word(text, piece.ink, piece.level, piece.script)


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
