"""All keys at a glance, read from the shortcuts of the open page."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.ui.actions import ActionButton
from craftdesk.ui.cards import Card, Section, row
from craftdesk.ui.direction import code
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px

EVERYWHERE = (
    ("Ctrl+K", N_("Search everything")),
    ("Ctrl+1", N_("First place of the side bar, and so on to Ctrl+9")),
    ("Ctrl+N", N_("New record, from its list or from an open card")),
    ("Ctrl+Z", N_("Take back the last action")),
    ("Ctrl+S", N_("Save the form")),
    ("Esc", N_("Leave the form or the card")),
    ("Ctrl+Shift+P", N_("Print the last paper again")),
    ("F1", N_("This list")),
)
IN_LISTS = (
    ("Enter", N_("Open the chosen row")),
    ("↑ ↓", N_("Row above, row below")),
    ("Shift+↓", N_("Choose several rows")),
    ("Ctrl+C", N_("Copy the chosen rows for a spreadsheet")),
    ("Ctrl+E", N_("Write the list into a file")),
)


class Shortcuts(QDialog):
    """Closes by any key or click."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(_("Keyboard"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card = Card(_("Keyboard"))
        parts = row(_part(N_("Everywhere"), EVERYWHERE), _part(N_("In lists"), IN_LISTS), spacing=40)
        if here := list(_of_page(window)):
            parts.addWidget(_part(N_("On this page"), here))
        card.body.addLayout(parts)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(1), px(1), px(1), px(1))
        outer.addWidget(card)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: ARG002
        self.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self.accept()


def _part(title: str, lines: Iterable[tuple[str, str]]) -> Section:
    part = Section(_(title))
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(8))
    for place, (shortcut, words) in enumerate(lines):
        grid.addWidget(Label(code(shortcut), "strong"), place, 0)
        grid.addWidget(Label(_(words)), place, 1)
    part.body.addLayout(grid)
    part.body.addStretch(1)
    return part


def _of_page(window: QWidget) -> Iterable[tuple[str, str]]:
    """The shortcuts of the buttons in sight."""
    seen = {shortcut for shortcut, _words in (*EVERYWHERE, *IN_LISTS)}
    for button in window.findChildren(ActionButton):
        shortcut = button.action.shortcut
        if button.isVisible() and shortcut and shortcut not in seen:
            seen.add(shortcut)
            yield shortcut, button.action.title or button.action.tip
