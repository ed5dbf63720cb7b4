"""A paper inside the program: read page by page, searched, printed, saved, opened in another program."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import isolate
from craftdesk.ui import layouts
from craftdesk.ui.actions import Action, bind, refresh
from craftdesk.ui.cards import column, row
from craftdesk.ui.preview import saving as paper_saving
from craftdesk.ui.preview.bar import PreviewBar
from craftdesk.ui.preview.file import PaperFile, close_all
from craftdesk.ui.preview.find_bar import FindBar
from craftdesk.ui.preview.pages_view import PagesView
from craftdesk.ui.preview.search import Hit, PaperSearch
from craftdesk.ui.preview.thumbnails import Thumbnails
from craftdesk.ui.preview.worker import PageWorker

THUMBNAILS = "paper.thumbnails"
"""Under this name it is kept whether the small pages are shown."""


class PaperPreview(QWidget):
    """The paper with its buttons; `told` says what came of saving, `failed` why it did not; `printing` is a wish.

    The bar may be laid out elsewhere in a window; then its keys are to work in the whole of it (`keys_in`).
    """

    told = Signal(str)
    failed = Signal(str)
    printing = Signal()

    def __init__(self, pdf: bytes = b"", title: str = "", keys_in: QWidget | None = None) -> None:
        super().__init__()
        self.title = title
        self.pdf = b""
        self._pages = PageWorker(self)
        self.view = PagesView(self._pages)
        self.thumbnails = Thumbnails(self._pages)
        self.search = PaperSearch(self._pages)
        self.find_bar = FindBar(self.search)
        self.bar = PreviewBar(self.view, self._looking(), self._doing())
        self._lay_out()
        self._connect()
        self.bar.bind_to(self, keys_in or self)
        bind(keys_in or self, self.find_bar.actions_)
        if pdf:
            self.show_paper(pdf, title)

    def _looking(self) -> list[Action]:
        full = self.is_full
        return [
            Action("", "ph.columns", self.switch_thumbnails, "F4", full, tip=N_("Small pages beside")),
            Action("", "ph.magnifying-glass", self.find_text, "Ctrl+F", full, tip=N_("Search in the paper")),
        ]

    def _doing(self) -> list[Action]:
        full, outside = self.is_full, N_("Open in another program")
        return [
            Action("", "ph.arrow-square-out", self.open_outside, "Ctrl+O", full, tip=outside),
            Action(N_("Save as"), "ph.floppy-disk", self.ask_path, "Ctrl+S", full),
            Action(N_("Print"), "ph.printer", self.printing.emit, "Ctrl+P", full, primary=True),
        ]

    def _lay_out(self) -> None:
        outer = column(self.bar, self.find_bar, spacing=10)
        pages = row(self.thumbnails, self.view, spacing=8)
        pages.setStretch(1, 1)
        outer.addLayout(pages, 1)
        self.setLayout(outer)
        self.find_bar.hide()
        self.thumbnails.hide()
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.view.turned.connect(self.thumbnails.show_page)
        self.thumbnails.picked.connect(self.view.go_to)
        self.find_bar.asked.connect(self._look_for)
        self.find_bar.closed.connect(self.view.setFocus)
        self.search.changed.connect(self._mark)
        self.search.shown.connect(self._show_hit)
        self._held: list[PaperFile] = []
        self.destroyed.connect(partial(close_all, self._held))

    def show_paper(self, pdf: bytes, title: str, stay: bool = False) -> None:
        """Show a paper from its beginning, or from where the one before it was read."""
        self.pdf, self.title = pdf, title
        file = PaperFile(pdf)
        before, self._held[:] = list(self._held), [file]
        self.view.show_paper(file, stay)
        self.thumbnails.show_paper(file, stay)
        self.search.hold(file)
        self.thumbnails.setVisible(self.pages > 1 and layouts.saved(THUMBNAILS) is not False)
        self.thumbnails.show_page(self.view.page)
        close_all(before)
        refresh(self)
        refresh(self.bar)

    def is_full(self) -> bool:
        return bool(self.pdf)

    def is_settled(self) -> bool:
        """Whether all that is in sight is drawn."""
        strips = [self.view, self.thumbnails] if self.thumbnails.isVisible() else [self.view]
        return all(each.is_settled() for each in strips)

    @property
    def pages(self) -> int:
        return self.view.pages

    def switch_thumbnails(self) -> None:
        shown = not self.thumbnails.isVisible()
        layouts.save(THUMBNAILS, shown)
        self.thumbnails.setVisible(shown)
        self.thumbnails.show_page(self.view.page)

    def find_text(self) -> None:
        self.find_bar.open()

    def _look_for(self, text: str) -> None:
        self.search.look_for(text, self.view.page)

    def _mark(self) -> None:
        self.view.mark(self.search.marks(), self.search.marked())

    def _show_hit(self, hit: Hit) -> None:
        if hit.lines:
            self.view.show_place(hit.page, hit.lines[0])

    def ask_path(self) -> None:
        """Let the user choose where to save the file."""
        name = paper_saving.file_name(self.title)
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as"), name, "PDF (*.pdf)")
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Write the file; one that was there stays until the new one is whole."""
        done = _("Saved: {name}").format(name=isolate(path.name))
        self._try(partial(paper_saving.save, self.pdf, path), done)

    def open_outside(self) -> None:
        """Hand a copy to the program that opens PDF files on this computer."""
        self._try(partial(paper_saving.open_outside, self.pdf, self.title))

    def _try(self, run: Callable[[], None], done: str = "") -> None:
        try:
            run()
        except UserError as error:
            self.failed.emit(str(error))
        else:
            if done:
                self.told.emit(done)
