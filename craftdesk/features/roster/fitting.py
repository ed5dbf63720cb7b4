"""The people who fit what was typed, best first, and why each of them does."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from craftdesk.base.i18n import N_, _
from craftdesk.base.names import fold
from craftdesk.base.numbers import apart
from craftdesk.data import questions
from craftdesk.data.questions import Part
from craftdesk.features.roster.asking import Asked, Asker, file_of
from craftdesk.features.roster.finding import Row, find, rows
from craftdesk.features.roster.marking import by_letters, by_sound, likest

SOUNDS_LIKE = N_("sounds like {name}")
REGISTER, CARD, NIN = N_("register number"), N_("card number"), N_("NIN")
SAME_PHONE, PHONE = N_("same phone"), N_("phone")
COMMUNE, ACTIVITY = N_("commune: {name}"), N_("activity: {name}")
_MORE = (
    "SELECT a.id, a.register_no, a.nin, a.phone, a.other_phone, a.card_no, c.folded, t.name_ar || ' ' || t.name_fr "
    "FROM json_each(?) k CROSS JOIN artisan a ON a.id = k.value "
    "LEFT JOIN commune c ON c.id = a.home_commune_id LEFT JOIN activity t ON t.id = a.activity_id"
)


class Reason(NamedTuple):
    """Why somebody fits whose name is not written as it was typed: a sentence, and the name that stands in it."""

    words: str
    name: str = ""

    def label(self) -> str:
        return _(self.words).format(name=apart(self.name))


@dataclass(frozen=True)
class Fit:
    """An artisan who fits: why, where it is not plain, and the pieces of the name and of what else is shown that do."""

    row: Row
    reasons: tuple[Reason, ...] = ()
    named: tuple[str, ...] = ()
    further: tuple[str, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        return self.named + self.further

    def why(self) -> str:
        return " · ".join(reason.label() for reason in self.reasons)

    def by_sound(self) -> bool:
        """Whether a part of the name only sounds as it was typed."""
        return any(reason.words == SOUNDS_LIKE for reason in self.reasons)


class Further(NamedTuple):
    """What a row does not tell and somebody may be found by."""

    register_no: str = ""
    nin: str = ""
    phone: str = ""
    other_phone: str = ""
    card_no: str = ""
    commune: str = ""
    activity: str = ""


Told = tuple[list[Reason], Sequence[str]]
"""Why a typed part fits, and the pieces it is written in."""


def people(asker: Asker, typed: str, limit: int) -> list[Fit]:
    """Whom the search gives for what was typed, the best first."""
    asked = Asked(typed.strip())
    if questions.asked(asked.text) is None:
        return []
    found = rows(asker, asked, find(asker, asked), 0, limit)
    return Fitting(asked.text, lambda keys: further(asker, keys)).of(found)


def further(asker: Asker, keys: Sequence[str]) -> dict[str, Further]:
    rows = file_of(asker).ask(_MORE, (json.dumps(keys),))
    return {key: Further(*(value or "" for value in values)) for key, *values in rows}


class Fitting:
    """What was typed, held against row after row; `ask` is asked where the names alone do not tell."""

    def __init__(self, typed: str, ask: Callable[[Sequence[str]], Mapping[str, Further]]) -> None:
        asked = questions.asked(typed)
        self._parts = asked.parts if asked else ()
        self._typed = typed
        self._ask = ask
        self._known: dict[str, Fit] = {}

    def at(self, row: Row) -> Fit:
        """Why this row fits; kept for the next time."""
        if row.key not in self._known:
            [self._known[row.key]] = self.of([row])
        return self._known[row.key]

    def of(self, rows: Sequence[Row]) -> list[Fit]:
        """Why these rows fit."""
        unsaid = [row.key for row in rows if not all(_in_names(row, part) for part in self._parts)]
        found = self._ask(unsaid) if unsaid else {}
        return [self._fit(row, found.get(row.key, Further())) for row in rows]

    def _fit(self, row: Row, further: Further) -> Fit:
        told = [self._told(row, part, further) for part in self._parts]
        reasons = _together(reason for some, _pieces in told for reason in some)
        named: dict[str, None] = {}
        others: dict[str, None] = {}
        for some, pieces in told:
            is_named = all(reason.words == SOUNDS_LIKE for reason in some)
            (named if is_named else others).update(dict.fromkeys(pieces))
        return Fit(row, reasons, tuple(named), tuple(others))

    def _told(self, row: Row, part: Part, further: Further) -> Told:
        if pieces := _in_names(row, part):
            return [], pieces
        if questions.is_number(part.text):
            return _number(part, further)
        ways = (self._placed(row, part, further), self._sounding(row, part), self._like(row, part))
        return next((way for way in ways if way), ([], ()))

    def _sounding(self, row: Row, part: Part) -> Told | None:
        pieces = [piece for name in _names(row) if (piece := by_sound(name, " ".join(part.words)))]
        return ([self._sounds(part)], pieces) if pieces else None

    def _like(self, row: Row, part: Part) -> Told | None:
        pieces = [piece for name in _names(row) if (piece := likest(name, " ".join(part.words)))]
        return ([self._sounds(part)], pieces) if pieces else None

    @staticmethod
    def _placed(row: Row, part: Part, further: Further) -> Told | None:
        named = ((COMMUNE, further.commune, row.commune), (ACTIVITY, further.activity, row.activity))
        for words, every, shown in named:
            if by_letters(every.replace("|", " "), part.words) or by_letters(shown, part.words):
                return [Reason(words, shown)], by_letters(shown, part.words) or [shown]
        return None

    def _sounds(self, part: Part) -> Reason:
        return Reason(SOUNDS_LIKE, _as_typed(self._typed, part))


def _together(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each sentence once, with all its names."""
    names: dict[str, dict[str, None]] = {}
    for reason in reasons:
        names.setdefault(reason.words, {})[reason.name] = None
    return tuple(Reason(words, " ".join(every)) for words, every in names.items())


def _names(row: Row) -> Iterator[str]:
    return filter(None, (row.name_ar, row.name_la))


def _in_names(row: Row, part: Part) -> list[str] | None:
    """The pieces of the name that are written as typed."""
    return next((pieces for name in _names(row) if (pieces := by_letters(name, part.words))), None)


def _number(part: Part, further: Further) -> Told:
    number = "".join(part.words)
    numbers = (number, *questions.phones(number))
    if pieces := by_letters(further.register_no, part.words):
        return [Reason(REGISTER)], pieces
    if number and further.nin.startswith(number):
        return [Reason(NIN)], ()
    for phone in filter(None, (further.phone, further.other_phone)):
        if fold(phone) in numbers:
            return [Reason(SAME_PHONE)], [phone]
        if fold(phone).startswith(numbers):
            return [Reason(PHONE)], [phone]
    pieces = by_letters(further.card_no, part.words)
    return ([Reason(CARD)], pieces) if pieces else ([], ())


def _as_typed(typed: str, part: Part) -> str:
    """The part as it was written, before it was folded."""
    written = typed.split()
    for long in range(1, len(written) + 1):
        for begin in range(len(written) - long + 1):
            run = " ".join(written[begin : begin + long])
            if fold(run).replace(" ", "") == part.text:
                return run
    return " ".join(part.words)
