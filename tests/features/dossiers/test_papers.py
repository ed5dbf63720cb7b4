"""The receipt of a file: its words by sex, what is there, what is missing and by when; read back from its pages."""

from datetime import date

import pypdfium2
import pytest

from craftdesk.base.i18n import speaking
from craftdesk.base.numbers import without_marks
from craftdesk.features.dossiers import reads, writes
from craftdesk.features.dossiers.documents import receipts
from craftdesk.features.roster.models import Sex
from craftdesk.features.roster.writes import save_artisan
from tests.features.dossiers.conftest import open_file, receive


def text_of(database, key: str, language: str = "ar") -> str:
    with database.reading() as session, speaking(language):
        data = receipts(reads.receipts(session, [key]), language).render()
    pages = pypdfium2.PdfDocument(data)
    found = "\n".join(page.get_textpage().get_text_range() for page in pages)
    pages.close()
    return " ".join(without_marks(found).split())


@pytest.mark.parametrize(
    ("sex", "says"),
    [
        (Sex.FEMALE, ["أودعت السيدة بن موسى آسيا", "يُرجى منها تقديم الوثائق الناقصة", "ملفها", "المودعة"]),
        (Sex.MALE, ["أودع السيد بن موسى آسيا", "يُرجى منه تقديم الوثائق الناقصة", "ملفه"]),
        (None, ["أودع(ت)", "يُرجى تقديم الوثائق الناقصة"]),
    ],
)
def test_the_words_follow_the_sex(office, artisan_id, sex, says):
    with office.writing() as session:
        save_artisan(session, artisan_id, {"sex": sex})
    text = text_of(office, open_file(office, artisan_id, complete_by=date(2026, 12, 17)))
    for words in says:
        assert words in text


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_an_incomplete_file_says_what_is_missing_and_by_when(office, artisan_id, language):
    key = open_file(office, artisan_id, complete_by=date(2026, 12, 17))
    receive(office, key, 7)
    text = text_of(office, key, language)
    if language == "ar":
        wanted = ["وصل إيداع ملف ناقص", "وصل دفع حقوق التسجيل", "في أجل أقصاه 17 ديسمبر 2026", "2026/0001"]
    else:
        wanted = ["Récépissé de dossier incomplet", "Reçu des frais d'inscription", "17 décembre 2026", "n° 2026/0001"]
    for words in wanted:
        assert words in text


def test_a_complete_file_says_so_and_names_nothing_missing(office, artisan_id):
    key = open_file(office, artisan_id)
    receive(office, key)
    text = text_of(office, key)
    assert "وصل إيداع ملف كامل" in text
    assert "الملف كامل." in text
    assert "الناقصة" not in text


def test_without_a_term_no_day_is_printed(office, artisan_id):
    text = text_of(office, open_file(office, artisan_id))
    assert "حتى تتسنى دراسة ملفها" in text
    assert "أجل أقصاه" not in text


def test_names_of_documents_that_the_office_wrote_stand_as_they_are(office, artisan_id):
    key = open_file(office, artisan_id, "renewal")
    with office.writing() as session:
        writes.add_document(session, key, "Attestation CASNOS (original)")
    assert "Attestation CASNOS (original)" in text_of(office, key)
