"""An office of invented people for judging the search for names: whose names are written in one script or in both."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from craftdesk.base.paths import RESOURCES
from craftdesk.data.keys import new_key
from craftdesk.features.roster.models import derived

DEMO = RESOURCES / "demo" / "names.csv"
BEFORE = (("", ""), ("بن ", "BEN "), ("بو", "BOU"), ("بل", "BEL"), ("آيت ", "AIT "), ("ولد ", "OULD "))
AFTER = (("", ""), ("ي", "I"), ("اوي", "AOUI"), ("ة", "A"), ("ان", "ANE"), ("ات", "AT"))
"""What family names are made of around a man's name."""
SCRIPTS = ("both", "both", "arabic", "latin")
"""In which script the office wrote a name down, in turns."""
Name = tuple[str, str]
"""A name in Arabic and in Latin letters."""


@dataclass(frozen=True)
class Person:
    """An invented person, and the script in which the office wrote the name down."""

    key: str
    family: Name
    given: Name
    written: str

    @cached_property
    def whole(self) -> Name:
        return f"{self.family[0]} {self.given[0]}", f"{self.family[1]} {self.given[1]}"

    @property
    def shown(self) -> tuple[str, ...]:
        """What the office knows of the name."""
        return {"arabic": self.whole[:1], "latin": self.whole[1:]}.get(self.written, self.whole)

    def row(self) -> dict[str, Any]:
        arabic, latin = self.written != "latin", self.written != "arabic"
        names = {
            "family_ar": self.family[0] if arabic else None,
            "given_ar": self.given[0] if arabic else None,
            "family_la": self.family[1] if latin else None,
            "given_la": self.given[1] if latin else None,
        }
        return {"id": self.key, **names, **derived(names)}


def people(size: int, seed: int = 7) -> Iterator[Person]:
    """Some names are common, many are rare; the same people every time, but for their keys."""
    chance = Random(seed)
    given, families = _demo("man") + _demo("woman"), _families()
    chance.shuffle(given)
    chance.shuffle(families)
    for number in range(size):
        family = families[int(len(families) * chance.random() ** 2)]
        yield Person(new_key(), family, given[int(len(given) * chance.random() ** 2)], SCRIPTS[number % len(SCRIPTS)])


def _demo(part: str) -> list[Name]:
    with DEMO.open(encoding="utf-8", newline="") as lines:
        return [(row["arabic"], row["latin"]) for row in csv.DictReader(lines) if row["part"] == part]


def _families() -> list[Name]:
    """The demo's family names, and those that men's names make: what begins or ends otherwise takes no more."""
    made = [
        (before[0] + root[0] + after[0], before[1] + root[1].upper() + after[1])
        for root in _demo("man")
        for before in (BEFORE if not root[0].startswith("ال") else BEFORE[:1])
        for after in (AFTER if root[0][-1] not in "ةىايوه" and " " not in root[0] else AFTER[:1])
    ]
    return [*_demo("family"), *made]


@dataclass(frozen=True)
class Spelling:
    """A name of the list and one of its Latin spellings; `usual` is the one most write."""

    arabic: str
    latin: str
    usual: str
    family: bool


def spellings(file: Path) -> list[Spelling]:
    """Every spelling of a list of names: arabic, latin, gender, kind, primary."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    usual = {row["arabic"]: row["latin"] for row in reversed(rows) if row["primary"] == "1"}
    return [
        Spelling(row["arabic"], row["latin"], usual[row["arabic"]], row["kind"] == "surname")
        for row in rows
        if row["arabic"] in usual
    ]
