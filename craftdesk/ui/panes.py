"""Parts of a page side by side whose shares the user may change; they are kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from craftdesk.ui import layouts
from craftdesk.ui.theme import px

BETWEEN = 12


class Panes(QSplitter):
    """`name` is that under which the shares are kept; no part becomes narrower than `least` says of it."""

    def __init__(self, orientation: Qt.Orientation, name: str, shares: Sequence[float], least: Sequence[int]) -> None:
        super().__init__(orientation)
        self._name, self._least = name, [px(each) for each in least]
        kept = layouts.saved(name)
        self._shares = kept if isinstance(kept, list) and len(kept) == len(shares) else list(shares)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(px(BETWEEN))
        self.splitterMoved.connect(self._keep)

    def hold(self, *parts: QWidget) -> None:
        """The parts, the leading or the upper one first."""
        for part, least in zip(parts, self._least, strict=True):
            if self.orientation() is Qt.Orientation.Horizontal:
                part.setMinimumWidth(least)
            else:
                part.setMinimumHeight(least)
            self.addWidget(part)

    def _keep(self) -> None:
        self._shares = self.sizes()
        layouts.save(self._name, self._shares)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._divide()
        super().resizeEvent(event)

    def _divide(self) -> None:
        """Give each part its share, and the room that is left over to the others."""
        across = self.orientation() is Qt.Orientation.Horizontal
        room = (self.width() if across else self.height()) - px(BETWEEN) * (len(self._shares) - 1)
        whole = sum(self._shares)
        self.setSizes(
            [max(least, round(room * each / whole)) for each, least in zip(self._shares, self._least, strict=True)]
        )
