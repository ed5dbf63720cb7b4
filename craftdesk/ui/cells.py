"""How the cells of a list are painted: no widget ever stands in a cell."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from craftdesk.ui.columns import Column, Style, alignment, shown
from craftdesk.ui.direction import layout_direction, mirrored
from craftdesk.ui.icons import paint_icon
from craftdesk.ui.marks import paint_grounds
from craftdesk.ui.painting import paint_bar, paint_pill, pill_width
from craftdesk.ui.theme import font, look, px, row_height, tone

Index = QModelIndex | QPersistentModelIndex
PADDING = 14
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 1


class CellPainter(QStyledItemDelegate):
    """Paints a cell by its column's style; the model gives the row (UserRole) and the column (COLUMN_ROLE)."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, rect, chosen)
        row = index.data(Qt.ItemDataRole.UserRole)
        if row is None:
            return
        column: Column[Any] = index.data(COLUMN_ROLE)
        inside = rect.adjusted(px(PADDING), 0, -px(PADDING), 0)
        painter.save()
        painter.setLayoutDirection(layout_direction())
        _PAINTERS[column.style](painter, inside, column, row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        row, column = index.data(Qt.ItemDataRole.UserRole), index.data(COLUMN_ROLE)
        if row is None:
            return QSize(px(60), row_height(False))
        lines = [column.text(row), column.second(row) if column.second else ""]
        width = max(QFontMetrics(font(14)).horizontalAdvance(line) for line in lines)
        return QSize(width + 2 * px(PADDING) + px(12), row_height(column.second is not None))


def paint_ground(painter: QPainter, rect: QRect, chosen: bool) -> None:
    """The ground of a cell and the line under it."""
    if chosen:
        painter.fillRect(rect, tone("selection"))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tone("line"))


def write(painter: QPainter, rect: QRect, text: str, shape: QFont, tone_name: str, style: Style = Style.TEXT) -> None:
    """A line of text in its place, cut where the cell ends."""
    painter.setFont(shape)
    painter.setPen(tone(tone_name))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, alignment(style), cut)


def _text(painter: QPainter, rect: QRect, column: Column[Any], row: Any) -> None:
    second = column.second(row) if column.second else ""
    first = column.text(row)
    fits = column.fits(row) if column.fits else ()
    if not second:
        paint_grounds(painter, rect, first, font(14), fits)
        write(painter, rect, first, font(14), "text", column.style)
    elif look().compact:
        paint_grounds(painter, rect, first, font(14), fits)
        _one_line(painter, rect, first, second)
    else:
        middle = rect.center().y()
        upper = QRect(rect.left(), middle - px(20), rect.width(), px(21))
        paint_grounds(painter, upper, first, font(14), fits)
        write(painter, upper, first, font(14), "text", column.style)
        lower = QRect(rect.left(), middle + px(1), rect.width(), px(18))
        paint_grounds(painter, lower, second, font(12), fits)
        write(painter, lower, second, font(12), "muted", column.style)


def _one_line(painter: QPainter, rect: QRect, first: str, second: str) -> None:
    write(painter, rect, first, font(14), "text")
    taken = QFontMetrics(font(14)).horizontalAdvance(first) + px(10)
    if taken < rect.width():
        rest = QRect(rect.left() + taken, rect.top(), rect.width() - taken, rect.height())
        write(painter, mirrored(rest, rect), second, font(12), "muted")


def _pill(painter: QPainter, rect: QRect, column: Column[Any], row: Any) -> None:
    if text := column.text(row):
        place = QRect(rect.left(), rect.top(), min(pill_width(text), rect.width()), rect.height() - 1)
        paint_pill(painter, mirrored(place, rect), text, column.tone(row))


def _bar(painter: QPainter, rect: QRect, column: Column[Any], row: Any) -> None:
    share = column.value(row)
    if not isinstance(share, int | float):
        return
    words = px(48)
    bar = QRect(rect.left(), rect.center().y() - px(3), rect.width() - words, px(6))
    paint_bar(painter, mirrored(bar, rect), float(share), column.tone(row))
    place = QRect(rect.right() - words + px(8), rect.top(), words - px(8), rect.height())
    write(painter, mirrored(place, rect), shown(share, Style.BAR), font(12), "muted")


def _mark(painter: QPainter, rect: QRect, column: Column[Any], row: Any) -> None:
    paint_mark(painter, rect.adjusted(-px(PADDING), 0, px(PADDING), -1), column.text(row), column.tone(row))


def paint_mark(painter: QPainter, rect: QRect, letter: str, tone_name: str) -> None:
    """One letter on its ground, in the middle of a cell; a dot where there is none."""
    if not letter:
        painter.setPen(tone("muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "·")
        return
    box = QRect(0, 0, px(34), px(24))
    box.moveCenter(rect.center())
    paint_pill(painter, box, letter, tone_name)


def _icon(painter: QPainter, rect: QRect, column: Column[Any], row: Any) -> None:
    if name := column.value(row):
        box = QRect(0, 0, px(18), px(18))
        box.moveCenter(rect.center())
        paint_icon(painter, box, str(name), column.tone(row))


_PAINTERS = {
    Style.TEXT: _text,
    Style.NAME: _text,
    Style.CODE: _text,
    Style.NUMBER: _text,
    Style.PILL: _pill,
    Style.BAR: _bar,
    Style.MARK: _mark,
    Style.ICON: _icon,
}
