"""Whether two artisans may be one person: how alike they are, how sure that makes, and why, in words."""

import enum
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Any, NamedTuple

from craftdesk.base.i18n import N_, _
from craftdesk.base.names import sound_groups


class Level(enum.IntEnum):
    """How sure it is."""

    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


class Reason(enum.StrEnum):
    """What two artisans share, or what speaks against them."""

    SAME_NIN = "same nin"
    NEAR_NIN = "near nin"
    SAME_NIF = "same nif"
    SAME_NAME = "same name"
    SOUNDS_ALIKE = "sounds alike"
    NEAR_NAME = "near name"
    SAME_FAMILY = "same family"
    SAME_BIRTH = "same birth"
    NEAR_BIRTH = "near birth"
    SAME_YEAR = "same year"
    SAME_PHONE = "same phone"
    SAME_COMMUNE = "same commune"
    OTHER_NAME = "other name"
    OTHER_NIN = "other nin"
    OTHER_BIRTH = "other birth"
    OTHER_SEX = "other sex"
    NO_BIRTH = "no birth"


LEVELS: dict[int, str] = {
    Level.CERTAIN: N_("Certain"),
    Level.LIKELY: N_("Likely"),
    Level.POSSIBLE: N_("Possible"),
}
REASONS: dict[str, str] = {
    Reason.SAME_NIN: N_("same national id number"),
    Reason.NEAR_NIN: N_("national id numbers that differ in a digit or two"),
    Reason.SAME_NIF: N_("same tax id number"),
    Reason.SAME_NAME: N_("same name"),
    Reason.SOUNDS_ALIKE: N_("names that sound alike"),
    Reason.NEAR_NAME: N_("names that differ in a letter"),
    Reason.SAME_FAMILY: N_("same family name"),
    Reason.SAME_BIRTH: N_("same birth date"),
    Reason.NEAR_BIRTH: N_("birth dates that are nearly the same"),
    Reason.SAME_YEAR: N_("same birth year"),
    Reason.SAME_PHONE: N_("same phone"),
    Reason.SAME_COMMUNE: N_("same commune"),
    Reason.OTHER_NAME: N_("but another name"),
    Reason.OTHER_NIN: N_("but another national id number"),
    Reason.OTHER_BIRTH: N_("but another birth date"),
    Reason.OTHER_SEX: N_("but another sex"),
    Reason.NO_BIRTH: N_("the birth of one is not known"),
}
_POINTS = {
    Reason.SAME_NIN: 100, Reason.NEAR_NIN: 25, Reason.SAME_NIF: 70,
    Reason.SAME_NAME: 40, Reason.SOUNDS_ALIKE: 30, Reason.NEAR_NAME: 18, Reason.SAME_FAMILY: 20,
    Reason.SAME_BIRTH: 35, Reason.NEAR_BIRTH: 20, Reason.SAME_YEAR: 12,
    Reason.SAME_PHONE: 25, Reason.SAME_COMMUNE: 8,
    Reason.OTHER_NAME: -50, Reason.OTHER_NIN: -45, Reason.OTHER_BIRTH: -25, Reason.OTHER_SEX: -30, Reason.NO_BIRTH: 0,
}  # fmt: skip
_ACROSS = 8
"""Names that can only be compared across scripts lose nothing for being written differently."""
_NEEDED = ((75, Level.CERTAIN), (55, Level.LIKELY), (45, Level.POSSIBLE))
_MOST_FORMS = 12
_NIN_LENGTH = 18
_TYPING = 2
"""So many digits may be wrong in a number that was typed."""
_SHORTEST_NEAR = 4
_NEAR = 80
_FIRST_OF_YEAR = "01-01"
_ONLY_POSSIBLE = frozenset({Reason.NEAR_NAME, Reason.SAME_FAMILY})
_DOUBTFUL = frozenset({Reason.OTHER_NIN, Reason.OTHER_SEX, Reason.OTHER_BIRTH})


class Person(NamedTuple):
    """What is compared of an artisan, as the file gives it."""

    key: str
    family_ar: str
    given_ar: str
    family_la: str
    given_la: str
    key_ar: str
    key_la: str
    sex: str
    born: str
    year: str
    nin: str
    nif: str
    phone: str
    other_phone: str
    commune: str

    @property
    def birth_year(self) -> str:
        return self.born[:4] or self.year

    @property
    def phones(self) -> frozenset[str]:
        return frozenset(filter(None, (self.phone, self.other_phone)))


