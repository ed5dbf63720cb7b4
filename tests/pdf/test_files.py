import re
import subprocess
import zlib
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from craftdesk.base.errors import UserError
from craftdesk.pdf.blocks import (
    CERTIFICATE,
    Box,
    Column,
    Columns,
    Footer,
    KeepTogether,
    Letterhead,
    PageBreak,
    Paragraph,
    Rule,
    Run,
    Spacer,
    Table,
)
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.styles import BODY, CERTIFICATE_NAME, CERTIFICATE_TEXT, CERTIFICATE_TITLE, HEADING, SUBHEADING
from craftdesk.pdf.text.fonts import MissingLetter

WHEN = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def certificate(number: int, letterhead: Letterhead | None = None) -> Document:
    return Document(
        f"شهادة {number}",
        "ar",
        [
            Spacer(stretch=1),
            Paragraph("شهادة مشاركة", CERTIFICATE_TITLE),
            Paragraph("يشهد مدير غرفة الصناعة التقليدية والحرف لولاية باتنة بأن السيد:", CERTIFICATE_TEXT),
            Paragraph(f"بن علي محمد {number}", CERTIFICATE_NAME),
            Paragraph("قد شارك في الدورة التكوينية حول «التصميم والرسم» (ONUDI).", CERTIFICATE_TEXT),
            Spacer(stretch=1),
            Columns([[Paragraph(f"رقم: \u2068{number:04}/2026\u2069")], [Paragraph("المدير")]]),
        ],
        page=CERTIFICATE,
        letterhead=letterhead,
        created=WHEN,
    )


def test_the_same_document_makes_the_same_bytes(letterhead):
    first = certificate(7, letterhead).render()
    certificate(9).render()  # what was set before changes nothing
    assert certificate(7, letterhead).render() == first


def test_the_file_is_sound(letterhead, qpdf):
    said = qpdf(Binder([certificate(number, letterhead) for number in range(3)]).render())
    assert "No syntax or stream encoding errors found" in said
    assert "WARNING" not in said


def test_fonts_are_embedded_as_subsets_with_their_letters(letterhead, tmp_path):
    certificate(1, letterhead).write(tmp_path / "paper.pdf")
    listed = subprocess.run(["pdffonts", tmp_path / "paper.pdf"], capture_output=True, text=True, check=True).stdout
    rows = listed.splitlines()[2:]
    assert rows
    for row in rows:
        assert re.match(r"[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes", row)
    assert (tmp_path / "paper.pdf").stat().st_size < 60_000


def test_a_batch_shares_what_is_the_same_on_all_pages(letterhead):
    one = len(Binder([certificate(1, letterhead)]).render())
    hundred = len(Binder(certificate(number, letterhead) for number in range(100)).render())
    assert (hundred - one) / 99 < 900


def test_the_pages_of_a_batch_read_as_those_that_were_made_alone(letterhead, pages_of):
    papers = [certificate(number, letterhead) for number in range(12)]
    assert pages_of(Binder(papers).render()) == [pages_of(paper.render())[0] for paper in papers]


def test_the_pages_of_a_batch_look_as_those_that_were_made_alone(letterhead):
    papers = [certificate(number, letterhead) for number in range(9)]
    batch = pypdfium2.PdfDocument(Binder(papers).render())
    for page, paper in zip(batch, papers, strict=True):
        alone = pypdfium2.PdfDocument(paper.render())[0]
        assert page.render().to_pil().tobytes() == alone.render().to_pil().tobytes()


def test_a_binder_lists_its_papers(letterhead):
    found = pypdfium2.PdfDocument(Binder([certificate(1), certificate(2)], title="شهادات").render())
    assert [mark.get_title() for mark in found.get_toc()] == ["شهادة 1", "شهادة 2"]
    assert [mark.get_dest().get_index() for mark in found.get_toc()] == [0, 1]
    assert found.get_metadata_dict()["Title"] == "شهادات"


def listed(data: bytes) -> list[tuple[int, str, int]]:
    """The bookmarks: how deep they stand, their words, the number of their page."""
    file = pypdfium2.PdfDocument(data)
    return [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in file.get_toc()]


def test_headings_are_listed_beside_the_pages(paper):
    long = "نص " * 900
    blocks = [Paragraph("أولا", HEADING), long, Paragraph("فرع", SUBHEADING), Paragraph("ثانيا", HEADING), long]
    assert listed(paper(*blocks).render()) == [(0, "أولا", 0), (1, "فرع", 1), (0, "ثانيا", 1)]


