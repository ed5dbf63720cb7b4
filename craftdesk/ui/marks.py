"""Lines of text in which the pieces that were searched for stand on a ground of their own."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption

from craftdesk.ui.direction import layout_direction, leading, mirrored
from craftdesk.ui.painting import paint_line
from craftdesk.ui.theme import px, tone

GROUND = "warn_ground"


def paint_marked(painter: QPainter, rect: QRect, text: str, shape: QFont, tone_name: str, marks: Sequence[str]) -> None:
    """One line from the leading side as `paint_line` sets it, its marks on their ground."""
    paint_grounds(painter, rect, text, shape, marks)
    paint_line(painter, rect, text, shape, tone_name)


def paint_before(painter: QPainter, rect: QRect, text: str, shape: QFont, tone_name: str) -> QRect:
    """A few words before the rest of a line; gives the place of the rest."""
    paint_line(painter, rect, text, shape, tone_name)
    taken = min(QFontMetrics(shape).horizontalAdvance(text) + px(10), rect.width())
    return mirrored(QRect(rect.left() + taken, rect.top(), rect.width() - taken, rect.height()), rect)


def spans(text: str, marks: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the marks stand in a text: each at the beginning of a word, the first time it comes."""
    for mark in marks:
        place = text.find(mark)
        while place > 0 and text[place - 1].isalnum():
            place = text.find(mark, place + 1)
        if mark and place >= 0:
            yield place, place + len(mark)


def paint_grounds(painter: QPainter, rect: QRect, text: str, shape: QFont, marks: Sequence[str]) -> None:
    """The ground of the marks, before a line is written from the leading side, cut where the place ends."""
    shown = QFontMetrics(shape).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    places = list(spans(shown, marks))
    if not places:
        return
    layout, line = _laid_out(rect, shown, shape)
    top = rect.top() + (rect.height() - line.height()) / 2
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone(GROUND))
    for begin, end in places:
        # By its glyphs: between two directions the place of a letter has two sides.
        for run in line.glyphRuns(begin, end - begin):
            drawn = run.boundingRect()
            ground = QRectF(rect.left() + drawn.left() - px(2), top, drawn.width() + px(4), line.height())
            painter.drawRoundedRect(ground, px(3), px(3))
    painter.restore()
    layout.clearLayout()


def _laid_out(rect: QRect, text: str, shape: QFont) -> tuple[QTextLayout, QTextLine]:
    """The line as the painter sets it, so that the places of its letters are known."""
    option = QTextOption(leading())
    option.setTextDirection(layout_direction())
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout = QTextLayout(text, shape)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout, line
