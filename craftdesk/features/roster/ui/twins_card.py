"""Who may be on the roster already, told while the name is still being typed."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import reads
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label, Line

PAUSE = 200
WATCHED = frozenset({"family_ar", "given_ar", "family_la", "given_la", "birth_date", "nin"})


class TwinsCard(Card):
    """Hidden while nobody is like the one in the form."""

    def __init__(self, desk: Desk, values: Callable[[], Mapping[str, Any]], opened: Callable[[str], object]) -> None:
        super().__init__()
        self._desk = desk
        self._values = values
        self._opened = opened
        self._but: str | None = None
        self.twins: list[reads.Twin] = []
        self.setProperty("tone", "copper")
        self._lines = column(spacing=8)
        self._title = Label("", "heading", wrap=True)
        self.add(self._title)
        self.body.addLayout(self._lines)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self.hide()

    def begin(self, but: str | None) -> None:
        """Another card stands in the form: that of `but`, or a new one."""
        self._but = but
        self._pause.stop()
        self.show_twins([])

    def changed(self, name: str) -> None:
        if name in WATCHED:
            self._pause.start()

    def look(self) -> None:
        """Ask now who is like the one in the form."""
        self._pause.stop()
        self.show_twins(self._desk.read(reads.twins_of, self._values(), self._but))

    def show_twins(self, twins: list[reads.Twin]) -> None:
        self.twins = twins
        certain = any(twin.certain for twin in twins)
        self._title.setText(_("Already on the roster") if certain else _("Perhaps already on the roster"))
        clear(self._lines)
        for twin in twins:
            self._lines.addWidget(self._line(twin))
        self.setVisible(bool(twins))

    def _line(self, twin: reads.Twin) -> QWidget:
        row_, made = twin.row, QWidget()
        words = column(Label(reads.name_of(row_), "strong", wrap=True), spacing=2)
        words.addWidget(Label(reads.detail_of(row_), "muted", wrap=True))
        words.addWidget(Label(twin.reason, "warning", wrap=True))
        line = row(IconLabel("ph.users", "copper_line", 18), spacing=10)
        line.addLayout(words, 1)
        line.addWidget(ActionButton(Action(N_("Open"), "", partial(self._opened, row_.key)), small=True))
        outer = column(spacing=8)
        outer.addWidget(Line())
        outer.addLayout(line)
        made.setLayout(outer)
        return made
