"""Writing a template: its blocks, what the chosen one says, the fields, and the page beside, redrawn as one writes."""

from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Script
from craftdesk.base.i18n import N_, _, language
from craftdesk.desk.desk import Desk
from craftdesk.features.templates import editing, reads, writes
from craftdesk.features.templates.purposes import PURPOSES, NamedField
from craftdesk.features.templates.ui.block_form import BlockForm
from craftdesk.features.templates.ui.block_list import BlockList
from craftdesk.features.templates.ui.drafting import forget, keep, kept
from craftdesk.features.templates.ui.paper_side import PaperSide
from craftdesk.features.templates.ui.undo_keys import UndoKeys
from craftdesk.features.templates.ui.words import BLOCK_ICONS, purpose_in_words
from craftdesk.features.templates.undoing import Step, Steps
from craftdesk.pdf.template.faults import Fault, Place, faults
from craftdesk.pdf.template.kinds import KINDS
from craftdesk.pdf.template.source import Template
from craftdesk.ui.actions import Action, ActionButton, menu
from craftdesk.ui.cards import Card, column, row
from craftdesk.ui.fields import FieldRow
from craftdesk.ui.page import PageFrame
from craftdesk.ui.panes import Panes
from craftdesk.ui.table import Column, Style, TableView

SHARES, NARROWEST = (2, 4, 4), (194, 280, 280)
"""Of the blocks, of what they say, of the page."""


