"""How names sound in Algeria, whichever script and spelling they are written in: their consonants, roughly.

Vowels are not kept (short ones are not written in Arabic, and Latin spellings waver), nor the letters that Latin
spellings confuse: ت ط ث, د ض ذ ظ, س ص, ق ك, ر غ, ه ح. Where one spelling may be read in two ways, both keys are given.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from craftdesk.base.particles import Unit, units

_Changes = tuple[tuple[re.Pattern[str], str], ...]
_Heads = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]

_MOST_READINGS = 8
_MOST_LOOSE = 60
_SHORT = 2
_SON_OF_THE = {"بل": "بن", "bel": "ben"}
# What clerks hear as each other: Keireddine, Rayan and Gayen, Osmane and Othmane, Nadir and Nazir.
_MISHEARD = {"x": "kh", "k": "xrs", "r": "k", "h": "x", "t": "ds", "d": "tz", "z": "ds", "s": "tzkc", "c": "sk"} | {
    "j": "kyz",
    "y": "aj",
    "f": "b",
    "b": "f",
}
_ARABIC: dict[str, tuple[str, ...]] = {
    letter: (code,) for letter, code in zip("بتجحخدرزسشصضطفقكلمنهچژ", "btjhxdrzscsdtfkklmnhcj", strict=True)
} | {"ث": ("t", "s"), "غ": ("r", "k"), "ذ": ("d", "z"), "ظ": ("d", "z"), "ة": ("", "t")}
_ARABIC_HEADS: _Heads = (
    (re.compile("او"), ("a", "w")),
    (re.compile("و"), ("w",)),
    (re.compile("ي"), ("y",)),
    (re.compile("[اع]"), ("a",)),
)
_ARABIC_CHANGES = (
    (re.compile(r"([نل])-\1"), r"\1"),
    # ة is silent at the end but heard as t after a long a (حياة) and before another part (هبة الله).
    (re.compile(r"(?<=ا)ه$|ه(?=-)"), "ة"),
    (re.compile(r"(?<=[^-][^-])[هح](?=-|$)|(?<=-ل)ه$"), ""),
)
_LATIN: dict[str, tuple[str, ...]] = (
    {letter: (code,) for letter, code in zip("bcdfghjklmnpqrstvxz", "bkdfkhjklmnbkrstfkz", strict=True)}
    | {"tch": ("c",), "dj": ("j",), "ch": ("c",), "sh": ("c", "sh"), "kh": ("x",), "gh": ("r",), "ph": ("f",)}
    | {"ç": ("s", "k"), "th": ("t", "th"), "dh": ("d", "dh"), "qu": ("k",), "ge": ("j", "k"), "ce": ("s",)}
)
_LATIN_TOKEN = re.compile("tch|dj|[cskgptd]h|qu|[cg]e|[b-df-hj-np-tvxzç]")
_LATIN_CHANGES = (
    (re.compile(r"([a-z])\1+"), r"\1"),
    (re.compile(r"([nl])-\1"), r"\1"),
    (re.compile(r"(?<=[a-z][aeiou])h(?=-|$)"), ""),
    # Soft c and g come to the entries "ce" and "ge", and so does the ç of Fayçal, whose cedilla is folded away.
    (re.compile(r"gu(?=[eiy])"), "q"),
    (re.compile(r"([cg])(?=[eiy])"), r"\1e"),
    (re.compile(r"(?<=[iy])c(?=a)"), "ç"),
)
_LATIN_HEADS: _Heads = (
    (re.compile("ould|w|(?:oo|ou|o|u)(?=[aeiy])"), ("w",)),
    (re.compile("ou"), ("a", "w")),
    (re.compile("y|i(?=[aoue])"), ("y",)),
    (re.compile("[aeiou]"), ("a",)),
)


def sound_keys(text: str) -> list[str]:
    """The keys of all names in a text, each once."""
    return list(dict.fromkeys(key for keys in sound_groups(text) for key in keys))


def loose_keys(text: str) -> list[str]:
    """The keys of names that may have been misheard: one consonant is another that is written for it now and then."""
    every = (loose for key in sound_keys(text) if len(key) >= _SHORT for loose in _misheard(key))
    return list(islice(dict.fromkeys(every), _MOST_LOOSE))


def _misheard(key: str) -> Iterator[str]:
    for place, code in enumerate(key):
        for other in _MISHEARD.get(code, ""):
            yield key[:place] + other + key[place + 1 :]
    # An article that was run into the name: Larbi, Lahbib.
    yield from (f"l{key}", f"h{key}")
    if key[0] == "l":
        yield from (key[1:], f"a{key[1:]}")


def sound_groups(text: str) -> list[tuple[str, ...]]:
    """For each name in a text the keys of its readings: two names sound alike when they share a key."""
    return [keys for unit in units(text) if (keys := _keys(unit))]


@lru_cache(50_000)
def _keys(unit: Unit) -> tuple[str, ...]:
    readings = _arabic if unit.parts[0] >= "\u0600" else _latin
    return tuple(dict.fromkeys(key for parts in _spoken(unit) for key in readings(parts)))


def _spoken(unit: Unit) -> list[tuple[str, ...]]:
    """The ways in which the parts are run together: with the article heard or not, بلحاج or بن حاج, Abdelatif."""
    first, *rest = unit.parts
    spoken = [unit.parts]
    if unit.articled:
        spoken.append(("ل" if first >= "\u0600" else "l", *unit.parts))
    if first in _SON_OF_THE:
        spoken.append((_SON_OF_THE[first], *rest))
    if "abd" in unit.parts[:-1] and unit.parts[unit.parts.index("abd") + 1][0] in "aeiou":
        spoken.append(tuple("abdl" if part == "abd" else part for part in unit.parts))
    return spoken


def _arabic(parts: tuple[str, ...]) -> list[str]:
    letters = _changed("-".join(parts), _ARABIC_CHANGES)
    return _read(_heads(letters, _ARABIC_HEADS), [_ARABIC[letter] for letter in letters if letter in _ARABIC])


def _latin(parts: tuple[str, ...]) -> list[str]:
    letters = _changed("-".join(parts), _LATIN_CHANGES)
    return _read(_heads(letters, _LATIN_HEADS), [_LATIN[token] for token in _LATIN_TOKEN.findall(letters)])


def _heads(letters: str, heads: _Heads) -> tuple[str, ...]:
    return next((codes for form, codes in heads if form.match(letters)), ("",))


def _changed(letters: str, changes: _Changes) -> str:
    for form, letter in changes:
        letters = form.sub(letter, letters)
    return letters


def _read(heads: tuple[str, ...], codes: list[tuple[str, ...]]) -> list[str]:
    """The keys of all readings; a vowel at the head is kept where few consonants follow."""
    read = islice(product(heads, *codes), _MOST_READINGS)
    keys = [("" if head == "a" and len(rest) > _SHORT else head) + "".join(rest) for head, *rest in read]
    return [key for key in keys if key]
