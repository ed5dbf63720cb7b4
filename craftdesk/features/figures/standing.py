"""How an artisan stood on a day, in SQL: the same for the figures and for the list of the people behind a figure.

A struck-off artisan without the day of the striking off was struck off at all times, one whose registration has no day
was registered at all times.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from craftdesk.base.dates import format_short, parse_day, today
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import isolate
from craftdesk.data.session import Session
from craftdesk.features.roster.criteria import limits
from craftdesk.features.roster.narrowers import Offered, Picked
from craftdesk.features.roster.narrowing import age_words, span_words

ANY, GROSS, STRUCK, NET, LEFT = "any", "gross", "struck", "net", "left"
STOOD = "stood"
"""The name of the filter."""
WORDS = {
    GROSS: N_("Registered up to {day}, gross"),
    STRUCK: N_("Struck off on {day}"),
    NET: N_("Registered on {day}, net"),
}
UNKNOWN = "-"
EVER = "a.status <> 'requested'"
"""Who is or was registered."""
_OF_ONE = "INDEXED BY ix_status_change_artisan_id"
"""Left to itself, SQLite looks through all who were ever struck off for each of them."""


def begun(day: date) -> str:
    """Registered up to a day, whatever came after."""
    return f"{EVER} AND (a.registered_on IS NULL OR a.registered_on <= '{day}')"


def struck(day: date) -> str:
    """The keys of those who were struck off on a day: the last step up to that day was the striking off."""
    later = f"SELECT 1 FROM status_change l {_OF_ONE} WHERE l.artisan_id = c.artisan_id AND l.day <= '{day}'"
    told = f"SELECT 1 FROM status_change o {_OF_ONE} WHERE o.artisan_id = s.id AND o.status = 'struck off'"
    return (
        f"SELECT c.artisan_id FROM status_change c WHERE c.status = 'struck off' AND c.day <= '{day}' "
        f"AND NOT EXISTS ({later} AND (l.day, l.id) > (c.day, c.id)) "
        f"UNION ALL SELECT s.id FROM artisan s WHERE s.status = 'struck off' AND NOT EXISTS ({told})"
    )


def struck_between(first: date, last: date) -> str:
    """The keys of those who were struck off from a day to another, once or more often."""
    return (
        "SELECT c.artisan_id FROM status_change c "
        f"WHERE c.status = 'struck off' AND c.day BETWEEN '{first}' AND '{last}'"
    )


def value(measure: str, day: date, ages: str = "") -> str:
    """How artisans stood on a day, as a value of the filter; `ages` are theirs on that day, "-" where not known."""
    return f"{measure}@{day}" + (f"+{ages}" if ages else "")


def left(first: date | None, last: date | None, ages: str = "", day: date | None = None) -> str:
    """Who was struck off in a period, and how old on `day`, as a value of the filter."""
    return f"{LEFT}@{first or ''}..{last or ''}" + (f"+{ages}+{day}" if ages else "")


def pick(values: Sequence[str]) -> Picked:
    """Whose keys fit one of the values."""
    return " UNION ".join(map(_picked, values)), ()


def _picked(text: str) -> str:
    said, *aged = text.split("+")
    measure, _at, when = said.partition("@")
    if measure == LEFT:
        first, _dots, last = when.partition("..")
        days = date.fromisoformat(first or "0001-01-01"), date.fromisoformat(last or "9999-12-31")
        fits = f"SELECT a.id FROM artisan a WHERE a.id IN ({struck_between(*days)})"
        return f"{fits} AND {_aged(aged[0], date.fromisoformat(aged[1]))}" if aged else fits
    day = date.fromisoformat(when)
    fits = f"SELECT a.id FROM artisan a WHERE {'1' if measure == ANY else begun(day)}"
    if measure in (STRUCK, NET):
        fits += f" AND a.id {'IN' if measure == STRUCK else 'NOT IN'} ({struck(day)})"
    return f"{fits} AND {_aged(aged[0], day)}" if aged else fits


def _aged(ages: str, day: date) -> str:
    return "a.birth_date IS NULL AND a.birth_year IS NULL" if ages == UNKNOWN else is_aged(ages, day)


def is_aged(ages: str, day: date) -> str:
    """Born on a day that makes so many years, or presumed in such a year."""
    youngest, oldest = limits(ages)
    last = years_before(day, youngest or 0)
    first = years_before(day, oldest + 1) + timedelta(1) if oldest is not None else date.min
    year = day.year - oldest if oldest is not None else 1
    return (
        f"(a.birth_date BETWEEN '{first}' AND '{last}' OR a.birth_year BETWEEN {year} AND {day.year - (youngest or 0)})"
    )


def years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def offer(_session: Session, typed: str) -> Sequence[Offered]:
    """For a day that is typed how one stood on it; else for the ends of the last years."""
    if not typed.strip():
        year = today().year
        values = [value(NET, date(each, 12, 31)) for each in range(year - 1, year - 4, -1)]
    else:
        try:
            day = parse_day(typed)
        except ValueError:
            return []
        values = [value(measure, day) for measure in (NET, GROSS, STRUCK)]
    return [Offered(each, said(each)) for each in values]


def words(_session: Session, text: str) -> str:
    return said(text)


def said(text: str) -> str:
    """A value in words."""
    state, *aged = text.split("+")
    measure, _at, when = state.partition("@")
    if measure == LEFT:
        told = _("Struck off in the period: {days}").format(days=span_words(when))
    elif measure == ANY:
        told = _("On {day}").format(day=isolate(format_short(date.fromisoformat(when))))
    else:
        told = _(WORDS[measure]).format(day=isolate(format_short(date.fromisoformat(when))))
    return " · ".join((told, ages_said(aged[0]))) if aged else told


def ages_said(ages: str) -> str:
    return _("Age not known") if ages == UNKNOWN else age_words(ages)
