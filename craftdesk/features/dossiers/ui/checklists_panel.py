"""The office's checklists: the procedures, and which documents each of them asks for."""

from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import isolate
from craftdesk.data.model import Model, fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.dossiers import reads, writes
from craftdesk.features.dossiers.models import OwnDocument, OwnProcedure
from craftdesk.features.dossiers.rules import Asked, Procedure, supplied
from craftdesk.ui.actions import Action, ActionButton, fit_words
from craftdesk.ui.cards import Card, column, row
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.labels import Label
from craftdesk.ui.table import Column, Style, TableView
from craftdesk.ui.theme import px

LIST, NARROW, FORM = 300, 220, 300
ROOM = 1000
PROCEDURE = ("name_ar", "name_fr", "days", "offered")
DOCUMENT = ("name_ar", "name_fr", "copies", "months")


def _state(procedure: Procedure) -> str:
    if not procedure.documents:
        return _("to be filled in")
    return _("the office's") if procedure.own else _("supplied")


def _tone(procedure: Procedure) -> str:
    if not procedure.documents:
        return "warn"
    return "good" if procedure.own else "neutral"


PROCEDURES: tuple[Column[Procedure], ...] = (
    Column(N_("Procedure"), Procedure.label, Style.NAME, width=160),
    Column(N_("State"), _state, Style.PILL, tone=_tone, width=110),
)


class _Line:
    """A document at its place in the list."""

    def __init__(self, place: int, asked: Asked) -> None:
        self.place, self.asked = place, asked

    @property
    def key(self) -> str:
        return str(self.place)


DOCUMENTS: tuple[Column[_Line], ...] = (
    Column(N_("Document"), lambda line: line.asked.label(), Style.NAME, width=220, order=lambda line: line.place),
    Column(N_("How many"), lambda line: line.asked.copies, Style.NUMBER, width=94, order=lambda line: line.place),
    Column(
        N_("Valid for (months)"),
        lambda line: line.asked.months,
        Style.NUMBER,
        width=146,
        order=lambda line: line.place,
        yields=1,
    ),
)


