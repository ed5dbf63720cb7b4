"""The papers of training, read back from the PDF."""

import re
import subprocess
from datetime import date

import pytest

from craftdesk.base.i18n import speaking
from craftdesk.base.names import fold
from craftdesk.base.numbers import without_marks
from craftdesk.features.office import reads as office_reads
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training import reads
from craftdesk.features.training.documents import attendance as documents
from craftdesk.features.training.feature import FEATURE
from craftdesk.features.training.models import Part
from craftdesk.features.training.rules import Sheet
from craftdesk.features.training.writes import people
from tests.features.training.conftest import make_session

PAPERS = {paper.name: paper for paper in FEATURE.papers}
TRAINER = {"own_name_ar": "قاسمي الطاهر", "own_name_la": "Gasmi Tahar"}


def printed(office, tmp_path, name: str, key: str, language: str) -> list[str]:
    """The pages of a paper as pdftotext reads them, spaces made one."""
    paper = PAPERS[name]
    with speaking(language), office.reading() as session:
        file = tmp_path / f"{name}-{language}.pdf"
        file.write_bytes(paper.lay_out(paper.ask(session, [key]), language).render())
    assert subprocess.run(["qpdf", "--check", file], capture_output=True, check=False).returncode == 0
    read = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    assert read.stderr == b""
    pages = read.stdout.decode().split("\f")[:-1]
    return [re.sub(r"\s+", " ", without_marks(page)) for page in pages]


@pytest.fixture
def taught(office, course) -> str:
    with office.writing() as session:
        people.add_outside_trainer(session, course, TRAINER)
    return course


def test_the_arabic_sheet_names_course_days_place_trainer_and_everybody(office, taught, tmp_path):
    pages = printed(office, tmp_path, "attendance-sheet", taught, "ar")
    whole = " ".join(pages)
    for words in (
        "الجمهورية الجزائرية الديمقراطية الشعبية",
        "ورقة الحضور",
        "التصميم والرسم في الحلي التقليدي",
        "من 14 إلى 16 نوفمبر 2026",
        "ثلاثة (03) أيام",
        "دار الصناعة التقليدية باتنة",
        "قاسمي الطاهر",
        "السبت 14 نوفمبر",
        "الاثنين 16 نوفمبر",
        "عن الغرفة: الاسم والإمضاء والختم",
    ):
        assert words in whole, words
    with office.reading() as session:
        for each in reads.sheet(session, taught).participants:
            assert each.name_ar in whole


def test_each_page_has_its_number_and_the_headings_again(office, taught, tmp_path):
    pages = printed(office, tmp_path, "attendance-sheet", taught, "ar")
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        assert f"صفحة {number} من 2" in page
        assert page.count("صباحا") == 3
        assert page.count("مساء") == 3


def test_the_french_sheet_says_all_in_french(office, taught, tmp_path):
    whole = " ".join(printed(office, tmp_path, "attendance-sheet", taught, "fr"))
    for words in (
        "CHAMBRE DE L'ARTISANAT ET DES MÉTIERS",
        "Feuille d'émargement",
        "Design et dessin dans le bijou traditionnel",
        "du 14 au 16 novembre 2026",
        "Gasmi Tahar",
        "Après-midi",
        "Page 1 sur 2",
        "Bennadir Chahine",
    ):
        assert words in whole, words
    assert "بن نادر" not in whole


def test_a_national_number_shows_only_its_end_and_only_without_a_card(office, taught, tmp_path):
    with office.writing() as session:
        session.entitle("Card lost")
        person = session.query(Artisan).filter_by(card_no="05/00003").one()
        person.card_no = None
        nin = person.nin
    whole = " ".join(printed(office, tmp_path, "attendance-sheet", taught, "ar"))
    assert nin[-4:] in whole
    assert nin[:-4] not in whole
    assert "05/00004" in whole


def test_twenty_half_days_are_spread_over_pages_that_repeat_the_names(office, tmp_path):
    key = make_session(office, 12, days=10)
    pages = printed(office, tmp_path, "attendance-sheet", key, "ar")
    whole = " ".join(pages)
    with office.reading() as session:
        sheet = reads.sheet(session, key)
        first = sheet.participants[0].name_ar
    assert [len(each) for each in documents.spread(sheet.half_days)] == [4, 6, 6, 4]
    assert whole.count("الجزء: ") == 4
    assert whole.count("صباحا") >= 10
    assert whole.count(first) >= 4


