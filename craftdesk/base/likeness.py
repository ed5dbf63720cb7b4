"""How alike two spellings of names are, in either script: for putting into order what sounds the same.

Every name becomes two strings of sounds, with its vowels and without. Short vowels are not written in Arabic, so a
vowel that only the Latin spelling has costs little, and one that only the Arabic spelling has costs more.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance.Levenshtein import distance

from craftdesk.base.particles import Unit, units

_ARABIC_LETTERS = str.maketrans("ابتثجحخدذرزسشصضطظعغفقكلمنهويچژ", "abtTjhXdDrzsCsdtDaGfkklmnhuiCj")
_ARABIC = tuple((re.compile(form), letters) for form, letters in (("h$", "a"), (r"^a([ui])", r"\1"), ("a+", "a")))
_LATIN = tuple(
    (re.compile(form), letters)
    for form, letters in (
        (r"tch|ch|sh", "C"),
        (r"kh", "X"),
        (r"gh", "G"),
        (r"th", "T"),
        (r"dh", "D"),
        (r"ph", "f"),
        (r"dj", "j"),
        (r"g(?=[ei])", "j"),
        (r"gu(?=[eiy])", "k"),
        (r"(?<=[iy])c(?=a)|c(?=[eiy])", "s"),
        (r"[cgq]", "k"),
        (r"ou|oo|[ow]", "u"),
        (r"y", "i"),
        (r"(?<=[aeiu])h$", ""),
        (r"([ai])e$|(?<=[^aeiu])e$", r"\1"),
        (r"(.)\1+", r"\1"),
    )
)
_ARABIC_SOUND, _LATIN_SOUND = 6, 4
"""What another sound costs in one script: Latin vowels waver."""
_SHORT_VOWELS = (6, 1, 4)
"""What a sound costs that the Latin spelling lacks, has more, has otherwise than the Arabic one."""
_VOWELS = re.compile("[aeiu]")


class Spelt(NamedTuple):
    """A name as it is written, as it sounds, and its consonants alone."""

    letters: str
    sounds: str
    consonants: str
    arabic: bool


@lru_cache(50_000)
def spelt(text: str) -> tuple[Spelt, ...]:
    """The names in a text."""
    return tuple(map(_spelt, units(text)))


def _spelt(unit: Unit) -> Spelt:
    letters = "".join(unit.parts)
    arabic = letters >= "\u0600"
    sounds = letters.translate(_ARABIC_LETTERS) if arabic else letters
    for form, sound in _ARABIC if arabic else _LATIN:
        sounds = form.sub(sound, sounds)
    return Spelt(letters, sounds, _VOWELS.sub("", sounds), arabic)


def likeness(one: Spelt, other: Spelt) -> float:
    """From 1 for the same spelling down to 0 for names that share nothing."""
    letters, sounds, consonants, is_arabic = one
    if letters == other.letters:
        return 1.0
    long = 10 * max(len(sounds), len(other.sounds)) + 2
    cost = 6 * distance(consonants, other.consonants) + 1
    if 2 * cost > long:
        return 0.0
    if is_arabic == other.arabic:
        cost += (_ARABIC_SOUND if is_arabic else _LATIN_SOUND) * distance(sounds, other.sounds)
    elif is_arabic:
        cost += distance(other.sounds, sounds, weights=_SHORT_VOWELS)
    else:
        cost += distance(sounds, other.sounds, weights=_SHORT_VOWELS)
    return max(0.0, 1 - cost / long)
