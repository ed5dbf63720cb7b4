"""Keeping a page true without work that nobody sees: it asks anew at once, or when it is shown again."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk


class Following(QObject):
    """Lets `refresh` run for `page` at its first showing, and whenever a write touched one of `tables`."""

    def __init__(self, page: QWidget, desk: Desk, tables: frozenset[type[Model]], refresh: Callable[[], None]) -> None:
        super().__init__(page)
        self._page, self._tables, self._refresh = page, tables, refresh
        self._stale = True
        page.installEventFilter(self)
        desk.changed.connect(self._hear)

    def _hear(self, touched: frozenset[type[Model]]) -> None:
        self._stale = self._stale or bool(touched & self._tables)
        if self._page.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._catch_up()
        return super().eventFilter(watched, event)
