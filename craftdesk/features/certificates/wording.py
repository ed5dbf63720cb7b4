"""The values of the fields that the templates of certificates name, in the language spoken here.

The sentences around them are the office's own and stand in the templates.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache

from craftdesk.base import dates
from craftdesk.base.i18n import _, language, ngettext, pgettext
from craftdesk.base.numbers import isolate
from craftdesk.base.words import DAY, count_in_words
from craftdesk.features.certificates.rules import Content
from craftdesk.features.office.models import in_language
from craftdesk.features.office.wording import at, running
from craftdesk.features.training.models import CourseKind

_KEPT = 512


def values(content: Content, names: Iterable[str]) -> dict[str, str]:
    """What a certificate says in these fields; what is not known is empty."""
    return {name: VALUES[name](content) for name in names}


def _other_name(content: Content) -> str:
    name = content.name
    return next((other for other in (content.name_la, content.name_ar) if other not in ("", name)), "")


def _birth_year(content: Content) -> str:
    return "" if content.birth_date or not content.birth_year else str(content.birth_year)


def _born(content: Content) -> str:
    return content.born_at if content.birth_date or content.birth_year else ""


def _place(content: Content) -> str:
    return in_language(content.place_ar, content.place_fr)


def _office(content: Content) -> str:
    return in_language(content.signed_at_ar, content.signed_at_fr)


def _day(day: date | None) -> str:
    return _format_day(day, language()) if day else ""


@lru_cache(_KEPT)
def _format_day(day: date, _language: str) -> str:
    return dates.format_day(day)


def _days(content: Content) -> str:
    first, last = content.first_day, content.last_day
    return _range(first, last, language()) if first and last else ""


@lru_cache(_KEPT)
def _range(first: date, last: date, _language: str) -> str:
    return dates.format_range(first, last)


def _length(content: Content) -> str:
    return _long(content.days, content.hours, language()) if content.days else ""


@lru_cache(_KEPT)
def _long(days: int, hours: int | None, _language: str) -> str:
    long = count_in_words(days, DAY, oblique=True)
    if hours:
        counted = ngettext("{count} hour", "{count} hours", hours).format(count=hours)
        long = _("{days} ({hours})").format(days=long, hours=counted)
    return long


def _event(content: Content) -> str:
    """What was held."""
    if not content.subject:
        return ""
    if content.course_kind == CourseKind.AWARENESS:
        return pgettext("was held", "the awareness day")
    if content.course_kind == CourseKind.MEETING:
        return pgettext("was held", "the meeting")
    return pgettext("was held", "the training course")


def _held(content: Content) -> str:
    """The word that says that it was."""
    if content.course_kind == CourseKind.AWARENESS:
        return pgettext("of an awareness day", "held")
    if content.course_kind == CourseKind.MEETING:
        return pgettext("of a meeting", "held")
    return pgettext("of a course", "held")


def _chamber(content: Content) -> str:
    return running(in_language(content.chamber_ar, content.chamber_fr))


VALUES: Mapping[str, Callable[[Content], str]] = {
    "name": lambda content: content.name,
    "other_name": _other_name,
    "birth_day": lambda content: _day(content.birth_date),
    "birth_year": _birth_year,
    "birth_place": _born,
    "at_birth_place": lambda content: at(_born(content)),
    "subject": lambda content: content.subject,
    "event": _event,
    "held": _held,
    "days": _days,
    "length": _length,
    "hours": lambda content: str(content.hours or ""),
    "place": _place,
    "at_place": lambda content: at(_place(content)),
    "partner": lambda content: content.partner,
    "trainers": lambda content: in_language(content.trainers_ar, content.trainers_fr),
    "chamber": _chamber,
    "director": lambda content: in_language(content.director_ar, content.director_fr),
    "office": _office,
    "at_office": lambda content: at(_office(content)),
    "day": lambda content: _day(content.issued_on),
    "number": lambda content: isolate(content.reference),
    "activity": lambda content: in_language(content.activity_ar, content.activity_fr),
    "function": lambda content: in_language(content.function_ar, content.function_fr),
    "reason": lambda content: in_language(content.reason_ar, content.reason_fr),
}
