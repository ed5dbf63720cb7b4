"""The columns of a list to choose among: Space takes one or leaves it, Alt with an arrow moves it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_number
from craftdesk.desk.exporting.columns import ExportColumn
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import column, row
from craftdesk.ui.direction import mirrored
from craftdesk.ui.icons import paint_icon
from craftdesk.ui.labels import Label
from craftdesk.ui.painting import paint_line
from craftdesk.ui.theme import font, px, tone

NAME = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
TALL, BOX, EDGE = 32, 18, 10


class _Painter(QStyledItemDelegate):
    """A box with a tick, and the name of the column."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tone("selection"))
        taken = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        box = QRect(rect.left() + px(EDGE), rect.center().y() - px(BOX) // 2, px(BOX), px(BOX))
        words = rect.adjusted(px(EDGE + BOX + 10), 0, -px(EDGE), 0)
        box, words = mirrored(box, rect), mirrored(words, rect)
        painter.setPen(tone("primary" if taken else "faint"))
        painter.setBrush(tone("primary" if taken else "surface"))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), px(5), px(5))
        if taken:
            paint_icon(painter, box.adjusted(px(3), px(3), -px(3), -px(3)), "ph.check-bold", "on_primary")
        paint_line(painter, words, str(index.data()), font(14), "text" if taken else "muted")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(px(160), px(TALL))


class _List(QListWidget):
    """Takes or leaves a column by Space or by a click on its box."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Painter(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAccessibleName(_("Columns"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            turn(self.currentItem())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        item = self.itemAt(at)
        if item is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place = self.visualItemRect(item)
        room = px(EDGE + BOX + 6)
        if mirrored(QRect(place.left(), place.top(), room, place.height()), place).contains(at):
            turn(item)


def turn(item: QListWidgetItem) -> None:
    taken = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if taken else Qt.CheckState.Checked)


class ColumnList(QWidget):
    """`chosen` gives the names of those that are taken, in their order."""

    changed = Signal()

    def __init__(self, columns: Sequence[ExportColumn[Any]], kept: Sequence[str]) -> None:
        super().__init__()
        self._columns = {each.name: each for each in columns}
        self.list = _List()
        self._told = Label("", "muted")
        self._fill([name for name in kept if name in self._columns])
        self.list.itemChanged.connect(self._tell)
        self.list.model().rowsMoved.connect(self._tell)
        self.list.moved.connect(self.move_current)
        buttons = row(spacing=6)
        for action in (
            Action("", "ph.caret-up", lambda: self.move_current(-1), "Alt+Up", tip=N_("Move the column up")),
            Action("", "ph.caret-down", lambda: self.move_current(1), "Alt+Down", tip=N_("Move the column down")),
            Action(N_("All"), "", self.take_all),
            Action(N_("As usual"), "", self.take_usual),
        ):
            buttons.addWidget(ActionButton(action, small=True))
        buttons.addStretch(1)
        buttons.addWidget(self._told)
        outer = column(spacing=10)
        outer.addWidget(self.list, 1)
        outer.addLayout(buttons)
        self.setLayout(outer)
        self._tell()

    def _fill(self, chosen: Sequence[str]) -> None:
        """Those that are taken first, in their order."""
        usual = [name for name, each in self._columns.items() if each.usual]
        taken = list(chosen) or usual
        # What was never chosen otherwise stays in the order in which it is declared.
        order = list(self._columns) if taken == usual else [*taken, *(n for n in self._columns if n not in taken)]
        self.list.clear()
        for name in order:
            item = QListWidgetItem(_(self._columns[name].title))
            item.setData(NAME, name)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(Qt.CheckState.Checked if name in taken else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def chosen(self) -> list[str]:
        return [each.data(NAME) for each in self._items() if each.checkState() == Qt.CheckState.Checked]

    def choose(self, names: Sequence[str]) -> None:
        """Take these, in this order."""
        self._fill(names)
        self._tell()

    def take_all(self) -> None:
        for each in self._items():
            each.setCheckState(Qt.CheckState.Checked)

    def take_usual(self) -> None:
        self.choose([])

    def move_current(self, step: int) -> None:
        """Move the column on which the cursor stands."""
        place = self.list.currentRow()
        wanted = place + step
        if place >= 0 and 0 <= wanted < self.list.count():
            self.list.insertItem(wanted, self.list.takeItem(place))
            self.list.setCurrentRow(wanted)
            self._tell()

    def _tell(self) -> None:
        told = _("{chosen} of {all}")
        chosen, every = format_number(len(self.chosen())), format_number(len(self._columns))
        self._told.setText(told.format(chosen=chosen, all=every))
        self.changed.emit()