class Likeness(NamedTuple):
    """How sure it is that two are one, and why; the strongest reasons come first."""

    level: Level
    score: int
    reasons: tuple[Reason, ...]


def likeness(one: Person, other: Person) -> Likeness | None:
    """What makes two artisans one person, if enough does."""
    named = _names(one, other)
    reasons = _numbers(one, other, named)
    if not reasons:
        return None
    reasons += [*_births(one, other), *_whereabouts(one, other), *_contradictions(one, other)]
    if named is Reason.SAME_FAMILY and _are_siblings(one, other, reasons):
        return None
    score = sum(map(_POINTS.__getitem__, reasons))
    across = named is Reason.SOUNDS_ALIKE and not _share_a_script(one, other)
    level = _level(reasons, score + (_ACROSS if across else 0), across)
    if level is None:
        return None
    return Likeness(level, score, tuple(sorted(reasons, key=_POINTS.__getitem__, reverse=True)))


def said(note: Sequence[Any]) -> str:
    """A note in the language that is spoken: [message, details], where a detail may be a note too."""
    message, details = note
    words = {name: said(value) if isinstance(value, list) else str(value) for name, value in details.items()}
    return _(message).format(**words) if message else ""


def in_order(one: str, other: str) -> tuple[str, str]:
    """The keys of a pair as it is kept."""
    return (one, other) if one < other else (other, one)


def _are_siblings(one: Person, other: Person, reasons: Collection[Reason]) -> bool:
    """Two given names in one family; born on one day they are twins as nature makes them."""
    given = all(each.given_ar or each.given_la for each in (one, other))
    return given and Reason.SAME_NIN not in reasons and Reason.SAME_BIRTH in reasons


def _level(reasons: Collection[Reason], score: int, across: bool) -> Level | None:
    """Those born on one day with nearly one name may be real twins: such names alone make nobody sure."""
    found = next((level for needed, level in _NEEDED if score >= needed), None)
    if Reason.SAME_NIN in reasons:
        return Level.CERTAIN if found is Level.CERTAIN and Reason.OTHER_NAME not in reasons else Level.LIKELY
    if found is None or not _ONLY_POSSIBLE.isdisjoint(reasons):
        return found and Level.POSSIBLE
    # Hassan and Hussein sound alike: written in one script they are told apart.
    doubtful = not _DOUBTFUL.isdisjoint(reasons) or (Reason.SOUNDS_ALIKE in reasons and not across)
    return min(found, Level.LIKELY) if doubtful else found


def _numbers(one: Person, other: Person, named: Reason | None) -> list[Reason]:
    """The name, and the numbers of the state; nothing where neither has anything in common."""
    found = [named] if named else []
    if one.nif and one.nif == other.nif:
        found.append(Reason.SAME_NIF)
    far = _differing(one.nin, other.nin)
    if far == 0:
        is_other = named in (None, Reason.SAME_FAMILY)
        return [Reason.SAME_NIN, *([Reason.OTHER_NAME] if is_other else found)]
    if not found or far is None:
        return found
    return [*found, Reason.NEAR_NIN if far <= _TYPING else Reason.OTHER_NIN]


def _differing(one: str, other: str) -> int | None:
    """In how many digits two numbers differ; None where one is not known, or cannot be right."""
    if len(one) != _NIN_LENGTH or len(other) != _NIN_LENGTH:
        return None
    return 0 if one == other else sum(map(str.__ne__, one, other))


def _names(one: Person, other: Person) -> Reason | None:
    """How alike the names are, in the way that says most."""
    arabic = bool(one.key_ar and other.key_ar)
    if arabic and one.key_ar == other.key_ar:
        return Reason.SAME_NAME
    if one.key_la and one.key_la == other.key_la and not arabic:
        return Reason.SAME_NAME
    if not forms_of(one).isdisjoint(forms_of(other)):
        return Reason.SOUNDS_ALIKE
    if _is_near(one.key_ar, other.key_ar) or _is_near(one.key_la, other.key_la):
        return Reason.NEAR_NAME
    return Reason.SAME_FAMILY if _same_family(one, other) else None


