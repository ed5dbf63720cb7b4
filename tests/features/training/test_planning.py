from datetime import date

import pytest

from craftdesk.base.dates import on_day
from craftdesk.base.errors import UserError
from craftdesk.data import journal
from craftdesk.features.training import reads
from craftdesk.features.training.models import Attendance, Course, CourseKind, HalfDay, Mark, Part, TrainingSession
from craftdesk.features.training.rules import Phase
from craftdesk.features.training.writes import attendance, planning
from craftdesk.features.training.writes.planning import Plan
from tests.features.training.conftest import make_session


def undo_last(office) -> journal.Undone:
    with office.writing() as session:
        last = journal.last_undoable(session, office.who)
        return journal.undo(session, last.id)


def test_three_days_give_six_half_days_in_order(office, course):
    with office.reading() as session:
        halves = reads.sheet(session, course).half_days
    assert [(each.day.day, each.part) for each in halves] == [
        (day, part) for day in (14, 15, 16) for part in (Part.MORNING, Part.AFTERNOON)
    ]


def test_the_same_subject_in_another_spelling_is_the_same_course(office):
    make_session(office, 0)
    make_session(office, 0, subject_ar="التصميم والرّسم في الحلي التقليدى", subject_fr="")
    with office.reading() as session:
        assert len(session.query(Course).all()) == 1


def test_a_plan_without_subject_days_or_halves_is_refused_at_its_field(office):
    for wrong, where in (
        ({"subject_ar": " ", "subject_fr": ""}, "subject_ar"),
        ({"days": 0}, "days"),
        ({"parts": ()}, "parts"),
        ({"min_share": 120}, "min_share"),
    ):
        with pytest.raises(UserError) as refused:
            make_session(office, 0, **wrong)
        assert refused.value.field == where


def test_undoing_the_plan_leaves_nothing_behind(office):
    make_session(office, 0)
    undo_last(office)
    with office.reading() as session:
        assert [session.query(each).count() for each in (TrainingSession, HalfDay, Course)] == [0, 0, 0]


def test_the_same_half_day_cannot_stand_twice(office, course):
    with office.writing() as session, pytest.raises(UserError):
        planning.add_half_day(session, course, date(2026, 11, 15), Part.MORNING)
    with office.writing() as session:
        planning.add_half_day(session, course, date(2026, 11, 17), Part.MORNING)
    half = read_halves(office, course)[0]
    with office.writing() as session, pytest.raises(UserError):
        planning.change_half_day(session, half.id, date(2026, 11, 17), Part.MORNING)


def read_halves(office, key):
    with office.reading() as session:
        return reads.sheet(session, key).half_days


def test_a_moved_half_day_keeps_its_marks(office, course):
    with office.reading() as session:
        sheet = reads.sheet(session, course)
    last, person = sheet.half_days[-1], sheet.participants[0]
    with office.writing() as session:
        attendance.mark(session, person.id, last.id, Mark.PRESENT)
    with office.writing() as session:
        planning.change_half_day(session, last.id, date(2026, 11, 18), Part.MORNING, ("08:00", "11:30"))
    with office.reading() as session:
        after = reads.sheet(session, course)
    assert after.half_days[-1].day == date(2026, 11, 18)
    assert after.marks == {(person.id, last.id): Mark.PRESENT}


def test_a_half_day_that_ends_before_it_begins_is_refused(office, course):
    half = read_halves(office, course)[0]
    for times, where in ((("9:00", "12:00"), "starts"), (("12:00", "09:00"), "ends")):
        with office.writing() as session, pytest.raises(UserError) as refused:
            planning.change_half_day(session, half.id, half.day, half.part, times)
        assert refused.value.field == where


def test_removing_half_days_takes_their_marks_and_undo_brings_both_back(office, course):
    halves = read_halves(office, course)
    with office.writing() as session:
        attendance.mark_column(session, halves[0].id, Mark.PRESENT)
    with office.writing() as session:
        planning.remove_half_days(session, [halves[0].id])
    assert len(read_halves(office, course)) == 5
    undo_last(office)
    with office.reading() as session:
        sheet = reads.sheet(session, course)
    assert len(sheet.half_days) == 6
    assert len(sheet.marks) == 20


