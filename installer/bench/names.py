"""Whether people are found whichever way their names are written: a report in shares of the questions, not timed.

An office of invented people is asked for some of them by another spelling than it wrote down: in the other script, or
by the habits of another clerk (see `_clerks`), who knows nothing of the search's rules. Where the list of Algerian
names lies beside the project, its spellings are asked too, in two halves: `tuned` was looked at while the rules were
made, `held out` was not. Whoever bears the very same name as the one meant is right as well.

Ours is what the search box gives. The peer is a plain search: both sides folded, every typed word is one of the name.

found: somebody right is among the first ten. first: the first is right. precise: of the first ones, as many as are
right in the whole office (ten at most), the share that is.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import mean

from craftdesk.base.names import words
from craftdesk.data.database import Database
from craftdesk.features.roster import fitting
from craftdesk.features.roster.models import Artisan
from installer.bench._clerks import Clerk
from installer.bench._namesakes import Name, Person, Spelling, people, spellings
from installer.bench._offices import FOLDER, make_office
from installer.benchmarks import Result, result

SIZES = (100_000,)
QUESTIONS = 2000
FIRST = 10
AT_ONCE = 20_000
LIST = Path(__file__).parents[3] / "shared" / "data" / "names.csv"
Search = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Question:
    """What somebody types, whom they mean, and in which part of the report it counts."""

    typed: str
    meant: Name
    part: str


def run(sizes: Sequence[int] | None = None) -> Iterator[Result]:
    for size in sizes or SIZES:
        every, asked = _matter(size)
        with closing(_office(size, every)) as database, database.reading() as session:
            ours = _judged(every, asked, lambda typed: [fit.row.key for fit in fitting.people(session, typed, FIRST)])
        peer = _judged(every, asked, _Plain(every))
        for name in ours:
            yield result(
                f"names {name}", size, ours=ours[name], peer=peer[name] or 1 / QUESTIONS, peer_name="folded words",
                unit="share",
            )  # fmt: skip


def _matter(size: int) -> tuple[list[Person], list[Question]]:
    """The people of the office, and what is asked about some of them."""
    every = list(people(size))
    chance, clerk = Random(11), Clerk(13)
    asked = [_question(person, clerk, chance) for person in chance.sample(every, min(QUESTIONS, size))]
    if LIST.exists():
        listed = list(_listed(spellings(LIST), chance))
        every += [person for person, _question in listed]
        asked += [question for _person, question in listed]
    return every, asked


def _question(person: Person, clerk: Clerk, chance: Random) -> Question:
    """Asked in either script whatever the office wrote; the part says whether they are the same."""
    script = chance.randrange(2)
    typed = clerk.other(person.family[script], person.given[script])
    known = person.written in ("both", ("arabic", "latin")[script])
    return Question(typed, person.whole, "other spelling" if known else "other script")


def _listed(every: Sequence[Spelling], chance: Random) -> Iterator[tuple[Person, Question]]:
    """Each spelling of the list asks for somebody whose name the office wrote in Arabic, or in the usual spelling."""
    given, families = ([each for each in every if each.family is family] for family in (False, True))
    usual = [[each for each in some if each.latin == each.usual] for some in (given, families)]
    for number, one in enumerate(each for each in every):
        other = chance.choice(usual[not one.family])
        family, first = (one, other) if one.family else (other, one)
        written = "latin" if one.latin != one.usual and number % 2 else "arabic"
        person = Person(f"{number:032x}", (family.arabic, family.usual), (first.arabic, first.usual), written)
        yield person, Question(f"{family.latin} {first.latin}", person.whole, f"list, {half(one.arabic)}")


def half(name: str) -> str:
    """Whether a name of the list was looked at while the rules were made."""
    return "tuned" if sha256(name.encode()).digest()[0] % 2 else "held out"


def _office(size: int, every: Iterable[Person]) -> Database:
    """The office of these people, filled anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"names-{size}.craftdesk"
    for rest in FOLDER.glob(f"{path.name}*"):
        rest.unlink()
    database = make_office(path)
    rows = [person.row() for person in every]
    for start in range(0, len(rows), AT_ONCE):
        with database.writing() as session:
            session.entitle("Artisans entered for a measurement")
            session.add_rows(Artisan, rows[start : start + AT_ONCE])
    return database


class _Plain:
    """The peer: folded words, all of which the name must hold, in the order of the office."""

    def __init__(self, every: Iterable[Person]) -> None:
        self._holders: dict[str, set[int]] = defaultdict(set)
        self._keys = [person.key for person in every]
        for place, person in enumerate(every):
            for word in words(" ".join(person.shown)):
                self._holders[word].add(place)

    def __call__(self, typed: str) -> list[str]:
        found = [self._holders.get(word, set()) for word in words(typed)]
        return [self._keys[place] for place in sorted(set.intersection(*found))[:FIRST]] if found else []


def _judged(every: Iterable[Person], asked: Iterable[Question], search: Search) -> dict[str, float]:
    known = {person.key: {name.casefold() for name in person.shown} for person in every}
    bearers: dict[str, set[str]] = defaultdict(set)
    for key, shown in known.items():
        for name in shown:
            bearers[name].add(key)
    marks: dict[str, list[float]] = defaultdict(list)
    for question in asked:
        meant = set().union(*(bearers[name.casefold()] for name in question.meant))
        right = [key in meant for key in search(question.typed)]
        several = min(FIRST, len(meant))
        for part in ("", f" ({question.part})"):
            marks[f"found{part}"].append(any(right))
            marks[f"first{part}"].append(right[:1] == [True])
            marks[f"precise{part}"].append(sum(right[:several]) / several)
    return {name: mean(marks[name]) for name in sorted(marks, key=lambda name: (name.partition(" ")[2], name))}