class ChecklistsPanel(QWidget):
    """On the leading side the procedures, beside it what the chosen one asks for, and the form of what is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._code: str | None = None
        self._place: int | None = None
        self.procedures = TableView[Procedure](PROCEDURES, "procedures", key=lambda each: each.code)
        self.documents = TableView[_Line](DOCUMENTS, "checklist", lambda each: each.key, self._line_actions())
        self.form, self.line = self._forms()
        self._source = Label("", "muted", wrap=True)
        self._buttons: list[ActionButton] = []
        self._feet: list[QHBoxLayout] = []
        self._lay_out()
        self.procedures.chosen.connect(self.show_procedure)
        self.documents.chosen.connect(self._show_line)
        desk.changed.connect(self._follow)
        self.refresh()
        self.procedures.select(next(iter(supplied())))

    def _forms(self) -> tuple[Form, Form]:
        own, asked = fields_of(OwnProcedure), fields_of(OwnDocument)
        procedure: dict[str, Field] = {name: own[name] for name in PROCEDURE}
        document: dict[str, Field] = {name: asked[name] for name in DOCUMENT}
        made = (
            Form(procedure, [FormSection("", PROCEDURE, 2, PROCEDURE[:2])], scrolls=False),
            Form(document, [FormSection("", DOCUMENT, 2, DOCUMENT[:2])], scrolls=False),
        )
        for form, save in zip(made, (self.save_procedure, self.save_line), strict=True):
            form.saved.connect(save)
            form.dirty_changed.connect(self._refresh_buttons)
        return made

    def _line_actions(self) -> list[Action]:
        chosen = self._has_line
        return [
            Action("", "ph.arrow-up", lambda: self.put_on(-1), "Ctrl+Up", chosen, tip=N_("Up")),
            Action("", "ph.arrow-down", lambda: self.put_on(1), "Ctrl+Down", chosen, tip=N_("Down")),
            Action(N_("Take it out"), "ph.trash", self.take_out, "Del", chosen),
        ]

    def _lay_out(self) -> None:
        add = Action(N_("New procedure"), "ph.plus", self.begin_procedure)
        back = Action(N_("As supplied"), "ph.arrow-u-up-left", self.forget, "", self._is_own)
        keep = Action(N_("Save"), "ph.check", self._save_open, "Ctrl+S", self._is_dirty, primary=True)
        more = Action(N_("New document"), "ph.plus", self.begin_line, "", lambda: self._code is not None)
        leading, middle = column(spacing=10), column(spacing=10)
        leading.addWidget(self.procedures, 1)
        leading.addLayout(self._foot(add, back))
        middle.addWidget(self._source)
        middle.addWidget(self.documents, 1)
        middle.addLayout(self._foot(more, *self._line_actions()))
        card = Card(scrolls=True)
        card.setFixedWidth(px(FORM))
        card.add(Label(_("The procedure"), "heading"), self.form, Label(_("The document"), "heading"), self.line)
        saves = ActionButton(keep)
        self._buttons.append(saves)
        card.foot.addStretch(1)
        card.foot.addWidget(saves)
        line = row(spacing=14)
        line.addLayout(leading)
        line.addLayout(middle, 1)
        line.addWidget(card)
        self.setLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the list gives way and the smaller buttons show their signs alone."""
        super().resizeEvent(event)
        wide = px(LIST if self.width() >= px(ROOM) else NARROW)
        self.procedures.setFixedWidth(wide)
        rooms = (wide, self.width() - wide - px(FORM) - 2 * px(14))
        for foot, room in zip(self._feet, rooms, strict=True):
            fit_words(foot, room)

    def _foot(self, *actions: Action) -> QHBoxLayout:
        made = row(spacing=8)
        self._feet.append(made)
        for each in actions:
            button = ActionButton(replace(each, shortcut=""), small=True)
            self._buttons.append(button)
            made.addWidget(button)
        made.addStretch(1)
        return made

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        if touched & {OwnProcedure, OwnDocument}:
            self.refresh()

    def refresh(self) -> None:
        self.procedures.show_rows(self._desk.read(reads.procedures))
        self.show_procedure(self.procedures.row())

    def _chosen(self) -> Procedure | None:
        return self._desk.read(reads.procedure, self._code) if self._code else None

    def _is_own(self) -> bool:
        chosen = self._chosen()
        return chosen is not None and chosen.own

    def _is_dirty(self) -> bool:
        return self.form.dirty or self.line.dirty

    def _has_line(self) -> bool:
        return self.documents.row() is not None

    def show_procedure(self, procedure: Procedure | None) -> None:
        """Show what a procedure asks for."""
        if procedure is None:
            return
        self._code = procedure.code
        values = {"name_ar": procedure.name_ar, "name_fr": procedure.name_fr, "days": procedure.days}
        self.form.set_values({**values, "offered": procedure.offered})
        self._source.setText(self._told(procedure))
        place = self._place
        self.documents.show_rows([_Line(*each) for each in enumerate(procedure.documents)])
        if place is None or not self.documents.select(str(place)):
            self._place = None
            self._show_line(None)
        self._refresh_buttons()

    def _told(self, procedure: Procedure) -> str:
        """Where the list is from."""
        if not procedure.documents:
            return _("No source says what this procedure asks for: write here what your office asks.")
        if procedure.own:
            return _("This is what your office asks. Files that are open keep what they were asked.")
        words = _("As supplied; source: {source}. What you change becomes the office's own.")
        return words.format(source=isolate(procedure.source))

    def _show_line(self, line: _Line | None) -> None:
        self._place = line.place if line else None
        asked = line.asked if line else Asked("", "")
        self.line.set_values({name: getattr(asked, name) for name in DOCUMENT} if line else {"copies": 1})
        self._refresh_buttons()

    def begin_procedure(self) -> None:
        """An empty form; it is added when it is saved."""
        self._code = None
        self.form.set_values({"offered": True})
        self.documents.show_rows([])
        self._source.setText(_("Write its name and save it; then add its documents."))
        self.form.focus_first()
        self._refresh_buttons()

    def begin_line(self) -> None:
        """An empty document; it is added at the end when it is saved."""
        self.documents.grid.clearSelection()
        self._show_line(None)
        self.line.focus_first()

    def _save_open(self) -> None:
        if self.form.dirty:
            self.form.save()
        if self.line.dirty:
            self.line.save()

    def save_procedure(self) -> None:
        try:
            code = self._desk.write(writes.save_procedure, self._code, self.form.values())
        except UserError as error:
            self._tell(self.form, error)
            return
        self.form.rest()
        self.refresh()
        self.procedures.select(code)

    def save_line(self) -> None:
        """Change the chosen document, or add one."""
        values = self.line.values()
        texts = {name: str(values[name] or "") for name in ("name_ar", "name_fr")}
        asked = Asked(**texts, copies=values["copies"] or 1, months=values["months"])
        documents = self._documents()
        place = len(documents) if self._place is None else self._place
        documents[place : place + 1] = [asked]
        if self._write(documents, place):
            self.line.rest()

    def _documents(self) -> list[Asked]:
        chosen = self._chosen()
        return list(chosen.documents) if chosen else []

    def _write(self, documents: list[Asked], place: int | None) -> bool:
        if self._code is None:
            return False
        before, self._place = self._place, place
        try:
            self._desk.write(writes.save_documents, self._code, documents)
        except UserError as error:
            self._place = before
            self._tell(self.line, error)
            return False
        return True

    def _tell(self, form: Form, error: UserError) -> None:
        if not form.show_error(error):
            self._desk.tell(str(error), "bad")

    def put_on(self, by: int) -> None:
        """Let the chosen document change places with its neighbour."""
        line, documents = self.documents.row(), self._documents()
        if line is None or not 0 <= line.place + by < len(documents):
            return
        other = line.place + by
        documents[line.place], documents[other] = documents[other], documents[line.place]
        self._write(documents, other)

    def take_out(self) -> None:
        line, documents = self.documents.row(), self._documents()
        if line is not None:
            del documents[line.place]
            self._write(documents, min(line.place, len(documents) - 1) if documents else None)

    def forget(self) -> None:
        """The list as it came with the program, or no such procedure any more."""
        if self._code is not None:
            code = self._code
            self._desk.write(writes.delete_procedure, code)
            self.procedures.select(code if code in supplied() else next(iter(supplied())))

    def _refresh_buttons(self) -> None:
        for button in self._buttons:
            button.refresh()
