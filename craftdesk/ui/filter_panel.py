"""What opens under the button of the filters: a line to type in, and under it what there is to choose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from craftdesk.base.numbers import format_number
from craftdesk.ui.direction import leading, mirrored, trailing
from craftdesk.ui.icons import chevron, paint_icon
from craftdesk.ui.labels import Label
from craftdesk.ui.painting import paint_line
from craftdesk.ui.theme import font, px, tone

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
WIDE, MOST_SHOWN = 400, 9
WAIT = 60


@dataclass(frozen=True)
class Entry:
    """Something to choose: its key and words, a small line below, how many it leaves, whether it is chosen.

    `leads` to further choices; what does not can be ticked.
    """

    key: Any
    title: str
    detail: str = ""
    number: int | None = None
    ticked: bool = False
    leads: bool = False
    icon: str = ""


Offer = Callable[[str], Sequence[Entry]]


class _Entries(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole and entry.number is not None:
            return f"{entry.title} {format_number(entry.number)}"
        return entry.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class _EntryPainter(QStyledItemDelegate):
    """A sign, the words, and the number at the end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - six hundred names, not needed to start

        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tone("selection"))
        inside = rect.adjusted(px(12), 0, -px(12), 0)
        sign = QRect(inside.left(), inside.center().y() - px(9), px(18), px(18))
        paint_icon(painter, mirrored(sign, inside), *_sign(entry))
        end = QRect(inside.right() - px(76), inside.top(), px(76), inside.height())
        self._end(painter, mirrored(end, inside), entry)
        self._words(painter, mirrored(inside.adjusted(px(30), 0, -px(80), 0), inside), entry)
        painter.restore()

    def _end(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        if entry.leads:
            side = QRect(
                rect.left() if leading() & Qt.AlignmentFlag.AlignRight else rect.right() - px(14), 0, px(14), 14
            )
            side.moveCenter(QPoint(side.center().x(), rect.center().y()))
            paint_icon(painter, side, chevron(), "faint")
        elif entry.number is not None:
            painter.setFont(font(13))
            painter.setPen(tone("muted" if entry.number else "faint"))
            painter.drawText(rect, trailing(), format_number(entry.number))

    def _words(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        faint = "faint" if entry.number == 0 and not entry.ticked else "text"
        if not entry.detail:
            paint_line(painter, rect, entry.title, font(14), faint)
            return
        middle = rect.center().y()
        paint_line(painter, QRect(rect.left(), middle - px(19), rect.width(), px(21)), entry.title, font(14), faint)
        lower = QRect(rect.left(), middle + px(1), rect.width(), px(17))
        paint_line(painter, lower, entry.detail, font(12), "muted")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(px(120), _height(index.data(Qt.ItemDataRole.UserRole)))


def _sign(entry: Entry) -> tuple[str, str]:
    if entry.icon:
        return entry.icon, "primary"
    return ("ph.check-square", "primary") if entry.ticked else ("ph.square", "faint")


def _height(entry: Entry) -> int:
    return px(44 if entry.detail else 34)


class FilterPanel(QFrame):
    """Opens under a widget, inside its window. Enter chooses and closes; after an arrow Space ticks and stays.

    Esc closes; Backspace in the empty line tells `went_back`. The keyboard stays in the line.
    """

    chosen = Signal(object)
    ticked = Signal(object)
    went_back = Signal()
    renamed = Signal(object)
    removed = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()
        self.title = Label("", "label")
        self.line = QLineEdit()
        self.line.setAlignment(leading())
        self._hint = Label("", "muted", wrap=True)
        self._model = _Entries()
        self.list = QListView()
        self._dress_list()
        self._offer: Offer | None = None
        self._anchor: QWidget | None = None
        self._moved = False
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.look)
        self.line.textEdited.connect(self._edited)
        self.line.installEventFilter(self)
        self._lay_out()

    def _dress_list(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(_EntryPainter(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._clicked)

    def _lay_out(self) -> None:
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(px(8), px(8), px(8), px(8))
        outer.setSpacing(px(6))
        for widget in (self.title, self.line, self.list, self._hint):
            outer.addWidget(widget, 1 if widget is self.list else 0)

    def entries(self) -> Sequence[Entry]:
        return self._model.entries

    def is_open(self) -> bool:
        return self.isVisible()

    def open_at(self, anchor: QWidget, title: str, placeholder: str, offer: Offer, hint: str = "") -> None:
        """Open under `anchor` with what `offer` gives for what is typed."""
        self._anchor, self._offer = anchor, offer
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.line.setPlaceholderText(placeholder)
        self.line.clear()
        window = anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.look()
        self.show()
        self.raise_()
        self.line.setFocus()
        self._place()
        cast("QApplication", QApplication.instance()).installEventFilter(self)

    def look(self) -> None:
        """Show what fits what is typed, the first ready for Enter; the same one where it is still there."""
        self._wait.stop()
        if self._offer is None:
            return
        before = self.entry()
        entries = self._offer(self.line.text().strip())
        self._model.show_entries(entries)
        same = next((at for at, each in enumerate(entries) if before is not None and each.key == before.key), 0)
        self.list.setCurrentIndex(self._model.index(same if self._moved else 0, 0))
        if self.isVisible():
            self._place()

    def entry(self) -> Entry | None:
        place = self.list.currentIndex().row()
        return self._model.entries[place] if 0 <= place < len(self._model.entries) else None

    def close_panel(self) -> None:
        if not self.isVisible():
            return
        self._wait.stop()
        cast("QApplication", QApplication.instance()).removeEventFilter(self)
        self.hide()
        self.closed.emit()

    def _edited(self) -> None:
        self._moved = False
        self._wait.start()

    def _place(self) -> None:
        if self._anchor is None:
            return
        window = self._anchor.window()
        shown = self._model.entries[:MOST_SHOWN]
        self.list.setFixedHeight(max(sum(map(_height, shown)), px(34)) + px(6))
        wide = min(px(WIDE), window.width() - px(16))
        tall = self._outer.totalHeightForWidth(wide) if self._outer.hasHeightForWidth() else self.sizeHint().height()
        start = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + px(4)))
        left = start.x() + self._anchor.width() - wide if leading() & Qt.AlignmentFlag.AlignRight else start.x()
        left = max(px(8), min(left, window.width() - wide - px(8)))
        over = max(0, start.y() + tall - (window.height() - px(8)))
        if over:
            self.list.setFixedHeight(max(self.list.height() - over, px(70)))
            tall -= over
        self.setGeometry(left, start.y(), wide, tall)

    def _clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        entry = self.entry()
        if entry is not None:
            (self.chosen if entry.leads or entry.icon else self.ticked).emit(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isVisible():
            return False
        if watched is self.line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                # While the panel is open, Esc closes it; a shortcut of the page does not take it away.
                event.setAccepted(event.key() in _OWN_KEYS)
                return event.isAccepted()
            return event.type() == QEvent.Type.KeyPress and self._key(event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._pressed(watched)
        return False

    def _pressed(self, watched: QObject) -> None:
        """A press beside the panel closes it."""
        inside = watched in (self, self._anchor) or (isinstance(watched, QWidget) and self.isAncestorOf(watched))
        if isinstance(watched, QWidget) and not inside:
            self.close_panel()

    def _key(self, event: QKeyEvent) -> bool:
        steps: dict[int, int] = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: MOST_SHOWN,
            Qt.Key.Key_PageUp: -MOST_SHOWN,
        }
        if step := steps.get(event.key()):
            self._go(step)
            return True
        return self._act(event)

    def _go(self, step: int) -> None:
        here = self.list.currentIndex().row()
        self._moved = True
        self.list.setCurrentIndex(self._model.index(max(0, min(here + step, len(self._model.entries) - 1)), 0))

    def _act(self, event: QKeyEvent) -> bool:
        key, entry = event.key(), self.entry()
        if key == Qt.Key.Key_Escape:
            self.close_panel()
        elif key == Qt.Key.Key_Backspace and not self.line.text():
            self.went_back.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(entry)
        elif entry is not None and self._moved and key in _ON_ENTRY:
            (self.ticked, self.renamed, self.removed)[_ON_ENTRY.index(Qt.Key(key))].emit(entry)
        else:
            return False
        return True

    def _choose(self, entry: Entry | None) -> None:
        # What was typed last may not have been looked for yet.
        if self._wait.isActive():
            self.look()
            entry = self.entry()
        if entry is not None:
            self.chosen.emit(entry)


_ON_ENTRY = (Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_Delete)
"""Keys that mean the entry, once an arrow has gone to it."""
_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_Delete)
