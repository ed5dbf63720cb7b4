"""How the records side by side are painted: who, what, and which value stands."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from craftdesk.base.i18n import _
from craftdesk.features.twins.proposing import State
from craftdesk.features.twins.ui.compare_model import CELL_ROLE, LABEL_ROLE, PERSON_ROLE, Cell, Head, Index, Label
from craftdesk.ui.cells import write
from craftdesk.ui.direction import layout_direction, mirrored
from craftdesk.ui.icons import paint_icon
from craftdesk.ui.painting import paint_initials, paint_pill, pill_width
from craftdesk.ui.theme import font, px, tone

HEAD, LINE = 66, 36
_PADDING = 12
_SIGN = 16
_SMALLEST = 11
_NARROW = 176
"""Below this width a column shows no initials."""


class CellPainter(QStyledItemDelegate):
    """The value that stands on its ground with a tick; the others muted."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        cell: Cell = index.data(CELL_ROLE)
        painter.save()
        painter.setLayoutDirection(layout_direction())
        _ground(painter, rect)
        inside = rect.adjusted(px(_PADDING), 0, -px(_PADDING), -1)
        # Over what Qt has laid under the cell with the cursor: the ground says what was chosen, and nothing else.
        painter.fillRect(rect.adjusted(0, 0, 0, -1), tone("primary_ground" if cell.chosen else "surface"))
        if cell.chosen is not None:
            sign = QRect(inside.left(), inside.center().y() - px(_SIGN) // 2, px(_SIGN), px(_SIGN))
            name = "ph.check-circle-fill" if cell.chosen else "ph.circle"
            paint_icon(painter, mirrored(sign, inside), name, "primary" if cell.chosen else "faint")
        words = mirrored(inside.adjusted(px(_SIGN + 8), 0, 0, 0), inside)
        tone_name = "muted" if cell.chosen is False or not cell.text else "text"
        write(painter, words, cell.text or "—", _fitting(cell.text, words.width()), tone_name)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(tone("primary" if option.state & QStyle.StateFlag.State_HasFocus else "faint"))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(px(120), px(LINE))


class People(QHeaderView):
    """Whom the columns are about, and whose record stays."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        head: Head = self.model().headerData(section, Qt.Orientation.Horizontal, PERSON_ROLE)
        name = head.seen.side.artisan.label()
        painter.save()
        painter.setLayoutDirection(layout_direction())
        painter.fillRect(rect, tone("surface"))
        _ground(painter, rect)
        inside = rect.adjusted(px(_PADDING), 0, -px(_PADDING), -1)
        words = inside
        if rect.width() >= px(_NARROW):
            face = QRect(inside.left(), inside.center().y() - px(20), px(40), px(40))
            paint_initials(painter, mirrored(face, inside), name)
            words = inside.adjusted(px(50), 0, 0, 0)
        upper = QRect(words.left(), words.center().y() - px(24), words.width(), px(24))
        write(painter, mirrored(upper, inside), name, font(15, QFont.Weight.DemiBold), "text")
        self._paint_fate(painter, QRect(words.left(), words.center().y() + px(1), words.width(), px(22)), inside, head)
        painter.restore()

    def _paint_fate(self, painter: QPainter, place: QRect, inside: QRect, head: Head) -> None:
        """What becomes of the record."""
        if not head.stays:
            write(painter, mirrored(place, inside), _("is joined to it"), font(12), "muted")
            return
        words = _("stays")
        pill = QRect(place.left(), place.top(), min(pill_width(words), place.width()), place.height())
        paint_pill(painter, mirrored(pill, inside), words, "good")


class Labels(QHeaderView):
    """What the lines are about; a sign where the records contradict each other."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(px(LINE))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        label: Label = self.model().headerData(section, Qt.Orientation.Vertical, LABEL_ROLE)
        differs = label.state is State.CONFLICT
        painter.save()
        painter.setLayoutDirection(layout_direction())
        painter.fillRect(rect, tone("surface"))
        _ground(painter, rect)
        inside = rect.adjusted(px(_PADDING), 0, -px(6), -1)
        if differs:
            sign = QRect(inside.left(), inside.center().y() - px(8), px(16), px(16))
            paint_icon(painter, mirrored(sign, inside), "ph.warning", "copper_line")
        words = inside.adjusted(px(22), 0, 0, 0)
        shape = _fitting(label.text, words.width(), 13)
        write(painter, mirrored(words, inside), label.text, shape, "copper" if differs else "muted")
        painter.restore()


def _fitting(text: str, room: int, largest: int = 14) -> QFont:
    """What is long is read whole, in smaller letters where there is little room."""
    shapes = [font(size) for size in range(largest, _SMALLEST - 1, -1)]
    return next((each for each in shapes if QFontMetrics(each).horizontalAdvance(text) <= room), font(_SMALLEST + 1))


def _ground(painter: QPainter, rect: QRect) -> None:
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tone("line"))
