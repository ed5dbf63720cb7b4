"""Letting the keyboard go on inside what was just opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget


def enter(place: QWidget, passing_over: QWidget | None = None) -> None:
    """Give the focus to the list in `place`, else to the first thing there that takes it.

    Whoever put it inside already is left alone, except Qt, which hands it to the first button.
    `passing_over` stands in the place without being a part of it.
    """
    focused = QApplication.focusWidget()
    inside_already = focused is not None and place.isAncestorOf(focused) and not _within(focused, passing_over)
    if inside_already and not isinstance(focused, QAbstractButton):
        return
    inside = [each for each in place.findChildren(QWidget) if _takes_focus(each) and not _within(each, passing_over)]
    lists = [each for each in inside if isinstance(each, QAbstractItemView)]
    target = next(iter(lists or inside), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _within(widget: QWidget, other: QWidget | None) -> bool:
    return other is not None and (widget is other or other.isAncestorOf(widget))
