"""How wide the columns are, in which order and which are hidden; saved per direction, filling the width there is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from craftdesk.base.i18n import _
from craftdesk.ui import layouts
from craftdesk.ui.columns import Column
from craftdesk.ui.theme import px

Columns = Sequence[Column[Any]]


class Arrangement(QObject):
    """Stands between the columns' wishes, the user's hand and the width of the view."""

    def __init__(self, view: QTableView, columns: Columns, name: str) -> None:
        super().__init__(view)
        self._view = view
        self._columns = columns
        self._name = f"table.{name}" if name else ""
        self._wide = {column.key: column.wide for column in columns}
        self._hidden = {column.key for column in columns if column.hidden}
        self._insisted: set[str] = set()
        self._busy = True
        self._restore()
        self._busy = False
        self._header.sectionResized.connect(self._pulled)
        self._header.sectionMoved.connect(self._moved)

    @property
    def _header(self) -> QHeaderView:
        return self._view.horizontalHeader()

    def fit(self) -> None:
        """Give the columns their widths, and what is left to those that can use it."""
        gone = self._yielding()
        self._busy = True
        for place, column in enumerate(self._columns):
            self._header.setSectionHidden(place, column.key in self._hidden | gone)
        shown = [place for place, column in enumerate(self._columns) if column.key not in self._hidden | gone]
        left = self._view.viewport().width() - sum(self._width(self._columns[place]) for place in shown)
        shares = sum(self._columns[place].stretch for place in shown) or 1
        for place in shown:
            column = self._columns[place]
            more = left * column.stretch // shares
            least = min(px(60), px(column.wide))
            self._header.resizeSection(place, max(least, self._width(column) + max(more, -px(column.wide) // 3)))
        self._busy = False

    def _width(self, column: Column[Any]) -> int:
        return max(px(self._wide[column.key]), self._header.minimumSectionSize())

    def wanted(self) -> int:
        """The width in which everything that is not hidden can be read."""
        return sum(self._width(column) for column in self._columns if column.key not in self._hidden)

    def _yielding(self) -> set[str]:
        """The columns that go because there is too little room for all, though the others become narrower."""
        least = {
            column.key: self._width(column) - (px(column.wide) // 6 if column.stretch else 0)
            for column in self._columns
            if column.key not in self._hidden
        }
        over = sum(least.values()) - self._view.viewport().width()
        gone: set[str] = set()
        for column in sorted(self._columns, key=lambda each: -each.yields):
            if over > 0 and column.yields and column.key in least.keys() - self._insisted:
                gone.add(column.key)
                over -= least[column.key]
        return gone

    def choose(self, at: QPoint) -> None:
        """A menu of the columns: those with a tick are shown."""
        made = QMenu(self._view)
        for place, column in enumerate(self._columns):
            entry = QAction(_(column.title), made, checkable=True, checked=column.key not in self._hidden)
            entry.setEnabled(not entry.isChecked() or len(self._hidden) < len(self._columns) - 1)
            entry.toggled.connect(lambda shown, place=place: self.set_shown(place, shown))
            made.addAction(entry)
        made.addSeparator()
        made.addAction(_("Columns as at first")).triggered.connect(self.reset)
        made.popup(self._header.mapToGlobal(at))

    def set_shown(self, place: int, shown: bool) -> None:
        key = self._columns[place].key
        (self._hidden.discard if shown else self._hidden.add)(key)
        (self._insisted.add if shown else self._insisted.discard)(key)
        self.fit()
        self._keep()

    def reset(self) -> None:
        layouts.forget(self._name)
        self._apply({})
        self.fit()

    def _restore(self) -> None:
        layout = layouts.saved(self._name)
        self._apply(layout if isinstance(layout, dict) else {})

    def _apply(self, layout: dict[str, Any]) -> None:
        wide, hidden = layout.get("wide", {}), layout.get("hidden")
        for place, column in enumerate(self._columns):
            self._wide[column.key] = wide.get(column.key, column.wide)
            gone = column.key in hidden if hidden is not None else column.hidden
            (self._hidden.add if gone else self._hidden.discard)(column.key)
            self._header.setSectionHidden(place, gone)
        self._order(layout.get("order") or [column.key for column in self._columns])

    def _order(self, keys: Sequence[str]) -> None:
        # Columns that came with a later version stand where the code puts them, after those that are known.
        rank = {key: at for at, key in enumerate(keys)}
        places = sorted(range(len(self._columns)), key=lambda at: rank.get(self._columns[at].key, len(rank)))
        for wanted, place in enumerate(places):
            self._header.moveSection(self._header.visualIndex(place), wanted)

    def _pulled(self, place: int, old: int, new: int) -> None:  # noqa: ARG002
        if not self._busy and new:
            self._wide[self._columns[place].key] = round(new / px(100) * 100)
            self._keep()

    def _moved(self) -> None:
        if not self._busy:
            self._keep()

    def _keep(self) -> None:
        order = sorted(range(len(self._columns)), key=self._header.visualIndex)
        keys = [self._columns[place].key for place in order]
        layouts.save(self._name, {"wide": self._wide, "hidden": sorted(self._hidden), "order": keys})
