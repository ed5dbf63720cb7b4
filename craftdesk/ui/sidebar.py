"""The strong column of places on the leading side."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPixmap, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from craftdesk.base.i18n import _
from craftdesk.base.paths import RESOURCES
from craftdesk.ui.actions import keys
from craftdesk.ui.cards import column, row, scrolling
from craftdesk.ui.direction import mirrored
from craftdesk.ui.icons import paint_icon
from craftdesk.ui.labels import Label
from craftdesk.ui.painting import paint_line
from craftdesk.ui.theme import px

WIDTH = 222
NUMBERED = 9
ROOMY = 14
"""So many places stand apart from each other on a usual screen."""


class Place(NamedTuple):
    """An entry: its name, its title (translated when shown) and its icon."""

    name: str
    title: str
    icon: str


class _PlaceButton(QPushButton):
    """Its icon stands well apart from its words, and long words are cut with an ellipsis."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self.setProperty("role", "place")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_(place.title))
        self.setToolTip(_(place.title))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        inside = self.rect().adjusted(px(12), 0, -px(12), 0)
        sign = QRect(inside.left(), inside.center().y() - px(8), px(17), px(17))
        paint_icon(painter, mirrored(sign, inside), self._place.icon, "side_text")
        words = mirrored(inside.adjusted(px(30), 0, 0, 0), inside)
        paint_line(painter, words, _(self._place.title), self.font(), "side_text")
        painter.end()


class SideBar(QFrame):
    """Ctrl+1 … Ctrl+9 go to the first nine places, the arrow keys from one to the next."""

    chosen = Signal(str)

    def __init__(
        self,
        places: Sequence[Place],
        foot: Sequence[Place] = (),
        title: str = "",
        note: str = "",
        status: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setFixedWidth(px(WIDTH))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self.note = Label(note, "side_note", wrap=True)
        self.status = Label(status, "side_note", wrap=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(12), px(16), px(12), px(14))
        outer.setSpacing(px(3))
        outer.addLayout(self._head(title))
        outer.addSpacing(px(10))
        # Many places stand closer; on a low screen they scroll, and the foot stays in sight.
        tight = len(places) + len(foot) > ROOMY
        outer.setSpacing(px(1 if tight else 3))
        inside, listed = QWidget(), column(spacing=1 if tight else 3)
        for number, place in enumerate(places, 1):
            listed.addWidget(self._button(place, f"Ctrl+{number}" if number <= NUMBERED else ""))
        listed.addStretch(1)
        inside.setLayout(listed)
        self._area = scrolling(inside)
        outer.addWidget(self._area, 1)
        for place in foot:
            outer.addWidget(self._button(place, ""))
        for button in self._buttons.values():
            button.setProperty("tight", tight)
        outer.addSpacing(px(6))
        outer.addLayout(self._inset(self.status))
        self._outer = outer

    def _head(self, title: str) -> QVBoxLayout:
        sign = QLabel()
        sign.setPixmap(_logo(px(22), self.devicePixelRatio()))
        name = row(sign, Label(title, "side_name"), spacing=6)
        name.addStretch(1)
        head = column(spacing=4)
        head.addLayout(name)
        head.addLayout(self._inset(self.note))
        return head

    def _inset(self, label: Label) -> QVBoxLayout:
        inset = column(label)
        inset.setContentsMargins(px(6), 0, px(6), 0)
        return inset

    def _button(self, place: Place, shortcut: str) -> QPushButton:
        button = _PlaceButton(place)
        button.clicked.connect(lambda: self.chosen.emit(place.name))
        if shortcut:
            button.setToolTip(f"{_(place.title)}  {keys(shortcut)}")
            QShortcut(QKeySequence(shortcut), self).activated.connect(button.click)
        self._group.addButton(button)
        self._buttons[place.name] = button
        return button

    def add_foot(self, widget: QWidget) -> None:
        """Let something stand below everything else."""
        self._outer.addWidget(widget)

    def show_place(self, name: str) -> None:
        """Mark the place where the user is (without telling that it was chosen)."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            if self._area.isAncestorOf(self._buttons[name]):
                self._area.ensureWidgetVisible(self._buttons[name], 0, 0)

    def current(self) -> str | None:
        return next((name for name, button in self._buttons.items() if button.isChecked()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        buttons = list(self._buttons.values())
        focused = self.focusWidget()
        if event.key() in steps and focused in buttons:
            buttons[(buttons.index(focused) + steps[event.key()]) % len(buttons)].setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)


def _logo(size: int, ratio: float) -> QPixmap:
    drawn = QPixmap(str(RESOURCES / "icons" / "craftdesk-sign.png"))
    smooth = Qt.TransformationMode.SmoothTransformation
    drawn = drawn.scaledToHeight(round(size * ratio), smooth)
    drawn.setDevicePixelRatio(ratio)
    return drawn
