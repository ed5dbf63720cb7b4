"""Names written in the other script by their sound."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base.names import same_name, sound_keys
from craftdesk.base.transliteration import to_arabic, to_latin

ARABIC = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوية", min_size=2, max_size=9)
LATIN = st.text("abcdefghijklmnopqrstuvwyz", min_size=2, max_size=11)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("سمير", "Samir"),
        ("كريم", "Karim"),
        ("جميلة", "Djamila"),
        ("قاسم", "Kacem"),
        ("موسى", "Moussa"),
        ("عبد القادر", "Abdelkader"),
        ("عبد الرحمان", "Abderrahmane"),
        ("بن زيان", "Ben Ziane"),
        ("أولاد علي", "Ouled Ali"),
    ],
)
def test_usual_names_come_out_as_they_are_usual(arabic, latin):
    assert to_latin(arabic) == latin


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Boudjellal", "بوجلال"),
        ("Samir", "سمير"),
        ("KARIM", "كريم"),
        ("Hichem", "هشام"),
        ("Abderrahmane", "عبد الرحمان"),
        ("Nadia", "نادية"),
        ("Ouled Ali", "أولاد علي"),
    ],
)
def test_latin_names_come_out_in_arabic(latin, arabic):
    assert to_arabic(latin) == arabic


@given(ARABIC)
def test_whatever_is_written_in_arabic_becomes_latin_letters_alone(name):
    made = to_latin(name)
    assert re.fullmatch(r"[A-Za-z ]*", made)
    assert made == made.strip()


@given(LATIN)
def test_whatever_is_written_in_latin_becomes_arabic_letters_alone(name):
    assert re.fullmatch("[\u0621-\u064a ]*", to_arabic(name))


@given(st.text(max_size=30))
def test_anything_typed_is_borne(text):
    assert isinstance(to_latin(text), str)
    assert isinstance(to_arabic(text), str)


@given(st.sampled_from(["سمير", "كريم", "رشيد", "مراد", "جميلة", "قاسم", "بوجلال", "حداد", "زيان", "مزيان", "شلالي"]))
def test_what_was_guessed_sounds_like_what_was_typed(name):
    assert set(sound_keys(to_latin(name))) & set(sound_keys(name))
    assert same_name(to_latin(name), name)
