"""The papers of a request's file: there, missing, or not needed; one key or click turns each."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from craftdesk.base.dates import format_day, today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.desk.desk import Desk
from craftdesk.features.equipment import writes
from craftdesk.features.equipment.models import PAPER_STATES, PaperState, RequestPaper
from craftdesk.features.equipment.rules import RequestFile
from craftdesk.features.equipment.ui.words import PAPER_ICONS
from craftdesk.ui.actions import Action, ActionButton, menu
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.figures import Pressable
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.inputs import EntryLine, date_input
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px

TURN = {
    PaperState.MISSING: PaperState.RECEIVED,
    PaperState.RECEIVED: PaperState.NOT_NEEDED,
    PaperState.NOT_NEEDED: PaperState.MISSING,
}
"""What a click makes of it."""


class PaperRow(Pressable):
    """One paper. Space, Enter or a click turns it, Del takes it off, Up and Down go to the next one."""

    def __init__(self, paper: RequestPaper, put: Callable[[RequestPaper, PaperState], object]) -> None:
        super().__init__(lambda: put(self.paper, TURN[self.paper.state]), "")
        self.setProperty("role", "event")
        self._sign = IconLabel("ph.circle-dashed", "warn", 22)
        self._name, self._state = Label("", wrap=True), Label("", "muted")
        self.actions_of: Callable[[RequestPaper], Sequence[Action]] = lambda _paper: ()
        line = QHBoxLayout(self)
        line.setContentsMargins(px(4), px(4), px(4), px(4))
        line.setSpacing(px(10))
        line.addWidget(self._sign)
        line.addLayout(column(self._name, self._state, spacing=0), 1)
        self.show_paper(paper)

    def show_paper(self, paper: RequestPaper) -> None:
        """Show what became of it, at its place: the cursor stays."""
        self.paper = paper
        state = _(PAPER_STATES[paper.state])
        day = format_day(paper.received_on) if paper.received_on else ""
        self._sign.show_icon(*PAPER_ICONS[paper.state])
        self._name.setText(paper.label())
        self._state.setText(" · ".join(filter(None, (state, day))))
        self.setAccessibleName(f"{paper.label()}: {state}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Delete:
            self.actions_of(self.paper)[-1].run()
        elif step := steps.get(event.key()):
            self.focusNextChild() if step > 0 else self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu(self.actions_of(self.paper), self).popup(event.globalPos())


class PapersCard(Card):
    """The list; below it one more paper can be asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Papers of the file"), scrolls=True)
        self._desk = desk
        self._key = ""
        self.rows: list[PaperRow] = []
        self.day = date_input()
        self.day.set_value(today())
        self.day.setToolTip(_("Day on which the papers are received"))
        self.day.setFixedWidth(px(116))
        self.name = EntryLine()
        self.name.setPlaceholderText(_("One more paper"))
        self.name.returnPressed.connect(self.add_paper)
        self.tally = Label("", "muted", wrap=True)
        self._lines = column(spacing=2)
        self._lay_out()

    def _lay_out(self) -> None:
        head = row(spacing=8)
        head.addWidget(self.tally, 1)
        head.addWidget(Label(_("Received on"), "label"))
        head.addWidget(self.day)
        self.body.addLayout(head)
        self.body.addLayout(self._lines)
        self.foot.addWidget(self.name, 1)
        self.foot.addWidget(ActionButton(Action(N_("Add"), "ph.plus", self.add_paper)))

    def show_file(self, file: RequestFile) -> None:
        """Show the papers; as long as they are the same ones, each at its place."""
        self._key = file.request.id
        if [row.paper.id for row in self.rows] == [paper.id for paper in file.papers]:
            for each, paper in zip(self.rows, file.papers, strict=True):
                each.show_paper(paper)
        else:
            self._build(file.papers)
        count = len(file.missing)
        missing = ngettext("{count} paper missing", "{count} papers missing", count).format(count=count)
        self.tally.setText(missing if count else _("The file is whole"))

    def _build(self, papers: Sequence[RequestPaper]) -> None:
        clear(self._lines)
        self.rows = [PaperRow(paper, self.put) for paper in papers]
        for each in self.rows:
            each.actions_of = self._actions
            self._lines.addWidget(each)

    def _actions(self, paper: RequestPaper) -> list[Action]:
        states = [
            Action(PAPER_STATES[state], PAPER_ICONS[state][0], partial(self.put, paper, state)) for state in PaperState
        ]
        return [*states, Action(N_("No longer ask for it"), "ph.trash", partial(self.remove, paper), "Del")]

    def put(self, paper: RequestPaper, state: PaperState) -> None:
        """Say at its place what became of a paper; what was done can be undone like anything else."""
        day: date = self.day.value() or today()
        self._desk.write_quietly(writes.save_paper, paper.id, state, day)

    def remove(self, paper: RequestPaper) -> None:
        self._desk.write(writes.remove_paper, paper.id)

    def add_paper(self) -> None:
        try:
            self._desk.write(writes.add_paper, self._key, self.name.text())
        except UserError as error:
            self._desk.tell(str(error), "bad")
            return
        self.name.clear()

    def first(self) -> QWidget | QLineEdit:
        """Where the cursor goes when the card is opened."""
        missing = (row for row in self.rows if row.paper.state is PaperState.MISSING)
        return next(missing, self.rows[0] if self.rows else self.name)