def test_the_headings_of_each_paper_stand_under_its_title(paper):
    papers = [paper(Paragraph(f"عنوان {number}", HEADING), "نص") for number in (1, 2)]
    assert listed(Binder(papers).render()) == [(0, "ورقة", 0), (1, "عنوان 1", 0), (0, "ورقة", 1), (1, "عنوان 2", 1)]


def test_a_binder_may_be_empty(qpdf):
    data = Binder([], title="شهادات").render()
    assert len(pypdfium2.PdfDocument(data)) == 1
    assert "No syntax" in qpdf(data)


def test_the_file_tells_its_title_author_subject_language_and_date(paper):
    data = paper("محمد", author="غرفة باتنة", subject="تجربة", created=WHEN).render()
    told = pypdfium2.PdfDocument(data).get_metadata_dict()
    assert told["Title"] == "ورقة"
    assert told["Author"] == "غرفة باتنة"
    assert told["Subject"] == "تجربة"
    assert told["CreationDate"].startswith("D:20261123093000")
    assert b"/Lang(ar-DZ)" in data


def test_the_file_is_marked_for_the_archive(paper):
    data = paper("محمد", author="غرفة <باتنة> & شركاؤها", created=WHEN).render()
    packet = data[data.index(b"<x:xmpmeta") : data.index(b"<?xpacket end")].decode("utf-8")
    facts = ElementTree.fromstring(packet)
    assert "".join(facts.itertext()).startswith("2Uورقةغرفة <باتنة> & شركاؤها")
    assert "2026-11-23T09:30:00+00:00" in packet
    assert b"/GTS_PDFA1" in data


def test_the_colour_profile_tells_no_time(paper):
    data = paper("محمد").render()
    start = data.index(b"stream\n", data.index(b"<</N 3")) + len(b"stream\n")
    assert zlib.decompressobj().decompress(data[start:])[24:36] == bytes([7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])


