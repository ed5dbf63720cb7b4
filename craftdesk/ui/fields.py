"""From a field's declaration to what the user sees: the label, the right input, and what is wrong with it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import _
from craftdesk.ui.cards import column, row
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.inputs import (
    Input,
    LongTextInput,
    TypedInput,
    date_input,
    money_input,
    number_input,
    phone_input,
)
from craftdesk.ui.labels import Label
from craftdesk.ui.picking import ChoiceField, RecordField
from craftdesk.ui.pictures import ImageField
from craftdesk.ui.switch import YesNoInput
from craftdesk.ui.theme import px


def _choice(field: Field) -> Input:
    return ChoiceField(field.choices, field.script, _(field.hint))


def _record(field: Field) -> Input:
    return RecordField(script=field.script, placeholder=_(field.hint))


_BY_KIND: dict[Kind, Callable[[Field], Input]] = {
    Kind.TEXT: lambda field: TypedInput(field.script, placeholder=_(field.hint)),
    Kind.LONG_TEXT: lambda field: LongTextInput(field.script, _(field.hint)),
    Kind.DATE: lambda field: date_input(_(field.hint)),
    Kind.NUMBER: lambda field: number_input(_(field.hint)),
    Kind.MONEY: lambda field: money_input(_(field.hint)),
    Kind.PHONE: lambda field: phone_input(_(field.hint)),
    Kind.CHOICE: _choice,
    Kind.YES_NO: lambda field: YesNoInput(),  # noqa: ARG005
    Kind.RECORD: _record,
    Kind.IMAGE: lambda field: ImageField(_(field.hint)),
}


def input_for(field: Field) -> Input:
    """The input that a field's kind asks for."""
    return _BY_KIND[field.kind](field)


class FieldRow(QWidget):
    """A labelled input with its message: a problem in red, or a warning that does not stop the saving."""

    changed = Signal(str)
    left = Signal(str)

    def __init__(self, name: str, field: Field, made: Input | None = None) -> None:
        super().__init__()
        self.name = name
        self.field = field
        self.input = made or input_for(field)
        self.label = Label(_(field.label), "label")
        self._sign = IconLabel("ph.warning-circle", "bad", 16)
        self._words = Label("", "problem", wrap=True)
        self.badge = Label("", "badge")
        self._asked = False
        self._lay_out()
        self.input.changed.connect(self._changed)
        self.input.left.connect(self._left)
        self.input.guessed.connect(self._show_badge)
        self._show_badge()
        self.show_message("")

    def _lay_out(self) -> None:
        heading = row(self.label, spacing=4)
        if self.field.required:
            star = Label("*", "required")
            star.setToolTip(_("Needed"))
            heading.addWidget(star)
        heading.addWidget(self.badge)
        heading.addStretch(1)
        message = row(spacing=6)
        message.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        message.addWidget(self._words, 1)
        outer = column(spacing=4)
        outer.addLayout(heading)
        outer.addWidget(self.input)
        outer.addLayout(message)
        outer.addStretch(1)
        self.setLayout(outer)
        self.setFocusProxy(self.input)
        self.input.setAccessibleName(self.label.text())
        (self.input.focusProxy() or self.input).setAccessibleName(self.label.text())

    def wanted(self) -> int:
        """How wide its label is, and the star of what is needed."""
        self.label.ensurePolished()
        return self.label.sizeHint().width() + (px(16) if self.field.required else 0)

    def value(self) -> Any:
        return self.input.value()

    def problem(self, asked: bool = False) -> str:
        """What is wrong, in a sentence; that it is missing only when `asked`, not on the way through the form."""
        if fault := self.input.fault():
            return fault
        value = self.value()
        if value in (None, "", (None, None)):
            return _("This is needed.") if asked and self.field.required else ""
        return (self.field.check(value) if self.field.check else None) or ""

    def _show_badge(self) -> None:
        """Say of a guess that it is one, and how it is confirmed by whoever stands in the field."""
        here = (self.input.focusProxy() or self.input).hasFocus()
        self.badge.setText(_("Guess: Enter confirms") if here else _("Guess"))
        self.badge.setToolTip(self.input.why)
        self.badge.setVisible(self.input.guess is not None)
        if self.input.guess is not None:
            (self.input.focusProxy() or self.input).setAccessibleDescription(self.badge.text())

    def message(self) -> str:
        return self._words.text()

    def show_message(self, sentence: str, warning: bool = False) -> None:
        self._words.setText(sentence)
        self._words.set_role("warning" if warning else "problem")
        self._sign.show_icon("ph.warning" if warning else "ph.warning-circle", "warn" if warning else "bad")
        for part in (self._sign, self._words):
            part.setVisible(bool(sentence))
        self.input.set_bad(bool(sentence) and not warning)
        (self.input.focusProxy() or self.input).setAccessibleDescription(sentence)

    def rest(self) -> None:
        """Forget what was said and asked: another record stands here now."""
        self._asked = False
        self.input.declined = None
        self.show_message("")

    def check(self, asked: bool = False) -> bool:
        """Show what is wrong now; True where nothing is."""
        self._asked = self._asked or asked
        sentence = self.problem(self._asked)
        self.show_message(sentence)
        return not sentence

    def _changed(self) -> None:
        # A problem that is mended goes at once; a new one waits until the user leaves the field.
        if self.message() and not self.problem(self._asked):
            self.show_message("")
        self.changed.emit(self.name)

    def _left(self) -> None:
        self.check()
        self.left.emit(self.name)
