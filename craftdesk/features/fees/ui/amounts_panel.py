"""The office's fees: their names, and what each of them costs from which day on."""

from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.base.dates import format_day, today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart, format_dinars
from craftdesk.data.model import Model, fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.fees import reads, writes
from craftdesk.features.fees.models import FeeKind, FeeRate
from craftdesk.features.fees.rules import Fee, Rate, supplied
from craftdesk.ui.actions import Action, ActionButton, fit_words
from craftdesk.ui.cards import Card, EmptyState, column, row
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.labels import Label
from craftdesk.ui.table import Column, Style, TableView
from craftdesk.ui.theme import px

LIST, NARROW, FORM = 350, 258, 300
ROOM = 1000
FEE = ("name_ar", "name_fr", "yearly", "offered")
RATE = ("amount", "holds_from", "source")


def _amount(fee: Fee) -> str:
    rate = fee.rate_on(today())
    return format_dinars(rate.amount) if rate else _("to be filled in")


def _tone(fee: Fee) -> str:
    if not fee.offered:
        return "neutral"
    return "good" if fee.rate_on(today()) else "warn"


def _when(fee: Fee) -> str:
    return _("every year") if fee.yearly else _("when it is due")


FEES: tuple[Column[Fee], ...] = (
    Column(N_("Fee"), Fee.label, Style.NAME, second=_when, width=118, name="fee"),
    Column(N_("Amount today"), _amount, Style.PILL, tone=_tone, width=124, name="amount"),
)
RATES: tuple[Column[Rate], ...] = (
    Column(
        N_("Since"),
        lambda rate: format_day(rate.holds_from),
        Style.NAME,
        width=126,
        order=lambda rate: rate.holds_from,
    ),
    Column(N_("Amount"), lambda rate: format_dinars(rate.amount), Style.CODE, width=112),
    Column(N_("Decision or source"), lambda rate: rate.source, width=180, yields=1),
)


