import pytest

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.base.names import fold
from craftdesk.data import journal
from craftdesk.features.roster.models import Artisan, Sex
from craftdesk.features.training import reads
from craftdesk.features.training.models import Mark
from craftdesk.features.training.writes import attendance, people
from tests.features.training.conftest import add_artisans, make_session
from tests.features.training.test_planning import undo_last


def sheet_of(office, key):
    with office.reading() as session:
        return reads.sheet(session, key)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_sheet_is_in_the_order_of_the_names_of_its_language_whoever_came_when(office, course, language):
    for name_ar, name_la in (("وهاب زينب", "Ahab Zineb"), ("أمقران علي", "Zouaoui Ali")):
        with office.writing() as session:
            people.enrol_outsider(session, course, {"own_name_ar": name_ar, "own_name_la": name_la})
    with speaking(language):
        names = [each.name for each in sheet_of(office, course).participants]
        assert len(names) == 22
        assert names == sorted(names, key=fold)
    assert names[0] == {"ar": "أمقران علي", "fr": "Ahab Zineb"}[language]
    assert names[-1] == {"ar": "وهاب زينب", "fr": "Zouaoui Ali"}[language]


def test_enrolling_again_passes_over_who_is_there_or_teaches(office, course):
    keys = add_artisans(office, 3)
    with office.writing() as session:
        people.add_trainer(session, course, keys[0])
    there = sheet_of(office, course).participants[0].artisan_id
    with office.writing() as session:
        found = people.enrol(session, course, [there, *keys])
    assert (found.enrolled, found.already, found.teaching) == (2, 1, 1)
    assert len(sheet_of(office, course).participants) == 22


def test_a_participant_cannot_teach_the_same_session(office, course):
    person = sheet_of(office, course).participants[0]
    with office.writing() as session, pytest.raises(UserError, match=person.name):
        people.add_trainer(session, course, person.artisan_id)


def test_undoing_an_enrolment_empties_the_list(office, course):
    undo_last(office)
    assert sheet_of(office, course).participants == []


def test_people_from_outside_have_a_name_a_body_and_a_function(office):
    key = make_session(office, 0)
    values = {
        "own_name_ar": "مزهود ليلى",
        "own_name_la": "Mezhoud Leïla",
        "own_sex": Sex.FEMALE,
        "function_ar": "رئيسة مكتب",
        "function_fr": "Cheffe de bureau",
        "body_ar": "وزارة السياحة والصناعة التقليدية",
        "body_fr": "Ministère du tourisme et de l'artisanat",
    }
    with office.writing() as session:
        people.enrol_outsider(session, key, values)
    person = sheet_of(office, key).participants[0]
    assert person.name == "مزهود ليلى"
    assert person.body_or_activity == "رئيسة مكتب · وزارة السياحة والصناعة التقليدية"
    with speaking("fr"):
        assert person.name == "Mezhoud Leïla"
        assert person.body_or_activity == "Cheffe de bureau · Ministère du tourisme et de l'artisanat"


def test_nobody_is_enrolled_without_a_name(office, course):
    with office.writing() as session, pytest.raises(UserError) as refused:
        people.enrol_outsider(session, course, {"body_ar": "جامعة باتنة 1"})
    assert refused.value.field == "own_name_ar"


def test_an_artisan_renamed_in_the_roster_is_renamed_on_the_sheet(office, course):
    person = sheet_of(office, course).participants[0]
    with office.writing() as session:
        session.entitle("Renamed")
        session.get_one(Artisan, person.artisan_id).family_ar = "بن ناصر"
    [renamed] = [each for each in sheet_of(office, course).participants if each.id == person.id]
    assert renamed.name_ar.startswith("بن ناصر")


def test_removing_people_takes_their_marks_and_undo_brings_both_back(office, course):
    sheet = sheet_of(office, course)
    with office.writing() as session:
        attendance.mark_row(session, sheet.participants[0].id, Mark.PRESENT)
    with office.writing() as session:
        people.remove_participants(session, [each.id for each in sheet.participants[:2]])
    assert len(sheet_of(office, course).participants) == 18
    undo_last(office)
    after = sheet_of(office, course)
    assert len(after.participants) == 20
    assert len(after.marks) == 6


def test_the_card_of_an_artisan_tells_what_was_followed_and_taught(office, course):
    person = sheet_of(office, course).participants[0]
    other = make_session(office, 0, subject_ar="التسويق")
    with office.writing() as session:
        attendance.mark_row(session, person.id, Mark.PRESENT)
    with office.writing() as session:
        people.add_trainer(session, other, person.artisan_id)
    with office.reading() as session:
        [training] = reads.trainings(session, person.artisan_id)
        [taught] = reads.sessions_taught(session, person.artisan_id)
    assert training.right.has
    assert training.line.id == course
    assert taught.id == other


def test_an_artisan_who_takes_part_is_not_taken_away_by_undoing_the_import(office, course):
    with office.writing() as session:
        added = next(owner for owner, _n in journal.change_sets(session) if owner.title == "Added")
        undone = journal.undo(session, added.id)
    assert len(undone.conflicts) == 20
