from datetime import date

from craftdesk.features.office import reads
from craftdesk.features.office.documents import head

DAY = date(2026, 11, 23)


def office_of(office) -> reads.OfficeOnDay:
    with office.reading() as session:
        return reads.office_on(session, DAY)


def test_the_head_of_an_arabic_paper_names_state_ministry_and_chamber(office):
    made = head(office_of(office), "ar", 45)
    assert made.lines == (
        "الجمهورية الجزائرية الديمقراطية الشعبية",
        "وزارة السياحة والصناعة التقليدية",
        "غرفة الصناعة التقليدية والحرف لولاية باتنة",
    )
    assert made.number == "الرقم: 45 / غ.ص.ت.ح / 2026"
    assert made.place_and_date == "باتنة في: 23 نوفمبر 2026"


def test_a_number_is_left_open_or_left_out(office):
    assert head(office_of(office), "fr", "").number == "N° ........ /CAM/2026"
    assert head(office_of(office), "fr").number == ""
    assert head(office_of(office), "fr").place_and_date == "Batna, le 23 novembre 2026"


def test_a_paper_can_bear_another_day_and_both_languages(office):
    made = head(office_of(office), "fr", 7, date(2027, 1, 1), both=True)
    assert made.number == "N° 7 /CAM/2027"
    assert made.place_and_date == "Batna, le 1er janvier 2027"
    assert made.lines_other[-1] == "غرفة الصناعة التقليدية والحرف لولاية باتنة"
