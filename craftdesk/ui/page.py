"""A page: title, what it says in a line, its actions, a row to search and filter, the body, a panel at the side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from craftdesk.ui import actions as acts
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.filters import FilterRow
from craftdesk.ui.labels import CutLabel, Label
from craftdesk.ui.side import Side
from craftdesk.ui.theme import px

if TYPE_CHECKING:
    from craftdesk.ui.table import TableView

SIDE = 304
MARGIN = 24
FOR_TITLE, LONG_TITLE, FOR_FILTERS = 160, 440, 310
"""What a short and a long title, or the box and the button of the filters, keep beside the buttons."""
ENOUGH = 0.9
"""Of what its columns want, a list can be read in so much."""


class PageFrame(QWidget):
    """The frame of every page. The primary action stands last, where the eye ends.

    Actions stand beside the filter row where there is one, else in the head; a `long` subtitle stands below them, over
    the whole width. `corner` takes what the window carries from page to page: the search over everything, which the
    window names in its property "carried".
    """

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        actions: Sequence[Action] = (),
        filters: FilterRow | None = None,
        long: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = CutLabel(title, "title")
        self.subtitle = CutLabel(subtitle, "subtitle")
        self.filters = filters
        self.buttons = row()
        self.corner = row()
        self.body = column(spacing=14)
        self._middle = row(spacing=14)
        self._middle.addLayout(self.body, 1)
        self._foot = row()
        self.side_place: Side | None = None
        self._lay_out(long)
        self.set_actions(actions)
        acts.bind(self, actions)

    def _lay_out(self, long: bool) -> None:
        head, words = row(spacing=16), column(self.title, spacing=0)
        whole = column(spacing=2)
        whole.addLayout(head)
        (whole if long else words).addWidget(self.subtitle)
        head.addLayout(words, 1)
        if not self.filters:
            head.addLayout(self.buttons)
        head.addLayout(self.corner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(MARGIN), px(18), px(MARGIN), px(18))
        outer.setSpacing(px(14))
        outer.addLayout(whole)
        if self.filters:
            outer.addLayout(self._filter_row(self.filters))
        outer.addLayout(self._middle, 1)
        outer.addLayout(self._foot)

    def _filter_row(self, filters: FilterRow) -> QHBoxLayout:
        line = row(spacing=16)
        line.addWidget(filters)
        line.addStretch(1)
        line.addLayout(self.buttons)
        return line

    def set_actions(self, actions: Sequence[Action]) -> None:
        """Show these buttons; shortcuts are those the page was made with."""
        clear(self.buttons)
        for each in sorted(actions, key=lambda action: action.primary):
            self.buttons.addWidget(ActionButton(each))
        self._offer_export()

    def _room_for_buttons(self) -> int:
        """What is left of the line in which they stand."""
        room = self.width() - 2 * px(MARGIN)
        if self.filters is not None:
            return room - px(FOR_FILTERS)
        self.title.ensurePolished()
        title = min(max(self.title.wanted(), px(FOR_TITLE)), px(LONG_TITLE))
        return room - title - self.corner.sizeHint().width() - 2 * px(16)

    def refresh_actions(self) -> None:
        acts.refresh(self)

    def set_title(self, title: str, subtitle: str | None = None) -> None:
        self.title.setText(title)
        if subtitle is not None:
            self.set_subtitle(subtitle)

    def set_subtitle(self, subtitle: str) -> None:
        self.subtitle.setText(subtitle)

    def set_corner(self, widget: QWidget) -> None:
        """Let `widget` stand at the end of the head (it is taken from the page where it stood)."""
        self.corner.addWidget(widget)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer_export()
        carried = self.window().property("carried")
        if isinstance(carried, QWidget):
            self.set_corner(carried)

    def set_body(self, widget: QWidget) -> None:
        clear(self.body)
        self.body.addWidget(widget, 1)
        self._offer_export()

    def _offer_export(self) -> None:
        """A list can be written into a file where the window can do that."""
        table = self._list()
        if table is None or not table.can_export():
            return
        items = (self.buttons.itemAt(place) for place in range(self.buttons.count()))
        buttons = (item.widget() for item in items if item is not None)
        if not any(isinstance(each, ActionButton) and each.action is table.exporting for each in buttons):
            self.buttons.insertWidget(0, ActionButton(table.exporting))

    def set_side(self, card: QWidget, width: int = SIDE) -> None:
        """Show a card beside the body, for the chosen row; beside a list it gives way where there is little room."""
        self.side_place = Side(card, width, self._list_needs)
        self.side_place.hear_key(self)
        self.corner.insertWidget(0, self.side_place.button)
        self._middle.addWidget(self.side_place)

    def _list_needs(self) -> int:
        table = self._list()
        return round(table.wanted_width() * ENOUGH) if table is not None else 0

    def _list(self) -> "TableView[Any] | None":
        from craftdesk.ui.table import TableView  # noqa: PLC0415 - the first page has no list

        first = self.body.itemAt(0)
        inside = first.widget() if first is not None else None
        return inside if isinstance(inside, TableView) else None

    def event(self, event: QEvent) -> bool:
        # Whatever stands in the head has changed its size.
        if event.type() == QEvent.Type.LayoutRequest:
            acts.fit_words(self.buttons, self._room_for_buttons())
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        acts.fit_words(self.buttons, self._room_for_buttons())
        if self.side_place is not None:
            self.side_place.fit(self.width() - 2 * px(MARGIN))

    def set_notes(self, leading: str = "", trailing: str = "") -> None:
        """A quiet line below the body: a rule, the keys."""
        clear(self._foot)
        self._foot.addWidget(Label(leading, "muted"))
        self._foot.addStretch(1)
        self._foot.addWidget(Label(trailing, "muted"))


def side_card() -> Card:
    """The card for the chosen row of a list: it scrolls, and its buttons stay in sight."""
    return Card(scrolls=True)
