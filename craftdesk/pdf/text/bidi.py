"""In which direction every letter runs: the Unicode bidirectional algorithm (UAX #9), levels and visual order.

Each character's class becomes one letter of a string, so that the rules for numbers and neutrals are regular
expressions; only explicit codes (embeddings, overrides, isolates) and paired brackets walk letter by letter.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from craftdesk.pdf.text.bidi_classes import BRACKETS, CLASSES, CLOSERS

_REMOVED = frozenset("abcdex")  # rule X9: embeddings, overrides, PDF and BN take no part
_FORMATS = re.compile("[abcdeijkpx]")
_ISOLATED_PARTS = re.compile("(?:[^abcdeijkpxB]*[ijk][^abcdeijkpxB]*p)*[^abcdeijkpxB]*")
_STRONG = re.compile("[LRA]")
_ISOLATED = re.compile("[ijk][^ijkp]*p")
_ANY_BRACKET = re.compile(f"[{re.escape(''.join(BRACKETS))}]")
_TWO_UP = bytes(min(level + 2, 255) for level in range(256))
_MAX_DEPTH = 125
_MAX_BRACKETS = 63

_AFTER_ISOLATE = re.compile("(?<=[ijkp])M+")
_MARKS = re.compile("([^M])(M+)")
_AFTER_ARABIC = re.compile("A[^LR]*")
_NUMBER_SEPARATOR = re.compile("(?<=1)[+,](?=1)")
_ARABIC_SEPARATOR = re.compile("(?<=2),(?=2)")
_TERMINATORS = re.compile(r"\$*1[1$]*")
_AFTER_LATIN = re.compile("L[^R]*")
_NEUTRALS = re.compile("(?<=L)[^LR12]+(?=L)")
_RTL_NEUTRALS = re.compile("(?<=[R12])[^LR12]+(?=[R12])")
_ARABIC = str.maketrans("A", "R")
_OTHERS = str.maketrans("A+,$", "Rooo")
_SPACES_AT_END = re.compile("[Wabcdeijkpx]*(?:[BS]|$)")
_LEVEL_OF = [
    {"L": level + (level & 1), "R": level + 1 - (level & 1), "1": level + 2 - (level & 1), "2": level + 2 - (level & 1)}
    for level in range(_MAX_DEPTH + 2)
]
_RESOLVED = [str.maketrans({kind: chr(new) for kind, new in found.items()}) for found in _LEVEL_OF]
_PURE_RIGHT = re.compile("[RAMWox,+]*")
_PURE_LEFT = re.compile(r"[LMWox,+1$]*")


def base_level(text: str) -> int:
    """The paragraph's own direction by its first strong letter, isolated parts left out: 0 or 1 (rules P2, P3)."""
    return _base_level(text.translate(CLASSES))


def _base_level(kinds: str) -> int:
    if not _FORMATS.search(kinds):
        strong = _STRONG.search(kinds)
        return int(strong is not None and strong.group() != "L")
    depth = 0
    for kind in kinds:
        if kind in "ijk":
            depth += 1
        elif kind == "p":
            depth = max(0, depth - 1)
        elif kind in "LRA" and not depth:
            return int(kind != "L")
    return 0


@lru_cache(8192)
def levels(text: str, base: int) -> bytes:
    """The level of each character of a paragraph whose own level is `base`, before it is broken into lines."""
    kinds = text.translate(CLASSES)
    strong = _PURE_RIGHT if base else _PURE_LEFT
    if strong.fullmatch(kinds):
        return bytes([base]) * len(text)
    if not _ANY_BRACKET.search(text):
        return _levels_of_kinds(kinds, base)
    return _levels(text, kinds, base)


@lru_cache(8192)
def _levels_of_kinds(kinds: str, base: int) -> bytes:
    """Levels of a text without brackets: they depend on the classes alone, which come again with other letters."""
    return _levels(" " * len(kinds), kinds, base)


def _levels(text: str, kinds: str, base: int) -> bytes:
    if not _FORMATS.search(kinds):
        return _resolved(text, kinds, base, base, base)
    if _ISOLATED_PARTS.fullmatch(kinds):
        return _isolate_levels(text, kinds, base)
    return _explicit_levels(text, kinds, base)


def line_levels(text: str, given: bytes, base: int) -> bytes:
    """Levels of one line: tabs and the spaces before them or at the line's end fall back to `base` (rule L1)."""
    kinds = text.translate(CLASSES)
    if kinds[-1:] not in "WSBabcdeijkpx" and "S" not in kinds and "B" not in kinds:
        return given
    new = bytearray(given)
    for match in _SPACES_AT_END.finditer(kinds):
        start, end = match.span()
        new[start:end] = bytes([base]) * (end - start)
    return bytes(new)