class TemplateEditor(PageFrame):
    """Saved by Ctrl+S, left by Esc; what was not saved is kept as a draft."""

    def __init__(self, desk: Desk, key: str, leave: Callable[[], object]) -> None:
        self._desk, self.key, self._leave = desk, key, leave
        self.saved = desk.read(reads.template, key)
        self.template = kept(desk, key) or self.saved
        self.purpose = PURPOSES[self.template.purpose]
        self.place: Place = ()
        self.tried: Sequence[Fault] = ()
        self._save = Action(N_("Save"), "ph.floppy-disk", self.save, "Ctrl+S", self._can_save, primary=True)
        back = Action(N_("To the templates"), "ph.arrow-u-up-left", self.leave, "Esc")
        self.steps = Steps(self.template)
        undo = Action(N_("Undo"), "ph.arrow-counter-clockwise", self.undo, "", self.steps.can_undo)
        redo = Action(N_("Redo"), "ph.arrow-clockwise", self.redo, "", self.steps.can_redo)
        actions = [back, undo, redo, self._save]
        super().__init__(self.template.name, purpose_in_words(self.purpose.name), actions=actions)
        self.keys = UndoKeys(self, self.undo, self.redo)
        self.blocks = BlockList(self._block_actions())
        self.names = {"ar": self._name("ar"), "fr": self._name("fr")}
        self.form = BlockForm()
        self.fields = self._field_table()
        self.paper = PaperSide(desk)
        self.set_body(self._laid_out())
        self._connect()
        self.paper.begin(self.template, language() if language() in ("ar", "fr") else "ar")
        self._show_blocks()
        self.blocks.go_to((0,))

    def _block_actions(self) -> list[Action]:
        inside = self._is_block
        return [
            Action(N_("Up"), "ph.arrow-up", partial(self.shift, -1), "Alt+Up", inside),
            Action(N_("Down"), "ph.arrow-down", partial(self.shift, 1), "Alt+Down", inside),
            Action(N_("Remove"), "ph.trash", self.remove, "Del", inside),
        ]

    def _name(self, code: str) -> FieldRow:
        label, script = (N_("Name in Arabic"), Script.ARABIC) if code == "ar" else (N_("Name in French"), Script.LATIN)
        made = FieldRow(f"name_{code}", Field(label, script))
        made.input.set_value(getattr(self.template, f"name_{code}"))
        made.changed.connect(lambda name: self._rename(name, made.input.text()))
        return made

    def _field_table(self) -> TableView[NamedField]:
        table = TableView[NamedField](_field_columns(), "", lambda each: each.name)
        table.show_rows(self.purpose.fields)
        table.opened.connect(lambda each: self.form.insert(each.name) if each else None)
        return table

    def _laid_out(self) -> QWidget:
        adding = ActionButton(Action(N_("Add"), "ph.plus", self.offer, "Ctrl+N"), small=True)
        signs = row(adding, spacing=6)
        signs.addStretch(1)
        for each in self._block_actions():
            signs.addWidget(ActionButton(Action("", each.icon, each.run, "", each.enabled, tip=each.title), small=True))
        leading = QWidget()
        left = column(self.blocks, spacing=8)
        left.addLayout(signs)
        leading.setLayout(left)
        card = Card(scrolls=True)
        card.add(*self.names.values(), self.form)
        self.keys.watch(card)
        paper = Card()
        paper.body.addWidget(self.paper, 1)
        whole = Panes(Qt.Orientation.Horizontal, "templates.editor", SHARES, NARROWEST)
        # A sheet that lies leaves room below it, one that stands has none to give.
        if self.template.page.get("landscape", True):
            whole.hold(leading, card, self._over_fields(paper))
        else:
            whole.hold(leading, self._over_fields(card), paper)
        return whole

    def _over_fields(self, upper: QWidget) -> Panes:
        both = Panes(Qt.Orientation.Vertical, "templates.fields", (3, 2), (190, 110))
        both.hold(upper, self.fields)
        return both

    def _connect(self) -> None:
        self.blocks.chosen.connect(self.show_block)
        self.form.said.connect(self._say)
        self.form.pictured.connect(self._picture)
        self.paper.tried.connect(self._tell_tried)
        self._desk.leaving.connect(self.keep)

    # What is written.

    def _say(self, name: str, code: str, value: object) -> None:
        self._do(editing.with_setting(self.template, self.place, name, value, code), name, code)

    def _picture(self, name: str, data: bytes | None) -> None:
        self._do(editing.with_picture(self.template, self.place, name, data), name)

    def _rename(self, name: str, text: str) -> None:
        if getattr(self.template, name) != text:
            self._do(self.template.but(**{name: text}), name)

    def _do(self, template: Template, setting: str, language: str = "") -> None:
        """A step that leaves the cursor where it is."""
        if template != self.template:
            self.steps.put(Step(template, self.place, setting, language), monotonic())
            self._change(template)

    def undo(self) -> None:
        """Take the latest step back, whichever block it changed."""
        if self.steps.can_undo():
            self._go(self.steps.undo())

    def redo(self) -> None:
        if self.steps.can_redo():
            self._go(self.steps.redo())

    def _go(self, step: Step) -> None:
        place = editing.nearest(step.template, step.place)
        self._show_anew(step.template, place)
        for name, line in self.names.items():
            line.input.set_value(getattr(step.template, f"name_{name}"))
        self.form.go_to(step.setting, step.language)

    def _change(self, template: Template) -> None:
        self.template = template
        self.tried = ()
        self.set_title(template.name)
        self._show_blocks()
        self.paper.show_template(template)

    def _show_blocks(self) -> None:
        found = self.faults()
        self.blocks.show_template(self.template, found)
        self.form.show_faults([each for each in found if each.place == self.place])
        self.refresh_actions()

    def faults(self) -> list[Fault]:
        """What is wrong: as it is written, or when it is set."""
        return faults(self.template, self.purpose.named()) or list(self.tried)

    def _tell_tried(self, found: Sequence[Fault]) -> None:
        self.tried = found
        self._show_blocks()
        self.keep()

    def show_block(self, place: Place) -> None:
        """Show what a block says."""
        if place == self.place and self.form.rows:
            return
        self.place = place
        for line in self.names.values():
            line.setVisible(not place)
        block = editing.block_at(self.template, place)
        self.form.show_block(editing.kind_at(self.template, place), block, self.template.pictures, self.purpose.named())
        self.keys.watch(self.form)
        self.form.show_faults([each for each in self.faults() if each.place == place])
        self.refresh_actions()

    # Blocks.

    def offer(self) -> None:
        """The kinds of blocks that can stand here."""
        kinds = editing.offered(self.template, self.place)
        entries = [Action(KINDS[kind].label, BLOCK_ICONS[kind], partial(self.add, kind)) for kind in kinds]
        menu(entries, self).popup(self.blocks.mapToGlobal(self.blocks.rect().bottomLeft()))

    def add(self, kind: str) -> None:
        self._rearrange(*editing.added(self.template, self.place, kind))

    def shift(self, step: int) -> None:
        self._rearrange(*editing.moved(self.template, self.place, step))

    def remove(self) -> None:
        self._rearrange(*editing.removed(self.template, self.place))

    def _rearrange(self, template: Template, place: Place) -> None:
        self.steps.put(Step(template, place), monotonic())
        self._show_anew(template, place)

    def _show_anew(self, template: Template, place: Place) -> None:
        self.place = ()
        self.form.rows = {}
        self._change(template)
        self.blocks.go_to(place)
        self.show_block(place)

    def _is_block(self) -> bool:
        return bool(self.place)

    # Saving.

    @property
    def dirty(self) -> bool:
        return self.template != self.saved

    def _can_save(self) -> bool:
        return self.dirty and not faults(self.template, self.purpose.named())

    def save(self) -> None:
        try:
            self._desk.write(writes.save, self.key, self.template)
        except UserError as error:
            self._desk.tell(str(error), "bad")
            return
        self.saved = self.template
        forget(self._desk, self.key)
        self.refresh_actions()

    def keep(self) -> None:
        """Keep what is not saved yet."""
        keep(self._desk, self.key, self.template if self.dirty else None)

    def leave(self) -> None:
        """Back to the list; what is not saved waits as a draft."""
        self.keep()
        if self.dirty:
            self._desk.tell(_("What was not saved waits in the template."), "warn")
        self._leave()


def _field_columns() -> list[Column[NamedField]]:
    return [
        Column(N_("Field"), lambda each: _(each.label), Style.NAME, _braced, name="field", width=190),
        Column(N_("For example"), _sample, Style.TEXT, name="sample", width=190, yields=1),
    ]


def _braced(each: NamedField) -> str:
    return f"\u2066{{{each.name}}}\u2069"


def _sample(each: NamedField) -> str:
    return each.sample_ar if language() == "ar" else each.sample_fr
