"""Words on the screen: a label that runs in the screen's direction, pills, initials, lines between things."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from craftdesk.ui.direction import flowing, layout_direction, leading, plain
from craftdesk.ui.painting import PILL_HEIGHT, paint_initials, paint_pill, pill_width
from craftdesk.ui.theme import px, restyle


class Label(QLabel):
    """Plain words, beginning on the leading side. Roles: title, subtitle, heading, strong, figure, muted, label.

    What is neither wrapped nor fits its place is simply cut; `CutLabel` says that there is more.
    """

    def __init__(self, text: str = "", role: str = "", wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self.setAlignment(leading())
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        super().setText(flowing(text))

    def text(self) -> str:
        return plain(super().text())

    def set_role(self, role: str) -> None:
        self.setProperty("role", role)
        restyle(self)


class CutLabel(Label):
    """One line that ends in an ellipsis where its place ends; the tooltip has the rest. It never widens its place."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def shown(self) -> str:
        """As much of the text as there is room for."""
        whole = QLabel.text(self)
        return self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def wanted(self) -> int:
        """The width in which all of it has room."""
        return self.fontMetrics().horizontalAdvance(QLabel.text(self)) + px(4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        shown = self.shown()
        self.setToolTip("" if plain(shown) == self.text() else self.text())
        painter = QPainter(self)
        painter.setLayoutDirection(layout_direction())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), leading(), shown)
        painter.end()


class Pill(QWidget):
    """A state in a word on its ground. Tones: good, warn, bad, copper, primary, neutral."""

    def __init__(self, text: str, tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text

    def show_text(self, text: str, tone: str) -> None:
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._text), px(PILL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint_pill(painter, self.rect(), self._text, self._tone)
        painter.end()


class Avatar(QWidget):
    """A person's photo, or the initials where there is none."""

    def __init__(self, name: str, size: int = 52, photo: bytes | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._photo = QPixmap()
        if photo:
            self._photo.loadFromData(photo)
        self.setFixedSize(px(size), px(size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        if self._photo.isNull():
            paint_initials(painter, self.rect(), self._name)
        else:
            self._paint_photo(painter)
        painter.end()

    def _paint_photo(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = round(self.width() * self.devicePixelRatio())
        fill = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        scaled = self._photo.scaled(side, side, fill, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(self.devicePixelRatio())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(scaled))
        painter.drawEllipse(self.rect())


class Line(QFrame):
    """A thin line between two things."""

    def __init__(self, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "upright" if upright else "line")
