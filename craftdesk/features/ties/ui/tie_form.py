"""Adding a tie on an artisan's card: what somebody is to this artisan, and who."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import reads as roster
from craftdesk.features.ties import reads, writes
from craftdesk.features.ties.models import BODY_KINDS, BodyKind, OtherName, Tie
from craftdesk.features.ties.rules import IN_A_BODY, ROLES, Role
from craftdesk.features.ties.ui.telling import ICON, members_in_words
from craftdesk.features.ties.wording import form_of
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import column, row
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.picking import RecordField
from craftdesk.ui.suggestions import Choice

NEW_BODY = "new "
"""Before the kind and the name of a cooperative or enterprise that is not there yet."""


class TieForm(QWidget):
    """Two or three fields; the picker finds artisans, or cooperatives and enterprises, as the role asks."""

    def __init__(self, desk: Desk, artisan_id: str, done: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._key, self._done = desk, artisan_id, done
        self.picker = RecordField(self._search, placeholder=_("Name or number"))
        fields = {
            "role": Field(N_("What somebody is to this artisan"), kind=Kind.CHOICE, choices=ROLES, required=True),
            "other": Field(N_("Who"), kind=Kind.RECORD, required=True),
            "begins": fields_of(Tie)["begins"],
            "note": fields_of(Tie)["note"],
        }
        self.form = Form(fields, [FormSection("", tuple(fields), 1)], {"other": self.picker}, scrolls=False)
        self.form.saved.connect(self.save)
        self.form.cancelled.connect(done)
        self.form.changed.connect(self._changed)
        self.setLayout(_with_buttons(self.form, done))

    def begin(self) -> None:
        self.form.set_values({})
        self.form.focus_first()

    def _role(self) -> Role | None:
        chosen = self.form.values()["role"]
        return Role(chosen) if chosen else None

    def _changed(self, name: str) -> None:
        """Another role may ask for somebody of another kind."""
        body = self._role() in IN_A_BODY
        value = self.picker.value() or ""
        was_body = value.startswith(NEW_BODY) or bool(value and self._desk.read(reads.body, value))
        if name == "role" and value and body != was_body:
            self.picker.set_value(None)

    def _search(self, typed: str) -> list[Choice]:
        if self._role() in IN_A_BODY:
            return self._bodies(typed)
        found = self._desk.read(roster.suggestions, typed)
        return [Choice(each.key, each.name, each.detail, "ph.user") for each in found if each.key != self._key]

    def _bodies(self, typed: str) -> list[Choice]:
        found = self._desk.read(reads.bodies, reads.Sought(typed), 0, 8)
        known = [Choice(each.id, each.body.label(), _detail(each), ICON) for each in found]
        if not typed.strip():
            return known
        new = [
            Choice(
                f"{NEW_BODY}{kind} {typed.strip()}", typed.strip(), _("New: {kind}").format(kind=_(title)), "ph.plus"
            )
            for kind, title in BODY_KINDS.items()
        ]
        return [*known, *new]

    def save(self) -> None:
        values: dict[str, Any] = self.form.values()
        try:
            self._desk.write(_add, self._key, Role(values["role"]), values)
        except UserError as error:
            if not self.form.show_error(error):
                self._desk.tell(str(error), "bad")
            return
        self._done()


def _add(session: Any, artisan_id: str, role: Role, values: dict[str, Any]) -> str:
    """A cooperative or enterprise that is not there yet is added in the same action."""
    other: str = values["other"]
    if other.startswith(NEW_BODY):
        kind, _space, name = other.removeprefix(NEW_BODY).partition(" ")
        arabic = any("\u0600" <= letter <= "\u06ff" for letter in name)
        names = {"name_ar": name} if arabic else {"name_fr": name}
        other = writes.save_body(session, None, {"kind": BodyKind(kind), **names})
    return writes.tie(session, artisan_id, role, other, values["begins"], values["note"] or "")


def _detail(entry: reads.BodyEntry) -> str:
    return " · ".join((form_of(entry.body), members_in_words(entry.members)))


class NameForm(QWidget):
    """Another name of the artisan."""

    def __init__(self, desk: Desk, artisan_id: str, done: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._key, self._done = desk, artisan_id, done
        own = fields_of(OtherName)
        self.form = Form(own, [FormSection("", ("kind", "name_ar", "name_la", "ends"), 1)], {}, scrolls=False)
        self.form.saved.connect(self.save)
        self.form.cancelled.connect(done)
        self.setLayout(_with_buttons(self.form, done))

    def begin(self) -> None:
        self.form.set_values({})
        self.form.focus_first()

    def save(self) -> None:
        try:
            self._desk.write(writes.save_name, self._key, self.form.values())
        except UserError as error:
            if not self.form.show_error(error):
                self._desk.tell(str(error), "bad")
            return
        self._done()


def _with_buttons(form: Form, done: Callable[[], object]) -> Any:
    lines = column(form, spacing=8)
    buttons = row(
        ActionButton(Action(N_("Save"), "ph.check", form.save, "Ctrl+S"), small=True),
        ActionButton(Action(N_("Cancel"), "", done), small=True),
    )
    buttons.addStretch(1)
    lines.addLayout(buttons)
    return lines
