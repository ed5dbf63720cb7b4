"""Taking a request in, its papers, and moving it from state to state."""

from datetime import date

import pytest

from craftdesk.base.errors import UserError
from craftdesk.data import journal
from craftdesk.features.equipment import reads, rules, writes
from craftdesk.features.equipment.models import EquipmentRequest, PaperState, RequestKind, RequestState
from craftdesk.features.equipment.writes import Asked
from craftdesk.features.roster.models import Artisan
from tests.features.equipment.conftest import FURNACE, TODAY, file_of, move, receive_papers, take_in
from tests.features.training.test_planning import undo_last


def refusal(database, change, *args):
    with pytest.raises(UserError) as refused, database.writing() as session:
        change(session, *args)
    return refused.value


def test_a_request_gets_the_next_number_of_its_year_and_the_usual_papers(office, artisan_id):
    first, second = take_in(office, artisan_id), take_in(office, artisan_id)
    other_year = take_in(office, artisan_id, day=date(2025, 12, 30))
    assert [file_of(office, key).request.reference for key in (first, second, other_year)] == [
        "2026/0001",
        "2026/0002",
        "2025/0001",
    ]
    file = file_of(office, first)
    assert [paper.name for paper in file.papers] == list(rules.USUAL_PAPERS[RequestKind.ACQUISITION])
    assert [step.state for step in file.steps] == [RequestState.DEPOSITED]
    assert file.total == 24_000_000 + 6 * 350_000


def test_a_group_may_ask_without_being_in_the_roster(office):
    key = take_in(office, None, group_name="مجموعة صائغي أريس")
    assert file_of(office, key).request.applicant == "مجموعة صائغي أريس"


