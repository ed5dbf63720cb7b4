"""The side of the list: the chosen artisan at a glance, and what other features know of them."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import reads, rules
from craftdesk.features.roster.models import Artisan, Status
from craftdesk.features.roster.ui.words import facts, names, status_tone, status_words
from craftdesk.ui.actions import Action, ActionButton, fit_words
from craftdesk.ui.cards import Card, EmptyState, Section, column, row
from craftdesk.ui.facts import Facts
from craftdesk.ui.labels import Avatar, Label, Line, Pill
from craftdesk.ui.page import SIDE
from craftdesk.ui.theme import px

SHEET = "artisan-sheet"
BESIDE_BUTTONS = 26
"""What the edges of the card take."""
PAUSE = 120
"""Milliseconds the cursor rests on a row before other features are asked about it."""


class PersonPanel(Card):
    """Shows one artisan; the panels of other features follow when the cursor rests."""

    def __init__(self, desk: Desk, opened: Callable[[str], object]) -> None:
        super().__init__(scrolls=True)
        self._desk = desk
        self._opened = opened
        self._key: str | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._add_panels)
        desk.changed.connect(self._follow)
        self.show_artisan(None)

    def show_artisan(self, key: str | None) -> None:
        self._key = key
        self._pause.stop()
        self.clear()
        if key is None:
            self.body.addWidget(EmptyState("ph.user", _("Choose somebody in the list")), 1)
            return
        self._show_card(self._desk.read(reads.card, key))
        self._pause.start()

    def _show_card(self, card: reads.Card) -> None:
        self._add_head(card)
        self.add(Facts(facts(card)))
        if card.artisan.mend:
            self.add(_to_mend(card.artisan))
        actions = [
            Action(N_("Open the card"), "ph.pencil-simple", self._open, "Return", primary=True),
            Action(N_("Information sheet"), "ph.printer", self._print),
        ]
        for action in actions:
            self.foot.addWidget(ActionButton(action), 1 if action.primary else 0)
        fit_words(self.foot, px(SIDE - BESIDE_BUTTONS))

    def _add_head(self, card: reads.Card) -> None:
        first, other = names(card.artisan)
        words = column(Label(first, "heading", wrap=True), spacing=0)
        if other:
            words.addWidget(Label(other, "muted", wrap=True))
        head = row(Avatar(first, photo=card.photo), spacing=10)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        if card.artisan.status is not Status.REGISTERED:
            self.add(Pill(status_words(card.artisan), status_tone(card.artisan)))

    def _add_panels(self) -> None:
        if self._key is None:
            return
        for panel in self._desk.panels_on(Artisan):
            section = Section(_(panel.title))
            section.add(panel.build(self._desk, self._key))
            self.add(Line(), section)

    def _open(self) -> None:
        if self._key is not None:
            self._opened(self._key)

    def _print(self) -> None:
        if self._key is not None:
            self._desk.show_paper(SHEET, self._key)

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        if Artisan not in touched or self._key is None:
            return
        if self._desk.read(reads.is_there, self._key):
            self.show_artisan(self._key)
        else:
            self.show_artisan(None)


def _to_mend(artisan: Artisan) -> Section:
    """What the clerk is asked to mend, in sentences."""
    section = Section(_("To mend"))
    for sentence in rules.mending(artisan).values():
        section.add(Label(sentence, "warning", wrap=True))
    return section
