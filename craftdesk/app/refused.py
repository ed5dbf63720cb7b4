"""When the office file cannot be opened at the start."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from craftdesk.app import single
from craftdesk.base import log
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.data.database import OfficeInUse


def tell_refusal(application: QApplication, office: Path, error: Exception) -> None:
    """Bring the program that has the office open to the front, or say why the office cannot be opened; then leave."""
    if isinstance(error, OfficeInUse) and single.call_first(office):
        application.exit(0)
        return
    if not isinstance(error, UserError):
        log.start()
        log.record_uncaught()
        raise error
    box = QMessageBox(QMessageBox.Icon.Warning, _("CraftDesk"), str(error))
    box.setInformativeText(str(office))
    box.addButton(_("Close the program"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    application.exit(1)
