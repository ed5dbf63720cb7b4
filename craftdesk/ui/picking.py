"""Choosing instead of typing out: from a declared list, or among records found while typing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from craftdesk.base.fields import Script
from craftdesk.base.i18n import _
from craftdesk.base.names import fold
from craftdesk.ui.direction import trailing
from craftdesk.ui.icons import icon
from craftdesk.ui.inputs import EntryLine, Input
from craftdesk.ui.suggestions import Choice, Suggestions
from craftdesk.ui.theme import font, px, tone

Search = Callable[[str], Sequence[Choice]]
WAIT = 100
ENOUGH = 3
"""So many letters are enough for the only choice that fits them."""
BESIDE, FOR_SIGN, LEAST = 14, 34, 40
"""Beside the words of a line, for the sign at its end, and the least in which a detail is told."""
CHOSEN = "\x1f"
"""Before the key of a choice in a draft: its words are others in another language."""


def no_search(text: str) -> Sequence[Choice]:  # noqa: ARG001
    return ()


class _PickLine(EntryLine):
    """Opens the list by a click or by Down; says beside what was chosen what belongs to it (a commune's wilaya)."""

    def __init__(self, script: Script, ask: Callable[[], object]) -> None:
        super().__init__(script)
        self._ask = ask
        self.detail = ""

    def tell(self, detail: str) -> None:
        self.detail = detail
        self.setToolTip(detail)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.detail or not self.text():
            return
        taken = px(12) + self.fontMetrics().horizontalAdvance(self.text()) + px(BESIDE)
        inside = QRect(taken, 0, self.width() - taken - px(FOR_SIGN), self.height())
        if inside.width() < px(LEAST):
            return
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            inside.moveRight(self.width() - taken)
        painter = QPainter(self)
        painter.setFont(font(12))
        painter.setPen(tone("muted"))
        painter.setLayoutDirection(self.layoutDirection())
        shown = painter.fontMetrics().elidedText(self.detail, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, trailing(), shown)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self._ask()
        else:
            super().keyPressEvent(event)


class RecordField(Input):
    """A record found by typing any part of its name. The value is its key.

    `search` gives what fits what was typed so far (everything usual for ""); `known` gives the record of a key, so that
    a form can show what was stored.
    """

    def __init__(
        self,
        search: Search = no_search,
        known: Callable[[str], Choice | None] | None = None,
        script: Script = Script.ANY,
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self.search = search
        self.known = known
        self._chosen: Choice | None = None
        self.line = _PickLine(script, self.ask)
        self.line.setPlaceholderText(placeholder or _("Type to search"))
        self.line.addAction(
            icon("ph.caret-down", "muted"), QLineEdit.ActionPosition.TrailingPosition
        ).triggered.connect(self.ask)
        self.suggestions = Suggestions(self.line)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.ask)
        self._connect()
        self.hold_line(self.line)

    def _connect(self) -> None:
        self.line.textEdited.connect(self._edited)
        self.line.left.connect(self._left)
        self.suggestions.picked.connect(self._picked)

    def choice(self) -> Choice | None:
        return self._chosen

    def value(self) -> str | None:
        return self._chosen.key if self._chosen and self.guess is None else None

    def set_value(self, value: Any) -> None:
        """Show a choice, or the record of a key."""
        self._mark(None)
        if isinstance(value, Choice) or value is None:
            self._show(value)
        else:
            self._show((self.known(str(value)) if self.known else None) or Choice(str(value), str(value)))

    def fault(self) -> str | None:
        if self._chosen is None and self.text():
            return _("Nothing in the list is called “{text}”.").format(text=self.text())
        return None

    def text(self) -> str:
        return "" if self.guess is not None else self.line.text().strip()

    def set_text(self, text: str) -> None:
        self._mark(None)
        self.line.setText(text)
        self._edited()
        # Nobody types here: no list is to open over other fields.
        self._wait.stop()
        self._take_only()

    def draft(self) -> str:
        return CHOSEN + self._chosen.key if self._chosen and self.guess is None else self.text()

    def restore(self, draft: str) -> None:
        if not draft.startswith(CHOSEN):
            self.set_text(draft)
        elif self.known and (choice := self.known(draft.removeprefix(CHOSEN))):
            self._mark(None)
            self._show(choice)
            self.changed.emit()

    def ask(self) -> None:
        """Open the list with what fits what is written; with everything when the choice stands already."""
        self._wait.stop()
        typed = "" if self._chosen else self.text()
        self.suggestions.offer(self.search(typed))

    def _edited(self) -> None:
        self._mark(None)
        self._chosen = None
        self.line.tell("")
        self._wait.start()
        self.changed.emit()

    def _picked(self, choice: Choice) -> None:
        self._mark(None)
        self._show(choice)
        self.changed.emit()
        self.entered.emit()

    def _show(self, choice: Choice | None) -> None:
        self._chosen = choice
        self.line.setText(choice.title if choice else "")
        self.line.tell(choice.detail if choice else "")
        self.line.setCursorPosition(0)

    def _left(self) -> None:
        self._wait.stop()
        self._take_only()
        self.left.emit()

    def _take_only(self) -> None:
        # What was written out in full, or far enough that nothing else fits, needs no picking.
        if self._chosen or not self.text():
            return
        fitting = self.search(self.text())
        same = [choice for choice in fitting if fold(choice.title) == fold(self.text())]
        if not same and len(self.text()) >= ENOUGH:
            same = list(fitting)
        if len(same) == 1:
            self._show(same[0])
            self.changed.emit()


class ChoiceField(RecordField):
    """One of a few declared values; typing narrows the list in any spelling."""

    def __init__(self, choices: Mapping[str, str], script: Script = Script.ANY, placeholder: str = "") -> None:
        self._choices = [Choice(key, _(label)) for key, label in choices.items()]
        super().__init__(self._fitting, self._of, script, placeholder or _("Choose"))

    def _fitting(self, text: str) -> list[Choice]:
        asked = fold(text)
        begins = [choice for choice in self._choices if fold(choice.title).startswith(asked)]
        return begins + [choice for choice in self._choices if asked in fold(choice.title) and choice not in begins]

    def _of(self, key: str) -> Choice | None:
        return next((choice for choice in self._choices if choice.key == key), None)
