"""Fields side by side in as many columns as there is room for."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QGridLayout

from craftdesk.base.fields import Kind
from craftdesk.ui.fields import FieldRow
from craftdesk.ui.theme import px

WIDE = frozenset({Kind.LONG_TEXT})
NARROWEST = 160


class FieldGrid(QGridLayout):
    """Up to `columns` beside each other; long texts and what `wide` names take the whole row."""

    def __init__(self, lines: Sequence[FieldRow], columns: int, wide: Collection[str] = ()) -> None:
        super().__init__()
        self.setHorizontalSpacing(px(20))
        self.setVerticalSpacing(px(12))
        self._lines = lines
        self._wide = wide
        self._most = columns
        self._arranged = 0
        self._arrange(columns)

    def fit(self, width: int) -> None:
        """Use fewer columns where they would become too narrow to read what is written in them, and above them."""
        labels = [each.wanted() for each in self._lines if each.name not in self._wide]
        room = (width + px(20)) // (max(px(NARROWEST), *labels, 0) + px(20))
        self._arrange(max(1, min(self._most, room)))

    def _arrange(self, columns: int) -> None:
        if columns == self._arranged:
            return
        self._arranged = columns
        line, at = 0, 0
        for each in self._lines:
            span = columns if each.name in self._wide or each.field.kind in WIDE else 1
            if at + span > columns:
                line, at = line + 1, 0
            self.addWidget(each, line, at, 1, span)
            at += span
        for place in range(self._most):
            self.setColumnStretch(place, 1 if place < columns else 0)
