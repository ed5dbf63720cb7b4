"""The figures on paper: the chart, and under it the table."""

from collections.abc import Iterator

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _
from craftdesk.base.numbers import format_number
from craftdesk.features.figures import charts
from craftdesk.features.figures.reads import Figures
from craftdesk.features.figures.rules import BYS
from craftdesk.features.office.documents import head, nothing
from craftdesk.pdf.blocks import LANDSCAPE, PORTRAIT, Block, Cell, Column, Footer, Paragraph, Row, Table
from craftdesk.pdf.charts import diagram
from craftdesk.pdf.document import Document
from craftdesk.pdf.styles import CELL, CELL_CENTRED, SUBTITLE, TITLE

MANY = 7
"""With more numbers in a row the paper lies."""


def figures_paper(found: Figures, language: str) -> Document:
    """One chart and one table, its sums at the end."""
    name = _("Figures of the roster")
    blocks: list[Block] = [Paragraph(name, TITLE)]
    if found.rows:
        blocks += [diagram(charts.chart(found), size=9.5), _table(found)]
    else:
        blocks += [Paragraph(charts.title(found), SUBTITLE), nothing(_("There is nothing to show yet"))]
    return Document(
        name,
        language,
        blocks,
        LANDSCAPE if len(found.headings) > MANY else PORTRAIT,
        letterhead=head(found.office, language),
        footer=Footer(
            leading=_("Printed on {day}").format(day=format_day(found.office.day)),
            centre="",
            trailing=_("Page {page} of {pages}"),
        ),
    )


def _table(found: Figures) -> Table:
    columns = [Column(_(BYS[found.question.by]), share=2.4)]
    columns += [Column(label, style=CELL_CENTRED) for label in found.headings.values()]
    totals = [[Cell(_("Total"), style=CELL), *(Cell(format_number(number)) for number in found.sums)]]
    return Table(columns, _rows(found), totals=totals, style=CELL, striped=True)


def _rows(found: Figures) -> Iterator[Row]:
    for line in found.rows:
        yield [line.label, *map(format_number, line.numbers)]
