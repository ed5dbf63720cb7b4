"""The pages of a paper to be read: zoomed, turned by keys, with what was found marked and what is chosen copied."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)

from craftdesk.ui.preview.choice import PageChoice
from craftdesk.ui.preview.file import A4, PaperFile, close_all
from craftdesk.ui.preview.strip import GAP, POINT, PageStrip
from craftdesk.ui.preview.worker import PageWorker
from craftdesk.ui.theme import look, px

SMALLEST, LARGEST, STEP = 0.2, 5.0, 1.2
WIDEST = 1.6
"""No page is fitted to a wide screen at more than this."""
FOUND, FOUND_NOW, CHOSEN = QColor("#FFE9A8"), QColor("#F4B266"), QColor("#BFE0DE")
"""On white paper, whatever the look of the screens."""
PAGES = 0
"""Its rank among what is drawn: before all else."""


class Fit(StrEnum):
    """How large pages are shown until the user zooms: an upright page across, one that lies wholly."""

    USUAL = "usual"
    PAGE = "page"
    WIDTH = "width"


class PagesView(PageStrip):
    """Scrolls by wheel and keys, Ctrl+wheel zooms; tells the number of the page in sight (from 0)."""

    turned = Signal(int)
    zoomed = Signal()

    def __init__(self, worker: PageWorker | None = None) -> None:
        super().__init__(worker or PageWorker(), PAGES)
        if worker is None:
            self._worker.setParent(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._held: list[PaperFile] = []
        self.destroyed.connect(partial(close_all, self._held))
        self._zoom: float | None = None
        self.fit = Fit.USUAL
        self._page = 0
        self._marks: Mapping[int, Sequence[Sequence[QRectF]]] = {}
        self._marked: tuple[int, int] | None = None
        self.choice = PageChoice(self)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_file(self, pdf: bytes, stay: bool = False) -> None:
        """Show a file from its first page, or from where the one before it stood."""
        before, self._held[:] = list(self._held), [PaperFile(pdf)]
        self.show_paper(self._held[0], stay)
        close_all(before)

    def show_paper(self, file: PaperFile, stay: bool = False) -> None:
        self.choice.clear()
        self.mark({}, None)
        if not stay:
            self._pictures.clear()
            self._zoom, self.fit = None, Fit.USUAL
        down = self.verticalScrollBar().value() if stay else 0
        self.hold(file)
        self.verticalScrollBar().setValue(down)
        self._page = -1
        self._scrolled()
        self.zoomed.emit()

    @property
    def zoom(self) -> float:
        """1.0 shows a page in its own size; fitted to its place until it is set."""
        if self._zoom is not None:
            return self._zoom
        width, height = (self.file.widest, self.file.highest) if self.file else A4
        fitted = self._fitting(self.viewport().width(), width)
        if self.fit is Fit.PAGE or (self.fit is Fit.USUAL and width > height):
            fitted = min(fitted, self._fitting(self.viewport().height(), height))
        return max(SMALLEST, min(fitted, WIDEST))

    def _fitting(self, room: int, points: float) -> float:
        return (room - 2 * px(GAP)) / (points * POINT * look().scale)

    def zoom_by(self, factor: float) -> None:
        self.zoom_to(self.zoom * factor)

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Show pages at a size; what lies under the point (the middle, if none is given) stays there."""
        self._set_zoom(max(SMALLEST, min(zoom, LARGEST)), around)

    def fit_width(self) -> None:
        self.fit = Fit.WIDTH
        self._set_zoom(None)

    def fit_page(self) -> None:
        self.fit = Fit.PAGE
        page = self.page
        self._set_zoom(None)
        self.go_to(page)

    def go_to(self, page: int) -> None:
        if 0 <= page < self.pages:
            self._glide.stop()
            self.verticalScrollBar().setValue(self._tops[page] - px(GAP))

    def show_place(self, page: int, place: QRectF) -> None:
        """Scroll so that a place of a page is in sight, and no further than needed."""
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        seen = self.viewport().rect().adjusted(px(30), px(40), -px(30), -px(40))
        wanted = self.on_screen(page, place)
        if not seen.contains(wanted.toRect()):
            self._glide.stop()
            if wanted.top() < seen.top() or wanted.bottom() > seen.bottom():
                down.setValue(down.value() + round(wanted.center().y()) - self.viewport().height() // 2)
            if wanted.left() < seen.left() or wanted.right() > seen.right():
                across.setValue(across.value() + round(wanted.center().x()) - self.viewport().width() // 2)

    def on_screen(self, page: int, place: QRectF) -> QRectF:
        """Where a place of a page, in points, stands in the viewport."""
        corner = self.place(page).topLeft()
        scale = self.scale
        return QRectF(
            corner.x() + place.x() * scale,
            corner.y() + place.y() * scale,
            place.width() * scale,
            place.height() * scale,
        )

    def on_page(self, point: QPoint) -> tuple[int, QPointF]:
        """The page at a point of the viewport, and where on it, in points."""
        page = self.page_at(point.y() + self.verticalScrollBar().value())
        return page, QPointF(point - self.place(page).topLeft()) / self.scale

    @property
    def page(self) -> int:
        return max(0, self._page)

    def mark(self, marks: Mapping[int, Sequence[Sequence[QRectF]]], now: tuple[int, int] | None) -> None:
        """Mark places on pages, one of them (page and place in its list) more strongly."""
        self._marks, self._marked = marks, now
        self.viewport().update()

    def paint_over(self, painter: QPainter, page: int, place: QRect) -> None:  # noqa: ARG002
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, lines in enumerate(self._marks.get(page, ())):
            strong = (page, number) == self._marked
            painter.setBrush(FOUND_NOW if strong else FOUND)
            for line in lines:
                painter.drawRoundedRect(self.on_screen(page, line).adjusted(-2, -1, 2, 1), 2, 2)
        painter.setBrush(CHOSEN)
        for line in self.choice.on_page(page):
            painter.drawRect(self.on_screen(page, line))
        painter.restore()

    def _set_zoom(self, zoom: float | None, around: QPointF | None = None) -> None:
        """Zoom so that what lies at a point of the viewport stays there."""
        anchor = (around or QPointF(self.viewport().rect().center())).toPoint()
        page, spot = self.on_page(anchor) if self.pages else (0, QPointF())
        self._glide.stop()
        self._zoom = zoom
        self.lay_out()
        if self.pages:
            moved = self.on_screen(page, QRectF(spot, spot)).topLeft() - QPointF(anchor)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(moved.y()))
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(moved.x()))
        self.viewport().update()
        self.zoomed.emit()

    def _scrolled(self) -> None:
        """Tell which page is in sight: the one a third down; at the very end the last."""
        bar = self.verticalScrollBar()
        page = self.page_at(bar.value() + self.viewport().height() // 3)
        if bar.maximum() and bar.value() == bar.maximum() and self.page_at(bar.value()) >= page - 1:
            page = self.pages - 1
        if page != self._page:
            self._page = page
            self.turned.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        page, spot = self.on_page(QPoint(0, 0)) if self.pages else (0, QPointF())
        super().resizeEvent(event)
        if self.pages and event.oldSize().isValid():
            moved = self.on_screen(page, QRectF(spot, spot)).top()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(moved))
        self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * (STEP if event.angleDelta().y() > 0 else 1 / STEP), event.position())
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        bar = self.verticalScrollBar()
        steps = {Qt.Key.Key_Down: bar.singleStep(), Qt.Key.Key_Up: -bar.singleStep(), Qt.Key.Key_Space: bar.pageStep()}
        turns = {Qt.Key.Key_PageDown: self.page + 1, Qt.Key.Key_PageUp: self.page - 1}
        turns |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.pages - 1}
        if key in turns:
            self.go_to(max(0, min(turns[key], self.pages - 1)))
        elif key in steps:
            bar.setValue(bar.value() + steps[key])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """What is chosen, to the clipboard."""
        if text := self.choice.text():
            QGuiApplication.clipboard().setText(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.pages:
            self.choice.begin(*self.on_page(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.pages:
            self.choice.go_on(*self.on_page(event.position().toPoint()))
        super().mouseMoveEvent(event)
