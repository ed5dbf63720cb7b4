"""One table model for every list, over rows that are all here or come when they are seen."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from craftdesk.base.i18n import _
from craftdesk.ui.cells import COLUMN_ROLE
from craftdesk.ui.columns import Column
from craftdesk.ui.headings import STYLE_ROLE
from craftdesk.ui.source import Source, Window

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Key = Callable[[Row], str]


class TableModel(QAbstractTableModel, Generic[Row]):
    """Shows rows by columns; the rows come and go as a whole."""

    def __init__(self, columns: Sequence[Column[Row]], key: Key[Row] | None = None) -> None:
        super().__init__()
        self.columns = columns
        self._key = key
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def show_source(self, source: Source[Row]) -> None:
        self.show_rows(Window(source))

    @property
    def windowed(self) -> bool:
        return isinstance(self._rows, Window)

    def sort_by(self, column: int, descending: bool) -> None:
        """Sort rows that are all here."""
        place = self.columns[column].place
        filled = [row for row in self._rows if not place(row)[0]]
        empty = [row for row in self._rows if place(row)[0]]
        self.show_rows([*sorted(filled, key=lambda row: place(row)[1], reverse=descending), *empty])

    def source(self) -> Source[Row]:
        """All rows, as they are shown now, for who reads them beside the screens."""
        rows = self._rows
        if isinstance(rows, Window):
            return rows.source
        held = list(rows)
        return Source(lambda: len(held), lambda offset, limit: held[offset : offset + limit])

    def row_at(self, place: int) -> Row | None:
        """The row at this place; None when it went away since it was counted."""
        try:
            return self._rows[place] if place >= 0 else None
        except IndexError:
            return None

    def place_of(self, key: str, near: int = -1) -> int | None:
        """Where the row with this key stands; rows that come when seen are looked for around `near`, not all read."""
        if self._key is None:
            return None
        rows = self._rows
        if isinstance(rows, Window):
            if rows.source.find:
                return rows.source.find(key)
            self.row_at(near)
            return next((at for at, row in rows.loaded().items() if self._key(row) == key), None)
        return next((at for at, row in enumerate(rows) if self._key(row) == key), None)

    def key_of(self, row: Row | None) -> str | None:
        return self._key(row) if self._key and row is not None else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self.columns[index.column()]
        if role == COLUMN_ROLE:
            return column
        if role not in (Qt.ItemDataRole.UserRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.row_at(index.row())
        if role == Qt.ItemDataRole.UserRole or row is None:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and column.second:
            return "\n".join(filter(None, (column.text(row), column.second(row))))
        return column.text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == STYLE_ROLE:
            return self.columns[section].style
        said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return _(self.columns[section].title) if said else None