class AmountsPanel(QWidget):
    """A new amount holds from its day on; receipts and what was charged before keep theirs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._code: str | None = None
        self._rate: str | None = None
        self.fees = TableView[Fee](FEES, "fees", key=lambda each: each.code)
        empty = EmptyState("ph.money", _("No amount yet"), None, _("Write it beside, with the day and the decision."))
        self.rates = TableView[Rate](RATES, "fee-rates", lambda each: each.key, self._rate_actions(), empty)
        self.form = Form(
            {name: fields_of(FeeKind)[name] for name in FEE}, [FormSection("", FEE, 2, FEE[:2])], {}, False
        )
        self.amount = Form(
            {name: fields_of(FeeRate)[name] for name in RATE}, [FormSection("", RATE, 2, RATE[2:])], {}, False
        )
        self._source = Label("", "muted", wrap=True)
        self._buttons: list[ActionButton] = []
        self._feet: list[QHBoxLayout] = []
        self._lay_out()
        self._connect()
        self.refresh()
        self.fees.select(next(iter(supplied())))

    def _connect(self) -> None:
        for form, save in ((self.form, self.save_fee), (self.amount, self.save_rate)):
            form.saved.connect(save)
            form.dirty_changed.connect(self._refresh_buttons)
        self.fees.chosen.connect(self.show_fee)
        self.rates.chosen.connect(self._show_rate)
        self._desk.changed.connect(self._follow)

    def _rate_actions(self) -> list[Action]:
        return [Action(N_("Delete"), "ph.trash", self.delete_rate, "Del", self._has_rate)]

    def _lay_out(self) -> None:
        add = Action(N_("New fee"), "ph.plus", self.begin_fee)
        drop = Action(N_("Delete"), "ph.trash", self.delete_fee, "", self._is_own)
        more = Action(N_("New amount"), "ph.plus", self.begin_rate, "", lambda: self._code is not None)
        keep = Action(N_("Save"), "ph.check", self._save_open, "Ctrl+S", self._is_dirty, primary=True)
        leading, middle = column(spacing=10), column(spacing=10)
        leading.addWidget(self.fees, 1)
        leading.addLayout(self._foot(add, drop))
        middle.addWidget(self._source)
        middle.addWidget(self.rates, 1)
        middle.addLayout(self._foot(more, *self._rate_actions()))
        card = Card(scrolls=True)
        card.setFixedWidth(px(FORM))
        card.add(Label(_("The amount"), "heading"), self.amount, Label(_("The fee"), "heading"), self.form)
        saves = ActionButton(keep)
        self._buttons.append(saves)
        card.foot.addStretch(1)
        card.foot.addWidget(saves)
        line = row(spacing=14)
        line.addLayout(leading)
        line.addLayout(middle, 1)
        line.addWidget(card)
        self.setLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the list gives way and the smaller buttons show their signs alone."""
        super().resizeEvent(event)
        wide = px(LIST if self.width() >= px(ROOM) else NARROW)
        self.fees.setFixedWidth(wide)
        rooms = (wide, self.width() - wide - px(FORM) - 2 * px(14))
        for foot, room in zip(self._feet, rooms, strict=True):
            fit_words(foot, room)

    def _foot(self, *actions: Action) -> QHBoxLayout:
        made = row(spacing=8)
        self._feet.append(made)
        for each in actions:
            button = ActionButton(replace(each, shortcut=""), small=True)
            self._buttons.append(button)
            made.addWidget(button)
        made.addStretch(1)
        return made

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        if touched & {FeeKind, FeeRate}:
            self.refresh()

    def refresh(self) -> None:
        self.fees.show_rows(self._desk.read(reads.fees))
        self.show_fee(self.fees.row())

    def _is_own(self) -> bool:
        chosen = self._desk.read(reads.fee, self._code) if self._code else None
        return chosen is not None and chosen.own

    def _is_dirty(self) -> bool:
        return self.form.dirty or self.amount.dirty

    def _has_rate(self) -> bool:
        return self.rates.row() is not None

    def show_fee(self, fee: Fee | None) -> None:
        if fee is None:
            return
        self._code = fee.code
        self.form.set_values({name: getattr(fee, name) for name in FEE})
        self._source.setText(self._told(fee))
        before = self._rate
        self.rates.show_rows(fee.rates[::-1])
        if before is None or not self.rates.select(before):
            self._show_rate(None)
        self._refresh_buttons()

    def _told(self, fee: Fee) -> str:
        if not fee.rates:
            words = _("No source gives the amount: write what your office asks, from which day on, by which decision.")
            return f"{words} ({apart(fee.source)})" if fee.source else words
        if fee.yearly:
            return _("Every registered artisan owes it for each year from {year} on.").format(
                year=fee.rates[0].holds_from.year
            )
        return _("It is paid when it is due, at the amount of that day.")

    def _show_rate(self, rate: Rate | None) -> None:
        self._rate = rate.key if rate else None
        start = {"holds_from": today().replace(month=1, day=1)}
        self.amount.set_values({name: getattr(rate, name) for name in RATE} if rate else start)
        self._refresh_buttons()

    def begin_fee(self) -> None:
        """An empty form; the fee is added when it is saved."""
        self._code = None
        self.form.set_values({"yearly": False, "offered": True})
        self.rates.show_rows([])
        self._source.setText(_("Write its name and save it; then write its amount."))
        self.form.focus_first()
        self._refresh_buttons()

    def begin_rate(self) -> None:
        """An amount from a day on."""
        self.rates.grid.clearSelection()
        self._show_rate(None)
        self.amount.focus_first()

    def _save_open(self) -> None:
        if self.form.dirty:
            self.form.save()
        if self.amount.dirty:
            self.amount.save()

    def save_fee(self) -> None:
        try:
            code = self._desk.write(writes.save_fee, self._code, self.form.values())
        except UserError as error:
            self._tell(self.form, error)
            return
        self.form.rest()
        self.refresh()
        self.fees.select(code)

    def save_rate(self) -> None:
        if self._code is None:
            return
        try:
            key = self._desk.write(writes.save_rate, self._code, self._rate, self.amount.values())
        except UserError as error:
            self._tell(self.amount, error)
            return
        self.amount.rest()
        self.rates.select(key)

    def delete_rate(self) -> None:
        if rate := self.rates.row():
            self._desk.write(writes.delete_rate, rate.key)

    def delete_fee(self) -> None:
        if self._code is None:
            return
        try:
            self._desk.write(writes.delete_fee, self._code)
        except UserError as error:
            self._desk.tell(str(error), "bad")
            return
        self.fees.select(next(iter(supplied())))

    def _tell(self, form: Form, error: UserError) -> None:
        if not form.show_error(error):
            self._desk.tell(str(error), "bad")

    def _refresh_buttons(self) -> None:
        for button in self._buttons:
            button.refresh()
