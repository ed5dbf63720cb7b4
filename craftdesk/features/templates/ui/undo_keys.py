"""Undo and redo over a whole form, before its fields and the window take their keys for themselves."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

UNDO, REDO = "Ctrl+Z", "Ctrl+Y"
_ALSO_REDO = "Ctrl+Shift+Z"


class UndoKeys(QObject):
    """Hears the keys on a page and in what is written on it."""

    def __init__(self, page: QWidget, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        super().__init__(page)
        self._runs = {QKeySequence(UNDO): undo, QKeySequence(REDO): redo, QKeySequence(_ALSO_REDO): redo}
        page.installEventFilter(self)

    def watch(self, form: QWidget) -> None:
        """Hear the keys in the fields of a form too."""
        for line in form.findChildren(QLineEdit):
            line.installEventFilter(self)
        for text in form.findChildren(QPlainTextEdit):
            text.installEventFilter(self)
            text.setUndoRedoEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            run = self._runs.get(QKeySequence(event.keyCombination()))
            if run is not None:
                # First Qt asks who wants the key, then it sends it.
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    run()
                return True
        return super().eventFilter(watched, event)
