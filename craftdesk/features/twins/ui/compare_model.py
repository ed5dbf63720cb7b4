"""The records side by side: a line for every field, a column for everybody, and what was chosen."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from craftdesk.base.i18n import _
from craftdesk.base.numbers import format_number, isolate
from craftdesk.features.twins import proposing
from craftdesk.features.twins.proposing import REGISTER, Choice, State
from craftdesk.features.twins.reads import Seen
from craftdesk.features.twins.ui.words import value_words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
LABEL_ROLE = Qt.ItemDataRole.UserRole + 2
PERSON_ROLE = Qt.ItemDataRole.UserRole + 3
_IDENTITY = 7
"""So many lines, which say who it is, stand first in their order; then what differs comes before what is the same."""
_ORDER = (State.CONFLICT, State.SPELT, State.FILLED, State.SAME)


class Cell(NamedTuple):
    """A value as it is shown. `chosen` is None where there is nothing to choose."""

    text: str
    chosen: bool | None


class Label(NamedTuple):
    """What stands before a line."""

    text: str
    state: State


class Head(NamedTuple):
    """Whom a column is about."""

    seen: Seen
    stays: bool


class CompareModel(QAbstractTableModel):
    """The first lines are chosen from; the last tell what other features hold, all of which moves along."""

    def __init__(self) -> None:
        super().__init__()
        self.people: Sequence[Seen] = ()
        self.choices: list[Choice] = []
        self.kept = 0
        self._held: list[tuple[str, list[str]]] = []

    def show_people(self, people: Sequence[Seen]) -> None:
        self.beginResetModel()
        self.people = people
        sides = [each.side for each in people]
        self.kept = proposing.stays(sides) if sides else 0
        self.choices = _in_order(proposing.choices(sides, self.kept)) if sides else []
        titles = dict.fromkeys(held.title for each in people for held in each.held)
        self._held = [(title, [_count(each, title) for each in people]) for title in titles]
        self.endResetModel()

    def choose(self, row: int, column: int) -> None:
        """Let this person's value stand; the register number says whose record stays."""
        if row >= len(self.choices) or not any(self.choices[row].values[column]):
            return
        self.choices[row] = self.choices[row]._replace(chosen=column)
        if self.choices[row].line.name == REGISTER:
            self.kept = column
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.people) - 1)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.people) - 1))

    def wanted(self) -> dict[str, Any]:
        """The values as they were chosen."""
        sides = [each.side for each in self.people]
        return proposing.with_spare_phones(proposing.wanted(self.choices), sides)

    def key(self, column: int) -> str:
        return self.people[column].side.artisan.id

    def first_doubt(self) -> tuple[int, int]:
        """The first line where values contradict each other, at one that is not proposed."""
        for row, choice in enumerate(self.choices):
            if choice.state is State.CONFLICT and choice.chosen is not None:
                others = [at for at, values in enumerate(choice.values) if at != choice.chosen and any(values)]
                return row, others[0]
        return 0, self.kept

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.choices) + len(self._held)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self._cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            label = self._label(index.row()).text
            return " · ".join(filter(None, (label, cell.text, _("chosen") if cell.chosen else "")))
        return None

    def _cell(self, row: int, column: int) -> Cell:
        if row >= len(self.choices):
            return Cell(self._held[row - len(self.choices)][1][column], None)
        choice = self.choices[row]
        text = value_words(self.people[column].side.artisan, choice.line, choice.values[column])
        if choice.state is State.SAME or not text:
            return Cell(text, None)
        stands = choice.chosen is None or choice.values[choice.chosen] == choice.values[column]
        return Cell(text, stands)

    def _label(self, row: int) -> Label:
        if row >= len(self.choices):
            return Label(self._held[row - len(self.choices)][0], State.SAME)
        return Label(_(self.choices[row].line.label), self.choices[row].state)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            label = self._label(section)
            return label if role == LABEL_ROLE else _told(label, role)
        if role == PERSON_ROLE:
            return Head(self.people[section], section == self.kept)
        return self.people[section].side.artisan.label() if role == Qt.ItemDataRole.DisplayRole else None


def _told(label: Label, role: int) -> str | None:
    if role == Qt.ItemDataRole.ToolTipRole and label.state is State.CONFLICT:
        return _("{label}: the records contradict each other").format(label=label.text)
    return label.text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


def _in_order(choices: Sequence[Choice]) -> list[Choice]:
    identity = {line.name for line in proposing.lines()[:_IDENTITY]}
    return sorted(choices, key=lambda each: -1 if each.line.name in identity else _ORDER.index(each.state))


def _count(seen: Seen, title: str) -> str:
    rows = next((len(held.rows) for held in seen.held if held.title == title), 0)
    return isolate(format_number(rows)) if rows else ""
