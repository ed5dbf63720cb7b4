"""All templates: those that come with the program and the office's own, with the page of the chosen one beside."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.base.names import fold
from craftdesk.base.numbers import isolate
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.features.templates import reads, writes
from craftdesk.features.templates.models import OwnTemplate, UsualTemplate
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.features.templates.reads import Listed
from craftdesk.features.templates.ui.paper_side import PaperSide
from craftdesk.features.templates.ui.words import ICON, purpose_in_words
from craftdesk.pdf.template.source import packed
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import Card, EmptyState
from craftdesk.ui.filters import FilterRow
from craftdesk.ui.page import PageFrame
from craftdesk.ui.table import Column, Style, TableView

SUFFIX = ".craftdesk-template"
SHOWN: frozenset[type[Model]] = frozenset({OwnTemplate, UsualTemplate})
SIDE = 500


class TemplatesList(PageFrame):
    """Enter edits a template of the office's own and copies one that came with the program."""

    def __init__(self, desk: Desk, opened: Callable[[str], object]) -> None:
        self._desk = desk
        self._open_editor = opened
        self._like, self._purpose = "", ""
        filters = FilterRow(_("Name of the template"))
        self.copying = Action(N_("Copy and edit"), "ph.copy", self.copy, "Ctrl+N", self._has_row, primary=True)
        self.editing = Action(N_("Edit"), "ph.pencil-simple", self.edit, "F2", self._is_own)
        self.choosing = Action(N_("Use from now on"), "ph.star", self.make_usual, "", self._is_not_usual)
        self.sending = Action(N_("Export"), "ph.export", self.ask_path, "", self._has_row)
        self.taking = Action(N_("Take in a file"), "ph.download-simple", self.ask_file)
        self.deleting = Action(N_("Delete"), "ph.trash", self.delete, "Del", self._is_own)
        self.table = self._make_table()
        super().__init__(
            _("Templates"), filters=filters, actions=[self.taking, self.choosing, self.editing, self.copying]
        )
        self.side = PaperSide(desk)
        card = Card()
        card.body.addWidget(self.side, 1)
        self.set_body(self.table)
        self.set_side(card, SIDE)
        self._connect(filters)
        Following(self, desk, SHOWN, self.refresh)

    def _make_table(self) -> TableView[Listed]:
        page_actions = [self.copying, self.editing, self.choosing]
        actions = [self.sending, self.deleting]
        empty = EmptyState(ICON, _("No template fits what is asked for"))
        table = TableView(_columns(), "templates", lambda each: each.id, actions, empty, page_actions)
        table.opened.connect(lambda each: self.open(each) if each else None)
        return table

    def _connect(self, filters: FilterRow) -> None:
        filters.searched.connect(self._search)
        filters.box.went_down.connect(self.table.grid.setFocus)
        filters.offer(_("Purpose"), {name: _(each.title) for name, each in PURPOSES.items()}, self.narrow)
        self.table.chosen.connect(self._show)

    def _search(self, text: str) -> None:
        self._like = text
        self.refresh()

    def narrow(self, purpose: str) -> None:
        """Show the templates of one purpose, or all."""
        self._purpose = purpose
        self.refresh()

    def refresh(self) -> None:
        asked = fold(self._like)
        every = self._desk.read(reads.templates)
        fitting = [each for each in every if not self._purpose or each.purpose == self._purpose]
        self.table.show_rows(
            [each for each in fitting if asked in fold(f"{each.name} {purpose_in_words(each.purpose)}")]
        )
        self._show_chips()
        if self.table.row() is None and self.table.model.rowCount():
            self.table.grid.setCurrentIndex(self.table.model.index(0, 0))
        self._show(self.table.row())

    def _show_chips(self) -> None:
        if self.filters:
            self.filters.clear_chips()
            if self._purpose:
                self.filters.add_chip(purpose_in_words(self._purpose), lambda: self.narrow(""))

    def _show(self, chosen: Listed | None) -> None:
        if chosen:
            self.side.begin(chosen.template, self.side.language)
        self.refresh_actions()

    def open(self, chosen: Listed) -> None:
        if chosen.own:
            self._open_editor(chosen.id)
        else:
            self.copy()

    def edit(self) -> None:
        if chosen := self.table.row():
            self._open_editor(chosen.id)

    def copy(self) -> None:
        """A template of the office's own that says the same, to be changed."""
        if chosen := self.table.row():
            self._open_editor(self._desk.write(writes.copy, chosen.id))

    def make_usual(self) -> None:
        if chosen := self.table.row():
            self._desk.write(writes.make_usual, chosen.purpose, chosen.id)

    def delete(self) -> None:
        if (chosen := self.table.row()) and chosen.own:
            self._desk.write(writes.delete, chosen.id)

    def ask_path(self) -> None:
        """Let the user choose where the file goes."""
        if chosen := self.table.row():
            name = f"{chosen.name}{SUFFIX}"
            path, _kind = QFileDialog.getSaveFileName(self, _("Export"), name, f"CraftDesk (*{SUFFIX})")
            if path:
                self.export(chosen, Path(path))

    def export(self, chosen: Listed, path: Path) -> None:
        """Write the template with its pictures as one file."""
        try:
            path.write_bytes(packed(chosen.template))
        except OSError as error:
            reason = error.strerror or str(error)
            words = _("{name} could not be saved: {reason}").format(name=isolate(path.name), reason=reason)
            self._desk.tell(words, "bad")
        else:
            self._desk.tell(_("Saved: {name}").format(name=isolate(path.name)))

    def ask_file(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Take in a file"), "", f"CraftDesk (*{SUFFIX} *.zip)")
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> None:
        """Add the template of a file, and go to it."""
        try:
            key = self._desk.write(writes.take_in, path.read_bytes())
        except OSError as error:
            self._desk.tell(error.strerror or str(error), "bad")
        except UserError as error:
            self._desk.tell(str(error), "bad")
        else:
            self._purpose = ""
            self.refresh()
            self.table.select(key)

    def _has_row(self) -> bool:
        return self.table.row() is not None

    def _is_own(self) -> bool:
        chosen = self.table.row()
        return chosen is not None and chosen.own

    def _is_not_usual(self) -> bool:
        chosen = self.table.row()
        return chosen is not None and not chosen.usual


def _columns() -> list[Column[Listed]]:
    return [
        Column(N_("Template"), lambda each: each.name, Style.NAME, _purpose, name="name", width=230),
        Column(N_("Made by"), _origin, Style.PILL, tone=_tone, name="origin", width=124),
        Column(N_("In use"), _use, Style.PILL, tone=lambda _each: "good", name="use", width=110),
    ]


def _purpose(each: Listed) -> str:
    words = purpose_in_words(each.purpose)
    return words if words != each.name else ""


def _origin(each: Listed) -> str:
    return _("The office") if each.own else _("The program")


def _tone(each: Listed) -> str:
    return "copper" if each.own else "neutral"


def _use(each: Listed) -> str:
    return _("In use") if each.usual else ""
