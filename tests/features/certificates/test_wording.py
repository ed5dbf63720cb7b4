"""The sentences of a certificate follow the person's sex, what was held, and what is known."""

from dataclasses import replace
from datetime import date

import pytest

from craftdesk.base.numbers import without_marks
from craftdesk.features.certificates.rules import from_json, to_json
from tests.features.certificates.papers import A_MAN, CONTENT, SOMEBODY, says


def plain(content, language="ar"):
    """Every sentence by its name, without marks of direction, with all spaces alike."""
    found = says(content, language)
    return {name: " ".join(without_marks(text).split()) for name, text in found.items()}


def test_a_woman_is_spoken_of_as_a_woman():
    found = plain(CONTENT)
    assert found["opening"] == "يشهد مدير غرفة الصناعة التقليدية والحرف لولاية باتنة أن السيدة:"
    assert found["born"] == "المولودة بتاريخ 12 مارس 1985 بأريس"
    assert found["took_part"] == "قد تابعت الدورة التكوينية حول:"
    assert found["closing"] == "سلمت هذه الشهادة للمعنية بالأمر لاستعمالها في حدود ما يسمح به القانون."


def test_a_man_is_spoken_of_as_a_man():
    found = plain(A_MAN)
    assert found["opening"].endswith("أن السيد:")
    assert found["born"] == "المولود بتاريخ 12 مارس 1985 بأريس"
    assert found["took_part"] == "قد تابع الدورة التكوينية حول:"
    assert "للمعني بالأمر" in found["closing"]


def test_both_forms_stand_where_the_sex_is_not_known():
    found = plain(SOMEBODY)
    assert found["opening"].endswith("أن السيد(ة):")
    assert found["born"].startswith("المولود(ة) بتاريخ")
    assert found["took_part"].startswith("قد تابع(ت)")
    assert "للمعني(ة) بالأمر" in found["closing"]


@pytest.mark.parametrize(
    ("sex", "person", "born", "closing"),
    [
        ("m", "Monsieur :", "né le 12 mars 1985", "l'intéressé pour"),
        ("f", "Madame :", "née le 12 mars 1985", "l'intéressée pour"),
        (None, "M. / Mme :", "né(e) le 12 mars 1985", "l'intéressé(e) pour"),
    ],
)
def test_french_follows_the_sex_too(sex, person, born, closing):
    found = plain(replace(CONTENT, sex=sex), "fr")
    chamber = "la Chambre de l'artisanat et des métiers de la wilaya de Batna"
    assert found["opening"] == f"Le directeur de {chamber}, soussigné, atteste que {person}"
    assert found["born"] == f"{born} à أريس"
    assert closing in found["closing"]


@pytest.mark.parametrize(
    ("course", "kind", "words", "held"),
    [
        ("course", "training", "قد تابعت الدورة التكوينية حول:", "المنعقدة"),
        ("course", "participation", "قد شاركت في الدورة التكوينية حول:", "المنعقدة"),
        ("awareness day", "participation", "قد شاركت في اليوم التحسيسي حول:", "المنعقد"),
        ("meeting", "participation", "قد شاركت في اللقاء حول:", "المنعقد"),
    ],
)
def test_the_sentence_says_what_was_held_and_how_one_took_part(course, kind, words, held):
    found = plain(replace(CONTENT, course_kind=course, kind=kind))
    assert found["took_part"] == words
    assert found["held"].split()[0] == held


def test_the_title_is_that_of_the_kind():
    assert plain(CONTENT)["title"] == "شهادة تكوين"
    assert plain(replace(CONTENT, kind="participation"))["title"] == "شهادة مشاركة"
    assert plain(CONTENT, "fr")["title"] == "Attestation de formation"


