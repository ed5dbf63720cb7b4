"""What stands beside the form of an artisan: who it is, what is to be mended, twins, events, status, history."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.desk.history_view import HistoryView
from craftdesk.features.roster import reads
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.ui.mending_card import MendingCard
from craftdesk.features.roster.ui.past_view import PastView
from craftdesk.features.roster.ui.status_view import StatusView
from craftdesk.features.roster.ui.twins_card import TwinsCard
from craftdesk.features.roster.ui.words import card_words, grouped, names, status_tone, status_words
from craftdesk.ui.cards import Card, Section, clear, column, row, scrolling
from craftdesk.ui.direction import code
from craftdesk.ui.facts import Facts
from craftdesk.ui.labels import Avatar, Label, Line, Pill
from craftdesk.ui.tabs import Tab, Tabs
from craftdesk.ui.theme import px


class ArtisanSide(QWidget):
    """Follows the card that is open in the form.

    `opened` and `joined` are what the twins can do; `go_to` puts the cursor into a field that is to be mended.
    """

    def __init__(
        self,
        desk: Desk,
        values: Callable[[], Mapping[str, Any]],
        opened: Callable[[str], object],
        joined: Callable[[str], object],
        go_to: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._go_to = go_to
        self.twins = TwinsCard(desk, values, opened, joined)
        self._who = column(spacing=10)
        self._more = column(spacing=0)
        outer = column(spacing=14)
        outer.addWidget(self.twins)
        outer.addLayout(self._who)
        outer.addLayout(self._more, 1)
        self.setLayout(outer)
        self.tabs: Tabs | None = None
        self._help: Card | None = None
        self.twins.found.connect(self._make_room)

    def _make_room(self, found: bool) -> None:
        """Whoever may be the same person matters more than how the keys work."""
        if self._help is not None:
            self._help.setVisible(not found)

    def begin(self) -> None:
        """Beside a new card there is nothing but a word of help, and the twins when there are any."""
        self.twins.begin(None)
        self._clear()
        card = Card()
        card.add(
            Label(_("A new card"), "heading"),
            Label(
                _("What you know is enough: a half-filled card can be saved, and is listed to be mended."), wrap=True
            ),
            Label(_("Enter goes to the next field and confirms what is guessed; Esc takes a guess away."), wrap=True),
            Facts(
                [
                    (code("Ctrl+S"), _("Save")),
                    (code("Ctrl+Enter"), _("Save and new")),
                    (code("F4"), _("List or calendar of the field")),
                    (code("F7"), _("Who may be on the roster already")),
                    (code("Ctrl+V"), _("Paste a photo")),
                ],
                label_width=84,
            ),
        )
        self._help = card
        self._who.addWidget(card)
        self._more.addStretch(1)

    def show_card(self, card: reads.Card) -> None:
        found = card.artisan
        open_tab = self.tabs.current() if self.tabs is not None else ""
        self.twins.begin(found.id)
        self._clear()
        self._who.addWidget(self._head(card))
        if found.mend:
            self._who.addWidget(MendingCard(self._desk, found, self._go_to))
        self.tabs = self._tabs(found.id)
        if open_tab:
            self.tabs.open(open_tab)
        holder = Card()
        holder.body.addWidget(self.tabs, 1)
        self._more.addWidget(holder, 1)

    def _clear(self) -> None:
        self.tabs = self._help = None
        clear(self._who)
        clear(self._more)

    def _head(self, card: reads.Card) -> Card:
        found = card.artisan
        first, other = names(found)
        words = column(Label(first, "heading", wrap=True), spacing=0)
        if other:
            words.addWidget(Label(other, "muted", wrap=True))
        head = row(Avatar(first, photo=card.photo), spacing=10)
        head.addLayout(words, 1)
        head.addWidget(Pill(status_words(found), status_tone(found)))
        made = Card()
        made.body.addLayout(head)
        lines = [(_("Card"), card_words(found.card_no, found.card_until)), (_("National id"), grouped(found.nin))]
        if any(text for _label, text in lines):
            made.add(Facts(lines, label_width=84))
        return made

    def _tabs(self, key: str) -> Tabs:
        return Tabs(
            (
                Tab("events", N_("Events"), lambda: scrolling(self._events(key))),
                Tab("status", N_("Status"), lambda: scrolling(StatusView(self._desk, key))),
                Tab("history", N_("History"), lambda: scrolling(self._history(key))),
            )
        )

    def _history(self, key: str) -> QWidget:
        """A day may be chosen, and below it stands every change."""
        made = QWidget()
        lines = column(PastView(self._desk, key), Line(), HistoryView(self._desk, key), spacing=12)
        lines.setContentsMargins(0, 0, px(4), 0)
        lines.addStretch(1)
        made.setLayout(lines)
        return made

    def _events(self, key: str) -> QWidget:
        """What other features know of this person."""
        made = QWidget()
        lines = column(spacing=12)
        for panel in self._desk.panels_on(Artisan):
            section = Section(_(panel.title))
            section.add(panel.build(self._desk, key))
            lines.addWidget(section)
            lines.addWidget(Line())
        if not self._desk.panels_on(Artisan):
            lines.addWidget(Label(_("Nothing yet"), "muted"))
        lines.addStretch(1)
        lines.setContentsMargins(0, 0, px(4), 0)
        made.setLayout(lines)
        return made
