"""The guesses for a name in the other script and for the sex."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base.names import same_name
from craftdesk.features.roster import guessing, reads, rules, writes
from craftdesk.features.roster.asking import Asked
from craftdesk.features.roster.guessing import Guess, Source
from craftdesk.features.roster.models import Sex


@pytest.fixture
def guess(office):
    def asked(**values):
        with office.reading() as session:
            return guessing.guesses(session, values)

    return asked


def test_the_spelling_of_this_office_comes_before_the_list_and_the_rules(add, guess):
    assert guess(given_ar="أحمد")["given_la"] == Guess("Ahmed", Source.LIST)
    for family in ("حداد", "حداد", "زيان"):
        add(family_ar=family, given_ar="أحمد", family_la="HEDDAD", given_la="Ahmad", sex=Sex.MALE)
    found = guess(family_ar="حدّاد", given_ar="احمد")
    assert found["family_la"] == Guess("HEDDAD", Source.OFFICE)
    assert found["given_la"] == Guess("Ahmad", Source.OFFICE)
    assert found["sex"] == Guess(Sex.MALE, Source.OFFICE)


def test_the_most_usual_of_several_spellings_is_taken(add, guess):
    for spelling in ("Haddad", "Heddad", "Haddad"):
        add(family_ar="حداد", given_ar="علي", family_la=spelling)
    assert guess(family_ar="حداد")["family_la"].value == "Haddad"
    assert guess(family_la="haddad")["family_ar"] == Guess("حداد", Source.OFFICE)


def test_who_merely_begins_alike_does_not_count(add, guess):
    add(family_ar="حداد بن علي", given_ar="سمير", family_la="Wrong")
    add(family_ar="علي", given_ar="حداد", family_la="Wrong", given_la="Wrong")
    assert guess(family_ar="حداد")["family_la"] == Guess("Haddad", Source.LIST)


def test_a_rare_name_is_guessed_by_its_sound(guess):
    found = guess(family_ar="زغلامي")["family_la"]
    assert found.source is Source.SOUND
    assert same_name(found.value, "زغلامي")


def test_an_office_that_writes_capitals_is_followed(add, guess):
    add(family_ar="علوي", given_ar="علي", family_la="ALOUI")
    assert guess(family_ar="زغلامي")["family_la"].value.isupper()


@pytest.mark.parametrize(
    ("name", "value", "other", "expected"),
    [
        ("given_ar", "محمد الأمين", "given_la", "Mohamed Lamine"),
        ("given_ar", "فاطمة الزهراء", "given_la", "Fatima Zohra"),
        ("family_ar", "بن عيسى", "family_la", "Benaissa"),
        ("family_la", "BENAISSA", "family_ar", "بن عيسى"),
        ("given_la", "Aicha", "given_ar", "عائشة"),
    ],
)
def test_names_of_several_parts(guess, name, value, other, expected):
    assert guess(**{name: value})[other].value == expected


@pytest.mark.parametrize(
    ("given_name", "sex"),
    [("سمير", "m"), ("فاطمة الزهراء", "f"), ("عبد الجليل", "m"), ("حمزة", "m"), ("أسامة", "m"), ("Nadia", "f")],
)
def test_the_given_name_tells_the_sex(guess, given_name, sex):
    name = "given_ar" if guessing.is_arabic(given_name) else "given_la"
    assert guess(**{name: given_name})["sex"].value == sex


def test_a_name_of_both_sexes_tells_none(add, guess):
    add(family_ar="علي", given_ar="نور", sex=Sex.MALE)
    add(family_ar="زيان", given_ar="نور", sex=Sex.FEMALE)
    found = guess(given_ar="نور").get("sex")
    assert found is None or found.source is Source.LIST


def test_what_is_entered_is_never_guessed(guess):
    whole = {"family_ar": "علي", "family_la": "Aly", "given_ar": "سمير", "given_la": "S.", "sex": Sex.FEMALE}
    assert guess(**whole) == {}


@given(st.text(max_size=20))
def test_letters_of_another_script_are_not_guessed_from(text):
    assert not guessing.is_arabic(text) or any("\u0600" <= letter <= "\u06ff" for letter in text)


def test_a_guess_that_nobody_confirmed_is_no_value_but_a_note_to_mend(office, add):
    with office.writing() as session:
        values = {"family_ar": "بوجلال", "given_ar": "سمير", "birth_year": 1966}
        key = writes.save_artisan(session, None, values, {"family_la": "Boudjellal", "sex": "m"})
    with office.reading() as session:
        found = reads.artisan(session, key)
        assert (found.family_la, found.sex) == (None, None)
        assert rules.guesses(found) == {"family_la": "Boudjellal", "sex": "m"}
        assert rules.mending(found)["sex"].endswith("ذكر")
        assert [row.key for row in reads.artisans(session, Asked("boudjellal"))] == [key]


def test_settling_a_guess_makes_it_the_value(office, add):
    with office.writing() as session:
        key = writes.save_artisan(session, None, {"family_ar": "زيان", "birth_year": 1966}, {"sex": "m"})
    with office.writing() as session:
        writes.settle(session, key, "sex")
    with office.reading() as session:
        found = reads.artisan(session, key)
        assert (found.sex, found.mend) == (Sex.MALE, None)


def test_a_guess_is_forgotten_when_its_field_is_filled_or_it_was_taken_away(office, add):
    guesses = {"family_la": "Ziane", "sex": "m"}
    with office.writing() as session:
        key = writes.save_artisan(session, None, {"family_ar": "زيان", "birth_year": 1966}, guesses)
    with office.writing() as session:
        writes.save_artisan(session, key, {"family_la": "Zayan"})
    with office.reading() as session:
        assert rules.guesses(reads.artisan(session, key)) == {"sex": "m"}
    with office.writing() as session:
        writes.save_artisan(session, key, {"remarks": "x"}, {})
    with office.reading() as session:
        assert reads.artisan(session, key).mend is None
