"""Looking through a list before it is taken over: groups of rows, the table, the row beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_number
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads as office
from craftdesk.features.roster import importing
from craftdesk.features.roster.headings import ACTIVITY_CODE, ACTIVITY_NAME, targets
from craftdesk.features.roster.importing import Preview
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.rows import Choice, Row
from craftdesk.features.roster.ui.import_side import RowSide
from craftdesk.features.roster.ui.import_table import RowsTable
from craftdesk.features.roster.ui.import_words import GROUPS, Shown, target_label
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.direction import apart, margins
from craftdesk.ui.icons import IconLabel, icon
from craftdesk.ui.labels import Label
from craftdesk.ui.suggestions import Choice as Suggested
from craftdesk.ui.theme import px

WIDE = 332
"""Two numbers of eighteen digits stand side by side."""
_SUGGESTED = 8
_PLACES = frozenset({"home_commune_id", "activity_commune_id"})
_MENUS: Mapping[str, tuple[str, ...]] = {
    N_("Names"): (
        *("names_ar", "given_first_ar", "family_ar", "given_ar"),
        *("names_la", "given_first_la", "family_la", "given_la"),
    ),
    N_("Person"): ("sex", "birth_date", "birth_year", "birth_place", "birth_act", "nin"),
    N_("Address and phone"): (
        *("home_address", "home_commune_id", "activity_address", "activity_commune_id", "phone", "other_phone"),
    ),
    N_("Register and card"): (
        *("register_no", "registered_on", "status", "card_no", "card_kind", "card_issued_on", "card_until"),
    ),
    N_("Activity"): ("activity_code", "activity_name", "rank", "form", "premises", "metal", "started_on"),
}
"""What a column may be taken for, as the menu parts it; what is not here follows at the end."""
HINT = N_("Typing, F2 or a double click mends a cell; a click on a heading chooses what its column holds.")


@dataclass(frozen=True)
class PlaceInList:
    """Where the clerk stands: the group of rows, and the cell by its row and column among them."""

    group: str
    row: int
    column: int


class PreviewView(QWidget):
    """The second step of an import. `judged` is told whenever the rows were judged anew."""

    judged = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.looked: Preview | None = None
        self._group = "all"
        self.groups = row()
        self.buttons: dict[str, QPushButton] = {}
        self._exclusive = QButtonGroup(self)
        self.table = RowsTable(self._suggest)
        self.side = RowSide(self.decide, partial(desk.open_record, Artisan))
        self._lay_out()
        self.table.chosen.connect(lambda chosen: self.side.show_row(self.looked, chosen))
        self.table.moved.connect(self._tell_reason)
        self.table.rows_model.edited.connect(self._mend)
        self.table.headings.sectionClicked.connect(self._offer_targets)

    def _lay_out(self) -> None:
        self._sign = IconLabel("ph.info", "muted", 16)
        self.reason = Label("", "muted", wrap=True)
        self.reason.setMinimumHeight(px(22))
        line = row(self._sign, spacing=8)
        margins(line, px(10), px(4), px(10), px(6))
        line.addWidget(self.reason, 1)
        card = QFrame()
        card.setProperty("role", "card")
        inside = column(self.table, spacing=0)
        inside.setContentsMargins(px(2), px(2), px(2), px(2))
        inside.addLayout(line)
        card.setLayout(inside)
        self.side.setFixedWidth(px(WIDE))
        both = row(spacing=14)
        both.addWidget(card, 1)
        both.addWidget(self.side)
        outer = column(spacing=10)
        outer.addLayout(self.groups)
        outer.addLayout(both, 1)
        self.setLayout(outer)

    def show_list(self, looked: Preview) -> None:
        """Show a list from its first group that wants the clerk."""
        self.looked = looked
        sizes = self._sizes()
        first = next((name for name in ("waiting", "twin") if sizes.get(name)), "all")
        self._show_groups(sizes)
        self.show_group(first)

    def _sizes(self) -> dict[str, int]:
        rows = self.looked.rows if self.looked else []
        return {name: sum(map(belongs, rows)) for name, (_title, belongs) in GROUPS.items()}

    def _show_groups(self, sizes: dict[str, int]) -> None:
        clear(self.groups)
        self.buttons = {}
        for name, size in sizes.items():
            if size or name == "all":
                self.buttons[name] = self._group_button(name, size)
                self.groups.addWidget(self.buttons[name])
        self.groups.addStretch(1)
        if self.looked and len(self.looked.sheets) > 1:
            self.groups.addWidget(self._sheets_button(self.looked))

    def _group_button(self, name: str, size: int) -> QPushButton:
        made = QPushButton(f"{_(GROUPS[name][0])}  {format_number(size)}")
        made.setProperty("role", "group")
        made.setCheckable(True)
        made.setChecked(name == self._group)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda: self.show_group(name))
        self._exclusive.addButton(made)
        return made

    def _sheets_button(self, looked: Preview) -> QPushButton:
        made = QPushButton(icon("ph.rows", "muted"), apart(looked.sheet))
        made.setProperty("role", "flat")
        made.setToolTip(_("Sheet: {name}").format(name=apart(looked.sheet)))
        menu = QMenu(made)
        for name in looked.sheets:
            menu.addAction(name).triggered.connect(partial(self._take_sheet, name))
        made.setMenu(menu)
        return made

    def show_group(self, name: str) -> None:
        """Show the rows that belong to a group now; they stay in sight while they are mended."""
        if self.looked is None:
            return
        self._group = name
        if name in self.buttons:
            self.buttons[name].setChecked(True)
        belongs = GROUPS[name][1]
        self.table.show_rows(self.looked, [each for each in self.looked.rows if belongs(each)])
        self.side.show_row(self.looked, self.table.row())
        self.table.setFocus()

    def place(self) -> PlaceInList:
        index = self.table.currentIndex()
        return PlaceInList(self._group, index.row(), index.column())

    def go_to(self, place: PlaceInList) -> None:
        if place.group in self.buttons:
            self.show_group(place.group)
        index = self.table.rows_model.index(place.row, place.column)
        if index.isValid():
            self.table.setCurrentIndex(index)

    def refresh(self) -> None:
        """The rows were judged anew: show it where the clerk stands."""
        self._show_groups(self._sizes())
        self.table.rows_model.repaint()
        self.side.show_row(self.looked, self.table.row())
        if self.table.currentIndex().isValid():
            self._tell_reason(self.table.rows_model.shown(self.table.currentIndex()))
        self.judged.emit()

    def _tell_reason(self, shown: Shown | None) -> None:
        """The reason of the cell, or of the row, in words under the table."""
        chosen = self.table.row()
        words = shown.why if shown else ""
        if not words and chosen is not None and chosen.why is not None:
            words = chosen.why.words()
        name, tone = (shown.mark if shown else None) or ("ph.info", "muted")
        self._sign.show_icon(name, tone)
        self.reason.setText(words or _(HINT))

    def _mend(self, chosen: Row, target: str, typed: str) -> None:
        if self.looked is not None:
            self._desk.read(importing.mend, self.looked, chosen, target, typed)
            self.refresh()

    def decide(self, choice: Choice | None) -> None:
        """Decide about the chosen rows, and go on to the next."""
        rows = self.table.chosen_rows()
        if self.looked is None or not rows:
            return
        self._desk.read(importing.decide, self.looked, rows, choice)
        self.refresh()
        if choice is not None and len(rows) == 1:
            self.table.next()

    def _suggest(self, target: str, typed: str) -> list[Suggested]:
        if len(typed.strip()) < 2:
            return []
        if target in _PLACES:
            places = self._desk.read(office.communes, typed, _SUGGESTED)
            return [Suggested(place.id, place.label(), place.detail(), "ph.map-pin") for place in places]
        if target in (ACTIVITY_CODE, ACTIVITY_NAME):
            every = self._desk.read(office.activities, typed, _SUGGESTED)
            return [Suggested(each.code, each.label(), each.code, "ph.hammer") for each in every]
        return []

    def _offer_targets(self, section: int) -> None:
        """What else the column may be taken for."""
        if self.looked is None or self.looked.book is None:
            return
        place = self.table.rows_model.columns[section].place
        menu = targets_menu(self, partial(self.take_for, place), self.looked.columns.targets[place])
        under = QPoint(self.table.headings.sectionViewportPosition(section), self.table.headings.height())
        menu.popup(self.table.headings.viewport().mapToGlobal(under))

    def take_for(self, place: int, target: str | None) -> None:
        """Take a column of the file for something else; all rows are read again."""
        if (looked := self.looked) is not None:
            columns = looked.columns.taken_for(place, target)
            self._replace(lambda: self._desk.read(importing.take_columns, looked, columns))

    def _take_sheet(self, name: str) -> None:
        if self.looked is not None and self.looked.book is not None:
            book = self.looked.book
            self._replace(lambda: self._desk.read(importing.look_through, book, sheet=name))

    def _replace(self, look: Callable[[], Preview]) -> None:
        try:
            self.looked = look()
        except UserError as error:
            self._desk.tell(str(error), "bad")
            return
        self._show_groups(self._sizes())
        self.show_group(self._group)
        self.judged.emit()


def targets_menu(parent: QWidget, choose: Callable[[str | None], object], now: str | None) -> QMenu:
    """What a column may be taken for, the present choice marked."""
    menu = QMenu(parent)
    _offer(menu, None, choose, now is None)
    if now is not None:
        _offer(menu, now, choose, True)
    menu.addSeparator()
    named = {name for names in _MENUS.values() for name in names}
    others = tuple(name for name in targets() if name not in named)
    for title, names in {**_MENUS, N_("More"): others}.items():
        part = menu.addMenu(_(title))
        for name in names:
            _offer(part, name, choose, name == now)
    return menu


def _offer(menu: QMenu, name: str | None, choose: Callable[[str | None], object], chosen: bool) -> None:
    entry = menu.addAction(target_label(name))
    entry.setCheckable(chosen)
    entry.setChecked(chosen)
    entry.triggered.connect(lambda: choose(name))
