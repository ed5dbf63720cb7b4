from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from craftdesk.ui import layouts
from craftdesk.ui.theme import apply_theme


@pytest.fixture(autouse=True)
def _own_layouts() -> Iterator[None]:
    """What one test arranges, no other finds."""
    layouts.keep_in({})
    yield
    layouts.keep_in({})


@pytest.fixture
def arabic(qapp) -> None:
    apply_theme(qapp)


@pytest.fixture
def shown(qtbot) -> Callable[[QWidget], QWidget]:
    """Shows a widget in a window of its own and gives it the keyboard."""

    windows = []

    def show(widget: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        QVBoxLayout(window).addWidget(widget)
        window.resize(1000, 700)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        widget.setFocus()
        return widget

    return show


@pytest.fixture
def typed(qapp) -> Callable[[QWidget, str], None]:
    """Types a text letter by letter in any script, which QTest's own clicks cannot."""

    def write(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                qapp.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    return write
