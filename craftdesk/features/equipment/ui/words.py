"""How the screens of equipment requests say them, and the names by which the program knows them."""

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_dinars
from craftdesk.desk.paper_menu import Offer
from craftdesk.features.equipment.models import (
    REQUEST_KINDS,
    REQUEST_STATES,
    EquipmentRequest,
    PaperState,
    RequestKind,
    RequestState,
)
from craftdesk.features.equipment.reads import RequestEntry
from craftdesk.ui.direction import apart, code

PAGE = "equipment"
RECEIPT = "equipment-receipt"
FURTHER = (
    Offer("equipment-decision", N_("Letter about the decision"), "ph.pen-nib"),
    Offer("equipment-minutes", N_("Minutes of the committee"), "ph.users-three"),
    Offer("equipment-delivery", N_("Delivery form"), "ph.package"),
)
"""The papers of requests besides the receipt."""
ICON = "ph.toolbox"
PAPER_ICONS = {
    PaperState.MISSING: ("ph.circle-dashed", "warn"),
    PaperState.RECEIVED: ("ph.check-circle", "good"),
    PaperState.NOT_NEEDED: ("ph.minus-circle", "muted"),
}


def state_in_words(state: RequestState) -> str:
    return _(REQUEST_STATES[state])


def kind_in_words(request: EquipmentRequest) -> str:
    return _(REQUEST_KINDS[request.kind])


def titled(request: EquipmentRequest) -> str:
    """ "طلب عتاد رقم 2026/0003"."""
    return _("Equipment request no. {number}").format(number=code(request.reference))


def in_a_line(request: EquipmentRequest) -> str:
    """Number and day: what stands under the applicant's name."""
    deposited = _("deposited on {day}").format(day=format_day(request.deposited_on))
    return f"{titled(request)} · {deposited}"


def what_in_words(entry: RequestEntry) -> str:
    """The first thing asked for, and how many more."""
    first, more = entry.what[:1], len(entry.what) - 1
    words = first[0] if first else ""
    return _("{what} and {count} more").format(what=apart(words), count=more) if more > 0 else words


def first_asked(entry: RequestEntry) -> str:
    return entry.what[0] if entry.what else ""


def asked_in_words(entry: RequestEntry) -> str:
    """The kind in a word, and of how many things the request is when it is more than one."""
    count = len(entry.what)
    kind = _("Acquisition") if entry.request.kind is RequestKind.ACQUISITION else _("Maintenance")
    things = ngettext("{count} thing", "{count} things", count).format(count=count)
    return " · ".join((kind, things)) if count > 1 else kind


def missing_in_words(entry: RequestEntry) -> str:
    count = len(entry.missing)
    return ngettext("{count} missing", "{count} missing", count).format(count=count) if count else _("whole")


def papers_in_words(names: tuple[str, ...]) -> str:
    return _(", ").join(_(name) for name in names)


def waiting_in_words(days: int) -> str:
    if days <= 0:
        return _("since today")
    return ngettext("since {count} day", "since {count} days", days).format(count=days)


def money(centimes: int) -> str:
    return code(format_dinars(centimes))
