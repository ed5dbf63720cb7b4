"""The list of letters: search, by year, print; a new one by Ctrl+N."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.features.letters import reads, writes
from craftdesk.features.letters.models import Letter
from craftdesk.features.letters.reads import Sought
from craftdesk.features.letters.ui.letter_card import LetterCard
from craftdesk.features.letters.ui.words import ICON, PAPER, about, counted, purpose_of
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import EmptyState
from craftdesk.ui.filters import FilterRow
from craftdesk.ui.page import PageFrame
from craftdesk.ui.table import Column, Source, Style, TableView


class LetterList(PageFrame):
    """Newest first; Enter opens a letter to change it, Ctrl+P prints, the card at the side says what it says."""

    def __init__(
        self,
        desk: Desk,
        opened: Callable[[str], object],
        begin: Callable[[], object],
        begin_like: Callable[[str], object],
    ) -> None:
        self._desk = desk
        self._opened, self._begin_like = opened, begin_like
        self.sought = Sought()
        filters = FilterRow(_("Name, subject, text or number"))
        self._new = Action(N_("New letter"), "ph.plus", begin, "Ctrl+N", primary=True)
        self._print = Action(N_("Print"), "ph.printer", self.print_chosen, "Ctrl+P", self._has_row)
        self.table = self._make_table()
        super().__init__(_("Letters"), filters=filters, actions=[self._print, self._new])
        self.side = LetterCard(desk)
        self.set_body(self.table)
        self.set_side(self.side)
        self._connect(filters)
        Following(self, desk, frozenset({Letter}), self.refresh)

    def _make_table(self) -> TableView[Letter]:
        # The page itself listens to Ctrl+P: heard twice, a shortcut does nothing.
        actions = [
            Action(N_("Open"), "ph.arrow-square-out", lambda: self._open(self.table.row()), "", self._has_row),
            replace(self._print, shortcut=""),
            Action(N_("A new one like it"), "ph.copy", self.begin_like, "Ctrl+D", self._has_row),
            Action(N_("Delete"), "ph.trash", self.delete, "Del", self._has_row),
        ]
        table = TableView(_columns(), "letters", lambda each: each.id, actions)
        table.asked = lambda: self.sought
        table.opened.connect(self._open)
        return table

    def _connect(self, filters: FilterRow) -> None:
        filters.searched.connect(lambda text: self.narrow(like=text))
        filters.box.went_down.connect(self.table.grid.setFocus)
        years = dict.fromkeys([today().year, *self._desk.read(reads.years)])
        filters.offer(_("Year"), {str(year): str(year) for year in years}, self._narrow_year)
        self.table.typed.connect(filters.box.type_on)
        self.table.chosen.connect(self._show_card)

    def narrow(self, **changes: object) -> None:
        """Show other letters."""
        self.sought = replace(self.sought, **changes)  # type: ignore[arg-type]
        self.refresh()

    def _narrow_year(self, value: str | None) -> None:
        self.narrow(year=int(value) if value else None)

    def refresh(self) -> None:
        self.table.set_empty(self._empty())
        self.table.show_source(Source(self._count, self._page, self._find))
        if self.table.row() is None and self._has_any():
            self.table.grid.setCurrentIndex(self.table.model.index(0, 0))
        self._say()
        self._show_card(self.table.row())

    def _count(self) -> int:
        return self._desk.read(reads.number_in, self.sought)

    def _page(self, offset: int, limit: int) -> Sequence[Letter]:
        return self._desk.read(reads.letters, self.sought, offset, limit)

    def _find(self, key: str) -> int | None:
        keys = self._desk.read(reads.keys_in, self.sought)
        return keys.index(key) if key in keys else None

    def _say(self) -> None:
        year = today().year
        of_year, whole = (self._desk.read(reads.number_in, Sought(year=each)) for each in (year, None))
        words = _("{letters} in {year}").format(letters=counted(of_year), year=year)
        in_all = _("{letters} in all").format(letters=counted(whole))
        self.set_subtitle(f"{words} · {in_all}" if whole else "")
        if self.filters:
            self.filters.clear_chips()
            if self.sought.year:
                self.filters.add_chip(str(self.sought.year), lambda: self._narrow_year(None))

    def _empty(self) -> EmptyState:
        if self.sought != Sought():
            return EmptyState("ph.magnifying-glass", _("No letter fits what is asked for"))
        hint = _("Write to an artisan or to anybody else: the head, the number and the date come by themselves.")
        return EmptyState(ICON, _("No letter was written yet"), self._new, hint)

    def _show_card(self, chosen: Letter | None) -> None:
        self.side.setVisible(self._has_any())
        self.side.show_letter(chosen)
        self.refresh_actions()

    def _has_any(self) -> bool:
        return self.table.model.rowCount() > 0

    def _has_row(self) -> bool:
        return bool(self.table.rows())

    def _open(self, letter: Letter | None) -> None:
        if letter:
            self._opened(letter.id)

    def begin_like(self) -> None:
        """A new letter with the words of the chosen one."""
        if letter := self.table.row():
            self._begin_like(letter.id)

    def select(self, key: str) -> None:
        """Go to a letter of any year."""
        self.sought = Sought()
        if self.filters:
            self.filters.box.clear()
        self.refresh()
        self.table.select(key)
        self.table.grid.setFocus()

    def print_chosen(self) -> None:
        if chosen := self.table.rows():
            self._desk.show_paper(PAPER, *(each.id for each in chosen), language=chosen[0].language)

    def delete(self) -> None:
        """To the bin, as far as no number is missing then."""
        if (letter := self.table.row()) is None:
            return
        try:
            self._desk.write(writes.delete_letter, letter.id)
        except UserError as error:
            self._desk.tell(str(error), "bad")


def _columns() -> list[Column[Letter]]:
    return [
        Column(N_("Number"), lambda each: each.reference, Style.CODE, name="number", width=104),
        Column(N_("To whom"), lambda each: each.recipient, Style.NAME, name="recipient", width=210),
        Column(N_("Subject of the letter"), about, Style.TEXT, purpose_of, name="subject", width=290),
        Column(N_("Date"), lambda each: each.day, Style.CODE, name="day", width=110, yields=1),
    ]
