"""The line in which a text is searched for in a paper: the words, how many there are, the next and the one before."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import isolate
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import row
from craftdesk.ui.inputs import EntryLine
from craftdesk.ui.labels import Label
from craftdesk.ui.preview.search import MOST, PaperSearch
from craftdesk.ui.theme import px

WAIT = 150


class FindBar(QFrame):
    """Enter and F3 go on, Shift+F3 back, Esc closes."""

    closed = Signal()
    asked = Signal(str)

    def __init__(self, search: PaperSearch) -> None:
        super().__init__()
        self._search = search
        self.line = EntryLine()
        self.line.setPlaceholderText(_("Search in the paper"))
        self.line.setAccessibleName(_("Search in the paper"))
        self.count = Label("", "muted")
        has_hits = self.has_hits
        self.actions_ = [
            Action("", "ph.caret-down", search.step, "F3", has_hits, tip=N_("Next hit")),
            Action("", "ph.caret-up", lambda: search.step(forward=False), "Shift+F3", has_hits, tip=N_("Hit before")),
        ]
        close = Action("", "ph.x", self.close_, tip=N_("Close the search"))
        self.buttons = [ActionButton(each, small=True) for each in (*self.actions_, close)]
        line = row(self.line, self.count, *self.buttons)
        line.setStretch(0, 1)
        line.addStretch(1)
        self.setLayout(line)
        self.line.setMinimumWidth(px(200))
        self.setFocusProxy(self.line)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(lambda: self.asked.emit(self.line.text()))
        self.line.textChanged.connect(self._wait.start)
        search.changed.connect(self._say)

    def has_hits(self) -> bool:
        return bool(self._search.hits)

    def open(self) -> None:
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self.asked.emit(self.line.text())

    def close_(self) -> None:
        self.hide()
        self.asked.emit("")
        self.closed.emit()

    def _say(self) -> None:
        hits, now = len(self._search.hits), self._search.now
        for button in self.buttons:
            button.refresh()
        if hits:
            whole = f"{hits}+" if hits >= MOST else str(hits)
            self.count.setText(_("{number} of {count}").format(number=(now or 0) + 1, count=isolate(whole)))
        elif self._search.is_searching():
            self.count.setText(_("Searching"))
        else:
            self.count.setText(_("Not found") if self.line.text().strip() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._wait.stop()
            self.asked.emit(self.line.text())
            self._search.step(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)
