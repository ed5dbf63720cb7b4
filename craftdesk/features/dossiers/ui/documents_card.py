"""The documents of a file: there, missing, or not needed; one key or click turns each."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.desk.desk import Desk
from craftdesk.features.dossiers import writes
from craftdesk.features.dossiers.models import DOCUMENT_STATES, DocumentState, DossierDocument
from craftdesk.features.dossiers.rules import DossierFile, counted
from craftdesk.features.dossiers.ui.words import DOCUMENT_ICONS, SCAN_ICON, sign_of, state_line
from craftdesk.ui.actions import Action, ActionButton, menu
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.figures import Pressable
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.inputs import EntryLine, date_input
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px

TURN = {
    DocumentState.MISSING: DocumentState.RECEIVED,
    DocumentState.RECEIVED: DocumentState.NOT_NEEDED,
    DocumentState.NOT_NEEDED: DocumentState.MISSING,
}
"""What a click makes of it."""
DAY = 146


class DocumentRow(Pressable):
    """One document. Space, Enter or a click turns it, F2 goes to its validity, Del takes it off."""

    focused = Signal(object)
    """itself"""

    def __init__(self, document: DossierDocument, put: Callable[[DossierDocument, DocumentState], object]) -> None:
        super().__init__(lambda: put(self.document, TURN[self.document.state]), "")
        self.setProperty("role", "event")
        self._sign = IconLabel("ph.circle-dashed", "warn", 22)
        self._name, self._state = Label("", wrap=True), Label("", "muted", wrap=True)
        self._clip, self._number = IconLabel(SCAN_ICON, "muted", 16), Label("", "muted")
        self.ways: Sequence[Action] = ()
        line = QHBoxLayout(self)
        line.setContentsMargins(px(4), px(4), px(4), px(4))
        line.setSpacing(px(10))
        line.addWidget(self._sign)
        line.addLayout(column(self._name, self._state, spacing=0), 1)
        line.addLayout(row(self._number, self._clip, spacing=2))
        self.document = document

    def show_document(self, document: DossierDocument, scans: int) -> None:
        """Show what became of it, at its place: the cursor stays."""
        self.document = document
        self._sign.show_icon(*sign_of(document))
        self._name.setText(counted(document))
        self._state.setText(state_line(document))
        self._number.setText(str(scans) if scans > 1 else "")
        self._clip.setVisible(bool(scans))
        self.setAccessibleName(f"{document.label()}: {state_line(document)}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        keys: dict[int, str] = {Qt.Key.Key_Delete: "Del", Qt.Key.Key_F2: "F2"}
        if step := steps.get(event.key()):
            self.focusNextChild() if step > 0 else self.focusPreviousChild()
        elif key := keys.get(event.key()):
            next(each for each in self.ways if each.shortcut == key).run()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu(self.ways, self).popup(event.globalPos())


class DocumentsCard(Card):
    """The list; above it the day, below it the validity of the chosen document, and one more that is asked for."""

    chose = Signal(object)
    """the document where the cursor is"""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Documents of the file"), scrolls=True)
        self._desk = desk
        self._key = ""
        self.current: DossierDocument | None = None
        self.rows: list[DocumentRow] = []
        self.day, self.until = date_input(), date_input(_("no end"))
        for each in (self.day, self.until):
            each.setFixedWidth(px(DAY))
        self.day.set_value(today())
        self.day.setToolTip(_("Day on which the documents are received"))
        self.name = EntryLine()
        self.name.setPlaceholderText(_("One more document"))
        self.name.returnPressed.connect(self.add_document)
        self.tally = Label("", "muted", wrap=True)
        self._of = Label("", "label", wrap=True)
        self._lines = column(spacing=2)
        self._lay_out()
        self.until.left.connect(self.save_validity)
        self.until.entered.connect(self._validity_entered)

    def _lay_out(self) -> None:
        head = row(spacing=8)
        head.addWidget(Label(_("Received on"), "label"), 1)
        head.addWidget(self.day)
        self.body.addWidget(self.tally)
        self.body.addLayout(head)
        self.body.addLayout(self._lines)
        whole = Action(N_("All received"), "ph.checks", self.receive_all, enabled=self._misses)
        self._whole = ActionButton(whole, small=True)
        validity = row(spacing=8)
        validity.addWidget(self._of, 1)
        validity.addWidget(self.until)
        more = row(spacing=8)
        more.addWidget(self.name, 1)
        more.addWidget(ActionButton(Action(N_("Add"), "ph.plus", self.add_document)))
        foot = column(spacing=8)
        foot.addLayout(validity)
        foot.addLayout(more)
        self.foot.addLayout(foot, 1)
        all_of_it = row(self._whole)
        all_of_it.addStretch(1)
        self.body.addLayout(all_of_it)

    def _misses(self) -> bool:
        return any(each.document.state is DocumentState.MISSING for each in self.rows)

    def show_file(self, file: DossierFile) -> None:
        """Show the documents; as long as they are the same ones, each at its place."""
        self._key = file.dossier.id
        if [each.document.id for each in self.rows] != [each.id for each in file.documents]:
            self._build(file.documents)
        for line, document in zip(self.rows, file.documents, strict=True):
            line.show_document(document, len(file.scans_of(document.id)))
        count = len(file.missing)
        missing = ngettext("{count} document missing", "{count} documents missing", count).format(count=count)
        self.tally.setText(missing if count else _("The file is complete"))
        self._whole.refresh()
        self._whole.setVisible(count > 1)
        held = {each.id: each for each in file.documents}
        self._choose(held.get(self.current.id) if self.current else None)

    def _build(self, documents: Sequence[DossierDocument]) -> None:
        clear(self._lines)
        self.rows = [DocumentRow(each, self.put) for each in documents]
        for each in self.rows:
            each.ways = self._ways(each)
            each.focused.connect(self._row_focused)
            self._lines.addWidget(each)
        if not documents:
            self._lines.addWidget(Label(_("Nothing is asked for yet: add what this file needs."), "muted", wrap=True))

    def _row_focused(self, line: DocumentRow) -> None:
        self._choose(line.document)

    def _choose(self, document: DossierDocument | None) -> None:
        """Let validity and scans be those of a document."""
        before, self.current = self.current, document
        received = document is not None and document.state is DocumentState.RECEIVED
        self.until.setEnabled(received)
        self.until.set_bad(False)
        self.until.set_value(document.valid_until if document else None)
        words = _("{document}: valid until").format(document=counted(document)) if document and received else ""
        self._of.setText(words or _("Choose a document that is received to say until when it counts."))
        if (before and before.id) != (document and document.id):
            self.chose.emit(document)

    def _ways(self, line: DocumentRow) -> list[Action]:
        states = [
            Action(DOCUMENT_STATES[state], DOCUMENT_ICONS[state][0], partial(self._put_at, line, state))
            for state in DocumentState
        ]
        return [
            *states,
            Action(N_("Valid until…"), "ph.clock", self.begin_validity, "F2"),
            Action(N_("No longer ask for it"), "ph.trash", partial(self._remove, line), "Del"),
        ]

    def _put_at(self, line: DocumentRow, state: DocumentState) -> None:
        self.put(line.document, state)

    def put(self, document: DossierDocument, state: DocumentState) -> None:
        """Say at its place what became of a document; what was done can be undone like anything else."""
        self._choose(document)
        if fault := self.day.fault():
            self._desk.tell(fault, "bad")
            return
        try:
            self._desk.write_quietly(writes.save_document, document.id, state, self._received_on())
        except UserError as error:
            self._desk.tell(str(error), "bad")

    def _received_on(self) -> date:
        day = self.day.value()
        return day if isinstance(day, date) else today()

    def receive_all(self) -> None:
        """Everything that was missing came in on the day that stands above."""
        try:
            self._desk.write(writes.receive_all, self._key, self._received_on())
        except UserError as error:
            self._desk.tell(str(error), "bad")

    def begin_validity(self) -> None:
        self.until.setFocus()

    def _validity_entered(self) -> None:
        self.save_validity()
        self.focus_current()

    def save_validity(self) -> None:
        """Keep until when the chosen document counts, as it is typed."""
        document = self.current
        if document is None or not self.until.isEnabled():
            return
        if fault := self.until.fault():
            self.until.set_bad(True)
            self._desk.tell(fault, "bad")
            return
        if self.until.value() == document.valid_until:
            return
        try:
            self._desk.write(writes.save_validity, document.id, self.until.value())
        except UserError as error:
            self.until.set_bad(True)
            self._desk.tell(str(error), "bad")

    def _remove(self, line: DocumentRow) -> None:
        self._desk.write(writes.remove_document, line.document.id)

    def add_document(self) -> None:
        try:
            self._desk.write(writes.add_document, self._key, self.name.text())
        except UserError as error:
            self._desk.tell(str(error), "bad")
            return
        self.name.clear()

    def focus_current(self) -> None:
        found = (each for each in self.rows if self.current and each.document.id == self.current.id)
        next(found, self.first()).setFocus()

    def first(self) -> QWidget:
        """Where the cursor goes when the card is opened."""
        missing = (each for each in self.rows if each.document.state is DocumentState.MISSING)
        return next(missing, self.rows[0] if self.rows else self.name)
