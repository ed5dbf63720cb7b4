"""How the screens of training say days, sizes and states of a session."""

from collections.abc import Mapping, Sequence

from craftdesk.base.dates import format_range
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.words import DAY, count_in_words
from craftdesk.features.training.clashes import Clash, in_words
from craftdesk.features.training.models import KINDS, Participant
from craftdesk.features.training.reads import SessionLine
from craftdesk.features.training.rules import PHASES, Phase, Sheet
from craftdesk.ui.direction import apart

MOST_NAMED = 5
TONES = {Phase.UPCOMING: "primary", Phase.RUNNING: "good", Phase.HELD: "neutral", Phase.CANCELLED: "bad"}


def days_of(line: SessionLine) -> str:
    """ "من 14 إلى 16 نوفمبر 2026"."""
    return format_range(line.first_day, line.last_day) if line.first_day and line.last_day else _("No half-days yet")


def length_of(days: int, half_days: int) -> str:
    """ "3 days, 6 half-days"."""
    long = ngettext("{count} day", "{count} days", days).format(count=days)
    halves = ngettext("{count} half-day", "{count} half-days", half_days).format(count=half_days)
    return _("{days}, {half_days}").format(days=long, half_days=halves)


def people_in_words(count: int) -> str:
    return ngettext("{count} participant", "{count} participants", count).format(count=count)


def session_in_a_line(sheet: Sheet) -> str:
    """Kind, days, length, place, trainers: what stands under the title of a session."""
    record = sheet.session
    parts = [_(KINDS[record.kind])]
    if sheet.first_day and sheet.last_day:
        parts.append(format_range(sheet.first_day, sheet.last_day))
    parts.append(_length_with_hours(sheet))
    parts.append(apart(record.place))
    if sheet.trainers:
        names = _(", ").join(apart(each.name) for each in sheet.trainers)
        parts.append(ngettext("Trainer: {names}", "Trainers: {names}", len(sheet.trainers)).format(names=names))
    return " · ".join(filter(None, parts))


def _length_with_hours(sheet: Sheet) -> str:
    long = count_in_words(len(sheet.days), DAY) if sheet.days else ""
    hours = sheet.session.hours
    told = ngettext("{count} hour", "{count} hours", hours).format(count=hours) if hours else ""
    return _(", ").join(filter(None, (long, told)))


def place_taken(found: Sequence[Clash]) -> str:
    """That other sessions have the place at the same time; nothing where none has."""
    if not found:
        return ""
    return _("The place is taken at the same time by {sessions}.").format(sessions=in_words(found))


def elsewhere(found: Sequence[Clash]) -> str:
    """That somebody is wanted in other sessions at the same time; nothing where in none."""
    return _("At the same time in {sessions}").format(sessions=in_words(found)) if found else ""


def elsewhere_by_session(people: Sequence[Participant], engaged: Mapping[str, Sequence[Clash]]) -> str:
    """The other sessions, each with the first of the people that it wants too."""
    names: dict[str, list[str]] = {}
    for each in people:
        for clash in engaged[each.artisan_id or ""]:
            names.setdefault(clash.subject_and_days(), []).append(apart(each.name))
    words = _("{session}: {names}")
    return " · ".join(words.format(session=session, names=_first_of(named)) for session, named in names.items())


def _first_of(names: Sequence[str]) -> str:
    return _(", ").join(names[:MOST_NAMED]) + ("…" if len(names) > MOST_NAMED else "")


def phase_in_words(phase: Phase) -> str:
    return _(PHASES[phase])
