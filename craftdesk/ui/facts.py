"""What is known of a record: labels and values, each value to be copied by a double click."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from craftdesk.base.i18n import _
from craftdesk.ui.actions import Action, menu
from craftdesk.ui.direction import leading
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px

WIDEST = 124
TOP = Qt.AlignmentFlag.AlignTop
BREAK = "\u200b"
"""A place without width where a line may end."""
_LONG = re.compile(r"\S{25,}")


def breakable(text: str) -> str:
    """The text, whose paths may be broken after each folder."""
    return _LONG.sub(lambda word: re.sub(r"(?<=[/\\])(?=.)", BREAK, word.group()), text)


class Value(Label):
    """A value that can be selected and copied without its invisible marks."""

    def __init__(self, text: str) -> None:
        super().__init__(breakable(text), "value", wrap=True)
        self.setToolTip(_("Double-click to copy"))
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def text(self) -> str:
        return super().text().replace(BREAK, "")

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self.copy()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu([Action(_("Copy"), "ph.copy", self.copy)], self).popup(event.globalPos())


class Facts(QWidget):
    """Lines of label and value; lines without a value are left out."""

    def __init__(self, lines: Sequence[tuple[str, str]] = (), label_width: int = 96) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnMinimumWidth(0, px(label_width))
        self._grid.setColumnStretch(1, 1)
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, (label, text) in enumerate(line for line in lines if line[1]):
            title = Label(label, "label", wrap=True)
            title.setMaximumWidth(px(WIDEST))
            # Without an alignment of its own the label fills its place, and is as high as its words need.
            title.setAlignment(leading(TOP))
            self._grid.addWidget(title, place, 0)
            self._grid.addWidget(Value(text), place, 1)
