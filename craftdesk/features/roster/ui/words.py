"""How the roster's values are shown on its screens."""

from datetime import date

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import group_phone, isolate
from craftdesk.desk.paper_menu import Offer
from craftdesk.features.office.models import in_language
from craftdesk.features.roster.finding import Row
from craftdesk.features.roster.models import STATUSES, Artisan, Status
from craftdesk.features.roster.reads import Card
from craftdesk.features.roster.rules import has_run_out
from craftdesk.ui.direction import apart

TONES = {Status.REQUESTED: "warn", Status.REGISTERED: "good", Status.STRUCK_OFF: "bad"}
SHOWN_OF_NIN = 4
FURTHER = (
    Offer("register-extract", N_("Register extract"), "ph.article"),
    Offer("address-labels", N_("Address labels"), "ph.rows"),
    Offer("envelope", N_("Envelopes"), "ph.tray"),
)
"""The papers of artisans besides their sheet."""
WAITING_ROWS = "waiting-rows"
"""What opens the rows of imported lists that wait, on the page of the artisans."""


def status_words(row: Row | Artisan) -> str:
    return _(STATUSES[row.status])


def status_tone(row: Row | Artisan) -> str:
    return TONES[row.status]


def masked(nin: str | None) -> str:
    """A NIN of which only the end is shown, in groups of four: •••• •••• •••• ••87 62."""
    if not nin:
        return ""
    hidden = "•" * max(0, len(nin) - SHOWN_OF_NIN) + nin[-SHOWN_OF_NIN:]
    return isolate(" ".join(hidden[at : at + 4] for at in range(0, len(hidden), 4)))


def grouped(nin: str | None) -> str:
    return isolate(" ".join((nin or "")[at : at + 4] for at in range(0, len(nin or ""), 4)))


def birth_words(artisan: Artisan) -> str:
    """The day, or the year alone as presumed."""
    if artisan.birth_date:
        return format_day(artisan.birth_date)
    return _("presumed {year}").format(year=artisan.birth_year) if artisan.birth_year else ""


def card_words(number: str | None, until: date | None) -> str:
    """The number of the card and its end."""
    if until is None:
        return isolate(number or "")
    end = _("ended on {day}") if has_run_out(until) else _("until {day}")
    return " · ".join(filter(None, (isolate(number or ""), end.format(day=format_day(until)))))


def facts(card: Card) -> list[tuple[str, str]]:
    """What the side of the list tells of an artisan."""
    found = card.artisan
    activity = found.activity.label() if found.activity else ""
    commune = card.home.label() if card.home else ""
    address = _("{address}, {commune}").format(address=apart(found.home_address or ""), commune=apart(commune))
    return [
        (_("Activity"), activity),
        (_("Register no."), isolate(found.register_no or "")),
        (_("Card"), card_words(found.card_no, found.card_until)),
        (_("Phone"), isolate(group_phone(found.phone or ""))),
        (_("Address"), address if found.home_address and commune else found.home_address or commune),
        (_("National id"), masked(found.nin)),
        (_("Born"), birth_words(found)),
    ]


def names(found: Artisan) -> tuple[str, str]:
    """The name in the screen's language, and in the other script where that is known."""
    first = in_language(found.name_ar, found.name_la)
    other = found.name_la if first == found.name_ar else found.name_ar
    return first, other if other != first else ""
