"""Python's waste is collected on the screens' thread alone.

Left to itself Python collects wherever it happens to allocate, in a thread beside the screens too; what a page that was
built anew left behind would be taken apart there, and Qt's widgets may be taken apart on their own thread only.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds between two looks."""
OLDER, WHOLE = 10, 120
"""Looks between two times at which what is older is gone through, and everything."""


class Waste(QTimer):
    """Looks every now and then; as long as one is there, Python does not collect by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, interval=EVERY)
        self._looks = 0
        gc.disable()
        self.timeout.connect(self.look)
        self.start()

    def look(self) -> None:
        """Collect what is young, and now and then what is older."""
        # Who measures or prints may have let Python collect by itself again.
        gc.disable()
        self._looks = (self._looks + 1) % WHOLE
        gc.collect(2 if not self._looks else 1 if not self._looks % OLDER else 0)
