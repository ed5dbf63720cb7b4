"""Texts with fields, forms by sex and parts that are left out."""

import pytest

from craftdesk.base.i18n import use_language
from craftdesk.pdf.template.speech import runs_in
from craftdesk.pdf.template.words import Broken, names_in, parsed, said

VALUES = {"name": "بوزيد", "day": "12 مارس 1985", "place": "", "partner": ""}


def text_of(text: str, sex: str | None = None, **values: str) -> str:
    return said(parsed(text), VALUES | values, sex)


@pytest.mark.parametrize(("sex", "form"), [("m", "شارك"), ("f", "شاركت"), (None, "شارك(ت)")])
def test_words_follow_the_sex_of_the_person(sex, form):
    assert text_of("قد [شارك|شاركت|شارك(ت)] في {day}", sex) == f"قد {form} في 12 مارس 1985"


def test_a_part_in_brackets_is_left_out_where_its_field_is_empty():
    assert text_of("{name}[ بـ {place}]") == "بوزيد"
    assert text_of("{name}[ بـ {place}]", place="أريس") == "بوزيد بـ أريس"


def test_a_line_goes_where_a_field_outside_of_brackets_is_empty_and_the_others_stay():
    assert text_of("أول\nبالتعاون مع {partner}\nآخر") == "أول\nآخر"
    assert text_of("[{partner}]\nآخر") == "آخر"


def test_an_empty_line_that_was_written_stays():
    assert text_of("أول\n\nآخر") == "أول\n\nآخر"


def test_a_form_by_sex_may_stand_inside_a_part_and_hold_fields():
    text = "[[ولد|ولدت|ولد(ت)] في {place}][{name}|السيدة {name}|{day}]"
    assert text_of(text, "f") == "السيدة بوزيد"
    assert text_of(text, "m", place="أريس") == "ولد في أريسبوزيد"
    assert names_in(parsed(text)) == ("place", "name", "day")


def test_a_backslash_lets_brackets_stand_for_themselves():
    assert text_of(r"\[أ\] \{ب\} \| \\") == r"[أ] {ب} | " + "\\"


def test_a_bar_outside_of_brackets_is_a_bar():
    assert text_of("أ | ب") == "أ | ب"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{name", "never closed"),
        ("{Name!}", "no name of a field"),
        ("{}", "no name of a field"),
        ("[شارك|شاركت", "never closed"),
        ("[شارك|شاركت]", "Three forms"),
        ("[شارك]", "holds no field"),
        ("شارك]", "without its beginning"),
        ("name}", "without its beginning"),
        ("[سطر\nآخر {name}]", "never closed"),
    ],
)
def test_broken_texts_are_told(text, told):
    use_language("en")
    with pytest.raises(Broken, match=told):
        parsed(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("«سلام»", "ar"),
        ("(ONUDI)", "fr"),
        ("12 مارس", "ar"),
        ("2026/0045", "ar"),
        ("« École »", "fr"),
        ("\u2068BOUZID\u2069", "fr"),
    ],
)
def test_a_text_runs_in_the_direction_of_its_first_letter(text, language):
    assert runs_in(text, "ar") == language
