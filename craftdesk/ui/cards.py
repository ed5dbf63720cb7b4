"""What a page is laid out from: rows and columns of things, cards, sections, the empty state."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.direction import margins
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px


def row(*widgets: QWidget, spacing: int = 8) -> QHBoxLayout:
    """Things side by side from the leading side, without margins."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(px(spacing))
    for each in widgets:
        made.addWidget(each)
    return made


def column(*widgets: QWidget, spacing: int = 8) -> QVBoxLayout:
    """Things one under the other, without margins."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(px(spacing))
    for each in widgets:
        made.addWidget(each)
    return made


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout, so that it can be filled anew."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QVBoxLayout | QHBoxLayout):
            clear(inner)


def scrolling(inside: QWidget) -> QScrollArea:
    """A place that scrolls up and down when what it holds is higher than it."""
    area = QScrollArea()
    inside.setProperty("role", "plain")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class Body(QVBoxLayout):
    """Stands at the top of its place as high as it needs; what is added with a stretch lets it fill the place."""

    def __init__(self, place: QWidget) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(px(10))
        self._outer = column(spacing=0)
        self._outer.addLayout(self)
        self._outer.addStretch(1)
        place.setLayout(self._outer)

    def addWidget(  # noqa: N802
        self, widget: QWidget, stretch: int | None = 0, alignment: Qt.AlignmentFlag | None = None
    ) -> None:
        super().addWidget(widget, stretch or 0, alignment or Qt.AlignmentFlag(0))
        self._stretch(stretch)

    def addLayout(self, layout: QLayout, stretch: int | None = 0) -> None:  # noqa: N802
        super().addLayout(layout, stretch or 0)
        self._stretch(stretch)

    def stand_at_top(self) -> None:
        self._outer.setStretch(0, 0)
        self._outer.setStretch(1, 1)

    def _stretch(self, stretch: int | None) -> None:
        if stretch:
            self._outer.setStretch(0, 1)
            self._outer.setStretch(1, 0)


class Card(QFrame):
    """One thought on its own ground. Fill `body`; `foot` stays in sight below what scrolls."""

    def __init__(self, title: str = "", scrolls: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        inside = QWidget()
        self.body = Body(inside)
        self.foot = row()
        outer = QVBoxLayout(self)
        # What scrolls keeps its text where it would stand anyway, and its scroll bar in the margin.
        margins(outer, px(16), px(16), px(4 if scrolls else 16), px(16))
        margins(self.body, 0, 0, px(12 if scrolls else 0), 0)
        margins(self.foot, 0, 0, px(12 if scrolls else 0), 0)
        outer.setSpacing(px(10))
        if title:
            outer.addWidget(Label(title, "heading"))
        outer.addWidget(scrolling(inside) if scrolls else inside, 1)
        outer.addLayout(self.foot)

    def add(self, *widgets: QWidget) -> None:
        for each in widgets:
            self.body.addWidget(each)

    def clear(self) -> None:
        clear(self.body)
        clear(self.foot)
        self.body.stand_at_top()


class Section(QWidget):
    """A heading and what belongs under it, on the ground of what it stands on."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, "heading")
        self.body = column(spacing=8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(8))
        outer.addWidget(self.title)
        outer.addLayout(self.body)

    def add(self, *widgets: QWidget) -> None:
        for each in widgets:
            self.body.addWidget(each)


class EmptyState(QWidget):
    """What stands where there is nothing yet: why, and what to do first."""

    def __init__(self, icon: str, sentence: str, action: Action | None = None, hint: str = "") -> None:
        super().__init__()
        outer = column(spacing=12)
        outer.addStretch(2)
        outer.addWidget(IconLabel(icon, "faint", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        for words, role in ((sentence, "heading"), (hint, "muted")):
            if words:
                outer.addWidget(_centred(words, role))
        if action:
            # The filled button of the page stands in its head already.
            outer.addWidget(ActionButton(replace(action, primary=False)), 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.setLayout(outer)


def _centred(words: str, role: str) -> Label:
    label = Label(words, role, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
