"""The switch between the languages of the screens, at the foot of the side bar."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from craftdesk.base.i18n import LANGUAGES, language
from craftdesk.ui.cards import row


class LanguageSwitch(QWidget):
    """Each language by its own name; the spoken one is marked."""

    def __init__(self, speak: Callable[[str], object]) -> None:
        super().__init__()
        line = row(spacing=0)
        for code, name in LANGUAGES.items():
            button = QPushButton(name)
            button.setProperty("role", "on_side")
            button.setCheckable(True)
            button.setChecked(code == language())
            button.setEnabled(code != language())
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked=False, code=code: speak(code))
            line.addWidget(button)
        line.addStretch(1)
        self.setLayout(line)