def test_a_deleted_session_comes_back_from_the_bin_with_everything(office, course):
    with office.writing() as session:
        attendance.mark_column(session, reads.sheet(session, course).half_days[0].id, Mark.LATE)
    with office.reading() as session:
        before = reads.sheet(session, course)
    with office.writing() as session:
        planning.delete_session(session, course)
    with office.reading() as session:
        assert session.query(Attendance).count() == 0
        found = [each for each in journal.binned(session) if each.model is TrainingSession]
        assert [each.label for each in found] == ["التصميم والرسم في الحلي التقليدي"]
    with office.writing() as session:
        journal.restore(session, course)
    with office.reading() as session:
        after = reads.sheet(session, course)
    assert after.marks == before.marks
    assert [each.id for each in after.participants] == [each.id for each in before.participants]


def test_a_list_puts_what_runs_first_then_what_comes_then_what_was_held(office):
    held = make_session(office, 0, first_day=date(2026, 10, 4))
    older = make_session(office, 0, first_day=date(2026, 9, 6))
    later = make_session(office, 0, first_day=date(2026, 12, 20))
    soon = make_session(office, 0, first_day=date(2026, 12, 6))
    running = make_session(office, 0, first_day=date(2026, 11, 22))
    with on_day(date(2026, 11, 23)), office.reading() as session:
        lines = reads.sessions(session)
        assert [line.id for line in lines] == [running, soon, later, held, older]
        assert [line.id for line in reads.sessions(session, phase=Phase.HELD)] == [held, older]
        assert [line.id for line in reads.meeting_on(session, date(2026, 11, 23))] == [running]
        assert reads.in_month(session, date(2026, 12, 1)) == 2


def test_sessions_are_found_by_subject_place_kind_and_trainer(office, course):
    day = make_session(office, 0, subject_ar="يوم تحسيسي حول التسجيل الجبائي", subject_fr="", kind=CourseKind.AWARENESS)
    with office.writing() as session:
        from craftdesk.features.training.writes import people  # noqa: PLC0415

        people.add_outside_trainer(session, day, {"own_name_ar": "بوقرة نعيمة", "own_name_la": "Bouguerra Naïma"})
    with office.reading() as session:
        assert [line.id for line in reads.sessions(session, "الحلى")] == [course]
        assert {line.id for line in reads.sessions(session, "باتنة")} == {course, day}
        assert [line.id for line in reads.sessions(session, "bouguera")] == [day]
        assert [line.id for line in reads.sessions(session, kind=CourseKind.AWARENESS)] == [day]
        assert reads.sessions(session, "نجارة") == []


def test_changing_and_cancelling_are_told_in_words(office, course):
    with office.writing() as session:
        planning.edit_session(session, course, {"place_ar": "قاعة المحاضرات", "min_share": 75})
    with office.writing() as session:
        planning.cancel_session(session, course)
    with office.reading() as session:
        titles = [owner.label() for owner, _count in journal.change_sets(session, 2)]
        assert reads.sessions(session)[0].phase is Phase.CANCELLED
    assert titles == [
        "إلغاء: التصميم والرسم في الحلي التقليدي",
        "تعديل: التصميم والرسم في الحلي التقليدي",
    ]


def test_a_plan_may_be_of_mornings_only(office):
    key = make_session(office, 0, parts=(Part.MORNING,), days=5)
    assert [each.part for each in read_halves(office, key)] == [Part.MORNING] * 5


def test_a_year_of_sessions_is_listed_at_once(office):
    plan = Plan(date(2026, 1, 4), 3, "دورة", skip_weekend=False)
    with office.writing() as session:
        for _number in range(200):
            planning.plan_session(session, plan)
    with office.reading() as session:
        assert len(reads.sessions(session)) == 200
