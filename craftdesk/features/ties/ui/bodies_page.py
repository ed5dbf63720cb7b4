"""Cooperatives and enterprises: the list, and beside it the chosen one with all who belong to it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from craftdesk.base.dates import format_day
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number, group_phone
from craftdesk.data.model import Model, fields_of
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.desk.history_view import HistoryView
from craftdesk.features.office import reads as office
from craftdesk.features.roster.models import Artisan
from craftdesk.features.ties import reads, writes
from craftdesk.features.ties.models import BODY_KINDS, BodyKind, CraftBody, Tie
from craftdesk.features.ties.reads import BodyEntry, Sought
from craftdesk.features.ties.rules import word
from craftdesk.features.ties.ui.telling import ICON
from craftdesk.features.ties.wording import days_of, form_of
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, EmptyState, row
from craftdesk.ui.direction import apart, code
from craftdesk.ui.facts import Facts
from craftdesk.ui.figures import EventRow
from craftdesk.ui.filters import FilterRow
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.labels import Label, Line, Pill
from craftdesk.ui.page import PageFrame, side_card
from craftdesk.ui.picking import RecordField
from craftdesk.ui.suggestions import Choice
from craftdesk.ui.table import Column, Source, Style, TableView

SHOWN: frozenset[type[Model]] = frozenset({CraftBody, Tie, Artisan})
SIDE = 380
NEW = "new"


class BodiesPage(PageFrame):
    """By name; Enter changes one, Ctrl+N adds one. Who belongs to it is written on the artisans' cards."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.sought = Sought()
        self.form: Form | None = None
        self.key: str | None = None
        filters = FilterRow(_("Name or number"))
        self._new = Action(N_("New cooperative or enterprise"), "ph.plus", self.begin, "Ctrl+N", primary=True)
        self.table = self._make_table()
        super().__init__(_("Cooperatives and enterprises"), filters=filters, actions=[self._new])
        self.side: Card = side_card()
        self.set_body(self.table)
        self.set_side(self.side, SIDE)
        filters.searched.connect(lambda text: self.narrow(like=text))
        filters.box.went_down.connect(self.table.grid.setFocus)
        kinds = {key: _(label) for key, label in BODY_KINDS.items()}
        filters.offer(_("Form of practice"), kinds, lambda value: self.narrow(kind=BodyKind(value)))
        self.table.typed.connect(filters.box.type_on)
        Following(self, desk, SHOWN, self.refresh)

    def _make_table(self) -> TableView[BodyEntry]:
        actions = [
            Action(N_("Edit"), "ph.pencil-simple", self.edit, "F2", self._has_row),
            Action(N_("Delete"), "ph.trash", self.delete, "Del", self._has_row),
        ]
        table = TableView[BodyEntry](_columns(), "bodies", lambda each: each.id, actions)
        table.opened.connect(lambda _row: self.edit())
        table.chosen.connect(self._show_card)
        return table

    def narrow(self, **changes: object) -> None:
        """Show others of them."""
        self.sought = replace(self.sought, **changes)  # type: ignore[arg-type]
        self.refresh()

    def refresh(self) -> None:
        self.table.set_empty(self._empty())
        self.table.show_source(Source(self._count, self._page, self._find))
        if self.table.row() is None and self.table.model.rowCount():
            self.table.grid.setCurrentIndex(self.table.model.index(0, 0))
        number = self._desk.read(reads.number_in, Sought())
        words = ngettext("{count} in all", "{count} in all", number).format(count=format_number(number))
        self.set_subtitle(words if number else "")
        self._show_chips()
        if self.form is None:
            self._show_card(self.table.row())

    def _count(self) -> int:
        return self._desk.read(reads.number_in, self.sought)

    def _page(self, offset: int, limit: int) -> Sequence[BodyEntry]:
        return self._desk.read(reads.bodies, self.sought, offset, limit)

    def _find(self, key: str) -> int | None:
        keys = self._desk.read(reads.keys_in, self.sought)
        return keys.index(key) if key in keys else None

    def _show_chips(self) -> None:
        if self.filters is None:
            return
        self.filters.clear_chips()
        if self.sought.kind is not None:
            self.filters.add_chip(_(BODY_KINDS[self.sought.kind]), lambda: self.narrow(kind=None))

    def _empty(self) -> EmptyState:
        if self.sought != Sought():
            return EmptyState("ph.magnifying-glass", _("None of them fits what is asked for"))
        hint = _("They can also be added on an artisan's card, with the artisan's role in them.")
        return EmptyState(ICON, _("No cooperative or enterprise yet"), self._new, hint)

    def _has_row(self) -> bool:
        return self.table.row() is not None

    # The card.

    def _show_card(self, entry: BodyEntry | None) -> None:
        self.form = None
        self.side.clear()
        if entry is None:
            self.side.add(Label(_("Choose one to see who belongs to it."), "muted", wrap=True))
            return
        body = entry.body
        head = row(Label(body.label(), "heading", wrap=True), spacing=8)
        head.setStretch(0, 1)
        if body.ended_on:
            head.addWidget(Pill(_("Dissolved"), "neutral"))
        self.side.body.addLayout(head)
        self.side.add(Label(form_of(body), "muted"), Facts(_facts(body), 104), Line(), Label(_("Members"), "heading"))
        self._add_members(body)
        self.side.add(Line(), Label(_("History"), "heading"), HistoryView(self._desk, body.id))
        self.side.foot.addWidget(ActionButton(Action(N_("Edit"), "ph.pencil-simple", self.edit, "F2")), 1)

    def _add_members(self, body: CraftBody) -> None:
        found = self._desk.read(reads.members_of, body.id)
        for each in found:
            if each.other is None:
                continue
            opens = partial(self._desk.open_record, Artisan, each.other.id)
            parts = (word(each.role, each.other.sex), days_of(each.tie), each.tie.note)
            tone = "muted" if each.is_over else "primary"
            detail = " · ".join(filter(None, parts))
            self.side.add(EventRow("ph.user", apart(each.other.label()), detail, tone, opens))
        if not found:
            words = _("Nobody yet: add the tie on an artisan's card.")
            self.side.add(Label(words, "muted", wrap=True))

    # The form.

    def begin(self) -> None:
        """The form of a new one."""
        self._show_form(None, {"kind": BodyKind.COOPERATIVE.value})

    def edit(self) -> None:
        """The form of the chosen one."""
        if (entry := self.table.row()) is not None:
            self._show_form(entry.id, {name: getattr(entry.body, name) for name in fields_of(CraftBody)})

    def _show_form(self, key: str | None, values: dict[str, Any]) -> None:
        self.key = key
        self.side.clear()
        commune = RecordField(self._communes, self._commune, placeholder=_("Three letters of the commune"))
        fields = fields_of(CraftBody)
        self.form = Form(fields, [FormSection("", tuple(fields), 1)], {"commune_id": commune}, scrolls=False)
        self.form.set_values(values)
        self.form.saved.connect(self.save)
        self.form.cancelled.connect(self._leave)
        title = _("New cooperative or enterprise") if key is None else _("Edit")
        self.side.add(Label(title, "heading"), self.form)
        self._add_buttons(self.side.foot, self.form)
        self.form.focus_first()

    def _add_buttons(self, foot: QHBoxLayout, form: Form) -> None:
        foot.addWidget(ActionButton(Action(N_("Cancel"), "", self._leave)))
        foot.addWidget(ActionButton(Action(N_("Save"), "ph.check", form.save)), 1)

    def _leave(self) -> None:
        self._show_card(self.table.row())
        self.table.grid.setFocus()

    def save(self) -> None:
        if self.form is None:
            return
        try:
            key = self._desk.write(writes.save_body, self.key, self.form.values())
        except UserError as error:
            if not self.form.show_error(error):
                self._desk.tell(str(error), "bad")
            return
        self.form = None
        self.open_record(key)

    def delete(self) -> None:
        if (entry := self.table.row()) is None:
            return
        try:
            self._desk.write(writes.delete_body, entry.id)
        except UserError as error:
            self._desk.tell(str(error), "bad")

    def _communes(self, typed: str) -> list[Choice]:
        found = self._desk.read(office.communes, typed)
        return [Choice(each.id, each.label(), each.detail()) for each in found]

    def _commune(self, key: str) -> Choice | None:
        found = self._desk.read(office.commune_place, key)
        return Choice(key, found.label(), found.detail())

    # Opening.

    def open_record(self, key: str) -> None:
        """Go to one of them; another name opens the card of who has it."""
        if key == NEW:
            self.begin()
            return
        owner = self._desk.read(reads.owner_of_name, key)
        if owner is not None:
            self._desk.open_record(Artisan, owner)
            return
        self.sought = Sought()
        self.form = None
        self.refresh()
        self.table.select(key)
        self._show_card(self.table.row())

    def opened_record(self) -> str | None:
        if self.form is not None and self.key is None:
            return NEW
        entry = self.table.row()
        return entry.id if entry else None


