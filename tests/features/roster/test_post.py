"""Extracts, labels, envelopes and what other features hold: read back by both readers."""

from datetime import date

import pypdfium2
import pytest

from craftdesk.app.features import FEATURES
from craftdesk.base.errors import UserError
from craftdesk.desk.papers import rendered, understood
from craftdesk.features.equipment import writes as requests
from craftdesk.features.equipment.writes import Asked as AskedFor
from craftdesk.features.roster import narrowing, writes
from craftdesk.features.roster.finding import Asked, Filters
from craftdesk.features.roster.models import Sex, Status
from tests.features.conftest import TODAY
from tests.pdf.conftest import by_pdfium, by_poppler, plain

PAPERS = {paper.name: paper for feature in FEATURES for paper in feature.papers}
READERS = {"poppler": by_poppler, "pdfium": by_pdfium}
LONG = "عبد الرحمان عبد القادر عبد الحميد محمد الصالح الشريف"


@pytest.fixture
def samir(add, activity, commune):
    return add(
        family_ar="بوجلال", given_ar="سمير", family_la="BOUDJELLAL", given_la="Samir", birth_date=date(1966, 2, 15),
        birth_place="أريس", sex=Sex.MALE, register_no="05/2012/18906", registered_on=date(2012, 3, 4),
        activity_id=activity("0301001"), home_commune_id=commune("تيمقاد"), home_address="حي 500 مسكن، رقم 12",
        activity_commune_id=commune("باتنة"), activity_address="شارع الاستقلال", status=Status.REGISTERED,
    )  # fmt: skip


def printed(office, name, keys, language="ar", **chosen):
    with office.reading() as session:
        return rendered(session, PAPERS[name], keys, language, chosen)


@pytest.mark.parametrize("reader", READERS)
def test_the_extract_certifies_the_registration(office, samir, reader):
    text = plain(READERS[reader](printed(office, "register-extract", [samir])))
    for words in (
        "مستخرج من السجل",
        "يشهد مدير غرفة الصناعة التقليدية والحرف لولاية باتنة أن السيد:",
        "المولود بتاريخ 15 فيفري 1966 بأريس",
        "مسجل في سجل الصناعة التقليدية والحرف تحت رقم 05/2012/18906 منذ 4 مارس 2012",
        "الرقم: ........ / غ.ص.ت.ح / 2026",
        "سلم هذا المستخرج للمعني بالأمر بناء على طلبه لاستعماله في حدود ما يسمح به القانون.",
        "الصفحة 1 من 1",
    ):
        assert words in text, words


def test_the_extract_follows_the_sex_and_speaks_french(office, samir, change):
    change(samir, sex=Sex.FEMALE)
    arabic = plain(by_pdfium(printed(office, "register-extract", [samir])))
    french = plain(by_pdfium(printed(office, "register-extract", [samir], "fr")))
    assert "أن السيدة:" in arabic
    assert "المولودة بتاريخ" in arabic
    assert "للمعنية بالأمر بناء على طلبها" in arabic
    assert "est inscrite au registre de l'artisanat et des métiers sous le numéro 05/2012/18906" in french
    assert "délivré à l'intéressée" in french


def test_an_extract_says_that_somebody_was_struck_off(office, samir):
    with office.writing() as session:
        writes.change_status(session, samir, Status.STRUCK_OFF, TODAY, "بطلب من المعني", "قرار 12")
    text = plain(by_pdfium(printed(office, "register-extract", [samir])))
    assert "وقد شطب من السجل بتاريخ 23 نوفمبر 2026." in text
    assert "وفق البيانات الآتية" not in text
    assert "قرار 12" in text


def test_who_is_not_in_the_register_has_no_extract(office, add, samir):
    asks = add(family_ar="قاسم", given_ar="علي", birth_year=1970, status=Status.REQUESTED)
    with pytest.raises(UserError, match="قاسم علي"):
        printed(office, "register-extract", [asks])
    with pytest.raises(UserError, match="قاسم علي"):
        printed(office, "register-extract", [samir, asks])
    # Who asks for all, or for a list, gets those that there are.
    for keys in ([], [narrowing.dumped(Asked())]):
        assert len(pypdfium2.PdfDocument(printed(office, "register-extract", keys))) == 1


