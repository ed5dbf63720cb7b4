"""A photo or logo: chosen, pasted or dropped, and made small before it is kept."""

from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QLabel

from craftdesk.base.i18n import _
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import column, row
from craftdesk.ui.cropping import CropDialog
from craftdesk.ui.inputs import Input
from craftdesk.ui.theme import px

LONGEST_SIDE = 800
QUALITY = 85
SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp")
PHOTO, NEARLY = 35 / 45, 0.02
"""A photo's width to its height, as for an identity card, and what is near enough."""


def has_image(data: QMimeData) -> bool:
    """Whether what is pasted or dropped is a picture, or the file of one."""
    files = [url.toLocalFile().lower() for url in data.urls()]
    return data.hasImage() or (len(files) == 1 and files[0].endswith(SUFFIXES))


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
        self._lines = column(*self._buttons, spacing=6)
        line.addLayout(self._lines)
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
            if not self._data:
                self.shown.setText(_("This is not a picture that can be read (PNG or JPEG)."))
            return False
        self.set_value(packed(image))
        self.changed.emit()
        return True

    def choose(self) -> None:
        # The pictures that every office has; what else Qt reads would only lengthen the list.
        kinds = _("Pictures") + " (*.png *.jpg *.jpeg *.bmp *.gif *.webp)"
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a picture"), "", kinds)
        if path:
            self.take(picture_of(path))

    def paste(self) -> None:
        self.take_from(QGuiApplication.clipboard().mimeData())

    def take_from(self, data: QMimeData) -> bool:
        """Take the picture that is pasted or dropped, or the file of one."""
        if data.hasImage():
            return self.take(QImage(data.imageData()))
        paths = [url.toLocalFile() for url in data.urls()]
        return self.take(picture_of(paths[0]) if paths else QImage())

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
        if self.take_from(event.mimeData()):
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


class PhotoField(ImageField):
    """A person's photo: what is not yet as high and wide as one is cut to the face first."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder or _("Drop a photo here, or paste it by Ctrl+V"))
        self.shown.setFixedSize(px(98), px(126))
        self.cropping: CropDialog | None = None
        self._whole: QImage | None = None
        frame = Action(_("Frame"), "ph.crop", self.crop, enabled=self.can_crop)
        self._buttons.insert(2, ActionButton(frame, small=True))
        self._lines.insertWidget(2, self._buttons[2])

    def can_crop(self) -> bool:
        return self.has_picture()

    def take(self, image: QImage) -> bool:
        if image.isNull() or abs(image.width() / image.height() / PHOTO - 1) < NEARLY:
            taken = super().take(image)
            self._whole = image if taken else None
            return taken
        self._whole = image
        self.crop()
        return True

    def crop(self) -> None:
        """Show the whole picture with the frame; of a photo that was saved there is no more than is shown."""
        image = self._whole or QImage.fromData(QByteArray(self._data or b""))
        if image.isNull():
            return
        self.cropping = CropDialog(image, PHOTO, self.window())
        self.cropping.accepted.connect(self._take_part)
        self.cropping.finished.connect(self._forget)
        self.cropping.open()

    def set_value(self, value: Any) -> None:
        if value is None or value != self._data:
            self._whole = None
        super().set_value(value)

    def _take_part(self) -> None:
        if self.cropping is not None:
            whole, part = self.cropping.view.image, self.cropping.view.cut()
            super().take(part)
            self._whole = whole

    def _forget(self) -> None:
        self.cropping = None
        self.setFocus()


def picture_of(path: str) -> QImage:
    """A picture of a file, upright as its camera meant it."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    return reader.read()


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
