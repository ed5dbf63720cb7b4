"""The place of the artisans: the list, the card, the file that is brought in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget

from craftdesk.desk.desk import Desk
from craftdesk.features.roster import narrowing, reads
from craftdesk.features.roster.orders import Rows
from craftdesk.features.roster.ui.artisan_page import ArtisanPage
from craftdesk.features.roster.ui.mending_queue import MendingQueue
from craftdesk.features.roster.ui.people_page import LISTS, PeoplePage
from craftdesk.features.roster.ui.words import WAITING_ROWS
from craftdesk.ui.dropping import dropped_file

if TYPE_CHECKING:
    from craftdesk.features.roster.ui.change_page import ChangePage
    from craftdesk.features.roster.ui.import_page import ImportPage

QUESTION = "{"
"""So begins the question of a list (`narrowing.dumped`)."""
NEW, IMPORT = "new ", "import"
"""What opens a card that was begun (by the name of its draft), and the import as it stands."""


class RosterPage(QStackedWidget):
    """Goes between the list, a card and the import; `open_record` takes a key, a list's name or question."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.people = PeoplePage(desk, self.open_from_list, self.add, self.bring_in)
        self._queue: MendingQueue | None = None
        self._card: ArtisanPage | None = None
        self._import: ImportPage | None = None
        self._change: ChangePage | None = None
        self.people.change_wished.connect(self.change_many)
        self.addWidget(self.people)
        self.setAcceptDrops(True)

    def open_record(self, key: str) -> None:
        if key in LISTS:
            self.people.show_list(key)
            self.show_people()
        elif key.startswith(QUESTION):
            self.people.show_asked(narrowing.loaded(key))
            self.show_people()
        elif key == WAITING_ROWS:
            self.bring_in().show_waiting()
        elif key == IMPORT:
            self.bring_in()
        elif key.startswith(NEW):
            self.go_on(key.removeprefix(NEW))
        elif self._desk.read(reads.is_there, key):
            self.open_card(key)

    def opened_record(self) -> str | None:
        """What is open beside the list, as `open_record` takes it."""
        if self._import is not None and self.currentWidget() is self._import:
            return IMPORT
        if self._card is None or self.currentWidget() is not self._card:
            return None
        return self._card.key or f"{NEW}{self._card.begun}"

    @property
    def card(self) -> ArtisanPage:
        """Built when the first card is opened."""
        if self._card is None:
            self._card = ArtisanPage(self._desk, self.show_people, self._after)
            self.addWidget(self._card)
        return self._card

    def show_people(self) -> None:
        shown = self._card.key if self._card is not None and self.currentWidget() is self._card else None
        self.setCurrentWidget(self.people)
        if self._queue is not None:
            self._queue.end()
        if shown is not None:
            self.people.table.select(shown)
        self.people.table.grid.setFocus()

    def open_from_list(self, key: str) -> None:
        """Open a card of the list; from the list of things to mend, go on from one to the next."""
        self.open_card(key)
        if self.people.is_mending():
            self.queue.begin(key)

    @property
    def queue(self) -> MendingQueue:
        """Built when the first card is to be mended."""
        if self._queue is None:
            self._queue = MendingQueue(self._desk, self.card, self.people.after, self.people.left)
            self._queue.ended.connect(self.show_people)
        return self._queue

    def open_card(self, key: str) -> None:
        self.card.open(key)
        self.setCurrentWidget(self.card)

    def add(self) -> None:
        self.card.begin()
        self.setCurrentWidget(self.card)

    def go_on(self, draft: str) -> None:
        """The new card whose draft has this name, empty where nothing was typed yet."""
        self.card.begin(draft)
        self.setCurrentWidget(self.card)

    def bring_in(self) -> "ImportPage":
        """Show the page on which a roster file is taken over."""
        from craftdesk.features.roster.ui.import_page import ImportPage  # noqa: PLC0415 - needed once in a while

        if self._import is None:
            self._import = ImportPage(self._desk, self.show_people)
            self.addWidget(self._import)
        self.setCurrentWidget(self._import)
        return self._import

    def change_many(self, numbers: Rows, what: str) -> None:
        """Show the page on which these rows are changed at once."""
        from craftdesk.features.roster.ui.change_page import ChangePage  # noqa: PLC0415 - needed once in a while

        if self._change is None:
            self._change = ChangePage(self._desk, self.show_people)
            self.addWidget(self._change)
        self.setCurrentWidget(self._change)
        self._change.open(numbers, what)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file that is dropped on the roster is a list to be taken over."""
        if path := dropped_file(event):
            event.acceptProposedAction()
            self.bring_in().open_file(path)

    def _after(self, key: str | None) -> str | None:
        """Who follows in the list."""
        if self._queue is not None and self._queue.is_on():
            # Whoever asks opens that card next.
            QTimer.singleShot(0, self, self._queue.opened)
            return self._queue.following()
        return self.people.after(key) if key else None
