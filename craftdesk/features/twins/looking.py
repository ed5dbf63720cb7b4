"""Looking for twins: everybody who shares something telling is compared, and nobody else.

The whole roster goes in two steps. Each artisan leaves marks (a number, a phone with a name, a birth date with a name,
a birth year with a whole name …) in a database of its own, as numbers that tell nothing; who left the same mark is
compared. So memory stays the same whatever the size of the roster.
"""

import heapq
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from craftdesk.data import search
from craftdesk.data.database import Database
from craftdesk.data.file import File
from craftdesk.data.questions import SOUND
from craftdesk.data.scratch import scratch
from craftdesk.features.roster.asking import Asker, file_of
from craftdesk.features.roster.models import Artisan
from craftdesk.features.twins.rules import (
    Level,
    Likeness,
    Person,
    beginnings_of,
    forms_of,
    in_order,
    likeness,
    sounds_of,
)

Progress = Callable[[int, int], object]
"""Told how much of how much is done; raises `Cancelled` when the user wants no more."""
MOST = 20_000
"""So many pairs are kept, the surest first."""
_AT_ONCE = 4000
_CROWD = 300
"""Where so many left the same mark, each is compared with those beside it alone."""
_BESIDE = 20
_MARKED = 60
"""Of a hundred parts of the work, so many are done when all have left their marks."""
_MOST_ALIKE = 2000
_HOME = "home"
_COLUMNS = ", ".join(
    f"coalesce({name}, '')"
    for name in (
        *("id", "family_ar", "given_ar", "family_la", "given_la", "key_ar", "key_la", "sex", "birth_date"),
        *("birth_year", "nin", "nif", "phone", "other_phone", "home_commune_id"),
    )
).replace("coalesce(birth_year, '')", "coalesce(CAST(birth_year AS TEXT), '')")


class Pair(NamedTuple):
    """Two artisans who may be one person; the smaller key comes first."""

    first: str
    second: str
    likeness: Likeness


class Look(NamedTuple):
    """What a look through the whole roster found, as it stood at a change of the journal."""

    pairs: list[Pair]
    upto: int


def no_progress(_done: int, _all: int) -> None:
    """For those who do not ask how far it is."""


def look(database: Database, progress: Progress = no_progress) -> Look:
    """Look through the whole roster; half a million artisans take about a minute. Nothing is written."""
    with database.asking() as file:
        return look_in(file, progress)


def look_in(file: File, progress: Progress = no_progress) -> Look:
    with scratch(*_TABLES) as marks:
        upto = file.number("SELECT coalesce(max(id), 0) FROM change")
        total = file.number("SELECT count(*) FROM artisan")
        _leave_marks(file, marks, lambda done: progress(done * _MARKED, total * 100))
        _meet(marks)
        return Look(_compare(file, marks, progress), upto)


_TABLES = (
    "CREATE TABLE mark (mark INTEGER, number INTEGER)",
    "CREATE TABLE meeting (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID",
)


def _leave_marks(file: File, marks: Any, progress: Callable[[int], object]) -> None:
    number, done = -1, 0
    asked = f"SELECT rowid, {_COLUMNS} FROM artisan WHERE rowid > ? ORDER BY rowid LIMIT {_AT_ONCE}"
    while rows := file.ask(asked, (number,)):
        left = (each for row in rows for each in _left_by(row[0], Person._make(row[1:])))
        marks.executemany("INSERT INTO mark VALUES (?, ?)", left)
        number, done = rows[-1][0], done + len(rows)
        progress(done)


def _left_by(number: int, person: Person) -> Iterator[tuple[int, int]]:
    """At home only those without a birth look for others: who has one stands there with a negative number."""
    for mark in marks_of(person):
        yield hash(mark), -number if mark[0] == _HOME and person.birth_year else number


def marks_of(person: Person) -> set[tuple[str, ...]]:
    """What is telling when another one shares it."""
    whole, single = forms_of(person), sounds_of(person)
    found: set[tuple[str, ...]] = {("nin", person.nin), ("nif", person.nif)}
    found |= {("phone", phone, each) for phone in person.phones for each in single}
    if person.born:
        # A slip of a key rarely falls on the beginning of a name.
        found |= {("day", person.born, *each) for each in beginnings_of(person)}
    if person.birth_year:
        found |= {("year", person.birth_year, each) for each in whole}
        names = filter(None, (person.key_ar, person.key_la))
        found |= {("year", person.birth_year, each) for each in names}
    if person.commune:
        found |= {(_HOME, person.commune, each) for each in whole}
    return {mark for mark in found if all(mark)}


