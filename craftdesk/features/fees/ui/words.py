"""How the screens of fees say them, and the names by which the program knows them."""

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import format_dinars, format_number
from craftdesk.features.fees.models import FeeReceipt
from craftdesk.features.fees.rules import lines_of
from craftdesk.ui.direction import code

PAGE = "fees"
RECEIPT, JOURNAL = "fee-receipt", "fee-journal"
ICON, RECEIPT_ICON = "ph.money", "ph.receipt"
SETTINGS, AMOUNTS = "settings", "fees"


def titled(receipt: FeeReceipt) -> str:
    """ "وصل رقم 2026/0003"."""
    return _("Receipt no. {number}").format(number=code(receipt.reference))


def detail_of(receipt: FeeReceipt) -> str:
    """When, what, how much."""
    state = _("cancelled") if receipt.cancelled_on else format_dinars(receipt.amount)
    return " · ".join((format_day(receipt.day), lines_of(receipt), state))


def counted(number: int) -> str:
    return ngettext("{count} receipt", "{count} receipts", number).format(count=format_number(number))


def debtors_in_words(number: int) -> str:
    return ngettext("{count} artisan owes fees", "{count} artisans owe fees", number).format(
        count=format_number(number)
    )
