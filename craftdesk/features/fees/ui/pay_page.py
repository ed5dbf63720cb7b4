"""Giving a receipt: whose, for which fees, when and how it was paid."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_dinars
from craftdesk.base.words import dinars_in_words
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.fees import reads, writes
from craftdesk.features.fees.models import FeeReceipt, Way
from craftdesk.features.fees.rules import Fee, Owed
from craftdesk.features.fees.ui.words import AMOUNTS, RECEIPT, SETTINGS
from craftdesk.features.fees.writes import Paid
from craftdesk.features.roster import reads as roster
from craftdesk.features.roster.models import Artisan
from craftdesk.ui.actions import Action, ActionButton, bind
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.figures import Pressable
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.icons import IconLabel, chevron
from craftdesk.ui.labels import Label, Line
from craftdesk.ui.page import PageFrame
from craftdesk.ui.picking import RecordField
from craftdesk.ui.suggestions import Choice
from craftdesk.ui.theme import px

NAMES = ("day", "way", "way_no")
SIDE = 380


class FeeRow(Pressable):
    """A fee to be ticked: Space, Enter or a click; Up and Down go to the next one."""

    def __init__(self, title: str, amount: int, ticked: bool, changed: Callable[[], object]) -> None:
        super().__init__(self.turn, title)
        self.setProperty("role", "event")
        self.title, self.amount, self.ticked = title, amount, ticked
        self._changed = changed
        self._sign = IconLabel("ph.circle", "muted", 22)
        line = row(self._sign, spacing=10)
        line.setContentsMargins(px(4), px(6), px(4), px(6))
        line.addWidget(Label(title, wrap=True), 1)
        line.addWidget(Label(format_dinars(amount), "strong"))
        self.setLayout(line)
        self._show()

    def turn(self) -> None:
        self.ticked = not self.ticked
        self._show()
        self._changed()

    def _show(self) -> None:
        self._sign.show_icon(*(("ph.check-circle", "good") if self.ticked else ("ph.circle", "muted")))
        self.setAccessibleName(f"{self.title}: {_('Yes') if self.ticked else _('No')}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if step := steps.get(event.key()):
            self.focusNextChild() if step > 0 else self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class PayPage(PageFrame):
    """What is owed is ticked already; fees that are paid at once stand below it. Ctrl+S gives the receipt."""

    def __init__(self, desk: Desk, saved: Callable[[str], object], left: Callable[[], object]) -> None:
        self._desk, self._saved = desk, saved
        self._give = Action(N_("Give the receipt"), "ph.check", self.save, "Ctrl+S", self._can_save, primary=True)
        back = Action(N_("All the receipts"), chevron(False), left, "Esc")
        super().__init__(_("Payment receipt"), _("The number of the receipt follows when it is saved."), actions=[back])
        self.artisan_id: str | None = None
        self.owed: list[tuple[FeeRow, Owed]] = []
        self.extra: list[tuple[FeeRow, Fee]] = []
        self.picker = RecordField(self._search, self._known, placeholder=_("Name or number of the artisan"))
        self.form = Form(_fields(), [FormSection("", NAMES, 1)], scrolls=False)
        self._lines = column(spacing=2)
        self.total, self.in_words = Label("", "figure"), Label("", "muted", wrap=True)
        self._button = ActionButton(self._give)
        self._place_cards()
        self.picker.changed.connect(self._picked)
        self.form.saved.connect(self._save)

    def _place_cards(self) -> None:
        fees, paid, whole = Card(scrolls=True), Card(_("The payment")), QWidget()
        fees.add(Label(_("Artisan"), "label"), self.picker, Line())
        fees.body.addLayout(self._lines)
        paid.setFixedWidth(px(SIDE))
        paid.add(self.form, Line(), self.total, self.in_words)
        paid.foot.addStretch(1)
        paid.foot.addWidget(self._button)
        whole.setLayout(row(fees, paid, spacing=14))
        self.set_body(whole)
        self.set_notes(_("Space: take the fee in or out · Ctrl+S: give the receipt"), "")
        # The form listens to Ctrl+S while the cursor is in it.
        bind(fees, [self._give])

    def start(self, artisan_id: str | None = None) -> None:
        """A new receipt, of this artisan if one is named."""
        self.form.set_values({"day": today(), "way": Way.CASH.value})
        self.picker.set_value(artisan_id)
        self._show(artisan_id)
        first: QWidget = self.owed[0][0] if self.owed else self.extra[0][0] if self.extra else self.picker
        QTimer.singleShot(0, self, (first if artisan_id else self.picker).setFocus)

    def _picked(self) -> None:
        if self.picker.value() != self.artisan_id:
            self._show(self.picker.value())

    def _show(self, artisan_id: str | None) -> None:
        """The fees of an artisan."""
        self.artisan_id = artisan_id
        clear(self._lines)
        self.owed, self.extra = [], []
        if artisan_id is None:
            self._lines.addWidget(Label(_("Choose the artisan to see what is owed."), "muted", wrap=True))
        else:
            self._show_owed(self._desk.read(reads.account, artisan_id).owed)
            self._show_extra(self._desk.read(reads.fees, True))
        self._add_up()

    def _show_owed(self, owed: Sequence[Owed]) -> None:
        self._lines.addWidget(Label(_("What is owed"), "heading"))
        for each in owed:
            line = FeeRow(each.label(), each.amount, True, self._add_up)
            self.owed.append((line, each))
            self._lines.addWidget(line)
        if not self.owed:
            self._lines.addWidget(Label(_("Nothing is owed."), "muted"))

    def _show_extra(self, fees: list[Fee]) -> None:
        """What is not yearly can be paid at once, where its amount is known."""
        known = [(each, rate) for each in fees if not each.yearly and (rate := each.rate_on(today()))]
        self._lines.addSpacing(px(10))
        self._lines.addWidget(Label(_("To be paid at once"), "heading"))
        for fee, rate in known:
            line = FeeRow(fee.label(), rate.amount, False, self._add_up)
            self.extra.append((line, fee))
            self._lines.addWidget(line)
        missing = [each for each in fees if not each.rates]
        if missing:
            names = _(", ").join(each.label() for each in missing)
            words = _("The office has not said yet what these cost: {fees}").format(fees=names)
            self._lines.addWidget(Label(words, "muted", wrap=True))
            amounts = Action(N_("Amounts of the fees"), "ph.gear", self._open_amounts)
            line_ = row(ActionButton(amounts, small=True))
            line_.addStretch(1)
            self._lines.addLayout(line_)

    def _open_amounts(self) -> None:
        self._desk.open_page(SETTINGS, AMOUNTS)

    def _ticked(self) -> tuple[list[Owed], list[str]]:
        owed = [each for line, each in self.owed if line.ticked]
        return owed, [fee.code for line, fee in self.extra if line.ticked]

    def _add_up(self) -> None:
        amount = sum(line.amount for line, _each in (*self.owed, *self.extra) if line.ticked)
        self.total.setText(format_dinars(amount))
        self.in_words.setText(dinars_in_words(amount) if amount else "")
        self._button.refresh()

    def _can_save(self) -> bool:
        return any(line.ticked for line, _each in (*self.owed, *self.extra))

    def save(self) -> None:
        """Check how it was paid, and give the receipt."""
        self.form.save()

    def _save(self) -> None:
        if self.artisan_id is None or not self._can_save():
            self._desk.tell(_("Choose at least one fee."), "bad")
            return
        values = self.form.values()
        paid = Paid(values["day"] or today(), Way(values["way"] or Way.CASH), values["way_no"] or "")
        owed, extra = self._ticked()
        try:
            key = self._desk.write(writes.pay, self.artisan_id, owed, extra, paid)
        except UserError as error:
            if not self.form.show_error(error):
                self._desk.tell(str(error), "bad")
            return
        self.form.rest()
        self._saved(key)
        self._desk.show_paper(RECEIPT, key)

    def _search(self, typed: str) -> list[Choice]:
        found = self._desk.read(roster.suggestions, typed)
        return [Choice(each.key, each.name, each.detail, "ph.user") for each in found]

    def _known(self, key: str) -> Choice | None:
        found = self._desk.read(roster.suggested, [key])
        return Choice(found[0].key, found[0].name, found[0].detail) if found else None

    def open_artisan(self) -> None:
        if self.artisan_id:
            self._desk.open_record(Artisan, self.artisan_id)


def _fields() -> dict[str, Field]:
    own = fields_of(FeeReceipt)
    return {
        "day": own["day"],
        "way": Field(own["way"].label, kind=Kind.CHOICE, choices=own["way"].choices, required=True),
        "way_no": own["way_no"],
    }
