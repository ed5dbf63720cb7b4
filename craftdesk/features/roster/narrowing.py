"""The filters of a list in words, what they offer, and a list's question as a text that a paper or a draft is given."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from craftdesk.base.dates import format_short, parse_day, today
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.names import fold
from craftdesk.base.names import words as words_of
from craftdesk.base.numbers import isolate, latin_digits
from craftdesk.data.session import Session
from craftdesk.features.office import reads as office
from craftdesk.features.office.models import Activity, Commune
from craftdesk.features.office.rules import sectors
from craftdesk.features.roster.asking import Asked, Filters
from craftdesk.features.roster.criteria import NONE, ON, TITLES, known, limits, names, span
from craftdesk.features.roster.models import FORMS, METALS, PREMISES, RANKS, SEXES, STATUSES
from craftdesk.features.roster.narrowers import Offered, narrower

DOMAINS = {"1": N_("art crafts"), "2": N_("production of goods"), "3": N_("services")}
"""The domains as the office calls them for short."""
CARD_DAYS = ("30", "90", "180", "0")
AGES = ("-24", "25-34", "35-44", "45-59", "60-")
PHONES = {ON: N_("With a phone"), "0": N_("Without a phone")}
_CHOICES: Mapping[str, Mapping[str, str]] = {
    "status": STATUSES,
    "sex": SEXES,
    "form": FORMS,
    "rank": RANKS,
    "metal": METALS,
    "premises": PREMISES,
    "domain": DOMAINS,
    "phone": PHONES,
}
MOST_OFFERED = 80
_SPEAKS_ALONE = frozenset({"mend", "card_days", "age", "phone"})
"""What these say needs no name before it."""
_ARTICLE = "ال"
_AGES = re.compile(r"(\d{1,3})?\s*([-–+]?)\s*(\d{1,3})?")


def title(name: str) -> str:
    """What a filter is called."""
    brought = narrower(name)
    return _(brought.title if brought else TITLES[name])


def is_switch(name: str) -> bool:
    """Whether a filter is on or off, without values to choose among."""
    brought = narrower(name)
    return name == "mend" or (brought is not None and brought.offer is None)


def offered(session: Session, name: str, typed: str = "") -> list[Offered]:
    """What a filter offers for what was typed."""
    if is_switch(name):
        return [Offered(ON, title(name))] if fits(typed, title(name)) else []
    brought = narrower(name)
    if brought is not None and brought.offer is not None:
        return list(brought.offer(session, typed))[:MOST_OFFERED]
    if name in _OFFERS:
        return _OFFERS[name](session, typed)
    every = [Offered(value, _(label)) for value, label in _CHOICES[name].items()]
    every += [Offered(NONE, _("Not known"))] if name in ("sex", "metal", "premises") else []
    return [each for each in every if fits(typed, each.title)]


def offered_again(session: Session, name: str, values: Sequence[str]) -> list[Offered]:
    """Values that were chosen before, as they are offered."""
    return [Offered(value, value_words(session, name, value)) for value in values]


def is_called(name: str, typed: str) -> bool:
    """Whether the name of a filter holds words that begin as typed."""
    return fits(typed, title(name))


def fits(typed: str, *told: str) -> bool:
    """Whether every typed word begins one of those told, with or without its article."""
    held = [word for each in told for word in words_of(each)]
    held += [word.removeprefix(_ARTICLE) for word in held if word.startswith(_ARTICLE)]
    return all(any(word.startswith(asked) for word in held) for asked in words_of(typed))


def _sectors(_session: Session, typed: str) -> list[Offered]:
    every = sectors().values()
    return [
        Offered(each.code, each.label(), isolate(each.code))
        for each in every
        if fits(typed, each.name_ar, each.name_fr, each.code)
    ]


def _activities(session: Session, typed: str) -> list[Offered]:
    found = [Offered(each.id, each.label(), isolate(each.code)) for each in office.activities(session, typed)]
    return [*found[: MOST_OFFERED - 1], *_unknown(typed)]


def _communes(session: Session, typed: str) -> list[Offered]:
    found = office.communes(session, typed, MOST_OFFERED)
    return [*(Offered(place.id, place.label(), place.detail()) for place in found), *_unknown(typed)]


def _unknown(typed: str) -> list[Offered]:
    return [] if typed.strip() else [Offered(NONE, _("Not known"))]


def _dairas(session: Session, typed: str) -> list[Offered]:
    """Those of the office's wilaya, and of others what is typed."""
    own = office.chamber(session).wilaya_id
    found: dict[str, Offered] = {}
    for place in office.commune_places(session).values():
        key = f"{place.wilaya.id}/{place.daira_fr}"
        near = place.wilaya.id == own
        if key not in found and (near or typed.strip()) and fits(typed, place.daira_ar, place.daira_fr):
            found[key] = Offered(key, place.daira(), place.wilaya.label())
    ranked = sorted(found.values(), key=lambda each: (not each.key.startswith(f"{own}/"), fold(each.title)))
    return ranked[:MOST_OFFERED]


