"""The papers of the roster, read back from their files."""

import io
import re
import unicodedata
from datetime import date

import pypdfium2
import pytest
from PIL import Image

from craftdesk.base.dates import on_day
from craftdesk.base.numbers import without_marks
from craftdesk.desk.papers import rendered
from craftdesk.features.roster import narrowing, writes
from craftdesk.features.roster.feature import FEATURE
from craftdesk.features.roster.finding import Asked, Filters
from craftdesk.features.roster.models import Sex, Status

DAY = date(2026, 11, 23)
PAPERS = {paper.name: paper for paper in FEATURE.papers}
NIN = "109660508015058762"


@pytest.fixture(autouse=True)
def _today():
    with on_day(DAY):
        yield


@pytest.fixture
def samir(add, activity, commune):
    return add(
        family_ar="بوجلال", given_ar="سمير", family_la="BOUDJELLAL", given_la="Samir", birth_date=date(1966, 2, 15),
        nin=NIN, sex=Sex.MALE, register_no="05/2012/18906", phone="0661241807", remarks="يحضر صورة",
        activity_id=activity("0301001"), home_commune_id=commune("تيمقاد"), card_until=date(2027, 2, 12),
        registered_on=date(2012, 3, 4), home_address="حي 500 مسكن", workers=2,
    )  # fmt: skip


def pages(office, name, keys=(), language="ar"):
    """The text of each page, its spaces and marks left out."""
    with office.reading() as session:
        file = rendered(session, PAPERS[name], keys, language)
    document = pypdfium2.PdfDocument(io.BytesIO(file))
    return [plain(page.get_textpage().get_text_range()) for page in document]


def plain(text):
    text = unicodedata.normalize("NFKC", without_marks(text)).replace("\ufffe", "").replace("\u0640", "")
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_sheet_holds_all_that_the_office_knows(office, samir, language):
    page = "".join(pages(office, "artisan-sheet", [samir], language))
    every = (
        "بوجلال سمير",
        "BOUDJELLAL Samir",
        NIN,
        "05/2012/18906",
        "0661 24 18 07",
        "حي 500 مسكن",
        "يحضر صورة",
        "18-07",
    )
    for text in every:
        assert plain(text) in page, text
    assert plain("15 فيفري 1966" if language == "ar" else "15 février 1966") in page


def test_the_sheet_shows_the_steps_of_the_registration(office, samir):
    with office.writing() as session:
        writes.change_status(session, samir, Status.STRUCK_OFF, DAY, "بطلب من المعني", "قرار 12")
    page = "".join(pages(office, "artisan-sheet", [samir]))
    for text in ("مشطوب", "بطلب من المعني", "قرار 12", "4 مارس 2012"):
        assert plain(text) in page


def test_the_sheet_of_somebody_of_whom_little_is_known_is_a_page_too(office, add):
    (page,) = pages(office, "artisan-sheet", [add(family_la="BOUDJELLAL")])
    assert "BOUDJELLAL" in page


def test_a_presumed_birth_is_said_to_be_presumed(office, add):
    (page,) = pages(office, "artisan-sheet", [add(family_ar="بوجلال", birth_year=1966)])
    assert "مفترض" in page
    assert "1966" in page


def test_the_photo_stands_on_the_sheet(office, samir):
    made = io.BytesIO()
    Image.new("RGB", (400, 500), "teal").save(made, "JPEG")
    with office.writing() as session:
        writes.save_photo(session, samir, made.getvalue())
    with office.reading() as session:
        with_photo = rendered(session, PAPERS["artisan-sheet"], [samir], "ar")
    assert b"/Image" in with_photo


def test_each_person_has_a_sheet_of_their_own(office, samir, add):
    other = add(family_ar="قاسم", given_ar="علي", birth_year=1970)
    both = pages(office, "artisan-sheet", [samir, other])
    assert plain("قاسم علي") in both[-1]
    assert plain("الصفحة 1 من 1") in both[-1]
    assert plain("قاسم علي") not in "".join(both[:-1])


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_list_shows_no_national_id(office, samir, language):
    (page,) = pages(office, "roster-list", (), language)
    assert plain("بوجلال سمير") in page
    assert "18906" in page
    assert NIN not in page
    assert NIN[-4:] not in page


def test_the_list_is_narrowed_and_says_how(office, samir, add):
    add(family_ar="قاسم", given_ar="علي", birth_year=1970, status=Status.REQUESTED)
    asked = narrowing.dumped(Asked(filters=Filters(status=Status.REQUESTED)))
    (page,) = pages(office, "roster-list", [asked])
    assert plain("قاسم علي") in page
    assert plain("بوجلال") not in page
    assert plain("طلب") in page


def test_a_list_of_chosen_people_holds_these_alone(office, samir, add):
    other = add(family_ar="قاسم", given_ar="علي", birth_year=1970)
    (page,) = pages(office, "roster-list", [other])
    assert plain("بوجلال") not in page


def test_a_long_list_repeats_its_header_and_counts_its_pages(office, add):
    for number in range(60):
        add(
            family_ar=f"قاسم{'بتثجحخدذرز'[number % 10]}", given_ar="علي", birth_year=1970, register_no=f"05/{number:03}"
        )
    found = pages(office, "roster-list")
    assert len(found) > 2
    for number, page in enumerate(found, 1):
        assert plain("رقم السجل") in page
        assert plain(f"صفحة {number} من {len(found)}") in page
    assert sum(page.count("05/0") for page in found) == 60


def test_an_empty_list_says_that_nobody_is_there(office, samir):
    women = narrowing.dumped(Asked(filters=Filters(sex=Sex.FEMALE)))
    (page,) = pages(office, "roster-list", [women])
    assert plain("لا أحد يطابق هذا البحث.") in page
    assert plain("أنثى") in page
    with office.writing() as session:
        writes.delete_artisans(session, [samir])
    (page,) = pages(office, "roster-list")
    assert plain("لا يوجد حرفيون بعد.") in page
