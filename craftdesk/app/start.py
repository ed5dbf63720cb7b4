"""From nothing to the open window.

The window is shown at once; a thread opens the office file meanwhile and brings in the rest of the program.
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

from craftdesk.app.features import FEATURES
from craftdesk.app.home import HomePage
from craftdesk.app.look import dress
from craftdesk.app.pages import pages
from craftdesk.app.who import shown_name, user_name
from craftdesk.app.window import Window
from craftdesk.base import settings
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.base.paths import RESOURCES
from craftdesk.ui import layouts
from craftdesk.ui.sidebar import Place

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from pathlib import Path

    from craftdesk.app.loading import Loaded
    from craftdesk.data.session import Session

QUICK_TURNS = 0.0005
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
    complete = Signal()
    """everything is imported that is needed every day"""

    def __init__(self, application: QApplication, office: Path, *, once: bool = False) -> None:
        super().__init__()
        self.application = application
        self.office = office
        self._once = once
        self.desk: Any = None
        self.shown: Any = None
        # Until all is imported the screens' thread gets its turn at once, not after several milliseconds each time.
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(QUICK_TURNS)
        # What is worked on ends on the page that began it.
        self._wait_for_rest = QTimer(self, singleShot=True, interval=50)
        self._wait_for_rest.timeout.connect(self.redress)
        self._pages = pages(FEATURES)
        self.loaded.connect(self.take)
        self.complete.connect(self._settle)
        self.failed.connect(self._tell_failure)
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def begin(self) -> None:
        """Show the window and load beside it; where there is no office yet, see first what is to be shown."""
        if self.office.exists():
            self._show(self._window())
            self._beside(self.load)
        else:
            self.load()

    def _beside(self, work: Callable[[], None]) -> None:
        """On a thread of its own, after the next painting: until then the two would only wait for each other."""
        QTimer.singleShot(0, Thread(target=work, daemon=True, name=work.__name__).start)

    def load(self) -> None:
        """Open the office, and import what `take` needs; any thread may."""
        from craftdesk.app import crash, single  # noqa: F401, PLC0415 - while the screens' thread still paints
        from craftdesk.app.loading import load  # noqa: PLC0415 - opens the database

        try:
            loaded = load(self.office)
        except Exception as error:  # noqa: BLE001 - told on the screens' thread
            self.failed.emit(error)
            return
        self.loaded.emit(loaded)

    def bring_in(self) -> None:
        """Import what will be asked for soon; any thread may."""
        from craftdesk.app.loading import bring_in  # noqa: PLC0415 - there by now

        try:
            bring_in(self.desk.database, FEATURES)
        finally:
            self.complete.emit()

    def _settle(self) -> None:
        from craftdesk.ui.waste import Waste  # noqa: PLC0415 - needed from here on

        # Nothing that was loaded until now becomes waste.
        gc.freeze()
        sys.setswitchinterval(self._interval)
        Waste(self)

    def take(self, loaded: Loaded) -> None:
        """Put the loaded office into the window, or let the assistant set one up first."""
        from craftdesk.app.crash import Faults  # noqa: PLC0415 - imported by now
        from craftdesk.base import log  # noqa: PLC0415
        from craftdesk.desk.desk import Desk  # noqa: PLC0415

        log.start()
        self.desk = Desk(loaded.database)
        self.faults = Faults(self.desk)
        # Queued: what asks for it is itself built anew.
        self.desk.settings_changed.connect(self.redress, Qt.ConnectionType.QueuedConnection)
        if loaded.chamber is None:
            self._show_assistant()
        else:
            self.show_window()
        self._answer_calls()
        # Behind the home page's own question, which brings in what it needs itself.
        self.desk.read_beside(self._bring_in, _nothing)

    def _bring_in(self, _answer: None) -> None:
        self._beside(self.bring_in)

    def _answer_calls(self) -> None:
        from craftdesk.app import single  # noqa: PLC0415 - imported by now

        single.answer_calls(self.office, self.come_to_front, self)

    def show_window(self) -> None:
        if not isinstance(self.shown, Window):
            self._show(self._window())
        self.shown.attach(self.desk, FEATURES, self._pages)
        office = str(self.office.resolve())
        if not self._once and settings.load().last_office != office:
            settings.change(last_office=office)

    def _window(self) -> Window:
        places = [Place(page.name, page.title, page.icon) for page in self._pages]
        window = Window(places, FOOT, HomePage, shown_name(user_name()))
        window.redress_wished.connect(self.redress, Qt.ConnectionType.QueuedConnection)
        return window

    def _show_assistant(self) -> None:
        from craftdesk.features.office.ui.assistant import Assistant  # noqa: PLC0415 - once in the life of an office

        assistant = Assistant(self.desk)
        assistant.finished.connect(self.show_window)
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
        """Put changed settings into force, and build the window anew in them; work beside the screens ends first."""
        if self.desk is not None and self.desk.is_working():
            self._wait_for_rest.start()
            return
        dress(self.application, settings.load())
        if self.shown is not None:
            self.shown.rebuild()

    def end(self) -> None:
        """Close the office; what was still being loaded is left."""
        if self.desk is not None:
            self.desk.close()
            self.desk.database.close()


def _nothing(session: Session) -> None:
    """A question that waits for those before it."""
