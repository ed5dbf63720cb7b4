"""How the rows of a list are shown before they are taken over: outcomes, groups, cells with their faults."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from craftdesk.base.dates import format_short
from craftdesk.base.fields import Kind, Script
from craftdesk.base.i18n import N_, _, language
from craftdesk.base.numbers import format_number, group_phone, isolate
from craftdesk.data.model import fields_of
from craftdesk.features.roster.cells import Fault, Weight
from craftdesk.features.roster.headings import (
    ACTIVITY_CODE,
    ACTIVITY_NAME,
    GIVEN_FIRST_AR,
    GIVEN_FIRST_LA,
    NAMES_AR,
    NAMES_LA,
    targets,
)
from craftdesk.features.roster.importing import Preview
from craftdesk.features.roster.models import Artisan, Outcome
from craftdesk.features.roster.rows import Row
from craftdesk.ui.direction import apart
from craftdesk.ui.theme import look

OUTCOMES: Mapping[Outcome, tuple[str, str]] = {
    Outcome.NEW: (N_("New"), "good"),
    Outcome.CHANGED: (N_("Changed"), "copper"),
    Outcome.SAME: (N_("Already there"), "neutral"),
    Outcome.WAITING: (N_("Waits"), "bad"),
    Outcome.TWIN: (N_("Twin"), "warn"),
    Outcome.REFUSED: (N_("Refused"), "bad"),
    Outcome.LEFT: (N_("Left out"), "neutral"),
}
"""What becomes of a row, in a word, with its tone."""


def _is(outcome: Outcome) -> Callable[[Row], bool]:
    return lambda row: row.outcome is outcome


def _has(weight: Weight) -> Callable[[Row], bool]:
    return lambda row: any(fault.weight is weight for fault in row.faults.values())


GROUPS: Mapping[str, tuple[str, Callable[[Row], bool]]] = {
    "all": (N_("All"), lambda _row: True),
    "waiting": (N_("Waiting"), _is(Outcome.WAITING)),
    "twin": (N_("Twins"), _is(Outcome.TWIN)),
    "refused": (N_("Refused"), _is(Outcome.REFUSED)),
    "new": (N_("New"), _is(Outcome.NEW)),
    "changed": (N_("Changed"), _is(Outcome.CHANGED)),
    "same": (N_("Already there"), _is(Outcome.SAME)),
    "left": (N_("Left out"), _is(Outcome.LEFT)),
    "mend": (N_("To mend"), lambda row: row.outcome is Outcome.NEW and row.to_mend),
    "check": (N_("To check"), _has(Weight.NOTED)),
    "right": (N_("Put right"), _has(Weight.PUT_RIGHT)),
}
"""The groups of rows that can be looked at, in the order in which the clerk wants them."""

MARKS: Mapping[Weight, tuple[str, str]] = {
    Weight.WAITS: ("ph.warning-circle", "bad"),
    Weight.MENDS: ("ph.wrench", "warn"),
    Weight.NOTED: ("ph.eye", "copper"),
    Weight.PUT_RIGHT: ("ph.check", "primary"),
}
"""The icon and the tone of a fault; colour alone never tells it."""
CHANGED_MARK = ("ph.pencil-simple", "copper")

_PARTS: Mapping[str, tuple[str, ...]] = {
    NAMES_AR: ("family_ar", "given_ar"),
    GIVEN_FIRST_AR: ("given_ar", "family_ar"),
    NAMES_LA: ("family_la", "given_la"),
    GIVEN_FIRST_LA: ("given_la", "family_la"),
    ACTIVITY_NAME: ("activity_id",),
    "birth_date": ("birth_date", "birth_year"),
    "birth_year": ("birth_year", "birth_date"),
}


@dataclass(frozen=True)
class Shown:
    """A cell as the table shows it: its words, the icon and tone of what is to be said about it, and that in words."""

    text: str
    mark: tuple[str, str] | None = None
    why: str = ""
    grounded: bool = False


def target_label(target: str | None) -> str:
    return _(targets()[target]) if target else _("not taken over")


def outcome_words(row: Row) -> tuple[str, str]:
    words, tone = OUTCOMES[row.outcome]
    return _(words), tone


def place_words(looked: Preview, row: Row) -> str:
    """Where a row stands in its file; on which sheet, where several are read as one."""
    sheet, number = looked.place(row)
    words = _("line {number}").format(number=format_number(number))
    return f"{apart(sheet)} · {words}" if looked.joined else words


def cell(looked: Preview, row: Row, target: str) -> Shown:
    """A cell as it will be taken, or as it stands in the file where it will not."""
    columns = _PARTS.get(target, (target,))
    changed = [name for name in columns if name in row.changes]
    fault = row.faults.get(target)
    if fault is None and changed:
        return Shown(_change_words(looked, row, changed), CHANGED_MARK, _("The office has another value."), True)
    text = _words_of(looked, row.values, columns) if target != ACTIVITY_CODE else ""
    typed = row.edits.get(target, row.texts.get(target, ""))
    if fault is None:
        return Shown(text or in_direction(target, typed))
    waits = fault.weight in (Weight.WAITS, Weight.MENDS)
    shown = in_direction(target, typed) if waits or not text else text
    return Shown(shown, MARKS[fault.weight], fault.words(), fault.weight is not Weight.PUT_RIGHT)


def in_direction(target: str, text: str) -> str:
    field = fields_of(Artisan).get(target)
    digits = target in (ACTIVITY_CODE, "birth_date") or (field is not None and field.script is Script.DIGITS)
    return isolate(text) if digits else text


def _words_of(looked: Preview, values: Mapping[str, Any], columns: Sequence[str]) -> str:
    return " · ".join(filter(None, (value_words(looked, name, values.get(name)) for name in columns)))


def _change_words(looked: Preview, row: Row, names: Sequence[str]) -> str:
    before = {name: row.changes[name][0] for name in names}
    after = {name: row.changes[name][1] for name in names}
    return arrow(_words_of(looked, before, names), _words_of(looked, after, names))


def arrow(before: str, after: str) -> str:
    """What was, and what it becomes."""
    sign = "←" if look().rtl else "→"
    return f"{apart(before)} {sign} {apart(after)}" if before else apart(after)


def value_words(looked: Preview, column: str, value: Any) -> str:
    """A value of an artisan's column in the words of the screen."""
    field = fields_of(Artisan)[column]
    ways: Mapping[Kind, Callable[[], str]] = {
        Kind.DATE: lambda: isolate(format_short(value)),
        Kind.CHOICE: lambda: _(field.choices[value]),
        Kind.RECORD: lambda: _record_words(looked, column, value),
        Kind.PHONE: lambda: isolate(group_phone(value)),
    }
    if value in (None, ""):
        return ""
    if column == "birth_year":
        return _("presumed {year}").format(year=value)
    words = ways.get(field.kind, lambda: str(value))()
    return isolate(words) if field.script is Script.DIGITS and field.kind not in ways else words


def _record_words(looked: Preview, column: str, key: str) -> str:
    arabic = language() == "ar"
    if column == "activity_id":
        return looked.lists.activity_name(key, arabic)
    return looked.lists.commune_name(key, arabic)


def column_label(column: str) -> str:
    return _(fields_of(Artisan)[column].label)


def told(fault: Fault) -> tuple[str, str, str]:
    """The icon, the tone and the words of a fault."""
    return (*MARKS[fault.weight], fault.words())
