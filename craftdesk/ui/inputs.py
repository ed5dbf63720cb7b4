"""What values are typed into: lines read by a parse, long text.

Nothing here ever stops the typing. An input tells what it understood (`value`), what it could not (`fault`, a
sentence), and when the user left it (`left`).
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from craftdesk.base.dates import format_short, today
from craftdesk.base.fields import Script
from craftdesk.base.i18n import _
from craftdesk.base.numbers import format_dinars, format_number, group_phone, parse_dinars, parse_number, without_marks
from craftdesk.base.typed_days import typed_birth, typed_day
from craftdesk.ui.calendar import Calendar
from craftdesk.ui.direction import leading, set_direction
from craftdesk.ui.theme import look, px, restyle

USUAL_AGE = 40
LEFT_TO_RIGHT = frozenset({Script.LATIN, Script.DIGITS})


class Input(QWidget):
    """One value to be entered. `parts` names the fields of an input that fills more than one.

    A guess stands in the input like a value, but is none (`value` knows nothing of it) until Enter or Tab confirm it or
    it is typed over; Esc takes it away.
    """

    changed = Signal()
    left = Signal()
    entered = Signal()
    guessed = Signal()
    """a guess came, went, or was reached by the cursor"""
    parts: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.guess: Any = None
        self.why = ""
        self.declined: Any = None
        """a guess that was taken away and is not offered again"""

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        raise NotImplementedError

    def fault(self) -> str | None:
        """Why what is written cannot be understood; None when it can, or when it is empty."""
        return None

    def text(self) -> str:
        """What is written, understood or not."""
        return str(self.value() or "")

    def set_text(self, text: str) -> None:
        """Write as the user would."""
        raise NotImplementedError

    def draft(self) -> str:
        """What is written, in a form that means the same in every language of the screens."""
        return self.text()

    def restore(self, draft: str) -> None:
        """Write what was kept as a draft."""
        self.set_text(draft)

    def offer(self, guess: Any, why: str = "") -> None:
        """Show a guess where nothing is entered; None takes it away again."""
        if guess == self.guess or self.text() or (guess is not None and guess == self.declined):
            return
        self.set_value(guess)
        self._mark(guess, why)

    def confirm(self) -> None:
        """The guess is right: it is the value now."""
        if self.guess is not None:
            self._mark(None)
            self.changed.emit()

    def _mark(self, guess: Any, why: str = "") -> None:
        """Tell what stands there from what was entered."""
        if (guess, why) != (self.guess, self.why):
            self.guess, self.why = guess, why
            self._say("guessed", guess is not None)
            self.guessed.emit()

    def set_bad(self, bad: bool) -> None:
        """Draw the red line."""
        self._say("bad", bad)

    def _say(self, name: str, holds: bool) -> None:
        """Tell the style sheet."""
        target = self.focusProxy() or self
        if bool(target.property(name)) != holds:
            target.setProperty(name, holds)
            restyle(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.guess is not None:
            self.declined = self.guess
            self.offer(None)
        else:
            super().keyPressEvent(event)

    def hold(self, editor: QWidget) -> None:
        """Let `editor` be what the user sees and types into."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(editor)
        self.setFocusProxy(editor)

    def hold_line(self, line: "EntryLine") -> None:
        """`hold` a line that may show a guess."""
        line.returnPressed.connect(self._enter)
        line.passed.connect(self.confirm)
        line.reached.connect(self.guessed)
        line.left.connect(self.guessed)
        self.hold(line)

    def _enter(self) -> None:
        self.confirm()
        self.entered.emit()


class EntryLine(QLineEdit):
    """One line in the direction of its script, beginning on the screen's leading side.

    What is too long for it shows its beginning while nobody writes in it.
    """

    left = Signal()
    reached = Signal()
    passed = Signal()
    """left by Tab"""

    def __init__(self, script: Script = Script.ANY) -> None:
        super().__init__()
        rtl = look().rtl if script is Script.ANY else script not in LEFT_TO_RIGHT
        set_direction(self, rtl)
        self.setAlignment(leading())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        if forward:
            self.passed.emit()
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def setText(self, text: str | None) -> None:  # noqa: N802
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
        # A menu or another window takes the focus only for a moment.
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)


def same(text: str) -> Any:
    return text


