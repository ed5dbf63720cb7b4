"""The one form: from the fields that records declare to values in and out, checked at the field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import _
from craftdesk.ui.actions import Action, ActionButton, bind
from craftdesk.ui.cards import Section, column, row, scrolling
from craftdesk.ui.direction import margins
from craftdesk.ui.field_grid import FieldGrid
from craftdesk.ui.fields import FieldRow
from craftdesk.ui.inputs import Input
from craftdesk.ui.keeping import FORMS
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px

TRAILING = 14
"""What the scroll bar takes beside the fields."""


@dataclass(frozen=True)
class FormSection:
    """A heading, the names of the fields under it, and in how many columns; `wide` ones take the whole row."""

    title: str
    names: Sequence[str]
    columns: int = 2
    wide: Sequence[str] = ()


class Form(QWidget):
    """Labelled inputs in sections. Enter goes to the next field and at last to the filled button beside the form.

    Ctrl+S saves, Esc cancels.

    `inputs` replaces the input of a field by one of one's own: a record field with its search, a birth. The form
    itself writes nothing: whoever hears `saved` does, and brings what was refused back by `show_error`.
    """

    saved = Signal()
    cancelled = Signal()
    changed = Signal(str)
    left = Signal(str)
    dirty_changed = Signal(bool)
    kept_in_turn = FORMS

    def __init__(
        self,
        fields: Mapping[str, Field],
        sections: Sequence[FormSection] = (),
        inputs: Mapping[str, Input] | None = None,
        scrolls: bool = True,
    ) -> None:
        super().__init__()
        self._fields = fields
        self._rows: dict[str, FieldRow] = {}
        self._grids: list[FieldGrid] = []
        self._dirty = False
        self._before: dict[str, Any] = {}
        everything = [name for name, field in fields.items() if field.kind is not Kind.HIDDEN]
        inside = self._build(sections or (FormSection("", everything),), inputs or {})
        outer = column(spacing=0)
        self._area: QScrollArea | None = scrolling(inside) if scrolls else None
        outer.addWidget(self._area or inside)
        self.setLayout(outer)
        bind(self, [Action(_("Save"), "", self.save, "Ctrl+S")])
        self._before = self.values()

    def _build(self, sections: Sequence[FormSection], inputs: Mapping[str, Input]) -> QWidget:
        inside = QWidget()
        lines = column(spacing=22)
        for section in sections:
            grid = self._grid(section, inputs)
            if section.title:
                part = Section(_(section.title))
                part.body.addLayout(grid)
                lines.addWidget(part)
            else:
                lines.addLayout(grid)
        lines.addStretch(1)
        margins(lines, 0, 0, px(TRAILING), px(4))
        inside.setLayout(lines)
        return inside

    def _grid(self, section: FormSection, inputs: Mapping[str, Input]) -> FieldGrid:
        lines = [self._row(name, inputs.get(name)) for name in section.names]
        grid = FieldGrid(lines, section.columns, section.wide)
        self._grids.append(grid)
        return grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for grid in self._grids:
            grid.fit(self.width() - px(TRAILING))

    def _row(self, name: str, made: Input | None) -> FieldRow:
        line = FieldRow(name, self._fields[name], made)
        line.changed.connect(self._changed)
        line.left.connect(self.left)
        line.input.entered.connect(lambda: self._go_on(name))
        self._rows[name] = line
        return line

    def row(self, name: str) -> FieldRow:
        """The line of a field, also by one of the parts that an input fills."""
        if name in self._rows:
            return self._rows[name]
        return next(line for line in self._rows.values() if name in line.input.parts)

    def has(self, name: str) -> bool:
        return name in self._rows or any(name in line.input.parts for line in self._rows.values())

    def input(self, name: str) -> Input:
        return self.row(name).input

    def values(self) -> dict[str, Any]:
        """What is entered, by field; None where nothing is, or nothing that could be understood."""
        found: dict[str, Any] = {}
        for name, line in self._rows.items():
            if line.input.parts:
                found.update(zip(line.input.parts, line.value(), strict=True))
            else:
                found[name] = line.value()
        return found

    def changes(self) -> dict[str, Any]:
        """Only what differs from what was put in."""
        return {name: value for name, value in self.values().items() if value != self._before.get(name)}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show what is stored; what the mapping does not name is emptied. The form is clean after it."""
        for name, line in self._rows.items():
            parts = line.input.parts
            line.input.set_value(tuple(values.get(part) for part in parts) if parts else values.get(name))
            line.rest()
        self.rest()

    def set_value(self, name: str, value: Any) -> None:
        """Fill in one field for the user, as if it had been typed."""
        self.row(name).input.set_value(value)
        self._changed(name)

    def offer(self, guesses: Mapping[str, tuple[Any, str]], among: Sequence[str]) -> None:
        """Show guesses, each with where it comes from; those of `among` for which there is none go."""
        for name in among:
            self.row(name).input.offer(*guesses.get(name, (None, "")))

    def guesses(self) -> dict[str, Any]:
        """What is shown and was not confirmed: none of the values."""
        return {name: line.input.guess for name, line in self._rows.items() if line.input.guess is not None}

    def rest(self) -> None:
        """Take what stands there as saved."""
        self._before = self.values()
        self._set_dirty(False)

    @property
    def dirty(self) -> bool:
        return self._dirty

    def draft(self) -> dict[str, str]:
        """What is written, understood or not, to be kept in case the program ends before it is saved."""
        typed = self.unsaved()
        written = {name: line.input.draft() for name, line in self._rows.items()}
        return {name: text for name, text in written.items() if text or name in typed}

    def unsaved(self) -> dict[str, str]:
        """Of the draft, only what differs from what was put in."""
        changed = self.changes().keys()
        lines = self._rows.values()
        touched = [each for each in lines if each.input.fault() or changed & {each.name, *each.input.parts}]
        return {each.name: each.input.draft() for each in touched}

    def restore(self, draft: Mapping[str, str]) -> None:
        for name, text in draft.items():
            if name in self._rows and self._rows[name].input.draft() != text:
                self._rows[name].input.restore(text)
                self._changed(name)

    def kept(self) -> tuple[dict[str, str], str | None]:
        """What was typed, and the field where the cursor is."""
        focused = self.focusWidget()
        holds = [name for name, line in self._rows.items() if focused is not None and line.isAncestorOf(focused)]
        return self.unsaved(), next(iter(holds), None)

    def take_up(self, kept: tuple[dict[str, str], str | None]) -> None:
        typed, name = kept
        self.restore(typed)
        if name is not None and name in self._rows:
            QTimer.singleShot(0, self, self._rows[name].input.setFocus)

    def save(self) -> None:
        """Check everything and tell `saved`; else show what is wrong and go to the first of it."""
        if self.check():
            self.saved.emit()

    def check(self) -> bool:
        wrong = [line for line in self._rows.values() if not line.check(asked=True)]
        if wrong:
            self._go_to(wrong[0])
        return not wrong

    def problems(self) -> dict[str, str]:
        """What is wrong now, shown or not."""
        return {name: sentence for name, line in self._rows.items() if (sentence := line.problem(asked=True))}

    def show_errors(self, sentences: Mapping[str, str]) -> None:
        """Show what was refused at its fields, and go to the first."""
        lines = [(self.row(name), sentence) for name, sentence in sentences.items() if self.has(name)]
        for line, sentence in lines:
            line.show_message(sentence)
        shown = [line for line, _sentence in lines]
        if first := next((line for line in self._rows.values() if line in shown), None):
            self._go_to(first)

    def show_error(self, error: UserError) -> bool:
        """Show a refusal at the field that it names; False where it names none of this form."""
        named = bool(error.field) and self.has(error.field or "")
        if named:
            self.show_errors({error.field or "": str(error)})
        return named

    def show_warnings(self, sentences: Mapping[str, str]) -> None:
        """Say what may be wrong, without standing in the way of saving; an empty sentence takes it back."""
        for name, sentence in sentences.items():
            self.row(name).show_message(sentence, warning=True)

    def focus_first(self) -> None:
        # When a page is just being shown, the focus can only be set after it.
        QTimer.singleShot(0, self, next(iter(self._rows.values())).input.setFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _go_on(self, name: str) -> None:
        names = [each for each, line in self._rows.items() if line.isVisibleTo(self) and line.isEnabled()]
        after = names[names.index(name) + 1 :] if name in names else []
        if after:
            self._go_to(self._rows[after[0]])
        elif (button := self._filled_button()) is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focusNextChild()

    def _filled_button(self) -> ActionButton | None:
        """The nearest one around the form, so that Enter after the last field never comes to Cancel."""
        place = self.parentWidget()
        while place is not None:
            filled = (each for each in place.findChildren(ActionButton) if each.action.primary and each.isVisible())
            if found := next((each for each in filled if each.isEnabled() and not self.isAncestorOf(each)), None):
                return found
            place = place.parentWidget()
        return None

    def _go_to(self, line: FieldRow) -> None:
        line.input.setFocus(Qt.FocusReason.TabFocusReason)
        if self._area:
            self._area.ensureWidgetVisible(line, 0, px(40))

    def _changed(self, name: str) -> None:
        self._set_dirty(bool(self.changes()) or bool(self._rows[name].input.fault()))
        self.changed.emit(name)

    def _set_dirty(self, dirty: bool) -> None:
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty_changed.emit(dirty)


class SaveBar(QWidget):
    """The two ways out of a form, and whether anything is unsaved."""

    def __init__(self, form: Form, save_title: str = "", cancel_title: str = "") -> None:
        super().__init__()
        self._note = Label("", "muted")
        save = Action(save_title or _("Save"), "ph.check", form.save, "Ctrl+S", primary=True)
        cancel = Action(cancel_title or _("Cancel"), "", form.cancelled.emit, "Esc")
        line = row(self._note)
        line.addStretch(1)
        line.addWidget(ActionButton(cancel))
        line.addWidget(ActionButton(save))
        self.setLayout(line)
        form.dirty_changed.connect(self._tell)

    def _tell(self, dirty: bool) -> None:
        self._note.setText(_("Not saved yet") if dirty else "")
