"""A template with sample values, as it would be printed."""

from dataclasses import replace

from craftdesk.features.office.documents import head
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.features.templates.rules import sample
from craftdesk.pdf.document import Document
from craftdesk.pdf.template.forme import Forme
from craftdesk.pdf.template.source import Template
from craftdesk.pdf.template.speech import Layout, Record

_SAMPLE_NUMBER = 45


def sample_record(office: OfficeOnDay, template: Template, layout: Layout, sex: str | None = "f") -> Record:
    """Sample values under the office's own head; only letters bear number, place and date in it."""
    purpose = PURPOSES[template.purpose]
    letterhead = head(office, layout.paper, _SAMPLE_NUMBER if purpose.letter else None, both=True)
    if not purpose.letter:
        letterhead = replace(letterhead, place_and_date="")
    return Record(sample(purpose, sex).values, sex, letterhead)


def sample_page(office: OfficeOnDay, template: Template, layout: Layout, sex: str | None = "f") -> Document:
    """The paper of a sample."""
    made = Forme(template, layout)
    record = sample_record(office, template, layout, sex)
    return Document(template.name_ar or template.name_fr, layout.paper, made.blocks(record), made.page)
