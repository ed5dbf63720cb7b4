"""The list of every page: choosing, opening, sorting, the context menu, and columns arranged as the user left them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStackedLayout, QTableView, QVBoxLayout, QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.ui.actions import Action, bind, menu
from craftdesk.ui.arrangement import Arrangement
from craftdesk.ui.cards import EmptyState
from craftdesk.ui.cells import CellPainter
from craftdesk.ui.columns import Column, Style
from craftdesk.ui.direction import plain
from craftdesk.ui.headings import Headings
from craftdesk.ui.keeping import LISTS
from craftdesk.ui.model import Key, TableModel
from craftdesk.ui.source import Source
from craftdesk.ui.theme import px, row_height

__all__ = ["Column", "Source", "Style", "TableModel", "TableView"]

EXPORT = "Ctrl+E"
EXPORTS = "exports"
"""The property by which a window tells how it writes a list into a file."""

Row = TypeVar("Row")


def _whole() -> object:
    """All of a list is shown."""
    return None


class Grid(QTableView):
    """The table itself: whole rows, and typing letters goes to whoever searches."""

    typed = Signal(str)
    opened = Signal(int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(CellPainter(self))
        self.setHorizontalHeader(Headings())
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        # Qt would walk through every row of the source to find one that begins so.
        self.typed.emit(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.model().rowCount():
            # Qt has gone to the first row without choosing it; its own selectRow finds no column from right to left.
            self.setCurrentIndex(self.model().index(max(self.currentIndex().row(), 0), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class TableView(QFrame, Generic[Row]):
    """A list on its card. Give it a `name` and it keeps its columns as the user arranged them, per direction.

    `actions` stand in its menu and their keys are heard here; `page_actions` stand there too, but the page hears their
    keys: heard twice, a key does nothing.

    The window around it may write it into a file (`exporting`); `asked` then tells which part of a list is shown,
    `narrowed` says that in words, and a list that is not `personal` leaves without further questions.
    """

    chosen = Signal(object)
    opened = Signal(object)
    sorted_by = Signal(str, bool)
    typed = Signal(str)
    kept_in_turn = LISTS

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        name: str = "",
        key: Key[Row] | None = None,
        actions: Sequence[Action] = (),
        empty: EmptyState | None = None,
        page_actions: Sequence[Action] = (),
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.name = name
        self.asked: Callable[[], object] = _whole
        self.narrowed: Callable[[], Sequence[str]] = list
        self.personal = True
        self.exporting = Action("", "ph.export", self.export, EXPORT, tip=N_("Write the list into a file"))
        self.model = TableModel[Row](columns, key)
        self.grid = Grid()
        self._actions = (*page_actions, *actions)
        self._dress(empty or EmptyState("ph.tray", _("Nothing here yet")))
        self.arrangement = Arrangement(self.grid, columns, name)
        self._connect()
        bind(self, actions)

    def _dress(self, empty: QWidget) -> None:
        self._stack = QStackedLayout()
        # Square corners inside a round frame: the rows keep clear of it.
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, px(5), 1, px(5))
        inside.addLayout(self._stack)
        self.grid.setModel(self.model)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(empty)
        rows = self.grid.verticalHeader()
        rows.setMinimumSectionSize(px(20))
        rows.setDefaultSectionSize(row_height(any(column.second for column in self.model.columns)))
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.headings.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self.grid.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.grid.opened.connect(lambda place: self.opened.emit(self.model.row_at(place)))
        self.grid.typed.connect(self.typed)
        self.grid.resized.connect(self.arrangement.fit)
        self.grid.customContextMenuRequested.connect(self._show_menu)
        self.headings.customContextMenuRequested.connect(self.arrangement.choose)
        self.headings.sectionClicked.connect(self.sort)

    @property
    def headings(self) -> Headings:
        header = self.grid.horizontalHeader()
        assert isinstance(header, Headings)
        return header

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows that are all here, sorted as the user last asked."""

        def change() -> None:
            self.model.show_rows(rows)
            if self.headings.sorted_by:
                self.model.sort_by(*self.headings.sorted_by)

        self._showing(change)

    def show_source(self, source: Source[Row]) -> None:
        """Show rows that are asked for as they come into sight."""
        self._showing(lambda: self.model.show_source(source))

    def _showing(self, change: Callable[[], object]) -> None:
        """Change the rows, and stay at the row where the user was."""
        key, place = self.model.key_of(self.row()), self.grid.currentIndex().row()
        seen = self.grid.verticalScrollBar().value()
        change()
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        found = self.model.place_of(key, place) if key else None
        if found is not None:
            self.grid.verticalScrollBar().setValue(seen)
            self._go_to(found)
        elif place >= 0:
            self.chosen.emit(None)

    def wanted_width(self) -> int:
        """In which its columns can be read."""
        return self.arrangement.wanted() + px(12)

    def row(self) -> Row | None:
        """The row where the cursor stands."""
        return self.model.row_at(self.grid.currentIndex().row())

    def rows(self) -> list[Row]:
        """The chosen rows, in the order of the list."""
        chosen = cast("Iterable[QItemSelectionRange]", self.grid.selectionModel().selection())
        spans = sorted((span.top(), span.bottom()) for span in chosen)
        found = (self.model.row_at(at) for top, bottom in spans for at in range(top, bottom + 1))
        return [row for row in found if row is not None]

    def select(self, key: str) -> bool:
        """Go to the row with this key; False where it is not in the list."""
        place = self.model.place_of(key)
        if place is not None:
            self._go_to(place)
        return place is not None

    def _go_to(self, place: int) -> None:
        index = self.model.index(place, 0)
        how = QItemSelectionModel.SelectionFlag
        self.grid.selectionModel().setCurrentIndex(index, how.ClearAndSelect | how.Rows)
        self.grid.scrollTo(index)

    def sort(self, column: int) -> None:
        """Sort by a column, or turn the order round if it sorts already."""
        now = self.headings.sorted_by
        wanted = (column, bool(now and now[0] == column and not now[1]))
        key = self.model.columns[column].sort
        if self.model.windowed and not key:
            return
        self.show_sorted(*wanted)
        if self.model.windowed:
            self.sorted_by.emit(key, wanted[1])
        else:
            self._showing(lambda: self.model.sort_by(*wanted))

    def kept(self) -> tuple[tuple[int, bool] | None, str | None]:
        return self.headings.sorted_by, self.model.key_of(self.row())

    def take_up(self, kept: tuple[tuple[int, bool] | None, str | None]) -> None:
        order, key = kept
        if order is not None:
            self.headings.sorted_by = (order[0], not order[1]) if order[1] else None
            self.sort(order[0])
        if key is not None:
            self.select(key)

    def show_sorted(self, column: int, descending: bool = False) -> None:
        """Mark the column by which the rows come sorted."""
        self.headings.sorted_by = (column, descending)
        self.headings.viewport().update()

    def set_empty(self, empty: EmptyState) -> None:
        """What stands there when there are no rows: nothing yet, or nothing found."""
        if (old := self._stack.widget(1)) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.insertWidget(1, empty)
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.row())

    def _show_menu(self, at: QPoint) -> None:
        further = [replace(self.exporting, title=N_("Export"))] if self.can_export() else []
        if (self._actions or further) and self.grid.indexAt(at).isValid():
            menu([*self._actions, *further], self).popup(self.grid.viewport().mapToGlobal(at))

    def can_export(self) -> bool:
        return callable(self.window().property(EXPORTS))

    def export(self) -> None:
        """Let the window write the list into a file."""
        run = self.window().property(EXPORTS)
        if callable(run):
            run(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
        else:
            super().keyPressEvent(event)

    def text(self) -> str:
        """The chosen rows as a spreadsheet takes them, without invisible marks."""
        columns = [
            column for place, column in enumerate(self.model.columns) if not self.headings.isSectionHidden(place)
        ]
        return "\n".join("\t".join(plain(column.text(row)) for column in columns) for row in self.rows())
