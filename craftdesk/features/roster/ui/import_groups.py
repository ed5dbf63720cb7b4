"""The rows of a list by what becomes of them, as buttons that filter; and the sheets of its file."""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QVBoxLayout, QWidget

from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.features.roster.importing import Preview
from craftdesk.features.roster.ui.import_words import GROUPS
from craftdesk.ui.actions import keys
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.direction import apart
from craftdesk.ui.icons import icon
from craftdesk.ui.theme import px

GAP = 8
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
        self._lines = (row(), row())
        self._of_sheets: QPushButton | None = None
        self.setLayout(column(spacing=6))
        for line in self._lines:
            cast("QVBoxLayout", self.layout()).addLayout(line)

    def show_groups(self, looked: Preview | None) -> None:
        """The groups as they are now, with their sizes."""
        for line in self._lines:
            clear(line)
        self.buttons = {name: self._button(name, size) for name, size in sizes(looked).items() if size or name == "all"}
        self._of_sheets = self._sheets(looked) if looked and len(looked.sheets) > 1 else None
        self._lay_out()

    def _lay_out(self) -> None:
        """On one line, or where there is too little room on two."""
        every = [*self.buttons.values(), *([self._of_sheets] if self._of_sheets else [])]
        for each in every:
            each.ensurePolished()
        wanted = sum(each.sizeHint().width() + px(GAP) for each in every)
        cut = len(every) if wanted <= self.width() or not self.width() else (len(every) + 1) // 2
        for line, buttons in zip(self._lines, (every[:cut], every[cut:]), strict=True):
            while line.takeAt(0) is not None:
                pass
            for each in buttons:
                if each is self._of_sheets:
                    line.addStretch(1)
                line.addWidget(each)
            if buttons and buttons[-1] is not self._of_sheets:
                line.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

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
