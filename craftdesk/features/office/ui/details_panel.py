"""The office's own details, to be changed."""

from PySide6.QtWidgets import QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads, writes
from craftdesk.features.office.models import Chamber
from craftdesk.features.office.ui.inputs import wilaya_input
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, column
from craftdesk.ui.form import Form, FormSection

SECTIONS = (
    FormSection(N_("The chamber"), ("wilaya_id", "language", "place_ar", "place_fr")),
    FormSection(N_("Where it is found"), ("address_ar", "address_fr", "phone")),
    FormSection(N_("Logo on the papers"), ("logo",), columns=1),
)


class DetailsPanel(QWidget):
    """Saved by its button or Ctrl+S."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(fields_of(Chamber), SECTIONS, {"wilaya_id": wilaya_input()})
        self.form.saved.connect(self.save)
        self._button = ActionButton(
            Action(N_("Save"), "ph.floppy-disk", self.form.save, "Ctrl+S", lambda: self.form.dirty, primary=True)
        )
        self.form.dirty_changed.connect(self._button.refresh)
        card = Card()
        card.body.addWidget(self.form, 1)
        card.foot.addStretch(1)
        card.foot.addWidget(self._button)
        self.setLayout(column(card))
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, touched: frozenset[object] = frozenset()) -> None:
        """Show what is stored; what is being typed is not taken away by somebody else's change."""
        if self.form.dirty or (touched and Chamber not in touched):
            return
        office = self._desk.read(reads.office_today)
        values = {name: getattr(office.chamber, name) for name in fields_of(Chamber)}
        self.form.set_values({**values, "logo": office.logo})
        self._button.refresh()

    def save(self) -> None:
        changes = self.form.changes()
        try:
            self.form.rest()
            self._desk.write(writes.save_chamber, changes)
        except UserError as error:
            self._desk.tell(str(error), "bad")
