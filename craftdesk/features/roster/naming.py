"""Parting a person's whole name into family name and given name.

Offices write the family name first, and its Latin letters as capitals. Where a Latin name stands beside the Arabic
one, it tells where the Arabic one parts: HADJALI Amezian is حاج علي and أمزيان.
"""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from craftdesk.base.names import sound_groups
from craftdesk.base.particles import units


class Name(NamedTuple):
    """A name in one script; a single word is a family name."""

    family: str
    given: str


class Parted(NamedTuple):
    """A name in both scripts."""

    arabic: Name
    latin: Name


_NOBODY = Name("", "")


def parted(arabic: str, latin: str, arabic_given_first: bool = False, latin_given_first: bool = False) -> Parted:
    """Both names, parted with the help of each other."""
    in_capitals = _by_capitals(latin.split())
    latin_name = in_capitals or _by_units(latin, latin_given_first)
    if in_capitals and in_capitals.given:
        return Parted(_beside(arabic, in_capitals, _stands_last(in_capitals, latin)), latin_name)
    return Parted(_by_units(arabic, arabic_given_first), latin_name)


def _by_capitals(words: list[str]) -> Name | None:
    family = [word for word in words if word.isupper()]
    given = [word for word in words if not word.isupper()]
    return Name(" ".join(family), " ".join(given)) if family and given else None


def _stands_last(name: Name, text: str) -> bool:
    return text.rsplit(maxsplit=1)[-1] in name.family.split() and not text.startswith(name.family)


def _by_units(text: str, given_first: bool) -> Name:
    """The first name of the office's order, with all parts that belong to it (بن علي, عبد القادر)."""
    places = _joints(text)
    words = text.split()
    if not places:
        return Name(" ".join(words), "")
    place = places[0]
    first, rest = " ".join(words[:place]), " ".join(words[place:])
    return Name(rest, first) if given_first else Name(first, rest)


def _joints(text: str) -> list[int]:
    """After how many words a name may be parted without breaking one of its names."""
    words = text.split()
    if len(words) < 3:
        return [1] if len(words) == 2 else []
    whole = len(units(text))
    places = range(1, len(words))
    return [place for place in places if _count(words[:place]) + _count(words[place:]) == whole] or [1]


def _count(words: list[str]) -> int:
    return len(units(" ".join(words)))


def _beside(arabic: str, latin: Name, given_first: bool) -> Name:
    """The Arabic name, parted where its halves sound most like the Latin ones."""
    words = arabic.split()
    places = _joints(arabic)
    if not places:
        return Name(arabic, "") if words else _NOBODY
    halves = [(" ".join(words[:place]), " ".join(words[place:])) for place in places]
    names = [Name(rest, first) if given_first else Name(first, rest) for first, rest in halves]
    return names[0] if len(names) == 1 else max(names, key=lambda name: _likeness(name, latin))


def _likeness(one: Name, other: Name) -> float:
    return ratio(_sound(one.family), _sound(other.family)) + ratio(_sound(one.given), _sound(other.given))


@lru_cache(10_000)
def _sound(text: str) -> str:
    return "".join(keys[0] for keys in sound_groups(text))
