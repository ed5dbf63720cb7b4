import time

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF

from craftdesk.base import settings
from craftdesk.base.errors import Cancelled, UserError
from craftdesk.base.i18n import use_language
from craftdesk.pdf.blocks import LANDSCAPE, PORTRAIT, Box, Margins, PageStyle, Paragraph, Spacer
from craftdesk.pdf.document import Binder, Document
from craftdesk.ui.preview.file import PaperFile
from craftdesk.ui.printing import engine as print_engine
from craftdesk.ui.printing import last_job, printers
from craftdesk.ui.printing.engine import print_file
from craftdesk.ui.printing.job import Job
from craftdesk.ui.printing.margins import is_cut, left_white
from craftdesk.ui.printing.printers import Shift
from craftdesk.ui.printing.proof_sheet import print_test_sheet
from craftdesk.ui.tasks import Progress

POINTS = 72 / 25.4
BARE = PageStyle(margins=Margins(20, 20, 20, 20))


def boxed(page: PageStyle = BARE) -> Document:
    """A page with a black box whose edges are known."""
    blocks = [Box([Spacer(40)], border="#000000", shade="#000000", height=40)]
    return Document("ورقة", "ar", blocks, page=page)


def paper(*words: str, page: PageStyle = PORTRAIT) -> bytes:
    return Binder([Document(word, "ar", [Paragraph(word)], page=page) for word in words]).render()


def progress() -> Progress:
    return Progress(lambda *_step: None)


@pytest.fixture
def printed(qapp, tmp_path):
    """Prints into a file and opens it."""

    def run(pdf: bytes, **options) -> pypdfium2.PdfDocument:
        path = tmp_path / "printed.pdf"
        print_file(pdf, Job("ورقة", "HP LaserJet", file=str(path), **options), progress())
        assert sorted(each.name for each in tmp_path.iterdir()) == ["printed.pdf"]
        return pypdfium2.PdfDocument(path.read_bytes())

    return run


def sizes(document) -> list[tuple[float, float]]:
    return [tuple(round(side) for side in document.get_page_size(page)) for page in range(len(document))]


def edges(pdf, page: int = 0) -> tuple[float, float, float, float]:
    """Where the black of a page begins and ends, in points from the upper left corner."""
    document = pypdfium2.PdfDocument(pdf) if isinstance(pdf, bytes) else pdf
    picture = document[page].render(scale=4, grayscale=True).to_pil().point(lambda value: 255 * (value < 128))
    return tuple(side / 4 for side in picture.getbbox())


def test_each_page_gets_a_sheet_of_its_own_size_and_direction(printed):
    mixed = Binder(
        [
            Document("أ", "ar", [Paragraph("أ")], page=LANDSCAPE),
            Document("ب", "ar", [Paragraph("ب")]),
            Document("ج", "ar", [Paragraph("ج")], page=PageStyle(width=148, height=210)),
        ]
    ).render()
    assert sizes(printed(mixed)) == [(842, 595), (595, 842), (420, 595)]


def test_what_is_printed_is_exactly_as_large_and_where_it_was(printed):
    pdf = boxed().render()
    assert edges(printed(pdf)) == pytest.approx(edges(pdf), abs=0.3)


@pytest.mark.parametrize(("page", "lies"), [(BARE, False), (PageStyle(landscape=True), True)])
def test_a_shift_moves_the_page_by_so_many_millimetres(printed, page, lies):
    pdf = boxed(page).render()
    printers.set_shift("HP LaserJet", lies, Shift(3, -1.5))
    left, top, right, bottom = edges(pdf)
    moved = (left + 3 * POINTS, top - 1.5 * POINTS, right + 3 * POINTS, bottom - 1.5 * POINTS)
    assert edges(printed(pdf)) == pytest.approx(moved, abs=0.3)


def test_shifts_are_kept_for_each_printer_and_direction():
    printers.set_shift("HP LaserJet", False, Shift(1.5, -2))
    assert printers.shift("HP LaserJet", False) == Shift(1.5, -2)
    assert printers.shift("HP LaserJet", True) == Shift()
    assert printers.shift("Canon", False) == Shift()
    settings.change(shifts={"Canon|portrait": "much"})
    assert printers.shift("Canon", False) == Shift()


def test_chosen_pages_and_copies_are_printed_in_their_order(printed):
    document = printed(paper(*"أبجد"), pages="3-4, 1", copies=2)
    original = pypdfium2.PdfDocument(paper(*"أبجد"))
    assert len(document) == 6
    wanted = [edges(original, page) for page in (2, 3, 0, 2, 3, 0)]
    assert [edges(document, page) for page in range(6)] == [pytest.approx(each, abs=0.5) for each in wanted]


def test_on_two_sides_each_paper_begins_on_a_sheet_of_its_own(printed):
    document = printed(paper("أ", "ب"), two_sided=True)
    assert len(document) == 3
    assert document[1].get_textpage().count_chars() == 0
    assert document[1].render(scale=1, grayscale=True).to_pil().getextrema() == (255, 255)


