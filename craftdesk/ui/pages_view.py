"""The pages of a PDF file one below the other; only those in sight are drawn."""

from contextlib import closing
from functools import lru_cache

import pypdfium2
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from craftdesk.ui.theme import px, tone

GAP = 18
KEPT = 12
"""Drawn pages that are kept, so that scrolling back draws nothing anew."""
POINT = 96 / 72
"""Pixels of a point at 100 percent."""
SMALLEST, LARGEST, STEP = 0.3, 4.0, 1.2


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [document.get_page_size(number) for number in range(len(document))]


def draw(pdf: bytes, number: int, scale: float) -> QImage:
    """A page as a picture; `scale` in pixels a point. The file is open only meanwhile: that costs next to nothing."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        bitmap = document[number].render(scale=scale, prefer_bgrx=True)
        return QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()


class PagesView(QAbstractScrollArea):
    """Scrolls by wheel and keys, Ctrl+wheel zooms; tells the number of the page in sight (from 0)."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pdf = b""
        self._sizes: list[tuple[float, float]] = []
        self._zoom: float | None = None
        self._page = 0
        self._drawn = lru_cache(KEPT)(self._draw)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_file(self, pdf: bytes) -> None:
        self._pdf, self._sizes = pdf, sizes(pdf)
        self._drawn.cache_clear()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._scrolled()

    @property
    def zoom(self) -> float:
        """1.0 shows a page in its own size; fitted to the width until it is set."""
        if self._zoom is not None:
            return self._zoom
        widest = max((width for width, _height in self._sizes), default=595.0)
        room = self.viewport().width() - 2 * px(GAP)
        return max(SMALLEST, min(room / (widest * POINT), 1.6))

    def zoom_by(self, factor: float) -> None:
        self._set_zoom(max(SMALLEST, min(self.zoom * factor, LARGEST)))

    def fit_width(self) -> None:
        self._set_zoom(None)

    def go_to(self, page: int) -> None:
        if 0 <= page < len(self._sizes):
            self.verticalScrollBar().setValue(self._top(page) - px(GAP))

    @property
    def page(self) -> int:
        return self._page

    @property
    def pages(self) -> int:
        return len(self._sizes)

    def _set_zoom(self, zoom: float | None) -> None:
        page = self._page
        self._zoom = zoom
        self._drawn.cache_clear()
        self._lay_out()
        self.go_to(page)
        self.viewport().update()

    def _size(self, page: int) -> QSize:
        width, height = self._sizes[page]
        return QSize(round(width * POINT * self.zoom), round(height * POINT * self.zoom))

    def _top(self, page: int) -> int:
        return px(GAP) + sum(self._size(number).height() + px(GAP) for number in range(page))

    def _place(self, page: int) -> QRect:
        size = self._size(page)
        across = max(self.viewport().width(), size.width() + 2 * px(GAP))
        x = (across - size.width()) // 2 - self.horizontalScrollBar().value()
        return QRect(x, self._top(page) - self.verticalScrollBar().value(), size.width(), size.height())

    def _lay_out(self) -> None:
        """The scroll bars' ranges, for the pages at this zoom."""
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        widest = max((self._size(page).width() for page in range(len(self._sizes))), default=0)
        down.setRange(0, max(0, self._top(len(self._sizes)) - self.viewport().height()))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(px(40))
        across.setRange(0, max(0, widest + 2 * px(GAP) - self.viewport().width()))
        across.setPageStep(self.viewport().width())

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        page = max((number for number in range(len(self._sizes)) if self._top(number) <= middle), default=0)
        if page != self._page or not page:
            self._page = page
            self.turned.emit(page)

    def _draw(self, page: int) -> QImage:
        ratio = self.devicePixelRatioF()
        image = draw(self._pdf, page, POINT * self.zoom * ratio)
        image.setDevicePixelRatio(ratio)
        return image

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), tone("page"))
        for page in range(len(self._sizes)):
            place = self._place(page)
            if place.intersects(self.viewport().rect()):
                painter.fillRect(place.adjusted(-1, -1, 1, 1), tone("line"))
                painter.fillRect(place, QColor(Qt.GlobalColor.white))
                painter.drawImage(place, self._drawn(page))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn.cache_clear()
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step:
            self.go_to(self._page + step)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if event.key() == Qt.Key.Key_Home else len(self._sizes) - 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (bar.singleStep() if event.key() == Qt.Key.Key_Down else -bar.singleStep()))
        else:
            super().keyPressEvent(event)
