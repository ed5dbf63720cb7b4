"""A line that offers what was written before, and takes whatever is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from craftdesk.base.fields import Script
from craftdesk.ui.inputs import TypedInput
from craftdesk.ui.suggestions import Choice, Suggestions


class SuggestingInput(TypedInput):
    """Free text; a choice from the list fills more than this line, by `take`."""

    def __init__(
        self, search: Callable[[str], Sequence[Choice]], take: Callable[[Choice], object], script: Script = Script.ANY
    ) -> None:
        super().__init__(script)
        self._search = search
        self.suggestions = Suggestions(self.line)
        self.suggestions.picked.connect(take)
        self.line.textEdited.connect(self._offer)

    def _offer(self) -> None:
        self.suggestions.offer(self._search(self.text()) if self.text() else [], first=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.suggestions.offer(self._search(self.text()))
        else:
            super().keyPressEvent(event)
