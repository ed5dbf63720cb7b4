"""The place of training in the side bar: the list, the form of a new session, or one session."""

from PySide6.QtWidgets import QStackedWidget

from craftdesk.base.i18n import N_
from craftdesk.desk.desk import Desk
from craftdesk.features.training import reads
from craftdesk.features.training.ui.plan_page import PlanPage
from craftdesk.features.training.ui.session_page import SessionPage
from craftdesk.features.training.ui.sessions_page import SessionsPage
from craftdesk.ui.actions import Action, bind

NEW = "new"
"""What opens the form of a new session."""


class TrainingPage(QStackedWidget):
    """Shows one of the three at a time; a session is built anew whenever it is opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = SessionsPage(desk, self.open_record, self.plan)
        self._plan: PlanPage | None = None
        self.session: SessionPage | None = None
        self.addWidget(self.list)

    def plan(self) -> None:
        """An empty form for a new session."""
        if self._plan is None:
            self._plan = PlanPage(self._desk, self._planned, self.show_list)
            self.addWidget(self._plan)
        self._plan.start()
        self.setCurrentWidget(self._plan)

    def _planned(self, key: str) -> None:
        """Who has planned goes on with enrolling."""
        self.open_record(key)
        if self.session:
            self.session.enrol()

    def show_list(self) -> None:
        self._drop_session()
        self.setCurrentWidget(self.list)
        self.list.take_focus()

    def open_record(self, key: str) -> None:
        """Show a session, or the form of a new one."""
        if key == NEW:
            self.plan()
            return
        if not self._desk.read(reads.session_lines, [key]):
            self.show_list()
            return
        self._drop_session()
        self.session = SessionPage(self._desk, key, self.show_list)
        bind(self.session, [Action(N_("New session"), "ph.plus", self.plan, "Ctrl+N")])
        self.addWidget(self.session)
        self.setCurrentWidget(self.session)

    def opened_record(self) -> str | None:
        if self._plan is not None and self.currentWidget() is self._plan:
            return NEW
        return self.session.key if self.session else None

    def _drop_session(self) -> None:
        if self.session:
            self._desk.changed.disconnect(self.session.follow)
            self.removeWidget(self.session)
            self.session.deleteLater()
            self.session = None
