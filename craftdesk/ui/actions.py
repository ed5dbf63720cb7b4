"""What a user can do, declared once: buttons, context menus, shortcuts and their tooltips come from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from craftdesk.base.i18n import _
from craftdesk.ui.direction import code, layout_direction, mirrored
from craftdesk.ui.icons import icon, paint_icon
from craftdesk.ui.theme import px, tone

GAP = 7


def always() -> bool:
    return True


@dataclass(frozen=True)
class Action:
    """A thing to do. `title` is translated when shown; `enabled` is asked again by `refresh`.

    One action of a page is `primary`: its filled button. `shortcut` is written as Qt does: "Ctrl+N", "Del", "F2".
    """

    title: str
    icon: str
    run: Callable[[], object]
    shortcut: str = ""
    enabled: Callable[[], bool] = always
    primary: bool = False
    tip: str = ""

    def tooltip(self) -> str:
        words = _(self.tip or self.title)
        return f"{words}  {keys(self.shortcut)}" if self.shortcut else words


def keys(shortcut: str) -> str:
    """A shortcut as the user reads it, in Latin direction: Ctrl+K."""
    return code(QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText))


class ActionButton(QPushButton):
    """The button of an action. Icon and words are painted here: the style leaves no air between them."""

    def __init__(self, action: Action, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_(action.title), parent)
        self.action = action
        self._widths: tuple[int, int] | None = None
        self.setProperty("role", "primary" if action.primary else "small" if small else "")
        if action.icon:
            self.setIcon(icon(action.icon))
            self.setIconSize(QSize(px(16), px(16)))
        self.setToolTip(action.tooltip())
        self.setAccessibleName(_(action.title or action.tip))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._run)
        self.refresh()

    def _run(self) -> None:
        self.action.run()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self.text():
            return QSize(hint.height() + px(4), hint.height())
        return QSize(hint.width() + px(GAP), hint.height()) if self.action.icon else hint

    def show_words(self, shown: bool) -> None:
        """Say what it does, or show the icon alone where there is no room; the tooltip has the words."""
        words = _(self.action.title) if self.action.title and (shown or not self.action.icon) else ""
        if words != self.text():
            self.setText(words)

    def widths(self) -> tuple[int, int]:
        """How wide it wants to be with its words, and with its icon alone."""
        if self._widths is None:
            self.ensurePolished()
            now, found = bool(self.text()), []
            for shown in (True, False):
                self.show_words(shown)
                found.append(self.sizeHint().width())
            self.show_words(now)
            self._widths = (found[0], found[1])
        return self._widths

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # In a dialog Enter presses it from anywhere; it is known only now that it stands in one.
        if self.action.primary:
            self.setDefault(True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        # Qt's styles bring in six hundred names, and no button is painted before the window is seen.
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter  # noqa: PLC0415

        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_inside(painter)
        painter.end()

    def _paint_inside(self, painter: QPainter) -> None:
        tone_name = "faint" if not self.isEnabled() else "on_primary" if self.action.primary else "text"
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        sign = px(16) + (px(GAP) if self.text() else 0) if self.action.icon else 0
        whole = QRect(0, 0, min(words + sign, self.width() - px(8)), self.height())
        whole.moveCenter(self.rect().center())
        if sign:
            place = QRect(whole.left(), whole.center().y() - px(8), px(16), px(16))
            paint_icon(painter, mirrored(place, whole), self.action.icon, tone_name)
        painter.setFont(self.font())
        painter.setPen(tone(tone_name))
        painter.setLayoutDirection(layout_direction())
        painter.drawText(mirrored(whole.adjusted(sign, 0, 0, 0), whole), Qt.AlignmentFlag.AlignCenter, self.text())

    def refresh(self) -> None:
        self.setEnabled(self.action.enabled())


def fit_words(line: QHBoxLayout, room: int) -> None:
    """Where the buttons of a line have too little room, those before the filled one show their icons alone."""
    places = (line.itemAt(place) for place in range(line.count()))
    buttons = [each for place in places if place and isinstance(each := place.widget(), ActionButton)]
    over = sum(button.widths()[0] + px(8) for button in buttons) - room
    for button in buttons:
        whole, sign = button.widths()
        button.show_words(over <= 0 or button.action.primary)
        if over > 0 and not button.action.primary:
            over -= whole - sign


def refresh(widget: QWidget) -> None:
    """Ask all actions whose buttons stand inside `widget` whether they can be done now."""
    for button in widget.findChildren(ActionButton):
        button.refresh()


def menu(actions: Iterable[Action], parent: QWidget) -> QMenu:
    """The actions that can be done now, as a menu."""
    made = QMenu(parent)
    for each in actions:
        entry = QAction(icon(each.icon) if each.icon else icon("ph.dot"), _(each.title), made)
        if each.shortcut:
            entry.setShortcut(QKeySequence(each.shortcut))
            entry.setShortcutVisibleInContextMenu(True)
        entry.setEnabled(each.enabled())
        entry.triggered.connect(lambda _checked=False, run=each.run: run())
        made.addAction(entry)
    return made


def bind(widget: QWidget, actions: Iterable[Action]) -> None:
    """Let the shortcuts work while the cursor is anywhere inside `widget`."""
    for each in actions:
        if each.shortcut:
            shortcut = QShortcut(QKeySequence(each.shortcut), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda act=each: act.run() if act.enabled() else None)