def _ages(_session: Session, typed: str) -> list[Offered]:
    value = typed_ages(typed)
    every = [value] if value else [] if typed.strip() else list(AGES)
    return [Offered(each, age_words(each)) for each in every]


def typed_ages(typed: str) -> str | None:
    """The ages meant by "18-35", "60+" or "30"; None for what means none."""
    found = _AGES.fullmatch(latin_digits(typed).strip())
    if not found or not (found[1] or found[3]):
        return None
    first, sign, last = found.groups()
    if not sign:
        return f"{int(first)}-{int(first)}"
    if first and last and int(first) > int(last):
        first, last = last, first
    return f"{int(first) if first else ''}-{int(last) if last else ''}"


def _registered(_session: Session, typed: str) -> list[Offered]:
    year = today().year
    if not typed.strip():
        every = [year_span(each) for each in range(year, year - 5, -1)]
        return [*(Offered(each, span_words(each)) for each in every), Offered(NONE, _("Not known"))]
    value = typed_span(typed)
    return [Offered(value, span_words(value))] if value else []


def year_span(first: int, last: int | None = None) -> str:
    return f"{first:04}-01-01..{last or first:04}-12-31"


def typed_span(typed: str) -> str | None:
    """The days meant by "2015", "2015-2018", "01/02/2020 - 15/03/2020"; None for what means none."""
    text = latin_digits(typed).strip()
    if years := re.fullmatch(r"([12]\d{3})(?:\s*[-–]\s*([12]\d{3}))?", text):
        return year_span(int(years[1]), int(years[2]) if years[2] else None)
    parts = re.split(r"\s+[-–]\s+|\s*\.\.\s*", text)
    try:
        days = [parse_day(part) if part else None for part in parts]
    except ValueError:
        return None
    if len(days) == 1 and days[0]:
        return f"{days[0]}..{days[0]}"
    return f"{days[0] or ''}..{days[1] or ''}" if len(days) == 2 and any(days) else None


def _cards(_session: Session, typed: str) -> list[Offered]:
    number = latin_digits(typed).strip()
    if number.isdigit() and len(number) < 5:
        return [Offered(str(int(number)), card_words(int(number)))]
    every = [*(Offered(each, card_words(int(each))) for each in CARD_DAYS), Offered(NONE, _("Without a card"))]
    return [each for each in every if fits(typed, each.title)]


_OFFERS: Mapping[str, Callable[[Session, str], list[Offered]]] = {
    "sector": _sectors,
    "activity": _activities,
    "commune": _communes,
    "daira": _dairas,
    "age": _ages,
    "registered": _registered,
    "card_days": _cards,
}


def card_words(days: int) -> str:
    if not days:
        return _("Card has run out")
    months, rest = divmod(days, 30)
    if rest:
        return ngettext("Card ends within {days} day", "Card ends within {days} days", days).format(days=days)
    return ngettext("Card ends within a month", "Card ends within {months} months", months).format(months=months)


