"""What a letter says, beside the list."""

from functools import partial

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.desk.history_view import HistoryView
from craftdesk.features.letters.models import LANGUAGES, Letter
from craftdesk.features.letters.ui.words import PAPER, about, purpose_of, titled
from craftdesk.features.roster.models import Artisan
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, column, row
from craftdesk.ui.direction import apart
from craftdesk.ui.facts import Facts
from craftdesk.ui.labels import Avatar, Label, Line


class LetterCard(Card):
    """The letter in short, where to go from it, and its history."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(scrolls=True)
        self._desk = desk

    def show_letter(self, chosen: Letter | None) -> None:
        self.clear()
        if chosen is None:
            self.add(Label(_("Choose a letter to see what it says."), "muted", wrap=True))
            return
        head = row(Avatar(chosen.recipient), spacing=12)
        words = column(Label(chosen.recipient, "heading", wrap=True), Label(titled(chosen), "muted"), spacing=0)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.add(Label(about(chosen), "strong", wrap=True), Facts(_facts(chosen), 96), Line())
        if chosen.body:
            self.add(Label(chosen.body, wrap=True), Line())
        self.add(Label(_("History"), "heading"), HistoryView(self._desk, chosen.id))
        if chosen.artisan_id:
            opens = partial(self._desk.open_record, Artisan, chosen.artisan_id)
            self.foot.addWidget(ActionButton(Action(N_("Artisan"), "ph.identification-card", opens)))
        prints = partial(self._desk.show_paper, PAPER, chosen.id, language=chosen.language)
        self.foot.addWidget(ActionButton(Action(N_("Print again"), "ph.printer", prints)), 1)


def _facts(letter: Letter) -> list[tuple[str, str]]:
    return [
        (_("Kind"), purpose_of(letter)),
        (_("Date of the letter"), format_day(letter.day)),
        (_("Language"), _(LANGUAGES[letter.language])),
        (_("Address"), apart(letter.address)),
        (_("Reference of the letter"), apart(letter.refers_to)),
        (_("Enclosures"), apart(letter.enclosures)),
        (_("Signed by"), apart(letter.signatory)),
    ]
