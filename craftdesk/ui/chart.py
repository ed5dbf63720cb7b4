"""A chart on the screen: it says each number under the pointer, and by the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from craftdesk.base.charts.chart import Chart
from craftdesk.base.charts.layout import laid_out, natural_height
from craftdesk.base.charts.outlines import DASHES, is_on_slice, of_dot, of_slice
from craftdesk.base.charts.shapes import TONES, Box, Dot, Drawing, Rule, Shape, Slice, Stroke, Words
from craftdesk.ui.direction import flowing, follow_screen
from craftdesk.ui.theme import font, look, px, tone

LIGHT_TONES = ("#14666B", "#B4622D", "#5E9C97", "#D9AE5F", "#A9CCC8", "#EBDCC3")
DARK_TONES = ("#5DB9B2", "#DF9560", "#3E8580", "#E9CFA0", "#A66E45", "#C3D3D2")
LETTERS = 12
WIDE, LEAST = 320, 180


class ChartView(QWidget):
    """Shows a chart from its description, as wide as its place and as high as it stands well there."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self._chart, self._drawing, self._chosen = chart, Drawing(0, 0), -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        self._chart, self._chosen, self._drawing = chart, -1, Drawing(0, 0)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.told())
        self.updateGeometry()
        self.update()

    def said(self) -> str:
        """The number that is pointed at or chosen by the keys."""
        marks = self._laid_out().marks
        return marks[self._chosen].text if 0 <= self._chosen < len(marks) else ""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(natural_height(self._chart, width, px(LETTERS), _measure))

    def sizeHint(self) -> QSize:
        return QSize(px(WIDE), self.heightForWidth(px(WIDE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LEAST), min(px(LEAST), self.heightForWidth(px(LEAST))))

    def _laid_out(self) -> Drawing:
        size = (float(self.width()), float(self.height()))
        if (self._drawing.width, self._drawing.height) != size:
            self._drawing = laid_out(self._chart, *size, px(LETTERS), _measure, rtl=look().rtl)
        return self._drawing

    def _places(self) -> list[QPolygonF]:
        """What is drawn around a number that is pointed at: the part of a ring, else its box."""
        drawing = self._laid_out()
        parts = [_polygon(of_slice(shape)) for shape in drawing.shapes if isinstance(shape, Slice)]
        return parts or [QPolygonF(QRectF(*mark.box)) for mark in drawing.marks]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        drawing, painter = self._laid_out(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        follow_screen(painter)
        for shape in drawing.shapes:
            _paint(painter, shape)
        if 0 <= self._chosen < len(drawing.marks):
            self._paint_chosen(painter, self._places()[self._chosen])
        painter.end()

    def _paint_chosen(self, painter: QPainter, around: QPolygonF) -> None:
        """What is pointed at, and its number above it."""
        place = around.boundingRect()
        painter.setPen(QPen(tone("text"), px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(around)
        told = flowing(self.said())
        box = QRectF(0, 0, _measure(told, px(LETTERS), False) + px(16), px(LETTERS * 2))
        box.moveCenter(QPointF(place.center().x(), place.top() - box.height() / 2 - px(4)))
        box.moveLeft(max(0.0, min(box.left(), self.width() - box.width())))
        box.moveTop(max(0.0, box.top()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone("bar"))
        painter.drawRoundedRect(box, px(6), px(6))
        painter.setPen(tone("on_bar"))
        painter.setFont(_font(px(LETTERS), False))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position())
        self._choose(under.index(True) if True in under else -1)

    def _under(self, at: QPointF) -> list[bool]:
        """Which numbers are pointed at: those of a ring's parts, else those in whose boxes the point lies."""
        drawing = self._laid_out()
        parts = [is_on_slice(shape, at.x(), at.y()) for shape in drawing.shapes if isinstance(shape, Slice)]
        return parts or [QRectF(*mark.box).contains(at) for mark in drawing.marks]

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._choose(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._laid_out().marks)
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if look().rtl:
            forward, back = back, forward
        steps = {
            forward: self._chosen + 1,
            back: max(self._chosen, 1) - 1,
            Qt.Key.Key_Down: self._chosen + 1,
            Qt.Key.Key_Up: max(self._chosen, 1) - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        if event.key() not in steps or not count:
            super().keyPressEvent(event)
            return
        self._choose(min(steps[Qt.Key(event.key())], count - 1))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._choose(-1)

    def _choose(self, number: int) -> None:
        if number != self._chosen:
            self._chosen = number
            self.setAccessibleDescription(f"{self.said()}\n{self._chart.told()}".strip())
            self.update()


def _font(size: float, bold: bool) -> QFont:
    made = font(LETTERS, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setPixelSize(max(1, round(size)))
    return made


def _measure(text: str, size: float, bold: bool) -> float:
    return QFontMetricsF(_font(size, bold)).horizontalAdvance(text)


def _paint(painter: QPainter, shape: Shape) -> None:
    if isinstance(shape, Words):
        painter.setFont(_font(shape.size, shape.bold))
        painter.setPen(_ink(shape))
        painter.drawText(QPointF(shape.x, shape.y), shape.text)
    elif isinstance(shape, Rule):
        painter.setPen(QPen(tone("muted" if shape.strong else "line"), 1))
        painter.drawLine(QPointF(shape.x, shape.y), QPointF(shape.to_x, shape.to_y))
    elif isinstance(shape, Stroke):
        painter.setPen(_stroke(shape.tone))
        painter.drawPolyline(_polygon(shape.points))
    else:
        # The ground shows between parts that touch each other.
        painter.setPen(QPen(tone("surface"), 1))
        painter.setBrush(_colour(shape.tone))
        _fill(painter, shape)


def _fill(painter: QPainter, shape: Box | Slice | Dot) -> None:
    if isinstance(shape, Box):
        painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))
    else:
        painter.drawPolygon(_polygon(of_slice(shape) if isinstance(shape, Slice) else of_dot(shape)))


def _polygon(points: Sequence[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])


def _stroke(number: int) -> QPen:
    pen = QPen(_colour(number), px(2))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes := DASHES[number % TONES]:
        pen.setDashPattern(dashes)
    return pen


def _colour(number: int) -> QColor:
    return QColor((DARK_TONES if look().dark else LIGHT_TONES)[number % TONES])


def _ink(words: Words) -> QColor:
    """Dark or light, whichever is seen better on the tone that the text stands on."""
    if words.on < 0:
        return tone("muted" if words.muted else "text")
    return QColor("#FFFFFF" if _colour(words.on).lightnessF() < 0.42 else "#14191B")