@pytest.mark.parametrize(
    ("values", "lines", "field"),
    [
        ({"artisan_id": None, "deposited_on": TODAY}, FURNACE, "artisan_id"),
        ({"group_name": "مجموعة", "deposited_on": None}, FURNACE, "deposited_on"),
        ({"group_name": "مجموعة", "deposited_on": TODAY}, (), "lines"),
        ({"group_name": "مجموعة", "deposited_on": TODAY}, (Asked("", 1, 100),), "lines"),
        ({"group_name": "مجموعة", "deposited_on": TODAY}, (Asked("فرن", 0, 100),), "lines"),
        ({"group_name": "مجموعة", "deposited_on": TODAY}, (Asked("فرن", 1, -100),), "lines"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(office, values, lines, field):
    assert refusal(office, writes.save_request, None, values, lines).field == field


def test_the_applicant_keeps_the_name_of_the_day_of_the_request(office, artisan_id, request_id):
    before = file_of(office, request_id).request.applicant
    with office.writing() as session:
        session.entitle("Renamed")
        session.get_one(Artisan, artisan_id).family_ar = "بن تغيير"
    with office.writing() as session:
        values = {"artisan_id": artisan_id, "purpose": "توسيع الورشة", "deposited_on": date(2026, 11, 17)}
        writes.save_request(session, request_id, values, FURNACE)
    assert file_of(office, request_id).request.applicant == before


def test_changing_lines_keeps_those_that_stay(office, request_id):
    before = file_of(office, request_id).lines
    changed = (Asked("فرن صهر الفضة", 2, 24_000_000), Asked("قوالب غرافيت", 6, 350_000), Asked("بواتق", 3, 90_000))
    values = {"group_name": "مجموعة", "deposited_on": date(2026, 11, 17)}
    with office.writing() as session:
        writes.save_request(session, request_id, values, changed)
    after = file_of(office, request_id).lines
    assert [line.id for line in after][:2] == [line.id for line in before]
    with office.writing() as session:
        writes.save_request(session, request_id, values, changed[:1])
    assert [line.what for line in file_of(office, request_id).lines] == ["فرن صهر الفضة"]


def test_another_kind_asks_for_other_papers_and_keeps_what_was_received(office, request_id):
    receive_papers(office, request_id, 2)
    values = {"group_name": "م", "kind": RequestKind.MAINTENANCE, "deposited_on": date(2026, 11, 17)}
    with office.writing() as session:
        writes.save_request(session, request_id, values, FURNACE)
    names = [paper.name for paper in file_of(office, request_id).papers]
    assert names == [
        "Handwritten request",
        "Copy of the artisan card",
        "Quotation for the repair",
        "Photo of the equipment",
    ]


def test_the_day_of_deposit_stays_in_its_year_and_before_the_next_step(office, request_id):
    values = {"group_name": "م", "deposited_on": date(2025, 11, 17)}
    assert "2026" in str(refusal(office, writes.save_request, request_id, values, FURNACE))
    move(office, request_id, RequestState.INCOMPLETE, date(2026, 11, 20))
    later = values | {"deposited_on": date(2026, 11, 21)}
    assert refusal(office, writes.save_request, request_id, later, FURNACE).field == "deposited_on"
    with office.writing() as session:
        writes.save_request(session, request_id, values | {"deposited_on": date(2026, 11, 16)}, FURNACE)
    assert file_of(office, request_id).steps[0].day == date(2026, 11, 16)


def test_a_file_is_complete_only_when_no_paper_is_missing(office, request_id):
    assert RequestState.COMPLETE not in rules.next_states(RequestState.DEPOSITED, file_of(office, request_id).papers)
    said = str(refusal(office, writes.move_on, request_id, RequestState.COMPLETE, TODAY))
    assert "عرض أسعار ثان" in said
    receive_papers(office, request_id, 4)
    with office.writing() as session:
        writes.save_paper(session, file_of(office, request_id).papers[4].id, PaperState.NOT_NEEDED, TODAY)
    move(office, request_id, RequestState.COMPLETE)
    assert file_of(office, request_id).request.state is RequestState.COMPLETE


def test_a_request_goes_from_the_counter_to_the_delivery(office, request_id):
    receive_papers(office, request_id)
    states = (RequestState.COMPLETE, RequestState.APPROVED, RequestState.DELIVERED, RequestState.CLOSED)
    for state in states:
        move(office, request_id, state, note="محضر" if state is RequestState.APPROVED else "")
    file = file_of(office, request_id)
    assert [step.state for step in file.steps] == [RequestState.DEPOSITED, *states]
    assert file.steps[2].note == "محضر"
    assert rules.next_states(file.request.state, file.papers) == ()


@pytest.mark.parametrize("state", [RequestState.APPROVED, RequestState.DELIVERED, RequestState.DEPOSITED])
def test_no_step_is_jumped_over(office, request_id, state):
    assert "الآن" in str(refusal(office, writes.move_on, request_id, state, TODAY))


def test_a_step_lies_neither_before_the_deposit_nor_before_the_last_step(office, request_id):
    early = refusal(office, writes.move_on, request_id, RequestState.INCOMPLETE, date(2026, 11, 16))
    assert early.field == "day"
    move(office, request_id, RequestState.INCOMPLETE, date(2026, 11, 20))
    receive_papers(office, request_id)
    before = refusal(office, writes.move_on, request_id, RequestState.COMPLETE, date(2026, 11, 19))
    assert before.field == "day"


def test_a_paper_that_is_turned_back_has_no_day(office, request_id):
    receive_papers(office, request_id, 1)
    paper = file_of(office, request_id).papers[0]
    assert paper.received_on == date(2026, 11, 18)
    with office.writing() as session:
        writes.save_paper(session, paper.id, PaperState.MISSING, TODAY)
    assert file_of(office, request_id).papers[0].received_on is None


def test_one_more_paper_is_asked_for_and_taken_off_again(office, request_id):
    with office.writing() as session:
        key = writes.add_paper(session, request_id, "  فاتورة شكلية ")
    assert file_of(office, request_id).papers[-1].label() == "فاتورة شكلية"
    with office.writing() as session:
        writes.remove_paper(session, key)
    assert len(file_of(office, request_id).papers) == 5
    assert refusal(office, writes.add_paper, request_id, " ").field == "name"


def test_every_change_can_be_undone(office, request_id):
    receive_papers(office, request_id, 1)
    undo_last(office)
    assert file_of(office, request_id).papers[0].state is PaperState.MISSING
    move(office, request_id, RequestState.INCOMPLETE)
    undo_last(office)
    file = file_of(office, request_id)
    assert (file.request.state, len(file.steps)) == (RequestState.DEPOSITED, 1)


def test_a_deleted_request_comes_back_from_the_bin_with_everything(office, request_id):
    receive_papers(office, request_id, 2)
    before = file_of(office, request_id)
    with office.writing() as session:
        writes.delete_request(session, request_id)
    with office.reading() as session:
        assert not reads.is_there(session, request_id)
        assert request_id in [each.record_id for each in journal.binned(session)]
    with office.writing() as session:
        journal.restore(session, request_id)
    after = file_of(office, request_id)
    assert after.request.reference == before.request.reference
    assert [line.id for line in after.lines] == [line.id for line in before.lines]
    assert [paper.state for paper in after.papers] == [paper.state for paper in before.papers]
    assert len(after.steps) == len(before.steps)


def test_undoing_the_deposit_takes_the_whole_request_away(office, request_id):
    undo_last(office)
    with office.reading() as session:
        assert not reads.is_there(session, request_id)
        assert session.query(EquipmentRequest).count() == 0
