"""The letterheads, each from a day on, and the form of the chosen one."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_day, today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads, writes
from craftdesk.features.office.models import Letterhead, in_language
from craftdesk.features.office.ui.letterhead_view import LetterheadView
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, row
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.side import Side
from craftdesk.ui.table import Column, Style, TableView
from craftdesk.ui.theme import px

SECTIONS = (
    FormSection("", ("holds_from",)),
    FormSection("", ("lines_ar", "chamber_ar", "director_ar", "lines_fr", "chamber_fr", "director_fr"), columns=1),
)
COLUMNS: tuple[Column[Letterhead], ...] = (
    Column(
        N_("Holds from"),
        lambda head: format_day(head.holds_from),
        Style.NAME,
        second=lambda head: in_language(head.director_ar, head.director_fr),
        order=lambda head: head.holds_from,
    ),
)
LIST, FORM, PREVIEW = 240, 420, 340


class LetterheadPanel(QWidget):
    """A new letterhead begins as a copy of the newest, from today on; papers of earlier days keep theirs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key: str | None = None
        self.form = Form(fields_of(Letterhead), SECTIONS)
        self.view = LetterheadView()
        self._add = Action(N_("New letterhead"), "ph.plus", self.begin_new)
        self._delete = Action(N_("Delete"), "ph.trash", self.delete, "Del", lambda: self._key is not None)
        self._save = Action(
            N_("Save"), "ph.floppy-disk", self.form.save, "Ctrl+S", lambda: self.form.dirty, primary=True
        )
        self.table = TableView[Letterhead](COLUMNS, "letterheads", key=lambda head: head.id, actions=[self._delete])
        self._connect()
        self._lay_out()
        self.refresh()
        self._choose_first()

    def _connect(self) -> None:
        self.form.saved.connect(self.save)
        self.form.dirty_changed.connect(self._refresh_buttons)
        self.form.changed.connect(self._preview)
        self.table.chosen.connect(self.show_head)
        self._desk.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        self._buttons = [ActionButton(each) for each in (self._add, self._delete, self._save)]
        self.table.setFixedWidth(px(LIST))
        card = Card()
        card.body.addWidget(self.form, 1)
        for button in self._buttons[:2]:
            card.foot.addWidget(button)
        card.foot.addStretch(1)
        card.foot.addWidget(self._buttons[2])
        aside = Card(_("As it stands on papers"), scrolls=True)
        aside.add(self.view)
        self.side = Side(aside, PREVIEW, lambda: px(LIST + FORM))
        # Where there is little room the preview takes that of the list.
        self.side.shown.connect(lambda shown: self.table.setHidden(shown and self.side.has_given_way()))
        self.side.hear_key(self)
        card.foot.insertWidget(2, self.side.button)
        line = row(self.table, spacing=14)
        line.addWidget(card, 1)
        line.addWidget(self.side)
        self.setLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(self.width())

    def refresh(self, touched: frozenset[object] = frozenset()) -> None:
        if not touched or Letterhead in touched:
            self.table.show_rows(self._desk.read(reads.letterheads))

    def show_head(self, head: Letterhead | None) -> None:
        if head is not None:
            self._fill(head.id, head)

    def begin_new(self) -> None:
        """A copy of the newest, to be changed."""
        self._fill(None, self._desk.read(reads.letterheads)[0])
        self.form.set_value("holds_from", today())

    def _fill(self, key: str | None, head: Letterhead) -> None:
        self._key = key
        self.form.set_values({name: getattr(head, name) for name in fields_of(Letterhead)})
        self._preview()
        self._refresh_buttons()

    def save(self) -> None:
        try:
            self._key = self._desk.write(writes.save_letterhead, self._key, self.form.values())
        except UserError as error:
            if not self.form.show_error(error):
                self._desk.tell(str(error), "bad")
            return
        self.form.rest()
        self.table.select(self._key)

    def delete(self) -> None:
        if self._key is not None:
            self._desk.write(writes.delete_letterhead, self._key)
            self._choose_first()

    def _choose_first(self) -> None:
        self.table.select(self._desk.read(reads.letterheads)[0].id)

    def _preview(self) -> None:
        self.view.show_values(self.form.values())

    def _refresh_buttons(self) -> None:
        for button in self._buttons:
            button.refresh()
