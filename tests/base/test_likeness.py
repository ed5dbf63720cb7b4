"""How alike two spellings are: the likelier one stands first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base.likeness import likeness, spelt

LETTERS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةabcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12)


def alike(one: str, other: str) -> float:
    return likeness(spelt(one)[0], spelt(other)[0])


@pytest.mark.parametrize(
    ("typed", "right", "wrong"),
    [
        ("Hocine", "حسين", "حسن"),
        ("Hassan", "حسن", "حسين"),
        ("Boudjelal", "بوجلال", "بوجلول"),
        ("Boujlal", "BOUDJELLAL", "BOUDJEMAA"),
        ("محمود", "Mahmoud", "Mohamed"),
        ("Aicha", "عائشة", "عياش"),
        ("Gherbi", "غربي", "قربي"),
        ("Fatma", "فاطمة", "فطيمة"),
        ("سعيدي", "SAIDI", "SADI"),
    ],
)
def test_the_likelier_of_two_that_sound_alike_stands_first(typed, right, wrong):
    assert alike(typed, right) > alike(typed, wrong)


@given(LETTERS, LETTERS)
def test_likeness_is_the_same_from_either_side_and_lies_between_0_and_1(one, other):
    for a in spelt(one):
        assert likeness(a, a) == 1.0
        for b in spelt(other):
            assert 0.0 <= likeness(a, b) <= 1.0
            assert likeness(a, b) == likeness(b, a)
