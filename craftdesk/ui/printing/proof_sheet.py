"""The sheet that shows how far a printer's pages are out of place: two lines, two rulers, and what to do."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextOption

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart, format_number, isolate
from craftdesk.ui.direction import layout_direction
from craftdesk.ui.preview.file import A4
from craftdesk.ui.printing import printers
from craftdesk.ui.printing.engine import INCH, set_sheet
from craftdesk.ui.theme import FAMILY

AWAY = 50
"""Millimetres from both edges to the lines that are to be measured."""
FIRST, RULER = 20, 100
STEPS = (
    N_("Measure with a ruler from the left edge of this sheet to the upright line: it should be {away} mm."),
    N_("Measure from the upper edge to the level line: it should be {away} mm as well."),
    N_("What is missing to {away} is added to the shift in the print window, what is too much is taken off it."),
    N_("Example: measured 48.5 mm from the left edge: 1.5 is added to the shift to the right."),
    N_("From 50 to 150 the ruler must be 100 mm long. If not, choose “actual size” in the settings of the printer."),
)


def print_test_sheet(name: str, lies: bool, file: str = "") -> None:
    """Print the sheet for pages of this direction, moved as they are now."""
    printer = printers.opened(name, file)
    printer.setDocName(_("Test page"))
    set_sheet(printer, A4[::-1] if lies else A4)
    painter = QPainter()
    refuse_if(not painter.begin(printer), printers.gone(name))
    moved = printers.shift(name, lies)
    dots = printer.resolution() / INCH
    painter.translate(moved.right * dots, moved.down * dots)
    _Sheet(painter, dots, lies).draw(name, moved)
    refuse_if(not painter.end(), printers.gone(name))


@dataclass
class _Sheet:
    """Draws in millimetres; `dots` is how many of the printer's a millimetre has."""

    painter: QPainter
    dots: float
    lies: bool

    def draw(self, name: str, moved: printers.Shift) -> None:
        width, height = (297, 210) if self.lies else (210, 297)
        self._line(AWAY, 8, AWAY, height - 60, 0.25)
        self._line(8, AWAY, width - 20, AWAY, 0.25)
        self._ruler(8)
        self._arrows()
        words = [_(step).format(away=isolate(f"{AWAY}")) for step in STEPS]
        now = _("Printed with a shift of {right} mm to the right and {down} mm down.").format(
            right=format_number(moved.right), down=format_number(moved.down)
        )
        top = AWAY + 12.0
        top += self._text(_("Test page"), top, 7, QFont.Weight.Bold)
        turned = _("Lying pages") if self.lies else _("Upright pages")
        top += self._text(f"{apart(name)} · {turned}", top, 4.2)
        top += self._text(now, top, 4.2) + 4
        for number, step in enumerate(words, 1):
            top += self._text(f"{number}. {step}", top, 4.2) + 1.5

    def _ruler(self, away: float) -> None:
        """Millimetres along both edges, counted from the edge."""
        for place in range(FIRST, AWAY + RULER + 1):
            long = 6 if place % 10 == 0 else 4 if place % 5 == 0 else 2.5
            self._line(place, away, place, away + long, 0.18)
            self._line(away, place, away + long, place, 0.18)
            if place % 10 == 0:
                self._number(place, place, away + 9)
                self._number(place, away + 10, place)

    def _arrows(self) -> None:
        self.painter.setPen(QPen(Qt.GlobalColor.black, 0.3 * self.dots))
        for across, down in ((1, 0), (0, 1)):
            for sign in (-1.6, 1.6):
                tip = QPointF(AWAY * across + 30 * down, AWAY * down + 30 * across)
                tail = QPointF(tip.x() - 4 * across + sign * down, tip.y() - 4 * down + sign * across)
                self.painter.drawLine(QLineF(tip * self.dots, tail * self.dots))
        self._line(24, 30, AWAY, 30, 0.3)
        self._line(30, 24, 30, AWAY, 0.3)

    def _line(self, left: float, top: float, right: float, bottom: float, thick: float) -> None:
        self.painter.setPen(QPen(Qt.GlobalColor.black, thick * self.dots))
        self.painter.drawLine(QLineF(left * self.dots, top * self.dots, right * self.dots, bottom * self.dots))

    def _number(self, number: int, across: float, down: float) -> None:
        self.painter.setFont(self._font(2.8))
        place = QRectF((across - 6) * self.dots, (down - 3) * self.dots, 12 * self.dots, 6 * self.dots)
        self.painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))

    def _text(self, words: str, top: float, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> float:
        """Words from the leading side; the height that they take."""
        width = (297 if self.lies else 210) - AWAY - 8 - 20
        self.painter.setFont(self._font(size, weight))
        room = QRectF((AWAY + 8) * self.dots, top * self.dots, width * self.dots, 100 * self.dots)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(layout_direction())
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        needed = self.painter.boundingRect(room, words, option)
        self.painter.drawText(room, words, option)
        return needed.height() / self.dots + 1

    def _font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(round(size * self.dots))
        font.setWeight(weight)
        return font