class TypedInput(Input):
    """A line that `read` understands (ValueError with a sentence) and `show_value` writes."""

    def __init__(
        self,
        script: Script = Script.ANY,
        read: Callable[[str], Any] = same,
        show_value: Callable[[Any], str] = str,
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self._read = read
        self._show = show_value
        self.line = EntryLine(script)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self._edited)
        self.line.left.connect(self._tidy)
        self.hold_line(self.line)

    def value(self) -> Any:
        try:
            return self._read(self.text()) if self.text() else None
        except ValueError:
            return None

    def fault(self) -> str | None:
        try:
            self._read(self.text()) if self.text() else None
        except ValueError as error:
            return str(error)
        return None

    def set_value(self, value: Any) -> None:
        self._mark(None)
        self.line.setText("" if value is None else self._show(value))

    def text(self) -> str:
        return "" if self.guess is not None else " ".join(without_marks(self.line.text()).split())

    def set_text(self, text: str) -> None:
        self._mark(None)
        self.line.setText(text)
        self.changed.emit()

    def _edited(self) -> None:
        self._mark(None)
        self.changed.emit()

    def _tidy(self) -> None:
        # What was understood is written back in the usual way, so that the user sees how it was understood.
        if self.text() and self.fault() is None:
            self.set_value(self.value())
        self.left.emit()


class DayInput(TypedInput):
    """A day, typed or taken from the calendar."""

    def __init__(
        self,
        placeholder: str = "",
        read: Callable[[str], Any] = typed_day,
        show_value: Callable[[Any], str] = format_short,
    ) -> None:
        super().__init__(Script.DIGITS, read, show_value, placeholder or _("day/month/year"))
        self.calendar = Calendar(self.line, self.day)
        self.calendar.picked.connect(self.take)

    def day(self) -> date | None:
        """The day with which the calendar opens."""
        found = self.value()
        return found if isinstance(found, date) else None

    def take(self, day: date) -> None:
        self.set_value(day)
        self.changed.emit()


def date_input(placeholder: str = "") -> DayInput:
    return DayInput(placeholder)


def money_input(placeholder: str = "") -> TypedInput:
    return TypedInput(Script.DIGITS, parse_dinars, lambda centimes: without_marks(format_dinars(centimes)), placeholder)


def number_input(placeholder: str = "") -> TypedInput:
    return TypedInput(Script.DIGITS, _whole_or_not, lambda number: without_marks(format_number(number)), placeholder)


def phone_input(placeholder: str = "") -> TypedInput:
    return TypedInput(Script.DIGITS, same, group_phone, placeholder)


def _whole_or_not(text: str) -> Any:
    number = parse_number(text)
    return int(number) if number == int(number) else number


class BirthInput(DayInput):
    """The day of birth, or the presumed year alone; fills two fields, of which one at most has a value."""

    def __init__(self, day: str, year: str, placeholder: str = "") -> None:
        super().__init__(placeholder or _("dd/mm/yyyy or the year"), typed_birth, _birth)
        self.parts = (day, year)

    def value(self) -> tuple[Any, Any]:
        return super().value() or (None, None)

    def set_value(self, value: Any) -> None:
        super().set_value(value if value and any(value) else None)

    def day(self) -> date | None:
        """Who is born in a year that is known, or is forty: the calendar begins near."""
        day, year = self.value()
        return day or date(year or today().year - USUAL_AGE, 1, 1)

    def take(self, day: date) -> None:
        self.set_value((day, None))
        self.changed.emit()


def _birth(value: tuple[Any, Any]) -> str:
    day, year = value
    if day:
        return format_short(day)
    return str(year) if year else ""


class LongText(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    left = Signal()
    entered = Signal()

    def __init__(self, script: Script) -> None:
        super().__init__()
        rtl = look().rtl if script is Script.ANY else script not in LEFT_TO_RIGHT
        set_direction(self, rtl)
        option = QTextOption(leading())
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self.document().setDefaultTextOption(option)
        self.setTabChangesFocus(True)
        self.setFixedHeight(px(96))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class LongTextInput(Input):
    """Remarks and the like."""

    def __init__(self, script: Script = Script.ANY, placeholder: str = "") -> None:
        super().__init__()
        self.editor = LongText(script)
        self.editor.setPlaceholderText(placeholder)
        self.editor.textChanged.connect(self.changed)
        self.editor.left.connect(self.left)
        self.editor.entered.connect(self.entered)
        self.hold(self.editor)

    def value(self) -> str | None:
        return self.editor.toPlainText().strip() or None

    def set_value(self, value: Any) -> None:
        self.editor.setPlainText(value or "")

    def set_text(self, text: str) -> None:
        self.editor.setPlainText(text)