def test_place_days_and_length_are_written_as_offices_do():
    long = "المنعقدة بدار الصناعة التقليدية باتنة من 14 إلى 16 نوفمبر 2026، لمدة ثلاثة (03) أيام (18 ساعة)"
    assert plain(CONTENT)["held"] == long
    two = replace(CONTENT, days=2, last_day=date(2026, 11, 15), hours=None, place_ar="", place_fr="")
    assert plain(two)["held"] == "المنعقدة يومي 14 و15 نوفمبر 2026، لمدة يومين (02)"
    assert plain(CONTENT, "fr")["held"] == (
        "tenue du 14 au 16 novembre 2026 — lieu : Maison de l'artisanat de Batna — durée : trois (03) jours, 18 heures"
    )


def test_a_place_in_latin_letters_keeps_its_letters_apart_from_the_arabic_particle():
    assert "بـ Hôtel Chelia" in plain(replace(CONTENT, place_ar="Hôtel Chelia"))["held"]


def test_a_presumed_birth_is_told_as_presumed():
    presumed = replace(CONTENT, birth_date=None, birth_year=1973)
    assert plain(presumed)["born"] == "المولودة خلال سنة 1973 (تاريخ مفترض) بأريس"
    assert plain(presumed, "fr")["born"] == "née présumée en 1973 à أريس"


def test_what_is_not_known_is_left_out():
    bare = replace(
        CONTENT,
        birth_date=None,
        birth_place="",
        partner_ar="",
        partner_fr="",
        trainers_ar="",
        trainers_fr="",
        hours=None,
    )
    found = plain(bare)
    assert (found["born"], found["partner"], found["trained_by"], found["trainers"]) == ("", "", "", "")
    assert found["held"].endswith("لمدة ثلاثة (03) أيام")


def test_the_partner_is_named_in_the_language_of_the_paper():
    assert "بالتعاون مع منظمة الأمم المتحدة للتنمية الصناعية (اليونيدو)" in plain(CONTENT)["partner"]
    assert plain(CONTENT, "fr")["partner"].endswith(
        "Organisation des Nations unies pour le développement industriel (ONUDI)"
    )
    assert not runs_otherwise_anywhere(plain(CONTENT, "fr"))


def runs_otherwise_anywhere(found):
    return [name for name in ("partner", "partner_apart") if any(letter >= "\u0600" for letter in found[name])]


def test_a_partner_known_in_the_other_script_alone_keeps_its_direction_inside_the_sentence():
    arabic = replace(CONTENT, partner_ar="", partner_fr="ONUDI")
    french = replace(CONTENT, partner_ar="اليونيدو", partner_fr="")
    assert says(arabic, "ar")["partner"] == "بالتعاون مع \u2068ONUDI\u2069"
    assert says(french, "fr")["partner"] == "en partenariat avec\u00a0: \u2068اليونيدو\u2069"


def test_a_name_known_in_one_script_alone_stands_alone():
    assert plain(replace(CONTENT, name_ar=""))["name"] == "BOUZID Fatima Zohra"
    assert plain(replace(CONTENT, name_ar=""))["other_name"] == ""
    assert plain(CONTENT)["other_name"] == "BOUZID Fatima Zohra"
    assert plain(CONTENT, "fr")["other_name"] == "بوزيد فاطمة الزهراء"


def test_a_letterhead_that_is_not_in_capitals_is_taken_as_it_is():
    found = plain(replace(CONTENT, chamber_fr="Chambre de l'artisanat d'Alger"), "fr")
    assert "Le directeur de la Chambre de l'artisanat d'Alger, soussigné" in found["opening"]


def test_the_day_and_place_of_issue_stand_above_the_director():
    assert plain(CONTENT)["made"] == "حررت بباتنة في: 23 نوفمبر 2026"
    assert plain(replace(CONTENT, issued_on=date(2026, 12, 1)), "fr")["made"] == "Fait à Batna, le 1er décembre 2026"


def test_the_frozen_content_comes_back_as_it_was_written():
    assert from_json(to_json(CONTENT)) == CONTENT


def test_an_older_content_without_a_field_of_today_is_read_with_it_empty():
    written = to_json(CONTENT)
    del written["trainers_ar"], written["trainers_fr"], written["hours"]
    found = from_json(written)
    assert (found.trainers_ar, found.trainers_fr, found.hours) == ("", "", None)
    assert plain(found)["trained_by"] == ""
