"""The year in figures, on one page."""

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _
from craftdesk.base.numbers import format_number
from craftdesk.features.office.documents import head
from craftdesk.features.yearbook import charts
from craftdesk.features.yearbook.reads import Year
from craftdesk.pdf.blocks import Block, Cell, Column, Columns, Footer, Paragraph, Spacer, Table
from craftdesk.pdf.charts import diagram
from craftdesk.pdf.document import Document
from craftdesk.pdf.styles import CELL, LABEL, TITLE

_FIGURE = CELL.but(family="amiri", size=19, bold=True, align="centre", leading=1.3)
_WORDS = LABEL.but(align="centre")


def year_paper(year: Year, language: str) -> Document:
    """Four figures, then the charts."""
    title = _("Year {year} in figures").format(year=year.year)
    blocks: list[Block] = [
        Paragraph(title, TITLE),
        _figures(year),
        _beside(diagram(charts.domains(year), 42), diagram(charts.communes(year), 44)),
        Spacer(stretch=1),
        diagram(charts.sessions(year), 38),
        Spacer(stretch=1),
        diagram(charts.registrations(year), 36),
        Spacer(stretch=1),
        _beside(diagram(charts.certificates(year), 42), diagram(charts.requests(year), 38)),
    ]
    return Document(
        title,
        language,
        blocks,
        letterhead=head(year.office, language),
        footer=Footer(leading=_("Printed on {day}").format(day=format_day(year.day)), centre=""),
    )


def _beside(one: Block, two: Block) -> Columns:
    return Columns([[one], [two]], gap=10)


def _figures(year: Year) -> Table:
    told = (
        (sum(year.domains.values()), _("registered artisans")),
        (sum(sum(found.values()) for found in year.sessions.values()), _("sessions held or planned")),
        (year.participants, _("participations")),
        (sum(found.get(year.year, 0) for found in year.certificates.values()), _("certificates issued")),
    )
    cells = [
        Cell([Paragraph(format_number(number), _FIGURE), Paragraph(words, _WORDS)], vertical="middle")
        for number, words in told
    ]
    return Table([Column() for _cell in cells], [cells], header=(), after=4)
