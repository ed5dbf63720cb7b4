"""What was done with a session, newest first, each action with its Undo."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_
from craftdesk.base.numbers import isolate
from craftdesk.desk.desk import Desk
from craftdesk.features.training import history
from craftdesk.features.training.history import Happened
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, column, row
from craftdesk.ui.direction import apart
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label, Line

ICONS = {"marks": "ph.check-square", "action": "ph.pencil-simple", "undone": "ph.arrow-u-up-left"}


class HistoryTab(Card):
    """Read anew whenever it is shown or something was written."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(scrolls=True)
        self._desk = desk
        self._key = key
        self.refresh()

    def refresh(self) -> None:
        self.clear()
        for each in self._desk.read(history.happened, self._key):
            self.body.addLayout(self._line(each))
            self.body.addWidget(Line())

    def _line(self, each: Happened) -> QHBoxLayout:
        at = each.at.astimezone()
        when = f"{format_day(at.date())} · {isolate(f'{at:%H:%M}')}"
        words = column(
            Label(each.title, wrap=True), Label(" · ".join(filter(None, (apart(each.who), when))), "hint"), spacing=2
        )
        line = row(spacing=10)
        line.addWidget(IconLabel(ICONS[each.kind], "primary", 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        if each.set_id:
            undo = Action(N_("Undo"), "ph.arrow-u-up-left", partial(self._desk.undo, each.set_id))
            line.addWidget(ActionButton(undo, small=True), 0, Qt.AlignmentFlag.AlignTop)
        return line
