"""Drawing out Arabic words: a justified line is filled by longer joins where calligraphy wants them, then by spaces.

The priorities are those that Arabic typesetting uses by custom (they are found, in this order, in Microsoft's notes on
kashida justification for Naskh): after a kashida that was typed; after seen and sad; before a last teh marbuta, heh or
dal; before a last alef, tah, lam or kaf; before the beh that comes before a last reh or yeh; before a last waw, ain,
qaf or feh; before any other last letter. One join a word is drawn out, never that of lam and alef, nor in the name of
God.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from craftdesk.pdf.text.lines import Line
from craftdesk.pdf.text.pieces import Piece
from craftdesk.pdf.text.shaping import KASHIDA, UNDRAWN, clusters, is_arabic, longer_word

_LONGEST = 3  # kashidas in one word
_FEWEST_LETTERS = 3
_JOINS_NOT_ON = frozenset("ءاأإآٱٲٳدذڈرزڑژوؤۆۇةۃ")
_LETTER = re.compile("[\u0620-\u064a\u066e-\u066f\u0671-\u06d3]")
_ALEFS = frozenset("اأإآٱ")
_NAME_OF_GOD = re.compile("لله$")
_LAST = [frozenset("ةهدذ"), frozenset("اأإآٱلطظكگ"), frozenset("وؤعغقف")]
_AFTER_BEH = frozenset("رزيىئ")
_BEHS = frozenset("بتثنيپئ")


def drawn_out(line: Line, spare: float) -> Line:
    """The line with joins drawn out, by at most `spare` points in all, in the words that bear it best first."""
    pieces = line.pieces
    result = list(pieces)
    places = sorted(_places(pieces))
    for length in range(1, _LONGEST + 1):
        for _, number, place in places:
            longer = _longer(pieces[number], place, length)
            needed = longer.width - result[number].width
            if 0 < needed <= spare:
                result[number] = longer
                spare -= needed
    return line._replace(pieces=tuple(result), width=sum([piece.width for piece in result]))


def _places(pieces: Sequence[Piece]) -> Iterator[tuple[int, int, int]]:
    """Priority, number of the word in the line, and place in the word."""
    around = [None, *pieces, None]
    for number, (before, piece, after) in enumerate(zip(around, pieces, around[2:], strict=False)):
        whole = all(beside is None or beside.space or not is_arabic(beside.text) for beside in (before, after))
        if not whole or not piece.level & 1 or len(piece.shaped) > 1 or UNDRAWN.search(piece.text):
            continue
        best = best_place(piece.text)
        if best is not None:
            yield best[0], number, best[1]


@lru_cache(4096)
def _longer(piece: Piece, place: int, length: int) -> Piece:
    shaped = longer_word(piece.text, piece.ink.face, piece.script, (place, length))
    return piece._replace(shaped=(shaped,), width=shaped.width * piece.ink.size)


@lru_cache(4096)
def best_place(word: str) -> tuple[int, int] | None:
    """Where a word is drawn out: the priority (1 is the best) and after how many characters. None: nowhere."""
    letters, ends = _letters(word)
    skeleton = "".join(letters)
    if len(letters) < _FEWEST_LETTERS or _NAME_OF_GOD.search(skeleton):
        return None
    found = [(_priority(skeleton, place), -place) for place in range(len(letters) - 1) if _joined(skeleton, place)]
    best, place = min(found, default=(0, 0))
    return (best, ends[-place]) if 0 < best <= len(_PRIORITIES) else None


def _letters(word: str) -> tuple[list[str], list[int]]:
    """The letters of a word without their marks, and where each ends; none if signs stand among them."""
    letters, ends, end = list[str](), list[int](), 0
    for cluster in clusters(word):
        end += len(cluster)
        if _LETTER.match(cluster):
            if ends and ends[-1] != end - len(cluster):
                return [], []
            letters.append(cluster[0])
            ends.append(end)
    return letters, ends


def _joined(skeleton: str, place: int) -> bool:
    """Whether the letter at `place` joins to the next one and the join may be drawn out."""
    letter, following = skeleton[place], skeleton[place + 1]
    return letter not in _JOINS_NOT_ON and following != "ء" and not (letter == "ل" and following in _ALEFS)


def _priority(skeleton: str, place: int) -> int:
    """The first rule that the join after `place` keeps, counted from 1; more than there are rules: none."""
    return next((number for number, keeps in enumerate(_PRIORITIES, 1) if keeps(skeleton, place)), len(_PRIORITIES) + 1)


def _is_before_last(skeleton: str, place: int) -> bool:
    return place + 2 == len(skeleton)


_Rule = Callable[[str, int], bool]
_PRIORITIES: tuple[_Rule, ...] = (
    lambda word, place: word[place] == KASHIDA,
    lambda word, place: word[place] in "سشصض",
    lambda word, place: _is_before_last(word, place) and word[place + 1] in _LAST[0],
    lambda word, place: _is_before_last(word, place) and word[place + 1] in _LAST[1],
    lambda word, place: len(word) == place + 3 and word[place + 1] in _BEHS and word[place + 2] in _AFTER_BEH,
    lambda word, place: _is_before_last(word, place) and word[place + 1] in _LAST[2],
    _is_before_last,
)
