"""What is frozen on the day of issue, of the artisan, of people from outside, of the session and of the office."""

from datetime import date

from craftdesk.features.certificates import reads
from craftdesk.features.certificates.models import CertificateKind
from craftdesk.features.office import writes as office_writes
from craftdesk.features.roster.models import Artisan, Sex
from craftdesk.features.training.writes import people
from tests.features.certificates.conftest import enter_sheet, issue, name_director
from tests.features.conftest import TODAY
from tests.features.training.conftest import make_session


def contents(office):
    with office.reading() as session:
        return [each.content for each in reads.printables(session, [])]


def test_the_artisan_the_session_and_the_letterhead_are_frozen(office):
    name_director(office)
    key = make_session(office, 1, partner_ar="اليونيدو", partner_fr="ONUDI")
    with office.writing() as session:
        session.entitle("Born")
        [artisan] = session.query(Artisan)
        artisan.birth_date, artisan.birth_place, artisan.sex = date(1980, 5, 4), "أريس", Sex.FEMALE
    with office.writing() as session:
        people.add_outside_trainer(session, key, {"own_name_ar": "قاسمي الطاهر", "own_name_la": "Gasmi Tahar"})
    enter_sheet(office, key, ())
    issue(office, key)
    [found] = contents(office)
    assert (found.name_ar, found.name_la, found.sex) == ("بن نادر شاهين", "Bennadir Chahine", "f")
    assert (found.birth_date, found.birth_year, found.birth_place) == (date(1980, 5, 4), None, "أريس")
    assert (found.subject_ar, found.subject_fr) == (
        "التصميم والرسم في الحلي التقليدي",
        "Design et dessin dans le bijou traditionnel",
    )
    assert (found.first_day, found.last_day, found.days, found.hours) == (
        date(2026, 11, 14),
        date(2026, 11, 16),
        3,
        18,
    )
    assert (found.place_ar, found.partner_ar, found.partner_fr, found.trainers_ar) == (
        "دار الصناعة التقليدية باتنة",
        "اليونيدو",
        "ONUDI",
        "قاسمي الطاهر",
    )
    assert (found.chamber_ar, found.director_ar, found.signed_at_ar) == (
        "غرفة الصناعة التقليدية والحرف لولاية باتنة",
        "بلميهوب رشيد",
        "باتنة",
    )
    assert (found.kind, found.course_kind, found.issued_on) == ("training", "course", TODAY)


def test_a_presumed_year_of_birth_and_an_unknown_sex_are_frozen_as_such(office):
    key = make_session(office, 1)
    with office.writing() as session:
        session.entitle("Born")
        [artisan] = session.query(Artisan)
        artisan.birth_year, artisan.sex = 1961, None
    enter_sheet(office, key, ())
    issue(office, key)
    [found] = contents(office)
    assert (found.birth_date, found.birth_year, found.sex) == (None, 1961, None)


def test_somebody_from_outside_gets_one_too(office):
    key = make_session(office, 0)
    values = {
        "own_name_ar": "مزهود ليلى",
        "own_name_la": "Mezhoud Leïla",
        "own_sex": Sex.FEMALE,
        "own_birth_date": date(1984, 5, 17),
        "own_birth_place": "الجزائر",
    }
    with office.writing() as session:
        people.enrol_outsider(session, key, values)
    enter_sheet(office, key, ())
    issue(office, key, kind=CertificateKind.PARTICIPATION)
    [found] = contents(office)
    assert (found.name_ar, found.sex, found.birth_date, found.birth_place) == (
        "مزهود ليلى",
        "f",
        date(1984, 5, 17),
        "الجزائر",
    )


def test_the_letterhead_is_that_of_the_day_of_issue(office):
    key = make_session(office, 2)
    enter_sheet(office, key, ())
    issue(office, key, 1)
    head = {"lines_ar": "سطر", "lines_fr": "LIGNE", "chamber_ar": "غرفة جديدة", "chamber_fr": "NOUVELLE"}
    with office.writing() as session:
        office_writes.save_letterhead(session, None, {"holds_from": date(2026, 12, 1), **head})
    issue(office, key, 1, date(2026, 12, 5))
    before, after = contents(office)
    assert before.chamber_ar == "غرفة الصناعة التقليدية والحرف لولاية باتنة"
    assert after.chamber_ar == "غرفة جديدة"


def test_a_session_named_in_one_language_is_frozen_with_that_name_in_both(office):
    key = make_session(office, 1, subject_fr="", place_fr="")
    enter_sheet(office, key, ())
    issue(office, key)
    [found] = contents(office)
    assert found.subject_fr == found.subject_ar
    assert found.place_fr == found.place_ar
