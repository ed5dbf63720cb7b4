"""The files on an artisan's card."""

from functools import partial

from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import NEW
from craftdesk.features.dossiers import reads
from craftdesk.features.dossiers.models import Dossier, DossierDocument
from craftdesk.features.dossiers.reads import Entry
from craftdesk.features.dossiers.ui.words import (
    ICON,
    PAGE,
    event_tone,
    missing_in_words,
    standing_in_words,
    titled,
)
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.direction import apart
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label

SHOWN: frozenset[type[Model]] = frozenset({Dossier, DossierDocument})


class ArtisanDossiers(QWidget):
    """Newest first; a press opens one, the button begins a new one."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = artisan_id
        self._lines = column(spacing=4)
        new = Action(N_("New file"), "ph.plus", partial(desk.open_page, PAGE, f"{NEW}{artisan_id}"))
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

    def _show(self, found: list[Entry]) -> None:
        clear(self._lines)
        for each in found:
            opens = partial(self._desk.open_record, Dossier, each.id)
            parts = (titled(each.dossier), missing_in_words(each) or standing_in_words(each.standing))
            row_ = EventRow(ICON, apart(each.dossier.title), " · ".join(parts), event_tone(each.standing), opens)
            self._lines.addWidget(row_)
        if not found:
            self._lines.addWidget(Label(_("No file yet"), "muted"))
