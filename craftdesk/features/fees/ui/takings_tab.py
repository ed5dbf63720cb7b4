"""What came in: by month of a year, and by day of the chosen month."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_day, month_name, today
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_dinars, format_number
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.features.fees import reads
from craftdesk.features.fees.models import FeeReceipt, Way
from craftdesk.features.fees.reads import Takings
from craftdesk.features.fees.ui.words import RECEIPT_ICON
from craftdesk.ui.cards import EmptyState, column, row
from craftdesk.ui.labels import Label
from craftdesk.ui.picking import ChoiceField
from craftdesk.ui.table import Column, Style, TableView
from craftdesk.ui.theme import px


class TakingsTab(QWidget):
    """Enter on a day or a month shows its receipts."""

    def __init__(self, desk: Desk, opened: Callable[..., object]) -> None:
        super().__init__()
        self._desk, self._opened = desk, opened
        years = list(dict.fromkeys([today().year, *desk.read(reads.years)]))
        self.year = ChoiceField({str(year): str(year) for year in years})
        self.year.setFixedWidth(px(110))
        self.year.set_value(str(years[0]))
        self.year.changed.connect(self.refresh)
        self._said = Label("", "strong")
        empty = EmptyState(RECEIPT_ICON, _("Nothing came in"))
        self.months = TableView[Takings](_columns(_month), "takings.months", _key, empty=empty)
        self.days = TableView[Takings](
            _columns(_day), "takings.days", _key, empty=EmptyState(RECEIPT_ICON, _("Nothing came in"))
        )
        self._lay_out()
        self.months.chosen.connect(self._show_days)
        self.months.opened.connect(self._open_month)
        self.days.opened.connect(self._open_day)
        Following(self, desk, frozenset({FeeReceipt}), self.refresh)

    def _lay_out(self) -> None:
        head = row(Label(_("Year"), "label"), self.year, spacing=10)
        head.addStretch(1)
        head.addWidget(self._said)
        below = row(spacing=14)
        below.addWidget(self.months, 1)
        below.addWidget(self.days, 1)
        outer = column(spacing=12)
        outer.addLayout(head)
        outer.addLayout(below, 1)
        self.setLayout(outer)

    def _year(self) -> int:
        return int(self.year.value() or today().year)

    def refresh(self) -> None:
        found = self._desk.read(reads.takings, self._year())
        self.months.show_rows(found)
        whole = sum(each.total for each in found)
        words = _("{year} in all: {amount}").format(year=self._year(), amount=format_dinars(whole))
        self._said.setText(words if found else "")
        if found and self.months.row() is None:
            self.months.select(_key(found[-1]))
        self._show_days(self.months.row())

    def _show_days(self, month: Takings | None) -> None:
        if month is None:
            self.days.show_rows([])
        else:
            self.days.show_rows(self._desk.read(reads.takings, month.begins.year, month.begins.month))

    def _open_month(self, month: Takings | None) -> None:
        if month:
            self._opened(year=month.begins.year, month=month.begins.month, day=None)

    def _open_day(self, day: Takings | None) -> None:
        if day:
            self._opened(year=None, month=None, day=day.begins)


def _columns(title: Callable[[Takings], str]) -> list[Column[Takings]]:
    return [
        Column(N_("When"), title, Style.NAME, name="when", width=130, order=lambda each: each.begins),
        Column(N_("Receipts"), lambda each: each.receipts, Style.NUMBER, name="receipts", width=90, yields=1),
        Column(
            N_("In cash"), _cash, Style.NUMBER, name="cash", width=110, order=lambda each: each.ways.get(Way.CASH, 0)
        ),
        Column(N_("Otherwise"), _otherwise, Style.NUMBER, name="otherwise", width=110, yields=2),
        Column(N_("Total in dinars"), _total, Style.NUMBER, name="total", width=130, order=lambda each: each.total),
    ]


def _key(each: Takings) -> str:
    return each.begins.isoformat()


def _month(each: Takings) -> str:
    return month_name(each.begins.month)


def _day(each: Takings) -> str:
    return format_day(each.begins)


def _cash(each: Takings) -> str:
    return _dinars(each.ways.get(Way.CASH, 0))


def _otherwise(each: Takings) -> str:
    return _dinars(each.total - each.ways.get(Way.CASH, 0))


def _total(each: Takings) -> str:
    return _dinars(each.total)


def _dinars(centimes: int) -> str:
    return format_number(Decimal(centimes) / 100, 2) if centimes else "–"