@pytest.mark.parametrize(("halves", "expected"), [(0, [0]), (1, [1]), (2, [2]), (6, [6]), (8, [4, 4]), (12, [6, 6])])
def test_pages_hold_about_as_many_half_days_each(office, halves, expected):
    half_days = []
    if halves:
        parts = (Part.MORNING, Part.AFTERNOON) if halves > 1 else (Part.MORNING,)
        key = make_session(office, 0, days=max(1, halves // 2), parts=parts)
        with office.reading() as session:
            half_days = reads.sheet(session, key).half_days
    assert [len(each) for each in documents.spread(half_days)] == expected


def test_the_sheet_of_a_session_without_people_has_lines_to_fill(office, tmp_path):
    key = make_session(office, 0, days=1, parts=(Part.MORNING,))
    whole = " ".join(printed(office, tmp_path, "attendance-sheet", key, "ar"))
    assert re.search(r"\b20\b", whole)


def test_a_session_without_half_days_still_prints_its_names(office, course, tmp_path):
    with office.reading() as session:
        sheet = reads.sheet(session, course)
        here = office_reads.office_on(session, date(2026, 11, 23))
    bare = reads.SheetPaper(Sheet(sheet.session, (), (), sheet.participants, {}), here)
    with speaking("ar"):
        assert documents.attendance_sheet([bare], "ar").render().startswith(b"%PDF")


def test_the_list_of_participants_has_their_phones(office, taught, tmp_path):
    whole = " ".join(printed(office, tmp_path, "participants-list", taught, "ar"))
    assert "قائمة المشاركين" in whole
    assert "0661 00 00 07" in whole.replace("\u00a0", " ")


def test_a_list_without_participants_says_so(office, tmp_path):
    key = make_session(office, 0, days=1, parts=(Part.MORNING,))
    assert "لا يوجد مشاركون بعد." in " ".join(printed(office, tmp_path, "participants-list", key, "ar"))


def test_several_sheets_are_one_paper(office, taught, tmp_path):
    other = make_session(office, 0, subject_ar="التسويق", subject_fr="")
    with speaking("ar"), office.reading() as session:
        papers = reads.sheet_papers(session, [taught, other])
        document = documents.attendance_sheet(papers, "ar")
    assert document.title == "ورقة الحضور"
    assert document.render().count(b"/Type/Page") >= 3


@pytest.mark.parametrize("name", ["attendance-sheet", "participants-list"])
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_names_stand_in_the_order_of_the_papers_language(office, taught, tmp_path, name, language):
    whole = " ".join(printed(office, tmp_path, name, taught, language))
    with office.reading() as session:
        people_there = reads.sheet(session, taught).participants
    names = sorted((each.name_ar if language == "ar" else each.name_la for each in people_there), key=fold)
    places = [whole.index(each) for each in dict.fromkeys(names)]
    assert places == sorted(places)


def test_a_french_sheet_names_partner_and_bodies_in_french(office, tmp_path):
    partner = {"partner_ar": "جامعة باتنة 1", "partner_fr": "Université de Batna 1"}
    key = make_session(office, 0, days=1, **partner)
    values = {"own_name_ar": "مزهود ليلى", "own_name_la": "Mezhoud Leïla", "body_ar": "الوزارة", "body_fr": "Ministère"}
    with office.writing() as session:
        people.enrol_outsider(session, key, values | {"function_ar": "رئيسة مكتب", "function_fr": "Cheffe de bureau"})
    french = " ".join(printed(office, tmp_path, "attendance-sheet", key, "fr"))
    arabic = " ".join(printed(office, tmp_path, "attendance-sheet", key, "ar"))
    assert all(words in french for words in ("Université de Batna 1", "Cheffe de bureau", "Ministère"))
    assert all(words in arabic for words in ("جامعة باتنة 1", "رئيسة مكتب", "الوزارة"))
    assert not re.search("[\u0621-\u064a]", french), "an Arabic letter on a French paper"
