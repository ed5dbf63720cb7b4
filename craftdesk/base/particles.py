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
    | {"bin": "ben", "ibn": "ben", "abou": "bou", "abu": "bou", "bu": "bou", "bint": "bent", "um": "oum", "om": "oum"}
    | {"ouled": "ould", "oulad": "ould"}
)
# A part that leans on the one before it: always, or when it has its article (نور الدين, Nour el Islam).
_LEANING = {
    **dict.fromkeys(("dine", "din", "eddin", "eddine", "edine", "addine"), "dine"),
    **dict.fromkeys(("lah", "allah", "ellah"), "lah"),
}
_LEANING_WITH_ARTICLE = frozenset({"دين", "له", "حق", "اسلام", "زمان", "عابدين", "islam", "haq", "hak", "abidine"})
_ARTICLES = frozenset(
    {"ال", "el", "al", "ul", "es", "ess", "ez", "ed", "et", "er", "en", "ech", "esh", "as", "ad", "ar"}
)
_ARTICLE = "ال"
# Names that begin like an article.
_NO_ARTICLE = frozenset({"الهام", "الياس", "الين", "الينا", "اليسا", "الفيس", "البرت", "aldjia"})
# What is written as one word: the part before the article, if any, and the part after it.
_ATTACHED = (
    re.compile(r"(عبد)?ال(..+)"),
    re.compile(r"(..+)ال(له|دين)"),
    re.compile(r"(...+?)(?:[ae]d?(?=d)|[ae]l?(?=l))(dine?|lah)"),
    re.compile(r"(abd)[aeou]l(..+)"),
    re.compile(r"(abd)[aeou](?=rr|ss|dd|tt|nn|zz|ch)[rsdtnz]?(...+)"),
    re.compile(r"(ben|oumm?)[ae]l([^aeiouyl]..+)"),
    re.compile(r"()[ae]l([^aeiouyl]..+)"),
    re.compile(r"()e(?:r(?=r)|s(?=s)|d(?=d)|t(?=t)|n(?=n)|z(?=z)|(?=ch[aeiou]))(....+)"),
)


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
        if found and (glued or token in ("dine", "lah") or (articled and token in _LEANING_WITH_ARTICLE)):
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
        tokens[0] in ("dine", "lah") or (tokens[0] == _ARTICLE and tokens[-1] in _LEANING_WITH_ARTICLE)
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
        if word in _ARTICLES and place + 1 < len(folded):
            tokens.append(_ARTICLE)
        else:
            tokens.extend(_parted(word))
    return tokens


@lru_cache(50_000)
def _parted(word: str) -> tuple[str, ...]:
    known = _PREFIXES.get(word) or _LEANING.get(word)
    if known or len(word) < 4 or word in _NO_ARTICLE:
        return (known or word,)
    found = next(filter(None, (form.fullmatch(word) for form in _ATTACHED)), None)
    if not found:
        return (word,)
    return tuple(part for part in (found[1], _ARTICLE, _LEANING.get(found[2], found[2])) if part)
