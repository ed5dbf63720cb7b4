"""The scanned papers on an artisan's card."""

from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import _
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.features.dossiers import reads
from craftdesk.features.dossiers.models import Scan
from craftdesk.features.dossiers.ui.scans_view import ScansView
from craftdesk.ui.cards import column


class ArtisanScans(QWidget):
    """All of them, newest first, whether they belong to a file or not; what is attached here belongs to none."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        super().__init__()
        self._desk, self._key = desk, artisan_id
        self.view = ScansView(desk, _("No scan yet: drop a PDF file or a picture here."))
        self.setLayout(column(self.view))
        desk.changed.connect(self._follow)
        self._follow(frozenset({Scan}))

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        if Scan in touched:
            self.view.show_scans(self._key, self._desk.read(reads.scans_of_artisan, self._key))
