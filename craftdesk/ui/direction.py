"""Right to left in one place: where lines begin, and how codes keep their own direction inside Arabic.

Qt mirrors `AlignLeft` and `AlignRight`, and a label follows the direction of its own text, so that a telephone number
under an Arabic name would jump to the other side. Everything in the kit asks here.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLayout, QWidget

from craftdesk.base.numbers import isolate, without_marks
from craftdesk.ui.theme import look

FSI, PDI = "\u2068", "\u2069"
LRM, RLM = "\u200e", "\u200f"

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def leading(vertical: Qt.AlignmentFlag = _MIDDLE) -> Qt.AlignmentFlag:
    """The side on which a line begins."""
    return (_RIGHT if look().rtl else _LEFT) | vertical


def trailing(vertical: Qt.AlignmentFlag = _MIDDLE) -> Qt.AlignmentFlag:
    """The side on which a line ends."""
    return (_LEFT if look().rtl else _RIGHT) | vertical


def layout_direction() -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if look().rtl else Qt.LayoutDirection.LeftToRight


def code(text: str) -> str:
    """A register number, telephone, percentage or file name that reads from left to right wherever it stands."""
    return isolate(text)


def apart(text: str) -> str:
    """A name whose direction is its own, set into a sentence of either direction."""
    return f"{FSI}{text}{PDI}" if text else ""


def flowing(text: str) -> str:
    """A sentence that runs in the screen's direction even when its first word is of the other script."""
    return (RLM if look().rtl else LRM) + text if text else ""


def plain(text: str) -> str:
    """The text without the invisible marks, to copy or to compare."""
    return without_marks(text)


def follow_screen(painter: QPainter) -> None:
    """Let what is painted run in the screen's direction."""
    painter.setLayoutDirection(layout_direction())


def set_direction(widget: QWidget, rtl: bool) -> None:
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)


def margins(layout: QLayout, leading: int, top: int, trailing: int, bottom: int) -> None:
    """The margins of a layout, which Qt does not mirror by itself."""
    left, right = (trailing, leading) if look().rtl else (leading, trailing)
    layout.setContentsMargins(left, top, right, bottom)


def mirrored(rect: QRect, within: QRect) -> QRect:
    """`rect`, laid out from left to right, where it stands on this screen."""
    if not look().rtl:
        return rect
    return QRect(within.left() + within.right() - rect.right(), rect.top(), rect.width(), rect.height())
