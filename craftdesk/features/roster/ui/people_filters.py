"""The filters above the list of artisans: found by typing in one panel, shown as chips, kept under a name."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import isolate
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads as office
from craftdesk.features.roster import narrowing
from craftdesk.features.roster.asking import Asked, Filters
from craftdesk.features.roster.criteria import ON, names
from craftdesk.features.roster.kept.models import KeptList
from craftdesk.features.roster.narrowers import Offered
from craftdesk.features.roster.ui.kept_menu import KeptLists
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.chip_bar import ChipBar
from craftdesk.ui.filter_panel import Entry, FilterPanel
from craftdesk.ui.filters import Chip, FilterRow
from craftdesk.ui.keeping import FILTERS
from craftdesk.ui.labels import Label
from craftdesk.ui.suggestions import Choice

COPPER = frozenset({"card_days", "mend"})
MOST_OF_EACH = 4
"""So many values of each filter are offered for what is typed into the first list."""
BY_NUMBER = frozenset({"commune", "activity", "daira", "sector", "trained"})
"""Where many values are offered, those come first that most people have."""
Counted = Callable[[str, Sequence[str]], Mapping[str, int]]


def communes(desk: Desk, typed: str) -> Sequence[Choice]:
    return [Choice(place.id, place.label(), place.detail()) for place in desk.read(office.communes, typed)]


def activities(desk: Desk, typed: str) -> Sequence[Choice]:
    return [Choice(each.id, each.label(), isolate(each.code)) for each in desk.read(office.activities, typed, 30)]


class Way(NamedTuple):
    """What an entry of the panel stands for: a filter, one of its values, or a kept list by its key."""

    filter: str = ""
    value: str = ""
    kept: str = ""


def _nothing_counted(_name: str, _values: Sequence[str]) -> Mapping[str, int]:
    return {}


class PeopleFilters(FilterRow):
    """Tells `narrowed` whenever a filter is put on or taken off, `wished` when a kept list is to be shown.

    `value` holds all filters; `bar` with their chips stands wherever the page puts it. `counted` says how many each
    value of a filter would leave.
    """

    narrowed = Signal()
    wished = Signal(object)
    change_wished = Signal()
    kept_in_turn = FILTERS

    def __init__(self, desk: Desk, asked: Callable[[], Asked], counted: Counted = _nothing_counted) -> None:
        super().__init__(_("Name, number or phone"))
        self._desk = desk
        self._counted = counted
        self.value = Filters()
        self.panel = FilterPanel()
        self.lists = KeptLists(desk, asked)
        self._open_name = ""
        self._put_up()
        self._connect()

    def _put_up(self) -> None:
        self.opening = Action(N_("Filter"), "ph.plus", self.open_menu, "Ctrl+L")
        self.offer_button = ActionButton(self.opening)
        self.offer_button.setProperty("role", "flat")
        self.kept_button = ActionButton(Action("", "ph.star", self._open_lists, tip=N_("Kept lists")))
        self.kept_button.setProperty("role", "flat")
        for button in (self.offer_button, self.kept_button):
            self.add_button(button)
        self.told = Label("", "muted")
        self.clear_button = _flat(Action(N_("Clear all"), "ph.x", self.clear_all))
        self.change_button = _flat(Action(N_("Change them all"), "ph.pencil-line", self.change_wished.emit))
        self.bar = ChipBar(self.told, self.lists.keep_button, self.lists.line, self.change_button, self.clear_button)

    def _connect(self) -> None:
        self.panel.chosen.connect(self._chosen)
        self.panel.ticked.connect(self._ticked)
        self.panel.went_back.connect(self._go_back)
        self.panel.renamed.connect(lambda entry: self._of_kept(entry, self.lists.begin_to_rename))
        self.panel.removed.connect(lambda entry: self._of_kept(entry, self.lists.delete))
        self.bar.cleared.connect(self.clear_all)
        self.bar.left.connect(self.box.setFocus)
        self.box.went_back.connect(self.bar.focus)
        self.box.given_up.connect(self._give_up)
        self.lists.wished.connect(self.wished)
        self.lists.laid_out.connect(self.bar.lay_out)
        self.lists.left.connect(self.box.setFocus)

    def put(self, name: str, value: object) -> None:
        """Put a filter on by its stored value or values, or take it off by None."""
        self.show_filters(narrowing.with_filter(self.value, name, value))

    def show_filters(self, filters: Filters) -> None:
        """Put these filters on and all others off."""
        self.value = filters
        self.bar.show_chips(self._chips(), filters.any())
        self.narrowed.emit()

    def _chips(self) -> list[Chip]:
        every = self._desk.read(narrowing.words, self.value)
        return [self._chip(name, words) for name, words in every.items()]

    def _chip(self, name: str, words: str) -> Chip:
        edit = None if narrowing.is_switch(name) else partial(self.open_filter, name)
        chip = Chip(words, partial(self.put, name, None), "copper" if name in COPPER else "primary", edit)
        chip.setToolTip(f"{words}\n{chip.toolTip()}")
        return chip

    def clear_all(self) -> None:
        """Take all filters off."""
        self.show_filters(Filters())
        self.box.setFocus()

    def _give_up(self) -> None:
        if self.value.any():
            self.clear_all()

    def tell(self, words: str) -> None:
        """How many are left, beside the chips."""
        self.told.setText(words)
        self.lists.refresh()
        self.bar.setVisible(self.value.any() or self.lists.is_busy())
        self.bar.lay_out()

    def kept(self) -> Filters:
        return self.value

    def take_up(self, kept: Filters) -> None:
        if kept != self.value:
            self.show_filters(kept)

    def open_menu(self) -> None:
        """Offer all filters: what is typed finds them and their values alike."""
        self._open_name = ""
        hint = _("Enter chooses; after an arrow, Space ticks several")
        self.panel.open_at(self.offer_button, "", _("Commune, activity, age, state …"), self._everything, hint)

    def open_filter(self, name: str) -> None:
        """Offer the values of one filter."""
        self._open_name = name
        hints = {"age": _("For example 18-35, 60+"), "registered": _("For example 2015, 2015-2018, 01/02/2020..")}
        hints["card_days"] = _("For example 45, for the days until it ends")
        placeholder = hints.get(name) or _("Type to search")
        hint = _("Enter chooses; after an arrow, Space ticks several")
        self.panel.open_at(self.offer_button, narrowing.title(name), placeholder, partial(self._values, name), hint)

    def _everything(self, typed: str) -> list[Entry]:
        entries = [_of_list(each) for each in self.lists.fitting(typed)]
        if not typed:
            return [*entries, *map(self._of_filter, names())]
        entries += [self._of_filter(name) for name in names() if narrowing.is_called(name, typed)]
        for name in names():
            if not narrowing.is_switch(name):
                offered = self._desk.read(narrowing.offered, name, typed)[:MOST_OF_EACH]
                entries += [self._of_value(name, each, detail=narrowing.title(name)) for each in offered]
        return entries

    def _of_filter(self, name: str) -> Entry:
        if narrowing.is_switch(name):
            return self._of_value(name, Offered(ON, narrowing.title(name), number=self._counted(name, [ON]).get(ON)))
        return Entry(Way(name), narrowing.title(name), leads=True, icon="ph.funnel")

    def _values(self, name: str, typed: str) -> list[Entry]:
        """What is offered; those that are chosen stay in sight, and of many the most usual come first."""
        offered = self._desk.read(narrowing.offered, name, typed)
        there = {each.key for each in offered}
        chosen = [] if typed else [each for each in self.value.get(name, ()) if each not in there]
        offered = [*self._desk.read(narrowing.offered_again, name, chosen), *offered]
        numbers = self._counted(name, [each.key for each in offered])
        if numbers and not typed and name in BY_NUMBER:
            offered = sorted(offered, key=lambda each: -numbers.get(each.key, 0))
        return [self._of_value(name, each, numbers) for each in offered]

    def _of_value(
        self, name: str, each: Offered, numbers: Mapping[str, int] | None = None, detail: str | None = None
    ) -> Entry:
        number = numbers.get(each.key, 0) if numbers else each.number
        ticked = each.key in self.value.get(name, ())
        return Entry(Way(name, each.key), each.title, each.detail if detail is None else detail, number, ticked)

    def _chosen(self, entry: Entry) -> None:
        """Enter, or a click on what is no value."""
        way: Way = entry.key
        if way.kept:
            self.panel.close_panel()
            self.lists.show(way.kept)
        elif not way.value:
            self.open_filter(way.filter)
        else:
            self.panel.close_panel()
            self.show_filters(narrowing.toggled(self.value, way.filter, way.value))
            self.box.setFocus()

    def _ticked(self, entry: Entry) -> None:
        """Space, or a click on a value: the panel stays for more."""
        way: Way = entry.key
        if way.value:
            self.show_filters(narrowing.toggled(self.value, way.filter, way.value))
            self.panel.look()
        else:
            self._chosen(entry)

    def _go_back(self) -> None:
        if self._open_name:
            self.open_menu()

    def _of_kept(self, entry: Entry, run: Callable[[str], object]) -> None:
        if entry.key.kept:
            self.panel.close_panel()
            run(entry.key.kept)
            self.bar.setVisible(self.value.any() or self.lists.is_busy())

    def _open_lists(self) -> None:
        menu: QMenu = self.lists.menu(self)
        menu.popup(self.kept_button.mapToGlobal(self.kept_button.rect().bottomLeft()))


def _of_list(kept: KeptList) -> Entry:
    return Entry(Way(kept=kept.id), kept.name, _("Kept list"), icon="ph.star")


def _flat(action: Action) -> ActionButton:
    """A quiet button; what it does is told by its click, not by a key."""
    button = ActionButton(action, small=True)
    button.setProperty("role", "link")
    return button
