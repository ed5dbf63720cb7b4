"""The place of the templates in the side bar: the list, or one that is written."""

from PySide6.QtWidgets import QStackedWidget

from craftdesk.desk.desk import Desk
from craftdesk.features.templates import reads
from craftdesk.features.templates.ui.editor_page import TemplateEditor
from craftdesk.features.templates.ui.list_page import TemplatesList


class TemplatesPage(QStackedWidget):
    """Shows one of the two; a template is built anew whenever it is opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = TemplatesList(desk, self.open_record)
        self.editor: TemplateEditor | None = None
        self.addWidget(self.list)

    def show_list(self) -> None:
        key = self.editor.key if self.editor else None
        self._drop()
        self.setCurrentWidget(self.list)
        if key:
            self.list.table.select(key)
        self.list.table.grid.setFocus()

    def open_record(self, key: str) -> None:
        """Write a template of the office's own; one that is gone shows the list."""
        if self._desk.read(reads.own, key) is None:
            self.show_list()
            return
        self._drop()
        self.editor = TemplateEditor(self._desk, key, self.show_list)
        self.addWidget(self.editor)
        self.setCurrentWidget(self.editor)

    def opened_record(self) -> str | None:
        return self.editor.key if self.editor else None

    def _drop(self) -> None:
        if self.editor:
            self._desk.leaving.disconnect(self.editor.keep)
            self.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None
