"""Pages one below the other in a place that scrolls; only what is in sight is drawn, beside the screens."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from craftdesk.ui.preview.file import PaperFile
from craftdesk.ui.preview.pictures import ROOM, Part, Pictures, parts
from craftdesk.ui.preview.worker import Job, PageWorker
from craftdesk.ui.theme import look, px, tone

GAP = 18
POINT = 96 / 72
"""Pixels of a point at 100 percent."""
GLIDE = 140
"""Milliseconds in which a turn of the wheel comes to rest."""
SCREENS = 5
"""So many times what fits the screen is kept at least."""
NOTCH = 120
"""What a wheel reports of one step."""


class PageStrip(QAbstractScrollArea):
    """What the pages of the preview and its small pictures have in common; `rank` says which is drawn first."""

    def __init__(self, worker: PageWorker, rank: int, below: int = 0) -> None:
        super().__init__()
        self.file: PaperFile | None = None
        self._worker = worker
        self._rank = rank
        self._below = below
        self._edition = 0
        self._tops: list[int] = [0]
        self._widest = 0
        self.scale = POINT
        """pixels of a point as shown now"""
        self._pictures = Pictures()
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setDuration(GLIDE)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        # The leading side of a page that is wider than its place is reached as on paper, not mirrored.
        self.horizontalScrollBar().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        worker.done.connect(self._take)

    @property
    def zoom(self) -> float:
        """1.0 shows a page in its own size."""
        raise NotImplementedError

    @property
    def pages(self) -> int:
        return len(self.file.sizes) if self.file else 0

    def hold(self, file: PaperFile | None) -> None:
        """Show another file; what was drawn of the one before stands until its pages are drawn anew."""
        self.file = file
        self._edition += 1
        self.lay_out()
        self.viewport().update()

    def size_of(self, page: int) -> QSize:
        width, height = self.file.sizes[page] if self.file else (0.0, 0.0)
        return QSize(max(1, round(width * self.scale)), max(1, round(height * self.scale)))

    def place(self, page: int) -> QRect:
        """Where a page stands in the viewport."""
        size = self.size_of(page)
        across = max(self.viewport().width(), self._widest + 2 * px(GAP))
        x = (across - size.width()) // 2 - self.horizontalScrollBar().value()
        return QRect(x, self._tops[page] - self.verticalScrollBar().value(), size.width(), size.height())

    def in_sight(self) -> range:
        """The pages that are at least partly seen."""
        top = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, top + self.viewport().height())
        return range(first, min(last, self.pages))

    def page_at(self, down: int) -> int:
        """The page at this height of the whole strip."""
        return max(0, min(bisect_right(self._tops, down) - 1, self.pages - 1))

    def lay_out(self) -> None:
        """Where each page begins at this zoom, and the scroll bars' ranges."""
        self.scale = POINT * look().scale * self.zoom
        tops, height, widest = [], px(GAP), 0
        for page in range(self.pages):
            size = self.size_of(page)
            tops.append(height)
            height += size.height() + px(GAP) + self._below
            widest = max(widest, size.width())
        self._tops, self._widest = [*tops, height], widest
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, height - self.viewport().height()))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(px(40))
        across.setRange(0, max(0, widest + 2 * px(GAP) - self.viewport().width()))
        across.setPageStep(self.viewport().width())

    def is_settled(self) -> bool:
        """Whether everything in sight is drawn."""
        return all(self._pictures.get(part) is not None for page in self.in_sight() for part in self._seen(page))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), tone("page"))
        for page in self.in_sight():
            place = self.place(page)
            painter.fillRect(place.adjusted(-1, -1, 1, 1), tone("line"))
            painter.fillRect(place, QColor(Qt.GlobalColor.white))
            self._paint_page(painter, page, place)
            self.paint_over(painter, page, place)
        painter.end()
        self._worker.wish(self._rank, dict(self._lacking()))

    def paint_over(self, painter: QPainter, page: int, place: QRect) -> None:
        """What a kind of strip shows on its pages or beside them."""

    def _paint_page(self, painter: QPainter, page: int, place: QRect) -> None:
        seen = list(self._seen(page))
        if any(self._pictures.get(part) is None for part in seen):
            for part, picture in self._pictures.others(page, self._pixels(page), self._edition):
                painter.drawImage(_scaled(part, place), picture)
        for part in seen:
            if (drawn := self._pictures.get(part)) is not None:
                painter.drawImage(_scaled(part, place), drawn)

    def _pixels(self, page: int) -> QSize:
        return self.size_of(page) * self.devicePixelRatioF()

    def _seen(self, page: int, margin: int = 0) -> Iterator[Part]:
        place, ratio = self.place(page), self.devicePixelRatioF()
        seen = self.viewport().rect().adjusted(0, -margin, 0, margin).translated(-place.topLeft())
        pixels = QRect(seen.topLeft() * ratio, seen.size() * ratio)
        return parts(page, self._pixels(page), pixels, self._edition)

    def _lacking(self) -> Iterator[tuple[Part, Job]]:
        """What is to be drawn: first what is in sight, then what comes next on either side."""
        if self.file is None:
            return
        near, margin = self.in_sight(), self.viewport().height() // 2
        around = range(max(0, near.start - 1), min(self.pages, near.stop + 1))
        for pages, beyond in ((near, 0), (around, margin)):
            for page in pages:
                for part in self._seen(page, beyond):
                    if self._pictures.get(part) is None:
                        yield part, partial(self.file.draw, page, QSize(*part.size), part.place)

    def _take(self, rank: int, part: object, picture: object) -> None:
        if rank != self._rank or not isinstance(part, Part) or not isinstance(picture, QImage):
            return
        if part.edition == self._edition and not picture.isNull():
            self._pictures.put(part, picture)
            if part.page in self.in_sight():
                self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What is in sight and next to it must find room, however large the screen is.
        seen = event.size() * self.devicePixelRatioF()
        self._pictures.room = max(ROOM, SCREENS * seen.width() * seen.height() * 4)
        self.lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if not turned or not event.pixelDelta().isNull() or abs(turned) < NOTCH:
            super().wheelEvent(event)
            return
        bar = self.verticalScrollBar()
        running = self._glide.state() == QPropertyAnimation.State.Running
        begin = int(self._glide.endValue()) if running else bar.value()
        self._glide.stop()
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(max(0, min(begin - turned * 3 * bar.singleStep() // NOTCH, bar.maximum())))
        self._glide.start()


def _scaled(part: Part, place: QRect) -> QRect:
    """Where a part of a page stands in the viewport, at whatever size it was drawn."""
    across, down = place.width() / part.size[0], place.height() / part.size[1]
    inside = part.place
    left, top = round(inside.left() * across), round(inside.top() * down)
    right, bottom = round((inside.right() + 1) * across), round((inside.bottom() + 1) * down)
    return QRect(place.left() + left, place.top() + top, right - left, bottom - top)
