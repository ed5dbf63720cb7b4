"""The records side by side, chosen from and decided on by the keyboard alone."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTableView

from craftdesk.base.i18n import _
from craftdesk.features.twins.ui.compare_model import CompareModel
from craftdesk.features.twins.ui.compare_painting import LINE, CellPainter, Labels, People
from craftdesk.ui.theme import px

LABELS = (112, 168)
"""The least and the greatest width of the labels."""
_JOIN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompareGrid(QTableView):
    """Arrows go from value to value, Space chooses one; Enter joins, Delete says that they are not the same person."""

    joined = Signal()
    told_apart = Signal()
    next_wished = Signal()
    last_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.compared = CompareModel()
        self.setModel(self.compared)
        self.setItemDelegate(CellPainter(self))
        self.setHorizontalHeader(People())
        self.setVerticalHeader(Labels())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("The records side by side"))
        self.verticalHeader().setDefaultSectionSize(px(LINE))
        self.clicked.connect(self._choose)
        if (corner := self.findChild(QAbstractButton)) is not None:
            corner.setEnabled(False)

    def stand_at_doubt(self) -> None:
        """Go where a choice may be needed, so that Space makes it."""
        if self.compared.rowCount():
            index = self.compared.index(*self.compared.first_doubt())
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollToTop()
            self.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        self.compared.choose(index.row(), index.column())

    def event(self, event: QEvent) -> bool:
        # Its own keys come before the page's and the window's shortcuts.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        elif self.compared.rowCount():
            act()

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does here; None for those of every table."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return None
        if event.key() in _JOIN:
            return self.joined.emit
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Delete: self.told_apart.emit,
            Qt.Key.Key_PageDown: self.next_wished.emit,
            Qt.Key.Key_PageUp: self.last_wished.emit,
            Qt.Key.Key_Space: lambda: self._choose(self.currentIndex()),
        }
        return acts.get(event.key())

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters go nowhere here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least, most = map(px, LABELS)
        self.verticalHeader().setFixedWidth(max(least, min(most, self.width() // 4)))