def _share_a_script(one: Person, other: Person) -> bool:
    return bool((one.key_ar and other.key_ar) or (one.key_la and other.key_la))


def _same_family(one: Person, other: Person) -> bool:
    return not (
        (forms(one.family_ar) | forms(one.family_la)).isdisjoint(forms(other.family_ar) | forms(other.family_la))
    )


def forms_of(person: Person) -> frozenset[str]:
    """The sounds of the whole name in any script: two names sound alike when they share one."""
    return _heard(f"{person.family_ar} {person.given_ar}").forms | _heard(f"{person.family_la} {person.given_la}").forms


def forms(text: str) -> frozenset[str]:
    """How a text of names may sound, whatever the order of the names; a name has few readings."""
    return _heard(text).forms


class _Heard(NamedTuple):
    """A text of names as it is heard."""

    forms: frozenset[str]
    beginnings: frozenset[tuple[str, str]]


@lru_cache(50_000)
def _heard(text: str) -> _Heard:
    groups = sound_groups(text)
    if not groups:
        return _SILENT
    whole = (" ".join(sorted(each)) for each in islice(product(*groups), _MOST_FORMS))
    heads = [(group, other[0][0]) for group in groups for other in groups if other is not group]
    return _Heard(frozenset(whole), frozenset((key, head) for group, head in heads for key in group if len(key) > 1))


_SILENT = _Heard(frozenset(), frozenset())


@lru_cache(50_000)
def sounds(text: str) -> frozenset[str]:
    """The sounds of the single names in a text; the shortest say too little."""
    return frozenset(key for group in sound_groups(text) for key in group if len(key) > 1)


def sounds_of(person: Person) -> frozenset[str]:
    parts = (person.family_ar, person.given_ar, person.family_la, person.given_la)
    return frozenset().union(*map(sounds, parts))


def beginnings_of(person: Person) -> frozenset[tuple[str, str]]:
    """The sound of one name with how another one begins, in every script."""
    arabic, latin = f"{person.family_ar} {person.given_ar}", f"{person.family_la} {person.given_la}"
    return _heard(arabic).beginnings | _heard(latin).beginnings


def _is_near(one: str, other: str) -> bool:
    """Whether two names of as many parts differ in one part, and there in a letter or two."""
    if not one or not other:
        return False
    first, second = set(one.split()), set(other.split())
    mine, theirs = first - second, second - first
    if not (first & second) or len(mine) != 1 or len(theirs) != 1:
        return False
    return _spelt_alike(mine.pop(), theirs.pop())


@lru_cache(20_000)
def _spelt_alike(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - not needed to start

    return min(len(one), len(other)) >= _SHORTEST_NEAR and ratio(one, other) >= _NEAR


def _births(one: Person, other: Person) -> list[Reason]:
    if not one.birth_year or not other.birth_year:
        return [Reason.NO_BIRTH]
    if one.born and other.born:
        return _days(one.born, other.born)
    return [Reason.SAME_YEAR if one.birth_year == other.birth_year else Reason.OTHER_BIRTH]


def _days(one: str, other: str) -> list[Reason]:
    """Two days, written year-month-day: a slip of a key, and day and month in each other's place, are nearly one."""
    if one == other:
        return [Reason.SAME_BIRTH]
    swapped = (one[:4], one[5:7], one[8:]) == (other[:4], other[8:], other[5:7])
    if swapped or sum(map(str.__ne__, one, other)) == 1:
        return [Reason.NEAR_BIRTH]
    # Of whom only the year was known the first of January was often written.
    if one[:4] == other[:4] and _FIRST_OF_YEAR in (one[5:], other[5:]):
        return [Reason.SAME_YEAR]
    return [Reason.OTHER_BIRTH]


def _whereabouts(one: Person, other: Person) -> list[Reason]:
    found = []
    if one.phones & other.phones:
        found.append(Reason.SAME_PHONE)
    if one.commune and one.commune == other.commune:
        found.append(Reason.SAME_COMMUNE)
    return found


def _contradictions(one: Person, other: Person) -> list[Reason]:
    return [Reason.OTHER_SEX] if one.sex and other.sex and one.sex != other.sex else []
