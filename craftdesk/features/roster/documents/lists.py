"""The list of artisans, as it is narrowed and sorted on the screen."""

from collections.abc import Iterator, Sequence
from datetime import date

from craftdesk.base.dates import format_day, format_short
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import format_number, group_phone, isolate
from craftdesk.features.office.documents import head
from craftdesk.features.roster.finding import Row
from craftdesk.features.roster.models import STATUSES
from craftdesk.features.roster.printing import ListMatter
from craftdesk.features.roster.reads import name_of, other_name
from craftdesk.pdf.blocks import LANDSCAPE, Block, Cell, Column, Footer, Paragraph, Table
from craftdesk.pdf.blocks import Row as TableRow
from craftdesk.pdf.document import Document
from craftdesk.pdf.styles import CELL, CELL_CENTRED, CELL_SMALL, MUTED, SUBTITLE, TITLE


def roster_list(matter: ListMatter, language: str) -> Document:
    """A table that begins anew on every page with its header; without a national id, which a list does not need."""
    number = ngettext("{number} artisan", "{number} artisans", len(matter.rows))
    words = [number.format(number=format_number(len(matter.rows))), *matter.narrowed]
    return Document(
        _("List of artisans"),
        language,
        [
            Paragraph(_("List of artisans"), TITLE),
            Paragraph(" · ".join(words), SUBTITLE),
            Table(_columns(), _lines(matter.rows), style=CELL, striped=True),
        ],
        page=LANDSCAPE,
        letterhead=head(matter.office, language, day=matter.day),
        footer=footer(matter.day),
    )


def footer(day: date) -> Footer:
    return Footer(
        leading=_("Printed on {day}").format(day=format_day(day)), centre="", trailing=_("Page {page} of {pages}")
    )


def _columns() -> list[Column]:
    return [
        Column(_("No."), width=11, align="centre"),
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
