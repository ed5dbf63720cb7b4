from datetime import date

import pytest

from craftdesk.features.guides.rules import (
    FIGURES,
    Figure,
    TaxCase,
    figures_on,
    first_final_return,
    guessed_metal,
    supplied_figures,
    within,
)
from craftdesk.features.roster.models import Metal, TaxRegime

DAY = date(2026, 11, 23)
SIGNED = date(2025, 3, 1)


def case(code="0301001", metal=Metal.SILVER, signed=None, stated=None):
    return TaxCase(DAY, code, metal, None, signed, stated)


def test_gold_is_out_of_the_flat_tax_even_for_a_traditional_jeweller_who_signed():
    assert case(metal=Metal.GOLD, signed=SIGNED).regime is TaxRegime.REAL


def test_silver_of_the_traditional_domain_is_exempt_once_the_terms_are_signed():
    assert case().regime is TaxRegime.FLAT
    assert case(signed=SIGNED).regime is TaxRegime.EXEMPT


def test_a_jeweller_registered_in_production_is_not_exempt_by_signing():
    assert case(code="1601001", signed=SIGNED).regime is TaxRegime.FLAT


def test_who_chose_the_real_regime_keeps_it():
    assert case(stated=TaxRegime.REAL).regime is TaxRegime.REAL


@pytest.mark.parametrize(
    ("code", "services"), [("1801004", True), ("2301001", True), ("0301001", False), (None, False)]
)
def test_the_rate_of_services_follows_the_registered_code(code, services):
    assert case(code=code).services is services


@pytest.mark.parametrize(
    ("name", "metal"),
    [
        ("صناعة الحلي التقليدية من الفضة", Metal.SILVER),
        ("صناعة الحلي التقليدية من الذهب", Metal.GOLD),
        ("صناعة النحاس التقليدي", Metal.NONE),
        ("صناعة الحلي", None),
    ],
)
def test_the_metal_is_read_from_the_activity_or_asked(name, metal):
    assert guessed_metal("0301001", name) is metal


def test_deadlines_run_from_the_start():
    assert within(date(2026, 12, 1), "30") == date(2026, 12, 31)
    assert within(None, "30") is None
    assert first_final_return(date(2026, 12, 1), "20-01") == date(2027, 1, 20)


def test_every_figure_comes_with_a_source_and_every_kind_has_one():
    assert {figure.key for figure in supplied_figures()} == set(FIGURES)
    assert all(figure.source for figure in supplied_figures())


def test_what_no_source_confirms_is_not_known():
    known = {figure.key: figure.known for figure in supplied_figures()}
    assert [known[key] for key in ("exempt_minimum", "guarantee_duty", "casnos_floor", "ifu_minimum")] == [
        False,
        False,
        False,
        True,
    ]


def test_the_offices_own_figure_holds_from_its_day_and_not_before():
    own = [Figure("ifu_minimum", "40000", date(2027, 1, 1), "LF 2027", known=True, own=True)]
    assert figures_on(date(2026, 12, 31), own)["ifu_minimum"].value == "30000"
    assert figures_on(date(2027, 1, 1), own)["ifu_minimum"].value == "40000"
