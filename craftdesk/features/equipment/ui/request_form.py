"""The form of a request: who asks, for what, with which money."""

from collections.abc import Callable, Mapping
from typing import Any

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field
from craftdesk.base.i18n import N_, _
from craftdesk.base.names import fold
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.equipment import reads, writes
from craftdesk.features.equipment.models import EquipmentRequest, RequestKind
from craftdesk.features.equipment.ui.lines_input import LinesInput
from craftdesk.features.equipment.ui.words import titled
from craftdesk.features.equipment.writes import Asked
from craftdesk.features.roster import reads as roster
from craftdesk.features.training.ui.suggesting import SuggestingInput
from craftdesk.ui.cards import Card
from craftdesk.ui.form import Form, FormSection, SaveBar
from craftdesk.ui.labels import Label
from craftdesk.ui.page import PageFrame
from craftdesk.ui.picking import RecordField
from craftdesk.ui.suggestions import Choice

DRAFT = "equipment request"
SECTIONS = (
    FormSection(N_("The applicant"), ("artisan_id", "group_name"), 2),
    FormSection(N_("What is asked for"), ("lines",), 1),
    FormSection(N_("The request"), ("kind", "deposited_on", "funding", "purpose"), 3, wide=("purpose",)),
    FormSection("", ("remarks",), 1),
)


def request_fields() -> dict[str, Field]:
    """The request's own fields, and its lines."""
    own = fields_of(EquipmentRequest)
    names = ("artisan_id", "group_name", "kind", "deposited_on", "funding", "purpose", "remarks")
    return {**{name: own[name] for name in names}, "lines": Field(N_("Lines"), required=True)}


class RequestForm(PageFrame):
    """One form for a new request and for changing one; what was typed is kept until it is saved."""

    def __init__(self, desk: Desk, saved: Callable[[str], object], left: Callable[[], object]) -> None:
        super().__init__(_("New request"))
        self._desk = desk
        self._saved = saved
        self._left = left
        self.key: str | None = None
        self._filling = False
        self.picker = RecordField(self._search, self._known, placeholder=_("Name or number of the artisan"))
        self.lines = LinesInput()
        funding = SuggestingInput(self._fundings, lambda choice: self.form.set_value("funding", choice.key))
        inputs = {"artisan_id": self.picker, "lines": self.lines, "funding": funding}
        self.form = Form(request_fields(), SECTIONS, inputs)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._cancel)
        self.form.changed.connect(lambda _name: self.keep_draft())
        card = Card()
        card.body.addWidget(self.form, 1)
        card.foot.addWidget(Label(_("Enter: next cell · Ctrl+Del: take the line out"), "muted"))
        card.foot.addWidget(SaveBar(self.form), 1)
        self.set_body(card)
        desk.leaving.connect(self.keep_draft)

    def start(self, artisan_id: str | None = None) -> None:
        """An empty form (for this artisan), or what was typed before and not saved."""
        self.key = None
        self.set_title(_("New request"), _("The number and the list of usual papers follow when it is saved."))
        values = {"artisan_id": artisan_id, "kind": RequestKind.ACQUISITION.value, "deposited_on": today()}
        self._fill(values, self._desk.drafts.get(DRAFT) if artisan_id is None else {})

    def edit(self, key: str) -> None:
        """The form with a request that is there."""
        self.key = key
        found = self._desk.read(reads.request_file, key)
        record = found.request
        self.set_title(record.applicant, titled(record))
        values: dict[str, Any] = {name: getattr(record, name) for name in request_fields() if name != "lines"}
        values["lines"] = [Asked(line.what, line.quantity, line.price) for line in found.lines]
        self._fill(values, self._desk.drafts.get(self._draft()))

    def _fill(self, values: Mapping[str, Any], draft: Mapping[str, str]) -> None:
        """Show what is stored and what was typed over it; filling in is not typing, so no draft is kept of it."""
        self._filling = True
        self.form.set_values(values)
        self.form.restore(draft)
        self._filling = False
        self.form.focus_first()

    def _draft(self) -> str:
        return f"{DRAFT} {self.key}" if self.key else DRAFT

    def keep_draft(self) -> None:
        if self.isVisible() and self.form.dirty and not self._filling:
            self._desk.drafts.keep(self._draft(), self.form.draft())

    def _search(self, typed: str) -> list[Choice]:
        found = self._desk.read(roster.suggestions, typed)
        return [Choice(each.key, each.name, each.detail, "ph.user") for each in found]

    def _known(self, key: str) -> Choice | None:
        found = self._desk.read(roster.suggested, [key])
        return Choice(found[0].key, found[0].name, found[0].detail) if found else None

    def _fundings(self, typed: str) -> list[Choice]:
        """The sources of funds that were named before."""
        known = self._desk.read(reads.fundings)
        return [Choice(each, each) for each in known if fold(typed) in fold(each)]

    def _save(self) -> None:
        values = self.form.values()
        lines = values.pop("lines") or []
        values["kind"] = RequestKind(values["kind"])
        texts = {name: values[name] or "" for name in ("group_name", "funding", "purpose", "remarks")}
        try:
            key = self._desk.write(writes.save_request, self.key, values | texts, lines)
        except UserError as error:
            if not self.form.show_error(error):
                self._desk.tell(str(error), "bad")
            return
        self._desk.drafts.forget(self._draft())
        self._saved(key)

    def _cancel(self) -> None:
        self._desk.drafts.forget(self._draft())
        self._left()
