"""The list of artisans: found as one types, narrowed by filters, the chosen one at the side."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number, group_phone
from craftdesk.data.model import Model
from craftdesk.data.session import Session
from craftdesk.desk.desk import Desk
from craftdesk.desk.paper_menu import paper_actions, papers_button
from craftdesk.features.roster import narrowing, reads, writes
from craftdesk.features.roster.asking import file_of
from craftdesk.features.roster.crowds import Crowd
from craftdesk.features.roster.finding import FIT, MOST, Asked, Filters, Row
from craftdesk.features.roster.listing import Listed, Listing, prepared
from craftdesk.features.roster.many.plan import numbers_of
from craftdesk.features.roster.models import Artisan, Status
from craftdesk.features.roster.narrowers import narrower
from craftdesk.features.roster.orders import Orders
from craftdesk.features.roster.overview import Overview
from craftdesk.features.roster.ui.fits import Fits
from craftdesk.features.roster.ui.kept_menu import MOST_KEYS
from craftdesk.features.roster.ui.people_filters import PeopleFilters
from craftdesk.features.roster.ui.person_panel import SHEET, PersonPanel
from craftdesk.features.roster.ui.words import FURTHER, masked, status_tone, status_words
from craftdesk.ui.actions import Action, bind
from craftdesk.ui.cards import EmptyState
from craftdesk.ui.direction import code
from craftdesk.ui.page import PageFrame
from craftdesk.ui.table import Column, Source, Style, TableView

LIST = "roster-list"
TWINS, MOST_TOGETHER = "twins", 4
"""The page on which so many artisans at most are seen side by side."""
BELOW_FILTERS = 2
"""The line of the page in which the chips stand: after the head and the line of the box."""
LISTS = {
    "mend": Filters(mend=True),
    "cards": Filters(card_days=30, status=Status.REGISTERED),
    "requests": Filters(status=Status.REQUESTED),
}
"""The lists that other pages open by a word."""


class PeoplePage(PageFrame):
    """Search, narrow, open by Enter, add by Ctrl+N; the rows come as they are seen.

    `change_wished` tells the rows of the table that are to be changed at once, and in words which they are.
    """

    change_wished = Signal(object, str)

    def __init__(
        self,
        desk: Desk,
        opened: Callable[[str], object],
        add: Callable[[], object],
        bring_in: Callable[[], object],
    ) -> None:
        self._desk = desk
        self._order, self._descending = FIT, False
        self._stale = True
        self._listing = Listing()
        self.listed = Listed(Asked(), 0)
        self.narrowing = PeopleFilters(desk, self.asked, self._counted)
        self._actions = [
            Action(
                N_("Print"), "ph.printer", self.print_list, "Ctrl+P", enabled=self._has_rows, tip=N_("Print the list")
            ),
            papers_button(self, paper_actions(self._desk, FURTHER, self._listed), self._has_rows),
            Action(N_("Import a file"), "ph.download-simple", bring_in, "Ctrl+I"),
            Action(N_("New artisan"), "ph.plus", add, "Ctrl+N", primary=True),
        ]
        super().__init__(_("Artisans"), filters=self.narrowing, actions=self._actions)
        self.table = TableView(
            Fits(desk, self.narrowing.box.text).dressed(columns()),
            "roster.people",
            lambda row: row.key,
            self._row_actions(opened),
            page_actions=[self.narrowing.opening],
        )
        self.table.asked = self.asked
        self.panel = PersonPanel(desk, opened)
        self.set_body(self.table)
        self.set_side(self.panel)
        cast("QVBoxLayout", self.layout()).insertWidget(BELOW_FILTERS, self.narrowing.bar)
        self._connect(opened)

    def _connect(self, opened: Callable[[str], object]) -> None:
        self.narrowing.searched.connect(self._search)
        self.narrowing.narrowed.connect(self.refresh)
        self.narrowing.wished.connect(self.show_asked)
        self.narrowing.change_wished.connect(self.change_all)
        self.narrowing.box.went_down.connect(self.table.grid.setFocus)
        self.table.opened.connect(lambda row: opened(row.key) if row else None)
        self.table.chosen.connect(lambda row: self.panel.show_artisan(row.key if row else None))
        self.table.typed.connect(self.narrowing.box.type_on)
        self.table.sorted_by.connect(self._sort)
        kept = [Action("", "", partial(self.narrowing.lists.show_nth, at), f"Alt+{at + 1}") for at in range(MOST_KEYS)]
        bind(self, [self.narrowing.opening, *kept])
        self._desk.changed.connect(self._follow)

    def _row_actions(self, opened: Callable[[str], object]) -> list[Action]:
        return [
            Action(N_("Open the card"), "ph.pencil-simple", partial(self._with_row, opened), "", self._has_row),
            Action(N_("Print the sheet"), "ph.printer", self.print_sheets, "Ctrl+B", self._has_row),
            *paper_actions(self._desk, FURTHER, self._chosen, self._has_row),
            Action(N_("Change them together"), "ph.pencil-line", self.change_chosen, "Ctrl+M", self._has_row),
            Action(N_("Compare and join"), "ph.git-merge", self.compare, "", self._has_several),
            Action(N_("Delete"), "ph.trash", self.delete, "Del", self._has_row),
        ]

    def asked(self) -> Asked:
        return Asked(self.narrowing.box.text().strip(), self.narrowing.value, self._order, self._descending)

    def show_list(self, name: str) -> None:
        """Show the list that another page opens: those to mend, those whose card runs out."""
        self.show_asked(Asked(filters=LISTS[name]))

    def show_asked(self, asked: Asked) -> None:
        """Show the list of a question: a kept one, or one behind a number of another page."""
        self._order, self._descending = asked.order, asked.descending
        self.table.headings.sorted_by = self._heading(asked)
        self.narrowing.box.setText(asked.text)
        self.narrowing.box.rest()
        self.narrowing.show_filters(asked.filters)
        self.table.grid.scrollToTop()

    def _heading(self, asked: Asked) -> tuple[int, bool] | None:
        """The column by which a list is sorted."""
        places = (place for place, column in enumerate(self.table.model.columns) if column.sort == asked.order)
        place = next(places, None) if asked.order else None
        return None if place is None else (place, asked.descending)

    def refresh(self) -> None:
        """Ask again for who fits; the row where the user stands stays chosen."""
        self._stale = False
        asked = self.asked()
        self.listed = self._desk.ask(self._listing.find, asked)
        if not self.listed.numbered and not self._desk.ask(self._listing.is_ready):
            self._desk.read_beside(self._take_overview, _overview)
        elif self._desk.ask(self._listing.is_crowded, self.listed):
            ask = self._listing.crowd(asked)
            self._desk.read_beside(self._take_crowd, lambda session: ask(file_of(session)))
        if not self.listed.total:
            self.table.set_empty(self._empty(asked))
        self.panel.setVisible(bool(self.listed.total) or asked != Asked())
        self.table.show_source(self._source())
        self.refresh_actions()
        self._tell_counts(asked)

    def _take_overview(self, overview: tuple[Overview, Orders]) -> None:
        """From now on any list is counted and ordered at once; the rows in sight stay as they are."""
        self._listing.take(overview)
        listed = self._desk.ask(self._listing.find, self.asked())
        if listed.asked == self.listed.asked and listed.total == self.listed.total:
            self.listed = listed
        elif self.isVisible():
            self.refresh()

    def _take_crowd(self, crowd: Crowd) -> None:
        """Words that very many hold: all of them take the place of the first thousand."""
        listed = self._desk.ask(self._listing.gathered, crowd) if crowd.asked == self.asked() else None
        if listed is not None:
            self.listed = listed
            self.table.show_source(self._source())
            self._tell_counts(listed.asked)

    def _source(self) -> Source[Row]:
        """The rows of the list as it is held now: an overview may take its place while it is looked at."""
        ask, listing = self._desk.ask, self._listing
        found = self.listed.found
        return Source(
            lambda: self.listed.total,
            lambda offset, limit: ask(listing.rows, self.listed, offset, limit),
            None if found and found.numbers else lambda key: ask(listing.place, self.listed, key),
        )

    def _counted(self, name: str, values: Sequence[str]) -> Mapping[str, int]:
        """How many of the list each value of a filter would leave."""
        return self._desk.ask(self._listing.counted, self.asked(), name, values)

    def _tell_counts(self, asked: Asked) -> None:
        if asked.text or asked.filters.any():
            self.set_subtitle(found_words(self.listed))
            self.narrowing.tell(left_words(self.listed, self._desk.ask(self._listing.total)))
        else:
            self.narrowing.tell("")
            self._desk.read_beside(self._show_counts, reads.counts)

    def _show_counts(self, counts: reads.Counts) -> None:
        if not self.asked().text and not self.asked().filters.any():
            self.set_subtitle(count_words(counts))

    def _empty(self, asked: Asked) -> EmptyState:
        if asked.text or asked.filters.any():
            clear = Action(N_("Show everybody"), "ph.x", self.show_everybody)
            return EmptyState("ph.magnifying-glass", _("Nobody fits this search"), clear)
        return EmptyState(
            "ph.users-three",
            _("Nobody is on the roster yet"),
            self._actions[2],
            _("Begin with the file in which the office keeps its artisans, or enter the first one by hand."),
        )

    def after(self, key: str) -> str | None:
        """The key of the one who follows in the list."""
        place = self._desk.ask(self._listing.place, self.listed, key)
        row = self.table.model.row_at(place + 1) if place is not None else None
        return row.key if row else None

    def is_mending(self) -> bool:
        """Whether the list is that of things to mend."""
        return "mend" in self.narrowing.value

    def left(self) -> int:
        """How many the list shows by now."""
        return self._desk.ask(self._listing.find, self.asked()).total

    def show_everybody(self) -> None:
        self.narrowing.box.clear()
        self.narrowing.show_filters(Filters())
        self.narrowing.box.setFocus()

    def _search(self) -> None:
        # Whoever types wants the best first; a chosen order comes back by a click.
        self._order, self._descending = FIT, False
        self.table.headings.sorted_by = None
        self.refresh()
        self.table.grid.scrollToTop()

    def _sort(self, order: str, descending: bool) -> None:
        self._order, self._descending = order, descending
        self.refresh()

    def print_list(self) -> None:
        """Preview the list as it is narrowed now."""
        self._desk.show_paper(LIST, *self._listed())

    def _listed(self) -> tuple[str, ...]:
        """The list as it is narrowed now, as papers are asked for it."""
        asked = self.asked()
        return () if asked == Asked() else (narrowing.dumped(asked),)

    def _chosen(self) -> list[str]:
        return [row.key for row in self.table.rows()]

    def change_all(self) -> None:
        """Change everybody in the list at once."""
        ask, listed = self._desk.ask, self.listed
        words = list(self._desk.read(narrowing.words, listed.asked.filters).values())
        if listed.asked.text:
            words.insert(0, _("“{subject}”").format(subject=listed.asked.text))
        numbers = listed.numbers() if listed.numbered else ask(numbers_of, ask(self._listing.keys, listed))
        self.change_wished.emit(numbers, " · ".join(words))

    def change_chosen(self) -> None:
        """Change the chosen rows at once; with one alone chosen, everybody in the list."""
        chosen = self._chosen()
        if len(chosen) > 1:
            self.change_wished.emit(self._desk.ask(numbers_of, chosen), _("chosen in the list"))
        else:
            self.change_all()

    def print_sheets(self) -> None:
        self._desk.show_paper(SHEET, *self._chosen())

    def compare(self) -> None:
        """Show the chosen ones side by side on the page of twins, whether they were found to be some or not."""
        self._desk.open_page(TWINS, " ".join(row.key for row in self.table.rows()))

    def _has_several(self) -> bool:
        return self._has_row() and 2 <= len(self.table.rows()) <= MOST_TOGETHER

    def delete(self) -> None:
        try:
            self._desk.write(writes.delete_artisans, [row.key for row in self.table.rows()])
        except UserError as error:
            self._desk.tell(str(error), "bad")

    def _with_row(self, run: Callable[[str], object]) -> None:
        if row := self.table.row():
            run(row.key)

    def _has_row(self) -> bool:
        return self.table.row() is not None

    def _has_rows(self) -> bool:
        return self.listed.total > 0

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        if Artisan in touched or (touched and self._is_narrowed_by_others()):
            self._stale = True
            if self.isVisible():
                self.refresh()

    def _is_narrowed_by_others(self) -> bool:
        """Whether a filter of another feature is on, whose records may have changed."""
        return any(narrower(name) is not None for name in self.narrowing.value)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()


def columns() -> list[Column[Row]]:
    return [
        Column(N_("Name"), reads.name_of, Style.NAME, reads.other_name, width=180, sort="name", name="name"),
        Column(N_("Activity"), lambda row: row.activity, width=180, sort="activity", yields=1),
        Column(N_("Commune"), lambda row: row.commune, width=104, sort="commune", yields=2),
        Column(N_("Register no."), lambda row: row.register_no, Style.CODE, width=136, sort="register_no"),
        Column(N_("Status"), status_words, Style.PILL, tone=status_tone, width=100, sort="status"),
        Column(N_("Phone"), lambda row: group_phone(row.phone), Style.CODE, name="phone", hidden=True),
        Column(N_("Card until"), lambda row: row.card_until, width=110, sort="card_until", hidden=True),
        Column(N_("National id"), lambda row: masked(row.nin_end), Style.CODE, name="nin", hidden=True),
    ]


def _overview(session: Session) -> tuple[Overview, Orders]:
    return prepared(file_of(session))


def left_words(found: Listed, total: int) -> str:
    """How many of all the filters leave."""
    if found.more:
        return ""
    number, every = code(format_number(found.total)), code(format_number(total))
    return _("{number} of {total}").format(number=number, total=every)


def found_words(found: Listed) -> str:
    if found.more:
        return _("More than {number} found: type more of the name").format(number=code(format_number(MOST)))
    number = code(format_number(found.total))
    return ngettext("{number} artisan found", "{number} artisans found", found.total).format(number=number)


def count_words(counts: reads.Counts) -> str:
    parts = (
        (ngettext("{number} artisan", "{number} artisans", counts.total), counts.total),
        (ngettext("{number} registered", "{number} registered", counts.registered), counts.registered),
        (ngettext("{number} requested", "{number} requested", counts.requested), counts.requested),
        (ngettext("{number} struck off", "{number} struck off", counts.struck_off), counts.struck_off),
    )
    told = [words.format(number=code(format_number(number))) for words, number in parts if number]
    return " · ".join(told)
