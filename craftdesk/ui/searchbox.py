"""The one search over everything: type, see what is found under it, Enter goes there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from craftdesk.base.i18n import _
from craftdesk.ui.actions import keys
from craftdesk.ui.cards import row
from craftdesk.ui.direction import leading
from craftdesk.ui.icons import icon
from craftdesk.ui.labels import Label
from craftdesk.ui.suggestions import Choice, Suggestions
from craftdesk.ui.theme import px

WAIT = 90


@dataclass(frozen=True)
class Hit(Choice):
    """Something found; `key` says what to open."""


class SearchBox(QWidget):
    """Ctrl+K comes here from anywhere in the window; Esc empties it and goes back to where one was.

    `left` is told instead where that is not there any more.
    """

    picked = Signal(object)
    left = Signal()
    SHORTCUT = "Ctrl+K"

    def __init__(self, search: Callable[[str], Sequence[Hit]], placeholder: str = "", width: int = 260) -> None:
        super().__init__()
        self._search = search
        self.line = _SearchLine(self)
        self.line.setPlaceholderText(placeholder or _("Search everything"))
        self.line.setFixedWidth(px(width))
        self.line.addAction(icon("ph.magnifying-glass", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.suggestions = Suggestions(self.line)
        self.suggestions.picked.connect(self._picked)
        self.suggestions.given_up.connect(self.leave)
        self._before: QWidget | None = None
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._remember)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.look)
        self.line.textEdited.connect(self._typed)
        self.setLayout(row(self.line, Label(keys(self.SHORTCUT), "muted"), spacing=12))
        self.setFocusProxy(self.line)

    def bind(self, window: QWidget) -> None:
        """Let the shortcut work everywhere in `window`."""
        QShortcut(QKeySequence(self.SHORTCUT), window).activated.connect(self.go)

    def go(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def leave(self) -> None:
        """Forget the words, and go back to where the focus was."""
        self._wait.stop()
        self.suggestions.close_list()
        self.line.clear()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible() and before.window() is self.window():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _remember(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is self.line and old is not None:
            self._before = old

    def look(self) -> None:
        """Search for what is written now."""
        self._wait.stop()
        text = self.line.text().strip()
        if not text:
            self.suggestions.close_list()
            return
        hits = self._search(text)
        self.suggestions.offer(hits or [Hit("", _("Nothing found"), "", "ph.magnifying-glass")], first=bool(hits))

    def _typed(self) -> None:
        self._wait.start()

    def _picked(self, hit: Hit) -> None:
        if hit.key:
            self.line.clear()
            self.picked.emit(hit)


class _SearchLine(QLineEdit):
    def __init__(self, box: SearchBox) -> None:
        super().__init__(box)
        self._box = box
        self.setAlignment(leading())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._box.look()
        elif event.key() == Qt.Key.Key_Escape:
            self._box.leave()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Esc is meant for this line, even where the page around it has a shortcut of that key.
        if event.type() == QEvent.Type.ShortcutOverride and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)
