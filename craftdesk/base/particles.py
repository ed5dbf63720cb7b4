"""The parts of names that belong together however they are spaced: بن حسن and بنحسن, Abd el Kader and Abdelkader."""

import re
from functools import lru_cache
from typing import NamedTuple

from craftdesk.base.folding import words

# A part that waits for the next one, and what it is read as.
_PREFIXES = (
    {word: word for word in ("بن", "بو", "بنت", "عبد", "ام", "ولد", "ايت", "بل", "سي", "سيد", "سيدي")}
    | {"ابن": "بن", "ابو": "بو", "اولاد": "ولد"}
    | {word: word for word in ("ben", "bou", "bel", "abd", "oum", "ait", "bent", "si", "sid", "sidi", "ould")}
    | dict.fromkeys(("bin", "ibn", "ban", "byn", "bn"), "ben")
    | dict.fromkeys(("abou", "abu", "bu", "bo", "boo"), "bou")
    | dict.fromkeys(("aith", "ayt", "ayth", "eit", "eith", "ath"), "ait")
    | dict.fromkeys(("ouled", "oulad", "oueld", "weld", "wled", "wuld"), "ould")
    | {"bil": "bel", "bint": "bent", "um": "oum", "om": "oum", "oumm": "oum", "aabd": "abd"}
    | dict.fromkeys(("sedi", "siddi", "seddi", "sydi", "cidi"), "sidi")
)
# A part that leans on the one before it: always, or when it has its article (نور الدين, Nour el Islam).
_LEANING = {
    **dict.fromkeys(("dine", "din", "dyn", "dyne", "dinne", "eddin", "eddine", "edine", "addine", "eddyne"), "dine"),
    **dict.fromkeys(("edin", "addin", "adine", "eddinne"), "dine"),
    **dict.fromkeys(("lah", "allah", "ellah"), "lah"),
}
_ALWAYS_LEANING = frozenset({"dine", "lah", "دين"})
_LEANING_WITH_ARTICLE = frozenset({"له", "حق", "اسلام", "زمان", "عابدين", "islam", "haq", "hak", "abidine"})
_ARTICLES = frozenset(
    {"ال", "el", "al", "ul", "es", "ess", "ez", "ed", "et", "er", "en", "ech", "esh", "as", "ad", "ar"}
)
_ARTICLE = "ال"
# Written apart, with the article that belongs to the next word: Abdel Kader, Abder Rahmane.
_SERVANT_OF_THE = frozenset(
    f"{'a' * long}bd{vowel}{end}" for long in (1, 2) for vowel in "aeiou" for end in ("l", "r", "s", "n", "d", "t", "z")
)
# Names that begin like an article.
_NO_ARTICLE = frozenset({"الهام", "الياس", "الين", "الينا", "اليسا", "الفيس", "البرت", "aldjia"})
# What is written as one word: the part before the article, if any, and the part after it.
_ATTACHED = (
    re.compile(r"(عبد)?ال(..+)"),
    re.compile(r"(..+)ال(له|دين)"),
    re.compile(r"(...+?)(?:[ae]d?(?=d)|[ae]l?(?=l))(d[iy]nn?e?|lah)"),
    re.compile(r"a+(bd)[aeiou]l(..+)"),
    re.compile(r"a+(bd)[aeiou](?=rr|ss|dd|tt|nn|zz|ch)[rsdtnz]?(...+)"),
    re.compile(r"(ben|oumm?)[ae]l([^aeiouyl]..+)"),
    re.compile(r"()[ae]l([^aeiouyl]..+)"),
    re.compile(r"()e(?:r(?=r)|s(?=s)|d(?=d)|t(?=t)|n(?=n)|z(?=z)|(?=ch[aeiou]))(....+)"),
)
# The son, father or Ben el of an Abd el: بنعبد القادر, Benabdelkader.
_SON_OF_THE_SERVANT = re.compile(r"(بن|بو|بل|b[ei]n|bou|b[ei]l)(?=عبد|a+bd)(.+)")


class Unit(NamedTuple):
    """One name of a person: its parts without articles, and whether it began with one."""

    articled: bool
    parts: tuple[str, ...]


def units(text: str) -> list[Unit]:
    """The names in a text: "BEN EL HADJ Nour Eddine" are two, bel-hadj and nour-dine."""
    found: list[list[str]] = []
    heads: list[bool] = []
    glued = articled = False
    for token in _tokens(text):
        if token == _ARTICLE:
            articled = True
            continue
        if found and (glued or token in _ALWAYS_LEANING or (articled and token in _LEANING_WITH_ARTICLE)):
            _lean(found[-1], token, articled)
        else:
            found.append([token])
            heads.append(articled)
        glued, articled = token in _PREFIXES, False
    return [Unit(head, tuple(parts)) for head, parts in zip(heads, found, strict=True)]


def ends_open(text: str) -> bool:
    """Whether the last name of a text waits for a part that may follow."""
    folded = words(text)
    return bool(folded) and (folded[-1] in _PREFIXES or folded[-1] in _ARTICLES)


def begins_leaning(text: str) -> bool:
    """Whether the first word of a text belongs to a name that may stand before it."""
    tokens = _tokens(text)[:2]
    return bool(tokens) and (
        tokens[0] in _ALWAYS_LEANING or (tokens[0] == _ARTICLE and tokens[-1] in _LEANING_WITH_ARTICLE)
    )


def _lean(parts: list[str], token: str, articled: bool) -> None:
    """Join a token to the name before it; "son of the" is one word to the ear: بن الحاج is بلحاج."""
    if articled and parts[-1] in ("بن", "ben"):
        parts[-1] = {"بن": "بل", "ben": "bel"}[parts[-1]]
    parts.append(token)


def _tokens(text: str) -> list[str]:
    """The folded words, with every article a token of its own."""
    folded = words(text)
    tokens: list[str] = []
    for place, word in enumerate(folded):
        followed = place + 1 < len(folded)
        if word in _ARTICLES and followed:
            tokens.append(_ARTICLE)
        elif word in _SERVANT_OF_THE and followed:
            tokens += ["abd", _ARTICLE]
        else:
            tokens.extend(_parted(word))
    return tokens


@lru_cache(50_000)
def _parted(word: str) -> tuple[str, ...]:
    known = _PREFIXES.get(word) or _LEANING.get(word)
    if known or len(word) < 4 or word in _NO_ARTICLE:
        return (known or word,)
    if found := _SON_OF_THE_SERVANT.fullmatch(word):
        return (_PREFIXES[found[1]], *_parted(found[2]))
    found = next(filter(None, (form.fullmatch(word) for form in _ATTACHED)), None)
    if not found:
        return (word,)
    first = "abd" if found[1] == "bd" else found[1]
    return tuple(part for part in (first, _ARTICLE, _leaning(found[2])) if part)


def _leaning(part: str) -> str:
    return "dine" if re.fullmatch("d[iy]nn?e?", part) else _LEANING.get(part, part)
