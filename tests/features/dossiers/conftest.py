from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from craftdesk.data.database import Database
from craftdesk.features.dossiers import reads, writes
from craftdesk.features.dossiers.models import DocumentState
from craftdesk.features.dossiers.rules import DossierFile
from craftdesk.pdf.blocks import PageBreak, Paragraph
from craftdesk.pdf.document import Document
from tests.features.training.conftest import add_artisans

OPENED = date(2026, 11, 17)


@pytest.fixture
def artisan_id(office) -> str:
    """Benmoussa Assia."""
    return add_artisans(office, 3)[1]


def open_file(
    database: Database, artisan_id: str, procedure: str = "registration", day: date = OPENED, **more: object
) -> str:
    values = {"artisan_id": artisan_id, "procedure": procedure, "opened_on": day, **more}
    with database.writing() as session:
        return writes.open_dossier(session, values)


@pytest.fixture
def dossier_id(office, artisan_id) -> str:
    """The file of a registration, opened on 17 November by Benmoussa Assia; nothing was handed in."""
    return open_file(office, artisan_id)


def file_of(database: Database, key: str) -> DossierFile:
    with database.reading() as session:
        return reads.dossier_file(session, key)


def receive(database: Database, key: str, number: int | None = None, day: date = OPENED) -> None:
    for document in file_of(database, key).documents[:number]:
        with database.writing() as session:
            writes.save_document(session, document.id, DocumentState.RECEIVED, day)


def pdf(pages: int = 1, text: str = "عقد الإيجار") -> bytes:
    blocks = [block for number in range(pages) for block in (Paragraph(f"{text} {number}"), PageBreak())][:-1]
    return Document(text, "ar", blocks).render()


def picture(kind: str = "PNG", size: tuple[int, int] = (300, 200), colour: str = "#335577") -> bytes:
    made = BytesIO()
    Image.new("RGB", size, colour).save(made, kind)
    return made.getvalue()
