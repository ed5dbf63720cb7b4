"""The pages small, one below the other, with their numbers: to see where one is and to go elsewhere."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame

from craftdesk.ui.preview.file import A4, PaperFile
from craftdesk.ui.preview.strip import GAP, POINT, PageStrip
from craftdesk.ui.preview.worker import PageWorker
from craftdesk.ui.theme import font, look, px, tone

WIDTH, SIDE, BELOW = 148, 104, 20
"""The strip, the longer side of an upright page's width in it, and the room of a number."""
SMALL = 1
"""Its rank among what is drawn: after the pages themselves."""


class Thumbnails(PageStrip):
    """A click goes to a page; the one in sight is framed and kept in sight here too."""

    picked = Signal(int)

    def __init__(self, worker: PageWorker) -> None:
        super().__init__(worker, SMALL, BELOW)
        self.setFixedWidth(px(WIDTH))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = 0

    @property
    def zoom(self) -> float:
        return px(SIDE) / ((self.file.widest if self.file else A4[0]) * POINT * look().scale)

    def show_paper(self, file: PaperFile, stay: bool = False) -> None:
        if not stay:
            self._pictures.clear()
        self.hold(file)

    def show_page(self, page: int) -> None:
        """Frame the page in sight and scroll to it."""
        self._page = page
        if self.pages and self.isVisible():
            place, bar = self.place(min(page, self.pages - 1)), self.verticalScrollBar()
            room = self.viewport().rect()
            if place.top() < px(GAP) or place.bottom() + px(BELOW) > room.bottom():
                bar.setValue(bar.value() + place.center().y() - room.center().y())
        self.viewport().update()

    def paint_over(self, painter: QPainter, page: int, place: QRect) -> None:
        now = page == self._page
        if now:
            painter.setPen(QPen(tone("primary"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-px(2), -px(2), px(1), px(1)))
        painter.setPen(tone("primary" if now else "muted"))
        painter.setFont(font(12))
        number = QRect(place.left(), place.bottom() + px(3), place.width(), px(BELOW))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(page + 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        page = self.page_at(round(event.position().y()) + self.verticalScrollBar().value())
        if self.pages:
            self.picked.emit(page)
