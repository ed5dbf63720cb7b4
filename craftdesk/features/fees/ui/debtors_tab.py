"""Who owes fees: search, by fee and year; Enter gives a receipt."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_number, group_phone
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.features.fees import reads
from craftdesk.features.fees.models import FeeDue, FeeKind, FeeRate, FeeReceipt
from craftdesk.features.fees.reads import Asked, Debtor
from craftdesk.features.fees.rules import owed_of
from craftdesk.features.fees.ui.words import AMOUNTS, ICON, RECEIPT_ICON, SETTINGS, debtors_in_words
from craftdesk.features.roster import reads as roster
from craftdesk.features.roster.models import Artisan
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import EmptyState, column, row
from craftdesk.ui.filters import FilterRow
from craftdesk.ui.labels import Label
from craftdesk.ui.table import Column, Source, Style, TableView

SHOWN: frozenset[type[Model]] = frozenset({Artisan, FeeKind, FeeRate, FeeDue, FeeReceipt})


class DebtorsTab(QWidget):
    """By name; what each of them owes stands in a line."""

    def __init__(self, desk: Desk, pay: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._pay = desk, pay
        self.asked = Asked()
        self.filters = FilterRow(_("Name or number of the artisan"))
        self._said = Label("", "muted")
        actions = [
            Action(N_("Payment receipt"), RECEIPT_ICON, lambda: self._open(self.table.row()), "", self._has_row),
            Action(N_("Open the artisan's card"), "ph.identification-card", self._open_artisan, "", self._has_row),
        ]
        self.table = TableView[Debtor](_columns(), "debtors", lambda each: each.id, actions)
        head = row(self.filters, spacing=16)
        head.addStretch(1)
        head.addWidget(self._said)
        outer = column(spacing=12)
        outer.addLayout(head)
        outer.addWidget(self.table, 1)
        self.setLayout(outer)
        self._connect()
        Following(self, desk, SHOWN, self.refresh)

    def _connect(self) -> None:
        self.filters.searched.connect(lambda text: self.narrow(like=text))
        self.filters.box.went_down.connect(self.table.grid.setFocus)
        self.table.typed.connect(self.filters.box.type_on)
        self.table.opened.connect(self._open)
        self.filters.offer(
            _("Fee"),
            {each.code: each.label() for each in self._desk.read(reads.fees)},
            lambda value: self.narrow(code=value),
        )
        years = self._desk.read(reads.years_asked)
        self.filters.offer(
            _("Year"), {str(year): str(year) for year in years}, lambda value: self.narrow(year=int(value))
        )

    def narrow(self, **changes: object) -> None:
        """Show others of those that owe."""
        self.asked = replace(self.asked, **changes)  # type: ignore[arg-type]
        self.refresh()

    def refresh(self) -> None:
        self.table.set_empty(self._empty())
        self.table.show_source(Source(self._count, self._page, self._find))
        number = self.table.model.rowCount()
        self._said.setText(debtors_in_words(number) if number else "")
        self._show_chips()

    def _count(self) -> int:
        return self._desk.read(reads.number_of_debtors, self.asked)

    def _page(self, offset: int, limit: int) -> Sequence[Debtor]:
        return self._desk.read(reads.debtors, self.asked, offset, limit)

    def _find(self, key: str) -> int | None:
        keys = self._desk.read(reads.debtor_keys, self.asked)
        return keys.index(key) if key in keys else None

    def _show_chips(self) -> None:
        self.filters.clear_chips()
        if self.asked.code:
            found = self._desk.read(reads.fee, self.asked.code)
            self.filters.add_chip(found.label() if found else "…", lambda: self.narrow(code=None))
        if self.asked.year:
            self.filters.add_chip(str(self.asked.year), lambda: self.narrow(year=None))

    def _empty(self) -> EmptyState:
        if self.asked != Asked():
            return EmptyState("ph.magnifying-glass", _("Nobody fits what is asked for"))
        if not any(each.rates for each in self._desk.read(reads.fees)):
            opens = Action(N_("Amounts of the fees"), "ph.gear", lambda: self._desk.open_page(SETTINGS, AMOUNTS))
            hint = _("No source gives the amounts: write down what your office asks, with the day and the decision.")
            return EmptyState(ICON, _("The office has not said yet what the fees cost"), opens, hint)
        return EmptyState("ph.check-circle", _("Nobody owes anything"))

    def _has_row(self) -> bool:
        return self.table.row() is not None

    def _open(self, debtor: Debtor | None) -> None:
        if debtor:
            self._pay(debtor.id)

    def _open_artisan(self) -> None:
        if debtor := self.table.row():
            self._desk.open_record(Artisan, debtor.id)


def _columns() -> list[Column[Debtor]]:
    return [
        Column(N_("Artisan"), _name, Style.NAME, _other_name, name="artisan", width=220),
        Column(N_("What is owed"), _what, name="what", width=260, second=_activity),
        Column(N_("Amount in dinars"), _amount, Style.NUMBER, name="amount", width=140),
        Column(N_("Commune"), lambda each: each.row.commune, name="commune", width=140, yields=2),
        Column(N_("Phone"), lambda each: group_phone(each.row.phone), Style.CODE, name="phone", width=140, yields=1),
        Column(N_("Register number"), lambda each: each.row.register_no, Style.CODE, name="register", yields=3),
    ]


def _name(debtor: Debtor) -> str:
    return roster.name_of(debtor.row)


def _other_name(debtor: Debtor) -> str:
    return roster.other_name(debtor.row)


def _what(debtor: Debtor) -> str:
    return owed_of(debtor.owed)


def _activity(debtor: Debtor) -> str:
    return debtor.row.activity


def _amount(debtor: Debtor) -> str:
    return format_number(Decimal(debtor.total) / 100, 2)
