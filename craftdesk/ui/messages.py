"""What the program says: a bar at the bottom with Undo instead of a question, and notices that stay on a page."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from craftdesk.base.i18n import _
from craftdesk.ui.actions import Action, ActionButton, keys
from craftdesk.ui.cards import clear, row
from craftdesk.ui.icons import IconLabel, icon
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px


class Mood(StrEnum):
    """What kind of message it is; the icon and the word say it, not the colour alone."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


ICONS = {Mood.GOOD: "ph.check-circle", Mood.WARN: "ph.warning", Mood.BAD: "ph.warning-circle"}
SECONDS = {Mood.GOOD: 8, Mood.WARN: 15, Mood.BAD: 0}
SECONDS_WITH_ACTIONS = 30


@dataclass(frozen=True)
class Message:
    """A sentence with up to two actions; the one whose shortcut is Ctrl+Z takes back what was done.

    `seconds` of 0 let it stand until it is closed or the next comes.
    """

    text: str
    mood: Mood = Mood.GOOD
    actions: Sequence[Action] = field(default_factory=tuple)
    seconds: int | None = None

    def lasting(self) -> int:
        if self.seconds is not None:
            return self.seconds
        seconds = SECONDS[self.mood]
        return max(seconds, SECONDS_WITH_ACTIONS) if seconds and self.actions else seconds


class MessageBar(QFrame):
    """Shows one message; what comes meanwhile waits a moment for its turn, so that nothing flashes by unread."""

    shown = Signal(object)
    emptied = Signal()
    AT_LEAST = 1500

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._waiting: deque[Message] = deque()
        self._now: Message | None = None
        self._sign = IconLabel("ph.check-circle", "bar_good", 20)
        self._words = Label("", "on_bar", wrap=True)
        self._buttons = row(spacing=4)
        self._undo = QShortcut(QKeySequence("Ctrl+Z"), self)
        self._undo.setContext(Qt.ShortcutContext.WindowShortcut)
        self._undo.setEnabled(False)
        self._undo.activated.connect(self._take_back)
        self._time = QTimer(self, singleShot=True)
        self._time.timeout.connect(self.close_message)
        self._turn = QTimer(self, singleShot=True, interval=self.AT_LEAST)
        self._turn.timeout.connect(self._next)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        close = QPushButton(icon("ph.x", "on_bar"), "")
        close.setProperty("role", "on_bar")
        close.setToolTip(_("Close"))
        close.setAccessibleName(_("Close"))
        close.setIconSize(QSize(px(14), px(14)))
        close.clicked.connect(self.close_message)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(14), px(4), px(8), px(4))
        line.setSpacing(px(10))
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        line.addLayout(self._buttons)
        line.addWidget(close)
        self.setMinimumHeight(px(38))

    def tell(self, message: Message) -> None:
        """Show a message now, or when the one before has been readable for a moment."""
        if self._turn.isActive():
            self._waiting.append(message)
        else:
            self._show(message)

    def say(self, text: str, mood: Mood = Mood.GOOD, actions: Sequence[Action] = ()) -> None:
        self.tell(Message(text, mood, actions))

    def message(self) -> Message | None:
        return self._now

    def close_message(self) -> None:
        self._turn.stop()
        self._forget()
        self._next()

    def _show(self, message: Message) -> None:
        self._forget()
        self._now = message
        self._sign.show_icon(ICONS[message.mood], f"bar_{message.mood}")
        self._words.setText(message.text)
        for each in message.actions:
            self._buttons.addWidget(self._button(each))
        self._undo.setEnabled(any(each.shortcut == "Ctrl+Z" for each in message.actions))
        self._start_time()
        self._turn.start()
        self.show()
        self.shown.emit(message)

    def _button(self, action: Action) -> QPushButton:
        words = f"{_(action.title)}  {keys(action.shortcut)}" if action.shortcut else _(action.title)
        button = QPushButton(words)
        button.setProperty("role", "on_bar")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self._run(action))
        return button

    def _run(self, action: Action) -> None:
        # What the action says itself replaces this message, so this one goes first.
        self._turn.stop()
        self._forget()
        action.run()
        if self._now is None:
            self._next()

    def _take_back(self) -> None:
        if self._now:
            self._run(next(each for each in self._now.actions if each.shortcut == "Ctrl+Z"))

    def _forget(self) -> None:
        self._time.stop()
        self._undo.setEnabled(False)
        self._now = None
        clear(self._buttons)

    def _next(self) -> None:
        if self._waiting:
            self._show(self._waiting.popleft())
        elif self._now is None:
            self.hide()
            self.emptied.emit()

    def _start_time(self) -> None:
        if self._now and self._now.lasting():
            self._time.start(self._now.lasting() * 1000)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._time.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._start_time()


class Notice(QFrame):
    """A message that stays on a page as long as it is true, with what to do about it."""

    def __init__(self, text: str, mood: Mood = Mood.WARN, actions: Sequence[Action] = ()) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("mood", str(mood))
        self.words = Label(text, "", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(14), px(8), px(10), px(8))
        line.setSpacing(px(10))
        line.addWidget(IconLabel(ICONS[mood], str(mood), 20))
        line.addWidget(self.words, 1)
        for each in actions:
            line.addWidget(ActionButton(each, small=True))
