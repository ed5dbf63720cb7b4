"""Looking through a list before it is taken over: groups of rows, the table, the row beside it; or its columns."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads as office
from craftdesk.features.roster import importing
from craftdesk.features.roster.headings import ACTIVITY_CODE, ACTIVITY_NAME, Columns
from craftdesk.features.roster.importing import Preview
from craftdesk.features.roster.models import Artisan, Outcome
from craftdesk.features.roster.rows import Choice, Row
from craftdesk.features.roster.ui.import_columns import ColumnsView
from craftdesk.features.roster.ui.import_groups import Groups
from craftdesk.features.roster.ui.import_notes import Notes
from craftdesk.features.roster.ui.import_side import RowSide
from craftdesk.features.roster.ui.import_table import RowsTable
from craftdesk.features.roster.ui.import_targets import targets_menu
from craftdesk.features.roster.ui.import_words import GROUPS, Shown
from craftdesk.ui.actions import keys
from craftdesk.ui.cards import column, row
from craftdesk.ui.direction import margins
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label
from craftdesk.ui.side import KEY, Side
from craftdesk.ui.suggestions import Choice as Suggested
from craftdesk.ui.tasks import Progress
from craftdesk.ui.theme import px

WIDE, LEAST = 332, 640
"""Two numbers of eighteen digits stand side by side; beside that the rows keep the names and three columns in sight."""
_SUGGESTED = 8
_PLACES = frozenset({"home_commune_id", "activity_commune_id"})
HINT = N_("Typing, F2 or a double click mends a cell; F4 or a click on a heading chooses what its column holds.")


class Work(Protocol):
    """Runs a job beside the screens, while the page rests; a sentence says what it is."""

    def __call__(
        self,
        job: Callable[[Progress], Preview],
        done: Callable[[Preview], None],
        failed: Callable[[Exception], None] | None,
        title: str,
    ) -> None: ...


@dataclass(frozen=True)
class PlaceInList:
    """Where the clerk stands: the group of rows, and the cell by its row and column among them."""

    group: str
    row: int
    column: int


class PreviewView(QWidget):
    """The second step of an import. `judged` is told whenever the rows were judged anew."""

    judged = Signal()

    def __init__(self, desk: Desk, work: Work) -> None:
        super().__init__()
        self._desk = desk
        self._work = work
        self.looked: Preview | None = None
        self.groups = Groups()
        self.notes = Notes(self.read_together, self.propose)
        self.table = RowsTable(self._suggest)
        self.side = RowSide(self.decide, partial(desk.open_record, Artisan))
        self.columns = ColumnsView(self._proposed, self.show_rows)
        self._stack = QStackedWidget()
        self._lay_out()
        self.groups.chosen.connect(self.show_group)
        self.groups.sheet.connect(self.take_sheet)
        self.table.chosen.connect(lambda chosen: self.side.show_row(self.looked, chosen))
        self.table.moved.connect(self._tell_reason)
        self.table.rows_model.edited.connect(self._mend)
        self.table.headings.sectionClicked.connect(self.offer_targets)

    @property
    def buttons(self) -> dict[str, QWidget]:
        """The groups that have rows, by their names."""
        return dict(self.groups.buttons)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = column(self.table, spacing=0)
        inside.setContentsMargins(px(2), px(2), px(2), px(2))
        inside.addLayout(self._reason_line())
        card.setLayout(inside)
        self.side_place = Side(self.side, WIDE, lambda: px(LEAST))
        self.side_place.hear_key(self)
        rows = QWidget()
        both = row(spacing=14)
        both.addWidget(card, 1)
        both.addWidget(self.side_place)
        rows.setLayout(both)
        self._stack.addWidget(rows)
        self._stack.addWidget(self.columns)
        outer = column(self.groups, self.notes, spacing=10)
        outer.addWidget(self._stack, 1)
        self.setLayout(outer)

    def _reason_line(self) -> QHBoxLayout:
        self._sign = IconLabel("ph.info", "muted", 16)
        self.reason = Label("", "muted", wrap=True)
        self.reason.setMinimumHeight(px(22))
        line = row(self._sign, spacing=8)
        margins(line, px(10), px(4), px(10), px(6))
        line.addWidget(self.reason, 1)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side_place.fit(self.width())

    def show_list(self, looked: Preview) -> None:
        """Show a list from its first group that wants the clerk."""
        self.looked = looked
        self.groups.show_groups(looked)
        self.notes.show_notes(looked)
        self._stack.setCurrentIndex(0)
        self.show_group(self.groups.first())

    def shows_columns(self) -> bool:
        return self._stack.currentWidget() is self.columns

    def show_columns(self) -> None:
        """Show what the columns are taken for, or go back to the rows."""
        if self.shows_columns():
            self.show_rows()
        elif self.looked is not None and self.looked.book is not None:
            self._stack.setCurrentWidget(self.columns)
            self.columns.show_columns(self.looked)
            self.judged.emit()

    def show_rows(self) -> None:
        """Go back from the columns to the rows, which are read again where a column is another now."""
        columns = self.columns.chosen()
        self._stack.setCurrentIndex(0)
        self.judged.emit()
        self.table.setFocus()
        if columns is not None:
            self.take_columns(columns)

    def show_beside(self, step: int) -> None:
        """Show the next group of rows, or the one before."""
        self.show_group(self.groups.beside(step))

    def show_group(self, name: str) -> None:
        """Show the rows that belong to a group now; they stay in sight while they are mended."""
        if self.looked is None:
            return
        if self.shows_columns():
            self.show_rows()
        self.groups.mark(name)
        belongs = GROUPS[name][1]
        self.table.show_rows(self.looked, [each for each in self.looked.rows if belongs(each)])
        self.side.show_row(self.looked, self.table.row())
        self.table.setFocus()

    def place(self) -> PlaceInList:
        index = self.table.currentIndex()
        return PlaceInList(self.groups.now, index.row(), index.column())

    def go_to(self, place: PlaceInList) -> None:
        if place.group in self.buttons:
            self.show_group(place.group)
        index = self.table.rows_model.index(place.row, place.column)
        if index.isValid():
            self.table.setCurrentIndex(index)

    def refresh(self) -> None:
        """The rows were judged anew: show it where the clerk stands."""
        self.groups.show_groups(self.looked)
        self.table.rows_model.repaint()
        self.side.show_row(self.looked, self.table.row())
        if self.table.currentIndex().isValid():
            self._tell_reason(self.table.rows_model.shown(self.table.currentIndex()))
        self.judged.emit()

    def _tell_reason(self, shown: Shown | None) -> None:
        """The reason of the cell, or of the row, in words under the table."""
        chosen = self.table.row()
        words = shown.why if shown else ""
        if not words and chosen is not None and chosen.why is not None:
            words = chosen.why.words()
        name, tone = (shown.mark if shown else None) or ("ph.info", "muted")
        self._sign.show_icon(name, tone)
        if chosen is not None and chosen.outcome is Outcome.TWIN:
            words = self._with_key(words)
        self.reason.setText(words or _(HINT))

    def _with_key(self, words: str) -> str:
        """Where the card has given way, how the two are seen side by side."""
        if not self.side_place.has_given_way() or not self.side_place.isHidden():
            return words
        return _("{words} {key} shows both side by side.").format(words=words, key=keys(KEY))

    def _mend(self, chosen: Row, target: str, typed: str) -> None:
        if self.looked is not None:
            self._desk.read(importing.mend, self.looked, chosen, target, typed)
            self.refresh()

    def decide(self, choice: Choice | None) -> None:
        """Decide about the chosen rows, and go on to the next."""
        rows = self.table.chosen_rows()
        if self.looked is None or not rows:
            return
        self._desk.read(importing.decide, self.looked, rows, choice)
        self.refresh()
        if choice is not None and len(rows) == 1:
            self.table.next()

    def _suggest(self, target: str, typed: str) -> list[Suggested]:
        if len(typed.strip()) < 2:
            return []
        if target in _PLACES:
            places = self._desk.read(office.communes, typed, _SUGGESTED)
            return [Suggested(place.id, place.label(), place.detail(), "ph.map-pin") for place in places]
        if target in (ACTIVITY_CODE, ACTIVITY_NAME):
            every = self._desk.read(office.activities, typed, _SUGGESTED)
            return [Suggested(each.code, each.label(), each.code, "ph.hammer") for each in every]
        return []

    def offer_targets(self, section: int | None = None) -> None:
        """What else a column may be taken for: the clicked one, or the one in which the clerk stands."""
        index = self.table.currentIndex()
        if self.looked is None or self.looked.book is None or (section is None and not index.isValid()):
            return
        section = index.column() if section is None else section
        place = self.table.rows_model.columns[section].place
        menu = targets_menu(self, partial(self.take_for, place), self.looked.columns.targets[place])
        menu.aboutToHide.connect(self.table.setFocus)
        under = QPoint(self.table.headings.sectionViewportPosition(section), self.table.headings.height())
        menu.popup(self.table.headings.viewport().mapToGlobal(under))

    def take_for(self, place: int, target: str | None) -> None:
        """Take a column of the file for something else; all rows are read again."""
        if self.looked is not None:
            self.take_columns(self.looked.columns.taken_for(place, target))

    def take_columns(self, columns: Columns) -> None:
        """Read all rows again with their columns taken for something else."""
        if (looked := self.looked) is not None:
            self._read_again(
                lambda progress: self._desk.read(importing.take_columns, looked, columns, progress=progress.step)
            )

    def _proposed(self) -> Columns | None:
        return importing.proposed(self.looked) if self.looked is not None else None

    def propose(self) -> None:
        """Take the columns as their headings say."""
        if (columns := self._proposed()) is not None:
            self.take_columns(columns)

    def read_together(self) -> None:
        """Read all sheets that look alike as one list."""
        if self.looked is not None and self.looked.alike:
            self.take_sheet(self.looked.alike[0], True)

    def take_sheet(self, name: str, every: bool = False) -> None:
        """Read another sheet of the file, or every one that looks like it."""
        if self.looked is not None and self.looked.book is not None:
            book = self.looked.book
            self._read_again(
                lambda progress: self._desk.read(
                    importing.look_through, book, sheet=name, every=every, progress=progress.step
                )
            )

    def _read_again(self, look: Callable[[Progress], Preview]) -> None:
        self._work(look, self._replace, self._tell_problem, _("The list is read"))

    def _tell_problem(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._desk.tell(str(error), "bad")
        self.table.setFocus()

    def _replace(self, looked: Preview) -> None:
        now = self.groups.now
        self.looked = looked
        self.groups.show_groups(looked)
        self.notes.show_notes(looked)
        self.show_group(now if now in self.groups.buttons else self.groups.first())
        self.judged.emit()
