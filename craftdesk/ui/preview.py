"""A paper inside the program: seen page by page, printed, saved, opened in another program."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import isolate
from craftdesk.ui.actions import Action, ActionButton, bind, refresh
from craftdesk.ui.cards import column, row
from craftdesk.ui.labels import Label
from craftdesk.ui.pages_view import STEP, PagesView, draw, sizes

SHARPEST = 300
"""Dots an inch at which pages are sent to a printer; more only makes its queue longer."""


class PaperPreview(QWidget):
    """The paper with its buttons; `told` says what came of saving or printing, `failed` why it did not."""

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, pdf: bytes = b"", title: str = "") -> None:
        super().__init__()
        self._title = title
        self._pdf = b""
        self.view = PagesView()
        self.count = Label("", "muted")
        self.actions_ = [
            Action(N_("Print"), "ph.printer", self.ask_printer, "Ctrl+P", self.is_full, primary=True),
            Action(N_("Save as"), "ph.floppy-disk", self.ask_path, "Ctrl+S", self.is_full),
            Action(N_("Open in another program"), "ph.arrow-square-out", self.open_outside, "Ctrl+O", self.is_full),
        ]
        zooms = [
            Action("", "ph.magnifying-glass-plus", lambda: self.view.zoom_by(STEP), "Ctrl++", tip=N_("Larger")),
            Action("", "ph.magnifying-glass-minus", lambda: self.view.zoom_by(1 / STEP), "Ctrl+-", tip=N_("Smaller")),
            Action("", "ph.arrows-out-line-horizontal", self.view.fit_width, "Ctrl+0", tip=N_("Whole width")),
        ]
        self.bar = row(*map(ActionButton, zooms), self.count)
        self.bar.addStretch(1)
        for action in self.actions_:
            self.bar.addWidget(ActionButton(action))
        outer = column(spacing=10)
        outer.addLayout(self.bar)
        outer.addWidget(self.view, 1)
        self.setLayout(outer)
        bind(self, [*self.actions_, *zooms])
        self.setFocusProxy(self.view)
        self.view.turned.connect(self._count)
        if pdf:
            self.show_paper(pdf, title)

    def show_paper(self, pdf: bytes, title: str) -> None:
        self._pdf, self._title = pdf, title
        self.view.show_file(pdf)
        self._count(0)
        refresh(self)

    def is_full(self) -> bool:
        return bool(self._pdf)

    @property
    def pages(self) -> int:
        return self.view.pages

    def _count(self, page: int) -> None:
        shown = isolate(f"{page + 1} / {self.pages}")
        self.count.setText(_("Page {count}").format(count=shown) if self.pages else "")

    def ask_printer(self) -> None:
        """Let the user choose a printer and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(1, self.pages))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_to(printer)

    def print_to(self, printer: QPrinter) -> None:
        """Print the pages that the printer's settings ask for, each on a sheet of its own size and direction."""
        sheets = sizes(self._pdf) if self._pdf else []
        first, last = printer.fromPage() or 1, printer.toPage() or self.pages
        painter = QPainter()
        for number in range(first - 1, min(last, self.pages)):
            _set_sheet(printer, sheets[number])
            begun = painter.isActive() and printer.newPage()
            if not begun and not painter.begin(printer):
                self.failed.emit(_("The printer does not answer. Check that it is switched on, then print again."))
                return
            sharpness = min(printer.resolution(), SHARPEST) / 72
            sheet = printer.pageLayout().fullRectPixels(printer.resolution())
            painter.drawImage(sheet, draw(self._pdf, number, sharpness))
        painter.end()
        self.told.emit(_("Sent to the printer: {title}").format(title=self._title))

    def ask_path(self) -> None:
        """Let the user choose where to save the file."""
        name = "".join(" " if letter in '\\/:*?"<>|' else letter for letter in self._title).strip()
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as"), f"{name}.pdf", "PDF (*.pdf)")
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Write the file; one that was there stays until the new one is whole."""

        def write() -> None:
            part = path.with_name(f"{path.name}.part")
            part.write_bytes(self._pdf)
            part.replace(path)
            self.told.emit(_("Saved: {name}").format(name=isolate(path.name)))

        self._try(write)

    def open_outside(self) -> None:
        """Hand a copy to the program that opens PDF files on this computer."""

        def hand_over() -> None:
            folder = Path(tempfile.mkdtemp(prefix="craftdesk-"))
            path = folder / "craftdesk.pdf"
            path.write_bytes(self._pdf)
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self.failed.emit(_("No program on this computer opens PDF files."))

        self._try(hand_over)

    def _try(self, run: Callable[[], None]) -> None:
        try:
            run()
        except OSError as error:
            self.failed.emit(_("The file could not be written: {why}").format(why=error.strerror or str(error)))


def _set_sheet(printer: QPrinter, size: tuple[float, float]) -> None:
    """The sheet of a page of this width and height in points; the page's own margins are inside it."""
    width, height = size
    upright = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(upright, turned, QMarginsF()))
