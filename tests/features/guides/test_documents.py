import re
import subprocess
import unicodedata
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from craftdesk.base.dates import on_day
from craftdesk.base.i18n import speaking
from craftdesk.base.numbers import without_marks
from craftdesk.features.guides import reads, writes
from craftdesk.features.guides.documents import tax_guides
from craftdesk.features.guides.rules import TaxCase, case_of
from craftdesk.features.guides.wording import guide_text
from craftdesk.features.roster.models import Metal, Sex, TaxRegime
from tests.features.guides.conftest import add_artisan

DAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _today():
    with on_day(DAY):
        yield


def matter_of(office, key):
    with office.reading() as session:
        return reads.matters(session, [key])[0]


def text_of(matter, language):
    with speaking(language):
        return without_marks(guide_text(matter)[0])


def with_case(matter, **changes):
    values = {name: getattr(matter.case, name) for name in TaxCase.__dataclass_fields__}
    return replace(matter, case=TaxCase(**(values | changes)))


def letters(text):
    """What is left when spaces, signs that a line break may swallow and marks are taken away."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if not letter.isspace() and unicodedata.category(letter) != "Cf")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", ["السيد **بوجلال سمير**", "إلى غاية 31 ديسمبر 2026", "إلى غاية 11 ديسمبر 2026", "20 جانفي 2027"]),
        ("fr", ["Monsieur **BOUDJELLAL Samir**", "31 décembre 2026", "11 décembre 2026", "20 janvier 2027"]),
    ],
)
def test_the_guide_names_the_artisan_and_counts_the_deadlines_from_the_start(office, jeweller, language, words):
    text = text_of(matter_of(office, jeweller), language)
    assert [word for word in words if word not in text] == []


def test_without_a_start_the_guide_names_delays_and_no_days(office, jeweller):
    text = text_of(with_case(matter_of(office, jeweller), started_on=None), "ar")
    assert "في أجل 30 يوما" in text
    assert "2027" not in text


@pytest.mark.parametrize(
    ("changes", "there", "gone"),
    [
        ({"metal": Metal.GOLD}, "للنظام الحقيقي", "للضريبة الجزافية الوحيدة**"),
        ({"commitment_signed_on": date(2025, 3, 1)}, "معفون من الضريبة", "للنظام الحقيقي"),
        ({"metal": Metal.NONE}, "للضريبة الجزافية الوحيدة**", "المعادن الثمينة"),
        ({"metal": Metal.SILVER}, "الرخصة المسبقة", "للنظام الحقيقي"),
        ({"activity_code": "1801004", "metal": Metal.NONE}, "(خدمات)", "دفتر الشروط"),
        ({"stated": TaxRegime.REAL}, "للنظام الحقيقي", "G n° 12"),
    ],
    ids=["gold", "exempt", "copper", "silver", "services", "real by choice"],
)
def test_the_text_follows_the_case(office, jeweller, changes, there, gone):
    text = text_of(with_case(matter_of(office, jeweller), **changes), "ar")
    assert there in text
    assert gone not in text


def test_what_is_not_confirmed_is_left_for_the_office_to_fill(office, jeweller):
    text = text_of(matter_of(office, jeweller), "ar")
    assert "حق الضمان: يُسأل عنه" in text
    assert "43.200" not in text


def test_a_figure_that_the_office_confirmed_is_printed_with_its_source(office, jeweller):
    with office.writing() as session:
        writes.save_figure(session, "guarantee_duty", "8000", date(2026, 6, 1), "مفتشية الضمان لباتنة")
    matter = matter_of(office, jeweller)
    with speaking("ar"):
        text, references = guide_text(matter)
    assert "8.000 دج للغرام" in without_marks(text).replace("\u00a0", " ")
    assert any("مفتشية الضمان لباتنة" in reference.line() for reference in references)


def test_every_number_in_brackets_leads_to_a_source_with_its_day(office, jeweller):
    with speaking("ar"):
        text, references = guide_text(matter_of(office, jeweller))
    assert {int(number) for number in re.findall(r"\[(\d+)\]", text)} == {each.number for each in references}
    assert all("معلومة بتاريخ" in each.line() for each in references)


def test_a_woman_and_a_person_of_unknown_sex_are_addressed_rightly(office):
    woman = add_artisan(office, sex=Sex.FEMALE, given_ar="ليلى")
    unknown = add_artisan(office, sex=None)
    assert "السيدة **بوجلال ليلى**" in text_of(matter_of(office, woman), "ar")
    assert "السيد(ة) **" in text_of(matter_of(office, unknown), "ar")


def test_a_given_guide_is_made_again_as_it_was_given(office, jeweller):
    with office.reading() as session:
        case = replace(case_of(reads.artisan(session, jeweller), DAY), metal=Metal.GOLD)
    with office.writing() as session:
        key = writes.give_guide(session, case, jeweller, "ar")
    first = text_of(matter_of(office, key), "ar")
    with on_day(date(2028, 5, 5)), office.writing() as session:
        session.entitle("Changed")
        reads.artisan(session, jeweller).started_on = date(2028, 1, 1)
        writes.save_figure(session, "ifu_minimum", "90000", date(2028, 1, 1), "LF 2028")
    with on_day(date(2028, 5, 5)):
        assert text_of(matter_of(office, key), "ar") == first


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_paper_reads_back_as_it_was_set(office, jeweller, language, tmp_path):
    matter = matter_of(office, jeweller)
    with speaking(language):
        pdf = tax_guides([matter], language).render()
        text = guide_text(matter)[0]
    path = tmp_path / "guide.pdf"
    path.write_bytes(pdf)
    poppler = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    pdfium = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))
    sentences = [re.sub(r"\*\*|^[->#\s\d.]+", "", line) for line in text.splitlines() if line and line[0] not in "|#"]
    for read in (poppler, pdfium):
        missing = [line for line in sentences if letters(line) not in letters(read)]
        assert [line for line in missing if len(line) < 100] == []
