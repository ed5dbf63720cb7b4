"""The card of a request: what is asked for, the papers of its file, how far it has come."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_dinars, group_phone
from craftdesk.base.words import dinars_in_words
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.history_view import HistoryView
from craftdesk.desk.paper_menu import paper_actions, papers_button
from craftdesk.features.equipment import reads, writes
from craftdesk.features.equipment.models import (
    EquipmentRequest,
    RequestLine,
    RequestPaper,
    RequestStep,
)
from craftdesk.features.equipment.rules import TONES, RequestFile
from craftdesk.features.equipment.ui.papers_card import PapersCard
from craftdesk.features.equipment.ui.steps_card import StepsCard
from craftdesk.features.equipment.ui.words import FURTHER, RECEIPT, in_a_line, kind_in_words, state_in_words
from craftdesk.features.roster.models import Artisan
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import Card, column, row
from craftdesk.ui.direction import apart, code
from craftdesk.ui.facts import Facts
from craftdesk.ui.icons import chevron
from craftdesk.ui.labels import Label, Line, Pill
from craftdesk.ui.page import PageFrame
from craftdesk.ui.theme import px

SHOWN: frozenset[type[Model]] = frozenset({EquipmentRequest, RequestLine, RequestPaper, RequestStep, Artisan})
PAPERS, STEPS, NARROW = 330, 330, 260


class RequestPage(PageFrame):
    """Made for one request; `left` is called when there is no such request any more."""

    def __init__(self, desk: Desk, key: str, left: Callable[[], object], edit: Callable[[str], object]) -> None:
        self._desk = desk
        self.key = key
        self._left = left
        self._stale = False
        self.file = desk.read(reads.request_file, key)
        actions = [
            Action(N_("All requests"), chevron(False), left, "Alt+Up"),
            Action(N_("Edit"), "ph.pencil-simple", lambda: edit(key), "F2"),
            papers_button(self, paper_actions(desk, FURTHER, lambda: (key,))),
            Action(N_("Receipt"), "ph.printer", self.print_receipt, "Ctrl+P", primary=True),
        ]
        super().__init__(self.file.request.applicant, actions=actions, long=True)
        self.asked = Card(scrolls=True)
        self.papers, self.steps = PapersCard(desk), StepsCard(desk)
        for card, width in ((self.papers, PAPERS), (self.steps, STEPS)):
            card.setMinimumWidth(px(NARROW))
            card.setMaximumWidth(px(width))
        self.asked.setMinimumWidth(px(NARROW))
        self._place_cards()
        desk.changed.connect(self.follow)
        self.show_file(self.file)

    def _place_cards(self) -> None:
        cards = QWidget()
        line = QHBoxLayout(cards)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(14))
        # Papers and steps have what they want first; the rest is for what was asked for.
        line.addWidget(self.asked, 1)
        line.addWidget(self.papers, 1000)
        line.addWidget(self.steps, 1000)
        self.set_body(cards)
        self.set_notes(_("Space: missing, received, not needed"), "")

    def follow(self, touched: frozenset[type[Model]]) -> None:
        if touched & SHOWN:
            self._stale = True
            if self.isVisible():
                self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Read the request anew; leave when it is gone."""
        if self._desk.read(reads.is_there, self.key):
            self.show_file(self._desk.read(reads.request_file, self.key))
        else:
            self._left()

    def show_file(self, file: RequestFile) -> None:
        self.file = file
        self._stale = False
        self.set_title(file.request.applicant, in_a_line(file.request))
        self._show_asked(file)
        self.papers.show_file(file)
        self.steps.show_file(file)

    def _show_asked(self, file: RequestFile) -> None:
        self.asked.clear()
        state = row(Pill(state_in_words(file.request.state), TONES[file.request.state]), spacing=8)
        state.addStretch(1)
        self.asked.body.addLayout(state)
        self.asked.add(Facts(_facts(file), 110), Line(), Label(_("What is asked for"), "heading"))
        for each in file.lines:
            self.asked.body.addLayout(_line(each))
        self.asked.add(Line())
        total = Label(format_dinars(file.total), "figure")
        self.asked.body.addLayout(column(total, Label(dinars_in_words(file.total), "muted", wrap=True), spacing=0))
        self.asked.add(Line(), Label(_("History"), "heading"), HistoryView(self._desk, self.key))

    def print_receipt(self) -> None:
        self._desk.show_paper(RECEIPT, self.key)

    def delete(self) -> None:
        """To the bin."""
        self._desk.write(writes.delete_request, self.key)


def _facts(file: RequestFile) -> list[tuple[str, str]]:
    record, artisan = file.request, file.request.artisan
    spokesman = artisan.label() if artisan and record.group_name else ""
    return [
        (_("Spokesman"), apart(spokesman)),
        (_("Activity"), artisan.activity.label() if artisan and artisan.activity else ""),
        (_("Phone"), code(group_phone(artisan.phone)) if artisan and artisan.phone else ""),
        (_("Kind of request"), kind_in_words(record)),
        (_("Deposited on"), format_day(record.deposited_on)),
        (_("Source of funds"), apart(record.funding)),
        (_("Purpose"), record.purpose),
        (_("Remarks"), record.remarks),
    ]


def _line(line: RequestLine) -> QHBoxLayout:
    """Designation, how many at which price, and the amount at the end."""
    each = _("{quantity} × {price}").format(quantity=code(str(line.quantity)), price=format_dinars(line.price))
    made = row(spacing=10)
    made.addLayout(column(Label(line.what, wrap=True), Label(each, "muted"), spacing=0), 1)
    made.addWidget(Label(format_dinars(line.amount), "strong"))
    return made
