"""The calendar that opens under a date, by F4, Alt+Down or its sign; the keyboard stays with the line.

Arrows go by days and weeks, PageUp and PageDown by months, with Ctrl by years, Home to today; Enter takes the day.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from craftdesk.base.dates import YEARS, is_weekend, month_name, today, week_start
from craftdesk.base.i18n import language
from craftdesk.ui.direction import mirrored
from craftdesk.ui.icons import icon, paint_icon
from craftdesk.ui.theme import font, look, px, tone

CELL, HEAD, EDGE = 34, 40, 10
MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
CENTRE = Qt.AlignmentFlag.AlignCenter
LETTERS = {"ar": "نثرخجسح", "fr": "LMMJVSD", "en": "MTWTFSS"}
"""The days of the week by a letter, from Monday."""


class Calendar(QObject):
    """Belongs to a line: `shown` gives the day with which it opens."""

    picked = Signal(object)

    def __init__(self, line: QLineEdit, shown: Callable[[], date | None]) -> None:
        super().__init__(line)
        self._line = line
        self._shown = shown
        self._month: MonthView | None = None
        # The line of a date runs from left to right on every screen; its sign stands where the screen's lines end.
        ends = QLineEdit.ActionPosition.LeadingPosition if look().rtl else QLineEdit.ActionPosition.TrailingPosition
        sign = line.addAction(icon("ph.calendar-blank", "muted"), ends)
        sign.triggered.connect(self.turn)
        line.installEventFilter(self)

    @property
    def month(self) -> "MonthView":
        """Built when it is first opened."""
        if self._month is None:
            self._month = MonthView()
            self._month.picked.connect(self._pick)
            self._line.destroyed.connect(self._month.deleteLater)
        return self._month

    def is_open(self) -> bool:
        return self._month is not None and self._month.isVisible()

    def turn(self) -> None:
        """Open it, or close it again."""
        if self.is_open():
            self.month.hide()
        else:
            self.month.open_under(self._line, self._shown() or today())
            self._line.setFocus()

    def _pick(self, day: date) -> None:
        self.month.hide()
        self.picked.emit(day)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.ShortcutOverride and self.is_open():
            # While it is open, Esc and the arrows are the calendar's, whatever the page does with them.
            event.accept()
            return True
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide) and self._month is not None:
            self._month.hide()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Down and held):
            self.turn()
            return True
        if not self.is_open() or event.key() in MODIFIERS:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.month.day)
        elif event.key() == Qt.Key.Key_Escape:
            self.month.hide()
        else:
            # A letter or a digit: the clerk would rather type.
            return self._go(event) or self._close()
        return True

    def _go(self, event: QKeyEvent) -> bool:
        months = 12 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
        forward = -1 if look().rtl else 1
        days: dict[int, int] = {
            Qt.Key.Key_Right: forward,
            Qt.Key.Key_Left: -forward,
            Qt.Key.Key_Down: 7,
            Qt.Key.Key_Up: -7,
        }
        steps: dict[int, int] = {Qt.Key.Key_PageUp: -months, Qt.Key.Key_PageDown: months}
        if event.key() in days:
            self.month.show_day(self.month.day + timedelta(days[event.key()]))
        elif event.key() in steps:
            self.month.show_day(later(self.month.day, steps[event.key()]))
        elif event.key() == Qt.Key.Key_Home:
            self.month.show_day(today())
        else:
            return False
        return True

    def _close(self) -> bool:
        self.month.hide()
        return False


def later(day: date, months: int) -> date:
    """So many months later, on the same day or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, YEARS.start), YEARS.stop - 1)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class MonthView(QFrame):
    """A month with a chosen day; a click takes another."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(px(CELL * 7 + EDGE * 2), px(HEAD + CELL * 7 + EDGE * 2))
        self.day = today()
        self.hide()

    def open_under(self, line: QLineEdit, day: date) -> None:
        window = line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        below = line.mapTo(window, QPoint(0, line.height() + px(4)))
        top = below.y()
        if top + self.height() > window.height() - px(4):
            top = line.mapTo(window, QPoint(0, 0)).y() - self.height() - px(4)
        start = below.x() + line.width() - self.width() if look().rtl else below.x()
        self.move(max(px(4), min(start, window.width() - self.width() - px(4))), max(px(4), top))
        self.show_day(day)
        self.show()
        self.raise_()

    def show_day(self, day: date) -> None:
        if day.year in YEARS:
            self.day = day
            self.update()

    def _first(self) -> date:
        return week_start(self.day.replace(day=1))

    def _cell(self, line: int, place: int) -> QRect:
        rect = QRect(px(EDGE + place * CELL), px(EDGE + HEAD + line * CELL), px(CELL), px(CELL))
        return mirrored(rect, self.rect())

    def _arrow(self, months: int) -> QRect:
        """Where a click goes to the month before or after, or to the year."""
        places = {-12: 0, -1: 1, 1: 5, 12: 6}
        return mirrored(QRect(px(EDGE + places[months] * CELL), px(EDGE), px(CELL), px(HEAD)), self.rect())

    def days(self) -> dict[date, QRect]:
        """The days in sight, six weeks from the first of the month on, and their places."""
        first = self._first()
        return {first + timedelta(n): self._cell(n // 7 + 1, n % 7) for n in range(42)}

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        for months in (-12, -1, 1, 12):
            if self._arrow(months).contains(place):
                self.show_day(later(self.day, months))
                return
        if (day := next((day for day, rect in self.days().items() if rect.contains(place)), None)) is not None:
            self.picked.emit(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        for day, rect in self.days().items():
            self._paint_day(painter, day, rect)
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        painter.setPen(tone("text"))
        painter.setFont(font(14, QFont.Weight.DemiBold))
        title = QRect(px(EDGE + 2 * CELL), px(EDGE), px(CELL * 3), px(HEAD))
        painter.drawText(mirrored(title, self.rect()), CENTRE, f"{month_name(self.day.month)} {self.day.year}")
        signs = {-12: "ph.caret-double-left", -1: "ph.caret-left", 1: "ph.caret-right", 12: "ph.caret-double-right"}
        for months in signs:
            place = self._arrow(months)
            box = QRect(0, 0, px(16), px(16))
            box.moveCenter(place.center())
            paint_icon(painter, box, signs[-months if look().rtl else months], "muted")
        painter.setPen(tone("muted"))
        painter.setFont(font(12))
        for column in range(7):
            weekday = (self._first() + timedelta(column)).weekday()
            painter.drawText(self._cell(0, column), CENTRE, LETTERS[language()][weekday])

    def _paint_day(self, painter: QPainter, day: date, rect: QRect) -> None:
        box = rect.adjusted(px(2), px(2), -px(2), -px(2))
        name = "text" if day.month == self.day.month else "faint"
        if day == self.day:
            name = "on_primary"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone("primary"))
            painter.drawRoundedRect(box, px(6), px(6))
        elif day == today():
            painter.setPen(tone("primary"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, px(6), px(6))
        elif name == "text" and is_weekend(day):
            name = "muted"
        painter.setPen(tone(name))
        painter.setFont(font(13))
        painter.drawText(rect, CENTRE, str(day.day))
