"""The card of the roster."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.data.session import Session
from craftdesk.desk.feature import Feature, Figure, Finder, Hit, Page, Paper, Share, Shares, Waiting
from craftdesk.features.roster import printing, reads
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.ui.people_page import LIST
from craftdesk.features.roster.ui.person_panel import SHEET
from craftdesk.features.roster.ui.roster_page import WAITING_ROWS, RosterPage

if TYPE_CHECKING:
    from craftdesk.pdf.document import Binder, Document

PAGE = "roster"
_TONES = ("copper", "primary", "good")


def _hits(session: Session, keys: Sequence[str]) -> list[Hit]:
    """The found artisans, as the search over everything shows them."""
    return [
        Hit(reads.name_of(row), reads.detail_of(row), "ph.user", Artisan, row.key)
        for row in reads.rows_of(session, keys)
    ]


def _figures(session: Session) -> list[Figure]:
    counts = reads.counts(session)
    return [
        Figure(_("Registered artisans"), counts.registered, "ph.users-three", "primary", PAGE),
        Figure(
            _("Cards that end within 30 days"), reads.running_out(session), "ph.identification-card", "copper", PAGE
        ),
    ]


def _waiting(session: Session) -> list[Waiting]:
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


def _shares(session: Session) -> Shares:
    every = reads.by_domain(session)
    shares = [Share(domain.label(), number, tone) for (domain, number), tone in zip(every.items(), _TONES, strict=True)]
    return Shares(_("Registered by domain"), tuple(shares))


def _list(matter: "printing.ListMatter", language: str) -> "Document":
    from craftdesk.features.roster.documents.lists import roster_list  # noqa: PLC0415 - papers are not needed to start

    return roster_list(matter, language)


def _sheets(matters: "Sequence[printing.SheetMatter]", language: str) -> "Binder":
    from craftdesk.features.roster.documents.sheet import artisan_sheets  # noqa: PLC0415 - papers are not needed to start

    return artisan_sheets(matters, language)


FEATURE = Feature(
    PAGE,
    pages=(Page(PAGE, N_("Artisans"), "ph.users-three", RosterPage, (Artisan,)),),
    papers=(
        Paper(LIST, N_("List of artisans"), Artisan, printing.list_matter, _list),
        Paper(SHEET, N_("Artisan's sheet"), Artisan, printing.sheet_matters, _sheets),
    ),
    waiting=_waiting,
    figures=_figures,
    shares=_shares,
    finders=(Finder(Artisan, _hits),),
)
