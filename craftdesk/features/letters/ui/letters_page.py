"""The place of letters in the side bar: the list, or the letter that is being written."""

from PySide6.QtWidgets import QStackedWidget

from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import NEW
from craftdesk.features.letters import reads
from craftdesk.features.letters.ui.letter_list import LetterList
from craftdesk.features.letters.ui.writer_page import WriterPage

WRITER = "write "
"""Before the key of the letter that is being changed; alone it opens a new one."""


class LettersPage(QStackedWidget):
    """Shows one of the two at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = LetterList(desk, self.edit, self.begin, self.begin_like)
        self.writer: WriterPage | None = None
        self.addWidget(self.list)

    def begin(self, artisan_id: str | None = None) -> None:
        """A new letter, to this artisan if one is named."""
        self._shown_writer().start(artisan_id)

    def begin_like(self, key: str) -> None:
        """A new letter with the words of one that is there."""
        self._shown_writer().start_like(key)

    def edit(self, key: str) -> None:
        self._shown_writer().edit(key)

    def _shown_writer(self) -> WriterPage:
        if self.writer is None:
            self.writer = WriterPage(self._desk, self.show_letter, self.show_list)
            self.addWidget(self.writer)
        else:
            self.writer.keep_draft()
        self.setCurrentWidget(self.writer)
        return self.writer

    def show_list(self) -> None:
        self.setCurrentWidget(self.list)
        self.list.table.grid.setFocus()

    def show_letter(self, key: str) -> None:
        """The list at a letter."""
        self.setCurrentWidget(self.list)
        self.list.select(key)

    def open_record(self, key: str) -> None:
        """Show a letter; "new …" with an artisan's key begins one to this artisan."""
        if key == WRITER:
            self.begin()
        elif key.startswith(WRITER):
            self.edit(key.removeprefix(WRITER))
        elif key.startswith(NEW):
            self.begin(key.removeprefix(NEW))
        elif self._desk.read(reads.is_there, key):
            self.show_letter(key)
        else:
            self.show_list()

    def opened_record(self) -> str | None:
        if self.writer is not None and self.currentWidget() is self.writer:
            return WRITER + (self.writer.key or "")
        chosen = self.list.table.row()
        return chosen.id if chosen else None
