"""How the attendance grid is painted: names, half-days, marks on their grounds, bars of shares."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from craftdesk.base.dates import weekday_name
from craftdesk.base.i18n import _, pgettext
from craftdesk.features.training.models import HalfDay, Mark, Part, mark_letter
from craftdesk.features.training.rules import Right
from craftdesk.features.training.ui.grid_model import (
    HALF_ROLE,
    PERSON_ROLE,
    SHARE_TONES,
    TONES,
    GridModel,
    Index,
)
from craftdesk.ui.cells import paint_ground, paint_mark, write
from craftdesk.ui.columns import percent
from craftdesk.ui.direction import code, layout_direction, mirrored
from craftdesk.ui.painting import paint_bar
from craftdesk.ui.theme import font, px, tone

NARROW = 74
"""Below this width a half-day is told by its number and a letter."""
NUMBER_WIDTH = 46


def part_word(half: HalfDay) -> str:
    """The half of the day as a heading says it."""
    return pgettext("at that time", "morning") if half.part is Part.MORNING else pgettext("at that time", "afternoon")


def part_letter(half: HalfDay) -> str:
    return pgettext("letter of", "morning") if half.part is Part.MORNING else pgettext("letter of", "afternoon")


class MarkPainter(QStyledItemDelegate):
    """Paints a mark's letter on its ground, or the bar of a share; it asks the model itself, without Qt between."""

    def __init__(self, grid: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        painter.setLayoutDirection(layout_direction())
        paint_ground(painter, rect, bool(option.state & QStyle.StateFlag.State_Selected))
        half = self._grid.half_day(index.column())
        if self._grid.is_early(index.column()) and not option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), tone("page"))
        if half is None:
            self._share(painter, rect, self._grid.rights[index.row()])
        else:
            self._mark(painter, rect, self._grid.mark(index.row(), index.column()))
        if option.state & QStyle.StateFlag.State_HasFocus and half is not None:
            painter.setPen(tone("primary"))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))
        painter.restore()

    def _mark(self, painter: QPainter, rect: QRect, mark: Mark | None) -> None:
        painter.setFont(font(14))
        paint_mark(painter, rect, mark_letter(mark) if mark else "", TONES[mark] if mark else "muted")

    def _share(self, painter: QPainter, rect: QRect, right: Right) -> None:
        inside = rect.adjusted(px(12), 0, -px(12), 0)
        words = px(46)
        bar = QRect(inside.left(), inside.center().y() - px(3), inside.width() - words, px(6))
        tone_name = SHARE_TONES[right.verdict]
        paint_bar(painter, mirrored(bar, inside), right.presence.share, tone_name)
        place = QRect(inside.right() - words + px(8), inside.top(), words - px(8), inside.height())
        write(painter, mirrored(place, inside), percent(right.presence.percent / 100), font(12), "muted")


class HalfDays(QHeaderView):
    """The half-days above their columns, and the word over the shares."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(px(34))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(53))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        half = self.model().headerData(section, Qt.Orientation.Horizontal, HALF_ROLE)
        painter.save()
        painter.setLayoutDirection(layout_direction())
        _paint_head(painter, rect)
        painter.setFont(font(12, QFont.Weight.Medium))
        painter.setPen(tone("muted"))
        for text, place in self._lines(half, rect):
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _lines(self, half: HalfDay | None, rect: QRect) -> list[tuple[str, QRect]]:
        if half is None:
            return [(_("Attendance"), rect)]
        upper = QRect(rect.left(), rect.top() + px(8), rect.width(), px(18))
        lower = QRect(rect.left(), rect.top() + px(27), rect.width(), px(18))
        if rect.width() < px(NARROW):
            return [(code(f"{half.day:%d/%m}"), upper), (part_letter(half), lower)]
        return [(f"{weekday_name(half.day)} {half.day.day}", upper), (part_word(half), lower)]


class Names(QHeaderView):
    """Number and name before each row; they stay in sight when the half-days scroll.

    A press is told by a signal of its own: Qt's choosing of a row misses the row from right to left.
    """

    pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        line = self.logicalIndexAt(event.position().toPoint())
        if line >= 0:
            self.pressed.emit(line)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        person = self.model().headerData(section, Qt.Orientation.Vertical, PERSON_ROLE)
        painter.save()
        painter.setLayoutDirection(layout_direction())
        painter.fillRect(rect, tone("surface"))
        paint_ground(painter, rect, False)
        number = QRect(rect.left() + px(14), rect.top(), px(NUMBER_WIDTH) - px(18), rect.height())
        name = QRect(rect.left() + px(NUMBER_WIDTH), rect.top(), rect.width() - px(NUMBER_WIDTH) - px(6), rect.height())
        write(painter, mirrored(number, rect), str(section + 1), font(13), "muted")
        write(painter, mirrored(name, rect), person.name if person else "", font(14), "text")
        painter.restore()


def _paint_head(painter: QPainter, rect: QRect) -> None:
    painter.fillRect(rect, tone("surface"))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tone("line"))
