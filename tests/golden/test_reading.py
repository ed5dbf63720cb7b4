"""Every line of every paper, read back by the readers that people have."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable

import pypdfium2
import pytest

from craftdesk.app.features import papers
from craftdesk.base.dates import on_day
from craftdesk.data.database import Database
from craftdesk.desk.feature import Paper
from craftdesk.desk.papers import rendered
from craftdesk.pdf import compose
from tests.golden import office

_MARKS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\ufffe]")
EVERY = list(papers())


def plain(text: str) -> str:
    """Without marks of direction and without spaces, which readers find by widths; vowel marks in Unicode's order."""
    return "".join(unicodedata.normalize("NFC", _MARKS.sub("", text.replace("…", "..."))).split())


def by_poppler(data: bytes) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode("utf-8")


def by_pdfium(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that are set from here on, as they are written."""
    found: list[str] = []
    setting = compose.written

    def listening(line, *others):
        found.append("".join(piece.text for piece in line.pieces))
        return setting(line, *others)

    monkeypatch.setattr(compose, "written", listening)
    return found


def is_beyond(line: str, language: str, reader: Callable[[bytes], str]) -> bool:
    """Whether no order of writing lets a reader find the line: both take one direction for a whole page or file."""
    arabic, latin = re.search("[\u0621-\u064a]", line), re.search("[A-Za-z]", line)
    if language == "fr":
        return bool(arabic and (latin or re.search(r"\d", line)))
    return bool(reader is by_poppler and arabic and latin and line.startswith("["))  # among many Latin sources


def measured_only(line: str) -> bool:
    """The foot of a thousandth page is measured, not printed."""
    return "1000" in line


@pytest.mark.parametrize("reader", [by_poppler, by_pdfium])
@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("paper", EVERY, ids=[paper.name for paper in EVERY])
def test_every_line_of_a_paper_is_read_as_it_was_set(
    database: Database, lines: list[str], paper: Paper, language: str, reader: Callable[[bytes], str]
):
    text = ""
    with on_day(office.DAY), database.reading() as session:
        keys = office.keys_for(session, paper)
        # Each letter speaks its own language, and a file has one direction.
        for some in [[key] for key in keys] if paper.name == "letter" else [keys]:
            text += plain(reader(rendered(session, paper, some, language)))
    assert lines
    missing = {line for line in lines if plain(line) not in text and not measured_only(line)}
    assert sorted(line for line in missing if not is_beyond(line, language, reader)) == []
