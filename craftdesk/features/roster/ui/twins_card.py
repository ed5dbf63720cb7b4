"""Who may be on the roster already, told while the name is still being typed."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.data.session import Session
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import reads
from craftdesk.features.roster.twins import WATCHED
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.capped import Capped
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.direction import code
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label, Line
from craftdesk.ui.theme import px

PAUSE = 150
"""Milliseconds after the last letter until the roster is asked."""
KEY = "F7"
HIGHEST, LOWER = 440, 150
"""The place of the twins beside a new card, and beside one of which more is known."""


class _Answer(NamedTuple):
    """The twins of what was typed, and for which card they were asked."""

    asked: tuple[str | None, Mapping[str, Any]]
    twins: list[reads.Twin]


class TwinsCard(Card):
    """Hidden while nobody is like the one in the form.

    `opened` goes to the card of a twin; `joined` says that it is the same person, for a card that is new. The page's
    key leads here, the arrows go from one to the next, Esc tells `left`.
    """

    left = Signal()
    found = Signal(bool)
    """whether there are any"""

    def __init__(
        self,
        desk: Desk,
        values: Callable[[], Mapping[str, Any]],
        opened: Callable[[str], object],
        joined: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._values = values
        self._opened = opened
        self._joined = joined
        self._but: str | None = None
        self.twins: list[reads.Twin] = []
        self._buttons: list[ActionButton] = []
        self.setProperty("tone", "copper")
        self._title = Label("", "heading", wrap=True)
        self._key = Label(code(KEY), "hint")
        head = row(IconLabel("ph.users", "copper_line", 18), spacing=8)
        head.addWidget(self._title, 1)
        head.addWidget(self._key)
        self.body.addLayout(head)
        self._area = Capped(HIGHEST)
        self.body.addWidget(self._area)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self.hide()

    def begin(self, but: str | None) -> None:
        """Another card stands in the form: that of `but`, or a new one."""
        self._but = but
        self._area.highest = HIGHEST if but is None else LOWER
        self._pause.stop()
        self.show_twins([])

    def changed(self, name: str) -> None:
        if name in WATCHED:
            self._pause.start()

    def look(self) -> None:
        """Ask, beside the screens, who is like the one in the form now."""
        self._pause.stop()
        asked = self._asked()
        self._desk.read_beside(self._answered, partial(_twins, asked=asked))

    def _asked(self) -> tuple[str | None, Mapping[str, Any]]:
        values = self._values()
        return self._but, {name: values.get(name) for name in WATCHED}

    def _answered(self, answer: _Answer) -> None:
        # What was typed meanwhile asks again by itself.
        if answer.asked == self._asked():
            self.show_twins(answer.twins)

    def show_twins(self, twins: list[reads.Twin]) -> None:
        if twins == self.twins:
            return
        self.twins = twins
        certain = any(twin.certain for twin in twins)
        self._title.setText(_("Already on the roster") if certain else _("Perhaps already on the roster"))
        clear(self._area.lines)
        self._buttons = []
        for twin in twins:
            self._area.lines.addWidget(self._line(twin))
        self._area.fit()
        # A card that is hidden remembers how high it was, and the window would grow for it when it is shown again.
        for layout in reversed(self.findChildren(QLayout)):
            layout.invalidate()
            layout.activate()
        self.updateGeometry()
        self.found.emit(bool(twins))
        self.setVisible(bool(twins))

    def enter(self) -> None:
        """Put the cursor on the first of them."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _line(self, twin: reads.Twin) -> QWidget:
        row_, made = twin.row, QWidget()
        words = column(Label(reads.name_of(row_), "strong", wrap=True), spacing=2)
        words.addWidget(Label(reads.detail_of(row_), "muted", wrap=True))
        words.addWidget(Label(twin.reason, "problem" if twin.certain else "warning", wrap=True))
        acts = [
            Action(N_("Open"), "", partial(self._opened, row_.key), tip=N_("Open this card; what is typed is kept"))
        ]
        if self._but is None:
            same = N_("Go on with this card, and put into it what was typed")
            acts.append(Action(N_("The same person"), "", partial(self._joined, row_.key), tip=same))
        buttons = [ActionButton(each, small=True) for each in acts]
        self._buttons += buttons[:1]
        line = row(*buttons, spacing=8)
        line.addStretch(1)
        outer = column(Line(), spacing=6)
        outer.addLayout(words)
        outer.addLayout(line)
        outer.setContentsMargins(0, 0, px(4), 0)
        made.setLayout(outer)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        here = next((at for at, each in enumerate(self._buttons) if each is focused), None)
        steps: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(event.key())
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif step and here is not None:
            target = self._buttons[max(0, min(here + step, len(self._buttons) - 1))]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(target, 0, px(60))
        else:
            super().keyPressEvent(event)


def _twins(session: Session, asked: tuple[str | None, Mapping[str, Any]]) -> _Answer:
    but, values = asked
    return _Answer(asked, reads.twins_of(session, values, but))
