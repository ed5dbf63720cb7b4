"""A list of scans that takes more: from a file, by Ctrl+V, or dropped; Enter opens one, Del takes one off."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from craftdesk.base import settings
from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.dossiers import writes
from craftdesk.features.dossiers.models import Scan
from craftdesk.features.dossiers.ui import taking_in
from craftdesk.features.dossiers.ui.scan_window import ScanWindow
from craftdesk.features.dossiers.ui.words import scan_detail, scan_icon
from craftdesk.features.dossiers.writes import Given
from craftdesk.ui.actions import Action, ActionButton, bind, fit_words, menu
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.direction import apart
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label


class ScanRow(EventRow):
    """One scan: Enter opens it, F2 names it, Del takes it off."""

    def __init__(self, scan: Scan, actions: Sequence[Action]) -> None:
        super().__init__(scan_icon(scan), apart(scan.name), scan_detail(scan), "primary", actions[0].run)
        self.scan = scan
        self._actions = actions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways: dict[int, int] = {Qt.Key.Key_F2: 1, Qt.Key.Key_Delete: 2}
        steps: dict[int, Callable[[], bool]] = {
            Qt.Key.Key_Down: self.focusNextChild,
            Qt.Key.Key_Up: self.focusPreviousChild,
        }
        if (place := ways.get(event.key())) is not None:
            self._actions[place].run()
        elif move := steps.get(event.key()):
            move()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu(self._actions, self).popup(event.globalPos())


class ScansView(QWidget):
    """Shows scans of one artisan; what comes in is attached to `document_id` where one is chosen."""

    def __init__(self, desk: Desk, nothing: str) -> None:
        super().__init__()
        self._desk, self._nothing = desk, nothing
        self.artisan_id = ""
        self.document_id: str | None = None
        self.scans: Sequence[Scan] = ()
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lines = column(spacing=2)
        self._adds = [
            Action(N_("From a file"), "ph.paperclip", self.choose, tip=N_("Attach a PDF file or a picture")),
            Action(N_("Paste"), "ph.clipboard", self.paste, "Ctrl+V", tip=N_("Paste")),
        ]
        foot = self._foot = row(*(ActionButton(each, small=True) for each in self._adds))
        foot.addStretch(1)
        outer = column(spacing=8)
        outer.addLayout(self._lines)
        outer.addLayout(foot)
        self.setLayout(outer)
        bind(self, self._adds)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_words(self._foot, self.width())

    def show_scans(self, artisan_id: str, scans: Sequence[Scan], document_id: str | None = None) -> None:
        self.artisan_id, self.document_id, self.scans = artisan_id, document_id, scans
        clear(self._lines)
        for each in scans:
            self._lines.addWidget(ScanRow(each, self._actions(each)))
        if not scans:
            self._lines.addWidget(Label(self._nothing, "muted", wrap=True))

    def _actions(self, scan: Scan) -> list[Action]:
        return [
            Action(N_("Open"), "ph.arrow-square-out", partial(self.open_scan, scan.id)),
            Action(N_("Rename"), "ph.pencil-simple", partial(self.open_scan, scan.id, naming=True), "F2"),
            Action(N_("Remove"), "ph.trash", partial(self.remove, scan.id), "Del"),
        ]

    def open_scan(self, key: str, naming: bool = False) -> ScanWindow:
        window = ScanWindow(self._desk, [each.id for each in self.scans], key, self.window())
        window.open()
        if naming:
            window.begin_naming()
        return window

    def remove(self, key: str) -> None:
        """To the bin; the message offers to undo it."""
        self._desk.write(writes.remove_scan, key)

    def choose(self) -> None:
        """Attach files of this computer."""
        kinds = _("Scans") + " (*.pdf *.jpg *.jpeg *.png)"
        folder = settings.load().recent_folder
        paths, _kind = QFileDialog.getOpenFileNames(self, _("Attach a PDF file or a picture"), folder, kinds)
        if paths:
            settings.change(recent_folder=str(Path(paths[0]).parent))
            self.take(lambda: [taking_in.read_file(Path(path)) for path in paths])

    def paste(self) -> None:
        self.take(taking_in.pasted)

    def take(self, ask: Callable[[], Sequence[Given]]) -> None:
        """Attach what is given; what cannot be kept is told, and nothing is taken."""
        try:
            for given in ask():
                self._desk.write(writes.attach, self.artisan_id, given, today(), self.document_id)
        except UserError as error:
            self._desk.tell(str(error), "bad")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if taking_in.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        mime = event.mimeData()
        self.take(lambda: taking_in.from_mime(mime))
        event.acceptProposedAction()
