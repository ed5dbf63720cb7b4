"""The equipment requests on an artisan's card."""

from functools import partial

from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_dinars
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.features.equipment import reads
from craftdesk.features.equipment.models import EquipmentRequest, RequestLine, RequestPaper
from craftdesk.features.equipment.reads import RequestEntry
from craftdesk.features.equipment.rules import TONES
from craftdesk.features.equipment.ui.words import ICON, PAGE, state_in_words, what_in_words
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label

SHOWN: frozenset[type[Model]] = frozenset({EquipmentRequest, RequestLine, RequestPaper})
NEW = "new "
"""Before the key of an artisan: the page opens the form of a new request of his."""


class ArtisanRequests(QWidget):
    """Newest first; a press opens one, the button begins a new one."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = artisan_id
        self._lines = column(spacing=4)
        new = Action(N_("New request"), "ph.plus", partial(desk.open_page, PAGE, f"{NEW}{artisan_id}"))
        foot = row(ActionButton(new, small=True))
        foot.addStretch(1)
        outer = column(spacing=8)
        outer.addLayout(self._lines)
        outer.addLayout(foot)
        self.setLayout(outer)
        desk.changed.connect(self._follow)
        self._follow(SHOWN)

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        if touched & SHOWN:
            self._show(self._desk.read(reads.of_artisan, self._key))

    def _show(self, found: list[RequestEntry]) -> None:
        clear(self._lines)
        for each in found:
            opens = partial(self._desk.open_record, EquipmentRequest, each.id)
            detail = f"{state_in_words(each.request.state)} · {format_dinars(each.total)}"
            tone = TONES[each.request.state].replace("neutral", "muted")
            title = _("Request: {what}").format(what=what_in_words(each))
            self._lines.addWidget(EventRow(ICON, title, detail, tone, opens))
        if not found:
            self._lines.addWidget(Label(_("No request yet"), "muted"))
