"""What the filters of the list ask of an artisan, by columns: said once for SQL, the index and the overview."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from craftdesk.base.dates import today
from craftdesk.base.i18n import N_
from craftdesk.data.file import File
from craftdesk.features.office.rules import domain_of
from craftdesk.features.roster.narrowers import narrower, narrowers

NONE = "-"
"""The value by which those are found of whom a filter knows nothing: no commune, no activity."""
ON = "1"


class Among(NamedTuple):
    """The column holds one of these values; None among them means that it is empty."""

    column: str
    values: frozenset[str | None]


class Between(NamedTuple):
    """The column holds a day from `first` to `last` (or a year, where it holds years)."""

    column: str
    first: Any
    last: Any


class Filled(NamedTuple):
    """The column holds anything at all, or nothing."""

    column: str
    filled: bool


class Picked(NamedTuple):
    """The artisan is among those whose keys a question gives, or is not."""

    sql: str
    values: tuple[Any, ...]
    without: bool


Criterion = Among | Between | Filled | Picked
Ways = tuple[Criterion, ...]
"""Who fits one of these passes the filter."""

COLUMNS: Mapping[str, str] = {
    "status": "status",
    "activity": "activity_id",
    "commune": "home_commune_id",
    "sex": "sex",
    "form": "form",
    "rank": "rank",
    "metal": "metal",
    "premises": "premises",
}
"""The filters whose values one column holds."""
TITLES: Mapping[str, str] = {
    "status": N_("Status"),
    "domain": N_("Domain"),
    "sector": N_("Sector"),
    "activity": N_("Activity"),
    "commune": N_("Commune of residence"),
    "daira": N_("Daira of residence"),
    "sex": N_("Sex"),
    "age": N_("Age"),
    "form": N_("Form of practice"),
    "rank": N_("Rank"),
    "metal": N_("Metal worked"),
    "premises": N_("Kind of premises"),
    "registered": N_("Registered on"),
    "card_days": N_("Card"),
    "phone": N_("Phone"),
    "mend": N_("To mend"),
}
"""The roster's own filters, in the order in which they are offered."""


def known(name: str) -> bool:
    """Whether there is such a filter; a feature that brought it may be gone."""
    return name in TITLES or narrower(name) is not None


def names() -> list[str]:
    """All filters there are, in the order in which they are offered."""
    own = list(TITLES)
    return [*own[:-2], *(each.name for each in narrowers()), *own[-2:]]


def ways(file: File, name: str, values: Sequence[str]) -> Ways:
    """What a filter asks for the values that were chosen."""
    if name in COLUMNS:
        return (Among(COLUMNS[name], frozenset(None if value == NONE else value for value in values)),)
    if name in _WAYS:
        return tuple(_WAYS[name](file, values))
    brought = narrower(name)
    if brought is None:
        return ()
    sql, gaps = brought.pick(values)
    return (Picked(sql, tuple(gaps), brought.without),)


def _of_sectors(file: File, values: Iterable[str]) -> Ways:
    """The activities of sectors, by their two digits."""
    wanted = set(values)
    every = file.ask("SELECT id, code FROM activity")
    return (Among("activity_id", frozenset(key for key, code in every if code[:2] in wanted)),)


def _of_domains(file: File, values: Iterable[str]) -> Ways:
    wanted = set(values)
    every = file.ask("SELECT id, code FROM activity")
    found = (key for key, code in every if (domain := domain_of(code)) and domain.code in wanted)
    return (Among("activity_id", frozenset(found)),)


def _of_dairas(file: File, values: Iterable[str]) -> Ways:
    """The communes that belong today to dairas, given as "wilaya/name in French"."""
    found: set[str | None] = set()
    for value in values:
        wilaya, _slash, daira = value.partition("/")
        found.update(file.firsts(COMMUNES_OF_DAIRA, (today().isoformat(), wilaya, daira)))
    return (Among("home_commune_id", frozenset(found)),)


COMMUNES_OF_DAIRA = (
    "SELECT b.commune_id FROM belonging b WHERE b.holds_from = (SELECT max(o.holds_from) FROM belonging o "
    "WHERE o.commune_id = b.commune_id AND o.holds_from <= ?) AND b.wilaya_id = ? AND b.daira_fr = ?"
)


def _of_ages(_file: File, values: Iterable[str]) -> Iterable[Criterion]:
    """Those born on a day, and those of whom the year alone is presumed."""
    for value in values:
        youngest, oldest = limits(value)
        now = today()
        last = _years_before(now, youngest or 0)
        first = _years_before(now, oldest + 1) + timedelta(1) if oldest is not None else date.min
        yield Between("birth_date", first.isoformat(), last.isoformat())
        yield Between("birth_year", first.year if oldest is None else now.year - oldest, now.year - (youngest or 0))


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=max(day.year - years, 1))
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def limits(value: str) -> tuple[int | None, int | None]:
    """The ends of "18-35", "-24" or "60-"."""
    first, _dash, last = value.partition("-")
    return int(first) if first else None, int(last) if last else None


def _of_days(column: str) -> Callable[[File, Iterable[str]], Iterable[Criterion]]:
    """Spans of days, written "2024-01-01..2024-12-31"; either end may be open."""

    def found(_file: File, values: Iterable[str]) -> Iterable[Criterion]:
        for value in values:
            first, last = span(value)
            yield Between(column, (first or date.min).isoformat(), (last or date.max).isoformat())
        if NONE in values:
            yield Filled(column, False)

    return found


def span(value: str) -> tuple[date | None, date | None]:
    """The ends of a span of days."""
    if value == NONE:
        return date.max, date.min
    first, _dots, last = value.partition("..")
    return date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None


def _of_cards(_file: File, values: Iterable[str]) -> Iterable[Criterion]:
    """Cards that end within so many days; 0 means those that have run out."""
    for value in values:
        if value == NONE:
            yield Filled("card_until", False)
            continue
        days = int(value)
        first = today() if days else date.min
        yield Between("card_until", first.isoformat(), (today() + timedelta(days or -1)).isoformat())


def _of_phones(_file: File, values: Iterable[str]) -> Iterable[Criterion]:
    return [Filled("phone", value == ON) for value in values]


def _to_mend(_file: File, _values: Iterable[str]) -> Ways:
    return (Filled("mend", True),)


_WAYS: Mapping[str, Callable[[File, Sequence[str]], Iterable[Criterion]]] = {
    "sector": _of_sectors,
    "domain": _of_domains,
    "daira": _of_dairas,
    "age": _of_ages,
    "registered": _of_days("registered_on"),
    "card_days": _of_cards,
    "phone": _of_phones,
    "mend": _to_mend,
}
