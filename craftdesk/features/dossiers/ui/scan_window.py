"""A scan to be read: its pages or its picture, its name and its day."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_percent, isolate
from craftdesk.desk.desk import Desk
from craftdesk.features.dossiers import reads, writes
from craftdesk.features.dossiers.models import Scan
from craftdesk.features.dossiers.rules import JPEG, PDF
from craftdesk.features.dossiers.ui.words import scan_detail
from craftdesk.ui.actions import Action, ActionButton, bind
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.icons import chevron
from craftdesk.ui.inputs import EntryLine, TypedInput, date_input
from craftdesk.ui.labels import Label
from craftdesk.ui.messages import MessageBar, Mood
from craftdesk.ui.picture_view import STEP, PictureView, read_picture
from craftdesk.ui.preview import saving
from craftdesk.ui.preview.bar import PreviewBar
from craftdesk.ui.preview.pages_view import PagesView
from craftdesk.ui.theme import px

SHARE = 0.94
"""How much of the window behind it the scan covers."""
SUFFIXES = {PDF: "pdf", JPEG: "jpg"}


class ScanWindow(QDialog):
    """Alt+Left and Alt+Right go through the scans of a file; a name or a day that is changed is kept at once."""

    def __init__(self, desk: Desk, keys: Sequence[str], key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._keys = desk, list(keys)
        self.scan: Scan | None = None
        self._data = b""
        self.name = EntryLine()
        self.name.setAccessibleName(_("Name of the scan"))
        self.day: TypedInput = date_input()
        self.day.setFixedWidth(px(150))
        self.detail = Label("", "muted")
        self.messages = MessageBar()
        self._place = column(spacing=10)
        self.view: PagesView | PictureView | None = None
        self._steps = [
            Action("", chevron(False), lambda: self.step(-1), "Alt+Up", self._has_before, tip=N_("The one before")),
            Action("", chevron(True), lambda: self.step(1), "Alt+Down", self._has_after, tip=N_("The next one")),
        ]
        self._buttons = [ActionButton(each) for each in self._steps]
        self._lay_out()
        self.name.left.connect(self.keep_words)
        self.name.returnPressed.connect(self._done_naming)
        self.day.left.connect(self.keep_words)
        bind(self, self._steps)
        if parent is not None:
            self.resize(parent.window().size() * SHARE)
        self.show_scan(key)

    def _lay_out(self) -> None:
        head = row(spacing=10)
        head.addWidget(self.name, 1)
        head.addWidget(self.day)
        head.addWidget(self.detail)
        for button in self._buttons:
            head.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(16), px(20), px(16))
        outer.setSpacing(px(12))
        outer.addLayout(head)
        outer.addLayout(self._place, 1)
        outer.addWidget(self.messages)

    def _at(self) -> int:
        return self._keys.index(self.scan.id) if self.scan and self.scan.id in self._keys else 0

    def _has_before(self) -> bool:
        return self._at() > 0

    def _has_after(self) -> bool:
        return self._at() < len(self._keys) - 1

    def step(self, by: int) -> None:
        """Go to another scan of the same file."""
        self.keep_words()
        self.show_scan(self._keys[max(0, min(self._at() + by, len(self._keys) - 1))])

    def show_scan(self, key: str) -> None:
        scan = self._desk.read(reads.scan, key)
        if scan is None:
            self.close()
            return
        self.scan, self._data = scan, self._desk.read(reads.content, key)
        self.setWindowTitle(scan.name)
        self.name.setText(scan.name)
        self.day.set_value(scan.day)
        self.detail.setText(scan_detail(scan))
        clear(self._place)
        self.view = self._pages() if scan.media == PDF else self._picture()
        if self.view is None:
            self._place.addWidget(Label(_("This scan cannot be shown: its content is broken."), "muted"), 1)
        else:
            self.view.setFocus()
        for button in self._buttons:
            button.refresh()

    def _pages(self) -> PagesView | None:
        view = PagesView()
        try:
            view.show_file(self._data)
        except pypdfium2.PdfiumError:
            return None
        outside = N_("Open in another program")
        doing = [Action("", "ph.arrow-square-out", self.open_outside, "Ctrl+O", tip=outside), self._saves()]
        bar = PreviewBar(view, [], doing)
        bar.bind_to(view, self)
        bar.page.show_page()
        self._place.addWidget(bar)
        self._place.addWidget(view, 1)
        return view

    def _picture(self) -> PictureView | None:
        view = PictureView()
        if not view.show_picture(read_picture(self._data)):
            return None
        actions = [
            Action("", "ph.magnifying-glass-minus", lambda: view.zoom_by(1 / STEP), "Ctrl+-", tip=N_("Smaller")),
            Action("", "ph.magnifying-glass-plus", lambda: view.zoom_by(STEP), "Ctrl++", tip=N_("Larger")),
            Action("", "ph.frame-corners", view.fit, "Ctrl+0", tip=N_("Whole picture")),
            Action("", "ph.arrow-clockwise", view.turn, "Ctrl+R", tip=N_("Turn it")),
        ]
        saves, zoom = self._saves(), Label("", "muted")
        view.zoomed.connect(lambda: zoom.setText(format_percent(view.zoom)))
        bar = row(*map(ActionButton, actions), zoom)
        bar.addStretch(1)
        bar.addWidget(ActionButton(saves))
        bind(view, [*actions, saves])
        self._place.addLayout(bar)
        self._place.addWidget(view, 1)
        return view

    def _saves(self) -> Action:
        return Action(N_("Save as"), "ph.floppy-disk", self.ask_path, "Ctrl+S")

    def ask_path(self) -> None:
        """Let the user choose where to save a copy."""
        if self.scan is None:
            return
        suffix = SUFFIXES.get(self.scan.media, "png")
        name = f"{saving.file_name(self.scan.name).removesuffix('.pdf')}.{suffix}"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as"), name)
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        try:
            saving.save(self._data, path)
        except UserError as error:
            self.messages.say(str(error), Mood.BAD)
        else:
            self.messages.say(_("Saved: {name}").format(name=isolate(path.name)))

    def open_outside(self) -> None:
        """Hand a copy to the program that opens PDF files on this computer."""
        try:
            saving.open_outside(self._data, self.name.text())
        except UserError as error:
            self.messages.say(str(error), Mood.BAD)

    def begin_naming(self) -> None:
        self.name.setFocus()
        self.name.selectAll()

    def _done_naming(self) -> None:
        self.keep_words()
        if self.view is not None:
            self.view.setFocus()

    def keep_words(self) -> None:
        """Write down a name or a day that was changed."""
        if self.scan is None:
            return
        name, day = " ".join(self.name.text().split()), self.day.value() or self.scan.day
        if (name or self.scan.name, day) == (self.scan.name, self.scan.day):
            return
        self._desk.write(writes.save_scan, self.scan.id, name or self.scan.name, day)
        self.scan = self._desk.read(reads.scan, self.scan.id)
        if self.scan is not None:
            self.setWindowTitle(self.scan.name)
            self.detail.setText(scan_detail(self.scan))

    def done(self, result: int) -> None:
        self.keep_words()
        super().done(result)
