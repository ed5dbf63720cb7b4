"""Yes or no, by a tick."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from craftdesk.base.i18n import _
from craftdesk.ui.icons import paint_icon
from craftdesk.ui.inputs import Input
from craftdesk.ui.painting import paint_line
from craftdesk.ui.theme import font, look, px, tone


class Switch(QAbstractButton):
    """A tick that says yes or no in words beside it; Space turns it."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(px(90), px(36))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, words = self._places()
        painter.setPen(tone("primary" if self.hasFocus() or self.isChecked() else "faint"))
        painter.setBrush(tone("primary" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), px(5), px(5))
        if self.isChecked():
            paint_icon(painter, box.adjusted(px(3), px(3), -px(3), -px(3)), "ph.check-bold", "on_primary")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-px(3), -px(3), px(2), px(2)), px(7), px(7))
        paint_line(painter, words, _("Yes") if self.isChecked() else _("No"), font(14), "text")
        painter.end()

    def _places(self) -> tuple[QRect, QRect]:
        side = px(20)
        box = QRect(px(4), (self.height() - side) // 2, side, side)
        words = QRect(box.right() + px(10), 0, self.width() - box.right() - px(10), self.height())
        if look().rtl:
            box.moveRight(self.width() - px(4))
            words.moveRight(box.left() - px(10))
        return box, words


class YesNoInput(Input):
    """Yes or no."""

    def __init__(self) -> None:
        super().__init__()
        self.switch = Switch()
        self.switch.toggled.connect(self.changed)
        self.hold(self.switch)

    def value(self) -> bool:
        return self.switch.isChecked()

    def set_value(self, value: Any) -> None:
        self.switch.setChecked(bool(value))

    def text(self) -> str:
        return "1" if self.value() else ""

    def set_text(self, text: str) -> None:
        self.switch.setChecked(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
