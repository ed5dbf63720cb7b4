"""How far a request has come: its steps with their days, and the states to which it may move on."""

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_day, today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.desk.desk import Desk
from craftdesk.features.equipment import writes
from craftdesk.features.equipment.models import REQUEST_STATES, RequestState, RequestStep
from craftdesk.features.equipment.rules import TONES, RequestFile, next_states
from craftdesk.features.equipment.ui.words import papers_in_words, state_in_words
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.inputs import EntryLine, date_input
from craftdesk.ui.labels import Label, Line
from craftdesk.ui.theme import px, tone

ICONS = {
    RequestState.INCOMPLETE: "ph.warning-circle",
    RequestState.COMPLETE: "ph.folder-simple",
    RequestState.APPROVED: "ph.check-circle",
    RequestState.REFUSED: "ph.x-circle",
    RequestState.POSTPONED: "ph.clock",
    RequestState.DELIVERED: "ph.package",
    RequestState.CLOSED: "ph.archive",
}


class Station(QWidget):
    """A dot on the line that runs through all steps; the last dot is filled."""

    def __init__(self, tone_name: str, first: bool, last: bool) -> None:
        super().__init__()
        self._tone, self._first, self._last = tone_name, first, last
        self.setFixedWidth(px(18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, at = self.width() // 2, px(11)
        painter.setPen(Qt.PenStyle.NoPen)
        top, bottom = at if self._first else 0, at if self._last else self.height()
        painter.fillRect(QRect(middle - px(1), top, px(2), bottom - top), tone("line"))
        painter.setBrush(tone(self._tone if self._last else "surface"))
        painter.setPen(tone(self._tone))
        radius = px(5)
        painter.drawEllipse(middle - radius, at - radius, 2 * radius, 2 * radius)
        painter.end()


class StepsCard(Card):
    """The steps so far, and below them a day, a note and one button for each state that may follow."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Steps"), scrolls=True)
        self._desk = desk
        self._key = ""
        self.day = date_input()
        self.note = EntryLine()
        self.note.setPlaceholderText(_("Note: number of the minutes, reason…"))
        self.moves: dict[RequestState, ActionButton] = {}
        self._past = column(spacing=0)
        self._ways = column(spacing=8)
        self.body.addLayout(self._past)
        self.body.addLayout(self._ways)
        self._asks = QWidget()
        self._asks.setLayout(column(self.day, self.note))

    def show_file(self, file: RequestFile) -> None:
        if self._key != file.request.id:
            self._key = file.request.id
            self.day.set_value(today())
        self._show_past(file)
        self._show_ways(file)

    def _show_past(self, file: RequestFile) -> None:
        clear(self._past)
        for place, step in enumerate(file.steps):
            self._past.addWidget(_step(step, not place, place + 1 == len(file.steps)))

    def _show_ways(self, file: RequestFile) -> None:
        self._asks.setParent(None)
        clear(self._ways)
        self.moves = {}
        states = next_states(file.request.state, file.papers)
        if not states:
            self._ways.addWidget(Label(_("Nothing follows: this request is closed."), "muted", wrap=True))
            return
        self._ways.addWidget(Line())
        self._ways.addWidget(Label(_("Move on to"), "label"))
        self._ways.addWidget(self._asks)
        self._asks.show()
        for place in range(0, len(states), 2):
            line = row(*(self._button(state) for state in states[place : place + 2]), spacing=8)
            line.addStretch(1)
            self._ways.addLayout(line)
        if why := self._held_back(file):
            self._ways.addWidget(Label(why, "muted", wrap=True))

    def _button(self, state: RequestState) -> ActionButton:
        action = Action(REQUEST_STATES[state], ICONS[state], partial(self.move_on, state))
        self.moves[state] = ActionButton(action, small=True)
        return self.moves[state]

    def _held_back(self, file: RequestFile) -> str:
        """Why the file cannot be called complete yet."""
        complete = RequestState.COMPLETE in next_states(file.request.state, ())
        if not complete or not file.missing:
            return ""
        names = papers_in_words(tuple(paper.name for paper in file.missing))
        return _("To be complete the file still needs: {papers}").format(papers=names)

    def move_on(self, state: RequestState) -> None:
        """Bring the request to its next state; a refusal says why."""
        if fault := self.day.fault():
            self._desk.tell(fault, "bad")
            return
        try:
            self._desk.write(writes.move_on, self._key, state, self.day.value() or today(), self.note.text())
        except UserError as error:
            self.day.set_bad(error.field == "day")
            self._desk.tell(str(error), "bad")
            return
        self.day.set_bad(False)
        self.note.clear()


def _step(step: RequestStep, first: bool, last: bool) -> QWidget:
    made = QWidget()
    words = column(Label(state_in_words(step.state), "strong" if last else ""), spacing=0)
    for text in (format_day(step.day), step.note):
        if text:
            words.addWidget(Label(text, "muted", wrap=True))
    words.addSpacing(px(8))
    line = row(Station(TONES[step.state] if TONES[step.state] != "neutral" else "muted", first, last), spacing=10)
    line.addLayout(words, 1)
    made.setLayout(line)
    return made
