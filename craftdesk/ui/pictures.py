"""A photo or logo: chosen, pasted or dropped, and made small before it is kept."""

from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QLabel

from craftdesk.base.i18n import _
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import column, row
from craftdesk.ui.inputs import Input
from craftdesk.ui.theme import px

LONGEST_SIDE = 800
QUALITY = 85


class ImageField(Input):
    """Shows the picture; the value is a PNG (where it is see-through) or JPEG of at most 800 pixels a side."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self._data: bytes | None = None
        self._placeholder = placeholder or _("Drop a picture here")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.shown = QLabel()
        self.shown.setProperty("role", "picture")
        self.shown.setFixedSize(px(104), px(120))
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setWordWrap(True)
        self._buttons = [
            ActionButton(Action(_("From a file"), "ph.image", self.choose), small=True),
            ActionButton(Action(_("Paste"), "ph.clipboard", self.paste), small=True),
            ActionButton(Action(_("Remove"), "ph.trash", self.remove, enabled=self.has_picture), small=True),
        ]
        line = row(spacing=12)
        line.addWidget(self.shown)
        line.addLayout(column(*self._buttons, spacing=6))
        line.addStretch(1)
        self.setLayout(line)
        self._draw()

    def has_picture(self) -> bool:
        return self._data is not None

    def value(self) -> bytes | None:
        return self._data

    def set_value(self, value: Any) -> None:
        self._data = bytes(value) if value else None
        self._draw()

    def text(self) -> str:
        return ""

    def set_text(self, text: str) -> None:
        """A picture is not written."""

    def take(self, image: QImage) -> bool:
        """Keep this picture, made small; False where it is none."""
        if image.isNull():
            return False
        self.set_value(packed(image))
        self.changed.emit()
        return True

    def choose(self) -> None:
        # The pictures that every office has; what else Qt reads would only lengthen the list.
        kinds = _("Pictures") + " (*.png *.jpg *.jpeg *.bmp *.gif *.webp)"
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a picture"), "", kinds)
        if path:
            self.take(QImage(path))

    def paste(self) -> None:
        self.take(QGuiApplication.clipboard().image())

    def remove(self) -> None:
        self.set_value(None)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        dropped = event.mimeData()
        paths = [url.toLocalFile() for url in dropped.urls()]
        if self.take(QImage(paths[0]) if paths else QImage(dropped.imageData())):
            event.acceptProposedAction()

    def _draw(self) -> None:
        picture = QPixmap()
        if self._data:
            picture.loadFromData(self._data)
        if picture.isNull():
            self.shown.setPixmap(QPixmap())
            self.shown.setText(self._placeholder)
        else:
            self.shown.setPixmap(fitting(picture, self.shown.size(), self.devicePixelRatio()))
        for button in self._buttons:
            button.refresh()


def fitting(picture: QPixmap, size: QSize, ratio: float) -> QPixmap:
    """The picture as large as the place allows, sharp on this screen."""
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    scaled = picture.scaled((size - QSize(4, 4)) * ratio, keep, smooth)
    scaled.setDevicePixelRatio(ratio)
    return scaled


def packed(image: QImage) -> bytes:
    """The picture, not larger than it is ever shown or printed."""
    if max(image.width(), image.height()) > LONGEST_SIDE:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LONGEST_SIDE, LONGEST_SIDE, keep, smooth)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"PNG" if image.hasAlphaChannel() else b"JPEG"))
    writer.setQuality(QUALITY)
    writer.write(image)
    return bytes(data.data())
