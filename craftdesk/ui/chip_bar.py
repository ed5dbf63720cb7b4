"""The chips of a list under its search box, in as many lines as they need, and what belongs after them."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from craftdesk.ui.actions import ActionButton
from craftdesk.ui.direction import mirrored
from craftdesk.ui.filters import Chip
from craftdesk.ui.theme import px

GAP = 8
LINE = 32
EDGES = 12


class ChipBar(QWidget):
    """Chips one after the other, then the `rest`. Hidden while there is nothing to show.

    Arrows go from chip to chip; who takes one off by a key stands on the next; Esc tells `cleared`.
    """

    cleared = Signal()
    left = Signal()
    """the last chip went, and the focus with it"""

    def __init__(self, *rest: QWidget) -> None:
        super().__init__()
        self._rest = rest
        for widget in rest:
            widget.setParent(self)
        self.chips: list[Chip] = []
        self.hide()

    def show_chips(self, chips: Sequence[Chip], there: bool = True) -> None:
        """Show these instead of those before; the focus stays at the same place among them."""
        place = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for old in self.chips:
            old.hide()
            old.deleteLater()
        self.chips = list(chips)
        for chip in self.chips:
            chip.setParent(self)
            chip.given_up.connect(self.cleared)
            chip.stepped.connect(self._step)
            chip.show()
        self.setVisible(there)
        self._order_keys()
        self.lay_out()
        if place is not None:
            self.focus(place)

    def _order_keys(self) -> None:
        every = [*self.chips, *self._rest]
        for one, other in pairwise(every):
            QWidget.setTabOrder(one, other)

    def focus(self, place: int = -1) -> None:
        """Go to a chip, the last one by itself; away from here where there is none."""
        if self.chips:
            self.chips[min(place, len(self.chips) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit()

    def _step(self, step: int) -> None:
        now = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), 0)
        self.chips[max(0, min(now + step, len(self.chips) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def lay_out(self) -> None:
        """Put everything to its place, and take as many lines as that needs."""
        room, at, line = max(self.width(), px(200)), 0, 0
        for widget in (*self.chips, *self._rest):
            if widget.isHidden():
                continue
            wide = self._width(widget, room)
            if at and at + wide > room:
                at, line = 0, line + 1
            tall = min(widget.sizeHint().height(), px(LINE))
            top = line * px(LINE + 4) + (px(LINE) - tall) // 2
            widget.setGeometry(mirrored(QRect(at, top, wide, tall), QRect(0, 0, self.width(), px(LINE))))
            at += wide + px(GAP)
        self.setFixedHeight((line + 1) * px(LINE + 4) - px(4))

    @staticmethod
    def _width(widget: QWidget, room: int) -> int:
        """What a chip wants; a very long one is cut at the width of the line."""
        if isinstance(widget, Chip):
            widget.show_words(widget.words)
            over = widget.sizeHint().width() - room
            if over > 0:
                metrics = widget.fontMetrics()
                left = metrics.horizontalAdvance(widget.words) - over
                widget.show_words(metrics.elidedText(widget.words, Qt.TextElideMode.ElideRight, left))
        # Quiet buttons have no edges of their own to keep their words apart.
        edges = px(EDGES) if isinstance(widget, ActionButton) else 0
        return min(widget.sizeHint().width() + edges, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()
