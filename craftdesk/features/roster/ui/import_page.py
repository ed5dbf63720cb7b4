"""Taking over a list of artisans: choose it, look at every row, mend, take over."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk, Told
from craftdesk.features.roster import importing
from craftdesk.features.roster.importing import Preview
from craftdesk.features.roster.models import Artisan, ImportedRow
from craftdesk.features.roster.rows import Choice
from craftdesk.features.roster.taking_over import take_over
from craftdesk.features.roster.ui.import_groups import NEXT, PREVIOUS
from craftdesk.features.roster.ui.import_side import APART, APART_KEY, JOIN, JOIN_KEY, LEAVE, LEAVE_KEY
from craftdesk.features.roster.ui.import_start import StartView
from craftdesk.features.roster.ui.import_view import PlaceInList, PreviewView
from craftdesk.ui.actions import Action
from craftdesk.ui.direction import apart
from craftdesk.ui.icons import chevron
from craftdesk.ui.keeping import FILTERS
from craftdesk.ui.page import PageFrame
from craftdesk.ui.tasks import Progress

T = TypeVar("T")
Written = tuple[Told | None, frozenset[type[Model]]]
"""What is told of an import (nothing, where it brought nothing new), and the tables that it touched."""
FOLLOWED = frozenset({Artisan, ImportedRow})


class ImportPage(PageFrame):
    """Goes from the file to the rows and back to the roster."""

    kept_in_turn = FILTERS

    def __init__(self, desk: Desk, back: Callable[[], object]) -> None:
        self._desk = desk
        self._back = back
        self._busy = False
        self._stack = QStackedWidget()
        self.start = StartView(desk, self.open_file, self.show_waiting)
        self.view = PreviewView(desk, self._work)
        self._first = [
            Action(N_("Back to the roster"), chevron(forward=False), self._leave, "Esc"),
        ]
        self._second = [
            Action(N_("Another file"), chevron(forward=False), self.begin, "Alt+Left", self._is_idle),
            Action(N_("Columns of the file"), "ph.table", self.view.show_columns, "Ctrl+T", self._has_file),
            Action(
                N_("Import these rows"), "ph.check", self.take_over, "Ctrl+Return", self._may_take_over, primary=True
            ),
        ]
        self._keys = [
            self.start.choose_action,
            Action(JOIN, "", lambda: self._decide(Choice.JOIN), JOIN_KEY, self._shows_rows),
            Action(APART, "", lambda: self._decide(Choice.APART), APART_KEY, self._shows_rows),
            Action(LEAVE, "", lambda: self._decide(Choice.LEAVE), LEAVE_KEY, self._shows_rows),
            Action(N_("Next group of rows"), "", lambda: self._turn(1), NEXT, self._shows_rows),
            Action(N_("Group of rows before"), "", lambda: self._turn(-1), PREVIOUS, self._shows_rows),
            Action(N_("What the column holds"), "", self.view.offer_targets, "F4", self._shows_rows),
        ]
        super().__init__(_("Import of a list"), actions=[*self._first, *self._second, *self._keys])
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.view)
        self.corner.insertWidget(0, self.view.side_place.button)
        self.set_body(self._stack)
        self.view.judged.connect(self._tell_counts)
        desk.worker.ended.connect(self._rest)
        desk.changed.connect(self._follow)
        self.begin()

    @property
    def looked(self) -> Preview | None:
        """The list that is looked through; None at the first step."""
        return self.view.looked if self._stack.currentWidget() is self.view else None

    def begin(self) -> None:
        """Go to the first step."""
        self.view.looked = None
        self.start.tell_problem("")
        self.start.refresh()
        self._stack.setCurrentWidget(self.start)
        self.set_title(_("Import of a list"), _("From the file in which the office keeps its artisans"))
        self.set_actions(self._first)
        self._show_turn()

    def open_file(self, path: Path) -> None:
        """Read a file beside the screens and show its rows."""
        self._work(
            lambda progress: self._read(path, progress), self.show_list, self._tell_problem, _("The list is read")
        )

    def _read(self, path: Path, progress: Progress) -> Preview:
        return self._desk.read(importing.preview, path, progress=progress.step)

    def show_waiting(self) -> None:
        """Show the rows that wait since earlier lists."""
        self.show_list(self._desk.read(importing.waiting))

    def show_list(self, looked: Preview) -> None:
        """Go to the second step."""
        self._stack.setCurrentWidget(self.view)
        self.set_actions(self._second)
        self.view.show_list(looked)
        self._tell_counts()

    def _show_turn(self) -> None:
        """The button that calls the card beside the rows stands only where there are rows."""
        side = self.view.side_place
        side.button.setVisible(self._shows_rows() and side.has_given_way())

    def kept(self) -> tuple[Preview | None, PlaceInList]:
        return self.looked, self.view.place()

    def take_up(self, kept: tuple[Preview | None, PlaceInList]) -> None:
        looked, place = kept
        if looked is not None:
            self.show_list(looked)
            self.view.go_to(place)

    def _tell_counts(self) -> None:
        self._show_turn()
        if (looked := self.looked) is None:
            return
        counts = looked.counts()
        words = ngettext("{number} row", "{number} rows", counts.rows).format(number=format_number(counts.rows))
        told = [words]
        if looked.book is not None and not looked.joined:
            told.append(_("headings in line {line}").format(line=format_number(looked.columns.line + 1)))
        self.set_title(apart(looked.name) or _("Rows that wait"), " · ".join(told))
        self.refresh_actions()

    def take_over(self) -> None:
        """Write the rows as they are judged, beside the screens, as one action."""
        if (looked := self.looked) is not None and self._may_take_over():
            self._work(lambda progress: self._write(looked, progress), self._after, None, _("The list is taken over"))

    def _write(self, looked: Preview, progress: Progress) -> Written | None:
        """None where the office has changed since, so that something else would happen than is shown."""
        said = [row.outcome for row in looked.rows]
        self._desk.read(importing.refresh, looked)
        if said != [row.outcome for row in looked.rows]:
            return None
        with self._desk.database.writing() as session:
            take_over(session, looked, progress.step)
            session.flush()
            done, touched = session.change_set, frozenset(session.touched)
        return (Told(done.label(), undo=done.id) if done else None), touched

    def _after(self, done: Written | None) -> None:
        if done is None:
            if self.looked is not None:
                self.show_list(self.looked)
            self._desk.tell(_("The office has changed since this list was read: look at its rows again."), "warn")
            return
        told, touched = done
        self.begin()
        if told is None:
            self._desk.tell(_("This list brings nothing new: all its rows are known."), "warn")
            return
        self._back()
        self._desk.changed.emit(touched)
        self._desk.told.emit(told)

    def _work(
        self,
        job: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
        title: str,
    ) -> None:
        self._busy = True
        self.setEnabled(False)
        self._desk.work(job, done, failed, title)

    def _rest(self) -> None:
        """The work has ended, well or by the clerk's stop."""
        if self._busy:
            self._busy = False
            self.setEnabled(True)
            self.refresh_actions()

    def _tell_problem(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.begin()
        self.start.tell_problem(str(error))

    def _decide(self, choice: Choice) -> None:
        if self.looked is not None:
            self.view.decide(choice)

    def _turn(self, step: int) -> None:
        self.view.show_beside(step)

    def _leave(self) -> None:
        if self.looked is None:
            self._back()
        elif self.view.shows_columns():
            self.view.show_rows()

    def _has_file(self) -> bool:
        return self.looked is not None and self.looked.book is not None and not self._busy

    def _shows_rows(self) -> bool:
        return self.looked is not None and not self.view.shows_columns()

    def _is_idle(self) -> bool:
        return not self._busy

    def _may_take_over(self) -> bool:
        return self._shows_rows() and bool(self.looked and self.looked.rows) and not self._busy

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        if touched & FOLLOWED and self.looked is None and self.isVisible():
            self.start.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.looked is None:
            self.start.refresh()
