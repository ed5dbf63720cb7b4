"""Arabic words drawn out and French words parted, so that lines are full."""

import re

import pytest

from craftdesk.pdf.blocks import Run
from craftdesk.pdf.compose import runs_of
from craftdesk.pdf.styles import BODY
from craftdesk.pdf.text import hyphens
from craftdesk.pdf.text.kashida import best_place, drawn_out
from craftdesk.pdf.text.lines import lines_of

JUSTIFIED = BODY.but(align="justified", family="amiri", size=13)
ARABIC = (
    "تشهد غرفة الصناعة التقليدية والحرف لولاية باتنة بأن المعني بالأمر قد تابع جميع الدروس النظرية والتطبيقية "
    "المنظمة طبقا للتنظيم المعمول به، لا سيما المرسوم التنفيذي المتعلق بسير المؤسسات المهنية بتاريخ 23 نوفمبر 2026."
)
FRENCH = (
    "La présente attestation est délivrée conformément à la réglementation en vigueur, notamment le décret exécutif "
    "relatif au fonctionnement des établissements professionnels et à l'accompagnement des porteurs de projets."
)


@pytest.mark.parametrize(
    ("word", "drawn"),
    [
        ("الصناعة", "الصـناعة"),  # after seen and sad
        ("تقليدية", "تقليديـة"),  # before a last teh marbuta
        ("محمد", "محمـد"),  # before a last dal
        ("عالمك", "عالمـك"),  # before a last kaf
        ("كبير", "كبـير"),  # before the beh before a last reh
        ("والحرفيين", "والحرفييـن"),  # before another last letter
        ("بَيْتِ", "بَيْـتِ"),  # after the vowel marks of a letter
        ("(السيدة)", "(السـيدة)"),
    ],
)
def test_a_word_is_drawn_out_where_calligraphy_wants_it(word, drawn):
    _, place = best_place(word)
    assert word[:place] + "ـ" + word[place:] == drawn


@pytest.mark.parametrize(
    "word", ["الله", "والله", "لله", "سلا", "ورد", "في", "من", "الحرف", "Batna", "2026", "آلا", "أ.ب"]
)
def test_some_words_are_never_drawn_out(word):
    found = best_place(word)
    if word == "سلا":  # after the seen, not inside lam-alef
        assert found == (2, 1)
    else:
        assert found is None


def line_of(text, style=JUSTIFIED):
    return lines_of(runs_of(text, style, "ar"), 1, 1000)[0]


def test_a_line_is_drawn_out_by_no_more_than_there_is_room():
    line = line_of(ARABIC[:90])
    for spare in (0.5, 3, 10, 40, 400):
        longer = drawn_out(line, spare)
        assert line.width <= longer.width <= line.width + spare
        assert longer.width == pytest.approx(sum(piece.width for piece in longer.pieces))
    assert drawn_out(line, 0.5) == line
    assert drawn_out(line, 10).width > line.width


def test_what_is_drawn_out_is_read_as_it_was_written():
    longer = drawn_out(line_of(ARABIC), 400)
    for piece in longer.pieces:
        letters = [glyph.text for part in piece.shaped for glyph in part.glyphs]
        assert "ـ" not in "".join(letters)
        if piece.level & 1 and piece.text.isalpha():
            assert "".join(reversed(letters)) == piece.text


def test_a_word_that_joins_to_another_look_stays_as_it_is():
    runs = runs_of(("الصنا", Run("عية", bold=True)), JUSTIFIED, "ar")
    line = lines_of(runs, 1, 1000)[0]
    assert drawn_out(line, 100) == line


@pytest.mark.parametrize("family", ["amiri", "naskh"])
def test_justified_papers_are_read_whole(paper, read, same, family):
    style = JUSTIFIED.but(family=family)
    assert same(ARABIC) in read(paper(ARABIC * 2, style=style).render())
    assert same(FRENCH) in read(paper(FRENCH * 2, style=style, language="fr").render())


def test_a_style_may_do_without_drawn_out_words(paper):
    with_kashida = paper(ARABIC, style=JUSTIFIED).render()
    without = paper(ARABIC, style=JUSTIFIED.but(kashida=False)).render()
    assert with_kashida != without


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("attestation", ["attesta-tion", "attes-tation", "at-testation"]),
        ("l'établissement,", ["l'établisse-ment,", "l'établis-sement,", "l'éta-blissement,"]),
        ("porte-monnaie", ["porte-monnaie"]),
        ("Benali", []),
        ("ONUDI", []),
        ("oui", []),
        ("2026-2027", []),
    ],
)
def test_french_words_are_parted_between_syllables(word, parts):
    found = [f"{start}-{rest}" if added else start + rest for start, rest, added in hyphens.parts(word, "fr")]
    assert found == parts


def test_arabic_words_are_not_parted():
    assert hyphens.parts("الصناعة", "ar") == ()


def french_lines(width, parted):
    return lines_of(runs_of(FRENCH, JUSTIFIED, "fr"), 0, width, 0, parted)


def test_a_parted_line_fits_and_loses_no_letter():
    for width in range(90, 300, 7):
        lines = french_lines(width, parted=True)
        assert all(line.width <= width + 0.001 for line in lines)
        text = " ".join("".join(piece.text for piece in line.pieces) for line in lines)
        assert re.sub("\u00ad ", "", text) == FRENCH


def test_lines_are_fuller_with_parted_words():
    widths = range(120, 300, 10)
    parted, whole = (sum(len(french_lines(width, parted=parted)) for width in widths) for parted in (True, False))
    assert parted < whole


def test_only_words_wider_than_a_line_are_parted_in_a_ragged_paragraph():
    ends = [line.pieces[-1].text for line in french_lines(60, parted=False)]
    assert "\u00ad" in ends
    assert "\u00ad" not in [line.pieces[-1].text for line in french_lines(160, parted=False)]


def test_at_most_three_lines_in_a_row_end_with_a_hyphen():
    for width in range(80, 200, 5):
        ends = "".join("-" if line.pieces[-1].text == "\u00ad" else "." for line in french_lines(width, parted=True))
        assert "----" not in ends


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("est inscrite depuis le 17 novembre de cette année", "novembre"),
        ("une attestation de participation", "participation"),
    ],
)
def test_a_month_after_its_day_and_the_last_word_stay_whole(text, whole):
    for width in range(90, 240, 3):
        lines = lines_of(runs_of(text, JUSTIFIED, "fr"), 0, width, 0, True)
        assert any(whole in "".join(piece.text for piece in line.pieces) for line in lines)
