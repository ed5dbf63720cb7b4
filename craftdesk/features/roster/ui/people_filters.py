"""The filters above the list of artisans: offered in a menu, found by typing, shown as chips."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from craftdesk.base.i18n import _
from craftdesk.base.numbers import isolate
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads as office
from craftdesk.features.roster import narrowing
from craftdesk.features.roster.finding import Filters
from craftdesk.ui.filters import Chip, FilterRow
from craftdesk.ui.keeping import FILTERS
from craftdesk.ui.picking import RecordField, Search
from craftdesk.ui.suggestions import Choice
from craftdesk.ui.theme import px

COPPER = frozenset({"card_days", "mend"})
TYPED = frozenset({"activity", "commune"})
_WIDTH = 210
_AROUND = 40
"""Of a chip, beside its words."""


def communes(desk: Desk, typed: str) -> Sequence[Choice]:
    return [Choice(place.id, place.label(), place.detail()) for place in desk.read(office.communes, typed)]


def activities(desk: Desk, typed: str) -> Sequence[Choice]:
    return [Choice(each.id, each.label(), isolate(each.code)) for each in desk.read(office.activities, typed, 30)]


class PlacePicker(RecordField):
    """Stands among the chips while its filter is being chosen; Esc takes it away."""

    given_up = Signal()

    def __init__(self, search: Search, placeholder: str) -> None:
        super().__init__(search, placeholder=placeholder)
        self.setFixedWidth(px(_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class PeopleFilters(FilterRow):
    """Tells `narrowed` whenever a filter is put on or taken off; `value` holds them all."""

    narrowed = Signal()
    kept_in_turn = FILTERS

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Name, number or phone"))
        self._desk = desk
        self.value = Filters()
        self._picker: PlacePicker | None = None
        self._chips: list[tuple[Chip, str, str]] = []
        self._room = px(2000)
        searches: dict[str, Search] = {"activity": partial(activities, desk), "commune": partial(communes, desk)}
        for name in narrowing.TITLES:
            title = _(narrowing.TITLES[name])
            if name in searches:
                self.offer_more(title, partial(self._pick, name, title, searches[name]))
            elif name == "mend":
                self.offer_more(title, partial(self.put, name, "1"))
            else:
                self.offer(title, narrowing.choices(name), partial(self.put, name))

    def put(self, name: str, value: object) -> None:
        """Put a filter on by its stored value, or take it off by None."""
        self.show_filters(narrowing.with_filter(self.value, name, value))

    def show_filters(self, filters: Filters) -> None:
        """Put these filters on and all others off."""
        self.value = filters
        self._put_away()
        self.clear_chips()
        self._chips = []
        short = self._desk.read(narrowing.values, filters)
        for name, words in self._desk.read(narrowing.words, filters).items():
            chip = self.add_chip(words, partial(self.put, name, None), "copper" if name in COPPER else "primary")
            chip.setToolTip(f"{words}\n{chip.toolTip()}")
            self._chips.append((chip, words, short[name]))
        self.fit(self._room)
        self.narrowed.emit()

    def kept(self) -> Filters:
        return self.value

    def take_up(self, kept: Filters) -> None:
        if kept != self.value:
            self.show_filters(kept)

    def fit(self, room: int) -> None:
        """Let the chips share so much room: where it is not enough they say the value alone, and end in dots."""
        self._room = room
        wanted = [chip.fontMetrics().horizontalAdvance(words) + px(_AROUND) for chip, words, _short in self._chips]
        share = self._share(wanted, room - px(8) * len(wanted))
        for (chip, words, short), wide in zip(self._chips, wanted, strict=True):
            told = words if wide <= share else short
            left = min(wide, share) - px(_AROUND)
            chip.setText(f"{chip.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, left)}  ×")

    @staticmethod
    def _share(wanted: list[int], room: int) -> int:
        """The width at which all fit: what is short leaves its part to what is long."""
        share, left = room, len(wanted)
        for wide in sorted(wanted):
            share = room // left
            if wide > share:
                break
            room, left = room - wide, left - 1
        return max(share, px(_AROUND * 2))

    def _pick(self, name: str, title: str, search: Search) -> None:
        """Let the value be found by typing, at the place where its chip will stand."""
        self._put_away()
        picker = self._picker = PlacePicker(search, title)
        picker.changed.connect(partial(self._picked, name))
        picker.given_up.connect(self._give_up)
        self.chips.addWidget(picker)
        picker.show()
        picker.setFocus()
        picker.ask()

    def _picked(self, name: str) -> None:
        if self._picker is not None and (key := self._picker.value()):
            self.put(name, key)
            self.box.setFocus()

    def _give_up(self) -> None:
        self._put_away()
        self.box.setFocus()

    def _put_away(self) -> None:
        if self._picker is not None:
            self._picker.hide()
            self._picker.deleteLater()
            self._picker = None
