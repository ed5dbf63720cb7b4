"""The attendance sheet as a table: people by half-days, and at the end of each row how much was attended."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from craftdesk.base.dates import format_long_day
from craftdesk.base.i18n import _
from craftdesk.features.training import rules
from craftdesk.features.training.models import MARKS, PARTS, HalfDay, Mark, Participant, mark_letter
from craftdesk.features.training.rules import Right, Sheet, Verdict

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
HALF_ROLE = Qt.ItemDataRole.UserRole + 1
PERSON_ROLE = Qt.ItemDataRole.UserRole + 2

TONES = {Mark.PRESENT: "good", Mark.ABSENT: "bad", Mark.EXCUSED: "warn", Mark.LATE: "primary"}
SHARE_TONES = {Verdict.YES: "good", Verdict.NO: "copper_line", Verdict.OPEN: "primary"}


class GridModel(QAbstractTableModel):
    """Holds a sheet and follows each mark without reading the sheet again."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self.rights: list[Right] = []

    def show_sheet(self, sheet: Sheet) -> None:
        self.beginResetModel()
        self.sheet = sheet
        self.rights = list(rules.rights(sheet).values())
        self.endResetModel()

    def take_marks(self, sheet: Sheet) -> None:
        """Show the marks of a sheet whose people and half-days are the ones shown already."""
        if self.sheet is None or _frame(self.sheet) != _frame(sheet):
            self.show_sheet(sheet)
            return
        self.sheet = sheet
        self.rights = list(rules.rights(sheet).values())
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def put(self, row: int, column: int, mark: Mark | None) -> None:
        """Show a mark that was written."""
        person, half = self.person(row), self.half_day(column)
        if self.sheet is None or person is None or half is None:
            return
        if mark is None:
            self.sheet.marks.pop((person.id, half.id), None)
        else:
            self.sheet.marks[(person.id, half.id)] = mark
        self.rights[row] = rules.right(self.sheet.session, self.sheet.marks_of(person))
        self.dataChanged.emit(self.index(row, column), self.index(row, self.columnCount() - 1))

    def person(self, row: int) -> Participant | None:
        people = self.sheet.participants if self.sheet else ()
        return people[row] if 0 <= row < len(people) else None

    def half_day(self, column: int) -> HalfDay | None:
        halves = self.sheet.half_days if self.sheet else ()
        return halves[column] if 0 <= column < len(halves) else None

    def is_early(self, column: int) -> bool:
        """Whether the half-day has not come yet."""
        half = self.half_day(column)
        return half is not None and rules.is_early(half)

    def mark(self, row: int, column: int) -> Mark | None:
        person, half = self.person(row), self.half_day(column)
        return self.sheet.marks.get((person.id, half.id)) if self.sheet and person and half else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or not self.sheet else len(self.sheet.participants)

    def columnCount(self, parent: Index = ROOT) -> int:
        """The half-days, and the share behind them."""
        return 0 if parent.isValid() or not self.sheet else len(self.sheet.half_days) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        half = self.half_day(index.column())
        if half is None:
            return self._of_share(self.rights[index.row()], role)
        mark = self.mark(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return mark_letter(mark) if mark else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            person = self.person(index.row())
            told = _("Not come yet") if rules.is_early(half) and not mark else mark_in_words(mark)
            return " · ".join((person.name if person else "", half_in_words(half), told))
        return None

    def _of_share(self, right: Right, role: int) -> Any:
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return right.why if role in words else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._of_person(self.person(section), role)
        half = self.half_day(section)
        if role == HALF_ROLE:
            return half
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if role in words:
            return half_in_words(half) if half else _("Attendance")
        return None

    def _of_person(self, person: Participant | None, role: int) -> Any:
        if role == PERSON_ROLE:
            return person
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return person.name if person and role in words else None


def _frame(sheet: Sheet) -> tuple[list[str], list[tuple[object, ...]], str]:
    """What the table's lines and columns are made from."""
    people = [f"{each.id} {each.name}" for each in sheet.participants]
    halves: list[tuple[object, ...]] = [
        (each.id, each.day, each.part, each.starts, each.ends) for each in sheet.half_days
    ]
    return people, halves, f"{sheet.session.min_share} {sheet.session.excused_counts} {sheet.session.state}"


def half_in_words(half: HalfDay) -> str:
    return _(", ").join((format_long_day(half.day), _(PARTS[half.part])))


def mark_in_words(mark: Mark | None) -> str:
    return _(MARKS[mark]) if mark else _("Not entered")
