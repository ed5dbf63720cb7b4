"""An input for the path of a file."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from craftdesk.base import settings
from craftdesk.base.fields import Script
from craftdesk.base.i18n import N_, _
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import row
from craftdesk.ui.inputs import EntryLine, Input


class FileInput(Input):
    """The path, typed or chosen."""

    def __init__(self, kinds: str) -> None:
        super().__init__()
        self._kinds = kinds
        self.line = EntryLine(Script.LATIN)
        self.line.textEdited.connect(self.changed)
        self.line.left.connect(self.left)
        self.line.returnPressed.connect(self.entered)
        layout = row()
        layout.addWidget(self.line, 1)
        layout.addWidget(ActionButton(Action(N_("Choose"), "ph.folder-open", self.choose)))
        self.setLayout(layout)
        self.setFocusProxy(self.line)

    def value(self) -> str | None:
        return self.text() or None

    def set_value(self, value: Any) -> None:
        self.line.setText(value or "")

    def text(self) -> str:
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        self.line.setText(text)
        self.changed.emit()

    def fault(self) -> str | None:
        if self.text() and not Path(self.text()).is_file():
            return _("There is no such file.")
        return None

    def choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, "", settings.load().recent_folder, self._kinds)
        if path:
            settings.change(recent_folder=str(Path(path).parent))
            self.set_text(path)
