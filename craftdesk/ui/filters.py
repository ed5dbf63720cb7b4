"""Narrowing a list: a box to type in, and the chosen filters as chips that are taken off by a click."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from craftdesk.base.i18n import _
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, row
from craftdesk.ui.direction import leading, mirrored
from craftdesk.ui.icons import icon
from craftdesk.ui.keeping import FILTERS
from craftdesk.ui.theme import look, px

WAIT = 120


class FilterBox(QLineEdit):
    """Searches as one types, a moment after the last letter; Esc empties it, Down goes into the list.

    In the empty box Esc tells `given_up`, Backspace `went_back`: to what stands before it.
    """

    searched = Signal(str)
    went_down = Signal()
    given_up = Signal()
    went_back = Signal()
    kept_in_turn = FILTERS

    def __init__(self, placeholder: str, icon_name: str = "ph.funnel", width: int = 300) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAlignment(leading())
        self.addAction(icon(icon_name, "primary"), QLineEdit.ActionPosition.LeadingPosition)
        self._width = px(width)
        self.setMinimumWidth(px(160))
        self.setMaximumWidth(self._width)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._restart)

    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())

    def _restart(self) -> None:
        self._wait.start()

    def search_now(self) -> None:
        self._wait.stop()
        self.searched.emit(self.text())

    def rest(self) -> None:
        """Nothing is searched for what stands there: whoever put it there asks."""
        self._wait.stop()

    def type_on(self, letters: str) -> None:
        """Take over letters that were typed into the list; a space is the list's own."""
        if letters.strip():
            self.setFocus()
            self.insert(letters)

    def kept(self) -> str:
        return self.text()

    def take_up(self, kept: str) -> None:
        if kept != self.text():
            self.setText(kept)
            self.search_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.went_back.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            event.ignore()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search_now()
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class Chip(QPushButton):
    """A filter that is on. A click, Delete or Backspace takes it off; arrows go to the next, Esc tells `given_up`.

    One that can be changed (`edit`) opens by a click or by Enter, and is taken off by a click on its cross.
    Tones: primary, copper.
    """

    given_up = Signal()
    stepped = Signal(int)

    def __init__(
        self, text: str, remove: Callable[[], object], tone: str = "primary", edit: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setProperty("tone", tone)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words = text
        self._remove, self._edit = remove, edit
        self._crossed = False
        self.show_words(text)
        self.setToolTip(_("Remove this filter") if edit is None else _("Change this filter; Del removes it"))
        self.clicked.connect(self._run)

    def show_words(self, text: str) -> None:
        """Say this much, with the cross after it."""
        self.setText(f"{text}  ×")
        self.setAccessibleName(self.words)

    def remove(self) -> None:
        self._remove()

    def _run(self) -> None:
        crossed, self._crossed = self._crossed, False
        if self._edit is None or crossed:
            self._remove()
        else:
            self._edit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._crossed = self._edit is not None and self._cross().contains(event.position().toPoint())
        super().mouseReleaseEvent(event)

    def _cross(self) -> QRect:
        """Where the cross stands: at the trailing end."""
        wide = px(26)
        return mirrored(QRect(self.width() - wide, 0, wide, self.height()), self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif step := steps.get(event.key()):
            self.stepped.emit(-step if look().rtl else step)
        else:
            super().keyPressEvent(event)


def _chosen(choose: Callable[[str], object], value: str, checked: bool = False) -> None:  # noqa: ARG001
    choose(value)


class FilterRow(QWidget):
    """The box, a button that offers filters, and the chips of those that are on."""

    searched = Signal(str)

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.box = FilterBox(placeholder)
        self.box.searched.connect(self.searched)
        self.chips = row()
        # What a press does is open the menu.
        self._add = ActionButton(Action(_("Filter"), "ph.plus", lambda: None))
        self._add.setProperty("role", "flat")
        self._add.setMenu(QMenu(self._add))
        self._add.hide()
        outer = self._outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(8))
        outer.addWidget(self.box, 1)
        outer.addLayout(self.chips)
        outer.addWidget(self._add)

    def offer(self, title: str, choices: Mapping[str, str], choose: Callable[[str], object]) -> None:
        """A filter to be added: its choices by stored value and label; `choose` gets the value."""
        part = self._add.menu().addMenu(title)
        for value, label in choices.items():
            part.addAction(label).triggered.connect(partial(_chosen, choose, value))
        self._add.show()

    def offer_more(self, title: str, run: Callable[[], object]) -> None:
        """A filter whose value is asked for in a way of its own."""
        self._add.menu().addAction(title).triggered.connect(lambda _checked=False: run())
        self._add.show()

    def add_button(self, button: QWidget) -> None:
        """Let a button of the page's own stand at the end of the line."""
        self._outer.addWidget(button)

    def open_menu(self) -> None:
        """Offer the filters, for who comes by the keyboard."""
        self._add.showMenu()

    def add_chip(self, text: str, remove: Callable[[], object], tone: str = "primary") -> Chip:
        chip = Chip(text, remove, tone)
        self.chips.addWidget(chip)
        return chip

    def clear_chips(self) -> None:
        clear(self.chips)
