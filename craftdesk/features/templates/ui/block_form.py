"""What a block says, as a form made from the settings of its kind."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_, _
from craftdesk.features.templates.purposes import NamedField
from craftdesk.features.templates.ui.colour_input import ColourInput
from craftdesk.pdf.template.faults import Fault
from craftdesk.pdf.template.kinds import BlockKind, Entry, Setting
from craftdesk.pdf.template.source import Told
from craftdesk.ui.cards import clear, column
from craftdesk.ui.field_grid import FieldGrid
from craftdesk.ui.fields import FieldRow
from craftdesk.ui.inputs import Input, LongText, LongTextInput, number_input
from craftdesk.ui.picking import ChoiceField
from craftdesk.ui.pictures import ImageField
from craftdesk.ui.switch import YesNoInput

_KINDS = {Entry.WORDS: Kind.LONG_TEXT, Entry.PICTURE: Kind.LONG_TEXT}
_ALWAYS = N_("Always")
_SPOKEN = {"ar": (Script.ARABIC, N_("{setting} in Arabic")), "fr": (Script.LATIN, N_("{setting} in French"))}


class BlockForm(QWidget):
    """Tells every change at once: the setting, its language where it is a text, and what it says now.

    A field is inserted where one wrote last.
    """

    said = Signal(str, str, object)
    pictured = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[tuple[str, str], FieldRow] = {}
        self._told: dict[tuple[str, str], str] = {}
        self._writing: LongText | None = None
        self._grid: FieldGrid | None = None
        self._place = column(spacing=10)
        self.setLayout(self._place)

    def show_block(
        self, kind: BlockKind, block: Told, pictures: Mapping[str, bytes], fields: Mapping[str, NamedField]
    ) -> None:
        """Show a block of this kind; `fields` are those on whose presence it may depend."""
        clear(self._place)
        self.rows, self._told, self._writing = {}, {}, None
        inside = QWidget()
        for setting in kind.settings:
            for language in _SPOKEN if setting.entry is Entry.WORDS else ("",):
                self._add(setting, language, block, pictures, fields)
        self._grid = FieldGrid(list(self.rows.values()), 2)
        self._grid.setContentsMargins(0, 0, 0, 0)
        inside.setLayout(self._grid)
        self._place.addWidget(inside)
        self._grid.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._grid is not None:
            self._grid.fit(event.size().width())

    def go_to(self, setting: str, language: str) -> None:
        """Let the cursor stand where this is said, at its end."""
        if (line := self.rows.get((setting, language))) is None:
            return
        if isinstance(line.input, LongTextInput):
            line.input.editor.moveCursor(QTextCursor.MoveOperation.End)
            line.input.editor.setFocus()
        else:
            line.input.setFocus()

    def _add(
        self,
        setting: Setting,
        language: str,
        block: Told,
        pictures: Mapping[str, bytes],
        fields: Mapping[str, NamedField],
    ) -> None:
        key = (setting.name, language)
        label = _(setting.label) if not language else _(_SPOKEN[language][1]).format(setting=_(setting.label))
        made = _input(setting, language, fields)
        declared = Field(label, kind=_KINDS.get(setting.entry, Kind.TEXT), check=lambda _value: self._told.get(key))
        line = FieldRow(f"{setting.name}.{language}", declared, made)
        made.set_value(_value(setting, language, block, pictures))
        made.changed.connect(lambda: self._tell(setting, language, made))
        if isinstance(made, LongTextInput):
            made.editor.installEventFilter(self)
        self.rows[key] = line

    def _tell(self, setting: Setting, language: str, made: Input) -> None:
        if made.fault():
            return
        if setting.entry is Entry.PICTURE:
            self.pictured.emit(setting.name, made.value())
            return
        value = made.editor.toPlainText() if isinstance(made, LongTextInput) else made.value()
        usual = value is not None and value == setting.usual
        self.said.emit(setting.name, language, None if usual else value)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Tell at each setting what is wrong with it."""
        self._told = {(each.setting, each.language): each.message for each in faults}
        for key, line in self.rows.items():
            line.show_message(line.input.fault() or self._told.get(key, ""))

    def insert(self, name: str) -> bool:
        """Write a field where one wrote last, or in the first text; False where there is none."""
        editors = [line.input.editor for line in self.rows.values() if isinstance(line.input, LongTextInput)]
        if not editors:
            return False
        editor = self._writing if self._writing in editors else editors[0]
        assert editor is not None
        editor.insertPlainText(f"{{{name}}}")
        editor.setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, LongText):
            self._writing = watched
        return super().eventFilter(watched, event)


def _value(setting: Setting, language: str, block: Told, pictures: Mapping[str, bytes]) -> Any:
    found = block.get(setting.name)
    if setting.entry is Entry.WORDS:
        return found.get(language, "") if isinstance(found, dict) else ""
    if setting.entry is Entry.PICTURE:
        return pictures.get(found or "")
    return setting.usual if found is None else found


def _input(setting: Setting, language: str, fields: Mapping[str, NamedField]) -> Input:
    if setting.entry is Entry.WORDS:
        return LongTextInput(_SPOKEN[language][0])
    if setting.entry is Entry.FIELD:
        return ChoiceField({"": _ALWAYS, **{name: each.label for name, each in fields.items()}})
    return _BY_ENTRY[setting.entry](setting)


_BY_ENTRY: dict[Entry, Callable[[Setting], Input]] = {
    Entry.NUMBER: lambda setting: number_input(_("As in the style") if setting.usual is None else ""),
    Entry.FLAG: lambda _setting: YesNoInput(),
    Entry.COLOUR: lambda _setting: ColourInput(),
    Entry.CHOICE: lambda setting: ChoiceField(setting.choices),
    Entry.PICTURE: lambda _setting: ImageField(),
}
