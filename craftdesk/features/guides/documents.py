"""The guide to registering for tax, made for one artisan."""

from collections.abc import Sequence

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _
from craftdesk.features.guides.markdown import blocks
from craftdesk.features.guides.reads import GuideMatter
from craftdesk.features.guides.wording import data_sheet, guide_text
from craftdesk.features.office.documents import head
from craftdesk.pdf.blocks import Block, Cell, Column, Footer, PageBreak, Paragraph, Row, Table
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.styles import CELL_BOLD, HEADING, NOTE, SMALL, TITLE


def tax_guide(matter: GuideMatter, language: str) -> Document:
    """The guide, the data sheet to copy into the tax forms, and the sources."""
    text, references = guide_text(matter)
    sources: list[Block] = [Paragraph(_("Sources and dates"), HEADING)]
    sources += [Paragraph(reference.line(), SMALL) for reference in references]
    day = format_day(matter.case.day)
    return Document(
        _("Guide to registering for tax"),
        language,
        [*blocks(text), *sources, PageBreak(), *_sheet(matter)],
        letterhead=head(matter.office, language),
        footer=Footer(
            leading=_("{name} · {day}").format(name=matter.artisan.label(), day=day),
            centre="",
            trailing=_("Page {page} of {pages}"),
        ),
    )


def tax_guides(matters: Sequence[GuideMatter], language: str) -> Binder:
    """Several guides one behind the other, each with its own page numbers."""
    return Binder([tax_guide(matter, language) for matter in matters], _("Guide to registering for tax"))


def _sheet(matter: GuideMatter) -> list[Block]:
    rows: list[Row] = [[Cell(label, style=CELL_BOLD), value] for label, value in data_sheet(matter)]
    return [
        Paragraph(_("Data sheet for the tax forms"), TITLE),
        Paragraph(_("Copy from this sheet into forms G n° 8 and G n° 12. Fill in by hand what is empty."), NOTE),
        Table([Column(_("What the form asks"), share=2), Column(_("Your answer"), share=3)], rows, row_height=9),
        Paragraph(_("This sheet holds personal data: keep it, and give it to nobody but the services named."), SMALL),
    ]