def test_an_extract_is_signed_for_the_director(office, samir):
    with office.reading() as session:
        chosen = {"signed_as": "delegated", "signed_by": "قاسم علي"}
        text = plain(by_pdfium(rendered(session, PAPERS["register-extract"], [samir], "ar", chosen)))
    assert "عن المدير وبتفويض منه" in text
    assert "قاسم علي" in text


def test_of_many_who_are_not_in_the_register_five_are_named(office, add):
    asks = [add(family_ar="قاسم", given_ar=f"علي {n}", birth_year=1970, status=Status.REQUESTED) for n in range(8)]
    with pytest.raises(UserError, match="و3 آخرون") as told:
        printed(office, "register-extract", asks)
    assert str(told.value).count("قاسم") == 5


@pytest.mark.parametrize("reader", READERS)
def test_a_label_bears_title_name_street_and_commune(office, samir, reader):
    text = plain(READERS[reader](printed(office, "address-labels", [samir])))
    assert text == "السيد بوجلال سمير حي 500 مسكن، رقم 12 تيمقاد، ولاية باتنة"


def test_labels_go_to_where_they_work_and_to_the_whole_list_that_is_narrowed(office, samir, add):
    add(family_ar="قاسم", given_ar="علي", birth_year=1970, sex=Sex.FEMALE)
    text = plain(by_pdfium(printed(office, "address-labels", [samir], address="work")))
    assert text == "السيد بوجلال سمير شارع الاستقلال باتنة، ولاية باتنة"
    asked = narrowing.dumped(Asked(filters=Filters(sex=Sex.FEMALE)))
    assert plain(by_pdfium(printed(office, "address-labels", [asked]))) == "السيدة قاسم علي"


def test_very_many_long_names_fill_sheet_after_sheet(office, add):
    for number in range(60):
        add(family_ar=f"{LONG}", given_ar="بتثجحخدذرز"[number % 10] * 3, birth_year=1950 + number, home_address=LONG)
    document = pypdfium2.PdfDocument(printed(office, "address-labels", [], paper="99x38", first=3))
    texts = [plain(page.get_textpage().get_text_range()) for page in document]
    assert len(texts) == 5
    assert [text.count("الشريف") for text in texts] == [24, 28, 28, 28, 12]


@pytest.mark.parametrize(("paper", "size"), [("DL", (220, 110)), ("C5", (229, 162))])
def test_an_envelope_has_its_size_sender_and_recipient(office, samir, paper, size):
    (page,) = pypdfium2.PdfDocument(printed(office, "envelope", [samir], "fr", paper=paper))
    assert tuple(round(side / 72 * 25.4) for side in page.get_size()) == size
    text = plain(page.get_textpage().get_text_range())
    assert "CHAMBRE DE L'ARTISANAT ET DES MÉTIERS DE LA WILAYA DE BATNA" in text
    assert "Monsieur BOUDJELLAL Samir" in text
    assert "Timgad, wilaya de Batna" in text


def test_the_sheet_holds_what_other_features_hold_and_where_the_data_come_from(office, samir):
    with office.writing() as session:
        values = {"artisan_id": samir, "kind": "acquisition", "deposited_on": date(2026, 11, 17)}
        requests.save_request(session, None, values, [AskedFor("فرن صهر الفضة", 1, 24_000_000)])
    text = plain(by_pdfium(printed(office, "artisan-sheet", [samir])))
    for words in ("طلبات العتاد", "2026/0001", "فرن صهر الفضة", "240.000,00 دج", "مصدر المعطيات", "سميرة"):
        assert words in text, words
    assert "لا تحوز الغرفة أي معلومة بخصوص" in text


def test_the_list_says_its_order_and_its_totals(office, samir, add):
    add(family_ar="قاسم", given_ar="علي", birth_year=1970, sex=Sex.FEMALE, status=Status.REQUESTED)
    asked = narrowing.dumped(Asked(order="commune", descending=True))
    text = plain(by_pdfium(printed(office, "roster-list", [asked])))
    assert "الترتيب حسب البلدية تنازليا" in text
    assert "المجموع 2" in text
    assert "طلب: 1 · مسجل: 1" in text
    assert "منهم نساء 1" in text


def test_the_command_line_understands_what_a_paper_asks():
    labels = PAPERS["address-labels"]
    assert understood(labels, ["paper=99x38", "first=٣"]) == {"paper": "99x38", "first": 3}
    for wrong in (["paper=9x9"], ["first=x"], ["colour=red"]):
        with pytest.raises(UserError):
            understood(labels, wrong)
