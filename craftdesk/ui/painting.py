"""What is drawn and not built from widgets: pills, bars, initials; the same in a cell as on a card."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from craftdesk.ui.direction import layout_direction, leading
from craftdesk.ui.theme import font, look, px, tone

PILL_HEIGHT = 26
CENTRE = Qt.AlignmentFlag.AlignCenter


def pill_width(text: str) -> int:
    return QFontMetrics(font(12)).horizontalAdvance(text) + px(22)


def paint_pill(painter: QPainter, rect: QRect, text: str, tone_name: str) -> None:
    """A word on its ground, filling `rect` but never higher than a pill."""
    box = QRect(0, 0, rect.width(), min(px(PILL_HEIGHT), rect.height()))
    box.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone(f"{tone_name}_ground"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(tone(tone_name))
    painter.setFont(font(12))
    shown = QFontMetrics(font(12)).elidedText(text, Qt.TextElideMode.ElideRight, box.width() - px(12))
    painter.drawText(box, CENTRE, shown)
    painter.restore()


def paint_bar(painter: QPainter, rect: QRect, share: float, tone_name: str) -> None:
    """A track filled from the leading side; `share` from 0 to 1."""
    radius = rect.height() / 2
    filled = QRectF(rect)
    filled.setWidth(rect.width() * min(1.0, max(0.0, share)))
    if look().rtl:
        filled.moveRight(QRectF(rect).right())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone("track"))
    painter.drawRoundedRect(rect, radius, radius)
    if share > 0:
        painter.setBrush(tone(tone_name))
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


def initials(name: str) -> str:
    """The first letters of the first and last word, apart from each other so that Arabic letters do not join."""
    words = name.split()
    return " ".join(word[0] for word in [*words[:1], *words[1:][-1:]])


def paint_initials(painter: QPainter, rect: QRect, name: str) -> None:
    side = min(rect.width(), rect.height())
    box = QRect(rect.left(), rect.top(), side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone("copper_ground"))
    painter.drawEllipse(box)
    painter.setPen(tone("copper"))
    painter.setFont(font(side / px(1) * 0.36, QFont.Weight.DemiBold))
    painter.drawText(box, CENTRE, initials(name))
    painter.restore()


def paint_line(painter: QPainter, rect: QRect, text: str, shape: QFont, tone_name: str) -> None:
    """One line of text from the leading side, cut with an ellipsis where the place ends."""
    painter.setFont(shape)
    painter.setPen(tone(tone_name))
    painter.setLayoutDirection(layout_direction())
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, leading(), shown)
