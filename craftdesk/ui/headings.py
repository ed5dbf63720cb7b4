"""The headings of a list: where a click sorts, a right click hides and brings back."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView

from craftdesk.ui.cells import PADDING
from craftdesk.ui.columns import Style, alignment
from craftdesk.ui.direction import layout_direction, mirrored
from craftdesk.ui.icons import paint_icon
from craftdesk.ui.theme import font, px, tone

STYLE_ROLE = Qt.ItemDataRole.UserRole + 2


class Headings(QHeaderView):
    """Painted by hand, so that a heading begins exactly where its cells do."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(px(40))
        self.setResizeContentsPrecision(0)
        self.sorted_by: tuple[int, bool] | None = None

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(40))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        title = self.model().headerData(section, Qt.Orientation.Horizontal)
        style = self.model().headerData(section, Qt.Orientation.Horizontal, STYLE_ROLE) or Style.TEXT
        painter.save()
        painter.fillRect(rect, tone("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tone("line"))
        inside = rect.adjusted(px(PADDING), 0, -px(PADDING), 0)
        painter.setLayoutDirection(layout_direction())
        painter.setFont(font(12, QFont.Weight.Medium))
        painter.setPen(tone("muted"))
        cut = painter.fontMetrics().elidedText(str(title), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, alignment(style), cut)
        if self.sorted_by and self.sorted_by[0] == section:
            words = painter.fontMetrics().horizontalAdvance(str(title))
            self._paint_arrow(painter, inside, words, self.sorted_by[1])
        painter.restore()

    def _paint_arrow(self, painter: QPainter, inside: QRect, words: int, descending: bool) -> None:
        after = min(inside.left() + words + px(6), inside.right() - px(12))
        place = QRect(after, inside.center().y() - px(6), px(12), px(12))
        paint_icon(painter, mirrored(place, inside), "ph.caret-down" if descending else "ph.caret-up", "primary")
