import pytest

from craftdesk.base.i18n import speaking
from craftdesk.features.office.place_names import in_script


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("أريس", "fr", "Arris"),
        ("اريس", "fr", "Arris"),
        ("BATNA", "ar", "باتنة"),
        ("باتنه", "ar", "باتنه"),
        ("Lyon", "ar", "Lyon"),
        ("", "fr", ""),
    ],
)
def test_a_commune_is_named_in_the_letters_of_the_paper(typed, code, said):
    assert in_script(typed, code) == said
    with speaking(code):
        assert in_script(typed) == said


def test_two_communes_of_one_name_stay_as_they_are_typed():
    assert in_script("سيدي عبد الرحمان", "fr") == "سيدي عبد الرحمان"
