"""A colour: written, or taken from those of the house."""

from functools import partial
from typing import Any

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QPushButton

from craftdesk.base.fields import Script
from craftdesk.base.i18n import _
from craftdesk.ui.cards import row
from craftdesk.ui.inputs import EntryLine, Input
from craftdesk.ui.theme import px

HOUSE = (
    "#8a5a2b",
    "#c9a66b",
    "#14666b",
    "#1f3d4d",
    "#7a2e3a",
    "#5b2a3c",
    "#29714a",
    "#1a1a1a",
    "#5c6370",
)


class ColourInput(Input):
    """The value is written as #8a5a2b; empty is the colour of the style."""

    def __init__(self) -> None:
        super().__init__()
        self.line = EntryLine(Script.LATIN)
        self.line.setPlaceholderText(_("As in the style"))
        self.line.textEdited.connect(self._edited)
        self.line.left.connect(self.left)
        self.line.returnPressed.connect(self.entered)
        self.swatch = QPushButton()
        self.swatch.setProperty("role", "flat")
        self.swatch.setAccessibleName(_("Colours of the house"))
        self.swatch.setToolTip(_("Colours of the house"))
        self.swatch.setMenu(self._menu())
        layout = row(self.swatch, spacing=6)
        layout.addWidget(self.line, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.line)

    def _menu(self) -> QMenu:
        menu = QMenu(self.swatch)
        for colour in HOUSE:
            menu.addAction(_sign(colour), colour).triggered.connect(partial(self._take, colour))
        menu.addAction(_("As in the style")).triggered.connect(partial(self._take, ""))
        return menu

    def _take(self, colour: str, _checked: bool = False) -> None:
        self.set_text(colour)

    def _edited(self) -> None:
        self._show()
        self.changed.emit()

    def value(self) -> str | None:
        return self.text() or None

    def text(self) -> str:
        return self.line.text().strip()

    def set_value(self, value: Any) -> None:
        self.line.setText(value or "")
        self._show()

    def set_text(self, text: str) -> None:
        self.set_value(text)
        self.changed.emit()

    def _show(self) -> None:
        colour = QColor(self.text())
        self.swatch.setIcon(_sign(colour.name() if colour.isValid() else "#ffffff"))


def _sign(colour: str) -> QIcon:
    pixmap = QPixmap(px(16), px(16))
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
