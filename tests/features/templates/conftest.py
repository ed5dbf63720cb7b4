import pytest

from craftdesk.data.database import Database
from craftdesk.features.templates import reads, writes
from craftdesk.pdf.template.source import Template


def change(database: Database, write, *args):
    with database.writing() as session:
        return write(session, *args)


def ask(database: Database, read, *args):
    with database.reading() as session:
        return read(session, *args)


def reworded(found: Template, old: str, new: str) -> Template:
    """The template with other Arabic words in its texts."""
    blocks = [
        block | {"text": block["text"] | {"ar": block["text"]["ar"].replace(old, new)}} if "text" in block else block
        for block in found.blocks
    ]
    return found.but(blocks=blocks)


@pytest.fixture
def own(office) -> str:
    """A copy of the training certificate that says something else."""
    key = change(office, writes.copy, "training")
    changed = reworded(ask(office, reads.template, key), "شهادة تكوين", "شهادة تكوين تقني")
    change(office, writes.save, key, changed.but(name_ar="شهادة تقنية", name_fr="Attestation technique"))
    return key
