"""The receipts that were given: search, by year, month and way; printed again, cancelled."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_day, month_name, today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_dinars, format_number
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.desk.history_view import HistoryView
from craftdesk.features.fees import reads, rules, writes
from craftdesk.features.fees.models import WAYS, FeeReceipt, Way
from craftdesk.features.fees.reads import Sought
from craftdesk.features.fees.rules import lines_of
from craftdesk.features.fees.ui.words import JOURNAL, RECEIPT, RECEIPT_ICON, counted, titled
from craftdesk.features.roster.models import Artisan
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import EmptyState, column, row
from craftdesk.ui.direction import apart, code
from craftdesk.ui.facts import Facts
from craftdesk.ui.filters import FilterRow
from craftdesk.ui.inputs import EntryLine
from craftdesk.ui.labels import Label, Line, Pill
from craftdesk.ui.page import ENOUGH, SIDE, side_card
from craftdesk.ui.side import Side
from craftdesk.ui.table import Column, Source, Style, TableView


class ReceiptsTab(QWidget):
    """Newest first; beside the list what the chosen one says."""

    def __init__(self, desk: Desk, begin: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._new = Action(N_("Payment receipt"), "ph.plus", begin)
        self.sought = Sought()
        self.filters = FilterRow(_("Name or number of the receipt"))
        self._said = Label("", "muted")
        self.table = TableView[FeeReceipt](_columns(), "fee-receipts", lambda each: each.id, self._actions())
        self.side = side_card()
        self.place = Side(self.side, SIDE, lambda: round(self.table.wanted_width() * ENOUGH))
        self.place.hear_key(self)
        self.why = EntryLine()
        self._lay_out()
        self._connect()
        Following(self, desk, frozenset({FeeReceipt}), self.refresh)

    def _actions(self) -> list[Action]:
        chosen = self._has_row
        return [
            Action(N_("Print"), "ph.printer", self.print_chosen, "Ctrl+P", chosen),
            Action(N_("List of these receipts"), "ph.list-bullets", self.print_journal, "", chosen),
            Action(N_("Open the artisan's card"), "ph.identification-card", self._open_artisan, "", chosen),
        ]

    def _lay_out(self) -> None:
        head = row(self.filters, spacing=16)
        head.addStretch(1)
        head.addWidget(self._said)
        head.addWidget(self.place.button)
        below = row(spacing=14)
        below.addWidget(self.table, 1)
        below.addWidget(self.place)
        outer = column(spacing=12)
        outer.addLayout(head)
        outer.addLayout(below, 1)
        self.setLayout(outer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place.fit(self.width())

    def _connect(self) -> None:
        self.filters.searched.connect(lambda text: self.narrow(like=text))
        self.filters.box.went_down.connect(self.table.grid.setFocus)
        self.table.typed.connect(self.filters.box.type_on)
        self.table.chosen.connect(self._show_card)
        self.table.opened.connect(lambda _row: self.print_chosen())
        years = dict.fromkeys([today().year, *self._desk.read(reads.years)])
        self.filters.offer(
            _("Year"), {str(year): str(year) for year in years}, lambda value: self.narrow(year=int(value))
        )
        months = {str(month): month_name(month) for month in range(1, 13)}
        self.filters.offer(_("Month"), months, lambda value: self.narrow(month=int(value)))
        ways = {key: _(label) for key, label in WAYS.items()}
        self.filters.offer(_("How it was paid"), ways, lambda value: self.narrow(way=Way(value)))

    def narrow(self, **changes: object) -> None:
        """Show other receipts."""
        self.sought = replace(self.sought, **changes)  # type: ignore[arg-type]
        self.refresh()

    def refresh(self) -> None:
        self.table.set_empty(self._empty())
        self.table.show_source(Source(self._count, self._page, self._find))
        if self.table.row() is None and self.table.model.rowCount():
            self.table.grid.setCurrentIndex(self.table.model.index(0, 0))
        self._say()
        self._show_chips()
        self._show_card(self.table.row())

    def _count(self) -> int:
        return self._desk.read(reads.number_in, self.sought)

    def _page(self, offset: int, limit: int) -> Sequence[FeeReceipt]:
        return self._desk.read(reads.receipts, self.sought, offset, limit)

    def _find(self, key: str) -> int | None:
        keys = self._desk.read(reads.keys_in, self.sought)
        return keys.index(key) if key in keys else None

    def _say(self) -> None:
        number = self.table.model.rowCount()
        amount = format_dinars(self._desk.read(reads.sum_of, self.sought))
        self._said.setText(f"{counted(number)} · {amount}" if number else "")

    def _show_chips(self) -> None:
        self.filters.clear_chips()
        sought = self.sought
        shown: dict[str, str] = {
            "year": str(sought.year or ""),
            "month": month_name(sought.month) if sought.month else "",
            "day": format_day(sought.day) if sought.day else "",
            "way": _(WAYS[sought.way]) if sought.way else "",
        }
        for name, words in shown.items():
            if words:
                self.filters.add_chip(words, partial(self._widen, name))

    def _widen(self, name: str) -> None:
        self.narrow(**{name: None})

    def _empty(self) -> EmptyState:
        if self.sought != Sought():
            return EmptyState("ph.magnifying-glass", _("No receipt fits what is asked for"))
        hint = _("What an artisan owes is ticked already; the number and the amount in words come by themselves.")
        return EmptyState(RECEIPT_ICON, _("No receipt was given yet"), self._new, hint)

    def _has_row(self) -> bool:
        return bool(self.table.rows())

    def select(self, key: str) -> None:
        """Go to a receipt of any year."""
        self.sought = Sought()
        self.refresh()
        self.table.select(key)
        self.table.grid.setFocus()

    def print_chosen(self) -> None:
        if chosen := self.table.rows():
            self._desk.show_paper(RECEIPT, *(each.id for each in chosen))

    def print_journal(self) -> None:
        """The list on paper: of the chosen ones where there are several, else of all that are shown."""
        chosen = [each.id for each in self.table.rows()]
        keys = chosen if len(chosen) > 1 else self._desk.read(reads.keys_in, self.sought)
        self._desk.show_paper(JOURNAL, *keys)

    def _open_artisan(self) -> None:
        if receipt := self.table.row():
            self._desk.open_record(Artisan, receipt.artisan_id)

    def _show_card(self, receipt: FeeReceipt | None) -> None:
        self.side.clear()
        self.side.setVisible(bool(self.table.model.rowCount()))
        if receipt is None:
            self.side.add(Label(_("Choose a receipt to see what it says."), "muted", wrap=True))
            return
        self.side.add(Label(receipt.name, "heading", wrap=True), Label(titled(receipt), "muted"))
        if receipt.cancelled_on:
            state = row(Pill(_("Cancelled receipt"), "bad"))
            state.addStretch(1)
            self.side.body.addLayout(state)
        self.side.add(Facts(_facts(receipt), 96), Line())
        for line in rules.from_json(receipt.printed).lines:
            each = row(spacing=8)
            each.addWidget(Label(line.label(), wrap=True), 1)
            each.addWidget(Label(format_dinars(line.amount), "strong"))
            self.side.body.addLayout(each)
        self._add_cancelling(receipt)
        self.side.add(Line(), Label(_("History"), "heading"), HistoryView(self._desk, receipt.id))
        prints = Action(N_("Print again"), "ph.printer", self.print_chosen)
        self.side.foot.addWidget(ActionButton(prints), 1)

    def _add_cancelling(self, receipt: FeeReceipt) -> None:
        """One that was given by mistake is cancelled with a reason; it keeps its number."""
        if receipt.cancelled_on:
            return
        self.why = EntryLine()
        self.why.setPlaceholderText(_("Why it is cancelled"))
        self.why.returnPressed.connect(self.cancel)
        self.side.add(Line(), Label(_("Given by mistake?"), "label"), self.why)
        line = row(ActionButton(Action(N_("Cancel the receipt"), "ph.x-circle", self.cancel), small=True))
        line.addStretch(1)
        self.side.body.addLayout(line)

    def cancel(self) -> None:
        if (receipt := self.table.row()) is None:
            return
        try:
            self._desk.write(writes.cancel, receipt.id, self.why.text())
        except UserError as error:
            self._desk.tell(str(error), "bad")


def _facts(receipt: FeeReceipt) -> list[tuple[str, str]]:
    return [
        (_("Paid on"), format_day(receipt.day)),
        (_("Amount"), format_dinars(receipt.amount)),
        (_("How it was paid"), _(WAYS[receipt.way])),
        (_("Number of the cheque or transfer"), code(receipt.way_no)),
        (_("Cancelled on"), format_day(receipt.cancelled_on) if receipt.cancelled_on else ""),
        (_("Why it was cancelled"), apart(receipt.cancelled_why)),
    ]


def _columns() -> list[Column[FeeReceipt]]:
    return [
        Column(N_("Number"), lambda each: each.reference, Style.CODE, name="number", width=106),
        Column(N_("Artisan"), lambda each: each.name, Style.NAME, name="artisan", width=180),
        Column(N_("Fee"), lines_of, second=lambda each: _(WAYS[each.way]), name="fee", width=220),
        Column(N_("Paid on"), lambda each: each.day, Style.CODE, name="day", width=112),
        Column(N_("Amount in dinars"), _amount, Style.NUMBER, name="amount", width=140),
        Column(N_("State"), _state, Style.PILL, tone=_tone, name="state", width=96, yields=1),
    ]


def _amount(receipt: FeeReceipt) -> str:
    return format_number(Decimal(receipt.amount) / 100, 2)


def _state(receipt: FeeReceipt) -> str:
    return _("Cancelled receipt") if receipt.cancelled_on else _("Valid")


def _tone(receipt: FeeReceipt) -> str:
    return "bad" if receipt.cancelled_on else "good"
