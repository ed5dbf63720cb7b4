"""Every shipped template is sound and fits its page, in each layout, with sample values of each sex."""

import re

import pypdfium2
import pytest

from craftdesk.features.certificates.wording import VALUES
from craftdesk.features.templates.purposes import CERTIFIED, PURPOSES
from craftdesk.features.templates.rules import FOLDER, sample, shipped
from craftdesk.pdf.document import Document
from craftdesk.pdf.template.faults import blocks_of, faults, trials
from craftdesk.pdf.template.forme import forme
from craftdesk.pdf.template.kinds import STYLES
from craftdesk.pdf.template.measure import Text, styled, width_of
from craftdesk.pdf.template.speech import Layout, Record

CERTIFICATES = [name for name, purpose in PURPOSES.items() if not purpose.letter]
LETTERS = [name for name, purpose in PURPOSES.items() if purpose.letter]
LAYOUTS = [Layout(language, wide) for language in ("ar", "fr", "both") for wide in (True, False)]
CASES = [(name, layout) for name in CERTIFICATES for layout in LAYOUTS]
CASES += [(name, Layout(language, False)) for name in LETTERS for language in ("ar", "fr")]


def test_every_purpose_has_a_file_and_every_file_a_purpose():
    assert {path.stem for path in FOLDER.iterdir()} == set(PURPOSES)
    assert all(shipped(name).purpose == name for name in PURPOSES)


def test_the_fields_of_certificates_are_those_of_which_values_are_known():
    assert {field.name for field in CERTIFIED} == set(VALUES)


@pytest.mark.parametrize("name", PURPOSES)
def test_nothing_is_wrong_with_it(name):
    assert faults(shipped(name), PURPOSES[name].named()) == []


@pytest.mark.parametrize(("name", "layout"), CASES)
@pytest.mark.parametrize("sex", ["m", "f", None])
def test_it_fits_its_page(name, layout, sex):
    record = sample(PURPOSES[name], sex)
    assert trials(shipped(name), layout, record) == []
    made = forme(shipped(name), layout)
    data = Document(name, layout.paper, made.blocks(record), made.page).render()
    assert len(pypdfium2.PdfDocument(data)) == 1


LONGER = {
    "name": ("بن عبد الرحمان محمد الصالح الدين", "BENABDERRAHMANE Mohamed Salah Eddine"),
    "subject": (
        "تحسين تسيير الورشات الحرفية المختصة في الحلي التقليدي",
        "Amélioration de la gestion des ateliers de bijouterie traditionnelle",
    ),
    "place": ("دار الصناعة التقليدية لولاية باتنة", "Maison de l'artisanat de la wilaya de Batna"),
    "at_place": ("بدار الصناعة التقليدية لولاية باتنة", "à la Maison de l'artisanat de la wilaya de Batna"),
}


@pytest.mark.parametrize("name", CERTIFICATES)
def test_two_languages_on_a_sheet_that_lies_keep_their_size(name):
    made, usual = forme(shipped(name), Layout("both", True)), sample(PURPOSES[name])
    arabic, french = ({field: said[side] for field, said in LONGER.items()} for side in (0, 1))
    longer = Record({"ar": {**usual.values["ar"], **arabic}, "fr": {**usual.values["fr"], **french}}, "f")
    for record in (usual, longer):
        assert (made.scale(record) or 0) >= 0.85


def test_a_name_stands_on_one_line_and_its_size_gives_way():
    title = {block["style"]: block for _place, block in blocks_of(shipped("training")) if block["kind"] == "text"}[
        "name"
    ]
    text = Text(LONGER["name"][1], styled(title), "fr", "ar", 351, STYLES["name"].least)
    assert (text.lines(), text.paragraph(0).text) == (1, LONGER["name"][1])
    assert STYLES["name"].least * 29 <= text.paragraph(0).style.size < 29
    short = Text("GASMI Tahar", styled(title), "fr", "ar", 351, STYLES["name"].least)
    assert short.paragraph(0).style.size == 29


def test_lines_in_the_middle_are_of_about_one_length():
    style = STYLES["subject"].style
    for words, language in ((LONGER["subject"][1], "fr"), (LONGER["subject"][0], "ar")):
        text = Text(words, style, language, "ar", 300)
        lines = text.paragraph(0).text.split("\n")
        assert len(lines) == text.lines() > 1
        assert " ".join(lines) == words
        widths = [width_of(line, style, language) for line in lines]
        assert max(widths) < 1.5 * min(widths)
    apart = f"قبل \u2068{'Design et dessin ' * 3}\u2069 بعد"
    assert Text(apart, style, "ar", "ar", 300).paragraph(0).text == apart


@pytest.mark.parametrize("name", PURPOSES)
def test_every_text_is_written_in_both_languages_in_their_letters(name):
    for _place, block in blocks_of(shipped(name)):
        for setting in ("text", "brief", "above", "title", "name"):
            if words := block.get(setting):
                assert words.keys() == {"ar", "fr"} or setting == "brief"
                shown = {code: re.sub(r"\{\w+\}", "", text) for code, text in words.items()}
                assert not re.search("[A-Za-zÀ-ÿ]", shown.get("ar", ""))
                assert not re.search("[\u0600-\u06ff]", shown.get("fr", ""))
                # French punctuation of two parts never begins a line.
                assert not re.search(r" [:;?!»]|« ", shown.get("fr", ""))
