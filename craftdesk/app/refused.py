"""When the office file cannot be opened at the start."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from craftdesk.app import crash, single
from craftdesk.base import log
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.data.database import OfficeInUse


def tell_refusal(application: QApplication, office: Path, error: Exception) -> None:
    """Bring the program that has the office open to the front, or say why the office cannot be opened; then leave."""
    if isinstance(error, OfficeInUse) and single.call_first(office):
        _leave(application, 0)
        return
    if isinstance(error, UserError):
        sys.stderr.write(f"craftdesk: {error}\n")
        box = QMessageBox(QMessageBox.Icon.Warning, _("CraftDesk"), str(error))
        box.setInformativeText(str(office))
        box.addButton(_("Close the program"), QMessageBox.ButtonRole.AcceptRole)
    else:
        log.start()
        log.record(error)
        box = crash.window(error)
    box.exec()
    _leave(application, 1)


def _leave(application: QApplication, code: int) -> None:
    # The event loop may not have begun yet; it ends as soon as it does.
    QTimer.singleShot(0, lambda: application.exit(code))