def age_words(value: str) -> str:
    youngest, oldest = limits(value)
    if youngest is None:
        return ngettext("Up to {age} year", "Up to {age} years", oldest or 0).format(age=oldest)
    if oldest is None:
        return ngettext("{age} year and over", "{age} years and over", youngest).format(age=youngest)
    if youngest == oldest:
        return ngettext("{age} year old", "{age} years old", youngest).format(age=youngest)
    between = ngettext("{first} to {last} year", "{first} to {last} years", oldest)
    return between.format(first=youngest, last=oldest)


def span_words(value: str) -> str:
    if value == NONE:
        return _("Not known")
    first, last = span(value)
    if first and last and value == year_span(first.year, last.year):
        return isolate(str(first.year) if first.year == last.year else f"{first.year}–{last.year}")
    if first == last and first:
        return isolate(format_short(first))
    if first is None or last is None:
        told = _("since {day}") if last is None else _("until {day}")
        return told.format(day=isolate(format_short(first or last or date.min)))
    return _("{first} to {last}").format(first=isolate(format_short(first)), last=isolate(format_short(last)))


def with_filter(filters: Filters, name: str, value: Any) -> Filters:
    """The filters with one put on by its stored value or values, or taken off by None."""
    return filters.having(name, Filters(**{name: value}).get(name, ()))


def toggled(filters: Filters, name: str, value: str) -> Filters:
    """The filters with one value more in one of them, or less."""
    now = filters.get(name, ())
    return filters.having(name, [each for each in now if each != value] if value in now else [*now, value])


def words(session: Session, filters: Filters) -> dict[str, str]:
    """What each filter that is on says, by its name."""
    return {name: _words(name, value) for name, value in values(session, filters).items()}


def _words(name: str, value: str) -> str:
    if name in _SPEAKS_ALONE or is_switch(name):
        return value
    return _("{filter}: {value}").format(filter=title(name), value=value)


def values(session: Session, filters: Filters) -> dict[str, str]:
    """The same for short: the values without the names of the filters."""
    return {
        name: _(", ").join(value_words(session, name, value) for value in filters[name])
        for name in names()
        if name in filters
    }


def value_words(session: Session, name: str, value: str) -> str:
    """A value of a filter in words."""
    brought = narrower(name)
    if is_switch(name):
        return title(name)
    if brought is not None and brought.words is not None:
        return brought.words(session, value)
    if name in _SAID:
        return _SAID[name](value)
    return _record_words(session, name, value)


def _record_words(session: Session, name: str, value: str) -> str:
    if value == NONE:
        return _("Not known")
    if name in ("activity", "commune"):
        record = session.get(Activity if name == "activity" else Commune, value)
        return record.label() if record else value
    if name == "daira":
        found = next((each for each in office.commune_places(session).values() if _daira(each) == value), None)
        return found.daira() if found else value
    if name == "sector":
        return f"{isolate(value)} {sectors()[value].label()}" if value in sectors() else value
    label = _CHOICES.get(name, {}).get(value)
    return _(label) if label else value


def _daira(place: office.Place) -> str:
    return f"{place.wilaya.id}/{place.daira_fr}"


def _card_words(value: str) -> str:
    return _("Without a card") if value == NONE else card_words(int(value))


_SAID: Mapping[str, Callable[[str], str]] = {"age": age_words, "registered": span_words, "card_days": _card_words}


def dumped(asked: Asked) -> str:
    held = {name: list(values) for name, values in asked.filters.items()}
    told = {"text": asked.text, "filters": held, "order": asked.order, "descending": asked.descending}
    return json.dumps(told, ensure_ascii=False)


def loaded(text: str) -> Asked:
    """The question of a text; a filter that there is not any more narrows nothing."""
    held: Mapping[str, Any] = json.loads(text)
    filters = Filters(**{name: value for name, value in held.get("filters", {}).items() if known(name)})
    return Asked(held.get("text", ""), filters, held.get("order", ""), bool(held.get("descending")))
