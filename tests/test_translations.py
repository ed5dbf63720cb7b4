"""Whether the Arabic and the French say everything that the code says, with the same blanks to fill."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
Key = tuple[str | None, str]


@cache
def catalogue(language: str) -> Catalog:
    with (ROOT / f"translations/{language}/LC_MESSAGES/craftdesk.po").open("rb") as file:
        return read_po(file, locale=language)


def texts(message: str | tuple[str, ...] | list[str]) -> list[str]:
    return [message] if isinstance(message, str) else list(message)


def in_code() -> set[Key]:
    found = extract_from_dir(ROOT / "craftdesk", keywords=KEYWORDS)
    return {(context, texts(message)[0]) for _, _, message, _, context in found}


def blanks(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", text))


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_sentence_of_the_code_is_translated(language: str):
    said = {(one.context, texts(one.id)[0]) for one in catalogue(language) if one.id and all(texts(one.string))}
    assert sorted(text for _, text in in_code() - said) == []


def fits(message: Message) -> bool:
    """Same blanks; a form for one number, such as two, may leave the number out."""
    asked = blanks(texts(message.id)[-1])
    given = [blanks(text) for text in texts(message.string)]
    if message.pluralizable:
        return all(one <= asked for one in given) and asked in given
    return given == [asked]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_translation_has_the_blanks_of_the_sentence(language: str):
    assert [one.id for one in catalogue(language) if one.id and not fits(one)] == []


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_no_translation_is_a_guess(language: str):
    assert [one.id for one in catalogue(language) if one.id and one.fuzzy] == []


def test_french_keeps_its_double_punctuation_with_the_word_before():
    said = [text for one in catalogue("fr") if one.id for text in texts(one.string)]
    assert [text for text in said if re.search(r" [:;?!»%]|« |’", text)] == []


def test_numbers_with_hyphens_keep_their_order_among_arabic_letters():
    said = [text for one in catalogue("ar") if one.id for text in texts(one.string)]
    outside = [re.sub("[\u2066\u2068][^\u2069]*\u2069", "", text) for text in said]
    assert [text for text in outside if re.search(r"\d-\d", text)] == []
