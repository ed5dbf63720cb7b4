"""Communes and activities that are named in what was typed: whose people are asked for by facets of the index."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Any, Generic, NamedTuple, TypeVar

from craftdesk.base.names import words
from craftdesk.data import questions
from craftdesk.data.file import File

_SHORTEST = 3
_ENOUGH = 4
"""With so many letters the beginning of a word names an activity."""
_ARTICLE = "ال"
_MOST = 60
"""More activities than these are meant by nobody."""
Spellings = Mapping[str, list[tuple[frozenset[str], str]]]
"""By each of its words: all words of a commune's spelling, and the commune."""
T = TypeVar("T")


class _Activities(NamedTuple):
    """Whose names hold a word, and all the words in order."""

    held: Mapping[str, set[str]]
    every: list[str]


def placed(file: File, typed: questions.Asked) -> str | None:
    """The question for those who live in a commune or have an activity that is named, and have the other names.

    None where nothing is named.
    """
    asked = [part.text for part in typed.parts if len(part.text) >= _SHORTEST and not questions.is_number(part.text)]
    facets: dict[str, list[str]] = {name: [] for name in asked}
    if not asked:
        return None
    for name, commune in _communes_in(asked, _spellings(file)):
        facets[name].append(questions.facet("home_commune_id", commune))
    for name, activity in _activities_in(asked, _activities(file)):
        facets[name].append(questions.facet("activity_id", activity))
    if not any(facets.values()):
        return None
    return questions.narrowed("", ([part.whole, *facets.get(part.text, ())] for part in typed.parts))


def _communes_in(asked: list[str], spellings: Spellings) -> Iterator[tuple[str, str]]:
    """The communes one of whose spellings is typed with all its words, those with most words alone."""
    every = frozenset(asked)
    held = {found for name in asked for found in spellings.get(name, ()) if found[0] <= every}
    most = max((len(spelling) for spelling, _commune in held), default=0)
    return ((name, commune) for spelling, commune in held if len(spelling) == most for name in spelling)


def _activities_in(asked: list[str], activities: _Activities) -> Iterable[tuple[str, str]]:
    """The activities whose names hold most of the typed words or begin like them."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in asked:
        for activity in _named(name, activities):
            found[activity].add(name)
    most = max(map(len, found.values()), default=0)
    best = [activity for activity, names in found.items() if len(names) == most]
    return [(name, activity) for activity in best for name in found[activity]] if len(best) <= _MOST else []


def _named(name: str, activities: _Activities) -> set[str]:
    bare = name.removeprefix(_ARTICLE)
    if bare in activities.held or len(bare) < _ENOUGH:
        return activities.held.get(bare, set())
    begun = takewhile(lambda word: word.startswith(bare), activities.every[bisect_left(activities.every, bare) :])
    return set().union(*(activities.held[word] for word in begun))


def _spellings(file: File) -> Spellings:
    return _COMMUNES.of(file, file.ask("SELECT count(*), max(id) FROM commune"))


def _activities(file: File) -> _Activities:
    return _ACTIVITIES.of(file, file.ask("SELECT max(id) FROM change_set"))


def _read_spellings(file: File) -> Spellings:
    found: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for key, folded in file.ask("SELECT id, folded FROM commune"):
        for spelling in filter(None, map(str.split, folded.split("|"))):
            for word in set(spelling):
                found[word].append((frozenset(spelling), key))
    return found


def _read_activities(file: File) -> _Activities:
    held: dict[str, set[str]] = defaultdict(set)
    for key, *names in file.ask("SELECT id, name_ar, name_fr FROM activity"):
        for word in words(" ".join(filter(None, names))):
            held[word.removeprefix(_ARTICLE)].add(key)
    return _Activities(held, sorted(held))


class _Kept(Generic[T]):
    """What was read of a file, as long as `mark` says that nothing was written since."""

    def __init__(self, read: Callable[[File], T]) -> None:
        self._read = read
        self._held: tuple[list[Any], T] | None = None

    def of(self, file: File, mark: list[Any]) -> T:
        if self._held is None or self._held[0] != mark:
            self._held = mark, self._read(file)
        return self._held[1]


_COMMUNES = _Kept(_read_spellings)
_ACTIVITIES = _Kept(_read_activities)
