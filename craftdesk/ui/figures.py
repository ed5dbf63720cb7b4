"""What the home page and the panels show at a glance: figures, bars, things to do, events."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import column, row
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label, Line
from craftdesk.ui.painting import paint_bar
from craftdesk.ui.theme import px

Run = Callable[[], object]
NARROWEST, BESIDE = 150, 12
"""A figure's least width, and the room between two."""


class Pressable(QFrame):
    """A part of a page that opens something, by mouse or by Enter."""

    def __init__(self, run: Run | None, words: str) -> None:
        super().__init__()
        self._run = run
        self.setAccessibleName(words)
        if run:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setProperty("pressable", True)

    def press(self) -> None:
        if self._run:
            self._run()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.press()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.press()
        else:
            super().keyPressEvent(event)


class StatCard(Pressable):
    """A figure with what it counts; `run` opens the records behind it."""

    def __init__(self, icon: str, figure: str, text: str, tone: str = "primary", run: Run | None = None) -> None:
        super().__init__(run, f"{figure} {text}")
        self.setProperty("role", "card")
        self.figure = Label(figure, "figure")
        self.words = Label(text[:1].upper() + text[1:], "muted", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), px(10), px(12), px(10))
        line.setSpacing(px(12))
        line.addWidget(IconLabel(icon, tone, 28))
        told = column(self.figure, self.words, spacing=0)
        # Where one of a row has two lines, all figures stay at one height.
        told.addStretch(1)
        line.addLayout(told, 1)


class StatRows(QWidget):
    """Figures side by side, each as wide as its words need; what does not fit goes into further rows, all alike."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: Sequence[StatCard] = ()
        self._across = 0
        self._rows = column(spacing=12)
        self.setLayout(self._rows)

    def show_cards(self, cards: Sequence[StatCard]) -> None:
        for old in self._cards:
            old.hide()
            old.deleteLater()
        self._cards, self._across = cards, 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._cards:
            return
        room = (self.width() + px(BESIDE)) // px(NARROWEST + BESIDE)
        rows = -(-len(self._cards) // max(room, 1))
        across = -(-len(self._cards) // rows)
        if across != self._across:
            self._across = across
            self._lay_out(across)

    def _lay_out(self, across: int) -> None:
        while (before := self._rows.takeAt(0)) is not None:
            if (line := before.layout()) is not None:
                line.deleteLater()
        for start in range(0, len(self._cards), across):
            line = row(spacing=BESIDE)
            for card in self._cards[start : start + across]:
                line.addWidget(card, 1)
            self._rows.addLayout(line)


class Bar(NamedTuple):
    """A line of a bar list: what, how many (as it is shown), and its length from 0 to 1."""

    title: str
    number: str
    share: float
    tone: str = "primary"


class BarList(QWidget):
    """Shares of a whole, one under the other."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        super().__init__()
        lines = column(spacing=6)
        for each in bars:
            title = row()
            title.addWidget(Label(each.title), 1)
            title.addWidget(Label(each.number, "muted"))
            lines.addLayout(title)
            lines.addWidget(ShareBar(each.share, each.tone))
            lines.addSpacing(px(4))
        self.setLayout(lines)


class ShareBar(QWidget):
    """A track filled from the leading side."""

    def __init__(self, share: float, tone: str = "primary", height: int = 12) -> None:
        super().__init__()
        self._share = share
        self._tone = tone
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, tone: str) -> None:
        self._share, self._tone = share, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(80), px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint_bar(painter, QRect(self.rect()), self._share, self._tone)
        painter.end()


class TaskRow(QWidget):
    """Something that waits for the clerk, with the one button that goes on with it."""

    def __init__(self, icon: str, title: str, detail: str, action: Action, tone: str = "copper_line") -> None:
        super().__init__()
        line = row(spacing=10)
        line.addWidget(IconLabel(icon, tone, 20))
        line.addLayout(column(Label(title, wrap=True), Label(detail, "muted", wrap=True), spacing=0), 1)
        self.button = ActionButton(action)
        line.addWidget(self.button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(5))
        outer.addLayout(line)
        outer.addWidget(Line())


class EventRow(Pressable):
    """Something that happened to a record; `run` opens it."""

    def __init__(self, icon: str, title: str, detail: str, tone: str = "primary", run: Run | None = None) -> None:
        super().__init__(run, f"{title} {detail}")
        self.setProperty("role", "event")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, px(2), 0, px(2))
        line.setSpacing(px(10))
        line.addWidget(IconLabel(icon, tone, 18), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(column(Label(title, wrap=True), Label(detail, "muted", wrap=True), spacing=0), 1)
