"""Cutting a picture to a frame: the frame is moved and sized by mouse or keyboard over the whole picture."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.ui.actions import Action, ActionButton, bind
from craftdesk.ui.cards import Card, row
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px, tone

SMALLEST = 0.15
"""Of the largest frame that fits: less shows nothing of a face."""
STEP, FAR, LARGER = 0.01, 0.08, 1.06
"""Of the picture's larger side a key moves the frame, with Shift more; and by how much a key makes it larger."""
HIGH = 0.06
"""A face stands high in a picture: so much of what is left over stays above the frame at first."""
FIRST = 0.94
VEIL = QColor(0, 0, 0, 140)


class CropView(QWidget):
    """The picture with the frame over it, in the picture's own measures: `frame`."""

    accepted = Signal()

    def __init__(self, image: QImage, ratio: float) -> None:
        super().__init__()
        self.image = image
        self.ratio = ratio
        self.frame = self._first()
        self._held: QPointF | None = None
        self._sizing = False
        self._scaled = QImage()
        self.setMinimumSize(px(320), px(260))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Frame of the photo"))

    def sizeHint(self) -> QSize:
        return QSize(px(560), px(440))

    def _largest(self) -> QRectF:
        whole = self.image.size()
        wide = min(float(whole.width()), whole.height() * self.ratio)
        return QRectF(0, 0, wide, wide / self.ratio)

    def _first(self) -> QRectF:
        frame = self._largest()
        frame.setSize(frame.size() * FIRST)
        whole = self.image.size()
        frame.moveTo((whole.width() - frame.width()) / 2, (whole.height() - frame.height()) * HIGH)
        return frame

    def put(self, frame: QRectF) -> None:
        """Take this frame, as far as it lies in the picture."""
        whole = self.image.size()
        frame.moveTo(
            min(max(frame.left(), 0.0), whole.width() - frame.width()),
            min(max(frame.top(), 0.0), whole.height() - frame.height()),
        )
        self.frame = frame
        self.update()

    def move_by(self, across: float, down: float) -> None:
        self.put(self.frame.translated(across, down))

    def resize_by(self, times: float) -> None:
        """Make the frame larger or smaller around its middle."""
        largest = self._largest().width()
        wide = min(max(self.frame.width() * times, largest * SMALLEST), largest)
        frame = QRectF(0, 0, wide, wide / self.ratio)
        frame.moveCenter(self.frame.center())
        self.put(frame)

    def turn(self) -> None:
        """Turn the picture by a quarter: telephones keep pictures lying on their side."""
        self.image = self.image.transformed(QTransform().rotate(90))
        self._scaled = QImage()
        self.put(self._first())

    def cut(self) -> QImage:
        """What lies in the frame."""
        return self.image.copy(self.frame.toRect().intersected(self.image.rect()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = max(self.image.width(), self.image.height()) * (FAR if far else STEP)
        moves: dict[int, tuple[float, float]] = {
            Qt.Key.Key_Left: (-step, 0),
            Qt.Key.Key_Right: (step, 0),
            Qt.Key.Key_Up: (0, -step),
            Qt.Key.Key_Down: (0, step),
        }
        sizes: dict[int, float] = {
            Qt.Key.Key_Plus: LARGER,
            Qt.Key.Key_Equal: LARGER,
            Qt.Key.Key_PageUp: LARGER,
            Qt.Key.Key_Minus: 1 / LARGER,
            Qt.Key.Key_PageDown: 1 / LARGER,
        }
        if event.key() in moves:
            self.move_by(*moves[event.key()])
        elif event.key() in sizes:
            self.resize_by(sizes[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.resize_by(LARGER if event.angleDelta().y() > 0 else 1 / LARGER)
        event.accept()

    def _shown(self) -> QRectF:
        """Where the picture stands on the screen."""
        size = QSize(self.image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(self.rect().center())
        return QRectF(place)

    def _scale(self) -> float:
        return self._shown().width() / self.image.width()

    def _on_screen(self) -> QRectF:
        """The frame on the screen."""
        scale = self._scale()
        corner = self._shown().topLeft() + self.frame.topLeft() * scale
        return QRectF(corner, self.frame.size() * scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place, frame = event.position(), self._on_screen()
        corners = (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight())
        self._sizing = any((place - corner).manhattanLength() < px(18) for corner in corners)
        self._held = place
        if not self._sizing and not frame.contains(place):
            centre = (place - self._shown().topLeft()) / self._scale()
            self.move_by(centre.x() - self.frame.center().x(), centre.y() - self.frame.center().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        place, middle = event.position(), self._on_screen().center()
        if self._sizing:
            before = max((self._held - middle).manhattanLength(), 1.0)
            self.resize_by((place - middle).manhattanLength() / before)
        else:
            way = (place - self._held) / self._scale()
            self.move_by(way.x(), way.y())
        self._held = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self._held = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scaled = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        place, frame = self._shown(), self._on_screen()
        if self._scaled.isNull():
            size = place.size().toSize() * self.devicePixelRatio()
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._scaled = self.image.scaled(size, keep, smooth)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(place, self._scaled)
        painter.setClipRect(place)
        for veiled in _around(place, frame):
            painter.fillRect(veiled, VEIL)
        painter.setClipping(False)
        painter.setPen(QPen(tone("primary" if self.hasFocus() else "surface"), px(2)))
        painter.drawRect(frame)
        self._paint_face(painter, frame)
        painter.end()

    def _paint_face(self, painter: QPainter, frame: QRectF) -> None:
        """Where a face is looked for: an oval in the upper part, as photo booths show it."""
        oval = QRectF(0, 0, frame.width() * 0.56, frame.height() * 0.62)
        oval.moveCenter(QPointF(frame.center().x(), frame.top() + frame.height() * 0.45))
        painter.setPen(QPen(QColor(255, 255, 255, 170), 1, Qt.PenStyle.DashLine))
        painter.drawEllipse(oval)


def _around(whole: QRectF, frame: QRectF) -> tuple[QRectF, ...]:
    """What of the picture lies outside the frame: above, below, at both sides."""
    high = frame.height()
    return (
        QRectF(whole.left(), whole.top(), whole.width(), frame.top() - whole.top()),
        QRectF(whole.left(), frame.bottom(), whole.width(), whole.bottom() - frame.bottom()),
        QRectF(whole.left(), frame.top(), frame.left() - whole.left(), high),
        QRectF(frame.right(), frame.top(), whole.right() - frame.right(), high),
    )


class CropDialog(QDialog):
    """Enter takes what lies in the frame, Esc nothing."""

    def __init__(self, image: QImage, ratio: float, parent: QWidget) -> None:
        super().__init__(parent)
        title = _("Cut the photo to the face")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = CropView(image, ratio)
        self.view.accepted.connect(self.accept)
        card = Card(title)
        card.body.addWidget(self.view, 1)
        card.add(Label(_("Arrows move the frame, + and − size it, Enter takes it."), "muted", wrap=True))
        turn = Action(N_("Turn"), "ph.arrow-clockwise", self.view.turn, "R")
        cancel = Action(N_("Cancel"), "", self.reject)
        take = Action(N_("Take this part"), "ph.check", self.accept, primary=True)
        bind(self, [turn])
        foot = row(ActionButton(turn))
        foot.addStretch(1)
        for each in (cancel, take):
            foot.addWidget(ActionButton(each))
        card.foot.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(12), px(12), px(12), px(12))
        outer.addWidget(card)
        self.view.setFocus()
