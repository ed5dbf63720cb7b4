import json
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base.errors import UserError
from craftdesk.pdf.text.fonts import FAMILIES, FONTS, MissingLetter
from craftdesk.pdf.text.shaping import Typeface, is_arabic, shape

NASKH = Typeface("naskh", bold=False, language="fr")
AMIRI = Typeface("amiri", bold=False, language="fr")
ARABIC = [
    "الجمهورية الجزائرية الديمقراطية الشعبية",
    "يشهد مدير غرفة الصناعة التقليدية والحرف لولاية باتنة بأن السيد(ة):",
    "بِسْمِ اللهِ الرَّحْمٰنِ الرَّحِيمِ",
    "الإعلام والإتصال لا إله إلا الله لأن الآن لإيران",
    "قد شارك في الدورة التكوينية حول «التصميم والرسم» المنظمة يومي",
    "كرة رز ورد دار ذرة وزارة آزور أرز",
    "ـــ ممتاز مـــمتاز حجج محمد بحجم لمحة نجح",
]
FRENCH = [
    "RÉPUBLIQUE ALGÉRIENNE DÉMOCRATIQUE ET POPULAIRE",
    "Batna, le 23 novembre 2026. Y a-t-il AV. To W. Va",
    "L'attestation « de » l'artisanat efficace, affiche, flûte, œuvre",
]


def drawn(shaped) -> list[tuple[int, int, int, int]]:
    """The glyphs from left to right, where they stand in the font's units."""
    found, x = [], 0
    for glyph in (glyph for part in shaped for glyph in part.glyphs):
        found += [(part.number, x + part.x, part.y) for part in glyph.parts]
        x += glyph.advance
    return [*sorted(found, key=lambda each: each[1]), ("width", x)]


def by_hb_shape(font: str, text: str, rtl: bool) -> list[tuple[int, int, int]]:
    if shutil.which("hb-shape") is None:
        pytest.skip("hb-shape is not installed")
    direction = ["--direction=rtl", "--script=arab", "--language=ar"]
    if not rtl:
        direction = ["--direction=ltr", "--script=latn", "--language=fr"]
    command = ["hb-shape", "--output-format=json", "--no-glyph-names", "--remove-default-ignorables", *direction]
    done = subprocess.run([*command, str(FONTS / f"{font}.ttf"), f"--text={text}"], capture_output=True, check=True)
    found, x = [], 0
    for glyph in json.loads(done.stdout):
        found.append((glyph["g"], x + glyph["dx"], glyph["dy"]))
        x += glyph["ax"]
    return [*sorted(found, key=lambda each: each[1]), ("width", x)]


@pytest.mark.parametrize(("family", "font"), [("amiri", "Amiri-Regular"), ("naskh", "NotoNaskhArabic-Regular")])
@pytest.mark.parametrize("text", ARABIC)
def test_arabic_glyphs_stand_where_harfbuzz_puts_them(family, font, text):
    words = []
    for word in reversed(text.split(" ")):
        words += [*shape(word, Typeface(family, bold=False, language="fr"), "Arab", True)]
        words += [*shape(" ", Typeface(family, bold=False, language="fr"), "Arab", True)]
    assert drawn(words[:-1]) == by_hb_shape(font, text, rtl=True)


@pytest.mark.parametrize(("family", "font"), [("amiri", "Amiri-Regular"), ("sans", "IBMPlexSansArabic-Regular")])
@pytest.mark.parametrize("text", FRENCH)
def test_latin_glyphs_stand_where_harfbuzz_puts_them(family, font, text):
    words = []
    for word in text.split(" "):
        words += [*shape(word, Typeface(family, bold=False, language="fr"), "Latn", False)]
        words += [*shape(" ", Typeface(family, bold=False, language="fr"), "Latn", False)]
    assert drawn(words[:-1]) == by_hb_shape(font, text, rtl=False)


@pytest.mark.parametrize("font", ["Amiri-Regular", "Amiri-Bold", "IBMPlexSansArabic-Regular", "IBMPlexSansArabic-Bold"])
def test_numbers_set_sign_by_sign_stand_where_harfbuzz_puts_them(font):
    signs = "0123456789+-,./:%"
    every_pair = "".join(first + second for first in signs for second in signs)
    name, weight = font.split("-")
    face = Typeface("amiri" if name == "Amiri" else "sans", bold=weight == "Bold", language="fr")
    assert drawn(shape(every_pair, face, "Latn", False)) == by_hb_shape(font, every_pair, rtl=False)
    assert drawn(shape("2026/0417", face, "Latn", False)) == by_hb_shape(font, "2026/0417", rtl=False)


def test_each_letter_stands_in_the_text_once_and_in_order():
    for word in ("بِسْمِ", "لا", "الرَّحْمٰنِ", "(محمد)", "السيد(ة):"):
        texts = [glyph.text for part in reversed(shape(word, AMIRI, "Arab", True)) for glyph in reversed(part.glyphs)]
        assert "".join(text for text in texts if text not in "\u200e\u200f") == word


def test_latin_letters_are_set_smaller_to_look_as_large_as_arabic_ones():
    (latin,), (arabic,) = shape("CAM", NASKH, "Latn", False), shape("غرفة", NASKH, "Arab", True)
    assert latin.font.name == arabic.font.name == "NotoNaskhArabic-Regular"
    assert latin.scale < arabic.scale


def test_a_family_may_leave_letters_to_its_next_font():
    assert [part.font.name for part in shape("«a", NASKH, "Latn", False)] == [
        "Amiri-Regular",
        "NotoNaskhArabic-Regular",
    ]


def test_a_letter_that_the_first_font_lacks_comes_from_the_next_one():
    parts = shape("№12", AMIRI, "Latn", False)
    assert [part.font.name for part in parts] == ["IBMPlexSansArabic-Regular", "Amiri-Regular"]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_letter_that_no_font_has_is_an_error_that_names_it(family):
    with pytest.raises(MissingLetter) as raised:
        shape("علي😀", Typeface(family, bold=False, language="fr"), "Arab", True)
    assert raised.value.letter == "😀"
    assert "U+1F600" in str(raised.value)
    assert "«😀»" in str(raised.value)
    assert "«\u2068علي😀\u2069»" in str(raised.value)
    assert isinstance(raised.value, UserError)


def test_a_missing_mark_is_named_not_the_letter_that_bears_it():
    with pytest.raises(MissingLetter) as raised:
        shape("ب\u0730", NASKH, "Arab", True)
    assert raised.value.letter == "\u0730"


def test_marks_of_direction_are_not_drawn():
    assert shape("\u2068\u2069\u200f", NASKH, "Arab", True) == ()
    assert drawn(shape("\u2068محمد\u2069", NASKH, "Arab", True)) == drawn(shape("محمد", NASKH, "Arab", True))


def test_a_word_in_two_looks_stays_joined():
    whole = shape("محمد", NASKH, "Arab", True)
    first = shape("مح", NASKH, "Arab", True, ("", "م"))
    second = shape("مد", NASKH, "Arab", True, ("ح", ""))
    glyphs = [glyph.parts for part in (*second, *first) for glyph in part.glyphs]
    assert glyphs == [glyph.parts for part in whole for glyph in part.glyphs]


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ\u064b\u064e\u0650\u0651\u0652()،؟.", max_size=12))
def test_no_arabic_letter_is_lost(word):
    texts = [glyph.text for part in shape(word, NASKH, "Arab", True) for glyph in part.glyphs]
    assert sorted(character for text in texts for character in text if character not in "\u200e\u200f") == sorted(word)
    assert is_arabic(word) or not any(character.isalpha() for character in word)
