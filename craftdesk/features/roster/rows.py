"""The rows of a list: which lines hold people, and what each of them says."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from operator import itemgetter
from typing import Any, TypeAlias

from craftdesk.base.i18n import N_
from craftdesk.base.names import fold
from craftdesk.features.roster.cells import PHONES, Fault, Reader, Weight, readers, text_of
from craftdesk.features.roster.headings import (
    ACTIVITY_CODE,
    ACTIVITY_NAME,
    COUNTER,
    GIVEN_FIRST_AR,
    GIVEN_FIRST_LA,
    NAMES_AR,
    NAMES_LA,
    WILAYA,
    Columns,
)
from craftdesk.features.roster.lists import Lists
from craftdesk.features.roster.models import Outcome
from craftdesk.features.roster.naming import parted
from craftdesk.features.roster.reading import Line

_IDLE = frozenset({COUNTER, WILAYA})
_WHOLE_NAMES = (NAMES_AR, NAMES_LA, GIVEN_FIRST_AR, GIVEN_FIRST_LA)
_PARTS_OF_NAMES = ("family_ar", "given_ar", "family_la", "given_la")
_TOTALS = ("المجموع", "مجموع", "الاجمالي", "total", "totaux")
_MOST_IN_TOTAL = 4
_REMARK_BESIDE = 4
# What a clerk writes into a cell to say that there is nothing.
_NOTHING = frozenset(sign * count for sign in "-–—_/\\.*ـ" for count in range(1, 13)) | {"- -", "/ /", "--/--/----"}


NameKey: TypeAlias = tuple[str, date | int]
"""A name in one script without its spellings, and a birth."""


class Choice(StrEnum):
    """What the clerk decides about a twin, or about any row: to leave it out."""

    JOIN = "join"
    APART = "apart"
    LEAVE = "leave"


@dataclass(slots=True, eq=False)
class Row:
    """A row of a list: its texts, what they give, and what becomes of it.

    `texts` and `faults` go by what the columns are taken for, `values` and `changes` (before, after) by the columns
    of the artisan. `beside` is the artisan whom it repeats, changes or equals; `earlier` the row of the same file.
    """

    number: int
    texts: dict[str, str]
    digest: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    names: tuple[NameKey, ...] = ()
    faults: dict[str, Fault] = field(default_factory=dict)
    outcome: Outcome = Outcome.NEW
    why: Fault | None = None
    beside: str | None = None
    earlier: "Row | None" = None
    changes: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    choice: Choice | None = None
    edits: dict[str, str] = field(default_factory=dict)
    stored: str | None = None
    """The key of the stored row that this is."""

    def fault_weights(self) -> set[Weight]:
        return {fault.weight for fault in self.faults.values()}

    @property
    def to_mend(self) -> bool:
        return bool(self.faults) and any(fault.weight is Weight.MENDS for fault in self.faults.values())


class RowReader:
    """Turns the texts of rows into values and faults, by what the columns are taken for."""

    def __init__(self, targets: Iterable[str], lists: Lists) -> None:
        self.targets = [target for target in targets if target not in _IDLE]
        self._readers: list[tuple[str, Reader]] = list(zip(self.targets, readers(self.targets, lists), strict=True))
        self._whole = [target for target in _WHOLE_NAMES if target in self.targets]
        self._lists = lists
        self._digest = blake2b("|".join(sorted(self.targets)).encode(), digest_size=12)
        self._in_order = _picking(sorted(range(len(self.targets)), key=self.targets.__getitem__))

    @property
    def columns(self) -> set[str]:
        """The columns of the artisan that the rows may fill."""
        found = set(self.targets)
        if found.intersection(_WHOLE_NAMES):
            found |= set(_PARTS_OF_NAMES)
        if found & {ACTIVITY_CODE, ACTIVITY_NAME}:
            found.add("activity_id")
        if "phone" in found:
            found.add("other_phone")
        return found

    def digest(self, texts: Sequence[str]) -> str:
        """Knows the same texts again, whichever order their columns had."""
        digest = self._digest.copy()
        digest.update("\x1f".join(self._in_order(texts)).encode())
        return digest.hexdigest()

    def read(self, row: Row) -> None:
        """Work out the values and faults of a row from its texts and the clerk's edits."""
        values: dict[str, Any] = {}
        faults: dict[str, Fault] = {}
        texts = {**row.texts, **row.edits} if row.edits else row.texts
        for (target, reader), text in zip(self._readers, texts.values(), strict=False):
            if text:
                column, value, fault = reader(text)
                if column:
                    values[column] = value
                if fault is not None:
                    faults[target] = fault
        if PHONES in values:
            values["phone"], values["other_phone"] = values.pop(PHONES)[:2]
        if self._whole or NAMES_AR in values or NAMES_LA in values:
            _part_names(values)
        if ACTIVITY_NAME in values:
            self._name_activity(values, faults)
        row.values, row.faults = values, faults

    def _name_activity(self, values: dict[str, Any], faults: dict[str, Fault]) -> None:
        """The code says which activity it is; without one its name does."""
        name = values.pop(ACTIVITY_NAME)
        if "activity_id" in values or ACTIVITY_CODE in faults:
            return
        if key := self._lists.activity_of(name):
            values["activity_id"] = key
        else:
            message = N_("There is no activity “{text}” in the office's list.")
            faults[ACTIVITY_NAME] = Fault(Weight.WAITS, message, {"text": name})


