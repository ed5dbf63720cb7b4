"""How a letterhead will stand on papers, drawn while it is typed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from craftdesk.ui.cards import column
from craftdesk.ui.labels import Label, Line
from craftdesk.ui.theme import px


class LetterheadView(QWidget):
    """The Arabic head over the French one."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = {language: Label("", "", wrap=True) for language in ("ar", "fr")}
        self._names = {language: Label("", "strong", wrap=True) for language in ("ar", "fr")}
        outer = column(spacing=8)
        for language in ("ar", "fr"):
            for label in (self._parts[language], self._names[language]):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                outer.addWidget(label)
            if language == "ar":
                outer.addWidget(Line())
        outer.addStretch(1)
        outer.setContentsMargins(px(6), px(6), px(6), px(6))
        self.setLayout(outer)

    def show_values(self, values: Mapping[str, Any]) -> None:
        for language in ("ar", "fr"):
            self._parts[language].setText(values.get(f"lines_{language}") or "")
            self._names[language].setText(values.get(f"chamber_{language}") or "")
