from datetime import timedelta

import pytest

from craftdesk.base.dates import on_day
from craftdesk.base.errors import UserError
from craftdesk.data import journal
from craftdesk.features.training import reads, rules
from craftdesk.features.training.models import Mark
from craftdesk.features.training.writes import attendance, planning
from tests.features.conftest import TODAY
from tests.features.training.conftest import make_session
from tests.features.training.test_people import sheet_of
from tests.features.training.test_planning import undo_last


def test_a_mark_is_entered_changed_and_cleared_each_with_its_words(office, course):
    sheet = sheet_of(office, course)
    person, half = sheet.participants[0], sheet.half_days[1]
    for what in (Mark.ABSENT, Mark.LATE, None):
        with office.writing() as session:
            attendance.mark(session, person.id, half.id, what)
    assert sheet_of(office, course).marks == {}
    with office.reading() as session:
        titles = [owner.label() for owner, _n in journal.change_sets(session, 3)]
    assert titles == [
        f"مسح حضور {person.name}: 14/11/2026، مساء",
        f"حضور {person.name}، 14/11/2026، مساء: متأخر",
        f"حضور {person.name}، 14/11/2026، مساء: غائب",
    ]
    undo_last(office)
    assert sheet_of(office, course).marks == {(person.id, half.id): Mark.LATE}


def test_filling_a_column_never_goes_over_a_mark(office, course):
    sheet = sheet_of(office, course)
    half = sheet.half_days[0]
    with office.writing() as session:
        attendance.mark(session, sheet.participants[4].id, half.id, Mark.EXCUSED)
    with office.writing() as session:
        assert attendance.mark_column(session, half.id, Mark.PRESENT) == 19
    marks = sheet_of(office, course).marks
    assert marks[(sheet.participants[4].id, half.id)] is Mark.EXCUSED
    assert sum(mark is Mark.PRESENT for mark in marks.values()) == 19
    undo_last(office)
    assert sheet_of(office, course).marks == {(sheet.participants[4].id, half.id): Mark.EXCUSED}


def test_filling_a_full_column_changes_nothing(office, course):
    half = sheet_of(office, course).half_days[0]
    for expected in (20, 0):
        with office.writing() as session:
            assert attendance.mark_column(session, half.id, Mark.PRESENT) == expected


def test_many_cells_are_cleared_in_one_action(office, course):
    sheet = sheet_of(office, course)
    with office.writing() as session:
        attendance.mark_column(session, sheet.half_days[0].id, Mark.PRESENT)
    cells = [(each.id, half.id) for each in sheet.participants[:5] for half in sheet.half_days]
    with office.writing() as session:
        assert attendance.clear_marks(session, cells) == 5
    assert len(sheet_of(office, course).marks) == 15
    undo_last(office)
    assert len(sheet_of(office, course).marks) == 20


def test_a_half_day_of_another_session_is_refused(office, course):
    other = make_session(office, 0)
    sheet, foreign = sheet_of(office, course), sheet_of(office, other)
    with office.writing() as session, pytest.raises(UserError):
        attendance.mark(session, sheet.participants[0].id, foreign.half_days[0].id, Mark.PRESENT)


def test_the_rights_of_a_full_sheet_are_told_for_everybody(office, course):
    sheet = sheet_of(office, course)
    with office.writing() as session:
        for person in sheet.participants[:3]:
            for half in sheet.half_days[:2]:
                attendance.mark(session, person.id, half.id, Mark.ABSENT)
        for half in sheet.half_days:
            attendance.mark_column(session, half.id, Mark.PRESENT)
    with office.reading() as session:
        found = rules.rights(reads.sheet(session, course))
        assert reads.incomplete(session) == []
    assert sum(each.has for each in found.values()) == 17
    assert rules.tally_in_words(found.values()) == "17 لهم الحق، 3 ليس لهم"


def test_nobody_is_marked_on_a_day_that_has_not_come(office, course):
    sheet = sheet_of(office, course)
    person, first, last = sheet.participants[0], sheet.half_days[0], sheet.half_days[-1]
    tries = (
        lambda session: attendance.mark(session, person.id, last.id, Mark.PRESENT),
        lambda session: attendance.mark_column(session, last.id, Mark.PRESENT),
        lambda session: attendance.mark_empty(session, [(person.id, first.id), (person.id, last.id)], Mark.PRESENT),
    )
    with on_day(first.day):
        for attempt in tries:
            with office.writing() as session, pytest.raises(UserError) as refused:
                attempt(session)
            assert str(refused.value) == (
                "لم يحن بعد يوم الاثنين 16 نوفمبر 2026: يسجل الحضور ابتداء منه. اليوم هو السبت 14 نوفمبر 2026."
            )
    assert sheet_of(office, course).marks == {}


def test_a_row_is_filled_as_far_as_the_days_have_come(office, course):
    sheet = sheet_of(office, course)
    person = sheet.participants[0]
    with on_day(sheet.half_days[2].day), office.writing() as session:
        assert attendance.mark_row(session, person.id, Mark.PRESENT) == 4
    with on_day(sheet.half_days[0].day - timedelta(1)), office.writing() as session, pytest.raises(UserError):
        attendance.mark_row(session, sheet.participants[1].id, Mark.PRESENT)
    assert set(sheet_of(office, course).marks) == {(person.id, half.id) for half in sheet.half_days[:4]}


def test_a_mark_that_stands_on_a_day_to_come_can_be_cleared(office, course):
    sheet = sheet_of(office, course)
    cell = (sheet.participants[0].id, sheet.half_days[-1].id)
    with office.writing() as session:
        attendance.mark(session, *cell, Mark.PRESENT)
    with on_day(sheet.half_days[0].day), office.writing() as session:
        attendance.mark(session, *cell, None)
    assert sheet_of(office, course).marks == {}


def test_a_half_day_with_marks_is_not_moved_to_a_day_to_come(office, course):
    half = sheet_of(office, course).half_days[0]
    with office.writing() as session:
        attendance.mark_column(session, half.id, Mark.PRESENT)
    with office.writing() as session, pytest.raises(UserError) as refused:
        planning.change_half_day(session, half.id, TODAY + timedelta(1), half.part)
    assert refused.value.field == "day"
    with office.writing() as session:
        planning.change_half_day(session, half.id, TODAY, half.part)
    assert len(sheet_of(office, course).marks) == 20
