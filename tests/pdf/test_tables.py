import pypdfium2
import pytest

from craftdesk.pdf.blocks import Box, Cell, Column, Footer, Paragraph, Run, Table
from craftdesk.pdf.strips import MM
from craftdesk.pdf.styles import BODY

NAMES = ["بن علي محمد", "بوزيد فاطمة الزهراء", "قاسمي الطاهر", "بوجلال نور الدين"]


def table(rows: int, **properties) -> Table:
    columns = [Column("الرقم", width=15, align="centre"), Column("اللقب والاسم", share=2), Column("ملاحظة")]
    body = [[f"{number}.", NAMES[number % 4], f"سطر أول {number}\nسطر ثان {number}"] for number in range(1, rows + 1)]
    return Table(columns, body, **properties)


def place_of(data: bytes, text: str) -> tuple[float, float, float, float]:
    """Where a text stands on the first page that has it."""
    for page in pypdfium2.PdfDocument(data):
        layer = page.get_textpage()
        whole = layer.get_text_range()
        if (start := whole.find(text)) >= 0:
            boxes = [layer.get_charbox(place) for place in range(start, start + len(text))]
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            return min(lefts), min(bottoms), max(rights), max(tops)
    raise AssertionError(text)


def test_the_header_comes_again_on_each_page(paper, pages_of):
    pages = pages_of(paper(table(60)).render())
    assert len(pages) > 2
    assert all(page.count("اللقب والاسم") == 1 for page in pages)


def test_no_header_stands_on_a_page_without_rows(paper, pages_of):
    for filler in range(36, 52):
        pages = pages_of(paper(*["سطر"] * filler, table(2), style=BODY.but(after=0)).render())
        assert all("سطر أول" in page for page in pages if "اللقب" in page)


def test_rows_are_never_divided(paper, pages_of):
    pages = pages_of(paper(table(80)).render())
    for number in range(1, 81):
        first = [place for place, page in enumerate(pages) if f"سطر أول {number} " in f"{page} "]
        second = [place for place, page in enumerate(pages) if f"سطر ثان {number} " in f"{page} "]
        assert first == second


def test_all_rows_are_there_once_and_in_order(paper, pages_of):
    text = " ".join(pages_of(paper(table(80)).render()))
    places = [text.index(f"سطر أول {number} ") for number in range(1, 80)]
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_first_column_is_on_the_leading_side(paper, language):
    data = paper(Table([Column("Un"), Column("Deux"), Column("Trois")], [["aa", "bb", "cc"]]), language=language)
    starts = [place_of(data.render(), text)[0] for text in ("aa", "bb", "cc")]
    assert starts == sorted(starts, reverse=language == "ar")


def test_widths_are_fixed_or_shared(paper):
    columns = [Column("أ", width=20), Column("ب", share=1), Column("ج", share=3)]
    data = paper(Table(columns, [["11", "22", "33"]], padding=0, style=BODY.but(align="leading"))).render()
    right = (210 - 18) * MM
    rest = (210 - 36 - 20) * MM
    assert place_of(data, "11")[2] == pytest.approx(right, abs=1.5)
    assert place_of(data, "22")[2] == pytest.approx(right - 20 * MM, abs=1.5)
    assert place_of(data, "33")[2] == pytest.approx(right - 20 * MM - rest / 4, abs=1.5)


def test_a_fitting_column_is_as_wide_as_its_texts(paper):
    columns = [Column("أ", fit=True), Column("ب")]
    data = paper(Table(columns, [["12345678901234567890", "bb"]])).render()
    left, _, right, _ = place_of(data, "12345678901234567890")
    assert right - left < 45 * MM
    assert place_of(data, "bb")[2] == pytest.approx(left - 2 * 1.2 * MM, abs=2)


def test_cells_over_several_columns_and_header_rows(paper, read):
    header = (
        [Cell("الرقم", rows=2), Cell("اللقب والاسم", rows=2), Cell("الأحد", span=2), Cell("الاثنين", span=2)],
        ["صباحا", "مساء", "صباحا", "مساء"],
    )
    columns = [Column(width=15), Column(share=3), *[Column()] * 4]
    data = paper(Table(columns, [["1", "بن علي", "", "", "", ""]], header=header)).render()
    sunday, morning = place_of(data, "الأحد"), place_of(data, "صباحا")
    assert sunday[1] > morning[3]
    assert place_of(data, "الرقم")[1] < sunday[1]
    assert place_of(data, "الرقم")[3] > morning[3]


def test_empty_rows_have_the_height_that_is_asked_for(paper, pages_of):
    few = paper(Table([Column("أ")], [], empty_rows=20, row_height=10)).render()
    many = paper(Table([Column("أ")], [], empty_rows=30, row_height=10)).render()
    assert len(pages_of(few)) == 1
    assert len(pages_of(many)) == 2


def test_totals_come_last_and_bold(paper, read):
    data = paper(Table([Column("أ"), Column("ب")], [["x", "1"]], totals=[["المجموع", "12"]])).render()
    assert "المجموع" in read(data).split("1", 1)[1]
    assert b"NotoNaskhArabic-Bold" in data


@pytest.mark.parametrize("striped", [True, False])
def test_totals_never_stand_on_a_page_without_two_rows(paper, pages_of, striped):
    ends = []
    for rows in range(20, 45):
        body = [[f"سطر {number}"] for number in range(rows)]
        closing = Table([Column("أ")], body, totals=[["المجموع"], ["الباقي"]], row_height=9, striped=striped)
        pages = pages_of(paper(closing).render())
        assert "الباقي" in pages[-1]
        assert pages[-1].count("سطر") >= 2
        ends.append((len(pages), pages[-1].count("سطر")))
    # A page more was begun somewhere, and no earlier than it had to be.
    assert {(1, 25), (2, 2), (2, 3)} <= set(ends)


def test_cells_hold_runs_and_blocks(paper, read):
    rows = [
        [Run("محمد", bold=True), Paragraph("علي", BODY)],
        [["بن ", Run("عمر", bold=True)], (Box([Paragraph("هنا")]),)],
    ]
    found = read(paper(Table([Column("أ"), Column("ب")], rows)).render())
    for text in ("محمد", "علي", "بن عمر", "هنا"):
        assert text in found


def test_rows_may_come_from_a_generator(paper, pages_of):
    rows = ([str(number)] for number in range(500))
    assert "499" in pages_of(paper(Table([Column("أ")], rows), footer=Footer()).render())[-1]
