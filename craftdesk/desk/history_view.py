"""The history of a record on its card."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart, isolate
from craftdesk.data.model import Model
from craftdesk.desk import history
from craftdesk.desk.desk import Desk
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label, Line

ICONS = {"i": "ph.plus-circle", "u": "ph.pencil-simple", "d": "ph.trash"}


def moment(at: datetime) -> str:
    """A moment on this desk's clock: 23 نوفمبر 2026 · 09:12."""
    here = at.astimezone()
    return f"{format_day(here.date())} · {isolate(f'{here:%H:%M}')}"


def short_moment(at: datetime) -> str:
    """A moment in a list: 23/11/2026 09:12."""
    return isolate(f"{at.astimezone():%d/%m/%Y %H:%M}")


class HistoryView(QWidget):
    """Every step with its sentences and an Undo; follows what is written while it is in sight."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._lines = column(spacing=10)
        self.setLayout(self._lines)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, touched: frozenset[type[Model]] = frozenset()) -> None:  # noqa: ARG002
        clear(self._lines)
        found = self._desk.read(history.steps, self._key)
        for step in found:
            self._lines.addLayout(self._line(step))
            self._lines.addWidget(Line())
        if not found:
            self._lines.addWidget(Label(_("Nothing was written down yet."), "muted"))
        self._lines.addStretch(1)

    def _line(self, step: history.Step) -> QHBoxLayout:
        words = column(Label(step.title, wrap=True), spacing=2)
        for sentence in step.sentences:
            words.addWidget(Label(sentence, "muted", wrap=True))
        words.addWidget(Label(" · ".join(filter(None, (apart(step.who), moment(step.at)))), "hint", wrap=True))
        line = row(spacing=10)
        line.addWidget(IconLabel(ICONS[step.kind], "primary", 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        if step.who:
            undo = Action(N_("Undo"), "ph.arrow-u-up-left", partial(self._desk.undo, step.set_id))
            line.addWidget(ActionButton(undo, small=True), 0, Qt.AlignmentFlag.AlignTop)
        return line
