"""What the papers of a request have in common: who asks, what is asked for, who signs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart, format_dinars, format_number, group_phone, isolate
from craftdesk.base.words import dinars_in_words
from craftdesk.features.equipment.models import RequestLine
from craftdesk.features.equipment.rules import RequestFile
from craftdesk.features.roster.models import Artisan
from craftdesk.pdf.blocks import Block, Box, Cell, Column, Columns, Paragraph, Row, Spacer, Table
from craftdesk.pdf.styles import BODY, BODY_CENTRED, CELL, LABEL, SHADE

SIGNING = 19
"""Millimetres that a signature and a stamp need."""


def facts_table(file: RequestFile) -> Table:
    """What is known of the applicant and of the request."""
    columns = [Column(width=37), Column(), Column(width=34), Column()]
    return Table(columns, applicant_facts(file), header=(), borders="rows", padding=0.9)


def applicant_facts(file: RequestFile) -> list[Row]:
    """What is known of the applicant, two facts in a row; then what takes a whole row."""
    record, artisan = file.request, file.request.artisan
    spokesman = apart(artisan.label()) if artisan and record.group_name else ""
    short = [(_("Spokesman"), spokesman), *(_of_artisan(artisan) if artisan else [])]
    pairs = _cells(short)
    rows: list[Row] = [[*one, *other] for one, other in zip_longest(pairs[::2], pairs[1::2], fillvalue=("", ""))]
    wide = _cells([(_("Purpose"), record.purpose), (_("Source of funds"), record.funding)])
    return [*rows, *([label, replace(value, span=3)] for label, value in wide)]


def _cells(facts: Sequence[tuple[str, str]]) -> list[tuple[Cell, Cell]]:
    return [(Cell(label, style=LABEL), Cell(value, style=CELL)) for label, value in facts if value]


def _of_artisan(artisan: Artisan) -> list[tuple[str, str]]:
    return [
        (_("Activity"), artisan.activity.label() if artisan.activity else ""),
        (_("Phone"), isolate(group_phone(artisan.phone)) if artisan.phone else ""),
        (_("Register number"), isolate(artisan.register_no or "")),
        (_("Card number"), isolate(artisan.card_no or "")),
    ]


def lines_table(file: RequestFile) -> Table:
    """What is asked for, with its sum."""
    columns = [
        Column(_("No."), width=11, align="centre"),
        Column(_("Designation"), share=1),
        Column(_("Quantity"), width=20, align="centre"),
        Column(_("Unit price"), width=36, align="trailing"),
        Column(_("Amount"), width=38, align="trailing"),
    ]
    rows = [_row(place, line) for place, line in enumerate(file.lines, 1)]
    total: Row = [Cell(_("Total"), span=4), Cell(format_dinars(file.total), align="trailing")]
    return Table(columns, rows, totals=[total])


def in_words(sentence: str, centimes: int) -> Box:
    """A sum in words on a ground of its own; `sentence` says `{words}`."""
    words = dinars_in_words(centimes)
    text = Paragraph(sentence.format(words=words), BODY.but(bold=True, after=0))
    return Box([text], border=None, shade=SHADE, padding=2.5, radius=1.5)


def _row(place: int, line: RequestLine) -> Row:
    return [
        str(place),
        apart(line.what),
        format_number(line.quantity),
        format_dinars(line.price),
        format_dinars(line.amount),
    ]


def signatures(*titles: str, names: Sequence[str] = ()) -> Columns:
    """Who signs, side by side, with room for the hand and the stamp; a name that is known stands below."""
    shown = [*names, *[""] * (len(titles) - len(names))]
    return Columns([list(_signature(title, name)) for title, name in zip(titles, shown, strict=True)])


def _signature(title: str, name: str) -> Iterator[Block]:
    yield Paragraph(title, BODY_CENTRED.but(bold=True))
    yield Spacer(SIGNING)
    if name:
        yield Paragraph(apart(name), BODY_CENTRED)
