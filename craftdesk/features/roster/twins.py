"""Who on the roster may be the person who is being entered, and why: asked along indexes while a name is typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from craftdesk.base.i18n import N_, _
from craftdesk.base.names import same_name, sound_groups
from craftdesk.base.numbers import plain_phone
from craftdesk.data import questions, search
from craftdesk.data.file import File, Values
from craftdesk.features.roster import checks
from craftdesk.features.roster.asking import Asker, file_of
from craftdesk.features.roster.finding import Row, rows_of
from craftdesk.features.roster.models import derived

SAME_NIN = N_("Same national id number")
SAME_PERSON = N_("Same name and same birth date")
OTHER_SPELLING = N_("Same name in another spelling, same birth date")
SAME_YEAR_BORN = N_("Same name, presumed born in the same year")
SAME_PHONE = N_("Same name and same phone")
PHONE_ALONE = N_("Same phone, another name")
SOUNDS_ALIKE = N_("Sounds alike, born in the same year")
SAME_NAME = N_("Same name; the birth is not known")
REASONS = (*(SAME_NIN, SAME_PERSON, OTHER_SPELLING, SAME_YEAR_BORN, SAME_PHONE, SOUNDS_ALIKE, SAME_NAME, PHONE_ALONE),)
"""From the surest on."""
CERTAIN = frozenset(REASONS[:5])
WATCHED = frozenset(
    {"family_ar", "given_ar", "family_la", "given_la", "birth_date", "birth_year", "nin", "phone", "other_phone"}
)
"""The columns that can tell a twin."""
MOST = 5
_LIKENESS = (
    *("id", "family_ar", "given_ar", "family_la", "given_la", "nin", "birth_date", "birth_year"),
    *("phone", "other_phone", "order_ar"),
)
_MOST_OF_A_WAY = 300
_SHORTEST_PHONE = 9


@dataclass(frozen=True)
class Twin:
    """Somebody on the roster who may be the person who is being entered, and why."""

    row: Row
    reason: str
    certain: bool


def twins_of(asker: Asker, values: Mapping[str, Any], but: str | None = None) -> list[Twin]:
    """Who on the roster may be the person with these values: those that are surest first.

    A twin has the same NIN, the same phone, or the same name (in any spelling of either script) and the same birth;
    while no birth is known, the same name is told as well.
    """
    found = {each["id"]: each for each in _like(file_of(asker), values) if each["id"] != but}
    reasons = {key: reason for key, each in found.items() if (reason := _reason(values, each))}
    ranked = sorted(reasons, key=lambda key: (REASONS.index(reasons[key]), found[key]["order_ar"]))[:MOST]
    return [Twin(row, _(reasons[row.key]), reasons[row.key] in CERTAIN) for row in rows_of(asker, ranked)]


def _like(file: File, values: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Everybody who shares a number, the birth date, the name or its sound."""
    for where, given in _ways(values):
        yield from _people(file, f"artisan a WHERE {where}", given)
    for question, condition, given in _questions(values):
        found = (
            "search_text t CROSS JOIN search_entry e ON e.number = t.rowid "
            f"CROSS JOIN artisan a ON a.id = e.record_id WHERE search_text MATCH ?{condition}"
        )
        yield from _people(file, found, (search.only(question, "artisan"), *given))


def _people(file: File, found: str, given: Values) -> Iterator[Mapping[str, Any]]:
    columns = ", ".join(f"a.{name}" for name in _LIKENESS)
    for row in file.ask(f"SELECT {columns} FROM {found} LIMIT ?", (*given, _MOST_OF_A_WAY)):
        person = dict(zip(_LIKENESS, row, strict=True))
        person["birth_date"] = date.fromisoformat(person["birth_date"]) if person["birth_date"] else None
        yield person


def _ways(values: Mapping[str, Any]) -> Iterator[tuple[str, Values]]:
    """The conditions for which there is an index."""
    nin = checks.digits_of(values.get("nin") or "")
    if nin and not checks.nin(nin):
        yield "a.nin = ?", (nin,)
    if not _names(values):
        return
    keyed = derived({name: values.get(name) for name in ("family_ar", "given_ar", "family_la", "given_la")})
    for name in ("key_ar", "key_la"):
        if keyed[name]:
            yield f"a.{name} = ?", (keyed[name],)
    if born := values.get("birth_date"):
        yield "a.birth_date = ?", (born.isoformat(),)


def _questions(values: Mapping[str, Any]) -> Iterator[tuple[str, str, Values]]:
    """What the search index is asked: the phones, and how the name sounds, with what else must hold."""
    for phone in sorted(_phones(values)):
        yield f'"{phone}"', "", ()
    for name in _names(values):
        heard = [" OR ".join(f'"{questions.SOUND}{key}"' for key in keys) for keys in sound_groups(name)]
        if heard:
            yield " AND ".join(f"({keys})" for keys in heard), *_born_that_year(values)


def _born_that_year(values: Mapping[str, Any]) -> tuple[str, Values]:
    """Of those whose name sounds alike only who may be born in the same year: nobody looks through all Mohameds."""
    year = _year(values)
    if year is None:
        return "", ()
    days = (f"{year:04}-01-01", f"{year:04}-12-31")
    unknown = "coalesce(a.birth_date, a.birth_year) IS NULL"
    return f" AND (a.birth_date BETWEEN ? AND ? OR a.birth_year = ? OR {unknown})", (*days, year)


def _names(values: Mapping[str, Any]) -> list[str]:
    """The whole names that were typed, in either script: a family name alone is nobody's."""
    pairs = (("family_ar", "given_ar"), ("family_la", "given_la"))
    every = [[(values.get(name) or "").strip() for name in pair] for pair in pairs]
    return [" ".join(parts) for parts in every if all(parts)]


def _phones(values: Mapping[str, Any]) -> set[str]:
    plain = {plain_phone(values.get(name) or "") for name in ("phone", "other_phone")}
    return {phone for phone in plain if len(phone) >= _SHORTEST_PHONE and phone.isdigit()}


def _year(values: Mapping[str, Any]) -> int | None:
    born = values.get("birth_date")
    return born.year if born else values.get("birth_year")


def _reason(values: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    nin = checks.digits_of(values.get("nin") or "")
    if nin and nin == other["nin"]:
        return SAME_NIN
    names, others = _names(values), _names(other)
    called_alike = any(same_name(one, two) for one in names for two in others)
    same_phone = not _phones(values).isdisjoint(_phones(other))
    if not called_alike:
        return PHONE_ALONE if same_phone else ""
    return _by_birth(values, other, bool(set(names) & set(others))) or (SAME_PHONE if same_phone else "")


def _by_birth(values: Mapping[str, Any], other: Mapping[str, Any], same_letters: bool) -> str:
    """What the births of two people of one name say; a presumed year is the year alone."""
    year, theirs = _year(values), _year(other)
    if year is None or theirs is None:
        return SAME_NAME
    if values.get("birth_date") and values["birth_date"] == other["birth_date"]:
        return SAME_PERSON if same_letters else OTHER_SPELLING
    if year != theirs:
        return ""
    presumed = not values.get("birth_date") and not other["birth_date"]
    return SAME_YEAR_BORN if presumed else SOUNDS_ALIKE
