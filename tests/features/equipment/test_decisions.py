"""Letters about decisions, minutes and delivery forms, read back from their files."""

from datetime import date

import pypdfium2
import pytest

from craftdesk.base.errors import UserError
from craftdesk.desk.papers import rendered
from craftdesk.features.equipment.feature import FEATURE
from craftdesk.features.equipment.models import RequestState
from craftdesk.features.equipment.writes import Asked
from craftdesk.features.roster.models import Artisan
from tests.features.equipment.conftest import move, receive_papers, take_in
from tests.pdf.conftest import by_pdfium, by_poppler, plain

PAPERS = {paper.name: paper for paper in FEATURE.papers}
S = RequestState
LONG = "الملف لا يستوفي شرط القيد في السجل منذ سنتين كاملتين عند تاريخ إيداع الطلب لدى مصالح الغرفة"


def printed(office, name, *keys, language="ar", **chosen):
    with office.reading() as session:
        return rendered(session, PAPERS[name], keys, language, chosen)


def decide(office, key, state, note="", day=date(2026, 11, 20)):
    receive_papers(office, key)
    move(office, key, S.COMPLETE, date(2026, 11, 19))
    move(office, key, state, day, note)


@pytest.mark.parametrize("read", [by_poppler, by_pdfium])
def test_a_granted_request_is_told_with_its_lines_and_the_sum_in_words(office, request_id, read):
    decide(office, request_id, S.APPROVED, "محضر اللجنة رقم 04")
    text = plain(read(printed(office, "equipment-decision", request_id)))
    for words in (
        "إلى السيدة بن موسى آسيا",
        "الموضوع: اقتناء عتاد، طلب رقم 2026/0001",
        "طلبكم المودع بتاريخ 17 نوفمبر 2026",
        "المجتمعة بتاريخ 20 نوفمبر 2026، قد وافقت على منحكم ما يأتي:",
        "فرن صهر الفضة",
        "أوقف هذا القرار عند مبلغ: مائتان وواحد وستون ألف دينار جزائري.",
        "محضر اللجنة رقم 04",
        "المدير",
    ):
        assert words in text, words


def test_a_refusal_gives_its_reasons_or_room_to_write_them(office, request_id):
    decide(office, request_id, S.REFUSED)
    empty = plain(by_pdfium(printed(office, "equipment-decision", request_id)))
    assert "لم توافق عليه للأسباب الآتية: ......" in empty
    given = plain(by_pdfium(printed(office, "equipment-decision", request_id, reason=f"{LONG}\nسبب ثان")))
    assert LONG in given
    assert "سبب ثان" in given
    french = plain(by_pdfium(printed(office, "equipment-decision", request_id, language="fr")))
    assert "n'a pu y donner une suite favorable, pour les motifs suivants :" in french
    assert "Madame Benmoussa Assia" in french


def test_a_postponement_promises_an_answer(office, request_id):
    decide(office, request_id, S.POSTPONED, "تحيين عرض الأسعار")
    text = plain(by_pdfium(printed(office, "equipment-decision", request_id)))
    assert "قد أجلت الفصل فيه إلى اجتماع لاحق للأسباب الآتية: تحيين عرض الأسعار" in text
    assert "وستبلغون بالقرار فور اتخاذه." in text


def test_what_is_not_decided_has_neither_letter_nor_delivery(office, request_id):
    for name in ("equipment-decision", "equipment-delivery"):
        with pytest.raises(UserError):
            printed(office, name, request_id)


def test_who_was_chosen_and_is_not_decided_is_named(office, artisan_id, request_id):
    other = take_in(office, artisan_id, [Asked("سندان", 2, 1_500_000)])
    decide(office, request_id, S.APPROVED)
    for name in ("equipment-decision", "equipment-delivery"):
        with pytest.raises(UserError, match="2026/0002"):
            printed(office, name, request_id, other)
        assert "2026/0001" in plain(by_pdfium(printed(office, name)))


@pytest.mark.parametrize("read", [by_poppler, by_pdfium])
def test_the_minutes_name_who_met_and_what_was_decided(office, artisan_id, request_id, read):
    other = take_in(office, artisan_id, [Asked("سندان", 2, 1_500_000)])
    decide(office, request_id, S.APPROVED)
    decide(office, other, S.REFUSED, "سبق أن استفاد")
    said = {"number": "07", "chair": "بلميهوب رشيد، مدير الغرفة", "members": "بن عمر ليلى، مفتشة\nقاسمي الطاهر"}
    text = plain(read(printed(office, "equipment-minutes", **said)))
    for words in (
        "محضر اجتماع لجنة دراسة طلبات العتاد",
        "الرقم: 07 / غ.ص.ت.ح / 2026",
        "في يوم الجمعة 20 نوفمبر 2026، على الساعة ........",
        "بلميهوب رشيد",
        "رئيس اللجنة، مدير الغرفة",
        "مفتشة",
        "2026/0002",
        "سبق أن استفاد",
        "ملفان · موافقة: 1 · رفض: 1",
        "291.000,00 دج",
        "بلغ مجموع ما تمت الموافقة عليه: مائتان وواحد وستون ألف دينار جزائري.",
    ):
        assert words in text, words


def test_minutes_of_many_files_keep_their_header_and_count(office, artisan_id):
    keys = [take_in(office, artisan_id, [Asked(f"{LONG} {number}", 1, 100)]) for number in range(30)]
    document = pypdfium2.PdfDocument(printed(office, "equipment-minutes", *keys))
    texts = [plain(page.get_textpage().get_text_range()) for page in document]
    assert len(texts) > 1
    assert all("صاحب الطلب" in text for text in texts[:-1])
    assert "30 ملفا" in " ".join(texts)
    assert sum(text.count("2026/00") for text in texts) == 30


def test_the_delivery_form_is_signed_by_all_three(office, request_id):
    decide(office, request_id, S.APPROVED)
    before = plain(by_pdfium(printed(office, "equipment-delivery", request_id)))
    assert "في يوم ................" in before
    move(office, request_id, S.DELIVERED, date(2026, 11, 22))
    chosen = {"supplier": "مؤسسة الأوراس", "invoice": "114", "years": 3}
    text = plain(by_pdfium(printed(office, "equipment-delivery", request_id, **chosen)))
    for words in (
        "في يوم 22 نوفمبر 2026، سلمت غرفة الصناعة التقليدية والحرف لولاية باتنة إلى السيدة بن موسى آسيا",
        "غير قابل للتنازل لمدة ثلاث (03) سنوات",
        "تصرح المستلمة",
        "المجموع 7",
        "المستلم",
        "الممون",
        "عن الغرفة",
    ):
        assert words in text, words


def test_the_receiver_is_spoken_of_by_sex(office, request_id, artisan_id):
    decide(office, request_id, S.APPROVED)
    with office.writing() as session:
        session.entitle("Changed")
        session.get_one(Artisan, artisan_id).sex = "m"
    text = plain(by_pdfium(printed(office, "equipment-delivery", request_id, language="fr")))
    assert "Le bénéficiaire déclare" in text
    assert "Monsieur Benmoussa Assia" in text
