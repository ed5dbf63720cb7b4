"""The list of activities, imported from a file."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from craftdesk.base import settings
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads, writes
from craftdesk.features.office.models import Activity
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import EmptyState, column, row
from craftdesk.ui.filters import FilterBox
from craftdesk.ui.table import Column, Style, TableView


def _sector(activity: Activity) -> str:
    sector = reads.sector_of(activity.code)
    return f"{sector.code}  {sector.label()}" if sector else ""


def _domain(activity: Activity) -> str:
    domain = reads.domain_of(activity.code)
    return domain.label() if domain else ""


COLUMNS: tuple[Column[Activity], ...] = (
    Column(N_("Activity code"), lambda each: each.code, Style.CODE, width=110),
    Column(N_("Name in Arabic"), lambda each: each.name_ar, Style.NAME, width=250),
    Column(N_("Name in French"), lambda each: each.name_fr, width=220),
    Column(N_("Sector"), _sector, width=200),
    Column(N_("Domain"), _domain, width=260),
)


class ActivitiesPanel(QWidget):
    """A file that is imported again changes the names that differ and adds what is new."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        load = Action(N_("Import a list"), "ph.download-simple", self.choose_file, "Ctrl+I", primary=True)
        empty = EmptyState(
            "ph.list-numbers",
            _("The list of activities is empty"),
            replace(load, primary=False),
            _("A CSV file with three columns: code, name_ar, name_fr"),
        )
        self.table = TableView[Activity](COLUMNS, "activities", key=lambda each: each.id, empty=empty)
        self.box = FilterBox(_("Code or name"))
        self.box.searched.connect(self.refresh_for)
        head = row(self.box)
        head.addStretch(1)
        head.addWidget(ActionButton(load))
        outer = column(spacing=12)
        outer.addLayout(head)
        outer.addWidget(self.table, 1)
        self.setLayout(outer)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, touched: frozenset[object] = frozenset()) -> None:
        if not touched or Activity in touched:
            self.refresh_for(self.box.text())

    def refresh_for(self, typed: str) -> None:
        self.table.show_rows(self._desk.read(reads.activities, typed))

    def choose_file(self) -> None:
        folder = settings.load().recent_folder
        kinds = _("Lists") + " (*.csv *.txt)"
        path, _kind = QFileDialog.getOpenFileName(self, _("List of activities"), folder, kinds)
        if path:
            settings.change(recent_folder=str(Path(path).parent))
            self.take_over(Path(path))

    def take_over(self, path: Path) -> None:
        """Import the file; its faults are told with their lines and nothing is taken."""
        try:
            done = self._desk.write(writes.import_activities, path)
        except UserError as error:
            self._desk.tell(str(error), "bad")
            return
        if not done.new + done.changed:
            self._desk.tell(_("The file says the same as the list."))
