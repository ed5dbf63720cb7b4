"""Receipts and their list, read back from their pages."""

from datetime import date

import pypdfium2
import pytest

from craftdesk.base.i18n import speaking
from craftdesk.base.numbers import without_marks
from craftdesk.features.fees import documents, reads, writes
from craftdesk.features.fees.models import Way
from craftdesk.features.fees.writes import Paid
from craftdesk.features.office import reads as office_reads
from craftdesk.features.office import writes as office_writes
from craftdesk.features.roster.writes import save_artisan
from tests.features.conftest import TODAY
from tests.features.fees.conftest import pay


def text_of(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    found = "\n".join(page.get_textpage().get_text_range() for page in pages)
    pages.close()
    return " ".join(without_marks(found).replace("\u00a0", " ").split())


def receipt_text(database, key: str, language: str = "ar") -> str:
    with database.reading() as session, speaking(language):
        return text_of(documents.receipts(reads.printables(session, [key]), language).render())


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            "ar",
            [
                "وصل دفع",
                "رقم 2026/0001",
                "من السيد بن نادر شاهين",
                "الاشتراك السنوي 2025",
                "2.600,00 دج",
                "ألفان وستمائة دينار جزائري",
                "صك، رقم 4180217",
            ],
        ),
        ("fr", ["Reçu de paiement", "N° 2026/0001", "Monsieur Bennadir", "deux mille six cents dinars algériens"]),
    ],
)
def test_a_receipt_says_who_paid_what_how_and_in_words(office, people, amounts, language, says):
    with office.writing() as session:
        found = reads.account(session, people[0]).owed
        key = writes.pay(session, people[0], found, ("card",), Paid(TODAY, Way.CHEQUE, "4180217"))
    text = receipt_text(office, key, language)
    for words in says:
        assert words in text
    assert text.count(says[0]) == 2, "one copy for the artisan, one for the office"


def test_a_reprint_says_the_same_whatever_happened_since(office, people, amounts):
    key = pay(office, people[0])
    before = receipt_text(office, key)
    with office.writing() as session:
        save_artisan(session, people[0], {"family_ar": "زياني", "register_no": "05/2026/99999"})
    with office.writing() as session:
        values = {"name_ar": "رسم العضوية", "yearly": True}
        writes.save_fee(session, "membership", values)
    with office.writing() as session:
        head = office_reads.letterheads(session)[0]
        new = {name: getattr(head, name) for name in ("lines_ar", "lines_fr", "chamber_fr")}
        changed = {"holds_from": date(2026, 12, 1), "chamber_ar": "غرفة أخرى"}
        office_writes.save_letterhead(session, None, {**new, **changed})
    assert receipt_text(office, key) == before


def test_a_cancelled_receipt_says_so(office, people, amounts):
    key = pay(office, people[0])
    with office.writing() as session:
        writes.cancel(session, key, "خطأ في الاسم")
    assert "ملغى في 23 نوفمبر 2026: خطأ في الاسم" in receipt_text(office, key)


def test_the_list_adds_up_what_counts(office, people, amounts):
    keys = [pay(office, key) for key in people[:3]]
    with office.writing() as session:
        writes.cancel(session, keys[1], "خطأ")
    with office.reading() as session, speaking("ar"):
        text = text_of(documents.journal(reads.journal(session, keys), "ar").render())
    assert "3.000,00 دج" in text
    assert "ثلاثة آلاف دينار جزائري" in text
    assert "ملغى" in text


def test_there_is_no_list_where_there_is_no_receipt(office):
    with office.reading() as session:
        assert reads.journal(session, []) == []
