"""The rows of a list on the screen: each cell as it will be taken, its faults on it, to be mended in its place."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from craftdesk.base.fields import Script
from craftdesk.base.i18n import _
from craftdesk.data.model import fields_of
from craftdesk.features.roster.headings import ACTIVITY_CODE
from craftdesk.features.roster.importing import Preview
from craftdesk.features.roster.judging import name_of
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.rows import Row
from craftdesk.features.roster.ui.import_rows import FileColumn, Index, RowsModel
from craftdesk.features.roster.ui.import_words import cell, outcome_words, place_words, target_label
from craftdesk.ui.cells import paint_ground, write
from craftdesk.ui.direction import layout_direction, mirrored
from craftdesk.ui.icons import paint_icon
from craftdesk.ui.inputs import EntryLine
from craftdesk.ui.suggestions import Choice, Suggestions
from craftdesk.ui.theme import font, px, row_height, tone

Ask = Callable[[str, str], Sequence[Choice]]
"""Suggestions for what is typed into a cell of a target."""
_WIDTHS = {
    "nin": 186,
    "birth_date": 124,
    "registered_on": 124,
    "sex": 80,
    "phone": 146,
    "activity_code": 116,
    "activity_name": 220,
    "home_commune_id": 150,
    "names_ar": 210,
    "names_la": 230,
    "register_no": 150,
}
_USUAL_WIDTH = 140
_ICON = 22
_OF_THE_LIST = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})


class RowPainter(QStyledItemDelegate):
    """Paints a cell with its mark, and opens the line in which it is mended."""

    def __init__(self, table: "RowsTable", ask: Ask) -> None:
        super().__init__(table)
        self._table = table
        self._ask = ask
        self._suggestions: Suggestions | None = None

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Esc belong to the list of suggestions while it is open."""
        if isinstance(event, QKeyEvent) and event.key() in _OF_THE_LIST and self._has_suggestions():
            return False
        return super().eventFilter(editor, event)

    def _has_suggestions(self) -> bool:
        return self._suggestions is not None and self._suggestions.is_open()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        paint_ground(painter, rect, bool(option.state & QStyle.StateFlag.State_Selected))
        painter.save()
        painter.setLayoutDirection(layout_direction())
        self._paint_cell(painter, rect, index)
        if self._table.hasFocus() and index == self._table.currentIndex():
            painter.setPen(tone("primary"))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRect, index: Index) -> None:
        shown = cast("RowsModel", index.model()).shown(index)
        if shown.mark and shown.grounded:
            painter.fillRect(rect.adjusted(1, 1, -1, -2), tone(f"{shown.mark[1]}_ground"))
        inside = rect.adjusted(px(10), 0, -px(10), 0)
        if shown.mark:
            place = QRect(inside.left(), inside.center().y() - px(8), px(16), px(16))
            paint_icon(painter, mirrored(place, inside), *shown.mark)
        words = inside.adjusted(px(_ICON) if shown.mark else 0, 0, 0, 0)
        aside = self._table.rows_model.target(index.column()) is None
        write(painter, mirrored(words, inside), shown.text, font(14), "muted" if aside else "text")

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        target = self._table.rows_model.target(index.column()) or ""
        line = EntryLine(_script(target))
        line.setParent(parent)
        line.setStyleSheet(f"border-radius: 0; min-height: {px(24)}px;")
        suggestions = self._suggestions = Suggestions(line)
        line.textEdited.connect(lambda typed: suggestions.offer(self._ask(target, typed)))
        suggestions.picked.connect(partial(self._take, line))
        line.destroyed.connect(partial(self._forget, suggestions))
        return line

    def _forget(self, suggestions: Suggestions, _line: QObject | None = None) -> None:
        if self._suggestions is suggestions:
            self._suggestions = None

    def _take(self, line: EntryLine, choice: Choice) -> None:
        line.setText(choice.key)
        self.commitData.emit(line)
        self.closeEditor.emit(line, QAbstractItemDelegate.EndEditHint.SubmitModelCache)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        cast("EntryLine", editor).setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        model.setData(index, cast("EntryLine", editor).text())


def _script(target: str) -> Script:
    field = fields_of(Artisan).get(target)
    if target == ACTIVITY_CODE:
        return Script.DIGITS
    if field is None:
        return Script.LATIN if target.endswith("_la") else Script.ARABIC if target.endswith("_ar") else Script.ANY
    return field.script


