"""What a column of a list says about itself: how to read its cell, how the cell looks, how it is sorted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt

from craftdesk.base.names import fold
from craftdesk.base.numbers import format_number
from craftdesk.ui.direction import code, leading

Row = TypeVar("Row")


class Style(StrEnum):
    """How a cell is painted."""

    TEXT = "text"
    NAME = "name"
    CODE = "code"
    NUMBER = "number"
    PILL = "pill"
    BAR = "bar"
    MARK = "mark"
    ICON = "icon"


WIDTHS = {
    Style.TEXT: 150,
    Style.NAME: 220,
    Style.CODE: 148,
    Style.NUMBER: 90,
    Style.PILL: 110,
    Style.BAR: 150,
    Style.MARK: 60,
    Style.ICON: 44,
}
STRETCHES = {Style.TEXT: 2, Style.NAME: 3}


def plain_tone(row: object) -> str:  # noqa: ARG001
    return "neutral"


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A heading, and how to read the cell from a row.

    `value` gives the words; for a bar the share from 0 to 1, for an icon its name. `second` is the small line below.
    `tone` colours pills, bars, marks and icons. `fits` are the pieces of the words that were searched for. `sort` is
    the key handed to whoever asks the rows; rows that are all here are sorted by `order`, or by the value. `name` keeps
    the column's layout through changes of its title. Where a list is too narrow for its columns those that yield go,
    the highest first.
    """

    title: str
    value: Callable[[Row], object]
    style: Style = Style.TEXT
    second: Callable[[Row], str] | None = None
    tone: Callable[[Row], str] = plain_tone
    fits: Callable[[Row], Sequence[str]] | None = None
    width: int = 0
    sort: str = ""
    order: Callable[[Row], Any] | None = None
    name: str = ""
    hidden: bool = False
    yields: int = 0

    @property
    def key(self) -> str:
        return self.name or self.sort or self.title

    @property
    def wide(self) -> int:
        """The width it wants, in pixels of the design."""
        return self.width or WIDTHS[self.style]

    @property
    def stretch(self) -> int:
        return STRETCHES.get(self.style, 0)

    def text(self, row: Row) -> str:
        """The cell in words, as it is shown, read aloud and copied."""
        return shown(self.value(row), self.style)

    def place(self, row: Row) -> tuple[bool, Any]:
        """Where the row stands when this column sorts; what is empty comes last."""
        found = self.order(row) if self.order else self.value(row)
        if isinstance(found, str):
            found = fold(found)
        return (found is None or found == "", found)


def shown(value: object, style: Style = Style.TEXT) -> str:
    """A value as a cell shows it."""
    if value is None:
        return ""
    if style is Style.BAR and isinstance(value, int | float):
        return percent(float(value))
    if isinstance(value, date):
        return code(f"{value:%d/%m/%Y}")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return format_number(value)
    return code(str(value)) if style in (Style.CODE, Style.NUMBER) else str(value)


def percent(share: float) -> str:
    """A share as a narrow cell shows it, its sign always after the number."""
    return code(f"{round(share * 100)}%")


def alignment(style: Style) -> Qt.AlignmentFlag:
    """Words begin on the leading side; figures stand under each other by their last digit, which is on the right."""
    if style is Style.NUMBER:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    return Qt.AlignmentFlag.AlignCenter if style in (Style.MARK, Style.ICON) else leading()
