"""The form of a new file: whose, for which procedure, from which day on."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.dossiers import reads, writes
from craftdesk.features.dossiers.models import Dossier
from craftdesk.features.dossiers.rules import Procedure, counted
from craftdesk.features.dossiers.ui.words import CHECKLISTS, SETTINGS
from craftdesk.features.roster import reads as roster
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.form import Form, FormSection, SaveBar
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label
from craftdesk.ui.page import PageFrame
from craftdesk.ui.picking import RecordField
from craftdesk.ui.suggestions import Choice
from craftdesk.ui.theme import px

DRAFT = "dossier"
SECTIONS = (
    FormSection(N_("The artisan"), ("artisan_id",), 1),
    FormSection(N_("The procedure"), ("procedure", "opened_on", "complete_by"), 3),
    FormSection("", ("remarks",), 1),
)
LIST = 340


def dossier_fields(procedures: list[Procedure]) -> dict[str, Field]:
    own = fields_of(Dossier)
    choices = {each.code: each.label() for each in procedures}
    asked = Field(N_("Procedure"), kind=Kind.CHOICE, choices=choices, required=True)
    names = ("opened_on", "complete_by", "remarks")
    return {"artisan_id": own["artisan_id"], "procedure": asked, **{name: own[name] for name in names}}


class DossierForm(PageFrame):
    """Beside it stands the checklist of the chosen procedure; what was typed is kept until it is saved."""

    def __init__(self, desk: Desk, saved: Callable[[str], object], left: Callable[[], object]) -> None:
        super().__init__(_("New file"), _("The number and the checklist of the procedure follow when it is saved."))
        self._desk, self._saved, self._left = desk, saved, left
        self.procedures: dict[str, Procedure] = {}
        self.form: Form | None = None
        self._place = column(spacing=0)
        self._foot = row()
        self._checklist = Card(_("Documents asked for"), scrolls=True)
        self._checklist.setFixedWidth(px(LIST))
        card, whole = Card(), QWidget()
        card.body.addLayout(self._place, 1)
        card.foot.addLayout(self._foot, 1)
        whole.setLayout(row(card, self._checklist, spacing=14))
        self.set_body(whole)
        desk.leaving.connect(self.keep_draft)

    def start(self, artisan_id: str | None = None) -> None:
        """An empty form (for this artisan), or what was typed before and not saved."""
        self.procedures = {each.code: each for each in self._desk.read(reads.procedures, True)}
        clear(self._place)
        clear(self._foot)
        self.form = self._make()
        self._place.addWidget(self.form, 1)
        self._foot.addWidget(SaveBar(self.form), 1)
        self.form.set_values({"artisan_id": artisan_id, "opened_on": today()})
        if artisan_id is None:
            self.form.restore(self._desk.drafts.get(DRAFT))
        self.form.changed.connect(self._changed)
        self._show_checklist()
        if artisan_id:
            # A page that is just being shown takes the focus only afterwards.
            QTimer.singleShot(0, self, self.form.input("procedure").setFocus)
        else:
            self.form.focus_first()

    def _make(self) -> Form:
        picker = RecordField(self._search, self._known, placeholder=_("Name or number of the artisan"))
        form = Form(dossier_fields(list(self.procedures.values())), SECTIONS, {"artisan_id": picker})
        form.saved.connect(self._save)
        form.cancelled.connect(self._cancel)
        return form

    def _changed(self, name: str) -> None:
        if name in ("procedure", "opened_on"):
            self._offer_term()
            self._show_checklist()
        self.keep_draft()

    def _chosen(self) -> Procedure | None:
        return self.procedures.get(self.form.values()["procedure"] or "") if self.form else None

    def _offer_term(self) -> None:
        """Until when it is to be complete, as the office's checklist says."""
        chosen = self._chosen()
        if self.form and chosen and chosen.days:
            day = self.form.values()["opened_on"] or today()
            self.form.input("complete_by").set_value(day + timedelta(chosen.days))

    def _show_checklist(self) -> None:
        self._checklist.clear()
        chosen = self._chosen()
        if chosen is None:
            self._checklist.add(Label(_("Choose the procedure to see what it asks for."), "muted", wrap=True))
            return
        for each in chosen.documents:
            line = row(IconLabel("ph.circle-dashed", "warn", 18), spacing=8)
            line.addWidget(Label(counted(each), wrap=True), 1)
            self._checklist.body.addLayout(line)
        if not chosen.documents:
            words = _("The office has not said yet what this procedure asks for.")
            self._checklist.add(Label(words, "muted", wrap=True))
        change = Action(N_("Change the checklist"), "ph.pencil-simple", self._open_checklists)
        self._checklist.foot.addWidget(ActionButton(change, small=True))
        self._checklist.foot.addStretch(1)

    def _open_checklists(self) -> None:
        self.keep_draft()
        self._desk.open_page(SETTINGS, CHECKLISTS)

    def keep_draft(self) -> None:
        if self.form and self.isVisible() and self.form.dirty:
            self._desk.drafts.keep(DRAFT, self.form.draft())

    def _search(self, typed: str) -> list[Choice]:
        found = self._desk.read(roster.suggestions, typed)
        return [Choice(each.key, each.name, each.detail, "ph.user") for each in found]

    def _known(self, key: str) -> Choice | None:
        found = self._desk.read(roster.suggested, [key])
        return Choice(found[0].key, found[0].name, found[0].detail) if found else None

    def _save(self) -> None:
        if self.form is None:
            return
        values: dict[str, Any] = self.form.values()
        try:
            key = self._desk.write(writes.open_dossier, values)
        except UserError as error:
            if not self.form.show_error(error):
                self._desk.tell(str(error), "bad")
            return
        self._desk.drafts.forget(DRAFT)
        self.form.rest()
        self._saved(key)

    def _cancel(self) -> None:
        self._desk.drafts.forget(DRAFT)
        if self.form:
            self.form.rest()
        self._left()
