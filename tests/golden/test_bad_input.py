"""Names that nobody has: every paper prints them, or says in a sentence why it cannot."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from craftdesk.app.features import papers
from craftdesk.base.dates import on_day
from craftdesk.base.errors import UserError
from craftdesk.data import blobs
from craftdesk.data.database import Database
from craftdesk.data.session import Session
from craftdesk.desk.feature import Paper
from craftdesk.desk.papers import rendered
from craftdesk.features.office import reads as office_reads
from craftdesk.features.roster.models import Artisan
from tests.golden import office

EVERY = list(papers())
NAMES = (
    "بنعبدالرحمانالبسكريالقسنطيني" * 11,
    "بن عبد الرحمان البسكري " * 13,
    "Benabderrahmaneelbiskri" * 13,
    "محمد Mohamed 123 (ابن) [Ali] Čabane’s Žoë",
    "\u2068\u2067محمد\u2066 (12\u2069\u2069\u2069 علي\u202e",
    "\u202a\u202b\u202d" * 70 + "محمد",
    "مح\x00م\x07د\x1b[31m\x7f\u0085علي",
    "محمد\r\nعلي\n\n\n\u2028عمر",
    "\u064b\u0651\u0301\u200d\u200c\u0640\u0640",
    "\u200f\u200e\u061c",
    "(\\)>> endstream <</Type/Page>> %\\",
)


def spoil(session: Session) -> None:
    """Everybody is called otherwise than anybody is, as a list that was taken over may have it."""
    for place, artisan in enumerate(session.query(Artisan).order_by(Artisan.id)):
        artisan.family_ar, artisan.given_ar = NAMES[place % len(NAMES)], NAMES[(place + 1) % len(NAMES)]
        artisan.family_la, artisan.given_la = NAMES[(place + 2) % len(NAMES)], NAMES[(place + 3) % len(NAMES)]
        artisan.home_address = artisan.remarks = NAMES[(place + 4) % len(NAMES)]


def smile(session: Session) -> None:
    for artisan in session.query(Artisan):
        artisan.given_ar = artisan.given_la = "سمير 😀"


@pytest.fixture(scope="module")
def spoilt(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = office.make(tmp_path_factory.mktemp("bad") / "office.craftdesk", request.param)
    yield made
    made.close()


def tried(database: Database, paper: Paper, language: str) -> bytes | str:
    """The file, or the sentence that is told."""
    with on_day(office.DAY), database.reading() as session:
        try:
            return rendered(session, paper, office.keys_for(session, paper), language)
        except UserError as told:
            return str(told)


@pytest.mark.parametrize("spoilt", [spoil], indirect=True)
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_paper_takes_any_name(spoilt: Database, language: str):
    for paper in EVERY:
        found = tried(spoilt, paper, language)
        assert isinstance(found, bytes), (paper.name, found)
        for number, page in enumerate(pypdfium2.PdfDocument(found), 1):
            assert nothing_is_cut(page), (paper.name, number)


def nothing_is_cut(page: pypdfium2.PdfPage) -> bool:
    """Whether no ink touches the edges of the paper."""
    ink = page.render(scale=0.5, grayscale=True).to_pil().point(lambda grey: 255 * (grey < 128)).getbbox()
    return ink is None or (
        ink[0] > 0 and ink[1] > 0 and ink[2] < page.get_width() / 2 and ink[3] < page.get_height() / 2
    )


@pytest.mark.parametrize("spoilt", [smile], indirect=True)
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_paper_that_names_nobody_is_printed_and_the_others_name_the_letter(spoilt: Database, language: str):
    told = [found for paper in EVERY if isinstance(found := tried(spoilt, paper, language), str)]
    assert told
    assert all("😀" in each and "U+1F600 GRINNING FACE" in each for each in told)


def test_a_logo_that_cannot_be_read_is_told_by_every_paper_with_a_letterhead(tmp_path):
    database = office.make(tmp_path / "office.craftdesk")
    with database.writing() as session:
        session.entitle("Spoilt")
        office_reads.chamber(session).logo = blobs.keep(session, b"\x89PNG\r\n\x1a\n broken", "image/png")
    found = {paper.name: tried(database, paper, "fr") for paper in EVERY}
    database.close()
    assert any(isinstance(each, str) for each in found.values())
    assert {each for each in found.values() if isinstance(each, str)} == {"L'image ne peut pas être lue."}


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
from pathlib import Path
from craftdesk.base.errors import UserError
from craftdesk.pdf.blocks import Paragraph
from craftdesk.pdf.document import Binder, Document
papers = [Document("ورقة", "ar", [Paragraph("محمد بن عبد الرحمان " * 200)]) for _ in range(40)]
try:
    Binder(papers).write(Path(sys.argv[2]))
except UserError as told:
    sys.exit(str(told))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be given less room here")
@pytest.mark.parametrize("room", [0, 1, 4_000, 20_000])
def test_a_disk_that_fills_up_leaves_the_old_file_and_no_half_of_a_new_one(tmp_path: Path, room: int):
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(room), str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "paper.pdf" in done.stderr
    assert "Traceback" not in done.stderr
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("paper.pdf", b"old")]
