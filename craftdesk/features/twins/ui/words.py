"""How twins are told about on the screens."""

from datetime import date
from typing import Any

from craftdesk.base.dates import format_short
from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import format_number, group_phone, isolate
from craftdesk.data.model import fields_of
from craftdesk.features.office.models import in_language
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.ui.words import grouped
from craftdesk.features.twins.proposing import Line, Values
from craftdesk.features.twins.reads import Group, Listed
from craftdesk.features.twins.rules import LEVELS, REASONS, Level

PAGE = "twins"
ICON = "ph.users"
TONES = {Level.CERTAIN: "copper", Level.LIKELY: "warn", Level.POSSIBLE: "neutral"}


def level_words(group: Group) -> str:
    return _(LEVELS[group.level])


def level_tone(group: Group) -> str:
    return TONES[group.level]


def reason_words(group: Group) -> str:
    """Why they may be one person, in one line."""
    return " · ".join(_(REASONS[each]) for each in group.reasons)


def names_of(listed: Listed) -> str:
    """The name of the group in a list: that of the first, and how many there are where there are more than two."""
    first = next(iter(listed.names), "")
    if len(listed.names) <= 2:
        return first
    return _("{name} ({count})").format(name=first, count=isolate(str(len(listed.names))))


def others_of(listed: Listed) -> str:
    """The other names, where they are written otherwise, else the register numbers that tell them apart."""
    others = [name for name in dict.fromkeys(listed.names[1:]) if name != listed.names[0]]
    return _(", ").join(others) or _(", ").join(isolate(number) for number in listed.numbers if number)


def counted(groups: int) -> str:
    return ngettext("{number} case to look at", "{number} cases to look at", groups).format(
        number=format_number(groups)
    )


def value_words(artisan: Artisan, line: Line, values: Values) -> str:
    """What a record says on a line."""
    fields = fields_of(Artisan)
    shown = [_shown(artisan, name, fields[name], value) for name, value in zip(line.columns, values, strict=True)]
    if line.name == "birth_date" and not values[0] and values[1]:
        return _("presumed {year}").format(year=isolate(str(values[1])))
    if line.name == "birth_date":
        return shown[0]
    if line.name in ("family_ar", "family_la"):
        return " ".join(filter(None, shown))
    return " · ".join(filter(None, shown))


def _shown(artisan: Artisan, name: str, field: Field, value: Any) -> str:
    if value in (None, ""):
        return ""
    if name == "nin":
        return grouped(value)
    if field.kind is Kind.RECORD:
        return _record(artisan, name)
    if field.kind is Kind.IMAGE:
        return _("a picture")
    return _(field.choices[value]) if value in field.choices else _plain(field, value)


def _record(artisan: Artisan, name: str) -> str:
    record = getattr(artisan, name.removesuffix("_id"))
    return in_language(record.name_ar, record.name_fr) if record else ""


def _plain(field: Field, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return isolate(format_short(value))
    if field.kind is Kind.PHONE:
        return isolate(group_phone(value))
    text = str(value)
    return isolate(text) if text[:1].isdigit() else " ".join(text.split())
