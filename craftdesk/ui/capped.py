"""A place as high as what it holds, up to a height from which it scrolls: what stands below keeps its room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from craftdesk.ui.cards import column
from craftdesk.ui.theme import px


class Capped(QScrollArea):
    """Fill `lines`, then call `fit`."""

    def __init__(self, highest: int, spacing: int = 8) -> None:
        super().__init__()
        self.highest = highest
        inside = QWidget()
        inside.setProperty("role", "plain")
        self.lines: QVBoxLayout = column(spacing=spacing)
        inside.setLayout(self.lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def fit(self) -> None:
        """Take as much height as is needed now and allowed."""
        self.lines.invalidate()
        wide = max(self.viewport().width(), px(200))
        needed = max(self.lines.totalHeightForWidth(wide), self.lines.totalMinimumSize().height())
        self.setFixedHeight(min(needed, px(self.highest)) if self.lines.count() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)
