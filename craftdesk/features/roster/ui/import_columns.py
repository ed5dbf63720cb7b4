"""What each column of a list is taken for, all of them one under the other, to be changed by the keyboard."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from craftdesk.base.dates import format_short
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_number
from craftdesk.features.roster.cells import text_of
from craftdesk.features.roster.headings import Columns
from craftdesk.features.roster.importing import Preview
from craftdesk.features.roster.reading import Cell
from craftdesk.features.roster.ui.import_rows import ROOT, Index
from craftdesk.features.roster.ui.import_targets import found
from craftdesk.features.roster.ui.import_words import target_label
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import column, row
from craftdesk.ui.cells import paint_ground, write
from craftdesk.ui.direction import apart, layout_direction, margins, mirrored
from craftdesk.ui.headings import Headings
from craftdesk.ui.icons import paint_icon
from craftdesk.ui.inputs import EntryLine
from craftdesk.ui.labels import Label
from craftdesk.ui.suggestions import Choice, Suggestions
from craftdesk.ui.theme import font, px, row_height

HEADINGS = (N_("Heading in the file"), N_("What stands below it"), N_("Taken for"))
TAKEN = 2
_EXAMPLES, _LOOKED_AT = 3, 200
_TAKES_NONE = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_OF_THE_PAGE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ColumnsModel(QAbstractTableModel):
    """One row a column of the file; `chosen` tells its place and what it is to be taken for."""

    chosen = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.columns: Columns | None = None
        self.places: Sequence[int] = ()
        self._examples: dict[int, str] = {}

    def show_columns(self, looked: Preview) -> None:
        self.beginResetModel()
        self.columns = looked.columns
        below = looked.source.lines[looked.columns.line + 1 :][:_LOOKED_AT] if looked.source else ()
        self._examples = {place: _examples(below, place) for place in range(len(self.columns.texts))}
        self.places = [place for place, text in enumerate(self.columns.texts) if text or self._examples[place]]
        self.endResetModel()

    def take(self, columns: Columns) -> None:
        self.columns = columns
        if self.places:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.places) - 1, TAKEN))

    def target(self, row: int) -> str | None:
        return self.columns.targets[self.places[row]] if self.columns else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.places)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or self.columns is None:
            return None
        place = self.places[index.row()]
        if index.column() == TAKEN:
            return target_label(self.columns.targets[place])
        return apart(self.columns.texts[place] if index.column() == 0 else self._examples[place])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ARG002
        self.chosen.emit(self.places[index.row()], str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() == TAKEN else usual

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[section])
        return None


def _examples(lines: Sequence[Sequence[Any]], place: int) -> str:
    texts = (_shown(line[place]) for line in lines if place < len(line))
    different = dict.fromkeys(" ".join(text.split()) for text in texts if text.strip())
    return " · ".join(apart(text) for text in list(different)[:_EXAMPLES])


def _shown(cell: Cell) -> str:
    return format_short(cell) if isinstance(cell, date) else text_of(cell)


class ColumnPainter(QStyledItemDelegate):
    """Paints the three cells of a column, and opens the line in which its field is sought."""

    picked = Signal(str)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """The list of suggestions hears the arrows, Enter and Esc first."""
        inside = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        suggestions = editor.property("suggestions")
        return False if inside and suggestions and suggestions.is_open() else super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        paint_ground(painter, rect, bool(option.state & QStyle.StateFlag.State_Selected))
        inside = rect.adjusted(px(14), 0, -px(14), 0)
        painter.save()
        painter.setLayoutDirection(layout_direction())
        if index.column() == TAKEN:
            self._paint_target(painter, inside, index)
        else:
            shape, tone_name = (font(14, QFont.Weight.Medium), "text") if index.column() == 0 else (font(13), "muted")
            write(painter, inside, str(index.data()), shape, tone_name)
        painter.restore()

    def _paint_target(self, painter: QPainter, inside: QRect, index: Index) -> None:
        taken = cast("ColumnsModel", index.model()).target(index.row()) is not None
        arrow = QRect(inside.left(), inside.center().y() - px(6), px(12), px(12))
        paint_icon(painter, mirrored(arrow, inside), "ph.caret-down", "primary" if taken else "faint")
        words = mirrored(inside.adjusted(px(20), 0, 0, 0), inside)
        write(painter, words, str(index.data()), font(14), "primary" if taken else "muted")

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        now = cast("ColumnsModel", index.model()).target(index.row())
        line = EntryLine()
        line.setParent(parent)
        line.setStyleSheet(f"border-radius: 0; min-height: {px(24)}px;")
        line.setPlaceholderText(target_label(now))
        suggestions = Suggestions(line)
        line.setProperty("suggestions", suggestions)
        line.textEdited.connect(lambda typed: suggestions.offer(found(typed, now)))
        suggestions.picked.connect(partial(self._take, line))
        return line

    def _take(self, line: EntryLine, choice: Choice) -> None:
        line.setProperty("taken", choice.key)
        self.commitData.emit(line)
        self.closeEditor.emit(line, QAbstractItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Everything is offered as soon as the line is in sight."""
        now = cast("ColumnsModel", index.model()).target(index.row())
        suggestions: Suggestions = editor.property("suggestions")
        if not cast("EntryLine", editor).text():
            QTimer.singleShot(0, editor, lambda: suggestions.offer(found("", now)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed and not chosen from the list says nothing."""
        if editor.property("taken") is not None:
            model.setData(index, editor.property("taken"))


class ColumnsTable(QTableView):
    """Enter or typing seeks a field, Delete takes the column for nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.columns_model = ColumnsModel()
        self.setModel(self.columns_model)
        self.setItemDelegate(ColumnPainter(self))
        self.setHorizontalHeader(Headings())
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(False))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setColumnWidth(0, px(240))
        self.setColumnWidth(TAKEN, px(300))
        self.clicked.connect(self._clicked)

    def go_to(self, place: int) -> None:
        self.setCurrentIndex(self.columns_model.index(place, TAKEN))

    def _clicked(self, index: QModelIndex) -> None:
        self.go_to(index.row())
        self.edit(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        """Delete is not a key of the page here."""
        if event.type() == QEvent.Type.ShortcutOverride and cast("QKeyEvent", event).key() in _TAKES_NONE:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and now.isValid():
            self.edit(now.siblingAtColumn(TAKEN))
        elif event.key() in _TAKES_NONE and now.isValid():
            self.columns_model.setData(now, "")
        elif event.key() == Qt.Key.Key_Escape or event.modifiers() & _OF_THE_PAGE:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ColumnsView(QWidget):
    """Chooses the columns; `done` is told with them when the clerk goes back to the rows."""

    def __init__(self, propose: Callable[[], Columns | None], back: Callable[[], object]) -> None:
        super().__init__()
        self._propose = propose
        self.table = ColumnsTable()
        self.count = Label("", "muted")
        self.table.columns_model.chosen.connect(self._choose)
        self._before: Columns | None = None
        card = QFrame()
        card.setProperty("role", "card")
        inside = column(self.table, spacing=0)
        inside.setContentsMargins(px(2), px(2), px(2), px(2))
        inside.addLayout(self._foot(back))
        card.setLayout(inside)
        outer = column(card)
        self.setLayout(outer)

    def _foot(self, back: Callable[[], object]) -> Any:
        line = row(self.count, spacing=10)
        margins(line, px(12), px(8), px(10), px(8))
        line.addStretch(1)
        line.addWidget(ActionButton(Action(N_("As the headings propose"), "ph.arrow-counter-clockwise", self.propose)))
        line.addWidget(ActionButton(Action(N_("Show the rows"), "ph.rows", back, "Esc")))
        return line

    def show_columns(self, looked: Preview) -> None:
        self._before = looked.columns
        self.table.columns_model.show_columns(looked)
        self.table.go_to(self._first())
        self._tell()
        self.table.setFocus()

    def chosen(self) -> Columns | None:
        """The columns where they are others than before."""
        now = self.table.columns_model.columns
        return now if now is not None and self._before is not None and now.targets != self._before.targets else None

    def propose(self) -> None:
        """Take the columns as their headings say."""
        if (columns := self._propose()) is not None:
            self.table.columns_model.take(columns)
            self._tell()
        self.table.setFocus()

    def _first(self) -> int:
        """The first column that is taken for nothing."""
        model = self.table.columns_model
        return next((row for row in range(model.rowCount()) if model.target(row) is None), 0)

    def _choose(self, place: int, target: str) -> None:
        columns = self.table.columns_model.columns
        if columns is not None:
            self.table.columns_model.take(columns.taken_for(place, target or None))
            self._tell()

    def _tell(self) -> None:
        model = self.table.columns_model
        taken = sum(model.target(row) is not None for row in range(model.rowCount()))
        words = _("{taken} of {number} columns are taken over · Enter chooses a field, Delete takes none")
        self.count.setText(words.format(taken=format_number(taken), number=format_number(model.rowCount())))
