from itertools import pairwise

import pypdfium2
import pytest

from craftdesk.base.charts.chart import Chart, Kind, Series
from craftdesk.base.i18n import speaking
from craftdesk.pdf.charts import TONE_COLOURS, diagram
from craftdesk.pdf.document import Document

COMMUNES = ("باتنة", "عين التوتة", "أريس")
NUMBERS = (Series("رجال", (12, 7, 3)), Series("نساء", (5, 9, 1)))


def paper_of(kind: Kind, language: str = "ar") -> bytes:
    series = NUMBERS[:1] if kind in (Kind.RING, Kind.SHARE) else NUMBERS
    with speaking(language):
        return Document("x", language, [diagram(Chart(kind, "حسب البلدية", COMMUNES, series), 60)]).render()


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_drawn_with_its_words(kind, read, qpdf):
    data = paper_of(kind)
    assert "No syntax" in qpdf(data)
    text = read(data)
    assert "حسب البلدية" in text
    assert all(name in text for name in COMMUNES)


def test_a_chart_is_drawn_in_lines_and_areas_and_not_as_a_picture():
    page = pypdfium2.PdfDocument(paper_of(Kind.GROUPED))[0]
    kinds = {each.type for each in page.get_objects()}
    assert kinds <= {pypdfium2.raw.FPDF_PAGEOBJ_PATH, pypdfium2.raw.FPDF_PAGEOBJ_TEXT}


def test_in_arabic_the_first_bar_stands_at_the_right():
    def first_bar(language: str) -> float:
        page = pypdfium2.PdfDocument(paper_of(Kind.GROUPED, language))[0]
        picture = page.render(scale=1).to_pil().convert("RGB")
        dark = tuple(int(TONE_COLOURS[0][at : at + 2], 16) for at in (1, 3, 5))
        columns = [
            x for x in range(picture.width) if sum(picture.getpixel((x, y)) == dark for y in range(picture.height)) > 60
        ]
        return sum(columns) / len(columns) / picture.width

    assert first_bar("ar") > 0.5 > first_bar("fr")


def test_the_tones_are_told_apart_in_grey():
    greys = [
        sum(int(tone[at : at + 2], 16) * part for at, part in ((1, 0.299), (3, 0.587), (5, 0.114)))
        for tone in TONE_COLOURS
    ]
    assert greys == sorted(greys)
    assert min(two - one for one, two in pairwise(greys)) > 25
