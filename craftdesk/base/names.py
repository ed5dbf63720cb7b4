"""Names in either script: their one normal form, how they sound, and whether two of them are one person's."""

import re
from functools import lru_cache

from craftdesk.base.folding import fold, words
from craftdesk.base.particles import Unit, begins_leaning, ends_open, units
from craftdesk.base.sounds import loose_keys, sound_groups, sound_keys

__all__ = ["fold", "loose_keys", "name_key", "same_name", "sound_groups", "sound_keys", "words"]

# The same name with and without its long vowel, as the Koran and the registers write it.
_ARABIC_SPELLINGS = {"رحمان": "رحمن", "اسحق": "اسحاق", "ابرهيم": "ابراهيم", "اسمعيل": "اسماعيل", "هرون": "هارون"}
# What the Latin spellings of one Arabic name share: its consonants, where an ou or o stands, and the a of a woman's.
_LATIN_SPELLINGS = tuple(
    (re.compile(form), letters)
    for form, letters in (
        (r"(.)\1+", r"\1"),
        (r"a?h$", "a"),
        (r"e$", ""),
        (r"dj", "j"),
        (r"([td])h", r"\1"),
        (r"sh", "ch"),
        (r"ph", "f"),
        (r"(?<=[iy])c(?=a)|c(?=[eiy])", "s"),
        (r"q|c(?!h)", "k"),
        (r"ou|[ow]", "u"),
        (r"^[aei]+", "@"),
        (r"[aeiy]+(?!$)|[eiy]+$", ""),
        (r"(.)\1+", r"\1"),
    )
)


def name_key(family: str, given: str = "") -> str:
    """One key for every spelling of a person's name in one script, whatever the order and spacing of its parts.

    Arabic letters are kept but for what `fold` forgives and the article; of Latin ones only what spellings share.
    A key never equals one of the other script: `same_name` compares across.
    """
    family_keys, family_open, _leans = _keys_of(family)
    given_keys, _open, given_leans = _keys_of(given)
    if family_open or given_leans:
        return " ".join(sorted(_keys_of(f"{family} {given}")[0]))
    return " ".join(sorted(family_keys + given_keys))


@lru_cache(50_000)
def _keys_of(text: str) -> tuple[tuple[str, ...], bool, bool]:
    """The keys of the names in a text, and whether a part may follow or stand before it: lists repeat their names."""
    return tuple(map(_unit_key, units(text))), ends_open(text), begins_leaning(text)


@lru_cache(50_000)
def _unit_key(unit: Unit) -> str:
    if unit.parts[0] >= "\u0600":
        return "".join(_ARABIC_SPELLINGS.get(part, part) for part in unit.parts).replace("وو", "و")
    key = "".join(unit.parts)
    for form, letters in _LATIN_SPELLINGS:
        key = form.sub(letters, key)
    return key


def same_name(one: str, other: str) -> bool:
    """Whether two spellings may be one person's name; across scripts they must sound alike, name by name."""
    if _is_arabic(one) == _is_arabic(other):
        return name_key(one) == name_key(other) != ""
    groups, others = sound_groups(one), sound_groups(other)
    return len(groups) == len(others) > 0 and _all_paired(groups, others)


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def _all_paired(groups: list[tuple[str, ...]], others: list[tuple[str, ...]]) -> bool:
    if not groups:
        return True
    first, *rest = groups
    return any(
        not set(first).isdisjoint(other) and _all_paired(rest, [*others[:place], *others[place + 1 :]])
        for place, other in enumerate(others)
    )
