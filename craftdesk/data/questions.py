"""What the clerk typed as questions to the search index, each wider than the one before."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from craftdesk.base.names import loose_keys, sound_keys, words
from craftdesk.base.particles import units

SOUND = "ǂ"
"""Stands before the sound of a name in the index."""
FACET = "ǃ"
"""Stands before the column and the value of a facet."""
_NUMBER = frozenset({"n", "no", "num", "numero", "رقم"})
_ABROAD = re.compile(r"(?:00)?2130?([2-7]\d{2,8})$|([5-7]\d{8})$")
_READY = 4
_SHORTEST_NAME = 3
_SHORTEST_SOUND = 2
_SHORTEST_BEGINNING = 3
_LONG_SOUND = 3
"""The index holds sounds of this length of every word of a name."""


class Part(NamedTuple):
    """One name or number of what was typed, and who has it: by whole words or by sound, or by the beginning too."""

    words: tuple[str, ...]
    whole: str
    begun: str

    @property
    def text(self) -> str:
        return "".join(self.words)


@dataclass(frozen=True)
class Asked:
    """What was typed as questions, from the best fit on.

    The first of the `tiers` takes the words as they are. The next add their sounds, and the beginnings of the last
    word (it is still being typed) and of short ones (an initial, a particle); of a single word the beginning is a tier
    of its own. `widest`, asked when nothing was found, adds the beginnings of all words and of the last sound (a name
    that is half typed in the other script) and sounds that were misheard.
    """

    tiers: tuple[str, ...]
    widest: str
    parts: tuple[Part, ...]
    by_letters: int = 1
    """So many of the tiers fit by their letters; the next may fit by sound alone."""

    def but_one(self) -> list[str]:
        """Questions each of which leaves one name out."""
        every = [part.begun for part in self.parts]
        return [_and((*every[:place], *every[place + 1 :])) for place in range(len(every)) if len(every) > 1]


def facet(column: str, value: object) -> str:
    """The word under which a value narrows a question."""
    return f"{FACET}{column.replace('_', '')}{FACET}{''.join(words(str(value)))}"


def month(day: date) -> str:
    """The value by which a day narrows a question."""
    return f"{day.year:04}{day.month:02}"


def narrowed(question: str, facets: Iterable[Sequence[str]]) -> str:
    """The question among the records that hold one facet of each group."""
    groups = [_any(each if each[0] in '("' else f'"{each}"' for each in group) for group in facets]
    return " AND ".join(filter(None, (f"({question})" if question else "", *groups)))


@lru_cache(64)
def asked(typed: str, named: bool = False) -> Asked | None:
    """The questions for what was typed; None when it holds no word.

    Where all words of a table are `named`, with the sounds of names, these need no words beside them.
    """
    groups = grouped(_told(words(typed)))
    if not groups:
        return None
    *before, last = groups
    shortest = 1 if before else _SHORTEST_SOUND
    wide = [_any((_all(group, " *"), *_sounds(group, shortest))) for group in groups]
    begun = _any((_all(last, " *"), *_sounds(last, _SHORTEST_BEGINNING, " *")))
    loose = [_any((each, *_loose(group))) for group, each in zip(groups, (*wide[:-1], begun), strict=True)]
    widest = _and(loose)
    heard = [_heard(group, named) for group in groups]
    parts = tuple(map(Part, map(tuple, groups), heard, wide))
    whole = _and(map(_all, groups))
    if not before and len(last) == 1:
        sounds = _sounds(last, shortest)
        return Asked((whole, _all(last, " *"), *([_any(sounds)] if sounds else [])), widest, parts, 2)
    likely = [wide[place] if _is_short(group) else heard[place] for place, group in enumerate(before)]
    return Asked((whole, _and((*likely, wide[-1]))), widest, parts)


def _is_short(group: Sequence[str]) -> bool:
    """Its beginnings are asked: only where the index holds them ready, and of numbers."""
    return any(len(word) < _READY or word.isdigit() for word in group)


def _heard(group: Sequence[str], named: bool) -> str:
    """Whole words, and names that sound so."""
    sounds = _sounds(group, 1)
    is_enough = named and sounds and all(len(key) >= _LONG_SOUND for key in sound_keys(" ".join(group)))
    return _any(sounds if is_enough else (_all(group), *sounds))


def _told(typed: list[str]) -> list[str]:
    """Without the word for "number" before one."""
    if not any(map(is_number, typed)):
        return typed
    return [word for word in typed if word not in _NUMBER]


def is_number(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def grouped(typed: Sequence[str]) -> list[list[str]]:
    """Words that may be written as one: the parts of one name (Bou Djellal), the groups of one number."""
    groups: list[list[str]] = []
    names = 0
    for at, word in enumerate(typed):
        known = len(units(" ".join(typed[: at + 1])))
        digits = is_number(word)
        if groups and ((digits and is_number(groups[-1][-1])) or (known == names and not digits)):
            groups[-1].append(word)
        else:
            groups.append([word])
        names = known
    return groups


def _sounds(group: Sequence[str], shortest: int, end: str = "") -> list[str]:
    """The sounds of a name; an initial has none, and the shortest are asked beside another name alone."""
    name = " ".join(group)
    if len(name) < _SHORTEST_NAME:
        shortest = max(shortest, _SHORTEST_SOUND)
    return [f'"{SOUND}{key}"{end}' for key in sound_keys(name) if len(key) >= shortest]


def _loose(group: Sequence[str]) -> list[str]:
    name = " ".join(group)
    return [f'"{SOUND}{key}"' for key in loose_keys(name)] if len(name) > _SHORTEST_NAME else []


def _all(group: Sequence[str], end: str = "") -> str:
    """Every word of the group, or all of them as one word."""
    joined = "".join(group)
    each = _and(f'"{word}"{end}' for word in group)
    every = [each] if len(group) == 1 else [f"({each})", f'"{joined}"{end}']
    return _any((*every, *(f'"{phone}"{end}' for phone in phones(joined))))


def phones(number: str) -> list[str]:
    """A phone number as the country writes it, where it was typed as from abroad or without its nought."""
    abroad = _ABROAD.match(number)
    return [f"0{abroad[1] or abroad[2]}"] if abroad else []


def _any(questions: Iterable[str]) -> str:
    several = list(questions)
    return several[0] if len(several) == 1 else f"({' OR '.join(several)})"


def _and(questions: Iterable[str]) -> str:
    return " AND ".join(questions)