def test_a_file_that_cannot_be_written_is_told(paper, tmp_path):
    with pytest.raises(UserError, match=r"paper\.pdf"):
        paper("محمد").write(tmp_path / "missing" / "paper.pdf")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_a_full_disk_is_told_and_the_old_file_stays(paper, tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")
    (tmp_path / "paper.pdf.part").symlink_to("/dev/full")
    with pytest.raises(UserError):
        paper("محمد").write(path)
    assert path.read_bytes() == b"old"


def test_without_a_date_the_file_tells_no_time(paper):
    assert b"CreationDate" not in paper("محمد").render()


def test_the_foot_tells_page_and_pages(paper, pages_of):
    footer = Footer(centre="صفحة {page} من {pages}", leading="طبع في باتنة")
    pages = pages_of(paper(*["سطر"] * 120, footer=footer).render())
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"صفحة {number} من {len(pages)}" in page
        assert "طبع في باتنة" in page


def test_a_foot_of_several_lines_leaves_the_text_alone(paper):
    foot = Footer("سطر طويل في أسفل الصفحة " * 12)
    (page, *_) = pypdfium2.PdfDocument(paper(*["ذذ"] * 60, footer=foot).render())
    text = page.get_textpage()
    boxes = [(text.get_text_range(place, 1), text.get_charbox(place)) for place in range(text.count_chars())]
    lowest = min(bottom for letter, (_, bottom, _, _) in boxes if letter == "ذ")
    assert lowest > max(top for letter, (_, _, _, top) in boxes if letter == "ط")


def test_each_paper_of_a_binder_counts_its_own_pages(paper, pages_of):
    footer = Footer(centre="صفحة {page} من {pages}")
    papers = [paper(*["سطر"] * lines, footer=footer) for lines in (3, 60)]
    pages = pages_of(Binder(papers).render())
    assert [re.search(r"\d+ من \d+", page)[0] for page in pages] == ["1 من 1", "1 من 2", "2 من 2"]


def test_the_letterhead_stands_on_the_first_page_or_on_all(paper, pages_of, letterhead):
    texts = ["سطر"] * 120
    first = pages_of(paper(*texts, letterhead=letterhead).render())
    assert [("الجمهورية" in page) for page in first] == [True] + [False] * (len(first) - 1)
    page = CERTIFICATE.__class__(letterhead_on_every_page=True)
    every = pages_of(paper(*texts, letterhead=letterhead, page=page).render())
    assert all("الجمهورية" in page for page in every)


def test_a_letterhead_in_two_languages_has_both(paper, read):
    head = Letterhead(
        lines=("الجمهورية الجزائرية", "غرفة باتنة"),
        lines_other=("République algérienne", "Chambre de Batna"),
        number="الرقم: 12",
    )
    found = read(paper("نص الرسالة بالعربية هنا وهناك في كل مكان", letterhead=head).render())
    for text in ("الجمهورية الجزائرية", "République algérienne", "Chambre de Batna", "الرقم: 12"):
        assert text in found


def test_long_lines_of_a_letterhead_are_set_smaller_rather_than_broken(paper):
    name = "Chambre de l'artisanat et des métiers de la wilaya de Batna et de ses communes environnantes"
    page = pypdfium2.PdfDocument(paper("texte", language="fr", letterhead=Letterhead((name,))).render())[0]
    assert name in page.get_textpage().get_text_range().splitlines()


def test_a_page_break_starts_a_page(paper, pages_of):
    assert pages_of(paper("أول", PageBreak(), "ثان").render()) == ["أول", "ثان"]


def test_what_is_kept_together_stays_on_one_page(paper, pages_of):
    for filler in range(40, 60):
        kept = KeepTogether([Paragraph("بداية"), Spacer(30), Paragraph("نهاية")])
        pages = pages_of(paper(*["سطر"] * filler, kept, style=BODY.but(after=0)).render())
        assert [page for page in pages if "بداية" in page] == [page for page in pages if "نهاية" in page]


@pytest.mark.parametrize("kind", ["table", "kept", "box"])
def test_what_is_higher_than_a_page_goes_on_on_the_next_one(paper, pages_of, kind):
    texts = [Paragraph(f"سطر رقم {number} هنا") for number in range(100)]
    whole = {
        "table": Table([Column("أ"), Column("ب")], [["قبل", "هذا"], [texts, "بجانبه"], ["بعد", "هذا"]]),
        "kept": KeepTogether(texts),
        "box": Box(texts),
    }[kind]
    pages = pages_of(paper("أول", whole, "آخر").render())
    assert len(pages) > 1
    for number in range(100):
        assert sum(f"سطر رقم {number} هنا" in page for page in pages) == 1
    assert "آخر" in pages[-1]


def test_a_heading_stays_with_what_follows(paper, pages_of):
    for filler in range(40, 60):
        blocks = ["سطر"] * filler
        pages = pages_of(paper(*blocks, Paragraph("عنوان", HEADING), "بعده", style=BODY.but(after=0)).render())
        assert [page for page in pages if "عنوان" in page] == [page for page in pages if "بعده" in page]


def test_stretched_room_pushes_the_rest_to_the_foot(paper):
    def lowest(*blocks: object) -> float:
        page = pypdfium2.PdfDocument(paper(*blocks).render())[0].get_textpage()
        return min(page.get_charbox(place)[1] for place in range(page.count_chars()))

    assert lowest("أول", Spacer(stretch=1), "آخر") < 60
    assert lowest("أول", Spacer(height=3), "آخر") > 700


def test_a_web_address_can_be_clicked(paper):
    data = paper([Run("الموقع", link="https://cam.example/batna", underlined=True)]).render()
    assert b"https://cam.example/batna".hex().encode() in data
    assert b"/Subtype/Link" in data


def test_a_link_says_on_paper_where_it_leads(paper, read):
    around = "هذه ورقة بالعربية حتى يعرف القارئ اتجاهها"
    one = ("انظر ", Run("الموقع", link="https://www.mfdgi.gov.dz/"))
    other = (Run("www.mfdgi.gov.dz", link="https://www.mfdgi.gov.dz"),)
    assert read(paper(around, one, other).render()) == f"{around} انظر الموقع (www.mfdgi.gov.dz) www.mfdgi.gov.dz"


def test_a_rule_and_an_empty_paragraph_take_room(paper):
    assert len(pypdfium2.PdfDocument(paper("", Rule(), Paragraph("")).render())) == 1


def test_a_missing_letter_stops_the_paper_and_leaves_the_old_file(tmp_path, paper):
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")
    with pytest.raises(MissingLetter):
        paper("محمد 😀").write(path)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["paper.pdf"]


@pytest.mark.parametrize(
    "text", ["a\x00b\x07c", "\u2069\u2068\u202e محمد", "\u200f", "", "\t", "محمد\r\nعلي", "\ufeff"]
)
def test_controls_and_loose_marks_do_no_harm(paper, text, qpdf):
    assert "No syntax" in qpdf(paper(text, text * 30).render())


def test_half_a_character_is_told(paper):
    with pytest.raises(UserError):
        paper("محمد \ud800").render()
