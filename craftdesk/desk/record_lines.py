"""What another feature holds about a record, as lines on the record's card."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label


class RecordLine(NamedTuple):
    """A record in a line: which one a press opens, and what the line says."""

    model: type[Model]
    key: str
    icon: str
    title: str
    detail: str
    tone: str = "primary"


class RecordLines(QWidget):
    """A press opens a record, the button below does what else is done here; without records the panel says `nothing`.

    It asks for its lines anew when one of the `shown` tables was touched.
    """

    def __init__(
        self,
        desk: Desk,
        shown: Collection[type[Model]],
        ask: Callable[[], Sequence[RecordLine]],
        nothing: str,
        action: Action,
    ) -> None:
        super().__init__()
        self._desk, self._shown, self._ask, self._nothing = desk, frozenset(shown), ask, nothing
        self.found: Sequence[RecordLine] = ()
        self._lines, self._button = column(spacing=4), ActionButton(action, small=True)
        foot = row(self._button)
        foot.addStretch(1)
        outer = column(spacing=8)
        outer.addLayout(self._lines)
        outer.addLayout(foot)
        self.setLayout(outer)
        desk.changed.connect(self._follow)
        self._follow(self._shown)

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        if touched & self._shown:
            self.found = self._ask()
            self._show()

    def _show(self) -> None:
        clear(self._lines)
        for each in self.found:
            opens = partial(self._desk.open_record, each.model, each.key)
            self._lines.addWidget(EventRow(each.icon, each.title, each.detail, each.tone, opens))
        if not self.found:
            self._lines.addWidget(Label(self._nothing, "muted"))
        self._button.refresh()
        self._button.setVisible(self._button.isEnabled())
