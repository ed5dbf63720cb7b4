"""What a name is likely written like in the other script, and whose sex it tells.

The names of the office come first, then the list of usual spellings, then rules of sound. A guess is never a fact: the
card shows it as one until the clerk has looked at it, and what nobody looked at is saved as a note to mend alone.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from craftdesk.base.names import fold, words
from craftdesk.base.paths import RESOURCES
from craftdesk.base.transliteration import to_arabic, to_latin
from craftdesk.data import search
from craftdesk.data.file import File
from craftdesk.features.roster.asking import Asker, file_of
from craftdesk.features.roster.models import Sex

LIST = RESOURCES / "names" / "names.csv"
ENOUGH = 200
"""So many people of one name tell how it is usually written."""
_LATEST = 20
_SURE = 0.9
"""Of those of one given name, so many must be of one sex."""


class Source(StrEnum):
    """Where a guess comes from, the surest first."""

    OFFICE = "office"
    LIST = "list"
    SOUND = "sound"


class Guess(NamedTuple):
    """A value that nobody has confirmed yet."""

    value: str
    source: Source


_PARTS = {"family": ("family_ar", "family_la"), "given": ("given_ar", "given_la")}
_OTHER = {one: two for pair in _PARTS.values() for one, two in (pair, pair[::-1])}
NAMES = tuple(_OTHER)
GUESSED = (*NAMES, "sex")
"""The columns for which there are guesses."""


def guesses(asker: Asker, values: Mapping[str, Any]) -> dict[str, Guess]:
    """The guesses for the names and the sex that are still empty, from what was typed."""
    file = file_of(asker)
    found: dict[str, Guess] = {}
    for name, other in _OTHER.items():
        typed = (values.get(name) or "").strip()
        if typed and not values.get(other) and (guess := _spelling(file, name, typed)):
            found[other] = guess
    if not values.get("sex") and (sex := _sex_told(file, values)):
        found["sex"] = sex
    return found


def _spelling(file: File, name: str, typed: str) -> Guess | None:
    """How the other script writes what was typed into `name`."""
    arabic: bool = name.endswith("_ar")
    if arabic != is_arabic(typed):
        return None
    if usual := _usual_here(_of_name(file, name, typed), _OTHER[name]):
        return Guess(usual, Source.OFFICE)
    part = name.partition("_")[0]
    known = _listed(part, typed) or _by_particle(part, typed, arabic)
    value = known or _by_words(part, typed, arabic)
    if arabic and part == "family" and _writes_capitals(file):
        value = value.upper()
    return Guess(value, Source.LIST if known else Source.SOUND) if value else None


def _usual_here(people: Iterable[Mapping[str, Any]], column: str) -> str:
    written = Counter(person[column] for person in people if person[column])
    return written.most_common(1)[0][0] if written else ""


_COLUMNS = ("family_ar", "given_ar", "family_la", "given_la", "sex")


def _of_name(file: File, name: str, typed: str) -> list[dict[str, Any]]:
    """Some of those who have this family name, or this given name, on the roster."""
    folded = fold(typed)
    if not folded:
        return []
    rows = _of_family(file, name, folded) if name.startswith("family") else _of_given(file, folded)
    people = (dict(zip(_COLUMNS, row, strict=True)) for row in rows)
    return [person for person in people if fold(person[name] or "") == folded]


def _of_family(file: File, name: str, folded: str) -> list[Any]:
    """The order of the list begins with the family name."""
    order = "order_ar" if name.endswith("_ar") else "order_la"
    return file.ask(
        f"SELECT {', '.join(_COLUMNS)} FROM artisan WHERE {order} >= ? AND {order} < ? LIMIT ?",
        (folded, f"{folded}!", ENOUGH),
    )


def _of_given(file: File, folded: str) -> list[Any]:
    asked = search.only(" AND ".join(f'"{word}"' for word in folded.split()), "artisan")
    numbers = file.firsts(
        "SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rowid LIMIT ?", (asked, ENOUGH)
    )
    return file.ask(
        f"SELECT {', '.join(f'a.{column}' for column in _COLUMNS)} FROM json_each(?) k "
        "CROSS JOIN search_entry e ON e.number = k.value CROSS JOIN artisan a ON a.id = e.record_id",
        (json.dumps(numbers),),
    )


def _writes_capitals(file: File) -> bool:
    """Whether this office writes family names in capitals."""
    latest = "SELECT family_la FROM artisan ORDER BY id DESC LIMIT ?"
    written = [name for name in file.firsts(latest, (_LATEST,)) if name]
    return bool(sum(name.isupper() for name in written) * 2 > len(written))


def _listed(part: str, typed: str) -> str:
    """The spelling of the list; many family names are somebody's given name, and the other way round."""
    other = "given" if part == "family" else "family"
    found = _list().get((part, fold(typed))) or _list().get((other, fold(typed)))
    return found.spelling if found else ""


