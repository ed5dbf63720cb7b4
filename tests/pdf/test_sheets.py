"""Labels and cards stand where the sheet has them, to the tenth of a millimetre, and in reach of a printer."""

import unicodedata

import pypdfium2
import pytest

from craftdesk.features.roster.documents.post import SHEETS
from craftdesk.features.training.documents.cards import BADGES
from craftdesk.pdf.blocks import Area, Paragraph, Plate, Stroke
from craftdesk.pdf.document import Document
from craftdesk.pdf.sheets import EDGE, Grid, bare, centred, cut_marks, on_one_line, sheets
from craftdesk.pdf.styles import BODY

MM = 72 / 25.4
LONG = "عبد الرحمان بن عبد القادر بن محمد الأمين بوعلام الشريف المدني الهاشمي التجاني السنوسي"


def printed(blocks, language="ar"):
    return pypdfium2.PdfDocument(Document("t", language, list(blocks), bare()).render())


def boxes(page):
    """The letters of a page with the edges of their boxes in millimetres from the top left: letter, x, x, y, y."""
    text, height = page.get_textpage(), page.get_size()[1]
    for place in range(text.count_chars()):
        letter = text.get_text_range(place, 1)
        left, bottom, right, top = text.get_charbox(place)
        if letter.strip() and unicodedata.category(letter) != "Cf" and right > left:
            yield letter, left / MM, right / MM, (height - top) / MM, (height - bottom) / MM


def numbered(count, start=1):
    return [[Paragraph(f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}", BODY)] for n in range(start - 1, start - 1 + count)]


def cell_of(grid, language, x, y):
    """Which cell a point lies in, counted from 1 as one reads."""
    for number in range(grid.cells):
        top, leading = grid.place(number)
        left = 210 - leading - grid.width if language == "ar" else leading
        if left <= x <= left + grid.width and top <= y <= top + grid.height:
            return number + 1
    return 0


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("name", [*SHEETS, *BADGES])
def test_each_content_stands_in_its_own_cell_in_the_order_of_reading(name, language):
    grid = (SHEETS | BADGES)[name]
    count = min(grid.cells, 26)
    (page,) = printed(sheets(grid, numbered(count)), language)
    found = {letter: cell_of(grid, language, x, y) for letter, x, _x, y, _y in boxes(page)}
    assert found == {"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n]: n + 1 for n in range(count)}


@pytest.mark.parametrize("name", [*SHEETS, *BADGES])
def test_the_longest_address_stays_in_its_label_and_in_reach_of_the_printer(name):
    grid = (SHEETS | BADGES)[name]
    content = [Paragraph(LONG, BODY.but(size=13, bold=True)), Paragraph(LONG, BODY), Paragraph(LONG, BODY)]
    (page,) = printed(sheets(grid, [content] * grid.cells))
    for _letter, left, right, top, bottom in boxes(page):
        assert left >= EDGE
        assert right <= 210 - EDGE
        assert top >= EDGE
        assert bottom <= 297 - EDGE
        assert cell_of(grid, "ar", left, top) == cell_of(grid, "ar", right, bottom) > 0


def test_a_begun_sheet_goes_on_where_it_is_free_and_the_next_one_begins_at_its_first_label():
    grid = SHEETS["70x37"]
    first, second = printed(sheets(grid, numbered(26), first=5), "fr")
    assert [cell_of(grid, "fr", x, y) for _l, x, _x, y, _y in boxes(first)] == list(range(5, 25))
    assert [cell_of(grid, "fr", x, y) for _l, x, _x, y, _y in boxes(second)] == list(range(1, 7))


def test_a_place_behind_the_last_one_is_the_last_one():
    grid = SHEETS["99x68"]
    (page,) = printed(sheets(grid, numbered(1), first=99), "fr")
    assert [cell_of(grid, "fr", x, y) for _l, x, _x, y, _y in boxes(page)] == [8]


def test_the_grids_lie_on_their_sheet():
    for grid in (*SHEETS.values(), *BADGES.values()):
        top, leading = grid.place(grid.cells - 1)
        assert grid.top + grid.height + top == pytest.approx(297, abs=0.35)
        assert grid.leading + grid.width + leading == pytest.approx(210, abs=0.35)


def test_cut_marks_lie_in_the_line_of_the_edges_outside_the_cards():
    grid = centred(2, 5, (90, 54))
    marks = list(cut_marks(grid))
    assert {round(mark.start[1], 2) for mark in marks if mark.start[1] == mark.end[1]} == {15, 105, 195}
    assert {round(mark.start[0], 2) for mark in marks if mark.start[0] == mark.end[0]} == {
        round(13.5 + 54 * row, 2) for row in range(6)
    }
    for mark in marks:
        for down, across in (mark.start, mark.end):
            assert not (13.5 < down < 283.5 and 15 < across < 195)
            assert EDGE <= across <= 205
            assert EDGE <= down <= 292


def test_what_is_turned_is_the_same_text_on_its_head():
    words = [Paragraph("Samir", BODY.but(size=40, align="leading"))]
    page = printed([Plate([Area(20, 20, 100, 50, words, "top", turned=True)])], "fr")[0]
    found = list(boxes(page))
    assert "".join(letter for letter, *_ in found) == "Samir"
    lefts = [left for _letter, left, *_ in found]
    assert lefts == sorted(lefts, reverse=True)
    assert max(right for _l, _x, right, *_ in found) == pytest.approx(120, abs=2)
    assert max(bottom for *_, bottom in found) <= 70


def test_lines_to_cut_and_to_fold_are_drawn_where_they_are_said_to_be():
    from craftdesk.pdf.compose import Place, Setter  # noqa: PLC0415
    from craftdesk.pdf.strips import Pen  # noqa: PLC0415

    (strip,) = Setter().strips(Plate((), [Stroke((10, 20), (10, 60), dashed=True)]), Place(210 * MM, "ar"))
    pen = Pen()
    strip.draw(pen, 0, 297 * MM)
    (drawn,) = pen.operators
    assert "[3 3] 0 d" in drawn
    assert f"{190 * MM:.2f} {287 * MM:.2f} m {150 * MM:.2f} {287 * MM:.2f} l S" in drawn


def test_a_word_is_not_broken_while_smaller_letters_help():
    grid = Grid(1, 1, 60, 30, 100, 75)
    (page,) = printed(sheets(grid, [[Paragraph("Benabderrahmane", BODY.but(size=30))]]), "fr")
    assert len({round(bottom) for *_, bottom in boxes(page)}) == 1


def test_a_name_is_set_smaller_to_stay_on_its_line_but_never_tiny():
    assert on_one_line("سمير", BODY, 80, "ar") is BODY
    assert 0.7 * BODY.size <= on_one_line("بن عبد الرحمان عبد القادر", BODY, 33, "ar").size < BODY.size
    assert on_one_line(LONG, BODY, 40, "ar") is BODY
