"""Who may be one person, how sure that is, and why."""

from typing import Any

import pytest

from craftdesk.base.names import name_key
from craftdesk.features.twins.rules import Level, Likeness, Person, Reason, likeness

NIN, NEAR_NIN, OTHER_NIN = "109760500012345678", "109760500012345687", "109760501198765432"
SAMIR = {"family_ar": "بوجلال", "given_ar": "سمير"}
LATIN = {"family_la": "Bou Djellal", "given_la": "Samir"}
OMAR, AMMAR = ({"family_ar": "بوجلال", "given_ar": given} for given in ("عمر", "عمار"))
BORN = {"born": "1976-04-12"}
HOME = {"commune": "0501"}
PHONE = {"phone": "0661241807"}


def person(**values: str) -> Person:
    found = dict.fromkeys(Person._fields, "") | values
    found["key_ar"] = name_key(found["family_ar"], found["given_ar"])
    found["key_la"] = name_key(found["family_la"], found["given_la"])
    return Person(**found)


def compared(one: dict[str, Any], other: dict[str, Any]) -> Likeness | None:
    found = likeness(person(**one), person(**other))
    assert found == likeness(person(**other), person(**one))
    return found


def level(one: dict[str, Any], other: dict[str, Any]) -> Level | None:
    found = compared(one, other)
    return found.level if found else None


def test_the_same_number_is_the_same_person_however_the_name_is_written():
    found = compared({**SAMIR, "nin": NIN}, {**LATIN, "nin": NIN})
    assert (found.level, found.reasons[0]) == (Level.CERTAIN, Reason.SAME_NIN)


def test_the_same_number_under_another_name_is_looked_at_but_never_certain():
    other = {"family_ar": "حراث", "given_ar": "عمر", "nin": NIN}
    assert level({**SAMIR, **BORN, "nin": NIN}, {**other, **BORN}) is Level.LIKELY
    assert level({**SAMIR, "born": "1976-04-12", "nin": NIN}, {**other, "born": "1990-01-02"}) is Level.LIKELY


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param({**SAMIR, **BORN}, {**SAMIR, **BORN}, Level.CERTAIN, id="same name and day"),
        pytest.param({**SAMIR, **BORN}, {**LATIN, **BORN}, Level.LIKELY, id="across scripts, same day"),
        pytest.param({**SAMIR, **BORN, **HOME}, {**LATIN, **BORN, **HOME}, Level.CERTAIN, id="and at home together"),
        pytest.param({**SAMIR, **BORN, **HOME}, {**SAMIR, "year": "1976", **HOME}, Level.LIKELY, id="year presumed"),
        pytest.param({**SAMIR, **BORN, **HOME}, {**LATIN, "year": "1976", **HOME}, Level.LIKELY, id="sound and year"),
        pytest.param({**OMAR, **BORN, **HOME}, {**AMMAR, "year": "1976", **HOME}, Level.POSSIBLE, id="sound alone"),
        pytest.param({**SAMIR, **BORN}, {**SAMIR, "born": "1976-12-04"}, Level.LIKELY, id="day and month swapped"),
        pytest.param({**SAMIR, **BORN}, {**SAMIR, "born": "1976-04-13"}, Level.LIKELY, id="a digit mistyped"),
        pytest.param({**SAMIR, **PHONE}, {**SAMIR, **BORN, **PHONE}, Level.LIKELY, id="same phone, no birth"),
        pytest.param({**SAMIR, **HOME}, {**SAMIR, **BORN, **HOME}, Level.POSSIBLE, id="same commune, no birth"),
        pytest.param({**SAMIR, **HOME}, {**SAMIR, **BORN}, None, id="a name alone is nobody's"),
        pytest.param({**SAMIR, **BORN}, {**SAMIR, "born": "1980-04-12"}, None, id="a namesake of another year"),
        pytest.param({**SAMIR, **BORN, "nin": NIN}, {**SAMIR, **BORN, "nin": OTHER_NIN}, None, id="other numbers"),
        pytest.param({**SAMIR, **BORN, "nin": NIN}, {**SAMIR, "nin": NEAR_NIN}, Level.LIKELY, id="a number mistyped"),
        pytest.param({**SAMIR, **BORN, "sex": "m"}, {**SAMIR, **BORN, "sex": "f"}, Level.POSSIBLE, id="other sex"),
        pytest.param({**SAMIR, "nif": "1" * 15}, {**LATIN, "nif": "1" * 15}, Level.CERTAIN, id="same tax number"),
    ],
)
def test_how_sure_it_is(one, other, expected):
    assert level(one, other) is expected


TWIN_BROTHERS = [("حسن", "حسين"), ("أحمد", "محمد"), ("سمير", "سميرة"), ("عمر", "عمار")]


@pytest.mark.parametrize(("one", "other"), TWIN_BROTHERS)
def test_twins_by_birth_are_never_certain(one, other):
    """Born on one day, living under one roof, with one phone."""
    together = {"family_ar": "بوجلال", **BORN, **HOME, **PHONE}
    found = level({**together, "given_ar": one}, {**together, "given_ar": other})
    assert found is None or found < Level.CERTAIN


def test_sister_and_brother_who_share_a_phone_are_two():
    together = {"family_ar": "بوجلال", **HOME, **PHONE}
    one = {**together, "given_ar": "سمير", "sex": "m", "born": "1976-04-12"}
    assert level(one, {**together, "given_ar": "نوال", "sex": "f", "born": "1980-02-01"}) is None


def test_same_phone_and_family_name_are_told_where_nothing_speaks_against_it():
    found = compared(
        {"family_ar": "بوجلال", "given_ar": "سمير", **PHONE}, {"family_la": "Boudjellal", "other_phone": PHONE["phone"]}
    )
    assert found.level is Level.POSSIBLE
    assert {Reason.SAME_FAMILY, Reason.SAME_PHONE} <= set(found.reasons)


def test_a_letter_mistyped_in_one_name_is_possible_at_most():
    found = compared({**SAMIR, **BORN}, {"family_ar": "بوجلال", "given_ar": "سميرر", **BORN})
    assert (found.level, Reason.NEAR_NAME in found.reasons) == (Level.POSSIBLE, True)


def test_nobody_is_like_somebody_of_whom_nothing_is_known():
    assert compared({}, {}) is None
    assert compared(SAMIR, {}) is None