# Particles as a family name is begun with them in Latin letters, each written together with what follows.
_JOINED = {"بن": "Ben", "بو": "Bou", "بل": "Bel"}


def _by_particle(part: str, typed: str, arabic: bool) -> str:
    """A listed name behind a particle: بن عيسى is Benaissa."""
    split = typed.split()
    if arabic and len(split) == 2 and split[0] in _JOINED:
        rest = _listed(part, split[1])
        return _JOINED[split[0]] + rest.lower() if rest else ""
    if not arabic and len(split) == 1:
        before = next((each for each in _JOINED.items() if fold(typed).startswith(each[1].lower())), None)
        rest = _listed(part, fold(typed)[len(before[1]) :]) if before else ""
        return f"{before[0]} {rest}" if before and rest else ""
    return ""


def _by_words(part: str, typed: str, arabic: bool) -> str:
    """Word by word: those of the list as they are usual, the others by their sound (محمد الأمين, فاطمة الزهراء)."""
    by_sound = to_latin if arabic else to_arabic
    split = typed.split()
    known = [_listed(part, word) or _listed(part, word.removeprefix("ال")) for word in split]
    if len(split) < 2 or not any(known) or split[0] in ("عبد", "Abd"):
        return by_sound(typed)
    return " ".join(one or by_sound(word) for one, word in zip(known, split, strict=True))


class _Listed(NamedTuple):
    spelling: str
    sex: str


@cache
def _list() -> Mapping[tuple[str, str], _Listed]:
    """The list by part and folded spelling, in either script; the first spelling of a name is kept."""
    found: dict[tuple[str, str], _Listed] = {}
    with LIST.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault((row["part"], fold(row["arabic"])), _Listed(row["latin"], row["sex"]))
            found.setdefault((row["part"], fold(row["latin"])), _Listed(row["arabic"], row["sex"]))
    return found


def _sex_told(file: File, values: Mapping[str, Any]) -> Guess | None:
    """The sex that the given name tells, in whichever script it was typed."""
    for name in _PARTS["given"]:
        if typed := (values.get(name) or "").strip():
            return _sex_here(file, name, typed) or _sex_of_list(typed)
    return None


def _sex_here(file: File, name: str, typed: str) -> Guess | None:
    counted = Counter(person["sex"] for person in _of_name(file, name, typed) if person["sex"])
    if not counted:
        return None
    sex, number = counted.most_common(1)[0]
    return Guess(Sex(sex), Source.OFFICE) if number >= _SURE * counted.total() else None


_OF_MEN = frozenset({"عبد", "سيد", "abd", "sid"})


def _sex_of_list(typed: str) -> Guess | None:
    """Of a name of several words the first tells; a name that ends in ة and that nobody knows is a woman's."""
    first = words(typed)[0] if words(typed) else ""
    listed = _list().get(("given", fold(typed))) or _list().get(("given", first))
    if listed and listed.sex:
        return Guess(Sex(listed.sex), Source.LIST)
    if first in _OF_MEN or first.startswith(("عبد", "abd")):
        return Guess(Sex.MALE, Source.SOUND)
    return Guess(Sex.FEMALE, Source.SOUND) if first.endswith("ه") and is_arabic(typed) else None


def is_arabic(text: str) -> bool:
    """Whether anything in it is written in Arabic letters."""
    return any("\u0600" <= letter <= "\u06ff" for letter in text)
