"""One session: its attendance, its people, its programme, what other features add, its history."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.paper_menu import Offer, paper_actions, papers_button
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training import reads
from craftdesk.features.training.models import Attendance, HalfDay, Participant, Trainer, TrainingSession
from craftdesk.features.training.rules import Sheet
from craftdesk.features.training.ui.attendance_tab import AttendanceTab, legend
from craftdesk.features.training.ui.history_tab import HistoryTab
from craftdesk.features.training.ui.people_tab import PeopleTab
from craftdesk.features.training.ui.programme_tab import ProgrammeTab
from craftdesk.features.training.ui.signed_sheet import bring_back, choose
from craftdesk.features.training.ui.words import session_in_a_line
from craftdesk.ui.actions import Action, bind
from craftdesk.ui.cards import EmptyState
from craftdesk.ui.dropping import dropped_file
from craftdesk.ui.icons import chevron
from craftdesk.ui.page import PageFrame
from craftdesk.ui.tabs import Tab, Tabs

SHOWN: frozenset[type[Model]] = frozenset({TrainingSession, HalfDay, Participant, Trainer, Attendance, Artisan})
ATTENDANCE, PEOPLE, PROGRAMME, HISTORY = "attendance", "people", "programme", "history"

PAPERS = (
    Offer("participants-list", N_("List of participants"), "ph.list-numbers"),
    Offer("name-badges", N_("Name badges"), "ph.identification-badge"),
    Offer("table-cards", N_("Table cards"), "ph.columns"),
)
"""The papers of a session besides its attendance sheet."""


class SessionPage(PageFrame):
    """Made for one session; `gone` is called when there is no such session any more."""

    def __init__(self, desk: Desk, key: str, left: Callable[[], object]) -> None:
        self._desk = desk
        self.key = key
        self._left = left
        self._stale = False
        self.sheet = desk.read(reads.sheet, key)
        super().__init__(self.sheet.session.label(), actions=self._actions(), long=True)
        bind(self, [Action(N_("Enrol artisans"), "ph.user-plus", self.enrol, "Ctrl+Shift+E")])
        self.legend = legend()
        self.tabs = Tabs(self._tabs(), self.legend)
        self.tabs.opened.connect(self._opened)
        self.set_body(self.tabs)
        for number, name in enumerate(self._names()):
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.activated.connect(partial(self.tabs.open, name))
        self.setAcceptDrops(True)
        desk.changed.connect(self.follow)
        self.show_sheet(self.sheet)

    def _actions(self) -> list[Action]:
        back = Action(N_("All sessions"), chevron(False), self._left, "Alt+Up")
        papers = papers_button(self, paper_actions(self._desk, PAPERS, lambda: (self.key,)))
        signed = Action(N_("Signed sheet…"), "ph.pen-nib", self.bring_back, "Ctrl+Shift+O", self._has_days)
        return [
            back,
            papers,
            signed,
            Action(N_("Attendance sheet"), "ph.printer", self.print_sheet, "Ctrl+P", self._has_days),
        ]

    def _tabs(self) -> list[Tab]:
        shown = [
            Tab(ATTENDANCE, N_("Attendance"), self._attendance),
            Tab(PEOPLE, N_("Participants"), self._people, len(self.sheet.participants)),
            Tab(PROGRAMME, N_("Programme"), self._programme),
        ]
        for panel in self._desk.panels_on(TrainingSession):
            shown.append(Tab(f"panel {panel.title}", panel.title, partial(panel.build, self._desk, self.key)))
        return [*shown, Tab(HISTORY, N_("History"), lambda: HistoryTab(self._desk, self.key))]

    def _names(self) -> list[str]:
        panels = [f"panel {panel.title}" for panel in self._desk.panels_on(TrainingSession)]
        return [ATTENDANCE, PEOPLE, PROGRAMME, *panels, HISTORY]

    def _attendance(self) -> QWidget:
        enrol = Action(N_("Enrol artisans"), "ph.user-plus", self.enrol, primary=True)
        hint = _("Enrol people, print the sheet, and enter it here when it comes back signed.")
        tab = AttendanceTab(self._desk, EmptyState("ph.check-square", _("Nobody to mark yet"), enrol, hint))
        tab.show_sheet(self.sheet)
        return tab

    def _people(self) -> QWidget:
        tab = PeopleTab(self._desk, self.key)
        tab.show_sheet(self.sheet)
        return tab

    def _programme(self) -> QWidget:
        tab = ProgrammeTab(self._desk, self.key)
        tab.show_sheet(self.sheet)
        return tab

    def _opened(self, name: str) -> None:
        if self._stale:
            self.refresh()
        self.legend.setVisible(name == ATTENDANCE and bool(self.sheet.participants))
        page = self.tabs.page(name)
        if isinstance(page, AttendanceTab):
            page.grid.setFocus()
        elif isinstance(page, PeopleTab):
            page.take_focus()
        elif isinstance(page, HistoryTab):
            page.refresh()

    def _has_days(self) -> bool:
        return bool(self.sheet.half_days)

    def print_sheet(self) -> None:
        if self.sheet.half_days:
            self._desk.show_paper("attendance-sheet", self.key)

    def bring_back(self, file: Path | None = None) -> None:
        """Read a signed sheet that was scanned: the file given, or the one that is chosen."""
        if chosen := file or choose(self):
            bring_back(self._desk, self.key, chosen, self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None and self.sheet.half_days:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (file := dropped_file(event)) is not None:
            self.bring_back(file)

    def enrol(self) -> None:
        """Go to the picker of artisans, from any tab."""
        self.tabs.open(PEOPLE)
        page = self.tabs.page(PEOPLE)
        if isinstance(page, PeopleTab):
            page.open_picker()

    def show_sheet(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._stale = False
        self.set_title(sheet.session.label(), session_in_a_line(sheet))
        self.tabs.set_count(PEOPLE, len(sheet.participants))
        for name in (ATTENDANCE, PEOPLE, PROGRAMME):
            page = self.tabs.page(name)
            if isinstance(page, AttendanceTab | PeopleTab | ProgrammeTab):
                page.show_sheet(sheet)
        history = self.tabs.page(HISTORY)
        if isinstance(history, HistoryTab) and history.isVisible():
            history.refresh()
        self.legend.setVisible(self.tabs.current() == ATTENDANCE and bool(sheet.participants))
        self.refresh_actions()

    def follow(self, touched: frozenset[type[Model]]) -> None:
        """Show what was written, unless the grid shows its own mark already."""
        grid = self.tabs.page(ATTENDANCE)
        if isinstance(grid, AttendanceTab) and grid.writing:
            self._stale = True
        elif touched & SHOWN:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._opened(self.tabs.current()))

    def refresh(self) -> None:
        """Read the session anew; leave when it is gone."""
        if not self._desk.read(reads.session_lines, [self.key]):
            self._left()
            return
        self.show_sheet(self._desk.read(reads.sheet, self.key))
