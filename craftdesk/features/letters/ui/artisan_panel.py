"""The letters on an artisan's card."""

from functools import partial

from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import NEW
from craftdesk.features.letters import reads
from craftdesk.features.letters.models import Letter
from craftdesk.features.letters.ui.words import ICON, PAGE, detail_of, titled
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label


class ArtisanLetters(QWidget):
    """Newest first; a press opens one, the button begins a new one."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = artisan_id
        self._lines = column(spacing=4)
        new = Action(N_("New letter"), "ph.plus", partial(desk.open_page, PAGE, f"{NEW}{artisan_id}"))
        foot = row(ActionButton(new, small=True))
        foot.addStretch(1)
        outer = column(spacing=8)
        outer.addLayout(self._lines)
        outer.addLayout(foot)
        self.setLayout(outer)
        desk.changed.connect(self._follow)
        self._follow(frozenset({Letter}))

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        if Letter in touched:
            self._show(self._desk.read(reads.of_artisan, self._key))

    def _show(self, found: list[Letter]) -> None:
        clear(self._lines)
        for each in found:
            opens = partial(self._desk.open_record, Letter, each.id)
            self._lines.addWidget(EventRow(ICON, titled(each), detail_of(each), run=opens))
        if not found:
            self._lines.addWidget(Label(_("No letter yet"), "muted"))
