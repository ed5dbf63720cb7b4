"""From nothing to the open window."""

import os
import sys
from argparse import Namespace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from craftdesk.app import single
from craftdesk.app.crash import Faults
from craftdesk.app.features import FEATURES
from craftdesk.app.look import dress
from craftdesk.app.offices import open_office
from craftdesk.app.pages import FOOT, pages
from craftdesk.app.window import Window
from craftdesk.base import log, settings
from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.base.paths import RESOURCES
from craftdesk.data.database import Database, OfficeInUse
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads
from craftdesk.ui import layouts


def run(given: Namespace) -> int:
    """Open the window on an office file; without an office in it the first-run assistant comes before."""
    if not has_screen():
        raise UserError(_("There is no screen here. The demo can be drawn without one: craftdesk demo DIR"))
    log.start()
    application = application_of_ours()
    try:
        database = open_office(given.office, alone=True)
    except OfficeInUse:
        if single.call_first(given.office):
            return 0
        raise
    program = Program(application, database)
    program.begin()
    code = application.exec()
    program.end()
    return code


def has_screen() -> bool:
    """Whether a window can be shown: outside Windows and macOS a display server must be named."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in named)


def application_of_ours() -> QApplication:
    """The application, dressed as the settings say; layouts are kept from here on."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("CraftDesk")
    application.setDesktopFileName("craftdesk")
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "craftdesk.png")))
    layouts.keep_in(settings.Layouts())
    dress(application, settings.load())
    return application


class Program:
    """The desk of one office file with the window that shows it."""

    def __init__(self, application: QApplication, database: Database) -> None:
        self.application = application
        self.desk = Desk(database)
        self.faults = Faults(self.desk)
        self.shown: QWidget | None = None
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        # Queued: what asks for it is itself built anew.
        self.desk.settings_changed.connect(self.redress, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Show the window, or the assistant when the file holds no office yet."""
        single.answer_calls(self.desk.database.path, self.come_to_front, self.desk)
        if self.desk.read(reads.has_chamber):
            self.show_window()
        else:
            self._show_assistant()

    def show_window(self) -> None:
        window = Window(self.desk, FEATURES, pages(FEATURES), FOOT)
        self._say_where(window)
        self._replace(window)
        settings.change(last_office=str(self.desk.database.path.resolve()))

    def _say_where(self, window: Window) -> None:
        window.say_where(self.desk.read(reads.letterhead, today()).label())

    def _show_assistant(self) -> None:
        from craftdesk.features.office.ui.assistant import Assistant  # noqa: PLC0415 - once in the life of an office

        assistant = Assistant(self.desk)
        assistant.finished.connect(self.show_window)
        self._replace(assistant)

    def _replace(self, widget: QWidget) -> None:
        before, self.shown = self.shown, widget
        widget.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def come_to_front(self) -> None:
        if self.shown is not None:
            self.shown.setWindowState(self.shown.windowState() & ~self.shown.windowState().WindowMinimized)
            self.shown.show()
            self.shown.raise_()
            self.shown.activateWindow()

    def _follow_system(self) -> None:
        if settings.load().theme == "system":
            self.redress()

    def redress(self) -> None:
        """Put changed settings into force, and build the window anew in them."""
        dress(self.application, settings.load())
        shown: Any = self.shown
        shown.rebuild()
        if isinstance(shown, Window):
            self._say_where(shown)

    def end(self) -> None:
        self.desk.close()
        self.desk.database.close()
