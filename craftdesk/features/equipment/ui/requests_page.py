"""The list of requests: search, narrow by state, open by Enter, a new one by Ctrl+N."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from craftdesk.base.dates import format_short, today
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.desk.paper_menu import paper_actions
from craftdesk.features.equipment import reads, writes
from craftdesk.features.equipment.giving import Sought
from craftdesk.features.equipment.models import (
    REQUEST_KINDS,
    REQUEST_STATES,
    EquipmentRequest,
    RequestKind,
    RequestLine,
    RequestPaper,
    RequestState,
    RequestStep,
)
from craftdesk.features.equipment.reads import RequestEntry
from craftdesk.features.equipment.rules import OPEN_STATES, TONES, days_waiting
from craftdesk.features.equipment.ui.words import (
    FURTHER,
    ICON,
    RECEIPT,
    asked_in_words,
    first_asked,
    missing_in_words,
    papers_in_words,
    state_in_words,
    waiting_in_words,
)
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import EmptyState
from craftdesk.ui.direction import code
from craftdesk.ui.filters import FilterRow
from craftdesk.ui.page import PageFrame
from craftdesk.ui.table import Column, Style, TableView

SHOWN: frozenset[type[Model]] = frozenset({EquipmentRequest, RequestLine, RequestPaper, RequestStep})


class RequestsPage(PageFrame):
    """Newest first; the chips say what the list is narrowed to."""

    def __init__(self, desk: Desk, opened: Callable[[str], object], begin: Callable[[], object]) -> None:
        self._desk = desk
        self._opened = opened
        self._like = ""
        self.states: tuple[RequestState, ...] = ()
        self._kind: RequestKind | None = None
        filters = FilterRow(_("Name, number or equipment"))
        self._new = Action(N_("New request"), "ph.plus", begin, "Ctrl+N", primary=True)
        self.table = self._make_table()
        super().__init__(_("Equipment requests"), filters=filters, actions=[self._new])
        self.set_body(self.table)
        self._connect(filters)
        Following(self, desk, SHOWN, self.refresh)

    def _make_table(self) -> TableView[RequestEntry]:
        chosen = self._has_row
        actions = [
            Action(N_("Open"), "ph.arrow-square-out", lambda: self._open(self.table.row()), "", chosen),
            Action(N_("Receipt"), "ph.printer", self._print, "Ctrl+P", chosen),
            *paper_actions(self._desk, FURTHER, self._chosen, chosen),
            Action(N_("Delete"), "ph.trash", self._delete, "Del", chosen),
        ]
        table = TableView(_columns(), "equipment.requests", lambda entry: entry.id, actions)
        table.asked = lambda: Sought(self._like, self.states, self._kind)
        table.opened.connect(self._open)
        return table

    def _connect(self, filters: FilterRow) -> None:
        filters.searched.connect(self._search)
        filters.box.went_down.connect(self.table.grid.setFocus)
        states = {"open": _("Still waiting"), **{key: _(label) for key, label in REQUEST_STATES.items()}}
        filters.offer(_("State"), states, self.narrow_states)
        filters.offer(_("Kind"), {key: _(label) for key, label in REQUEST_KINDS.items()}, self._narrow_kind)
        self.table.typed.connect(filters.box.type_on)

    def refresh(self) -> None:
        found = self._desk.read(reads.requests, self._like, self.states, self._kind)
        self.table.set_empty(self._empty())
        self.table.show_rows(found)
        self._say()
        self._show_chips()

    def _say(self) -> None:
        numbers = self._desk.read(reads.number_in_state)
        whole, waiting = sum(numbers.values()), sum(numbers.get(state, 0) for state in OPEN_STATES)
        words = ngettext("{count} request", "{count} requests", whole).format(count=format_number(whole))
        wait = ngettext("{count} waits", "{count} wait", waiting).format(count=format_number(waiting))
        self.set_subtitle(f"{words} · {wait}" if whole else "")

    def _empty(self) -> EmptyState:
        if self._like or self.states or self._kind:
            return EmptyState("ph.magnifying-glass", _("No request fits what is asked for"))
        hint = _("Take the request in at the counter: the file's papers, the steps and the receipt follow from it.")
        return EmptyState(ICON, _("No equipment was asked for yet"), self._new, hint)

    def _has_row(self) -> bool:
        return self.table.row() is not None

    def _open(self, entry: RequestEntry | None) -> None:
        if entry:
            self._opened(entry.id)

    def _print(self) -> None:
        if keys := self._chosen():
            self._desk.show_paper(RECEIPT, *keys)

    def _chosen(self) -> list[str]:
        return [entry.id for entry in self.table.rows()]

    def _delete(self) -> None:
        if entry := self.table.row():
            self._desk.write(writes.delete_request, entry.id)

    def _search(self, text: str) -> None:
        self._like = text
        self.refresh()

    def narrow_states(self, value: str) -> None:
        """Add a state to those that are shown, or show all that still wait."""
        added = OPEN_STATES if value == "open" else (RequestState(value),)
        self.states = tuple(dict.fromkeys((*self.states, *added)))
        self.refresh()

    def _without(self, state: RequestState) -> None:
        self.states = tuple(each for each in self.states if each is not state)
        self.refresh()

    def _narrow_kind(self, value: str | None) -> None:
        self._kind = RequestKind(value) if value else None
        self.refresh()

    def _show_chips(self) -> None:
        if self.filters is None:
            return
        self.filters.clear_chips()
        if set(self.states) == set(OPEN_STATES):
            self.filters.add_chip(_("Still waiting"), self._all_states, "copper")
        else:
            for state in self.states:
                self.filters.add_chip(state_in_words(state), partial(self._without, state))
        if self._kind:
            self.filters.add_chip(_(REQUEST_KINDS[self._kind]), lambda: self._narrow_kind(None))

    def _all_states(self) -> None:
        self.states = ()
        self.refresh()


def _columns() -> list[Column[RequestEntry]]:
    return [
        # Together as wide as the list is on a screen of 1366 × 768.
        Column(N_("Number"), lambda entry: entry.request.reference, Style.CODE, width=106, name="number"),
        Column(N_("Applicant"), lambda entry: entry.request.applicant, Style.NAME, _trade, name="applicant", width=192),
        Column(N_("What is asked for"), first_asked, Style.TEXT, asked_in_words, name="what", width=200),
        Column(N_("Total in dinars"), _total, Style.NUMBER, order=lambda entry: entry.total, name="total", width=118),
        Column(N_("Papers"), missing_in_words, Style.TEXT, _missing, order=_count, name="papers", width=152, yields=2),
        Column(N_("Deposited on"), _day, Style.TEXT, _since, order=_deposited, name="day", width=118, yields=1),
        Column(N_("State"), _state, Style.PILL, tone=_tone, name="state", width=204),
    ]


def _trade(entry: RequestEntry) -> str:
    artisan = entry.request.artisan
    return artisan.activity.label() if artisan and artisan.activity else ""


def _total(entry: RequestEntry) -> str:
    return format_number(Decimal(entry.total) / 100, 2)


def _missing(entry: RequestEntry) -> str:
    return papers_in_words(entry.missing)


def _count(entry: RequestEntry) -> int:
    return len(entry.missing)


def _day(entry: RequestEntry) -> str:
    return code(format_short(entry.request.deposited_on))


def _since(entry: RequestEntry) -> str:
    return waiting_in_words(days_waiting(entry.request, today())) if entry.request.state in OPEN_STATES else ""


def _deposited(entry: RequestEntry) -> object:
    return entry.request.deposited_on


def _state(entry: RequestEntry) -> str:
    return state_in_words(entry.request.state)


def _tone(entry: RequestEntry) -> str:
    return TONES[entry.request.state]
