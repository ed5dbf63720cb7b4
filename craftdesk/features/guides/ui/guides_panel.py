"""The guides on an artisan's card: those given, and a new one by one press."""

from functools import partial

from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_day, today
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.guides import reads
from craftdesk.features.guides.models import GivenGuide
from craftdesk.features.guides.rules import case_of
from craftdesk.features.guides.ui.giving import PAPER, give, metal_is_known, paper_language
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, column
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label

PAGE = "guides"


class GuidesPanel(QWidget):
    """Gives the guide at once when the card says all it needs, else opens the page where the rest is asked."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        super().__init__()
        self._desk, self._artisan_id = desk, artisan_id
        self._lines = column(spacing=4)
        outer = column(spacing=8)
        outer.addLayout(self._lines)
        outer.addWidget(ActionButton(Action(N_("Tax guide"), "ph.book-open", self.give)))
        self.setLayout(outer)
        desk.changed.connect(self._refresh)
        self._refresh(frozenset({GivenGuide}))

    def give(self) -> None:
        artisan = self._desk.read(reads.artisan, self._artisan_id)
        if metal_is_known(artisan):
            give(self._desk, case_of(artisan, today()), artisan.id, paper_language())
        else:
            self._desk.open_page(PAGE, artisan.id)

    def _refresh(self, touched: frozenset[type]) -> None:
        if GivenGuide not in touched:
            return
        clear(self._lines)
        given = self._desk.read(reads.given_to, self._artisan_id)
        for guide in given:
            self._lines.addWidget(
                EventRow("ph.book-open", guide.label(), format_day(guide.day), run=partial(self._print, guide))
            )
        if not given:
            self._lines.addWidget(Label(_("No guide was given yet"), "muted"))

    def _print(self, guide: GivenGuide) -> None:
        self._desk.show_paper(PAPER, guide.id, language=guide.language)
