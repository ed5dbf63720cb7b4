"""The office and this machine: everything that can be set."""

from typing import Any

from PySide6.QtWidgets import QWidget

from craftdesk.app.given_panel import GivenPanel
from craftdesk.app.printing_card import PrintingCard
from craftdesk.app.who import shown_name
from craftdesk.base import settings
from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import isolate
from craftdesk.desk.desk import Desk
from craftdesk.features.dossiers.ui.checklists_panel import ChecklistsPanel
from craftdesk.features.fees.ui.amounts_panel import AmountsPanel
from craftdesk.features.office.ui.activities_panel import ActivitiesPanel
from craftdesk.features.office.ui.details_panel import DetailsPanel
from craftdesk.features.office.ui.letterhead_panel import LetterheadPanel
from craftdesk.ui.cards import Card, column, row
from craftdesk.ui.facts import Facts
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.page import PageFrame
from craftdesk.ui.tabs import Tab, Tabs
from craftdesk.ui.theme import px

_DECLARED = settings.declared()
FIELDS = {
    "user": Field(N_("Your name"), hint=N_("As it shall stand in the history")),
    "language": Field(
        N_("Language of the screens"), kind=Kind.CHOICE, choices=_DECLARED["language"].metadata["choices"]
    ),
    "theme": Field(N_("Colours"), kind=Kind.CHOICE, choices=_DECLARED["theme"].metadata["choices"]),
    "compact": Field(N_("Lower rows"), kind=Kind.YES_NO),
}


class SettingsPage(PageFrame):
    """Its tabs are what `open_record` opens."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Office and settings"))
        self.tabs = Tabs(
            (
                Tab("office", N_("The office"), lambda: DetailsPanel(desk)),
                Tab("letterhead", N_("Letterhead"), lambda: LetterheadPanel(desk)),
                Tab("activities", N_("Activities"), lambda: ActivitiesPanel(desk)),
                Tab("procedures", N_("Procedures"), lambda: ChecklistsPanel(desk)),
                Tab("given", N_("Data given out"), lambda: GivenPanel(desk)),
                Tab("fees", N_("Fees"), lambda: AmountsPanel(desk)),
                Tab("machine", N_("This machine"), lambda: MachinePanel(desk)),
            )
        )
        self.set_body(self.tabs)

    def open_record(self, key: str) -> None:
        self.tabs.open(key)

    def opened_record(self) -> str:
        return self.tabs.current()


class MachinePanel(QWidget):
    """What holds for this user on this machine; it is in force at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(FIELDS, [FormSection("", tuple(FIELDS), columns=1)], scrolls=False)
        self._show()
        self.form.changed.connect(self._change)
        self.form.left.connect(self._take_name)
        chosen = Card(_("How the program looks and speaks"))
        chosen.add(self.form)
        chosen.setMaximumWidth(px(560))
        files = Card(_("Where the files are"))
        files.add(
            Facts(
                [(_("Office file"), isolate(str(desk.database.path.resolve()))), (_("This desk"), desk.database.desk)]
            )
        )
        files.setMaximumWidth(px(560))
        printed = PrintingCard(desk)
        printed.setMaximumWidth(px(560))
        sides = (column(chosen, spacing=14), column(printed, files, spacing=14))
        lines = row(spacing=14)
        for side in sides:
            side.addStretch(1)
            lines.addLayout(side, 1)
        self.setLayout(lines)

    def _show(self) -> None:
        kept = settings.load()
        values: dict[str, Any] = {name: getattr(kept, name) for name in FIELDS}
        self.form.set_values({**values, "user": kept.user or shown_name(self._desk.database.who)})

    def _change(self, name: str) -> None:
        value = self.form.values()[name]
        if name != "user" and value is not None and value != getattr(settings.load(), name):
            settings.change(**{name: value})
            self._desk.settings_changed.emit()

    def _take_name(self, name: str) -> None:
        value = self.form.values()["user"]
        if name == "user" and value and value != self._desk.database.who:
            self._desk.database.who = value
            settings.change(user=value)
            self._desk.settings_changed.emit()