def visual_order(given: bytes) -> list[int]:
    """The places of a line's characters from the left edge to the right edge (rule L2)."""
    order = list(range(len(given)))
    odd = [level for level in given if level & 1]
    if not odd:
        return order
    for level in range(max(given), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and given[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def is_removed(character: str) -> bool:
    """Whether the algorithm leaves this character out altogether (rule X9)."""
    return character.translate(CLASSES) in _REMOVED


def _isolate_levels(text: str, kinds: str, base: int) -> bytes:
    """Levels of a text whose only codes are isolates that stand one after the other: each is a text of its own."""
    outside, insides, start = list[slice](), list[bytes](), 0
    for match in _ISOLATED.finditer(kinds):
        opening, closing = match.start(), match.end() - 1
        inside, inner = text[opening + 1 : closing], kinds[opening + 1 : closing]
        odd = _base_level(inner) if kinds[opening] == "k" else int(kinds[opening] == "j")
        given = _levels(inside, inner, odd)
        insides.append(given if odd > base else given.translate(_TWO_UP))
        outside.append(slice(start, opening + 1))
        start = closing
    outside.append(slice(start, len(text)))
    around = _resolved("".join(map(text.__getitem__, outside)), "".join(map(kinds.__getitem__, outside)), *[base] * 3)
    result, done = b"", 0
    for part, inside_levels in zip(outside, [*insides, b""], strict=True):
        length = part.stop - part.start
        result += around[done : done + length] + inside_levels
        done += length
    return result


# Explicit codes: rules X1 to X10.


@dataclass
class _Explicit:
    """The stack of embeddings, overrides and isolates while a paragraph is read."""

    base: int

    def __post_init__(self) -> None:
        self.stack: list[tuple[int, str, bool]] = [(self.base, "", False)]
        self.overflow_isolates = self.overflow_embeddings = self.valid_isolates = 0

    def push(self, rtl: bool, override: str, isolate: bool) -> None:
        level = self.stack[-1][0]
        level = (level + 1) | 1 if rtl else (level + 2) & ~1
        if level <= _MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            self.stack.append((level, override, isolate))
            self.valid_isolates += isolate
        elif isolate:
            self.overflow_isolates += 1
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def end_embedding(self) -> None:
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.stack[-1][2] and len(self.stack) > 1:
            self.stack.pop()

    def end_isolate(self) -> None:
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1


def _explicit_levels(text: str, kinds: str, base: int) -> bytes:
    given, seen = _embedded(kinds, base)
    result = bytearray(given)
    for places, sos, eos in _sequences(kinds, given, base):
        part = "".join(text[i] for i in places)
        types = "".join(seen[i] for i in places)
        for place, level in zip(places, _resolved(part, types, given[places[0]], sos, eos), strict=True):
            result[place] = level
    previous = base
    for place, kind in enumerate(kinds):
        if kind in _REMOVED:
            result[place] = previous
        previous = result[place]
    return bytes(result)


def _embedded(kinds: str, base: int) -> tuple[bytes, list[str]]:
    """The embedding level of each character and its class as overrides leave it."""
    state, given, seen = _Explicit(base), bytearray(len(kinds)), list(kinds)
    for place, kind in enumerate(kinds):
        if kind in "abcd":
            state.push(kind in "bd", {"c": "L", "d": "R"}.get(kind, ""), isolate=False)
            continue
        if kind == "e":
            state.end_embedding()
            continue
        if kind == "p":
            state.end_isolate()
        elif kind == "B":
            state = _Explicit(base)
        level, override, _ = state.stack[-1]
        given[place] = level
        if override and kind not in "Bx":
            seen[place] = override
        if kind in "ijk":
            rtl = bool(_base_level(_isolated(kinds, place))) if kind == "k" else kind == "j"
            state.push(rtl, "", isolate=True)
    return bytes(given), seen


def _isolated(kinds: str, place: int) -> str:
    """The classes of what stands between the isolate initiator at `place` and its end."""
    depth = 1
    for end in range(place + 1, len(kinds)):
        depth += (kinds[end] in "ijk") - (kinds[end] == "p")
        if not depth or kinds[end] == "B":
            return kinds[place + 1 : end]
    return kinds[place + 1 :]


def _sequences(kinds: str, given: bytes, base: int) -> list[tuple[list[int], int, int]]:
    """The isolating run sequences (BD13) with the levels at their two ends."""
    kept = [place for place, kind in enumerate(kinds) if kind not in _REMOVED]
    opener, waiting = _openers(kinds), dict[int, list[int]]()
    sequences: list[list[int]] = []
    for run in _level_runs(kept, given):
        sequence = waiting.pop(opener.get(run[0], -1), None)
        if sequence is None:
            sequence = []
            sequences.append(sequence)
        sequence.extend(run)
        waiting[run[-1]] = sequence
    rank = {place: number for number, place in enumerate(kept)}
    outside = bytes([base])
    around = outside + bytes(given[place] for place in kept) + outside
    result = []
    for places in sequences:
        level = given[places[0]]
        right = base if kinds[places[-1]] in "ijk" else around[rank[places[-1]] + 2]
        result.append((places, max(level, around[rank[places[0]]]), max(level, right)))
    return result


def _level_runs(kept: list[int], given: bytes) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in kept:
        if runs and given[runs[-1][-1]] == given[place]:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _openers(kinds: str) -> dict[int, int]:
    """For each PDI that ends an isolate, the place of the initiator (BD9)."""
    result, stack = dict[int, int](), list[int]()
    for place, kind in enumerate(kinds):
        if kind in "ijk":
            stack.append(place)
        elif kind == "p" and stack:
            result[place] = stack.pop()
        elif kind == "B":
            stack.clear()
    return result


# Weak and neutral types: rules W1 to W7, N0 to N2, I1 and I2, on one isolating run sequence.


def _resolved(text: str, kinds: str, level: int, sos: int, eos: int) -> bytes:
    types = _weak(kinds, "LR"[sos & 1])
    if _ANY_BRACKET.search(text):
        types = _bracketed(text, kinds, types, level)
    types += "LR"[eos & 1]
    types = _NEUTRALS.sub(lambda match: "L" * len(match.group()), types)
    types = _RTL_NEUTRALS.sub(lambda match: "R" * len(match.group()), types)
    own = "LR"[level & 1]
    types = re.sub("[^LR12]", own, types[1:-1])
    return types.translate(_RESOLVED[level]).encode("latin-1")


def _weak(kinds: str, sos: str) -> str:
    """The classes after W1 to W7, with the letter of the sequence's start before them."""
    types = sos + kinds
    if "M" in types:
        types = _AFTER_ISOLATE.sub(lambda match: "o" * len(match.group()), types)
        types = _MARKS.sub(lambda match: match.group(1) * len(match.group()), types)
    if "1" in types or "2" in types:
        if "A" in types:
            types = _AFTER_ARABIC.sub(lambda match: match.group().replace("1", "2"), types)
        types = _NUMBER_SEPARATOR.sub("1", types)
        types = _ARABIC_SEPARATOR.sub("2", types)
        types = _TERMINATORS.sub(lambda match: "1" * len(match.group()), types)
        types = types.translate(_ARABIC)
        types = _AFTER_LATIN.sub(lambda match: match.group().replace("1", "L"), types)
    return types.translate(_OTHERS)


def _bracketed(text: str, kinds: str, types: str, level: int) -> str:
    """The types with paired brackets given the direction of what they hold (N0)."""
    result, own = list(types), "LR"[level & 1]
    for opening, closing in sorted(_pairs(text, types)):
        inside = {_strong(kind) for kind in result[opening + 1 : closing]}
        if own in inside:
            direction = own
        elif inside - {""}:
            before = next(filter(None, map(_strong, reversed(result[:opening]))), own)
            direction = before if before != own else own
        else:
            continue
        for place in (opening, closing):
            result[place] = direction
            after = place + 1
            while after < len(result) and kinds[after - 1] == "M":
                result[after] = direction
                after += 1
    return "".join(result)


def _strong(kind: str) -> str:
    return kind if kind in "LR" else "R" if kind in "12" else ""


def _pairs(text: str, types: str) -> list[tuple[int, int]]:
    """Which brackets belong together (BD16), as places in `types`, which has one letter before the text."""
    pairs, stack = list[tuple[int, int]](), list[tuple[str, int]]()
    for place, character in enumerate(text, 1):
        if types[place] != "o" or character not in BRACKETS:
            continue
        closer = BRACKETS[character]
        if closer:
            if len(stack) == _MAX_BRACKETS:
                return []
            stack.append((closer, place))
            continue
        wanted = CLOSERS.get(character, character)
        for number in range(len(stack) - 1, -1, -1):
            if stack[number][0] == wanted:
                pairs.append((stack[number][1], place))
                del stack[number:]
                break
    return pairs