def _meet(marks: Any) -> None:
    """Let everybody meet who left the same mark, each pair once."""
    groups = marks.execute("SELECT group_concat(number) FROM mark GROUP BY mark HAVING count(*) > 1")
    while some := groups.fetchmany(500):
        pairs = (pair for (numbers,) in some for pair in _meetings(list(map(int, numbers.split(",")))))
        marks.executemany("INSERT OR IGNORE INTO meeting VALUES (?, ?)", pairs)


def _meetings(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Who meets whom; two negative numbers do not."""
    if all(number < 0 for number in numbers):
        return
    ordered = sorted(numbers, key=abs)
    beside = len(ordered) if len(ordered) <= _CROWD else _BESIDE
    for at, number in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + beside]:
            if number > 0 or other > 0:
                yield abs(number), abs(other)


def _compare(file: File, marks: Any, progress: Progress) -> list[Pair]:
    total = marks.execute("SELECT count(*) FROM meeting").fetchone()[0]
    done, best = 0, _Best()
    meetings = marks.execute("SELECT one, other FROM meeting")
    while some := meetings.fetchmany(_AT_ONCE):
        best.take(_pairs(file, some))
        done += len(some)
        progress(_MARKED * total + (100 - _MARKED) * done, 100 * total)
    return best.in_order()


def _pairs(file: File, meetings: Iterable[tuple[int, int]]) -> Iterator[Pair]:
    people = _people(file, "rowid", {number for each in meetings for number in each})
    for one, other in meetings:
        if (found := likeness(people[one], people[other])) is not None:
            yield Pair(*in_order(people[one].key, people[other].key), found)


def _people(file: File, by: str, values: Iterable[Any]) -> dict[Any, Person]:
    asked = f"SELECT {by}, {_COLUMNS} FROM artisan WHERE {by} IN (SELECT value FROM json_each(?))"
    return {row[0]: Person._make(row[1:]) for row in file.ask(asked, (json.dumps(list(values)),))}


class _Best:
    """The surest pairs, never more than are kept."""

    def __init__(self) -> None:
        self._found: list[tuple[Level, int, str, str, Pair]] = []

    def take(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            entry = (pair.likeness.level, pair.likeness.score, pair.first, pair.second, pair)
            if len(self._found) < MOST:
                heapq.heappush(self._found, entry)
            else:
                heapq.heappushpop(self._found, entry)

    def in_order(self) -> list[Pair]:
        return [entry[-1] for entry in sorted(self._found, reverse=True)]


def twins_of(asker: Asker, key: str) -> list[Pair]:
    """The pairs of one artisan, along the indexes of the office file alone."""
    file = file_of(asker)
    me = _people(file, "id", [key]).get(key)
    if me is None:
        return []
    others = _people(file, "id", _alike(file, me) - {key})
    found = ((other, likeness(me, each)) for other, each in others.items())
    return [Pair(*in_order(key, other), like) for other, like in found if like is not None]


def _alike(file: File, me: Person) -> set[str]:
    """Who shares a number, a phone, the birth date or the sound of the name."""
    found = [
        *_with(file, "nin", me.nin),
        *_with(file, "birth_date", me.born),
        *_with(file, "key_ar", me.key_ar),
        *_with(file, "key_la", me.key_la),
    ]
    questions = [f'"{number}"' for number in (me.nif, *me.phones) if number.isdigit()]
    if whole := forms_of(me):
        questions.append(" OR ".join(f"({_all_sounds(form)})" for form in sorted(whole)))
    for question in questions:
        found += file.firsts(_FOUND, (search.only(question, Artisan.__tablename__), _MOST_ALIKE))
    return set(found)


def _with(file: File, name: str, value: str) -> list[str]:
    asked = f"SELECT id FROM artisan WHERE {name} = ? LIMIT {_MOST_ALIKE}"
    return file.firsts(asked, (value,)) if value else []


def _all_sounds(form: str) -> str:
    return " AND ".join(f'"{SOUND}{key}"' for key in form.split())


_FOUND = (
    "SELECT e.record_id FROM search_text t CROSS JOIN search_entry e ON e.number = t.rowid "
    "WHERE search_text MATCH ? LIMIT ?"
)
