"""Which piece of a written name is the one that was typed: by its letters, or by its sound."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from craftdesk.base.names import fold, sound_groups, sound_keys

_MOST_WORDS = 4
"""A name has so many words at most: Ben Abd el Kader."""
_LIKE = 0.4
_SHORTEST_SOUND = 3


class _Word(NamedTuple):
    folded: str
    begin: int
    end: int


def by_letters(text: str, typed: Sequence[str]) -> list[str] | None:
    """The pieces of `text` that are the typed words or begin like them; None where one of them is not there."""
    written = _words(text)
    joined = "".join(typed)
    for run in _runs(written):
        if "".join(word.folded for word in run) == joined:
            return [text[run[0].begin : run[-1].end]]
    pieces = [_beginning(text, written, word) for word in typed]
    if None not in pieces:
        return [piece for piece in pieces if piece]
    whole = _beginning(text, written, joined)
    return [whole] if whole else None


def _beginning(text: str, written: Sequence[_Word], typed: str) -> str | None:
    """The whole word, or else the letters with which one begins."""
    if whole := next((word for word in written if word.folded == typed), None):
        return text[whole.begin : whole.end]
    begun = next((word for word in written if word.folded.startswith(typed)), None)
    if begun is None:
        return None
    ends = range(begun.begin + 1, begun.end + 1)
    return next(text[begun.begin : end] for end in ends if len(fold(text[begun.begin : end])) >= len(typed))


def by_sound(text: str, typed: str) -> str | None:
    """The name in `text` that sounds as typed, or begins to."""
    asked = set(sound_keys(typed))
    names = _names(text)
    for name, keys in names:
        if asked & keys:
            return name
    for name, keys in names:
        if any(key.startswith(each) for each in asked if len(each) >= _SHORTEST_SOUND for key in keys):
            return name
    return None


def likest(text: str, typed: str) -> str | None:
    """The name in `text` that is most like the typed one, if any is like it."""
    from craftdesk.base.likeness import likeness, spelt  # noqa: PLC0415 - not needed to start

    asked = spelt(typed)
    names = [name for name, _keys in _names(text)] if asked else []
    like = {name: max(likeness(one, other) for one in asked for other in spelt(name)) for name in names}
    best = max(like, key=lambda name: like[name], default=None)
    return best if best is not None and like[best] >= _LIKE else None


@lru_cache(5000)
def _names(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Every run of words in a text that is one name, with its sounds."""
    found = []
    for run in _runs(_words(text)):
        name = text[run[0].begin : run[-1].end]
        groups = sound_groups(name)
        if len(groups) == 1:
            found.append((name, frozenset(groups[0])))
    return tuple(found)


def _runs(written: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """Some words in a row, single ones first."""
    for long in range(1, min(_MOST_WORDS, len(written)) + 1):
        for begin in range(len(written) - long + 1):
            yield written[begin : begin + long]


@lru_cache(5000)
def _words(text: str) -> tuple[_Word, ...]:
    pieces = re.finditer(r"[^\s/·-]+", text)
    every = (_Word(fold(piece[0]).replace(" ", ""), piece.start(), piece.end()) for piece in pieces)
    return tuple(word for word in every if word.folded)
