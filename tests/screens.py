"""What a clerk does at a screen and sees on it: windows shown, keys pressed, letters typed, words read."""

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from craftdesk.base.i18n import is_rtl, use_language
from craftdesk.base.numbers import without_marks
from craftdesk.desk.desk import Desk, PaperWish, Told
from craftdesk.ui.actions import ActionButton
from craftdesk.ui.theme import apply_theme

W = TypeVar("W", bound=QWidget)
BOTH, ALL = ("ar", "fr"), ("ar", "fr", "en")
"""Languages: one for each direction, and all."""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def look(language: str) -> None:
    """Dress the screens for a language, in its direction."""
    use_language(language)
    apply_theme(QApplication.instance(), rtl=is_rtl(language))


def shown(widget: W, qtbot, width: int = 1152, height: int = 768) -> W:
    """The widget in a window in front, as large as a page beside the side bar at 1366 × 768."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def settle() -> None:
    """Let Qt show what was just built."""
    for _turn in range(4):
        QApplication.processEvents()


def words_on(widget: QWidget) -> str:
    """All words in sight, without marks of direction."""
    settle()
    return without_marks(" ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)))


def buttons(widget: QWidget) -> dict[str, ActionButton]:
    """The buttons in sight by their words."""
    settle()
    return {each.text(): each for each in widget.findChildren(ActionButton) if each.isVisible()}


def focused() -> QWidget:
    settle()
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus: the keyboard is lost"
    return found


def press(qtbot, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Keys one after the other, wherever the focus is."""
    for key in keys:
        qtbot.keyClick(focused(), key, held)


def strike(widget: QWidget, key: int = 0, text: str = "", held: Qt.KeyboardModifier = PLAIN) -> None:
    """A key as the window system hands it to a widget; Qt's own test keys know Latin letters alone."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))


def write(widget: QWidget, text: str) -> None:
    """Letters of any script into a field."""
    for letter in text:
        strike(widget, text=letter)


def type_text(text: str) -> None:
    """Letters of any script, wherever the focus is."""
    write(focused(), text)


def wishes(desk: Desk) -> list[PaperWish]:
    """The papers that are wished for from now on."""
    found: list[PaperWish] = []
    desk.paper_wished.connect(found.append)
    return found


def told(desk: Desk) -> list[Told]:
    """What is told in the message bar from now on."""
    found: list[Told] = []
    desk.told.connect(found.append)
    return found
