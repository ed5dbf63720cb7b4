"""The main window: the side bar, the pages, the search over everything, what the program says.

It stands before anything of the office is read: until `attach` it knows its places alone, and what is clicked meanwhile
is opened then. Nothing that needs the database is imported here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from craftdesk.app.language_switch import LanguageSwitch
from craftdesk.app.who import shown_name
from craftdesk.base import settings
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart
from craftdesk.ui import layouts
from craftdesk.ui.actions import Action
from craftdesk.ui.entering import enter
from craftdesk.ui.keeping import Kept, kept_in, take_up
from craftdesk.ui.messages import Message, MessageBar, Mood
from craftdesk.ui.searchbox import Hit, SearchBox
from craftdesk.ui.sidebar import Place, SideBar
from craftdesk.ui.tasks import ProgressStrip
from craftdesk.ui.theme import px

if TYPE_CHECKING:
    from craftdesk.app.printing import Printing
    from craftdesk.data.model import Model
    from craftdesk.desk.desk import Desk, Opened, PaperWish, Told
    from craftdesk.desk.feature import Feature, Page
    from craftdesk.ui.table import TableView

UNDO = "Ctrl+Z"
AGAIN = "Ctrl+Shift+P"
"""Prints the last paper again."""
EXPORT, EXPORTS = "Ctrl+E", "exports"
"""Writes the list in sight into a file; lists ask for that by this property (ui.table)."""
FIRST_SIZE = QSize(1366, 768)
HOME = "home"


class Wish(NamedTuple):
    """A page to open, and what to show on it."""

    page: str
    record: str | None = None


class Standing(NamedTuple):
    """Where the user stands on a page: what is opened on it, and how that stands."""

    record: str | None
    kept: Kept

    @classmethod
    def of(cls, page: QWidget) -> Standing:
        opened: Callable[[], str | None] = getattr(page, "opened_record", lambda: None)
        return cls(opened(), kept_in(page))

    def go_on(self, page: Any) -> None:
        if self.record is not None:
            page.open_record(self.record)
        take_up(page, self.kept)


class Window(QMainWindow):
    """Everything inside is built by `build`, and built anew when language or look change; the open page stays open.

    `redress_wished` asks for that when the user chooses another language. The last `foot` of the places stand at the
    foot of the side bar. `blank` builds the first page while there is no desk yet.
    """

    redress_wished = Signal()

    def __init__(self, places: Sequence[Place], foot: int, blank: Callable[[], QWidget], who: str = "") -> None:
        super().__init__()
        self.desk: Desk | None = None
        self.pages: Mapping[str, Page] = {}
        self.features: Sequence[Feature] = ()
        self._who = who
        self._places = places
        self._foot = foot
        self._blank = blank
        self._wished = Wish(HOME)
        self._built: dict[str, QWidget] = {}
        self._stood: dict[str, Standing] = {}
        self.setProperty(EXPORTS, self.export_list)
        self._undo = QShortcut(QKeySequence(UNDO), self)
        self._undo.activated.connect(self._take_back)
        everywhere = (
            ("F1", self.show_shortcuts),
            ("Ctrl+/", self.show_shortcuts),
            (AGAIN, self.print_again),
            (EXPORT, self.export_shown),
        )
        for keys, run in everywhere:
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        self._build()

    def attach(self, desk: Desk, features: Sequence[Feature], pages: Sequence[Page]) -> None:
        """Bring in the office: from now on pages open."""
        from craftdesk.app.warming import warm_later  # noqa: PLC0415 - what it is about is brought in later still

        self.desk, self.features = desk, features
        desk.panels = [panel for feature in features for panel in feature.panels]
        self.pages = {page.name: page for page in pages}
        desk.told.connect(self._tell)
        desk.opened.connect(self._open_wished)
        desk.page_wished.connect(self.open_page)
        desk.paper_wished.connect(self._show_paper)
        places = [Place(page.name, page.title, page.icon) for page in pages]
        if places == list(self._places):
            self._furnish(desk)
        else:
            self._places = places
            self._build()
        self.open_page(self._wished.page, self._wished.record)
        warm_later(desk, features)

    def _furnish(self, desk: Desk) -> None:
        """Fill what stands already with what the office says."""
        from craftdesk.app.loading import chamber_of  # noqa: PLC0415 - opens the database

        self.side.note.setText(chamber_of(desk.database) or "")
        self.side.status.setText(apart(shown_name(desk.database.who)))
        self._strip.addWidget(ProgressStrip(desk.worker))
        if (before := self._built.pop(HOME, None)) is not None:
            self.stack.removeWidget(before)
            before.deleteLater()

    def _build(self) -> None:
        """Side bar, search, message bar and the first page, in the language and look of now."""
        self._built = {}
        self._shows_printing = False
        self.setWindowTitle(_("CraftDesk"))
        self.stack = QStackedWidget()
        self.side = SideBar(*self._sides(), _("CraftDesk"), "", self._who)
        self.side.chosen.connect(self.open_page)
        self.messages = MessageBar()
        self.messages.shown.connect(self._share_undo)
        self.messages.emptied.connect(lambda: self._undo.setEnabled(True))
        self.search = SearchBox(self._search)
        self.search.picked.connect(self._go)
        self.search.left.connect(self._enter)
        self.setProperty("carried", self.search)
        self.side.add_foot(LanguageSwitch(self._speak))
        self._lay_out()
        self.search.bind(self.stack)
        self._restore_geometry()
        if self.desk is not None:
            self._furnish(self.desk)
        self._show(HOME)
        self.stack.setFocus()

    def _sides(self) -> tuple[Sequence[Place], Sequence[Place]]:
        split = len(self._places) - self._foot
        return self._places[:split], self._places[split:]

    def _lay_out(self) -> None:
        self._strip = QVBoxLayout()
        self._strip.setContentsMargins(px(24), 0, px(24), px(18))
        self._strip.setSpacing(px(8))
        self._strip.addWidget(self.messages)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addLayout(self._strip)
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

    def _speak(self, code: str) -> None:
        settings.change(language=code)
        self.redress_wished.emit()

    def page(self) -> str:
        """The name of the open page."""
        return self.side.current() or HOME

    def opened(self, name: str) -> QWidget | None:
        """The page of this name, if it was built."""
        return self._built.get(name)

    def open_page(self, name: str, record: str | None = None) -> None:
        """Show a page (it is built when it is opened for the first time), and on it what `record` names."""
        if self.desk is None:
            self._wished = Wish(name, record)
            self.side.show_place(name)
            return
        page: Any = self._show(name)
        stood = self._stood.pop(name, None)
        if record is not None:
            page.open_record(record)
        elif stood is not None:
            stood.go_on(page)

    def _show(self, name: str) -> QWidget:
        if name not in self._built:
            self._built[name] = self._made(name)
            self.stack.addWidget(self._built[name])
        self.side.show_place(name)
        self.stack.setCurrentWidget(self._built[name])
        self._enter()
        return self._built[name]

    def _enter(self) -> None:
        """Let the keyboard go on inside the open page."""
        enter(self._built[self.page()], passing_over=self.search)

    def _made(self, name: str) -> QWidget:
        return self._blank() if self.desk is None else self.pages[name].build(self.desk)

    def open_record(self, model: type[Model], key: str) -> None:
        """Show a record on the page that shows its kind."""
        name = next((page.name for page in self.pages.values() if model.__tablename__ in page.opens), None)
        if name is not None:
            self.open_page(name, key)

    def rebuild(self) -> None:
        """Build everything anew, and stay on every page where the user was."""
        name = self.page()
        if self.desk is not None:
            self.desk.leaving.emit()
            self._stood |= {each: Standing.of(page) for each, page in self._built.items()}
        self.keep_geometry()
        self._build()
        self.open_page(name, self._wished.record if self.desk is None else None)

    def _open_wished(self, wish: Opened) -> None:
        self.open_record(wish.model, wish.key)

    def _show_paper(self, wish: PaperWish) -> None:
        from craftdesk.app.paper_window import PaperWindow  # noqa: PLC0415 - draws PDF pages; not needed to start

        if self.desk is not None:
            self._printing(self.desk)
            papers = {paper.name: paper for feature in self.features for paper in feature.papers}
            PaperWindow(self.desk, papers[wish.name], wish.keys, wish.language, self).open()

    def print_again(self) -> None:
        """The last printed paper once more."""
        if self.desk is not None:
            self._printing(self.desk).again()

    def export_shown(self) -> None:
        """Write the list in sight into a file: the one in which the cursor stands, or the first."""
        from craftdesk.ui.table import TableView  # noqa: PLC0415 - the first page has no list

        shown = [table for table in self.stack.findChildren(TableView) if table.isVisible()]
        shown.sort(key=lambda table: not table.isAncestorOf(self.focusWidget()))
        if shown:
            self.export_list(shown[0])

    def export_list(self, table: TableView[Any]) -> None:
        """Ask how to write a list into a file."""
        from craftdesk.app.exporting import ask  # noqa: PLC0415 - not needed to start

        if self.desk is not None:
            listings = [listing for feature in self.features for listing in feature.lists]
            ask(self.desk, table, listings, self)

    def _printing(self, desk: Desk) -> Printing:
        """What prints, with its strip: a paper's window may be closed before its last page is sent."""
        from craftdesk.app.printing import printing_of  # noqa: PLC0415 - draws PDF pages; not needed to start

        printing = printing_of(desk)
        if not self._shows_printing:
            self._shows_printing = True
            self._strip.addWidget(ProgressStrip(printing.worker))
        return printing

    def _search(self, typed: str) -> list[Hit]:
        from craftdesk.app import finding  # noqa: PLC0415 - asks the database

        if self.desk is None:
            return []
        finders = [finder for feature in self.features for finder in feature.finders]
        found = self.desk.read(finding.hits, typed, finders)
        return [*map(finding.shown, found), *finding.pages(typed, self._places)]

    def _go(self, hit: Hit) -> None:
        from craftdesk.app import finding  # noqa: PLC0415 - asks the database

        finding.go(hit.key, self.open_record, self.open_page)

    def _tell(self, told: Told) -> None:
        actions: list[Action] = []
        if told.undo is not None:
            actions.append(Action(N_("Undo"), "", lambda: self._take_back(told.undo), UNDO))
        self.messages.tell(Message(told.text, Mood(told.tone), actions))

    def _take_back(self, set_id: str | None = None) -> None:
        if self.desk is not None:
            self.desk.undo(set_id)

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
        if self.desk is not None:
            self.desk.leaving.emit()
        self.keep_geometry()
        super().closeEvent(event)
