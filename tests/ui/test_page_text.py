import pytest
from PySide6.QtCore import QSize

from craftdesk.base.names import fold
from craftdesk.base.numbers import isolate
from craftdesk.pdf.blocks import Column, PageBreak, Paragraph, Table
from craftdesk.pdf.document import Binder, Document
from craftdesk.ui.preview.file import PaperFile
from craftdesk.ui.preview.text import PageText


def found(text: str, asked: str) -> list[str]:
    page = PageText(text)
    return [text[begin:end] for begin, end in page.find(fold(asked))]


@pytest.mark.parametrize(
    ("text", "asked", "parts"),
    [
        ("الإمضاءُ", "امضاء", ["إمضاءُ"]),
        ("مُحَمَّد ومحمد", "محمد", ["مُحَمَّد", "محمد"]),
        ("بـــاتنة", "باتنه", ["بـــاتنة"]),
        ("Élève élève", "eleve", ["Élève", "élève"]),
        ("٢٠٢٦/٠٠١٢", "2026 0012", ["٢٠٢٦/٠٠١٢"]),
        ("كلمة\r\nأخرى", "كلمه اخري", ["كلمة\r\nأخرى"]),
        ("artisa\x02\r\nnat", "artisanat", ["artisa\x02\r\nnat"]),
        ("05/2012\u200f \u200e0661", "2012 0661", ["2012\u200f \u200e0661"]),
        ("لا شيء", "غيره", []),
        ("كلمة", " ", []),
    ],
)
def test_a_text_is_found_however_it_is_written(text, asked, parts):
    assert found(text, asked) == parts


def test_what_is_copied_has_no_marks_of_direction():
    text = "05/2012\u200f \u200e0661\r\nartisa\x02nat"
    assert PageText(text).part(0, len(text)) == "05/2012 0661\nartisanat"


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_letter_of_a_page_has_its_place(language):
    rows = [["بوجلال سمير", isolate("05/2012/00068"), isolate("0661 24 18 07")], ["Müller (CAM)", "50%", "لا إله"]]
    blocks = [Paragraph("الأولى، والثانية (Batna)"), Table([Column("أ"), Column("ب"), Column("ج")], rows)]
    pdf = Document("ورقة", language, blocks).render()
    file = PaperFile(pdf)
    text, boxes = file.text(0), file.boxes(0)
    assert len(text.letters) == len(boxes)
    width, height = file.sizes[0]
    for asked in ("بوجلال", "05/2012/00068", "Müller", "الثانية"):
        [span] = text.find(fold(asked))
        [line] = file.places(0, [span])[0]
        assert 0 < line.left() < line.right() < width
        assert 0 < line.top() < line.bottom() < height
        letters = [box for box in boxes[slice(*span)] if box.width()]
        assert all(line.adjusted(-2, -6, 2, 6).contains(box.center()) for box in letters)
    file.close()
    assert file.text(0) is text
    assert file.boxes(0) == []
    assert file.draw(0, QSize(100, 100)).isNull()


def test_the_beginnings_of_papers_come_from_the_outline():
    long = Document("أ", "ar", [Paragraph("أ"), PageBreak(), Paragraph("ب")])
    assert PaperFile(Binder([long, long, long]).render()).beginnings() == [0, 2, 4]
    assert PaperFile(long.render()).beginnings() == [0]
