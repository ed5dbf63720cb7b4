"""The rows of a list by what becomes of them, as buttons that filter; and the sheets of its file."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.features.roster.importing import Preview
from craftdesk.features.roster.ui.import_words import GROUPS
from craftdesk.ui.actions import keys
from craftdesk.ui.cards import clear, row
from craftdesk.ui.direction import apart
from craftdesk.ui.icons import icon

NEXT, PREVIOUS = "Ctrl+PgDown", "Ctrl+PgUp"
CLERKS = ("waiting", "twin")
"""The groups that want the clerk."""


class Groups(QWidget):
    """One button for each group that has rows; `chosen` tells its name, `sheet` the wish for other sheets."""

    chosen = Signal(str)
    sheet = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self.now = "all"
        self._exclusive = QButtonGroup(self)
        self._line = row()
        self._end = row()
        outer = row()
        outer.addLayout(self._line, 1)
        outer.addLayout(self._end)
        self.setLayout(outer)

    def add_at_end(self, widget: QWidget) -> None:
        self._end.addWidget(widget)

    def show_groups(self, looked: Preview | None) -> None:
        """The groups as they are now, with their sizes."""
        clear(self._line)
        self.buttons = {}
        for name, size in sizes(looked).items():
            if size or name == "all":
                self.buttons[name] = self._button(name, size)
                self._line.addWidget(self.buttons[name])
        self._line.addStretch(1)
        if looked and len(looked.sheets) > 1:
            self._line.addWidget(self._sheets(looked))

    def first(self) -> str:
        """The group from which a list is looked through."""
        return next((name for name in CLERKS if name in self.buttons), "all")

    def mark(self, name: str) -> None:
        """Show which one is chosen; it may have no rows any more while its last one is mended."""
        self.now = name
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    def beside(self, step: int) -> str:
        """The name of the group so many steps away, round about."""
        names = list(self.buttons)
        place = names.index(self.now) if self.now in names else -1
        return names[(place + step) % len(names)]

    def _button(self, name: str, size: int) -> QPushButton:
        made = QPushButton(f"{_(GROUPS[name][0])}  {format_number(size)}")
        made.setProperty("role", "group")
        made.setCheckable(True)
        made.setChecked(name == self.now)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setToolTip(_("Next group: {key}").format(key=keys(NEXT)))
        made.clicked.connect(partial(self._choose, name))
        self._exclusive.addButton(made)
        return made

    def _choose(self, name: str, _checked: bool = False) -> None:
        self.chosen.emit(name)

    def _sheets(self, looked: Preview) -> QPushButton:
        made = QPushButton(icon("ph.rows", "muted"), apart(looked.sheet))
        made.setProperty("role", "flat")
        made.setToolTip(_("Sheet: {name}").format(name=apart(looked.sheet)))
        menu = QMenu(made)
        for name in looked.sheets:
            self._offer(menu, apart(name), partial(self.sheet.emit, name, False), name == looked.sheet)
        if looked.alike:
            menu.addSeparator()
            self._offer(menu, all_alike(looked), partial(self.sheet.emit, looked.alike[0], True), looked.joined)
        made.setMenu(menu)
        return made

    def _offer(self, menu: QMenu, words: str, choose: Callable[[], object], chosen: bool) -> None:
        entry = menu.addAction(words)
        entry.setCheckable(chosen)
        entry.setChecked(chosen)
        entry.triggered.connect(lambda _checked=False: choose())


def all_alike(looked: Preview) -> str:
    words = ngettext("{number} sheet that looks alike", "All {number} sheets that look alike", len(looked.alike))
    return words.format(number=format_number(len(looked.alike)))


def sizes(looked: Preview | None) -> dict[str, int]:
    rows = looked.rows if looked else []
    return {name: sum(map(belongs, rows)) for name, (_title, belongs) in GROUPS.items()}


TITLES = {NEXT: N_("Next group of rows"), PREVIOUS: N_("Group of rows before")}
