"""What is read back from the receipts: by poppler and by pdfium, in Arabic and in French."""

from datetime import date

import pypdfium2
import pytest

from craftdesk.base.i18n import speaking
from craftdesk.desk.papers import rendered
from craftdesk.features.equipment import reads, writes
from craftdesk.features.equipment.documents.receipt import receipts
from craftdesk.features.equipment.feature import FEATURE
from craftdesk.features.equipment.models import PaperState, RequestState
from craftdesk.features.equipment.writes import Asked
from craftdesk.features.office import writes as office_writes
from craftdesk.features.roster.models import Artisan
from tests.features.equipment.conftest import file_of, move, receive_papers, take_in
from tests.pdf.conftest import by_pdfium, by_poppler, plain

READERS = {"poppler": by_poppler, "pdfium": by_pdfium}
ARABIC = [
    "وصل إيداع",
    "طلب عتاد رقم 2026/0001",
    "أودعت السيدة بن موسى آسيا طلبا بتاريخ 17 نوفمبر 2026: اقتناء عتاد.",
    "فرن صهر الفضة",
    "240.000,00 دج",
    "261.000,00 دج",
    "أوقف هذا الطلب عند مبلغ: مائتان وواحد وستون ألف دينار جزائري.",
    "شهادة الجنسية",
    "ناقصة",
    "مستلمة",
    "18/11/2026",
    "لا يعد هذا الوصل موافقة على الطلب.",
    "صاحب الطلب",
    "عن الغرفة",
]
FRENCH = [
    "Récépissé de dépôt",
    "Demande de matériel n° 2026/0001",
    "Madame Benmoussa Assia a déposé une demande le 17 novembre 2026 : Acquisition de matériel.",
    "Four de fusion",
    "240 000,00 DA",
    "La présente demande est arrêtée à la somme de : deux cent soixante et un mille dinars algériens.",
    "Certificat de nationalité",
    "Manquante",
    "Le présent récépissé ne vaut pas acceptation de la demande.",
]


def printed(office, *keys, language="ar") -> bytes:
    with office.reading() as session, speaking(language):
        return receipts(reads.receipts(session, keys), language).render()


def text_pages(data: bytes) -> list[str]:
    return [plain(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data)]


@pytest.mark.parametrize("reader", READERS)
def test_the_receipt_says_who_deposited_what_with_which_papers(office, request_id, reader):
    receive_papers(office, request_id, 3)
    text = plain(READERS[reader](printed(office, request_id)))
    assert [words for words in ARABIC if words not in text] == []


@pytest.mark.parametrize("reader", READERS)
def test_the_receipt_in_french(office, artisan_id, reader):
    key = take_in(office, artisan_id, [Asked("Four de fusion", 1, 24_000_000), Asked("Moules", 6, 350_000)])
    text = plain(READERS[reader](printed(office, key, language="fr")))
    assert [words for words in FRENCH if words not in text] == []


def test_a_man_and_somebody_unknown_are_spoken_of_as_such(office, request_id, artisan_id):
    for sex, words in (("m", "أودع السيد بن موسى"), (None, "أودع(ت) السيد(ة) بن موسى")):
        with office.writing() as session:
            session.entitle("Changed")
            session.get_one(Artisan, artisan_id).sex = sex
        assert words in text_pages(printed(office, request_id))[0]


def test_a_group_is_named_with_its_spokesman(office, artisan_id):
    key = take_in(office, artisan_id, group_name="مجموعة صائغي أريس")
    text = text_pages(printed(office, key))[0]
    assert "طلب باسم مجموعة صائغي أريس" in text
    assert "الممثل بن موسى آسيا" in text


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_usual_request_fits_on_one_page_upright(office, request_id, language):
    document = pypdfium2.PdfDocument(printed(office, request_id, language=language))
    assert len(document) == 1
    assert [round(side / 72 * 25.4) for side in document[0].get_size()] == [210, 297]


def test_a_long_request_goes_on_to_further_pages_with_all_its_lines(office, artisan_id):
    key = take_in(office, artisan_id, [Asked(f"قطعة رقم {number}", 2, 150_050) for number in range(1, 81)])
    pages = text_pages(printed(office, key))
    assert len(pages) > 1
    text = " ".join(pages)
    assert [number for number in range(1, 81) if f"قطعة رقم {number}" not in text] == []
    assert f"صفحة {len(pages)} من {len(pages)}" in pages[-1]


def test_a_paper_that_is_not_needed_is_not_on_the_receipt(office, request_id):
    with office.writing() as session:
        writes.save_paper(session, file_of(office, request_id).papers[2].id, PaperState.NOT_NEEDED, date(2026, 11, 18))
    assert "شهادة الجنسية" not in text_pages(printed(office, request_id))[0]


def test_the_letterhead_is_that_of_the_day_of_the_deposit(office, request_id):
    with office.writing() as session:
        values = {"chamber_ar": "غرفة جديدة", "chamber_fr": "NOUVELLE", "lines_ar": "سطر", "lines_fr": "LIGNE"}
        office_writes.save_letterhead(session, None, {"holds_from": date(2026, 11, 20), **values})
    text = text_pages(printed(office, request_id))[0]
    assert "غرفة الصناعة التقليدية والحرف لولاية باتنة" in text
    assert "غرفة جديدة" not in text


def test_every_paper_of_the_card_is_made_in_both_languages(office, request_id):
    take_in(office, None, group_name="Groupe des bijoutiers d'Arris")
    receive_papers(office, request_id)
    for state in (RequestState.COMPLETE, RequestState.APPROVED):
        move(office, request_id, state)
    pages = {"equipment-receipt": 2, "equipment-decision": 1, "equipment-minutes": 1, "equipment-delivery": 1}
    for paper in FEATURE.papers:
        for language in ("ar", "fr"):
            with office.reading() as session:
                data = rendered(session, paper, [], language)
            assert len(pypdfium2.PdfDocument(data)) == pages[paper.name]
