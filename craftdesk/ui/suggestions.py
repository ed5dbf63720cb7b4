"""The list that opens under a line while one types: a way to choose without leaving the keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from craftdesk.ui.direction import mirrored
from craftdesk.ui.icons import paint_icon
from craftdesk.ui.marks import paint_before, paint_marked
from craftdesk.ui.theme import font, px, tone

Index = QModelIndex | QPersistentModelIndex
MOST_SHOWN = 8
DETAILED = 400
"""The width at which a name, a trade and a commune are read in full."""
ROOT = QModelIndex()


@dataclass(frozen=True)
class Choice:
    """Something to choose: its key, its words, a small line below, an icon.

    `why` goes before the small line; the pieces that are `marks` stand on their ground.
    """

    key: str
    title: str
    detail: str = ""
    icon: str = ""
    why: str = ""
    marks: tuple[str, ...] = ()


class _Choices(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.choices: Sequence[Choice] = ()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return choice
        return choice.title if role == Qt.ItemDataRole.DisplayRole else None


class _Painter(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - six hundred names, not needed to start

        rect: QRect = option.rect
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tone("selection"))
        inside = rect.adjusted(px(12), 0, -px(12), 0)
        words = inside.adjusted(px(30) if choice.icon else 0, 0, 0, 0)
        if choice.icon:
            place = QRect(inside.left(), inside.center().y() - px(9), px(18), px(18))
            paint_icon(painter, mirrored(place, inside), choice.icon, "primary")
        self._write(painter, mirrored(words, inside), choice)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, choice: Choice) -> None:
        if not has_detail(choice):
            paint_marked(painter, rect, choice.title, font(14), "text", choice.marks)
            return
        middle = rect.center().y()
        upper = QRect(rect.left(), middle - px(20), rect.width(), px(21))
        paint_marked(painter, upper, choice.title, font(14), "text", choice.marks)
        lower = QRect(rect.left(), middle + px(1), rect.width(), px(17))
        rest = paint_before(painter, lower, choice.why, font(12), "copper") if choice.why else lower
        paint_marked(painter, rest, choice.detail, font(12), "muted", choice.marks)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(px(120), height(index.data(Qt.ItemDataRole.UserRole)))


def has_detail(choice: Choice) -> bool:
    """Whether it has a second line."""
    return bool(choice.detail or choice.why)


def height(choice: Choice) -> int:
    return px(46 if has_detail(choice) else 34)


class Suggestions(QFrame):
    """Opens under `line`, inside the same window; the keyboard stays with the line."""

    picked = Signal(object)
    closed = Signal()
    given_up = Signal()
    """closed by Esc"""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()
        self._line = line
        self._model = _Choices()
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self.pick(index.row()))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(2), px(2), px(2), px(2))
        outer.addWidget(self.list)
        line.installEventFilter(self)
        line.destroyed.connect(self.deleteLater)

    def choices(self) -> Sequence[Choice]:
        return self._model.choices

    def offer(self, choices: Sequence[Choice], first: bool = True) -> None:
        """Open with these choices (close when there are none); the first one is ready for Enter."""
        self._model.show_choices(choices)
        if not choices or not self._line.isVisible():
            self.close_list()
            return
        if first:
            self.list.setCurrentIndex(self._model.index(0, 0))
        self._place(sum(height(choice) for choice in choices[:MOST_SHOWN]) + px(10))
        self.show()
        self.raise_()

    def _place(self, tall: int) -> None:
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        below = self._line.mapTo(window, QPoint(0, self._line.height() + px(4)))
        above = self._line.mapTo(window, QPoint(0, -px(4)))
        room = window.height() - below.y() - px(8)
        start, wide = self._across(below.x())
        if room >= min(tall, px(160)):
            self.setGeometry(start, below.y(), wide, min(tall, room))
        else:
            tall = min(tall, above.y() - px(8))
            self.setGeometry(start, above.y() - tall, wide, tall)

    def _across(self, left: int) -> tuple[int, int]:
        """Where it begins and how wide it is: what has details opens wider than a narrow line, where there is room."""
        window, line = self._line.window().width(), self._line.width()
        detailed = any(map(has_detail, self._model.choices))
        wide = min(max(line, px(DETAILED) if detailed else 0), window - px(16))
        past = left + wide > window - px(8)
        return (left + line - wide if past else left), wide

    def is_open(self) -> bool:
        return self.isVisible()

    def close_list(self) -> None:
        self.hide()
        self.closed.emit()

    def pick(self, place: int) -> None:
        if 0 <= place < len(self._model.choices):
            chosen = self._model.choices[place]
            self.close_list()
            self.picked.emit(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and self.isVisible():
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event)
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
                # While the list is open, Esc closes it; a shortcut of the page does not take it away.
                event.setAccepted(event.key() == Qt.Key.Key_Escape)
                return event.isAccepted()
            if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
                self.close_list()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        steps: dict[int, int] = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: MOST_SHOWN,
            Qt.Key.Key_PageUp: -MOST_SHOWN,
        }
        here = self.list.currentIndex().row()
        if step := steps.get(event.key()):
            self.list.setCurrentIndex(self._model.index(max(0, min(here + step, len(self._model.choices) - 1)), 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here >= 0:
            self.pick(here)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_list()
            self.given_up.emit()
        else:
            return False
        return True
