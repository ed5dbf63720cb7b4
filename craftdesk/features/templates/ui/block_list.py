"""The blocks of a template from top to bottom, those inside others set in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.features.templates.rules import sample
from craftdesk.features.templates.ui.words import BLOCK_ICONS, block_in_words, kind_in_words
from craftdesk.pdf.template.faults import Fault, Place, blocks_of
from craftdesk.pdf.template.source import Template, Told
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import column
from craftdesk.ui.table import Column, Style, TableView

_INSET = "\u2003"


@dataclass(frozen=True)
class Row:
    """A block in the list; the page itself has an empty place."""

    place: Place
    title: str
    kind: str
    icon: str
    faulty: bool

    @property
    def id(self) -> str:
        return ".".join(map(str, self.place)) or "page"


class BlockList(QWidget):
    """Chooses a block; the page stands first."""

    chosen = Signal(object)
    """the place of the chosen block"""

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        self.table = TableView[Row](_columns(), "", lambda each: each.id, actions)
        self.table.chosen.connect(lambda each: self.chosen.emit(each.place) if each else None)
        self.setLayout(column(self.table))

    def show_template(self, template: Template, faults: Sequence[Fault]) -> None:
        faulty = {each.place for each in faults}
        page = Row((), _("Page"), _("Sheet, frame, margins"), "ph.file", () in faulty)
        values = sample(PURPOSES[template.purpose]).values
        rows = [
            _row(place, block, block_in_words(block, values), place in faulty) for place, block in blocks_of(template)
        ]
        self.table.show_rows([page, *rows])

    def go_to(self, place: Place) -> None:
        self.table.select(Row(place, "", "", "", faulty=False).id)

    def place(self) -> Place:
        row = self.table.row()
        return row.place if row else ()


def _row(place: Place, block: Told, words: str, faulty: bool) -> Row:
    inset = _INSET * (len(place) - 1)
    kind = kind_in_words(block)
    return Row(
        place, inset + words, inset + (kind if kind != words else ""), BLOCK_ICONS.get(block["kind"], ""), faulty
    )


def _columns() -> list[Column[Row]]:
    return [
        Column("", _sign, Style.ICON, tone=lambda row: "bad" if row.faulty else "faint", name="sign", width=34),
        Column(N_("Block"), lambda row: row.title, Style.NAME, lambda row: row.kind, name="block", width=110),
    ]


def _sign(row: Row) -> str:
    return "ph.warning-circle" if row.faulty else row.icon
