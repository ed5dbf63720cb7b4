"""The place of fees in the side bar: who owes, receipts, what came in; or giving a receipt."""

from PySide6.QtWidgets import QStackedWidget

from craftdesk.base.dates import today
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_dinars
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import NEW
from craftdesk.desk.following import Following
from craftdesk.features.fees import reads
from craftdesk.features.fees.models import FeeReceipt
from craftdesk.features.fees.reads import Sought
from craftdesk.features.fees.ui.debtors_tab import DebtorsTab
from craftdesk.features.fees.ui.pay_page import PayPage
from craftdesk.features.fees.ui.receipts_tab import ReceiptsTab
from craftdesk.features.fees.ui.takings_tab import TakingsTab
from craftdesk.features.fees.ui.words import counted
from craftdesk.ui.actions import Action
from craftdesk.ui.page import PageFrame
from craftdesk.ui.tabs import Tab, Tabs

DEBTORS, RECEIPTS, TAKINGS = "debtors", "receipts", "takings"
PAY = "pay"


class FeesPage(QStackedWidget):
    """Shows the lists, or the form of a new receipt."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._new = Action(N_("Payment receipt"), "ph.plus", self.begin, "Ctrl+N", primary=True)
        self.lists = PageFrame(_("Fees"), actions=[self._new])
        self.tabs = Tabs(
            (
                Tab(DEBTORS, N_("Who owes"), lambda: DebtorsTab(desk, self.begin)),
                Tab(RECEIPTS, N_("Receipts"), lambda: ReceiptsTab(desk, self.begin)),
                Tab(TAKINGS, N_("What came in"), lambda: TakingsTab(desk, self._show_receipts)),
            )
        )
        self.lists.set_body(self.tabs)
        self.pay: PayPage | None = None
        self.addWidget(self.lists)
        Following(self.lists, desk, frozenset({FeeReceipt}), self._say)

    def _say(self) -> None:
        sought = Sought(year=today().year)
        number, amount = self._desk.read(reads.number_in, sought), self._desk.read(reads.sum_of, sought)
        words = _("{receipts} in {year}").format(receipts=counted(number), year=sought.year)
        self.lists.set_subtitle(f"{words} · {format_dinars(amount)}" if number else "")

    def begin(self, artisan_id: str | None = None) -> None:
        """A new receipt, of this artisan if one is named."""
        if self.pay is None:
            self.pay = PayPage(self._desk, self.show_receipt, self.show_lists)
            self.addWidget(self.pay)
        self.setCurrentWidget(self.pay)
        self.pay.start(artisan_id)

    def show_lists(self) -> None:
        self.setCurrentWidget(self.lists)

    def _receipts(self) -> ReceiptsTab:
        self.setCurrentWidget(self.lists)
        self.tabs.open(RECEIPTS)
        found = self.tabs.page(RECEIPTS)
        assert isinstance(found, ReceiptsTab)
        return found

    def _show_receipts(self, **changes: object) -> None:
        self._receipts().narrow(**changes)

    def show_receipt(self, key: str) -> None:
        """The list at a receipt."""
        self._receipts().select(key)

    def open_record(self, key: str) -> None:
        """Show a receipt or a tab; "new …" with an artisan's key begins a receipt of this artisan's."""
        if key == PAY:
            self.begin()
        elif key.startswith(NEW):
            self.begin(key.removeprefix(NEW))
        elif key in (DEBTORS, RECEIPTS, TAKINGS):
            self.show_lists()
            self.tabs.open(key)
        elif self._desk.read(reads.is_there, key):
            self.show_receipt(key)
        else:
            self.show_lists()

    def opened_record(self) -> str | None:
        if self.pay is not None and self.currentWidget() is self.pay:
            return f"{NEW}{self.pay.artisan_id}" if self.pay.artisan_id else PAY
        return self.tabs.current()
