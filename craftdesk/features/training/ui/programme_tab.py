"""What the session says of itself, its half-days and its trainers, each to be changed in place."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.training import clashes
from craftdesk.features.training.models import State, TrainingSession
from craftdesk.features.training.rules import Sheet
from craftdesk.features.training.ui.half_days_card import HalfDaysCard
from craftdesk.features.training.ui.trainers_card import TrainersCard
from craftdesk.features.training.ui.words import place_taken
from craftdesk.features.training.writes import planning
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, column, row
from craftdesk.ui.form import Form, FormSection, SaveBar
from craftdesk.ui.theme import px

PLACES = ("place_ar", "place_fr", "partner_ar", "partner_fr")
TRAINERS = 188
"""Room for one trainer and the search for another."""
SECTIONS = (
    FormSection("", ("subject_ar", "subject_fr", "kind", "hours"), 2, wide=("subject_ar", "subject_fr")),
    FormSection("", PLACES, 2, wide=PLACES),
    FormSection(N_("Right to the certificate"), ("min_share", "excused_counts"), 2),
    FormSection("", ("remarks",), 1),
)


class DetailsCard(Card):
    """The form of the session, and the ways to call it off."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(_("The session"))
        self._desk = desk
        self._key = key
        self._cancelled = self._warned = False
        fields = fields_of(TrainingSession)
        names = [name for section in SECTIONS for name in section.names]
        self.form = Form({name: fields[name] for name in names}, SECTIONS)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._put_back)
        for told in (self.form.changed, self.form.left):
            told.connect(lambda name: self._warn_of_place() if name.startswith("place") else None)
        self._sheet: Sheet | None = None
        self._call_off = Action(N_("Call off"), "ph.calendar-x", self._turn)
        self._delete = Action(N_("Delete"), "ph.trash", self._remove)
        self._buttons = row()
        self.body.addWidget(self.form, 1)
        self._ways = QWidget()
        ways = row(spacing=0)
        ways.addLayout(self._buttons)
        ways.addStretch(1)
        self._ways.setLayout(ways)
        self._bar = SaveBar(self.form)
        self.foot.addWidget(self._ways)
        self.foot.addWidget(self._bar, 1)
        self.form.dirty_changed.connect(self._show_ways)
        self._show_ways(False)

    def show_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._cancelled = sheet.session.state is State.CANCELLED
        if not self.form.dirty:
            self._put_back()
        self._warn_of_place()
        self._show_buttons()

    def _warn_of_place(self) -> None:
        """Say at the field that another session has the place; nothing is barred by it."""
        if self._sheet is None:
            return
        values, session = self.form.values(), self._sheet.session
        place = (values["place_ar"] or "", values["place_fr"] or "")
        stands = [] if self._cancelled else self._sheet.half_days
        found = self._desk.read(clashes.of_place, place, stands, session.id)
        if found or self._warned:
            self.form.show_warnings({"place_ar": place_taken(found)})
        self._warned = bool(found)

    def _show_ways(self, dirty: bool) -> None:
        """What was typed is saved or put back before anything else is done with the session."""
        self._bar.setVisible(dirty)
        self._ways.setVisible(not dirty)

    def _show_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        again = Action(N_("Takes place after all"), "ph.calendar-check", self._turn)
        for action in (again if self._cancelled else self._call_off, self._delete):
            self._buttons.addWidget(ActionButton(action))

    def _put_back(self) -> None:
        if self._sheet:
            names = [name for section in SECTIONS for name in section.names]
            self.form.set_values({name: getattr(self._sheet.session, name) for name in names})

    def _save(self) -> None:
        changes = self.form.changes()
        self.form.rest()
        if not changes:
            return
        try:
            self._desk.write(planning.edit_session, self._key, changes)
        except UserError as error:
            self.form.show_error(error)

    def _turn(self) -> None:
        self._desk.write(planning.reinstate_session if self._cancelled else planning.cancel_session, self._key)

    def _remove(self) -> None:
        self._desk.write(planning.delete_session, self._key)


class ProgrammeTab(QWidget):
    """Details on the leading side; half-days over trainers on the other."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self.details = DetailsCard(desk, key)
        self.half_days = HalfDaysCard(desk, key)
        self.trainers = TrainersCard(desk, key)
        self.trainers.setMinimumHeight(px(TRAINERS))
        outer = row(spacing=14)
        other = QWidget()
        other.setLayout(column(self.half_days, self.trainers, spacing=14))
        for place in (self.details, other):
            place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            outer.addWidget(place, 1)
        self.setLayout(outer)
        self.trainers.writing.connect(lambda writing: self.half_days.setVisible(not writing))

    def show_sheet(self, sheet: Sheet) -> None:
        self.details.show_sheet(sheet)
        self.half_days.show_sheet(sheet)
        self.trainers.show_sheet(sheet)
