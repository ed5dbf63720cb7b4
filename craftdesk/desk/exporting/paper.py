"""A list on paper, by the kit of papers: lying A4, its header on every page, its sums at the end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path

from craftdesk.base.dates import format_day, today
from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import apart, format_number, isolate
from craftdesk.desk.exporting.columns import ExportColumn, Kind, Sheet, Sums, Value
from craftdesk.pdf.blocks import LANDSCAPE, Block, Cell, Column, Footer, Letterhead, Paragraph, Row, Table
from craftdesk.pdf.document import Document
from craftdesk.pdf.styles import CELL, CELL_CENTRED, NOTHING, SUBTITLE, TITLE, Style

MOST_ROWS = 30_000
"""More than a thousand pages are no paper any more."""
WIDTHS = {Kind.CODE: 24, Kind.NUMBER: 20, Kind.MONEY: 28, Kind.DAY: 20, Kind.SHARE: 18, Kind.WORD: 16}
TEXT_WIDTH, ROOM = 26, 269
"""Millimetres in which a text can be read, and across the paper."""
DIGIT, WIDEST_CODE, PEEKED = 1.9, 46, 100
"""How wide a digit is, how wide a code may be, and of how many rows that is found."""
SMALLER = ((1.0, 9.5), (0.86, 8.2), (0.74, 7.0))
"""How much narrower columns are with how small letters."""


def write(sheet: Sheet, path: Path, letterhead: Letterhead | None = None) -> None:
    document(sheet, letterhead).write(path)


def document(sheet: Sheet, letterhead: Letterhead | None = None) -> Document:
    told = _("A paper of more than {number} rows is of no use. Choose fewer, or a spreadsheet.")
    refuse_if(sheet.count > MOST_ROWS, told.format(number=format_number(MOST_ROWS)))
    first = list(islice(sheet.rows, PEEKED))
    sheet = replace(sheet, rows=chain(first, sheet.rows))
    style, columns = _columns(sheet.columns, first)
    number = ngettext("{number} row", "{number} rows", sheet.count).format(number=format_number(sheet.count))
    blocks: list[Block] = [
        Paragraph(sheet.title, TITLE.but(after=0.5)),
        Paragraph(" · ".join([number, *map(apart, sheet.narrowed)]), SUBTITLE.but(after=0.5)),
    ]
    if sheet.count:
        blocks.append(Table(columns, _rows(sheet), style=style, striped=True))
    else:
        blocks.append(Paragraph(f"{_('There is nothing in this list')}.", NOTHING))
    footer = Footer(
        leading=_("Printed on {day}").format(day=format_day(today())),
        centre="",
        trailing=_("Page {page} of {pages}"),
    )
    return Document(sheet.title, sheet.language, blocks, LANDSCAPE, letterhead, footer)


def _columns(columns: Sequence[ExportColumn[object]], rows: Sequence[Sequence[Value]]) -> tuple[Style, list[Column]]:
    """The largest letters in which all columns have room."""
    widths = [_width(column, [row[place] for row in rows]) for place, column in enumerate(columns)]
    wanted = sum(width or TEXT_WIDTH for width in widths)
    fitting = next(((share, size) for share, size in SMALLER if wanted * share <= ROOM), None)
    if fitting is None:
        most = int(len(columns) * ROOM / (wanted * SMALLER[-1][0]))
        told = _("A page has room for about {number} columns: choose fewer, or a spreadsheet.")
        refuse_if(True, told.format(number=format_number(most)))
    share, size = fitting or SMALLER[0]
    made = []
    for column, width in zip(columns, widths, strict=True):
        style = (CELL_CENTRED if width else CELL).but(size=size)
        made.append(Column(_(column.title), width=width * share if width else None, style=style))
    return CELL.but(size=size), made


def _width(column: ExportColumn[object], values: Sequence[Value]) -> float | None:
    """A code stands on one line; what is text shares what is left."""
    if column.kind is Kind.CODE:
        longest = max((len(str(value)) for value in values if value), default=0)
        return min(max(WIDTHS[Kind.CODE], longest * DIGIT + 3), WIDEST_CODE)
    return WIDTHS.get(column.kind)


def _rows(sheet: Sheet) -> Iterator[Row]:
    columns, sums = sheet.columns, Sums(sheet.columns)
    for row in sums.through(sheet.rows):
        yield [shown(column, value) for column, value in zip(columns, row, strict=True)]
    if any(column.summed for column in columns):
        texts = [shown(column, value) for column, value in zip(columns, sums.values, strict=True)]
        texts[0] = texts[0] or _("Total")
        yield [Cell(text, style=CELL_CENTRED.but(bold=True)) for text in texts]


def shown(column: ExportColumn[object], value: Value) -> str:
    """A value as it stands on paper."""
    if isinstance(value, str):
        return isolate(value) if column.kind is Kind.CODE else apart(value)
    if isinstance(value, date):
        return isolate(f"{value.day:02}/{value.month:02}/{value.year:04}")
    return "" if value is None else _number(column.kind, value)


def _number(kind: Kind, value: float | Decimal) -> str:
    if kind is Kind.MONEY:
        return format_number(Decimal(value) / 100, 2)
    return isolate(f"{round(float(value) * 100)}%") if kind is Kind.SHARE else format_number(value)
