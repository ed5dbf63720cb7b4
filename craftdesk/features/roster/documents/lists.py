"""The list of artisans, as it is narrowed and sorted on the screen."""

from collections.abc import Iterator, Sequence
from datetime import date

from craftdesk.base.dates import format_day, format_short
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import apart, format_number, group_phone, isolate
from craftdesk.features.office.documents import head, nothing
from craftdesk.features.office.rules import domains
from craftdesk.features.roster.finding import MOST, Row
from craftdesk.features.roster.models import STATUSES, Status
from craftdesk.features.roster.printing import ListMatter
from craftdesk.features.roster.reads import name_of, other_name
from craftdesk.pdf.blocks import LANDSCAPE, Block, Cell, Column, Footer, Paragraph, Spacer, Table
from craftdesk.pdf.blocks import Row as TableRow
from craftdesk.pdf.document import Document
from craftdesk.pdf.styles import CELL, CELL_CENTRED, CELL_SMALL, MUTED, NOTE, SUBTITLE, TITLE

ORDERS = {
    "name": N_("Sorted by name"),
    "activity": N_("Sorted by activity"),
    "commune": N_("Sorted by commune"),
    "register_no": N_("Sorted by register number"),
    "status": N_("Sorted by status"),
    "card_until": N_("Sorted by the day on which the card ends"),
}


def roster_list(matter: ListMatter, language: str) -> Document:
    """A table that begins anew on every page with its header; without a national id, which a list does not need."""
    return Document(
        _("List of artisans"),
        language,
        [
            Paragraph(_("List of artisans"), TITLE.but(after=0.5)),
            *(_listed(matter) if matter.rows else _nobody(matter)),
        ],
        page=LANDSCAPE,
        letterhead=head(matter.office, language, day=matter.day),
        footer=footer(matter.day),
        author=matter.office.name(),
    )


def footer(day: date, about: str = "") -> Footer:
    return Footer(
        leading=_("Printed on {day}").format(day=format_day(day)),
        centre=about,
        trailing=_("Page {page} of {pages}"),
    )


def _nobody(matter: ListMatter) -> Iterator[Block]:
    """What was asked for, and that nobody is there."""
    if matter.narrowed:
        yield Paragraph(" · ".join(map(apart, matter.narrowed)), SUBTITLE)
    yield nothing(_("Nobody fits this search") if matter.narrowed else _("Nobody is on the roster yet"))


def _listed(matter: ListMatter) -> Iterator[Block]:
    yield from _which(matter)
    yield Table(_columns(), _lines(matter.rows), totals=_totals(matter), style=CELL, striped=True)


def _which(matter: ListMatter) -> Iterator[Block]:
    """How many, what the list is narrowed to, in which order."""
    number = ngettext("{number} artisan", "{number} artisans", len(matter.rows))
    words = [number.format(number=format_number(len(matter.rows))), *map(apart, matter.narrowed)]
    yield Paragraph(" · ".join(words), SUBTITLE.but(after=0.5))
    order = _(ORDERS[matter.asked.order]) if matter.asked.order in ORDERS else ""
    if order and matter.asked.descending:
        order = _("{order}, from the last to the first").format(order=order)
    if matter.more:
        most = _("Only the first {number} that fit").format(number=format_number(MOST))
        order = " · ".join(filter(None, (most, order)))
    yield Paragraph(order, NOTE.but(align="centre")) if order else Spacer(1)


def _columns() -> list[Column]:
    return [
        Column(_("No."), width=12, align="centre"),
        Column(_("Name"), share=3),
        Column(_("Activity"), share=2.4),
        Column(_("Commune"), share=1.3),
        Column(_("Register no."), width=30, style=CELL_CENTRED),
        Column(_("Phone"), width=27, style=CELL_CENTRED),
        Column(_("Card until"), width=23, style=CELL_CENTRED),
        Column(_("Status"), width=20, style=CELL_CENTRED),
    ]


def _lines(rows: Sequence[Row]) -> Iterator[TableRow]:
    for place, row in enumerate(rows, 1):
        yield [
            format_number(place),
            _both_names(name_of(row), other_name(row)),
            row.activity,
            row.commune,
            isolate(row.register_no),
            isolate(group_phone(row.phone)),
            format_short(row.card_until) if row.card_until else "",
            _(STATUSES[row.status]),
        ]


def _both_names(first: str, other: str) -> Cell:
    lines: list[Block] = [Paragraph(first, CELL)]
    if other:
        lines.append(Paragraph(isolate(other), CELL_SMALL.but(colour=MUTED)))
    return Cell(lines)


def _totals(matter: ListMatter) -> list[TableRow]:
    """The sums of the list, by status and by domain."""
    totals = matter.totals
    names = {code: domain.label() for code, domain in domains().items()} | {"": _("Without a known domain")}
    sums = [
        (_("Total"), format_number(len(matter.rows))),
        (_("By status"), _sums([(_(STATUSES[state]), totals.status[state]) for state in Status])),
        (_("By domain"), _sums([(name, totals.domain[code]) for code, name in names.items()])),
        (_("Of them women"), format_number(totals.women)),
    ]
    return [[Cell(title, span=2), Cell(text, span=6, style=CELL)] for title, text in sums]


def _sums(sums: Sequence[tuple[str, int]]) -> str:
    counted = [_("{name}: {number}").format(name=name, number=format_number(many)) for name, many in sums if many]
    return " · ".join(counted)
