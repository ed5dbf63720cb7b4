"""The place of files in the side bar: the list, one file, or the form of a new one."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from craftdesk.base.i18n import N_
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import NEW
from craftdesk.features.dossiers import reads
from craftdesk.features.dossiers.rules import Standing
from craftdesk.features.dossiers.ui.dossier_form import DossierForm
from craftdesk.features.dossiers.ui.dossier_list import DossierList
from craftdesk.features.dossiers.ui.dossier_page import DossierPage
from craftdesk.features.dossiers.ui.scan_window import ScanWindow
from craftdesk.features.dossiers.ui.telling import NARROWED
from craftdesk.features.roster.models import Artisan
from craftdesk.ui.actions import Action, bind

FORM = "form"


class DossiersPage(QStackedWidget):
    """Shows one of the three at a time; a file is built anew whenever it is opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = DossierList(desk, self.open_record, self.begin)
        self.form: DossierForm | None = None
        self.dossier: DossierPage | None = None
        self.addWidget(self.list)

    def begin(self, artisan_id: str | None = None) -> None:
        """The form of a new file, of this artisan if one is named."""
        if self.form is None:
            self.form = DossierForm(self._desk, self.open_record, self.leave_form)
            self._hear_new(self.form)
            self.addWidget(self.form)
        else:
            self.form.keep_draft()
        self.setCurrentWidget(self.form)
        self.form.start(artisan_id)

    def _hear_new(self, place: QWidget) -> None:
        bind(place, [Action(N_("New file"), "ph.plus", self.begin, "Ctrl+N")])

    def leave_form(self) -> None:
        """Back to the file from which the form was opened, or to the list."""
        if self.dossier:
            self.open_record(self.dossier.key)
        else:
            self.show_list()

    def show_list(self) -> None:
        self._drop()
        self.setCurrentWidget(self.list)
        self.list.table.grid.setFocus()

    def open_record(self, key: str) -> None:
        """Show a file; "new …" with an artisan's key begins one, "narrowed to …" the list, a scan's key the scan."""
        if key == FORM:
            self.begin()
        elif key.startswith(NEW):
            self.begin(key.removeprefix(NEW))
        elif key.startswith(NARROWED):
            self.show_list()
            self.list.narrow(standing=Standing(key.removeprefix(NARROWED)))
        elif self._desk.read(reads.is_there, key):
            self._show(key)
        elif not self._open_scan(key):
            self.show_list()

    def _open_scan(self, key: str) -> bool:
        """A scan of a file is shown over the file, any other over the list."""
        scan = self._desk.read(reads.scan, key)
        if scan is None:
            return False
        owner = self._desk.read(reads.dossier_of_scan, key)
        if owner:
            self._show(owner)
        else:
            self.show_list()
            self._desk.open_record(Artisan, scan.artisan_id)
        ScanWindow(self._desk, [key], key, self.window()).open()
        return True

    def _show(self, key: str) -> None:
        self._drop()
        self.dossier = DossierPage(self._desk, key, self.show_list)
        self._hear_new(self.dossier)
        self.addWidget(self.dossier)
        self.setCurrentWidget(self.dossier)
        self.dossier.documents.first().setFocus()

    def opened_record(self) -> str | None:
        if self.form is not None and self.currentWidget() is self.form:
            return FORM
        return self.dossier.key if self.dossier else None

    def _drop(self) -> None:
        if self.dossier:
            self._desk.changed.disconnect(self.dossier.follow)
            self.removeWidget(self.dossier)
            self.dossier.deleteLater()
            self.dossier = None
