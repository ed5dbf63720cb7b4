"""What the home page and the search are told of the roster."""

from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.data.session import Session
from craftdesk.desk.feature import Figure, Hit, Share, Shares, Waiting
from craftdesk.features.roster import fitting, reads
from craftdesk.features.roster.fitting import Fit
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.ui.words import WAITING_ROWS

PAGE = "roster"
_TONES = ("copper", "primary", "good")


def hits(session: Session, typed: str, limit: int) -> list[Hit]:
    """The artisans who fit what was typed, as the search over everything shows them."""
    return [_hit(fit) for fit in fitting.people(session, typed, limit)]


def _hit(fit: Fit) -> Hit:
    row = fit.row
    tier = 2 if fit.by_sound() else 0
    return Hit(reads.name_of(row), reads.detail_of(row), "ph.user", Artisan, row.key, fit.why(), fit.marks, tier)


def figures(session: Session) -> list[Figure]:
    counts = reads.counts(session)
    return [
        Figure(_("Registered artisans"), counts.registered, "ph.users-three", "primary", PAGE),
        Figure(
            _("Cards that end within 30 days"), reads.running_out(session), "ph.identification-card", "copper", PAGE
        ),
    ]


def waiting(session: Session) -> list[Waiting]:
    """Requests, cards that run out and things to mend, where there are any."""
    requests, cards, mend, rows = (
        reads.counts(session).requested,
        reads.running_out(session),
        reads.waiting_to_be_mended(session),
        reads.rows_waiting(session),
    )
    every = (
        (
            requests,
            ngettext("{number} artisan asks to be registered", "{number} artisans ask to be registered", requests),
            _("Requests for registration"),
            "ph.user-plus",
            "requests",
        ),
        (
            cards,
            ngettext("{number} card ends within 30 days", "{number} cards end within 30 days", cards),
            _("Registered artisans to be told"),
            "ph.identification-card",
            "cards",
        ),
        (
            mend,
            ngettext("{number} card is to be mended", "{number} cards are to be mended", mend),
            _("Things that are missing or cannot be right"),
            "ph.wrench",
            "mend",
        ),
        (
            rows,
            ngettext("{number} row of a list waits", "{number} rows of lists wait", rows),
            _("To be mended, joined to somebody or left out"),
            "ph.download-simple",
            WAITING_ROWS,
        ),
    )
    return [
        Waiting(words.format(number=format_number(number)), detail, icon, "copper_line", PAGE, name)
        for number, words, detail, icon, name in every
        if number
    ]


def shares(session: Session) -> Shares:
    every = reads.by_domain(session)
    shares = [Share(domain.label(), number, tone) for (domain, number), tone in zip(every.items(), _TONES, strict=True)]
    return Shares(_("Registered by domain"), tuple(shares))
