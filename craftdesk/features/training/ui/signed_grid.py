"""The cells of a signed sheet as they came back: each picture on the ground of what it was read as."""

from collections.abc import Mapping, Sequence
from typing import Any

from PIL import Image
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from craftdesk.base.i18n import _
from craftdesk.features.training.models import HalfDay, Mark, Participant
from craftdesk.features.training.rules import Sheet
from craftdesk.features.training.ui.grid import LETTERS
from craftdesk.features.training.ui.grid_model import HALF_ROLE, PERSON_ROLE
from craftdesk.features.training.ui.grid_painting import HalfDays, Names
from craftdesk.features.training.writes.signing import Cell
from craftdesk.scan.cells import Read, Verdict
from craftdesk.ui.direction import layout_direction
from craftdesk.ui.theme import px, tone

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WIDTH, _HEIGHT = 118, 46
_GROUNDS = {Verdict.SIGNED: "good_ground", Verdict.EMPTY: "surface", Verdict.DOUBTFUL: "warn_ground"}


def pixmap_of(image: Image.Image) -> QPixmap:
    """A picture from a scan for the screen."""
    seen = image.convert("RGB")
    data = QImage(seen.tobytes(), seen.width, seen.height, 3 * seen.width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(data)


class SignedModel(QAbstractTableModel):
    """People by half-days; a cell that is on no page of the file is empty."""

    def __init__(self, sheet: Sheet, read: Mapping[Cell, Read]) -> None:
        super().__init__()
        self._read = read
        people = {person for person, _half in read}
        halves = {half for _person, half in read}
        self.people: Sequence[Participant] = [each for each in sheet.participants if each.id in people]
        self.half_days: Sequence[HalfDay] = [each for each in sheet.half_days if each.id in halves]
        self.decided: dict[Cell, bool] = {}
        self._pictures = {cell: pixmap_of(each.image) for cell, each in read.items()}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.half_days)

    def cell(self, index: Index) -> Cell:
        return self.people[index.row()].id, self.half_days[index.column()].id

    def read(self, index: Index) -> Read | None:
        return self._read.get(self.cell(index))

    def picture(self, index: Index) -> QPixmap | None:
        return self._pictures.get(self.cell(index))

    def verdict(self, index: Index) -> Verdict | None:
        """What the clerk says, or what was read."""
        decided = self.decided.get(self.cell(index))
        if decided is not None:
            return Verdict.SIGNED if decided else Verdict.EMPTY
        found = self.read(index)
        return found.verdict if found else None

    def decide(self, index: Index, signed: bool | None) -> None:
        if self.read(index) is None:
            return
        if signed is None:
            self.decided.pop(self.cell(index), None)
        else:
            self.decided[self.cell(index)] = signed
        self.dataChanged.emit(index, index)

    def doubtful(self) -> list[QModelIndex]:
        """What is left to decide, person by person."""
        every = (self.index(line, column) for line in range(len(self.people)) for column in range(len(self.half_days)))
        return [each for each in every if self.verdict(each) is Verdict.DOUBTFUL]

    def count(self, verdict: Verdict) -> int:
        every = (self.index(line, column) for line in range(len(self.people)) for column in range(len(self.half_days)))
        return sum(self.verdict(each) is verdict for each in every)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ARG002
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == HALF_ROLE and orientation is Qt.Orientation.Horizontal:
            return self.half_days[section]
        if role == PERSON_ROLE and orientation is Qt.Orientation.Vertical:
            return self.people[section]
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, model: SignedModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect.adjusted(1, 1, -1, -1)
        verdict, picture = self._model.verdict(index), self._model.picture(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(option.rect, tone("line"))
        painter.fillRect(rect, tone(_GROUNDS[verdict] if verdict else "page"))
        if picture is not None:
            inside = rect.adjusted(px(5), px(4), -px(5), -px(4))
            size = picture.size().scaled(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(inside.center())
            painter.drawPixmap(place, picture)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(tone("primary"))
            for inset in range(2):
                painter.drawRect(rect.adjusted(inset, inset, -inset - 1, -inset - 1))
        painter.restore()


class SignedGrid(QTableView):
    """Arrows move, the letters of present and absent decide, and the next doubtful cell comes by itself."""

    decided = Signal()
    stood = Signal(object)
    """the index on which the user stands"""

    def __init__(self, model: SignedModel) -> None:
        super().__init__()
        self.cells = model
        self.setModel(model)
        self.setItemDelegate(_Painter(model, self))
        self.setHorizontalHeader(HalfDays())
        self.setVerticalHeader(Names())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setLayoutDirection(layout_direction())
        self.setAccessibleName(_("Signatures"))
        self.setIconSize(QSize(px(_WIDTH), px(_HEIGHT)))
        self.verticalHeader().setFixedWidth(px(230))
        self.verticalHeader().setDefaultSectionSize(px(_HEIGHT))
        head = self.horizontalHeader()
        head.setMinimumSectionSize(px(84))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentChanged.connect(lambda index, _before: self.stood.emit(index))

    def go_on(self) -> None:
        """Stand on the next doubtful cell after this one, or on the first."""
        left = self.cells.doubtful()
        here = self.currentIndex()
        place = (here.row(), here.column()) if here.isValid() else (-1, -1)
        later = [each for each in left if (each.row(), each.column()) > place]
        if left:
            self.setCurrentIndex((later or left)[0])
        elif not here.isValid() and self.cells.rowCount() and self.cells.columnCount():
            self.setCurrentIndex(self.cells.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark = LETTERS.get(event.text().lower())
        if mark in (Mark.PRESENT, Mark.ABSENT):
            self.say(mark is Mark.PRESENT)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.say(None)
        elif event.key() == Qt.Key.Key_Tab:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def say(self, signed: bool | None) -> None:
        """Decide the cell on which the user stands; None takes the decision back."""
        here = self.currentIndex()
        if not here.isValid():
            return
        self.cells.decide(here, signed)
        self.decided.emit()
        if signed is not None and self.cells.doubtful():
            self.go_on()
