"""What an artisan owes and paid, on the artisan's card."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_dinars
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import NEW
from craftdesk.features.fees import reads, writes
from craftdesk.features.fees.models import FeeDue, FeeKind, FeeRate, FeeReceipt
from craftdesk.features.fees.reads import Account
from craftdesk.features.fees.rules import Owed, named, total
from craftdesk.features.fees.ui.words import ICON, PAGE, RECEIPT_ICON, detail_of, titled
from craftdesk.features.roster.models import Artisan
from craftdesk.ui.actions import Action, ActionButton, menu
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label

SHOWN: frozenset[type[Model]] = frozenset({Artisan, FeeKind, FeeRate, FeeDue, FeeReceipt})
MOST = 5
"""So many receipts are shown; the page has them all."""


class OwedRow(EventRow):
    """A fee that is owed: Enter pays, Del lets it go; what was let go is asked for again."""

    def __init__(self, icon: str, title: str, detail: str, tone: str, actions: list[Action]) -> None:
        super().__init__(icon, title, detail, tone, actions[0].run)
        self._actions = actions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and len(self._actions) > 1:
            self._actions[1].run()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu(self._actions, self).popup(event.globalPos())


class ArtisanFees(QWidget):
    """What is owed first, then what was paid, newest first."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        super().__init__()
        self._desk, self._key = desk, artisan_id
        self._lines = column(spacing=4)
        self._pays = Action(N_("Payment receipt"), RECEIPT_ICON, self.pay)
        foot = row(ActionButton(self._pays, small=True))
        foot.addStretch(1)
        outer = column(spacing=8)
        outer.addLayout(self._lines)
        outer.addLayout(foot)
        self.setLayout(outer)
        desk.changed.connect(self._follow)
        self._follow(SHOWN)

    def pay(self) -> None:
        self._desk.open_page(PAGE, f"{NEW}{self._key}")

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        # The artisan may be gone: then the card goes too.
        if bool(touched & SHOWN) and self._desk.read(reads.has_artisan, self._key):
            self._show(self._desk.read(reads.account, self._key))

    def _show(self, found: Account) -> None:
        clear(self._lines)
        for each in found.owed:
            self._lines.addWidget(self._owed(each))
        if len(found.owed) > 1:
            words = _("Owed in all: {amount}").format(amount=format_dinars(total(found.owed)))
            self._lines.addWidget(Label(words, "strong"))
        for due, fee in found.waived:
            self._lines.addWidget(self._waived(due, named(fee.label(), fee.yearly, due.year)))
        for receipt in found.receipts[:MOST]:
            tone = "muted" if receipt.cancelled_on else "good"
            opens = partial(self._desk.open_record, FeeReceipt, receipt.id)
            self._lines.addWidget(EventRow(RECEIPT_ICON, titled(receipt), detail_of(receipt), tone, opens))
        if not (found.owed or found.waived or found.receipts):
            self._lines.addWidget(Label(_("Nothing is owed and nothing was paid"), "muted", wrap=True))

    def _owed(self, owed: Owed) -> OwedRow:
        actions = [
            Action(N_("Payment receipt"), RECEIPT_ICON, self.pay),
            Action(N_("Let it go"), "ph.minus-circle", partial(self._desk.write, writes.waive, self._key, owed), "Del"),
        ]
        if owed.due:
            takes_back = partial(self._desk.write, writes.forget_due, owed.due)
            actions.append(Action(N_("No longer charge it"), "ph.trash", takes_back))
        words = _("owed: {amount}").format(amount=format_dinars(owed.amount))
        return OwedRow(ICON, owed.label(), words, "copper_line", actions)

    def _waived(self, due: FeeDue, title: str) -> OwedRow:
        again = Action(
            N_("Ask for it again"), "ph.arrow-u-up-left", partial(self._desk.write, writes.claim_again, due.id)
        )
        day = format_day(due.waived_on) if due.waived_on else ""
        words = " · ".join(filter(None, (_("let go on {day}").format(day=day), due.note)))
        return OwedRow("ph.minus-circle", title, words, "muted", [again])
