"""The attendance grid: people by half-days, entered by the keyboard alone."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTableView, QVBoxLayout

from craftdesk.base.i18n import _
from craftdesk.features.training.models import Mark
from craftdesk.features.training.rules import Sheet
from craftdesk.features.training.ui.grid_model import GridModel
from craftdesk.features.training.ui.grid_painting import NUMBER_WIDTH, HalfDays, MarkPainter, Names
from craftdesk.ui.cards import row
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px, row_height

LETTERS = {
    "ح": Mark.PRESENT, "غ": Mark.ABSENT, "م": Mark.EXCUSED, "ت": Mark.LATE,
    "p": Mark.PRESENT, "a": Mark.ABSENT, "e": Mark.EXCUSED, "l": Mark.LATE, "r": Mark.LATE,
}  # fmt: skip
# What the keys of ح غ م ت write together with Shift on the Arabic keyboards of Windows and Linux.
SHIFTED = {"؛": Mark.PRESENT, "إ": Mark.ABSENT, "/": Mark.EXCUSED, "ـ": Mark.LATE}
NAMES_WIDTH = (170, 420)
CELL_WIDTH = (38, 104)
SHARE_WIDTH = 142

Cell = tuple[int, int]


class AttendanceGrid(QTableView):
    """Letters mark and go on downwards, then to the next half-day; Shift fills the column; Delete clears.

    The grid itself writes nothing: it asks, and shows what it is told was written.
    """

    marked = Signal(int, int, object)
    """row, column, Mark"""
    column_filled = Signal(int, object)
    """column, Mark: fill what is empty"""
    cells_filled = Signal(list, object)
    """chosen cells, Mark: fill what is empty of the days that have come"""
    refused = Signal(int)
    """column of a half-day that has not come yet: nothing is marked there"""
    cleared = Signal(list)
    """cells"""
    undone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.grid_model = GridModel()
        self.setModel(self.grid_model)
        self.setItemDelegate(MarkPainter(self.grid_model, self))
        self.setHorizontalHeader(HalfDays())
        names = Names()
        names.pressed.connect(self.choose_row)
        self.setVerticalHeader(names)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("Attendance"))
        self.verticalHeader().setDefaultSectionSize(row_height(False))
        self.verticalHeader().sectionDoubleClicked.connect(self.person_opened)
        self._dress_corner()

    person_opened = Signal(int)

    def _dress_corner(self) -> None:
        """The heading over the names stands where Qt leaves an empty button."""
        corner = self.findChild(QAbstractButton)
        if corner is None:
            return
        heading = row(Label(_("Participant"), "muted"))
        heading.setContentsMargins(px(NUMBER_WIDTH), 0, px(NUMBER_WIDTH), 0)
        outer = QVBoxLayout(corner)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(heading)
        corner.setEnabled(False)

    def show_sheet(self, sheet: Sheet) -> None:
        here = self.currentIndex()
        self.grid_model.take_marks(sheet)
        self._fit()
        if not self.currentIndex().isValid() and self.grid_model.rowCount():
            self.go_to(max(here.row(), 0), max(here.column(), 0))

    def go_to(self, line: int, column: int) -> None:
        """Stand on a cell, as near as there is one."""
        line = min(line, self.grid_model.rowCount() - 1)
        column = min(column, self.grid_model.columnCount() - 2)
        if line >= 0 and column >= 0:
            index = self.grid_model.index(line, column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def choose_row(self, line: int) -> None:
        """Choose all half-days of a person, so that one letter fills what is empty of them."""
        last = self.grid_model.columnCount() - 2
        how = QItemSelectionModel.SelectionFlag
        whole = QItemSelection(self.grid_model.index(line, 0), self.grid_model.index(line, last))
        self.selectionModel().setCurrentIndex(self.grid_model.index(line, 0), how.NoUpdate)
        self.selectionModel().select(whole, how.ClearAndSelect)

    def cells(self) -> list[Cell]:
        """The chosen cells that can hold a mark."""
        last = self.grid_model.columnCount() - 1
        return sorted((index.row(), index.column()) for index in self.selectedIndexes() if index.column() < last)

    def event(self, event: QEvent) -> bool:
        # The grid's own keys come before the window's shortcuts, such as Ctrl+Z of the message bar.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit(self.cells())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.choose_row(self.currentIndex().row())
        elif (mark := typed_mark(event)) is not None:
            self._enter(mark, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters are marks here, not names to go to."""

    def _enter(self, mark: Mark, whole_column: bool) -> None:
        here, cells = self.currentIndex(), self.cells()
        columns = [here.column()] if whole_column else [column for _line, column in cells]
        early = [column for column in columns if self.grid_model.is_early(column)]
        if early and len(early) == len(columns):
            self.refused.emit(early[0])
        elif whole_column and here.isValid():
            self.column_filled.emit(here.column(), mark)
        elif len(cells) > 1:
            self.cells_filled.emit(cells, mark)
        elif cells:
            self.marked.emit(*cells[0], mark)
            self.go_on()

    def go_on(self) -> None:
        """To the next person of the half-day, after the last one to the first of the next half-day."""
        line, column = self.currentIndex().row() + 1, self.currentIndex().column()
        if line >= self.grid_model.rowCount():
            if column + 1 >= self.grid_model.columnCount() - 1:
                return
            line, column = 0, column + 1
        self.go_to(line, column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Half-days as wide as there is room, narrow ones before any of them scrolls out of sight."""
        count = self.grid_model.columnCount() - 1
        if count < 0:
            return
        bar = self.verticalScrollBar().sizeHint().width() + px(4)
        room = self.width() - bar - px(SHARE_WIDTH)
        least, most = (px(each) for each in CELL_WIDTH)
        wide = max(least, min(most, (room - px(NAMES_WIDTH[0])) // max(count, 1)))
        names = max(px(NAMES_WIDTH[0]), min(room - wide * count, room))
        self.verticalHeader().setFixedWidth(names)
        for column in range(count):
            self.setColumnWidth(column, wide)
        self.setColumnWidth(count, px(SHARE_WIDTH))


def typed_mark(event: QKeyEvent) -> Mark | None:
    """The mark whose key was pressed, on an Arabic or a Latin keyboard, with or without Shift."""
    held = event.modifiers()
    if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return None
    text = event.text().casefold()
    if held & Qt.KeyboardModifier.ShiftModifier and text in SHIFTED:
        return SHIFTED[text]
    return LETTERS.get(text)


def _is_ours(event: QKeyEvent) -> bool:
    ours = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
    return ours or event.matches(QKeySequence.StandardKey.Undo) or typed_mark(event) is not None
