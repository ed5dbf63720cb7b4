"""Communes and activities that are named in what was typed: whose people are asked for by facets of the index."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from craftdesk.base.names import words
from craftdesk.data import questions
from craftdesk.data.file import File

_SHORTEST = 3
_ENOUGH = 4
"""With so many letters the beginning of a word names an activity."""
_ARTICLE = "ال"
_MOST = 60
"""More communes and activities than these are meant by nobody."""


def placed(file: File, typed: questions.Asked) -> str | None:
    """The question for those who live in a commune or have an activity that is named, and have the other names.

    None where nothing is named.
    """
    names = [part.text for part in typed.parts]
    asked = [name for name in names if len(name) >= _SHORTEST and not name[0].isdigit()]
    if not asked:
        return None
    facets = {
        name: [
            *_facets("home_commune_id", _communes(file, asked), name),
            *_facets("activity_id", _activities(file, asked), name),
        ]
        for name in asked
    }
    if not any(facets.values()):
        return None
    return questions.narrowed("", ([part.question, *facets.get(part.text, ())] for part in typed.parts))


def _facets(column: str, named: Iterable[tuple[str, set[str]]], name: str) -> list[str]:
    return [questions.facet(column, key) for key, held in named if name in held]


def _communes(file: File, asked: Sequence[str]) -> list[tuple[str, set[str]]]:
    within = " OR ".join(["instr(folded, ?)"] * len(asked))
    rows = file.ask(f"SELECT id, folded FROM commune WHERE {within}", [f" {name} " for name in asked])
    return _best((key, {name for name in asked if f" {name} " in folded}) for key, folded in rows)


def _activities(file: File, asked: Sequence[str]) -> list[tuple[str, set[str]]]:
    rows = file.ask("SELECT id, name_ar, name_fr FROM activity")
    bare = {name: name.removeprefix(_ARTICLE) for name in asked}
    return _best((key, {name for name in asked if _names(bare[name], _words_of(*named))}) for key, *named in rows)


def _names(typed: str, held: frozenset[str]) -> bool:
    return typed in held or (len(typed) >= _ENOUGH and any(word.startswith(typed) for word in held))


@lru_cache(4096)
def _words_of(*names: str) -> frozenset[str]:
    every = words(" ".join(filter(None, names)))
    return frozenset((*every, *(word.removeprefix(_ARTICLE) for word in every)))


def _best(named: Iterable[tuple[str, set[str]]]) -> list[tuple[str, set[str]]]:
    """Those that hold most of the words: عين التوتة alone, not every عين."""
    some = [each for each in named if each[1]]
    most = max((len(held) for _key, held in some), default=0)
    best = [each for each in some if len(each[1]) == most]
    return best if len(best) <= _MOST else []