def _part_names(values: dict[str, Any]) -> None:
    first_ar, first_la = GIVEN_FIRST_AR in values, GIVEN_FIRST_LA in values
    arabic = values.pop(NAMES_AR, "") or values.pop(GIVEN_FIRST_AR, "")
    latin = values.pop(NAMES_LA, "") or values.pop(GIVEN_FIRST_LA, "")
    names = parted(arabic, latin, first_ar, first_la)
    values.update(
        {column: name for column, name in zip(_PARTS_OF_NAMES, (*names.arabic, *names.latin), strict=True) if name}
    )


def _picking(places: Sequence[int]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """Picks these places out of a line, quickly."""
    return itemgetter(*places) if len(places) > 1 else lambda line: tuple(line[place] for place in places)


def rows_of(lines: Sequence[Line], columns: Columns, reader: RowReader) -> Iterator[Row]:
    """The people below the headings; empty lines, totals, remarks and headings printed again are passed over."""
    places = [columns.targets.index(target) for target in reader.targets]
    width, wanted = max(places) + 1, _picking(places)
    for number, line in enumerate(lines[columns.line + 1 :], columns.line + 2):
        cells = line if len(line) >= width else [*line, *[""] * (width - len(line))]
        texts = [cell.strip() if cell.__class__ is str else text_of(cell) for cell in wanted(cells)]
        if not _NOTHING.isdisjoint(texts):
            texts = ["" if text in _NOTHING else text for text in texts]
        if any(texts) and not _is_aside(line, columns, places):
            yield Row(number, dict(zip(reader.targets, texts, strict=True)), reader.digest(texts))


def _says(line: Line) -> list[str]:
    return [text_of(cell).strip() for cell in line if cell not in ("", None)]


def _is_aside(line: Line, columns: Columns, places: Sequence[int]) -> bool:
    """A total, a remark that stands alone, the headings of the next printed page, or the numbers of the columns."""
    place = places[0]
    for said in columns.said:
        if place < len(line) and place < len(said) and line[place] == said[place] and _says(line) == _says(said):
            return True
    if all(line[:_MOST_IN_TOTAL]):
        numbers = [str(number + 1) for number in range(len(line))]
        return len(line) > 1 and text_of(line[1]) == numbers[1] and _says(line) == numbers[: len(_says(line))]
    filled = [text_of(cell) for cell in line if cell not in ("", None)]
    if len(filled) == 1 and len(places) >= _REMARK_BESIDE:
        return True
    return len(filled) <= _MOST_IN_TOTAL and fold(filled[0]).startswith(_TOTALS) if filled else False