def _facts(body: CraftBody) -> list[tuple[str, str]]:
    return [
        (_("Register number"), code(body.register_no)),
        (_("Founded on"), format_day(body.founded_on) if body.founded_on else ""),
        (_("Dissolved on"), format_day(body.ended_on) if body.ended_on else ""),
        (_("Commune"), body.commune.label() if body.commune else ""),
        (_("Address"), apart(body.address)),
        (_("Phone"), code(group_phone(body.phone)) if body.phone else ""),
        (_("Remarks"), body.remarks),
    ]


def _columns() -> list[Column[BodyEntry]]:
    return [
        Column(
            N_("Cooperative or enterprise"),
            lambda each: each.body.label(),
            Style.NAME,
            lambda each: form_of(each.body),
            name="name",
        ),
        Column(N_("Managed by"), _managers, name="manager", width=180, yields=1),
        Column(N_("Members"), lambda each: each.members, Style.NUMBER, name="members", width=90),
        Column(N_("Commune"), _commune_of, name="commune", width=130, yields=2),
        Column(N_("State"), _state, Style.PILL, tone=_tone, name="state", width=110),
    ]


def _managers(entry: BodyEntry) -> str:
    return _(", ").join(each.label() for each in entry.managers)


def _commune_of(entry: BodyEntry) -> str:
    return entry.body.commune.label() if entry.body.commune else ""


def _state(entry: BodyEntry) -> str:
    return _("Dissolved") if entry.body.ended_on else _("Active")


def _tone(entry: BodyEntry) -> str:
    return "neutral" if entry.body.ended_on else "good"
