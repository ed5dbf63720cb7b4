"""Templates as papers: what is said in each layout, how it shrinks, what stays the same object."""

import pypdfium2
import pytest

from craftdesk.pdf.blocks import Paragraph
from craftdesk.pdf.template.forme import forme
from craftdesk.pdf.template.pairs import Pairs
from craftdesk.pdf.template.speech import Layout, Record
from tests.pdf.conftest import by_pdfium, plain
from tests.pdf.template.conftest import ARABIC, BOTH, FRENCH, printed, record, template, words

SENTENCE = words("قد [شارك|شاركت|شارك(ت)] {name}", "a participé : {name}")


def text_of(*arguments) -> str:
    return plain(by_pdfium(printed(*arguments)))


def paragraphs(blocks) -> list[str]:
    return [each.text for each in blocks if isinstance(each, Paragraph)]


@pytest.mark.parametrize(("layout", "expected"), [(ARABIC, "قد شاركت بوزيد"), (FRENCH, "a participé : بوزيد")])
def test_a_template_speaks_the_language_of_its_layout(layout, expected):
    assert expected in text_of(template(SENTENCE), layout, record(name="بوزيد"))


def test_a_text_written_in_one_language_alone_is_printed_in_both_layouts():
    assert "نص وحيد" in text_of(template(words("نص وحيد")), FRENCH, record())


def test_two_languages_stand_side_by_side_arabic_at_the_right():
    data = printed(template(words("العربية هنا", "le français ici")), BOTH, record())
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    places = {}
    for name, sought in (("ar", "العربية"), ("fr", "français")):
        found = page.search(sought).get_next()
        assert found is not None
        places[name] = page.get_charbox(found[0])[0]
    assert places["fr"] < 297 / 25.4 * 72 / 2 < places["ar"]


def test_a_text_that_is_left_out_of_two_languages_stands_in_one():
    found = template(words("الاسم الآخر", "autre nom", pairing="never"))
    assert "الاسم الآخر" in text_of(found, ARABIC, record())
    assert "الاسم الآخر" not in text_of(found, BOTH, record())


def test_what_is_said_the_same_in_both_languages_stands_once_across():
    found = template(words("{number}", "{number}", pairing="across"))
    assert text_of(found, BOTH, record(number="2026/0045")).count("2026/0045") == 1


def test_an_empty_field_takes_its_block_away_and_when_asks_for_one():
    found = template(words("بالتعاون مع {partner}"), words("ثابت", when="partner"))
    assert paragraphs(forme(found, ARABIC).blocks(record(partner=""))) == []
    assert paragraphs(forme(found, ARABIC).blocks(record(partner="اليونيدو"))) == ["بالتعاون مع اليونيدو", "ثابت"]


def test_a_value_of_the_other_direction_is_held_together_inside_a_sentence():
    found = forme(template(words("بالتعاون مع {partner}")), ARABIC).blocks(record(partner="ONUDI (EU)"))
    assert paragraphs(found) == ["بالتعاون مع \u2068ONUDI (EU)\u2069"]


def test_equal_texts_are_the_same_object_from_page_to_page():
    made = forme(template(words("ثابت"), SENTENCE, {"kind": "rule"}), ARABIC)
    first, second = made.blocks(record(name="أ")), made.blocks(record(name="ب"))
    again = made.blocks(record(name="أ"))
    assert [one is two for one, two in zip(first, second, strict=True)] == [True, False, True]
    assert all(one is two for one, two in zip(first, again, strict=True))


def test_a_template_is_made_ready_once_for_each_layout():
    found = template(SENTENCE)
    assert forme(found, ARABIC) is forme(found, ARABIC)
    assert forme(found, ARABIC) is not forme(found, FRENCH)


@pytest.mark.parametrize("layout", [Layout(code, wide) for code in ("ar", "fr", "both") for wide in (True, False)])
def test_texts_shrink_evenly_until_the_page_holds_them(layout):
    scales = []
    for times in (1, 20, 45, 60) if layout.language == "both" else (1, 20, 45, 90, 130):
        long = words("كلام طويل يقال مرة بعد مرة " * times, "paroles longues et encore longues " * times)
        found = template({"kind": "letterhead"}, words("عنوان", "Titre", style="title"), long, _signatures())
        assert len(pypdfium2.PdfDocument(printed(found, layout, record(number="2026/0045")))) == 1
        scales.append(forme(found, layout).scale(record(number="2026/0045")))
    assert scales[0] == 1.0
    assert scales == sorted(scales, reverse=True)
    assert scales[-1] < 1.0


def test_what_does_not_even_fit_at_the_smallest_scale_is_known():
    made = forme(template(words("كلام طويل يقال مرة بعد مرة " * 900)), ARABIC)
    assert made.scale(record()) is None


def test_a_letter_flows_to_the_next_page_instead_of_shrinking():
    found = template(words("كلام طويل يقال مرة بعد مرة " * 200, style="letter"), fit=False, frame="none")
    assert len(pypdfium2.PdfDocument(printed(found, Layout("ar", False), record()))) > 1


def test_the_sheet_lies_or_stands_as_the_layout_says():
    for wide in (True, False):
        page = pypdfium2.PdfDocument(printed(template(SENTENCE), Layout("ar", wide), record(name="أ")))[0]
        assert (page.get_width() > page.get_height()) == wide


def test_signers_stand_at_one_height_whatever_stands_above_them():
    data = printed(template(_signatures()), ARABIC, record(number="2026/0045"))
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    heights = []
    for sought in ("المكون", "المدير"):
        found = page.search(sought).get_next()
        heights.append(round(page.get_charbox(found[0])[3]))
    assert abs(heights[0] - heights[1]) <= 4


def test_columns_a_code_and_both_heads_are_printed():
    columns = {
        "kind": "columns",
        "blocks": [
            {"kind": "column", "blocks": [words("عمود أول")]},
            {"kind": "column", "blocks": [words("عمود ثان"), {"kind": "qr", "text": {"ar": "{number}"}}]},
        ],
    }
    found = template({"kind": "letterhead", "both": True}, columns)
    text = text_of(found, ARABIC, record(number="2026/0045"))
    assert all(each in text for each in ("عمود أول", "عمود ثان", "سطر الرأس", "LIGNE DE TÊTE"))


def test_the_letterhead_of_one_language_shows_no_line_of_the_other():
    assert "LIGNE" not in text_of(template({"kind": "letterhead"}), ARABIC, record())


def test_pairs_are_one_block_with_a_line_between_even_across_air():
    found = template(words("أ", "a"), {"kind": "space", "stretch": 1}, words("ب", "b"))
    [pairs] = forme(found, BOTH).blocks(record())
    assert isinstance(pairs, Pairs)
    assert len(pairs.rows) == 2


def test_a_record_without_a_letterhead_prints_none():
    found = template({"kind": "letterhead"}, words("نص"))
    assert "سطر" not in text_of(found, ARABIC, Record({"ar": {}, "fr": {}}))


def _signatures():
    return {
        "kind": "signatures",
        "blocks": [
            {"kind": "signer", "above": {"ar": "الرقم: {number}", "fr": "N° {number}"}},
            {"kind": "signer", "title": {"ar": "المكون", "fr": "Le formateur"}},
            {"kind": "signer", "above": {"ar": "حررت", "fr": "Fait"}, "title": {"ar": "المدير", "fr": "Le directeur"}},
        ],
    }
