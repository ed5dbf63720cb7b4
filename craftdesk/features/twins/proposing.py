"""Which of several values of one person should stand: the only one, the fuller one, the newer one."""

import enum
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from craftdesk.base.fields import Kind
from craftdesk.base.folding import fold
from craftdesk.base.i18n import N_
from craftdesk.data.model import fields_of
from craftdesk.features.roster import checks
from craftdesk.features.roster.models import Artisan, Status

_LOST = "?"


class Line(NamedTuple):
    """Columns that belong together and are chosen together."""

    label: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.columns[0]


_TOGETHER = (
    Line(N_("Name in Arabic"), ("family_ar", "given_ar")),
    Line(N_("Name in Latin letters"), ("family_la", "given_la")),
    Line(N_("Birth"), ("birth_date", "birth_year")),
    Line(N_("Registration"), ("register_no", "registered_on")),
    Line(N_("Card"), ("card_no", "card_kind", "card_issued_on", "card_until")),
)
REGISTER = "register_no"
"""Whose register number is chosen, that record stays."""
_FIRST = ("family_ar", "family_la", "sex", "birth_date", "nin", REGISTER, "status")


class State(enum.StrEnum):
    """How the values of a line lie to each other."""

    SAME = "same"
    FILLED = "filled"
    """One has what the other lacks."""
    SPELT = "spelt"
    """The same in another spelling, or one knows more of it."""
    CONFLICT = "conflict"


class Side(NamedTuple):
    """One of the people: the record, its last change in the journal, the last day of its status, what hangs on it."""

    artisan: Artisan
    changed: int
    status_on: date | None
    hanging: int


Values = tuple[Any, ...]


class Choice(NamedTuple):
    """A line with everybody's values. `chosen` is the place of the person whose values stand; None: all of them."""

    line: Line
    values: tuple[Values, ...]
    state: State
    chosen: int | None


@cache
def lines() -> tuple[Line, ...]:
    """All lines of a card: who it is first, then as the fields were declared."""
    heads = {line.name: line for line in _TOGETHER}
    inside = {name for line in _TOGETHER for name in line.columns[1:]}
    every = [
        heads.get(name) or Line(field.label, (name,))
        for name, field in fields_of(Artisan).items()
        if name not in inside and field.kind is not Kind.HIDDEN
    ]
    places = {name: place for place, name in enumerate(_FIRST)}
    return tuple(sorted(every, key=lambda line: places.get(line.name, len(places))))


def stays(sides: Sequence[Side]) -> int:
    """The place of the record that stays: registered, with a number, with more that hangs on it, the older one."""
    oldest_first = sorted(range(len(sides)), key=lambda place: sides[place].artisan.id)
    best: int = max(oldest_first, key=lambda place: _rank(sides[place]))
    return best


def _rank(side: Side) -> tuple[bool, bool, int]:
    return bool(side.artisan.register_no), side.artisan.status is Status.REGISTERED, side.hanging


def choices(sides: Sequence[Side], kept: int) -> list[Choice]:
    """Every line of which at least one knows something, with what is proposed when the record at `kept` stays."""
    found = [(line, tuple(_values(side.artisan, line) for side in sides)) for line in lines()]
    return [
        Choice(line, values, state(line, values), _proposed(line, values, sides, kept))
        for line, values in found
        if any(map(any, values))
    ]


def wanted(chosen: Sequence[Choice]) -> dict[str, Any]:
    """The values of the columns as they were chosen."""
    found: dict[str, Any] = {}
    for choice in chosen:
        values = _all(choice.values) if choice.chosen is None else choice.values[choice.chosen]
        found |= dict(zip(choice.line.columns, values, strict=True))
    return found


def _values(artisan: Artisan, line: Line) -> Values:
    return tuple(getattr(artisan, name) for name in line.columns)


def state(line: Line, values: Sequence[Values]) -> State:
    filled = [each for each in values if any(each)]
    if len(set(values)) == 1:
        return State.SAME
    if len({_plain(each) for each in filled}) == 1:
        return State.FILLED if len(filled) < len(values) else State.SPELT
    if line.name == "status" and Status.REQUESTED in {each[0] for each in filled} and len(set(filled)) == 2:
        return State.SPELT
    same_year = line.name == "birth_date" and len({_birth_year(each) for each in filled}) == 1
    return State.SPELT if same_year and any(each[0] is None for each in filled) else State.CONFLICT


def _plain(values: Values) -> Values:
    return tuple(fold(each).replace(" ", "") if isinstance(each, str) else each for each in values)


def _birth_year(values: Values) -> Any:
    return values[0].year if values[0] else values[1]


def _proposed(line: Line, values: Sequence[Values], sides: Sequence[Side], kept: int) -> int | None:
    """Among those who know something; of equal worth is the one that stays, then the one that was changed last."""
    filled = [place for place, each in enumerate(values) if any(each)]
    if line.name == REGISTER and kept in filled:
        return kept
    differ = state(line, values) is State.CONFLICT
    if differ and fields_of(Artisan)[line.name].kind is Kind.LONG_TEXT:
        return None
    name_like = line.name in ("family_ar", "family_la")

    def worth(place: int) -> tuple[Any, ...]:
        newer = sides[place].changed if differ and not name_like else 0
        return (*_fullness(line, values[place], sides[place]), newer, place == kept, sides[place].changed)

    best: int = max(filled, key=worth)
    return best


def _fullness(line: Line, values: Values, side: Side) -> tuple[Any, ...]:
    """How much a value says by itself, whatever stands beside it."""
    first = values[0]
    if line.name == "nin":
        return (checks.nin(first or "") is None,)
    if line.name == "status":
        return (first is not Status.REQUESTED, side.status_on or date.min)
    if line.name == "card_no":
        return (values[3] or date.min, values[2] or date.min)
    if line.name == "birth_date":
        return (first is not None,)
    whole = not any(isinstance(each, str) and _LOST in each for each in values)
    return (whole, sum(each is not None for each in values))


def _all(values: Sequence[Values]) -> Values:
    """Every text once, one under the other."""
    texts = list(dict.fromkeys(each[0].strip() for each in values if each[0]))
    return ("\n".join(texts),)


def with_spare_phones(values: Mapping[str, Any], sides: Sequence[Side]) -> dict[str, Any]:
    """A phone that was not chosen takes the place of the other phone where that is empty."""
    known = [getattr(side.artisan, name) for side in sides for name in ("phone", "other_phone")]
    spare = [each for each in known if each and each not in (values.get("phone"), values.get("other_phone"))]
    if not spare or values.get("other_phone"):
        return dict(values)
    return {**values, "other_phone": spare[0]}
