"""The main window: the side bar, the pages, the search over everything, what the program says."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from craftdesk.app import finding
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk, Opened, PaperWish, Told
from craftdesk.desk.feature import Feature, Page
from craftdesk.ui import layouts
from craftdesk.ui.actions import Action
from craftdesk.ui.messages import Message, MessageBar, Mood
from craftdesk.ui.searchbox import Hit, SearchBox
from craftdesk.ui.sidebar import Place, SideBar
from craftdesk.ui.tasks import ProgressStrip
from craftdesk.ui.theme import px

UNDO = "Ctrl+Z"
FIRST_SIZE = QSize(1366, 768)


class Window(QMainWindow):
    """Everything inside is built by `build`, and built anew when language or look change; the open page stays open.

    The last `foot` of the pages stand at the foot of the side bar.
    """

    def __init__(self, desk: Desk, features: Sequence[Feature], pages: Sequence[Page], foot: int = 0) -> None:
        super().__init__()
        self.desk = desk
        self.pages = {page.name: page for page in pages}
        self._papers = {paper.name: paper for feature in features for paper in feature.papers}
        self._finders = [finder for feature in features for finder in feature.finders]
        self._foot = foot
        self._built: dict[str, QWidget] = {}
        self._connect()
        self._build()

    def _connect(self) -> None:
        self.desk.told.connect(self._tell)
        self.desk.opened.connect(self._open_wished)
        self.desk.page_wished.connect(self.open_page)
        self.desk.paper_wished.connect(self._show_paper)
        self._undo = QShortcut(QKeySequence(UNDO), self)
        self._undo.activated.connect(self.desk.undo)
        for keys in ("F1", "Ctrl+/"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.show_shortcuts)

    def _build(self) -> None:
        """Side bar, empty stack, search and message bar, in the language and look of now."""
        self._built = {}
        self.setWindowTitle(_("CraftDesk"))
        self.stack = QStackedWidget()
        self.side = self._side_bar()
        self.messages = MessageBar()
        self.messages.shown.connect(self._share_undo)
        self.messages.emptied.connect(lambda: self._undo.setEnabled(True))
        self.search = SearchBox(self._search)
        self.search.picked.connect(self._go)
        self.setProperty("carried", self.search)
        self._lay_out()
        self.search.bind(self.stack)
        self._restore_geometry()
        self.open_page(next(iter(self.pages)))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(px(24), 0, px(24), px(18))
        words.setSpacing(px(8))
        words.addWidget(ProgressStrip(self.desk.worker))
        words.addWidget(self.messages)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addLayout(words)
        whole = QWidget()
        whole.setProperty("role", "page")
        whole.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side)
        line.addLayout(column, 1)
        self.setCentralWidget(whole)
        self.setMinimumSize(px(1000), px(600))

    def _side_bar(self) -> SideBar:
        places = [Place(page.name, page.title, page.icon) for page in self.pages.values()]
        split = len(places) - self._foot
        side = SideBar(places[:split], places[split:], _("CraftDesk"), "", self.desk.database.who)
        side.chosen.connect(self.open_page)
        return side

    def say_where(self, chamber: str) -> None:
        """The name of the chamber, under the program's."""
        self.side.note.setText(chamber)

    def page(self) -> str:
        """The name of the open page."""
        return self.side.current() or ""

    def open_page(self, name: str, record: str | None = None) -> QWidget:
        """Show a page (it is built when it is opened for the first time), and on it what `record` names."""
        if name not in self._built:
            self._built[name] = self.pages[name].build(self.desk)
            self.stack.addWidget(self._built[name])
        self.side.show_place(name)
        page: Any = self._built[name]
        self.stack.setCurrentWidget(page)
        if record is not None:
            page.open_record(record)
        return self._built[name]

    def open_record(self, model: type[Model], key: str) -> None:
        """Show a record on the page that shows its kind."""
        name = next((page.name for page in self.pages.values() if model in page.opens), None)
        if name is not None:
            self.open_page(name, key)

    def rebuild(self) -> None:
        """Build everything anew, and stay at the page and the record where the user is."""
        self.desk.leaving.emit()
        self.keep_geometry()
        name = self.page()
        opened: Callable[[], str | None] = getattr(self._built[name], "opened_record", lambda: None)
        key = opened()
        self._build()
        self.open_page(name, key)

    def _open_wished(self, wish: Opened) -> None:
        self.open_record(wish.model, wish.key)

    def _show_paper(self, wish: PaperWish) -> None:
        from craftdesk.app.paper_window import PaperWindow  # noqa: PLC0415 - draws PDF pages; not needed to start

        PaperWindow(self.desk, self._papers[wish.name], wish.keys, wish.language, self).open()

    def _search(self, typed: str) -> list[Hit]:
        found = self.desk.read(finding.hits, typed, self._finders)
        return [*map(finding.shown, found), *finding.places(typed, list(self.pages.values()))]

    def _go(self, hit: Hit) -> None:
        finding.go(hit.key, self.open_record, self.open_page)

    def _tell(self, told: Told) -> None:
        actions: list[Action] = []
        if (undo := told.undo) is not None:
            actions.append(Action(N_("Undo"), "", lambda: self.desk.undo(undo), UNDO))
        self.messages.tell(Message(told.text, Mood(told.tone), actions))

    def _share_undo(self, message: Message) -> None:
        # The bar takes Ctrl+Z while it shows an Undo of its own; two shortcuts would silence each other.
        self._undo.setEnabled(all(action.shortcut != UNDO for action in message.actions))

    def show_shortcuts(self) -> None:
        from craftdesk.app.shortcuts import Shortcuts  # noqa: PLC0415 - not needed to start

        Shortcuts(self).open()

    def keep_geometry(self) -> None:
        """Remember the window's place for this direction."""
        layouts.save("window", bytes(self.saveGeometry().toBase64().data()).decode())

    def _restore_geometry(self) -> None:
        kept = layouts.saved("window")
        if isinstance(kept, str):
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))
        elif not self.isVisible():
            self.resize(FIRST_SIZE)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.leaving.emit()
        self.keep_geometry()
        super().closeEvent(event)
