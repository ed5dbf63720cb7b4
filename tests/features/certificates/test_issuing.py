"""Who gets a certificate, and that the numbers of a year never leave a gap."""

from datetime import date

import pytest

from craftdesk.base.errors import UserError
from craftdesk.data import journal
from craftdesk.features.certificates import reads, writes
from craftdesk.features.certificates.models import Certificate, CertificateKind
from craftdesk.features.certificates.rules import usual_kind
from craftdesk.features.training import reads as training
from craftdesk.features.training.models import CourseKind, Mark
from craftdesk.features.training.rules import Verdict
from craftdesk.features.training.writes import attendance, planning
from tests.features.certificates.conftest import held_session, issue, numbers, ready, register, undo
from tests.features.training.conftest import make_session


def test_seventeen_of_twenty_have_the_right_and_the_others_are_told_why(office, held):
    with office.reading() as session:
        found = reads.candidates(session, held)
    without = [each for each in found if not each.right.has]
    assert len(found) == 20
    assert [each.place for each in without] == [4, 10, 16]
    assert {each.right.verdict for each in without} == {Verdict.NO}
    assert all("66" in each.right.why for each in without)


def test_certificates_are_numbered_from_one_in_the_order_of_the_sheet(office, held):
    issue(office, held)
    with office.reading() as session:
        given = [each for each in reads.candidates(session, held) if each.certificate]
    assert [each.certificate.number for each in given] == list(range(1, 18))
    assert given[0].certificate.reference == "2026/0001"
    assert all(each.certificate.artisan_id == each.participant.artisan_id for each in given)


def test_nobody_without_the_right_gets_one(office, held):
    with office.reading() as session:
        late = reads.candidates(session, held)[3]
    with office.writing() as session, pytest.raises(UserError, match=late.participant.name):
        writes.issue(session, held, [late.id], CertificateKind.TRAINING, date(2026, 11, 23))
    assert numbers(office) == []


def test_nobody_gets_two_for_one_session(office, held):
    first = ready(office, held)[0]
    issue(office, held)
    with office.writing() as session, pytest.raises(UserError):
        writes.issue(session, held, [first], CertificateKind.TRAINING, date(2026, 11, 23))


def test_while_marks_are_missing_nobody_has_the_right(office):
    key = make_session(office, 3)
    with office.reading() as session:
        found = reads.candidates(session, key)
    assert {each.right.verdict for each in found} == {Verdict.OPEN}
    assert ready(office, key) == []


def test_a_certificate_is_not_dated_before_the_end_of_the_session(office, held):
    with office.writing() as session, pytest.raises(UserError) as refused:
        writes.issue(session, held, ready(office, held), CertificateKind.TRAINING, date(2026, 11, 15))
    assert refused.value.field == "day"


def test_each_year_counts_from_one(office, held):
    issue(office, held, 5)
    issue(office, held, 3, date(2027, 1, 4))
    assert numbers(office, 2026) == [1, 2, 3, 4, 5]
    assert numbers(office, 2027) == [1, 2, 3]


def test_a_second_batch_goes_on_where_the_first_ended(office, held):
    issue(office, held, 10)
    issue(office, held_session(office, 4))
    issue(office, held)
    assert numbers(office) == list(range(1, 22))


def test_undoing_the_last_batch_gives_its_numbers_back(office, held):
    issue(office, held, 10)
    undone = undo(office, issue(office, held))
    assert not undone.conflicts
    assert numbers(office) == list(range(1, 11))
    issue(office, held)
    assert numbers(office) == list(range(1, 18))


def test_undoing_an_older_batch_is_refused_with_the_reason(office, held):
    first = issue(office, held, 10)
    issue(office, held)
    undone = undo(office, first)
    assert len(undone.conflicts) == 10
    assert {each.why for each in undone.conflicts} == {"صدرت بعدها أرقام أخرى في السنة نفسها"}
    assert numbers(office) == list(range(1, 18))


def test_batches_are_undone_from_the_last_to_the_first(office, held):
    first, second = issue(office, held, 10), issue(office, held)
    undo(office, second)
    assert not undo(office, first).conflicts
    assert numbers(office) == []


def test_doing_an_undone_batch_again_leaves_no_gap_when_its_numbers_were_taken(office, held):
    other = held_session(office, 4)
    undone = undo(office, issue(office, held, 5))
    issue(office, other)
    again = undo(office, undone.set_id)
    assert len(again.conflicts) == 4
    assert numbers(office) == [1, 2, 3, 4, 5]
    assert [each.session_id for each in register(office)] == [other] * 4 + [held]


def test_doing_an_undone_batch_again_leaves_no_gap_when_the_numbers_before_it_are_gone(office, held):
    first, second = issue(office, held, 5), issue(office, held)
    undone = undo(office, second)
    undo(office, first)
    again = undo(office, undone.set_id)
    assert len(again.conflicts) == 12
    assert numbers(office) == []


def test_doing_an_undone_batch_again_brings_the_same_numbers_back(office, held):
    issue(office, held, 5)
    before = [(each.number, each.participant_id) for each in register(office)]
    undone = undo(office, issue(office, held))
    again = undo(office, undone.set_id)
    assert not again.conflicts
    assert numbers(office) == list(range(1, 18))
    assert [(each.number, each.participant_id) for each in register(office)][:5] == before


def test_a_certificate_stays_when_the_marks_are_corrected_later(office, held):
    issue(office, held)
    with office.writing() as session:
        sheet = training.sheet(session, held)
        for half in sheet.half_days[:3]:
            attendance.mark(session, sheet.participants[0].id, half.id, Mark.ABSENT)
    with office.reading() as session:
        first = reads.candidates(session, held)[0]
    assert not first.right.has
    assert first.certificate is not None
    assert not first.ready


def test_a_session_with_certificates_is_not_deleted(office, held):
    issue(office, held, 1)
    with pytest.raises(UserError), office.writing() as session:
        planning.delete_session(session, held)
    assert numbers(office) == [1]


def test_a_course_trains_and_on_an_awareness_day_one_takes_part():
    assert usual_kind(CourseKind.COURSE) is CertificateKind.TRAINING
    assert usual_kind(CourseKind.AWARENESS) is CertificateKind.PARTICIPATION
    assert usual_kind(CourseKind.MEETING) is CertificateKind.PARTICIPATION


def test_the_action_says_how_many_were_issued_for_what(office, held):
    issue(office, held)
    with office.reading() as session:
        title = journal.last_undoable(session, office.who).label()
    assert "(17)" in title
    assert "التصميم والرسم" in title


def test_the_label_of_a_certificate_names_its_number_and_its_holder(office, held):
    issue(office, held, 1)
    [made] = register(office)
    assert made.label().startswith("2026/0001 ")
    assert isinstance(made, Certificate)
