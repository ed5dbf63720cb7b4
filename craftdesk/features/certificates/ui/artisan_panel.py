"""The certificates on an artisan's card."""

from functools import partial

from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.certificates.ui.words import ICON, PAPER, detail_of, titled
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label


class ArtisanCertificates(QWidget):
    """Newest first; a press opens one in the register, the button prints them all."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = artisan_id
        self._lines = column(spacing=4)
        self.setLayout(self._lines)
        desk.changed.connect(self._follow)
        self._follow(frozenset({Certificate}))

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        if Certificate in touched:
            self._show(self._desk.read(reads.of_artisan, self._key))

    def _show(self, held: list[Certificate]) -> None:
        clear(self._lines)
        for each in held:
            opens = partial(self._desk.open_record, Certificate, each.id)
            self._lines.addWidget(EventRow(ICON, titled(each), detail_of(each), run=opens))
        if not held:
            self._lines.addWidget(Label(_("No certificate yet"), "muted"))
            return
        keys = [each.id for each in held]
        prints = Action(N_("Print"), "ph.printer", partial(self._desk.show_paper, PAPER, *keys))
        foot = row(ActionButton(prints, small=True))
        foot.addStretch(1)
        self._lines.addLayout(foot)
