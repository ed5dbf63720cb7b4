"""What the user sees when the program has a fault: one window that needs nothing of the program."""

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from craftdesk.base import log
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _, is_rtl
from craftdesk.base.paths import home
from craftdesk.desk.desk import Desk


class Faults(QObject):
    """Hears of every error that nobody caught, from any thread, and tells it on the screens' thread.

    A refusal that a page let through is a sentence of the message bar, not a fault.
    """

    happened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._open: QMessageBox | None = None
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)
        log.record_uncaught(self.happened.emit)
        self._record = sys.excepthook
        sys.excepthook = self._hear

    def _hear(self, kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
        if isinstance(error, UserError):
            self._desk.tell(str(error), "bad")
        else:
            self._record(kind, error, place)

    def _show(self, error: BaseException) -> None:
        self._desk.leaving.emit()
        if self._open is None:
            self._open = window(error)
            self._open.finished.connect(self._closed)
            self._open.open()

    def _closed(self) -> None:
        self._open = None


def window(error: BaseException) -> QMessageBox:
    """What happened, that nothing is lost, and what to do."""
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("CraftDesk"))
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl() else Qt.LayoutDirection.LeftToRight)
    box.setText(_("The program has a fault and could not do this."))
    box.setInformativeText(
        _(
            "What was saved is safe, and what was typed is kept as a draft. You can go on working. "
            "If it happens again, show this file to whoever looks after the program:\n{log}"
        ).format(log=home() / "craftdesk.log")
    )
    box.setDetailedText(log.describe(error))
    box.addButton(_("Go on"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(_("Close the program"), QMessageBox.ButtonRole.DestructiveRole)
    leave.clicked.connect(QApplication.quit)
    return box
