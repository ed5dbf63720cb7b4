from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base.dates import on_day, today
from craftdesk.features.roster import checks, rules
from craftdesk.features.roster.models import Sex

NAMED = {"family_ar": "بوجلال", "given_ar": "سمير", "birth_date": date(1966, 2, 15)}


def test_a_nin_has_eighteen_digits_however_they_are_grouped_and_written():
    assert checks.nin("109660508015058762") is None
    assert checks.nin("10 966 0508 01505 87 62") is None
    assert checks.nin("١٠٩٦٦٠٥٠٨٠١٥٠٥٨٧٦٢") is None
    assert "17" in checks.nin("10966050801505876")
    assert checks.nin("10966050801505876A")


@given(st.text(alphabet="0123456789", min_size=18, max_size=18), st.sampled_from(["", " ", "-"]))
def test_any_grouping_of_a_nin_is_the_same_nin(digits, sign):
    assert checks.digits_of(sign.join(digits)) == digits
    assert checks.nin(sign.join(digits)) is None


@pytest.mark.parametrize("phone", ["0661241807", "0550 12 34 56", "07 70 12 34 56", "033 80 12 34", "+213661241807"])
def test_mobile_and_fixed_phones_pass(phone):
    assert checks.phone(phone) is None


@pytest.mark.parametrize("phone", ["066124180", "0461241807", "12", "لا يوجد"])
def test_what_is_no_phone_is_told(phone):
    assert checks.phone(phone)


def test_a_nif_has_fifteen_or_twenty_digits():
    assert checks.nif("408 020 000 150 039") is None
    assert checks.nif("00021600180833713010") is None
    assert checks.nif("4080200001500")


def test_a_birth_is_neither_to_come_nor_impossibly_old():
    assert checks.birth_day(date(1966, 2, 15)) is None
    assert checks.birth_day(today() + timedelta(1))
    assert checks.birth_year(today().year - 130)


@pytest.mark.parametrize("number", ["05/2012/18906", "٠٥/٢٠١٢/١٨٩٠٦", "A-12.7", "18906"])
def test_a_register_number_may_have_any_pattern_with_digits(number):
    assert checks.register_no(number) is None


def test_words_are_no_register_number():
    assert checks.register_no("في انتظار")


def test_a_nin_that_contradicts_the_sex_is_doubtful_and_no_more():
    values = {**NAMED, "nin": "109660508015058762", "sex": Sex.FEMALE}
    assert rules.doubts(values)["nin"][1] == {"digit": "1"}
    assert rules.doubts({**values, "sex": Sex.MALE}) == {}
    assert rules.faults(values) == {}


def test_a_nin_that_speaks_of_another_year_is_doubtful():
    values = {**NAMED, "nin": "100050508015058762", "sex": Sex.MALE}
    message, details = rules.doubts(values)["nin"]
    assert details == {"told": 2005, "year": 1966}
    assert "2005" in rules.said((message, details))


def test_a_presumed_year_is_held_against_the_nin_too():
    assert "nin" in rules.doubts({"birth_year": 1973, "nin": "109660508015058762"})
    assert rules.doubts({"birth_year": 1966, "nin": "109660508015058762"}) == {}


def test_days_out_of_order_are_doubtful_at_the_later_one():
    values = {**NAMED, "card_issued_on": date(2024, 5, 1), "card_until": date(2023, 5, 1)}
    assert list(rules.doubts(values)) == ["card_until"]
    assert "registered_on" in rules.doubts({**NAMED, "registered_on": date(1960, 1, 1)})


def test_a_whole_record_has_nothing_to_mend():
    assert rules.to_mend({**NAMED, "nin": "109660508015058762", "phone": "0661241807"}) == {}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"family_ar": None, "given_ar": None}, "family_ar"),
        ({"given_ar": "س?ير"}, "given_ar"),
        ({"birth_date": None}, "birth_date"),
        ({"nin": "1096605080"}, "nin"),
        ({"phone": "0661"}, "phone"),
        ({"nif": "123"}, "nif"),
    ],
)
def test_what_is_missing_or_cannot_be_right_is_to_be_mended(change, field):
    assert list(rules.to_mend({**NAMED, **change})) == [field]


def test_a_missing_nin_is_nothing_to_mend():
    assert rules.to_mend({**NAMED, "nin": None}) == {}


def test_a_presumed_year_is_a_birth():
    assert rules.to_mend({**NAMED, "birth_date": None, "birth_year": 1966}) == {}


def test_a_card_runs_out_within_thirty_days():
    with on_day(date(2026, 11, 23)):
        assert rules.runs_out(date(2026, 12, 23))
        assert not rules.runs_out(date(2026, 12, 24))
        assert not rules.runs_out(None)
        assert rules.has_run_out(date(2026, 11, 22))
        assert not rules.has_run_out(date(2026, 11, 23))
