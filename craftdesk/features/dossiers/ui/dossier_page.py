"""The card of a file: whose it is, its documents, what was scanned of them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.base.dates import format_day, today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import group_phone
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.history_view import HistoryView
from craftdesk.features.dossiers import reads, writes
from craftdesk.features.dossiers.models import Dossier, DossierDocument, DossierState, Scan
from craftdesk.features.dossiers.rules import TONES, DossierFile
from craftdesk.features.dossiers.ui import taking_in
from craftdesk.features.dossiers.ui.documents_card import DocumentsCard
from craftdesk.features.dossiers.ui.scans_view import ScansView
from craftdesk.features.dossiers.ui.words import RECEIPT, in_a_line, standing_in_words
from craftdesk.features.roster.models import Artisan
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, row
from craftdesk.ui.direction import apart, code
from craftdesk.ui.facts import Facts
from craftdesk.ui.fields import FieldRow
from craftdesk.ui.icons import chevron
from craftdesk.ui.labels import Label, Line, Pill
from craftdesk.ui.page import PageFrame
from craftdesk.ui.theme import px

SHOWN: frozenset[type[Model]] = frozenset({Dossier, DossierDocument, Scan, Artisan})
ASIDE, FACTS, DOCUMENTS, SCANS = 330, 290, 278, 232


class DossierPage(PageFrame):
    """Made for one file; `left` is called when there is no such file any more. What is dropped becomes a scan."""

    def __init__(self, desk: Desk, key: str, left: Callable[[], object]) -> None:
        self._desk, self.key, self._left = desk, key, left
        self._stale = False
        self.file: DossierFile = desk.read(reads.dossier_file, key)
        self._card = Action(N_("Open the artisan's card"), "ph.identification-card", self.open_artisan, "F4")
        actions = [
            Action(N_("All the files"), chevron(False), left, "Alt+Up"),
            self._card,
            Action(N_("Receipt"), "ph.printer", self.print_receipt, "Ctrl+P", primary=True),
        ]
        super().__init__(self.file.dossier.name, actions=actions, long=True)
        self.facts = Card(scrolls=True)
        self.documents = DocumentsCard(desk)
        self.scans = ScansView(desk, _("No scan yet: drop a PDF file or a picture here, or paste it."))
        self._scanned = Label("", "heading", wrap=True)
        self.setAcceptDrops(True)
        self._place_cards()
        self.documents.chose.connect(self._show_scans)
        desk.changed.connect(self.follow)
        self.show_file(self.file)

    def _place_cards(self) -> None:
        aside = Card(scrolls=True)
        aside.add(self._scanned, self.scans)
        cards = QWidget()
        line = QHBoxLayout(cards)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(14))
        for card, least in ((self.facts, FACTS), (self.documents, DOCUMENTS), (aside, SCANS)):
            card.setMinimumWidth(px(least))
            line.addWidget(card, 3 if card is self.documents else 2)
        for card in (self.facts, aside):
            card.setMaximumWidth(px(ASIDE))
        self.set_body(cards)
        keys = _("Space: received, not needed, missing · F2: valid until · Ctrl+V: scan")
        self.set_notes(keys, "")

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
        """Read the file anew; leave when it is gone."""
        if self._desk.read(reads.is_there, self.key):
            self.show_file(self._desk.read(reads.dossier_file, self.key))
        else:
            self._left()

    def show_file(self, file: DossierFile) -> None:
        self.file, self._stale = file, False
        self.set_title(file.dossier.name, in_a_line(file.dossier))
        self._show_facts(file)
        self.documents.show_file(file)
        self._show_scans(self.documents.current)

    def _show_facts(self, file: DossierFile) -> None:
        self.facts.clear()
        standing = file.standing(today())
        state = row(Pill(standing_in_words(standing), TONES[standing]), spacing=8)
        state.addStretch(1)
        self.facts.body.addLayout(state)
        self.facts.add(Facts(_facts(file), 92), Line())
        self._add_term(file.dossier)
        self._add_ways(file)
        self.facts.add(Line(), Label(_("History"), "heading"), HistoryView(self._desk, self.key))

    def _add_term(self, dossier: Dossier) -> None:
        """Until when it is to be complete, to be changed at its place."""
        if dossier.state is not DossierState.OPEN:
            return
        declared = Dossier.__table__.columns["complete_by"].info["field"]
        term = FieldRow("complete_by", declared)
        term.input.set_value(dossier.complete_by)
        save = partial(self._save_term, term)
        term.left.connect(save)
        term.input.entered.connect(save)
        self.facts.add(term)

    def _save_term(self, term: FieldRow, _name: str = "") -> None:
        day = term.value()
        if term.input.fault() or day == self.file.dossier.complete_by:
            return
        try:
            self._desk.write(writes.save_dossier, self.key, {"complete_by": day})
        except UserError as error:
            term.show_message(str(error))

    def _add_ways(self, file: DossierFile) -> None:
        """What may become of the file now."""
        if file.dossier.state is DossierState.OPEN:
            ways = [
                Action(
                    N_("Settle"), "ph.check-circle", partial(self.close_as, DossierState.SETTLED), "", self._is_whole
                ),
                Action(N_("Withdraw the file"), "ph.x-circle", partial(self.close_as, DossierState.WITHDRAWN)),
            ]
        else:
            ways = [Action(N_("Open it again"), "ph.arrow-u-up-left", partial(self.close_as, DossierState.OPEN))]
        self.facts.add(Label(_("What became of it"), "label"))
        for each in ways:
            line = row(ActionButton(each, small=True))
            line.addStretch(1)
            self.facts.body.addLayout(line)

    def _is_whole(self) -> bool:
        return not self.file.missing

    def _show_scans(self, document: DossierDocument | None) -> None:
        """Those of the chosen document, or of all of them."""
        if document is None:
            self._scanned.setText(_("Scanned papers"))
            self.scans.show_scans(self.file.artisan.id, self.file.scans, self._first())
        else:
            self._scanned.setText(_("Scans: {document}").format(document=apart(document.label())))
            self.scans.show_scans(self.file.artisan.id, self.file.scans_of(document.id), document.id)

    def _first(self) -> str | None:
        return self.file.documents[0].id if self.file.documents else None

    def close_as(self, state: DossierState) -> None:
        try:
            self._desk.write(writes.close_dossier, self.key, state, today())
        except UserError as error:
            self._desk.tell(str(error), "bad")

    def open_artisan(self) -> None:
        self._desk.open_record(Artisan, self.file.artisan.id)

    def print_receipt(self) -> None:
        self._desk.show_paper(RECEIPT, self.key)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if taking_in.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.scans.dropEvent(event)


def _facts(file: DossierFile) -> list[tuple[str, str]]:
    dossier, artisan = file.dossier, file.artisan
    return [
        (_("Artisan"), apart(artisan.label())),
        (_("Activity"), artisan.activity.label() if artisan.activity else ""),
        (_("Phone"), code(group_phone(artisan.phone)) if artisan.phone else ""),
        (_("Register number"), code(artisan.register_no or "")),
        (_("Opened on"), format_day(dossier.opened_on)),
        (_("Closed on"), format_day(dossier.closed_on) if dossier.closed_on else ""),
        (_("Remarks"), dossier.remarks),
    ]
