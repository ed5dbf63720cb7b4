"""What is read back from the certificates: by poppler and by pdfium, in Arabic and in French."""

from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.data import journal
from craftdesk.desk.papers import rendered
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.documents import certificate_register, certificates
from craftdesk.features.certificates.feature import FEATURE
from craftdesk.features.office import writes as office_writes
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training.models import TrainingSession
from tests.features.certificates.conftest import issue, register
from tests.features.certificates.papers import A_MAN, CONTENT, LONG, SOMEBODY, printed, says
from tests.features.conftest import TODAY
from tests.pdf.conftest import by_pdfium, by_poppler, plain

PARTNER = replace(CONTENT, partner_ar="منظمة الأمم المتحدة للتنمية الصناعية (ONUDI)")
READERS = {"poppler": by_poppler, "pdfium": by_pdfium}


def text_pages(data: bytes) -> list[str]:
    return [plain(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data)]


@pytest.fixture
def logo(tmp_path) -> bytes:
    path = tmp_path / "logo.png"
    Image.new("RGB", (300, 200), "#14666B").save(path)
    return path.read_bytes()


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("content", "language"),
    [
        *((content, "ar") for content in (CONTENT, A_MAN, SOMEBODY, PARTNER, LONG)),
        *((content, "fr") for content in (CONTENT, A_MAN, SOMEBODY, LONG)),
    ],
)
def test_every_sentence_is_read_back_as_it_was_set(content, language, reader):
    text = plain(READERS[reader](printed(content, language=language)))
    found = says(content, language)
    wanted = {name: plain(words) for name, words in found.items()}
    assert {name: words for name, words in wanted.items() if words not in text} == {}
    heads = (content.lines_ar, content.chamber_ar) if language == "ar" else (content.lines_fr, content.chamber_fr)
    assert [line for head in heads for line in head.splitlines() if plain(line) not in text] == []


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_certificate_has_its_own_page(language, logo):
    contents = [replace(CONTENT, number=number) for number in range(1, 21)]
    pages = text_pages(printed(*contents, language=language, logo=logo))
    assert len(pages) == 20
    assert all(f"2026/{number:04d}" in page for number, page in enumerate(pages, 1))


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_long_names_and_subjects_still_fit_on_one_page(language, logo):
    longer = replace(LONG, name_ar=f"{LONG.name_ar} {LONG.name_ar}", name_la=f"{LONG.name_la} {LONG.name_la}")
    for content in (LONG, longer, replace(longer, subject_ar=f"{LONG.subject_ar}، {LONG.subject_ar}")):
        assert len(text_pages(printed(content, language=language, logo=logo))) == 1


def test_a_page_is_a4_landscape():
    page = pypdfium2.PdfDocument(printed(CONTENT))[0]
    assert [round(side / 72 * 25.4) for side in page.get_size()] == [297, 210]


def test_the_same_certificate_makes_the_same_bytes():
    assert printed(CONTENT, A_MAN) == printed(CONTENT, A_MAN)


def printed_now(office, language="ar") -> bytes:
    with office.reading() as session:
        found = reads.printables(session, [])
    with speaking(language):
        return certificates(found, language).render()


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_reprint_says_the_same_after_everything_behind_it_was_changed(office, held, logo, language):
    with office.writing() as session:
        office_writes.save_logo(session, logo)
    issue(office, held)
    before = printed_now(office, language)
    with office.writing() as session:
        session.entitle("Changed")
        for each in session.query(Artisan):
            each.family_ar, each.family_la, each.sex, each.birth_place = "بن تغيير", "BENTAGHYIR", None, "سطيف"
        record = session.get_one(TrainingSession, held)
        record.subject_ar, record.subject_fr, record.place_ar, record.hours = "موضوع آخر", "Autre sujet", "سطيف", 99
    with office.writing() as session:
        head = {"chamber_ar": "غرفة جديدة", "chamber_fr": "NOUVELLE CHAMBRE", "director_ar": "مدير جديد"}
        values = {"holds_from": TODAY, "lines_ar": "سطر", "lines_fr": "LIGNE", "director_fr": "Nouveau", **head}
        office_writes.save_letterhead(session, None, values)
    with office.writing() as session:
        office_writes.save_chamber(session, {"place_ar": "سطيف", "place_fr": "Sétif"})
    with office.writing() as session:
        office_writes.save_logo(session, None)
    after = printed_now(office, language)
    assert text_pages(after) == text_pages(before)
    assert plain(by_poppler(after)) == plain(by_poppler(before))
    assert after == before


def test_a_certificate_issued_after_a_change_says_what_is_true_then(office, held):
    issue(office, held, 1)
    with office.writing() as session:
        session.entitle("Changed")
        session.get_one(TrainingSession, held).subject_ar = "موضوع آخر"
    issue(office, held, 1)
    first, second = text_pages(printed_now(office))
    assert "موضوع آخر" not in first
    assert "موضوع آخر" in second


def test_certificates_are_printed_in_the_order_of_their_numbers(office, held):
    issue(office, held)
    keys = [each.id for each in reversed(register(office))]
    with office.reading() as session:
        found = reads.printables(session, keys[:5])
    assert [each.content.number for each in found] == [13, 14, 15, 16, 17]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("language", "title"), [("ar", "سجل الشهادات لسنة 2026"), ("fr", "de l'année 2026")])
def test_the_register_lists_every_certificate_of_the_year(office, held, language, title, reader):
    issue(office, held)
    with office.reading() as session:
        found = reads.register_paper(session, [])
    with speaking(language):
        data = certificate_register(found, language).render()
        names = [each.content.name for each in reads_of(office)]
    text = plain(READERS[reader](data))
    assert title in text
    assert [number for number in range(1, 18) if f"2026/{number:04d}" not in text] == []
    assert [name for name in names if plain(name) not in text] == []


def reads_of(office):
    with office.reading() as session:
        return reads.printables(session, [])


def test_each_year_begins_a_page_of_the_register(office, held):
    issue(office, held, 5)
    issue(office, held, 3, TODAY.replace(year=2027))
    with office.reading() as session:
        found = reads.register_paper(session, [])
    with speaking("ar"):
        pages = text_pages(certificate_register(found, "ar").render())
    assert ["سجل الشهادات لسنة 2026" in pages[0], "سجل الشهادات لسنة 2027" in pages[1]] == [True, True]


def test_an_empty_register_is_a_page_that_says_so(office):
    with office.reading() as session:
        found = reads.register_paper(session, [])
    with speaking("ar"):
        page = text_pages(certificate_register(found, "ar").render())[0]
    assert "سجل الشهادات" in page
    assert "لم تصدر أي شهادة بعد." in page


def test_printing_writes_nothing_into_the_journal(office, held):
    issue(office, held)
    with office.reading() as session:
        before = len(journal.change_sets(session))
    printed_now(office)
    with office.reading() as session:
        assert len(journal.change_sets(session)) == before


def test_a_certificate_issued_in_one_language_is_printed_in_both_side_by_side(office, held):
    issue(office, held, 2)
    paper, other = FEATURE.papers
    with office.reading() as session:
        options = {"signing": True}
        first, *_rest = text_pages(rendered(session, paper, [], "both", options))
        with pytest.raises(UserError):
            rendered(session, other, [], "both")
    assert "الدورة التكوينية" in first
    assert "session de formation" in first
