"""Readers of finished papers: poppler's pdftotext and pdfium, as clerks' programs use them."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from craftdesk.pdf.blocks import Letterhead, Paragraph
from craftdesk.pdf.document import Document
from craftdesk.pdf.styles import BODY

# Marks of direction are never seen, and pdftotext adds some of its own.
_MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]")
_PARTED = re.compile("[\u00ad\ufffe]\\s*")  # a hyphen at the end of a line, as the two readers tell it

Reader = Callable[[bytes], str]


def plain(text: str) -> str:
    """The text without direction marks, parted words whole, with single spaces, vowel marks in Unicode's order."""
    return " ".join(_PARTED.sub("", unicodedata.normalize("NFC", _MARKS.sub("", text))).split())


def by_poppler(data: bytes, *options: str) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def by_pdfium(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


@pytest.fixture(scope="session", params=["poppler", "poppler -layout", "pdfium"])
def read(request) -> Reader:
    """A reader's text of a paper."""
    readers: dict[str, Reader] = {
        "poppler": lambda data: plain(by_poppler(data)),
        "poppler -layout": lambda data: plain(by_poppler(data, "-layout")),
        "pdfium": lambda data: plain(by_pdfium(data)),
    }
    return readers[request.param]


@pytest.fixture(scope="session")
def pages_of() -> Callable[[bytes], list[str]]:
    """The text of each page."""
    return lambda data: [plain(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data)]


@pytest.fixture(scope="session")
def same() -> Callable[[str], str]:
    return plain


@pytest.fixture(scope="session")
def paper() -> Callable[..., Document]:
    """A paper of paragraphs."""

    def make(*texts: object, language: str = "ar", **properties: object) -> Document:
        style = properties.pop("style", BODY.but(size=12))
        blocks = [text if hasattr(text, "__dataclass_fields__") else Paragraph(text, style) for text in texts]
        return Document("ورقة", language, blocks, **properties)

    return make


@pytest.fixture(scope="session")
def letterhead() -> Letterhead:
    return Letterhead(
        lines=(
            "الجمهورية الجزائرية الديمقراطية الشعبية",
            "وزارة السياحة والصناعة التقليدية",
            "غرفة الصناعة التقليدية والحرف لولاية باتنة",
        ),
        number="الرقم: 12 / غ.ص.ت.ح / 2026",
        place_and_date="باتنة في: 23 نوفمبر 2026",
    )


@pytest.fixture
def qpdf(tmp_path) -> Callable[[bytes], str]:
    """What `qpdf --check` says of a file."""
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")

    def check(data: bytes) -> str:
        path: Path = tmp_path / "checked.pdf"
        path.write_bytes(data)
        return subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False).stdout

    return check