class FileHeadings(QHeaderView):
    """The heading of the file above, below it what the column is taken for; a click offers something else."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(px(44))
        self.setFixedHeight(px(52))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        model = cast("RowsModel", self.model())
        painter.save()
        painter.setLayoutDirection(layout_direction())
        painter.fillRect(rect, tone("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tone("line"))
        inside = rect.adjusted(px(10), px(4), -px(10), -px(4))
        self._paint_column(painter, inside, model.columns[section])
        painter.restore()

    def _paint_column(self, painter: QPainter, inside: QRect, column: FileColumn) -> None:
        half = inside.height() // 2
        if not column.place_in_file:
            write(painter, inside, column.heading, font(13, QFont.Weight.Medium), "text")
            return
        upper = QRect(inside.left(), inside.top(), inside.width(), half)
        write(painter, upper, column.heading, font(13, QFont.Weight.Medium), "text")
        lower = QRect(inside.left(), inside.top() + half, inside.width(), half)
        arrow = QRect(lower.left(), lower.center().y() - px(5), px(11), px(11))
        tone_name = "primary" if column.target else "faint"
        paint_icon(painter, mirrored(arrow, lower), "ph.caret-down", tone_name)
        words = lower.adjusted(px(15), 0, 0, 0)
        write(painter, mirrored(words, lower), target_label(column.target), font(12), tone_name)


class PersonHeadings(QHeaderView):
    """Who each row is and what becomes of it; stays in sight while the cells go sideways."""

    def __init__(self, table: "RowsTable") -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._table = table
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(row_height(True))
        self.setFixedWidth(px(206))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        shown = self._table.rows_model.rows[section]
        painter.save()
        painter.setLayoutDirection(layout_direction())
        painter.fillRect(rect, tone("surface"))
        paint_ground(painter, rect, self._table.selectionModel().isRowSelected(section, QModelIndex()))
        edge = QRect(rect.right() - 1, rect.top(), 1, rect.height())
        painter.fillRect(mirrored(edge, rect), tone("line"))
        inside = rect.adjusted(px(10), px(3), -px(10), -px(3))
        half = inside.height() // 2
        upper = QRect(inside.left(), inside.top(), inside.width(), half)
        write(painter, upper, name_of(shown.values) or _("No name"), font(14), "text")
        self._paint_outcome(painter, QRect(inside.left(), inside.top() + half, inside.width(), half), shown)
        painter.restore()

    def _paint_outcome(self, painter: QPainter, rect: QRect, shown: Row) -> None:
        words, tone_name = outcome_words(shown)
        write(painter, rect, words, font(12, QFont.Weight.Medium), tone_name)
        taken = painter.fontMetrics().horizontalAdvance(words) + px(8)
        rest = rect.adjusted(taken, 0, 0, 0)
        looked = self._table.rows_model.looked
        number = place_words(looked, shown) if looked is not None else ""
        write(painter, mirrored(rest, rect), number, font(12), "muted")


class RowsTable(QTableView):
    """The table: a row is chosen, a cell is mended by typing, F2 or a double click."""

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self.rows_model = RowsModel()
        self.headings = FileHeadings()
        self.setModel(self.rows_model)
        self.setItemDelegate(RowPainter(self, ask))
        self.setHorizontalHeader(self.headings)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalHeader(PersonHeadings(self))
        self.selectionModel().currentChanged.connect(self._tell)

    def show_rows(self, looked: Preview, rows: Sequence[Row]) -> None:
        self.rows_model.show_rows(looked, rows)
        for place, column in enumerate(self.rows_model.columns):
            self.setColumnWidth(place, px(_WIDTHS.get(column.target or "", _USUAL_WIDTH)))
        if rows:
            self.go_to(0)

    def row(self) -> Row | None:
        place = self.currentIndex().row()
        return self.rows_model.rows[place] if 0 <= place < len(self.rows_model.rows) else None

    def chosen_rows(self) -> list[Row]:
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.rows_model.rows[place] for place in places]

    def go_to(self, place: int) -> None:
        """Stand in a row, at the cell about which there is most to say."""
        if not 0 <= place < len(self.rows_model.rows):
            return
        index = self.rows_model.index(place, self._worst(self.rows_model.rows[place]))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def next(self) -> None:
        self.go_to(self.currentIndex().row() + 1)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_on()

    def _go_on(self) -> None:
        """After Enter: to what is left to mend in the row, else to the next row; a cell still at fault is not left."""
        now, row = self.currentIndex(), self.row()
        if row is None or self.rows_model.shown(now).grounded:
            return
        left = self.rows_model.index(now.row(), self._worst(row))
        if self.rows_model.shown(left).grounded:
            self.setCurrentIndex(left)
        else:
            self.next()

    def _worst(self, row: Row) -> int:
        """The first column whose cell has a fault on its ground, or the first of the file."""
        for place, column in enumerate(self.rows_model.columns):
            if column.target and self.rows_model.looked and cell(self.rows_model.looked, row, column.target).grounded:
                return place
        return 0

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        self.moved.emit(self.rows_model.shown(now) if now.isValid() else None)
        self.verticalHeader().viewport().update()
        if now.row() != before.row():
            self.chosen.emit(self.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        else:
            super().keyPressEvent(event)
