"""The card beside a list: where there is too little room for both it gives way, and a button brings it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from craftdesk.base.i18n import N_
from craftdesk.ui.actions import Action, ActionButton, bind
from craftdesk.ui.theme import px

KEY = "F6"
BETWEEN = 14


def nothing_needed() -> int:
    return 0


class Side(QWidget):
    """Holds the card; `needs` says how wide the list wants to be, in pixels of the screen.

    `button` stands wherever the page puts it, and is in sight only where the card has given way. Whoever hides the card
    itself, because there is nothing to show in it, hides all of this.
    """

    shown = Signal(bool)

    def __init__(self, card: QWidget, width: int, needs: Callable[[], int] = nothing_needed) -> None:
        super().__init__()
        self._card, self._width, self._needs = card, width, needs
        self._narrow = self._called = False
        self._turn = Action("", "ph.columns", self.turn, KEY, self.has_given_way, tip=N_("Card beside the list"))
        self.button = ActionButton(self._turn)
        self.button.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        card.setFixedWidth(px(width))
        card.installEventFilter(self)

    def hear_key(self, page: QWidget) -> None:
        """Let the key of the button be heard everywhere on the page."""
        bind(page, [self._turn])

    def has_given_way(self) -> bool:
        """Whether there is too little room, and the card shows only when it is called."""
        return self._narrow

    def fit(self, room: int) -> None:
        """Stand beside a list in so much room, or give way."""
        narrow = room - px(self._width + BETWEEN) < self._needs()
        if narrow != self._narrow:
            self._narrow = narrow
            self._show()

    def turn(self) -> None:
        """Call the card where it has given way, or send it away again."""
        self._called = not self._called
        self._show()

    def _show(self) -> None:
        there = not self._card.isHidden()
        self.setVisible(there and (self._called or not self._narrow))
        self.shown.emit(not self.isHidden())
        self.button.setVisible(there and self._narrow)
        self.button.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._show()
        return super().eventFilter(watched, event)
