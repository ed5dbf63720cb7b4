"""The rows of a list as the table asks for them: which columns the file has, what stands in a cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from craftdesk.features.roster.cells import text_of
from craftdesk.features.roster.headings import COUNTER
from craftdesk.features.roster.importing import Preview
from craftdesk.features.roster.reading import Line
from craftdesk.features.roster.rows import Row
from craftdesk.features.roster.ui.import_words import Shown, cell, target_label

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True)
class FileColumn:
    """A column of the file: its place there, its heading, and what it is taken for."""

    place: int
    heading: str
    target: str | None
    place_in_file: bool = True


class RowsModel(QAbstractTableModel):
    """The rows of one group; an edited cell is told and not kept here."""

    edited = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.looked: Preview | None = None
        self.rows: Sequence[Row] = ()
        self.columns: Sequence[FileColumn] = ()
        self._lines: Sequence[Line] = ()

    def show_rows(self, looked: Preview, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.looked, self.rows = looked, rows
        self.columns = _columns(looked)
        self._lines = looked.source.lines if looked.source else ()
        self.endResetModel()

    def repaint(self) -> None:
        """The rows were judged anew."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def target(self, column: int) -> str | None:
        return self.columns[column].target

    def shown(self, index: Index) -> Shown:
        row = self.rows[index.row()]
        column = self.columns[index.column()]
        if column.target is None or self.looked is None:
            return Shown(self._raw(row, column.place))
        return cell(self.looked, row, column.target)

    def _raw(self, row: Row, place: int) -> str:
        line = self._lines[row.number - 1] if row.number <= len(self._lines) else ()
        return text_of(line[place]) if place < len(line) else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.UserRole:
            return self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(index).text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.shown(index).why or None
        target = self.target(index.column())
        if role == Qt.ItemDataRole.EditRole and target:
            row = self.rows[index.row()]
            return row.edits.get(target, row.texts.get(target, ""))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ARG002
        target = self.target(index.column())
        if target is None or str(value).strip() == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self.edited.emit(self.rows[index.row()], target, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsEditable if self.target(index.column()) else usual

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].heading


def _columns(looked: Preview) -> list[FileColumn]:
    """The columns of the file that say something; those of rows from the office file by what they were taken for."""
    pairs = enumerate(zip(looked.columns.texts, looked.columns.targets, strict=True))
    every = [FileColumn(place, text, target) for place, (text, target) in pairs if text and target != COUNTER]
    if looked.book:
        return every
    return [FileColumn(column.place, target_label(column.target), column.target, False) for column in every]
