"""Who teaches a session: artisans found by typing, or people from outside."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import group_phone, isolate
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.desk.desk import Desk
from craftdesk.features.office.models import in_language
from craftdesk.features.roster import finding
from craftdesk.features.roster.finding import Asked
from craftdesk.features.training import clashes
from craftdesk.features.training.models import State, Trainer
from craftdesk.features.training.rules import Sheet
from craftdesk.features.training.ui.words import elsewhere
from craftdesk.features.training.writes import people
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.form import Form, FormSection, SaveBar
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label
from craftdesk.ui.picking import RecordField
from craftdesk.ui.suggestions import Choice

NAMES = ("own_name_ar", "own_name_la", "function_ar", "function_fr", "body_ar", "body_fr", "phone")
MOST_CHOICES = 8


class TrainersCard(Card):
    """Each trainer with a way off the list; below, the search of the roster and the form for people from outside."""

    writing = Signal(bool)
    """whether the form is open: it wants room"""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(_("Trainers"), scrolls=True)
        self._desk = desk
        self._key = key
        self._edited: Trainer | None = None
        self._lines = column(spacing=8)
        self.picker = RecordField(self._artisans, placeholder=_("An artisan of the roster"))
        self.picker.changed.connect(self._picked)
        self._outside = Action(N_("From outside the roster"), "ph.identification-badge", self._open_form)
        self.form = Form(
            {name: fields_of(Trainer)[name] for name in NAMES}, (FormSection("", NAMES, 2),), scrolls=False
        )
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._close_form)
        self._bar = SaveBar(self.form)
        self._choosing = row(self.picker)
        self._choosing.addWidget(ActionButton(self._outside, small=True))
        self.body.addLayout(self._lines)
        self.body.addLayout(self._choosing)
        self.add(self.form, self._bar)
        self._close_form()

    def show_sheet(self, sheet: Sheet) -> None:
        clear(self._lines)
        engaged = {} if sheet.session.state is State.CANCELLED else self._desk.read(clashes.of_trainers, sheet)
        for each in sheet.trainers:
            self._lines.addLayout(self._line(each, elsewhere(engaged.get(each.id, ()))))
        if not sheet.trainers:
            self._lines.addWidget(Label(_("Nobody teaches yet."), "muted"))

    def _line(self, trainer: Trainer, warning: str) -> QHBoxLayout:
        line = row(IconLabel("ph.chalkboard-teacher", "primary", 20), spacing=10)
        detail = [trainer.function, trainer.body, isolate(group_phone(trainer.phone))]
        if trainer.artisan_id:
            detail.insert(0, _("Artisan of the roster"))
        told = Label(" · ".join(filter(None, detail)), "muted", wrap=True)
        words = column(Label(trainer.name, wrap=True), told, spacing=0)
        if warning:
            words.addWidget(Label(warning, "warning", wrap=True))
        line.addLayout(words, 1)
        if not trainer.artisan_id:
            edit = Action(N_("Edit"), "ph.pencil-simple", partial(self._open_form, trainer))
            line.addWidget(ActionButton(edit, small=True))
        remove = Action(N_("Remove"), "ph.x", partial(self._remove, trainer.id))
        line.addWidget(ActionButton(remove, small=True))
        return line

    def _artisans(self, text: str) -> list[Choice]:
        return self._desk.read(artisan_choices, text)

    def _picked(self) -> None:
        key = self.picker.value()
        if key is None:
            return
        try:
            self._desk.write(people.add_trainer, self._key, key)
        except UserError as error:
            self._desk.tell(str(error), "bad")
        self.picker.set_value(None)

    def _open_form(self, trainer: Trainer | None = None) -> None:
        self._edited = trainer
        self.form.set_values({name: getattr(trainer, name) for name in NAMES} if trainer else {})
        self._show_form(True)
        self.form.focus_first()

    def _close_form(self) -> None:
        self._show_form(False)

    def _show_form(self, there: bool) -> None:
        for widget in (self.form, self._bar):
            widget.setVisible(there)
        self.writing.emit(there)

    def _save(self) -> None:
        values = self.form.values()
        try:
            if self._edited:
                self._desk.write(people.edit_trainer, self._edited.id, values)
            else:
                self._desk.write(people.add_outside_trainer, self._key, values)
        except UserError as error:
            self.form.show_error(error)
            return
        self._close_form()

    def _remove(self, key: str) -> None:
        self._desk.write(people.remove_trainer, key)


def artisan_choices(session: Session, text: str) -> list[Choice]:
    """The artisans whose name, number or phone fits what is typed."""
    if not text.strip():
        return []
    asked = Asked(text)
    found = finding.rows(session, asked, finding.find(session, asked), 0, MOST_CHOICES)
    return [
        Choice(
            each.key, in_language(each.name_ar, each.name_la), " · ".join(filter(None, (each.activity, each.commune)))
        )
        for each in found
    ]
