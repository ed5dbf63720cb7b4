"""The icons: Phosphor's font as QtAwesome brings it, drawn in the tone that the theme has at that moment.

QtAwesome itself loads fourteen fonts at its first icon; this opens those that are asked for, usually one. An icon
keeps the name of its tone, not a colour, so that it follows a change of theme by itself.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QLabel, QWidget

from craftdesk.ui.theme import look, px, tone

FONTS = {
    "ph": ("phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"),
    "mdi6": ("materialdesignicons6-webfont-6.9.96.ttf", "materialdesignicons6-webfont-charmap-6.9.96.json"),
}
# What this Phosphor lacks stands in Material.
LACKING = {
    "ph.certificate": "mdi6.certificate-outline",
    "ph.hammer": "mdi6.hammer",
    "ph.toolbox": "mdi6.toolbox-outline",
}
MOST_PIXMAPS = 600

_pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}


def icon(name: str, tone_name: str = "text") -> QIcon:
    """The icon "ph.users-three" (or "ph.users-three-bold", "…-fill") in a tone of the theme."""
    return QIcon(_Engine(existing(name), tone_name))


def existing(name: str) -> str:
    """The name; KeyError where no font has it, so that a slip shows when the page is built and not while painting."""
    _glyph(name)
    return name


def pixmap(name: str, tone_name: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square picture of `size` device independent pixels, kept for the next time."""
    colour = tone(tone_name)
    key = (name, colour.name(), size, ratio)
    if key not in _pixmaps:
        if len(_pixmaps) >= MOST_PIXMAPS:
            _pixmaps.clear()
        _pixmaps[key] = _draw(name, colour, size, ratio)
    return _pixmaps[key]


def paint_icon(painter: QPainter, rect: QRect, name: str, tone_name: str) -> None:
    """Paint the icon into the middle of `rect`."""
    side = min(rect.width(), rect.height())
    square = QRect(0, 0, side, side)
    square.moveCenter(rect.center())
    painter.drawPixmap(square, pixmap(name, tone_name, side, _ratio()))


def _ratio() -> float:
    """That of the finest screen: asked for its device, a painter brings in every kind of device that Qt has."""
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def _draw(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    family, letter = _glyph(name)
    made = QPixmap(QSize(size, size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    shape = QFont(family)
    shape.setPixelSize(size)
    painter = QPainter(made)
    painter.setFont(shape)
    painter.setPen(colour)
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return made


def _glyph(name: str) -> tuple[str, str]:
    prefix, _dot, rest = LACKING.get(name, name).partition(".")
    family, letters = _font(prefix)
    return family, chr(int(letters[rest], 16))


@cache
def _font(prefix: str) -> tuple[str, dict[str, str]]:
    file, charmap = FONTS[prefix]
    folder = _folder()
    known = QFontDatabase.addApplicationFont(str(folder / file))
    return QFontDatabase.applicationFontFamilies(known)[0], json.loads((folder / charmap).read_text("utf-8"))


def _folder() -> Path:
    # Found without importing QtAwesome, whose import alone costs more than drawing every icon of a page.
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("qtawesome")
    return Path(spec.submodule_search_locations[0]) / "fonts"


class _Engine(QIconEngine):
    """Draws when asked, so that nothing is drawn for what is never shown."""

    def __init__(self, name: str, tone_name: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone_name

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        paint_icon(painter, rect, self._name, "faint" if mode == QIcon.Mode.Disabled else self._tone)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802, ARG002
        shown = "faint" if mode == QIcon.Mode.Disabled else self._tone
        return pixmap(self._name, shown, min(size.width(), size.height()), scale)


class IconLabel(QLabel):
    """An icon standing by itself."""

    def __init__(self, name: str, tone_name: str = "text", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = existing(name)
        self._tone = tone_name
        self.setFixedSize(px(size), px(size))

    def show_icon(self, name: str, tone_name: str) -> None:
        self._name, self._tone = existing(name), tone_name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint_icon(painter, self.rect(), self._name, self._tone)
        painter.end()


def chevron(forward: bool = True) -> str:
    """The arrow that points where reading goes on, or back."""
    return "ph.caret-left" if look().rtl == forward else "ph.caret-right"
