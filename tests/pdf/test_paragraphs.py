import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from craftdesk.pdf.blocks import Paragraph, Run
from craftdesk.pdf.compose import Place, Setter, runs_of
from craftdesk.pdf.strips import MM
from craftdesk.pdf.styles import BODY, BULLET
from craftdesk.pdf.text.lines import lines_of

SENTENCE = "يشهد مدير غرفة الصناعة التقليدية والحرف لولاية باتنة بأن السيد بن علي محمد المولود بتاريخ 12 جانفي 1980 "
LATIN = "Le directeur de la chambre de l'artisanat et des métiers atteste que Monsieur Benali Mohamed "


def lines(text, width, base=1, style=BODY):
    return lines_of(runs_of(text, style, "ar" if base else "fr"), base, width)


def boxes_of_rows(data):
    """The left and right ends of the drawn letters, row by row."""
    import pypdfium2  # noqa: PLC0415 - only here

    page = pypdfium2.PdfDocument(data)[0]
    text = page.get_textpage()
    rows: dict[int, list[tuple[float, float]]] = {}
    for place in range(text.count_chars()):
        if text.get_text_range(place, 1).isalnum():
            left, bottom, right, top = text.get_charbox(place, loose=True)
            rows.setdefault(round((bottom + top) / 2 / 6), []).append((left, right))
    return [(min(box[0] for box in row), max(box[1] for box in row)) for row in rows.values()]


@pytest.mark.parametrize(("language", "sentence"), [("ar", SENTENCE), ("fr", LATIN)])
def test_justified_lines_end_at_both_margins_but_the_last(paper, language, sentence):
    data = paper(sentence * 5, language=language, style=BODY.but(size=12, align="justified")).render()
    rows = boxes_of_rows(data)
    leading, trailing = (210 - 18) * MM, 18 * MM
    if language == "fr":
        leading, trailing = trailing, leading
    low, high = min(leading, trailing), max(leading, trailing)
    full = [row for row in rows if abs(row[0] - low) < 1.5 and abs(row[1] - high) < 1.5]
    assert len(rows) > 3
    assert len(full) >= len(rows) - 1


@pytest.mark.parametrize(
    ("align", "base", "left"),
    [("leading", "ar", False), ("trailing", "ar", True), ("leading", "fr", True), ("trailing", "fr", False)],
)
def test_leading_is_right_in_arabic_and_left_in_french(paper, align, base, left):
    text = "محمد" if base == "ar" else "Batna"
    ((start, end),) = boxes_of_rows(paper(text, language=base, style=BODY.but(align=align)).render())
    assert start == pytest.approx(18 * MM, abs=1.5) if left else end == pytest.approx((210 - 18) * MM, abs=1.5)


def test_a_paragraph_in_the_other_language_runs_its_own_way(paper):
    ((start, _),) = boxes_of_rows(paper(Paragraph("Batna", BODY, language="fr"), language="ar").render())
    assert start == pytest.approx(18 * MM, abs=1.5)


@settings(deadline=None, max_examples=60)
@given(st.floats(60, 500), st.sampled_from([SENTENCE * 3, LATIN * 3, SENTENCE + LATIN + SENTENCE]), st.integers(0, 1))
def test_no_line_is_wider_than_its_room_and_no_word_is_lost(width, text, base):
    found = lines(text, width, base)
    assert all(line.width <= width + 0.01 for line in found)
    words = [piece.text for line in found for piece in line.pieces if not piece.space]
    assert "".join(words) == text.replace(" ", "")


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="ابتجحدرسعمنهوAbc012-() ", min_size=1, max_size=300), st.floats(40, 300))
def test_even_a_name_of_three_hundred_letters_stays_in_its_room(text, width):
    found = lines(text, width)
    assert all(line.width <= width + 0.01 for line in found)
    assert "".join(p.text for line in found for p in line.pieces if not p.space) == text.replace(" ", "")


def test_a_broken_word_keeps_the_forms_of_its_letters():
    first, *_ = lines("مممممممممممممممممممم", 60)
    (piece,) = first.pieces
    whole = lines("م" * (len(piece.text) + 1), 1000)[0].pieces[0]
    assert piece.shaped[0].glyphs == whole.shaped[0].glyphs[1:]  # all but the last letter's end


def test_letters_of_a_word_in_two_colours_stay_joined():
    whole = lines("محمد", 500)[0].pieces[0]
    parts = lines([Run("مح", colour="#aa0000"), Run("مد", colour="#00aa00")], 500)[0].pieces
    glyphs = [glyph for piece in reversed(parts) for glyph in piece.shaped[0].glyphs]
    assert [glyph.parts for glyph in glyphs] == [glyph.parts for glyph in whole.shaped[0].glyphs]


def test_lines_break_where_the_text_says():
    assert [line.pieces[0].text for line in lines("محمد\nعلي", 500)] == ["محمد", "علي"]


def test_a_space_that_does_not_break_keeps_words_together():
    assert [len(line.pieces) for line in lines("12\u00a0محمد", 20)] != [1, 1]
    wide = lines("بن 12\u00a0دج", 30)
    assert [[p.text for p in line.pieces] for line in wide] == [["بن"], ["12", "\u00a0", "دج"]]


@pytest.mark.parametrize("text", ["Alger ?", "à : vu", "« oui", "oui »", "50 %"])
def test_french_signs_are_not_torn_from_their_words(text):
    assert len(lines(text, 1, base=0)[0].pieces) >= 1
    tokens = lines(text, 1000, base=0)[0].pieces
    assert any(piece.space and not piece.breaks for piece in tokens)


def test_the_sign_of_an_item_hangs_before_its_lines(paper):
    item = paper(Paragraph(f"1.\t{SENTENCE * 2}", BULLET), language="ar").render()
    rows = boxes_of_rows(item)
    right = (210 - 18) * MM
    assert rows[0][1] == pytest.approx(right, abs=2)
    assert rows[1][1] == pytest.approx(right - BULLET.hanging * MM, abs=2)


def test_equal_paragraphs_are_set_once():
    setter, place = Setter(), Place(400, "ar")
    assert setter.paragraph(Paragraph("محمد"), place) is setter.paragraph(Paragraph("محمد"), place)


def test_lists_of_runs_are_kept_as_tuples():
    block = Paragraph([Run("محمد", bold=True), " علي"])
    assert block.text == (Run("محمد", bold=True), " علي")
    assert hash(block)


def test_no_line_stands_alone_on_a_page(paper, pages_of):
    style = BODY.but(size=12, after=0)
    for filler in range(30, 42):
        texts = ["سطر"] * filler + [SENTENCE * 3]
        found = pages_of(paper(*texts, style=style).render())
        if len(found) == 2:
            before, after = (page.count("محمد") + page.count("يشهد") for page in found)
            assert min(before, after) != 1 or found[1].count("سطر")
