"""A picture to be looked at: fitted into its place, zoomed, turned, pushed about."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QPainter, QPixmap, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from craftdesk.ui.theme import tone

STEP, SMALLEST, LARGEST = 1.2, 0.02, 8.0


def read_picture(data: bytes) -> QImage:
    """The picture, upright as its camera noted it; null where it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader.read()


class PictureView(QGraphicsView):
    """Fits the picture until the user zooms: Ctrl+wheel or + and -, 0 fits again, R turns it, the mouse pushes it."""

    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fitted = True
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundBrush(tone("page"))
        self.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_picture(self, picture: QImage) -> bool:
        """Show a picture from its beginning; False where it is none."""
        self._scene.clear()
        self.resetTransform()
        if picture.isNull():
            return False
        item = self._scene.addPixmap(QPixmap.fromImage(picture))
        item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.setSceneRect(item.boundingRect())
        self.fit()
        return True

    @property
    def zoom(self) -> float:
        """How many dots of the screen one of the picture's takes."""
        found = self.transform()
        return float((found.m11() ** 2 + found.m12() ** 2) ** 0.5)

    def fit(self) -> None:
        """Show all of it; it is never blown up for that."""
        self._fitted = True
        if self._scene.items():
            self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
            if self.zoom > 1:
                self.scale(1 / self.zoom, 1 / self.zoom)
        self.zoomed.emit()

    def zoom_by(self, factor: float) -> None:
        wanted = max(SMALLEST, min(self.zoom * factor, LARGEST))
        self._fitted = False
        self.scale(wanted / self.zoom, wanted / self.zoom)
        self.zoomed.emit()

    def turn(self) -> None:
        """A quarter to the right."""
        self.rotate(90)
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ways = {
            Qt.Key.Key_Plus: lambda: self.zoom_by(STEP),
            Qt.Key.Key_Equal: lambda: self.zoom_by(STEP),
            Qt.Key.Key_Minus: lambda: self.zoom_by(1 / STEP),
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_R: self.turn,
        }
        if not held and (run := ways.get(Qt.Key(event.key()))):
            run()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._fitted:
            self.fit()
