"""What a change of many will do to each of them: before and after, who has it already, who cannot have it and why."""

import json
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from craftdesk.base.dates import format_short, today
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import isolate
from craftdesk.data.file import File
from craftdesk.data.model import fields_of
from craftdesk.data.types import to_json
from craftdesk.features.roster import finding
from craftdesk.features.roster.asking import label_column
from craftdesk.features.roster.finding import Row
from craftdesk.features.roster.listing import keys_of
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.orders import Rows

STATUS, REMARKS = "status", "remarks"
FIELDS = (
    *("home_commune_id", "activity_id", STATUS, "rank", "form", "premises", "metal", "activity_commune_id"),
    *("card_until", "tax_regime", "tax_office", "tax_collector", REMARKS),
)
"""What can be changed on many cards, in the order in which it is offered."""
NEEDED = frozenset({STATUS, "rank", "form", REMARKS})
"""These cannot be emptied."""
AT_ONCE = 2000
LATER_STEP = N_("The last change was on {day}: this one cannot be before it.")
_TABLES = {"home_commune_id": "commune", "activity_commune_id": "commune", "activity_id": "activity"}
_MARK = " · "


class Fate(StrEnum):
    """What becomes of a card."""

    CHANGES = "changes"
    SAME = "same"
    CANNOT = "cannot"


@dataclass(frozen=True)
class Change:
    """A field and what it shall hold; a status has its day, its reason and its paper, a remark is added."""

    field: str
    value: Any = None
    day: date = made(default_factory=today)
    reason: str = ""
    paper: str = ""

    def fault(self) -> tuple[str, str] | None:
        """What is wrong with it whoever is meant: the sentence and its field."""
        if self.field in NEEDED and not self.value:
            return _("Choose or write what it shall be."), "value"
        if self.field == STATUS and self.day > today():
            return _("This day is still to come."), "day"
        check = fields_of(Artisan)[self.field].check
        problem = check(self.value) if check and self.value is not None else None
        return (problem, "value") if problem else None


@dataclass(frozen=True)
class Plan:
    """The rows of the table by what becomes of them, in the order of the list."""

    change: Change
    rows: Mapping[Fate, Rows]

    def number(self, fate: Fate) -> int:
        return len(self.rows[fate])

    @property
    def total(self) -> int:
        return sum(map(len, self.rows.values()))


class Turn(NamedTuple):
    """A card before and after, in words."""

    row: Row
    fate: Fate
    before: str
    after: str
    why: str = ""

    @property
    def key(self) -> str:
        return self.row.key


class Held(NamedTuple):
    """What a card holds of what is to be changed, as the file has it."""

    number: int
    key: str
    value: Any
    last_step: str | None
    mend: str | None


def no_step(_done: int, _total: int, _text: str = "") -> None:
    """Nobody waits."""


def numbers_of(file: File, keys: Sequence[str]) -> Rows:
    """The rows of these artisans, in their order."""
    picked = "SELECT a.rowid FROM json_each(?) k CROSS JOIN artisan a ON a.id = k.value ORDER BY k.key"
    return array("I", file.walk(picked, (json.dumps(list(keys)),)))


def planned(file: File, numbers: Rows, change: Change, step: Callable[..., None] = no_step) -> Plan:
    """Who changes, who has it already, who cannot."""
    rows: dict[Fate, Rows] = {fate: array("I") for fate in Fate}
    for at in range(0, len(numbers), AT_ONCE):
        step(at, len(numbers))
        for held in holding(file, numbers[at : at + AT_ONCE], change):
            rows[fate_of(held, change)].append(held.number)
    return Plan(change, rows)


def holding(file: File, numbers: Rows, change: Change) -> Iterator[Held]:
    last = "(SELECT max(s.day) FROM status_change s WHERE s.artisan_id = a.id)" if change.field == STATUS else "NULL"
    found = file.pairs(
        f"SELECT a.rowid, a.id, a.{change.field}, {last}, a.mend FROM json_each(?) k "
        "CROSS JOIN artisan a ON a.rowid = k.value ORDER BY k.key",
        (json.dumps(list(numbers)),),
    )
    return map(Held._make, found)


def fate_of(held: Held, change: Change) -> Fate:
    if change.field == REMARKS:
        return Fate.SAME if change.value in (held.value or "").splitlines() else Fate.CHANGES
    if held.value == to_json(change.value):
        return Fate.SAME
    return Fate.CANNOT if is_too_early(held, change) else Fate.CHANGES


def is_too_early(held: Held, change: Change) -> bool:
    """Whether the history of the status has a later step."""
    return change.field == STATUS and held.last_step is not None and change.day.isoformat() < held.last_step


def after(held: Held, change: Change) -> Any:
    """What the card holds then, as the file has it."""
    if change.field == REMARKS:
        return "\n".join(filter(None, (held.value, change.value)))
    return to_json(change.value)


def turns(file: File, plan: Plan, fate: Fate | None, offset: int, limit: int) -> list[Turn]:
    """Cards before and after, of one fate or all: those that change first, then those that cannot."""
    every = [plan.rows[each] for each in (Fate.CHANGES, Fate.CANNOT, Fate.SAME) if fate in (None, each)]
    numbers: Rows = array("I")
    for rows in every:
        numbers += rows[max(offset, 0) : max(offset, 0) + limit - len(numbers)]
        offset -= len(rows)
    rows_by_key = {row.key: row for row in finding.rows_of(file, keys_of(file, numbers))}
    words = _words(file, plan.change.field)
    return [_turn(rows_by_key[held.key], held, plan.change, words) for held in holding(file, numbers, plan.change)]


def _turn(row: Row, held: Held, change: Change, words: Callable[[Any], str]) -> Turn:
    fate = fate_of(held, change)
    why = ""
    if fate is Fate.CANNOT:
        day = date.fromisoformat(held.last_step or "")
        why = _(LATER_STEP).format(day=isolate(format_short(day)))
    then = held.value if fate is not Fate.CHANGES else after(held, change)
    return Turn(row, fate, words(held.value), words(then), why)


def _words(file: File, name: str) -> Callable[[Any], str]:
    """How values of a field are said."""
    if table := _TABLES.get(name):
        asked = f"SELECT id, coalesce(nullif({label_column()}, ''), name_ar) FROM {table}"
        labels = dict(file.ask(asked))
        return lambda value: labels.get(value, value or "")
    if choices := fields_of(Artisan)[name].choices:
        return lambda value: _(choices[value]) if value in choices else ""
    if name == "card_until":
        return lambda value: isolate(format_short(date.fromisoformat(value))) if value else ""
    return lambda value: _MARK.join((value or "").splitlines())
