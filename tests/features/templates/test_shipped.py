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
from craftdesk.pdf.template.speech import Layout

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


@pytest.mark.parametrize("name", PURPOSES)
def test_every_text_is_written_in_both_languages_in_their_letters(name):
    for _place, block in blocks_of(shipped(name)):
        for setting in ("text", "above", "title", "name"):
            if words := block.get(setting):
                assert words.keys() == {"ar", "fr"}
                shown = {code: re.sub(r"\{\w+\}", "", text) for code, text in words.items()}
                assert not re.search("[A-Za-zÀ-ÿ]", shown["ar"])
                assert not re.search("[\u0600-\u06ff]", shown["fr"])
                # French punctuation of two parts never begins a line.
                assert not re.search(r" [:;?!»]|« ", shown["fr"])
