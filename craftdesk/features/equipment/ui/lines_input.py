"""What a request asks for, typed line by line: designation, quantity, unit price; amounts and total follow.

Enter goes on to the next cell and opens a new line after the last one; Up and Down change the line, Ctrl+Del takes
one out.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from craftdesk.base.fields import Script
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_dinars, format_number, parse_dinars, parse_number, without_marks
from craftdesk.base.words import dinars_in_words
from craftdesk.features.equipment.writes import Asked
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import column, row
from craftdesk.ui.inputs import EntryLine, Input
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px, restyle

QUANTITY, PRICE, AMOUNT, REMOVE = 90, 150, 150, 40
LARGEST = 10**15
"""No line costs more centimes than this, so that a slip of the finger still fits into words."""


class Cell(EntryLine):
    """One cell of a line; the keys that leave it are told."""

    gone = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ways: dict[int, str] = {
            Qt.Key.Key_Return: "on",
            Qt.Key.Key_Enter: "on",
            Qt.Key.Key_Up: "up",
            Qt.Key.Key_Down: "down",
        }
        if held and event.key() == Qt.Key.Key_Delete:
            self.gone.emit("out")
        elif not held and (way := ways.get(event.key())):
            self.gone.emit(way)
        else:
            super().keyPressEvent(event)


class AskedLine(QWidget):
    """One line: its three cells, its amount, and the button that takes it out."""

    changed = Signal()
    left = Signal()
    gone = Signal(str, int)
    """which way the cursor left, and from which cell"""

    def __init__(self, remove: Callable[["AskedLine"], object]) -> None:
        super().__init__()
        self.what, self.quantity, self.price = Cell(Script.ANY), Cell(Script.DIGITS), Cell(Script.DIGITS)
        self.amount = Label("", "strong")
        self._lay_out(remove)
        for place, (cell, name) in enumerate(zip(self.cells, HEADINGS, strict=True)):
            cell.setAccessibleName(_(name))
            cell.textEdited.connect(self._edited)
            cell.left.connect(self._tidy)
            cell.gone.connect(lambda way, place=place: self.gone.emit(way, place))

    def _lay_out(self, remove: Callable[["AskedLine"], object]) -> None:
        for cell, width in ((self.quantity, QUANTITY), (self.price, PRICE)):
            cell.setFixedWidth(px(width))
        self.amount.setFixedWidth(px(AMOUNT))
        out = ActionButton(Action("", "ph.x", lambda: remove(self), tip=N_("Take this line out")))
        out.setProperty("role", "flat")
        out.setFixedWidth(px(REMOVE))
        out.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        out.setAccessibleName(_("Take this line out"))
        line = row(spacing=8)
        line.addWidget(self.what, 1)
        for each in (self.quantity, self.price, self.amount, out):
            line.addWidget(each)
        self.setLayout(line)

    @property
    def cells(self) -> tuple[Cell, Cell, Cell]:
        return self.what, self.quantity, self.price

    def texts(self) -> list[str]:
        return [without_marks(cell.text()).strip() for cell in self.cells]

    def write(self, texts: Sequence[str]) -> None:
        for cell, text in zip(self.cells, texts, strict=False):
            cell.setText(text)
        self.show_amount()

    def show_asked(self, asked: Asked) -> None:
        self.write((asked.what, format_number(asked.quantity), without_marks(format_dinars(asked.price))))

    def is_empty(self) -> bool:
        what, _quantity, price = self.texts()
        return not what and not price

    def asked(self) -> Asked | None:
        """What is written, as far as it is understood."""
        what, quantity, price = self.texts()
        try:
            return Asked(what, _whole(quantity or "1"), _amount(price))
        except ValueError:
            return None

    def wrong(self) -> tuple[Cell, str] | None:
        """The cell that cannot be understood, and why."""
        for cell, text, read in zip(self.cells, self.texts(), (_named, _whole, _amount), strict=True):
            try:
                read(text or ("1" if cell is self.quantity else ""))
            except ValueError as error:
                return cell, str(error)
        return None

    def show_amount(self) -> None:
        asked = self.asked()
        self.amount.setText(format_dinars(asked.quantity * asked.price) if asked and not self.is_empty() else "")

    def _edited(self) -> None:
        self.show_amount()
        self.changed.emit()

    def _tidy(self) -> None:
        if (asked := self.asked()) and asked.price and self.price.text():
            self.price.setText(without_marks(format_dinars(asked.price)))
        if not self.is_empty() and not self.quantity.text().strip():
            self.quantity.setText("1")
        self.show_amount()
        self.left.emit()


HEADINGS = (N_("Designation"), N_("Quantity"), N_("Unit price"))


def _named(text: str) -> str:
    if not text:
        raise ValueError(_("Every line needs a designation."))
    return text


def _whole(text: str) -> int:
    number = parse_number(text)
    if number != int(number) or number < 1 or number > 10**6:
        raise ValueError(_("The quantity is a whole number, 1 at least."))
    return int(number)


def _amount(text: str) -> int:
    centimes = parse_dinars(text) if text else 0
    if not 0 <= centimes <= LARGEST:
        raise ValueError(_("“{text}” cannot be a price.").format(text=text))
    return centimes


class LinesInput(Input):
    """The lines with their total in figures and in words."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[AskedLine] = []
        self._rows = column(spacing=6)
        self.total = Label("", "figure")
        self.in_words = Label("", "muted", wrap=True)
        self._add = ActionButton(Action(N_("Add a line"), "ph.plus", self._begin_line), small=True)
        self._lay_out()
        self.set_value(None)

    def _lay_out(self) -> None:
        heads = row(spacing=8)
        heads.addWidget(Label(_(HEADINGS[0]), "label"), 1)
        for title, width in ((HEADINGS[1], QUANTITY), (HEADINGS[2], PRICE), (N_("Amount"), AMOUNT), ("", REMOVE)):
            label = Label(_(title), "label")
            label.setFixedWidth(px(width))
            heads.addWidget(label)
        foot = row(spacing=16)
        foot.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        words = column(self.total, self.in_words, spacing=0)
        foot.addLayout(words, 1)
        whole = column(spacing=6)
        whole.addLayout(heads)
        whole.addLayout(self._rows)
        whole.addLayout(foot)
        self.setLayout(whole)

    def value(self) -> list[Asked] | None:
        """The lines that are written, or None while one of them is not understood."""
        found = [line.asked() for line in self._written()]
        return [each for each in found if each] if found and all(found) else None

    def set_value(self, value: Any) -> None:
        for line in list(self.lines):
            self._drop(line)
        for each in value or ():
            self._new_line().show_asked(each)
        if not self.lines:
            self._new_line()
        self._add_up()

    def fault(self) -> str | None:
        wrong = self._wrong()
        return wrong[1] if wrong else None

    def text(self) -> str:
        texts = [line.texts() for line in self._written()]
        return json.dumps(texts, ensure_ascii=False) if texts else ""

    def set_text(self, text: str) -> None:
        self.set_value(None)
        for place, texts in enumerate(json.loads(text)):
            (self.lines[0] if not place else self._new_line()).write(texts)
        self._changed()

    def set_bad(self, bad: bool) -> None:
        wrong = self._wrong() if bad else None
        first = self.lines[0].what if bad and not wrong else None
        for line in self.lines:
            for cell in line.cells:
                _mark(cell, cell is first or (wrong is not None and cell is wrong[0]))

    def _written(self) -> list[AskedLine]:
        return [line for line in self.lines if not line.is_empty()]

    def _wrong(self) -> tuple[Cell, str] | None:
        return next((wrong for line in self._written() if (wrong := line.wrong())), None)

    def _new_line(self) -> AskedLine:
        line = AskedLine(self.remove)
        line.changed.connect(self._changed)
        line.left.connect(self._leave)
        line.gone.connect(lambda way, place, line=line: self._go(line, way, place))
        self.lines.append(line)
        self._rows.addWidget(line)
        self.setFocusProxy(self.lines[0].what)
        return line

    def _begin_line(self) -> None:
        self._focus(self._new_line(), 0)

    def remove(self, line: AskedLine) -> None:
        """Take a line out; the last one is emptied."""
        place = self.lines.index(line)
        self._drop(line)
        if not self.lines:
            self._new_line()
        self._focus(self.lines[min(place, len(self.lines) - 1)], 0)
        self._changed()

    def _drop(self, line: AskedLine) -> None:
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
        if self.lines:
            self.setFocusProxy(self.lines[0].what)

    def _go(self, line: AskedLine, way: str, place: int) -> None:
        at = self.lines.index(line)
        if way == "out":
            self.remove(line)
        elif way == "on":
            self._go_on(line, at, place)
        elif 0 <= (other := at + (-1 if way == "up" else 1)) < len(self.lines):
            self._focus(self.lines[other], place)

    def _go_on(self, line: AskedLine, at: int, place: int) -> None:
        """To the next cell; after the last one to a new line, and from an empty line out of the table."""
        last = at + 1 == len(self.lines)
        if last and line.is_empty():
            self.entered.emit()
        elif place < 2:
            self._focus(line, place + 1)
        else:
            self._focus(self._new_line() if last else self.lines[at + 1], 0)

    def _focus(self, line: AskedLine, place: int) -> None:
        # A line that was just added is shown after the layout has run.
        cell: QLineEdit = line.cells[place]
        cell.setFocus(Qt.FocusReason.TabFocusReason)
        cell.selectAll()
        if not cell.hasFocus():
            QTimer.singleShot(0, cell, cell.setFocus)

    def _leave(self) -> None:
        self._add_up()
        self.left.emit()

    def _changed(self) -> None:
        self._add_up()
        self.changed.emit()

    def _add_up(self) -> None:
        total = sum(each.quantity * each.price for line in self._written() if (each := line.asked()))
        self.total.setText(_("Total: {amount}").format(amount=format_dinars(total)) if total else "")
        self.in_words.setText(dinars_in_words(total) if 0 < total < LARGEST * 100 else "")


def _mark(cell: QLineEdit, bad: bool) -> None:
    if bool(cell.property("bad") or False) != bad:
        cell.setProperty("bad", bad)
        restyle(cell)