def test_grey_has_no_colour(printed):
    pdf = Document("ورقة", "ar", [Box([Spacer(30)], shade="#c03020", height=30)]).render()
    in_colour, grey = (printed(pdf, grey=grey)[0].render(scale=1).to_pil().convert("HSV") for grey in (False, True))
    assert in_colour.getchannel("S").getextrema()[1] > 100
    assert grey.getchannel("S").getextrema()[1] < 10


def test_a_printer_that_is_gone_is_told(qapp):
    use_language("en")
    with pytest.raises(UserError, match="HP"):
        print_file(paper("أ"), Job("ورقة", "HP"), progress())
    with pytest.raises(UserError, match="No printer"):
        print_file(paper("أ"), Job("ورقة"), progress())
    with pytest.raises(UserError, match="HP"):
        print_test_sheet("HP", lies=False)


def test_pages_that_are_not_there_are_told(qapp, tmp_path):
    use_language("en")
    with pytest.raises(UserError, match="from 1 to"):
        print_file(paper("أ"), Job("ورقة", pages="7", file=str(tmp_path / "p.pdf")), progress())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_place_that_cannot_be_written_leaves_nothing(qapp, tmp_path):
    with pytest.raises(UserError):
        print_file(paper("أ"), Job("ورقة", file=str(tmp_path / "missing" / "p.pdf")), progress())
    assert list(tmp_path.iterdir()) == []


def test_printing_that_is_stopped_leaves_nothing_half_written(qapp, tmp_path):
    with pytest.raises(Cancelled):
        print_file(paper(*"أبجده"), Job("ورقة", file=str(tmp_path / "p.pdf")), _stopping_after(2))
    assert list(tmp_path.iterdir()) == []


def _stopping_after(pages: int) -> Progress:
    made = progress()
    step = made.step

    def count(done: int, total: int, text: str = "") -> None:
        if done == pages:
            made.cancel()
        step(done, total, text)

    made.step = count
    return made


def test_the_test_page_measures_fifty_millimetres_from_both_edges(qapp, tmp_path):
    for language in ("ar", "fr"):
        use_language(language)
        for lies, size in ((False, (595, 842)), (True, (842, 595))):
            printers.set_shift("HP", lies, Shift(2, 1))
            path = tmp_path / "test.pdf"
            print_test_sheet("HP", lies, str(path))
            document = pypdfium2.PdfDocument(path.read_bytes())
            assert sizes(document) == [size]
            picture = document[0].render(scale=4, grayscale=True).to_pil().point(lambda value: 255 * (value < 128))
            # Beside the rulers and below the words, only the two lines are met.
            beside, below = round(165 * POINTS * 4), round((140 if lies else 200) * POINTS * 4)
            down = picture.crop((beside, 0, beside + 1, picture.height)).getbbox()
            assert down[1] / 4 == pytest.approx(51 * POINTS, abs=0.6)
            across = picture.crop((round(30 * POINTS * 4), below, picture.width // 2, below + 1)).getbbox()
            assert across[0] / 4 + 30 * POINTS == pytest.approx(52 * POINTS, abs=0.6)


def test_the_last_job_is_kept_alone_and_not_for_ever(monkeypatch):
    assert last_job.kept() is None
    first, second = Job("أولى", "HP", 2, "1-2", two_sided=True), Job("ثانية", "Canon")
    last_job.keep(b"%PDF-1", first)
    last_job.keep(b"%PDF-2", second)
    assert last_job.kept() == (b"%PDF-2", second)
    assert len(list(last_job._folder().glob("*.pdf"))) == 1
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 8 * 24 * 3600)
    assert last_job.kept() is None
    assert list(last_job._folder().iterdir()) == []


def test_a_kept_job_that_is_broken_is_none():
    last_job.keep(b"%PDF", Job("أولى"))
    (last_job._folder() / "last.json").write_text('{"pdf": "../x", "title": "y"}')
    assert last_job.kept() is None
    (last_job._folder() / "last.json").write_text("[")
    assert last_job.kept() is None


def test_what_is_too_large_is_not_kept(monkeypatch):
    monkeypatch.setattr(last_job, "LARGEST", 3)
    last_job.keep(b"%PDF", Job("أولى"))
    assert last_job.kept() is None


def test_many_pages_are_sent_less_sharp(qapp, monkeypatch, tmp_path):
    monkeypatch.setattr(print_engine, "MANY", 0)
    path = tmp_path / "p.pdf"
    print_file(boxed().render(), Job("ورقة", file=str(path)), progress())
    assert edges(path.read_bytes()) == pytest.approx(edges(boxed().render()), abs=0.5)


def test_the_white_edges_of_a_page_are_measured(qapp):
    file = PaperFile(boxed().render())
    white = left_white(file, 0)
    assert [white.left(), white.top(), white.right()] == pytest.approx([20, 20, 20], abs=1.5)
    file.close()
    empty = PaperFile(Document("ورقة", "ar", []).render())
    assert left_white(empty, 0).left() == pytest.approx(210, abs=1)
    empty.close()


def test_what_a_printer_does_not_reach_is_known_before():
    frame = QMarginsF(8, 8, 8, 8)
    assert not is_cut(frame, QMarginsF(4.2, 4.2, 4.2, 4.2))
    assert not is_cut(frame, QMarginsF())
    assert is_cut(frame, QMarginsF(4, 4, 4, 12.7)), "some printers leave half an inch at the foot"
