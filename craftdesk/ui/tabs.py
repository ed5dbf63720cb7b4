"""Pages within a page: words in a row, the chosen one underlined; each is built when it is first opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from craftdesk.base.i18n import _
from craftdesk.ui.cards import column, row
from craftdesk.ui.keeping import TABS
from craftdesk.ui.theme import font, look, px

APART, NEAR = 28, 6
"""Between two words of the row, where there is room and where there is little."""


@dataclass(frozen=True)
class Tab:
    """One word of the row; `build` is called when it is first opened. `count` stands after the title."""

    name: str
    title: str
    build: Callable[[], QWidget]
    count: int | None = None

    def words(self) -> str:
        title = _(self.title)
        return title if self.count is None else f"{title}  {self.count}"


class Tabs(QWidget):
    """A row of tabs over what they open. Arrow keys go along the row; Ctrl+Tab goes to the next."""

    opened = Signal(str)
    kept_in_turn = TABS

    def __init__(self, tabs: Sequence[Tab], trailing: QWidget | None = None) -> None:
        super().__init__()
        self._tabs = {tab.name: tab for tab in tabs}
        self._built: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        self._buttons = {tab.name: self._button(tab) for tab in tabs}
        self._stack = QStackedWidget()
        self._heads = row(*self._buttons.values(), spacing=APART)
        self._heads.addStretch(1)
        if trailing:
            self._heads.addWidget(trailing)
        outer = column(spacing=12)
        outer.addLayout(self._heads)
        outer.addWidget(self._stack, 1)
        self.setLayout(outer)
        self.open(next(iter(self._tabs)))

    def _button(self, tab: Tab) -> QPushButton:
        button = QPushButton(tab.words())
        button.setProperty("role", "tab")
        button.setCheckable(True)
        # The chosen word is bold: it needs its room before it is chosen.
        button.setMinimumWidth(QFontMetrics(font(14, QFont.Weight.DemiBold)).horizontalAdvance(tab.words()) + px(8))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.open(tab.name))
        self._group.addButton(button)
        return button

    def current(self) -> str:
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def open(self, name: str) -> None:
        if name not in self._built:
            self._built[name] = self._tabs[name].build()
            self._stack.addWidget(self._built[name])
        self._buttons[name].setChecked(True)
        if self.focusWidget() in self._buttons.values():
            self._buttons[name].setFocus()
        self._stack.setCurrentWidget(self._built[name])
        self.opened.emit(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = sum(max(each.sizeHint().width(), each.minimumWidth()) for each in self._buttons.values())
        between = (self.width() - wanted) // max(1, len(self._buttons) - 1)
        self._heads.setSpacing(max(px(NEAR), min(px(APART), between)))

    def kept(self) -> str:
        return self.current()

    def take_up(self, kept: str) -> None:
        if kept in self._tabs:
            self.open(kept)

    def page(self, name: str) -> QWidget | None:
        """What the tab opened, if it was."""
        return self._built.get(name)

    def set_count(self, name: str, count: int | None) -> None:
        tab = self._tabs[name]
        self._tabs[name] = Tab(tab.name, tab.title, tab.build, count)
        self._buttons[name].setText(self._tabs[name].words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = list(self._tabs)
        forward = -1 if look().rtl else 1
        steps: dict[int, int] = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward}
        step = steps.get(event.key())
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Tab and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.open(names[(names.index(self.current()) + 1) % len(names)])
        elif step and focused in self._buttons.values():
            self.open(names[(names.index(self.current()) + step) % len(names)])
        else:
            super().keyPressEvent(event)
