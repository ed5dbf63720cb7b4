"""From nothing to the open window.

The window is shown at once; a thread brings in the rest of the program and opens the office file meanwhile.
"""

from __future__ import annotations

import gc
import os
import sys
from threading import Thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from craftdesk.app.home import HomePage
from craftdesk.app.look import dress
from craftdesk.app.who import user_name
from craftdesk.app.window import Window
from craftdesk.base import settings
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.base.paths import RESOURCES
from craftdesk.ui import layouts
from craftdesk.ui.sidebar import Place

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from craftdesk.app.loading import Loaded

FOOT = 3
"""So many places stand at the foot of the side bar: journal, bin, settings."""


def run(given: Namespace) -> int:
    """Open the window on an office file; without an office in it the first-run assistant comes before."""
    if not has_screen():
        raise UserError(_("There is no screen here. The demo can be drawn without one: craftdesk demo DIR"))
    # Nothing that is loaded now becomes waste: looking for it would take a tenth of the start.
    gc.disable()
    program = Program(application_of_ours(), given.office, once=given.once)
    program.begin()
    code = program.application.exec()
    program.end()
    sys.stdout.flush()
    # Everything is closed. Taking the interpreter apart would only keep the user waiting.
    os._exit(code)


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


class Program(QObject):
    """One office file and the window that shows it; `once`: the next start opens another by itself."""

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, application: QApplication, office: Path, *, once: bool = False) -> None:
        super().__init__()
        self.application = application
        self.office = office
        self._once = once
        self.desk: Any = None
        self.shown: Any = None
        self._code = 0
        self.loaded.connect(self.take)
        self.failed.connect(self._tell_failure)
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def begin(self) -> None:
        """Show the window as it stood last time and load beside it; at the very first time load before."""
        places = _places()
        if places and self.office.exists():
            self._show(self._window(places))
            # After the first painting: until then the two would only wait for each other.
            QTimer.singleShot(0, Thread(target=self.load, daemon=True, name="load").start)
        else:
            self.load()

    def load(self) -> None:
        """Bring in the rest of the program and open the office; any thread may."""
        try:
            from craftdesk.app.loading import load  # noqa: PLC0415 - most of the program

            self.loaded.emit(load(self.office))
        except Exception as error:  # noqa: BLE001 - told on the screens' thread
            self.failed.emit(error)

    def take(self, loaded: Loaded) -> None:
        """Put the loaded office into the window, or let the assistant set one up first."""
        from craftdesk.app import single  # noqa: PLC0415 - loaded by now
        from craftdesk.app.crash import Faults  # noqa: PLC0415
        from craftdesk.base import log  # noqa: PLC0415
        from craftdesk.desk.desk import Desk  # noqa: PLC0415

        gc.freeze()
        gc.enable()
        log.start()
        self.desk = Desk(loaded.database)
        self.faults = Faults(self.desk)
        # Queued: what asks for it is itself built anew.
        self.desk.settings_changed.connect(self.redress, Qt.ConnectionType.QueuedConnection)
        single.answer_calls(self.office, self.come_to_front, self)
        if loaded.chamber is None:
            self._show_assistant(loaded)
        else:
            self.show_window(loaded)

    def show_window(self, loaded: Loaded) -> None:
        places = [Place(page.name, page.title, page.icon) for page in loaded.pages]
        layouts.save("places", [[place.name, place.title, place.icon] for place in places])
        if not isinstance(self.shown, Window):
            self._show(self._window(places))
        self.shown.attach(self.desk, loaded.features, loaded.pages)
        if not self._once:
            settings.change(last_office=str(self.office.resolve()))

    def _window(self, places: list[Place]) -> Window:
        window = Window(places, FOOT, HomePage, user_name())
        window.redress_wished.connect(self.redress, Qt.ConnectionType.QueuedConnection)
        return window

    def _show_assistant(self, loaded: Loaded) -> None:
        from craftdesk.features.office.ui.assistant import Assistant  # noqa: PLC0415 - once in the life of an office

        assistant = Assistant(self.desk)
        assistant.finished.connect(lambda: self.show_window(loaded))
        self._show(assistant)

    def _show(self, widget: QWidget) -> None:
        before, self.shown = self.shown, widget
        widget.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def _tell_failure(self, error: Exception) -> None:
        """The office cannot be opened: bring the program that has it to the front, or say why not."""
        from craftdesk.app.refused import tell_refusal  # noqa: PLC0415 - rarely needed

        tell_refusal(self.application, self.office, error)

    def come_to_front(self) -> None:
        if self.shown is not None:
            self.shown.setWindowState(self.shown.windowState() & ~Qt.WindowState.WindowMinimized)
            self.shown.show()
            self.shown.raise_()
            self.shown.activateWindow()

    def _follow_system(self) -> None:
        if settings.load().theme == "system":
            self.redress()

    def redress(self) -> None:
        """Put changed settings into force, and build the window anew in them."""
        dress(self.application, settings.load())
        if self.shown is not None:
            self.shown.rebuild()

    def end(self) -> None:
        """Close the office; what was still being loaded is left."""
        if self.desk is not None:
            self.desk.close()
            self.desk.database.close()


def _places() -> list[Place]:
    """The side bar as it stood last time."""
    kept = layouts.saved("places")
    try:
        return [Place(*place) for place in kept or ()]
    except TypeError:
        return []
