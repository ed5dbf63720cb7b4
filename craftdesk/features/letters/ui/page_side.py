"""The letter as it would be printed, drawn anew while one writes, beside the screens."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from craftdesk.base.errors import UserError
from craftdesk.data.session import Session
from craftdesk.desk.desk import Desk
from craftdesk.features.letters import reads
from craftdesk.features.letters.documents import letter
from craftdesk.features.letters.rules import Wanted
from craftdesk.ui.cards import column
from craftdesk.ui.labels import Label
from craftdesk.ui.preview.pages_view import PagesView

WAIT = 160
"""Milliseconds after the last letter before the page is drawn anew."""


@dataclass(frozen=True)
class Drawn:
    """The pages, or why there are none."""

    pdf: bytes = b""
    fault: str = ""


class PageSide(QWidget):
    """Shows what was written a moment ago; what cannot be printed is told below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted: Wanted | None = None
        self._key: str | None = None
        self._stay = False
        self.view = PagesView()
        self.note = Label("", "problem", wrap=True)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self._ask)
        lines = column(spacing=8)
        lines.addWidget(self.view, 1)
        lines.addWidget(self.note)
        self.setLayout(lines)

    def begin(self, wanted: Wanted, key: str | None) -> None:
        """Show another letter from its first page."""
        self._wanted, self._key, self._stay = wanted, key, False
        self._ask()

    def show_letter(self, wanted: Wanted) -> None:
        """Show what is written now, a moment after the last letter."""
        self._wanted = wanted
        self._wait.start()

    def _ask(self) -> None:
        self._wait.stop()
        if (wanted := self._wanted) is not None:
            key = self._key
            self._desk.read_beside(self._show, lambda session: _drawn(session, wanted, key))

    def _show(self, drawn: Drawn) -> None:
        if drawn.pdf:
            self.view.show_file(drawn.pdf, stay=self._stay)
            self._stay = True
        self.note.setText(drawn.fault)
        self.note.setVisible(bool(drawn.fault))


def _drawn(session: Session, wanted: Wanted, key: str | None) -> Drawn:
    try:
        return Drawn(letter(reads.composed(session, wanted, key)).render())
    except UserError as error:
        return Drawn(fault=str(error))
