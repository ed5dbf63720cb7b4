"""Fees: dated amounts, who owes, receipts without gaps, sums, undo."""

from datetime import date, timedelta

import pytest

from craftdesk.base.errors import UserError
from craftdesk.data import journal
from craftdesk.data.check import check
from craftdesk.features.fees import reads, rules, writes
from craftdesk.features.fees.models import FeeReceipt, Way
from craftdesk.features.fees.reads import Asked, Sought
from craftdesk.features.fees.ui import telling
from craftdesk.features.fees.writes import Paid
from craftdesk.features.roster.models import Status
from craftdesk.features.roster.writes import change_status, delete_artisans
from tests.features.conftest import TODAY
from tests.features.fees.conftest import CARD, MEMBERSHIP, account, owed, pay, set_amount


def undo_last(database) -> journal.Undone:
    with database.writing() as session:
        return journal.undo(session, journal.last_undoable(session, database.who).id)


def debtors(database, **asked) -> set[str]:
    with database.reading() as session:
        found = reads.debtors(session, Asked(**asked))
        assert reads.number_of_debtors(session, Asked(**asked)) == len(found)
        assert [each.id for each in found] == reads.debtor_keys(session, Asked(**asked))
        assert all(each.owed for each in found)
    return {each.id for each in found}


def numbers(database) -> list[str]:
    with database.reading() as session:
        return [each.reference for each in reads.by_keys(session, [])]


def test_no_amount_comes_with_the_program(office, people):
    with office.reading() as session:
        assert all(not each.rates for each in reads.fees(session))
        assert telling.figures(session) == []
    assert debtors(office) == set()
    with pytest.raises(UserError, match="البطاقة"), office.writing() as session:
        writes.charge(session, people[0], "card", TODAY)


def test_a_yearly_fee_is_owed_from_the_registration_or_its_first_year_on(office, people, amounts):
    both = [("membership", 2025, MEMBERSHIP), ("membership", 2026, MEMBERSHIP)]
    assert owed(office, people[0]) == both
    assert owed(office, people[1]) == both
    assert owed(office, people[2]) == both[1:]
    assert owed(office, people[3]) == both
    assert debtors(office) == set(people)
    assert debtors(office, year=2025) == {people[0], people[1], people[3]}
    assert debtors(office, code="card") == set()


@pytest.mark.parametrize("status", [Status.STRUCK_OFF, Status.REQUESTED])
def test_who_is_not_registered_owes_no_yearly_fee(office, people, amounts, status):
    with office.writing() as session:
        change_status(session, people[0], status, TODAY)
    assert owed(office, people[0]) == []
    assert people[0] not in debtors(office)


def test_a_year_has_the_amount_with_which_it_begins(office, people, amounts):
    set_amount(office, "membership", 150_000, date(2026, 1, 1))
    assert owed(office, people[0]) == [("membership", 2025, MEMBERSHIP), ("membership", 2026, 150_000)]
    set_amount(office, "membership", 200_000, date(2026, 7, 1))
    assert owed(office, people[0])[1][2] == 150_000
    with office.reading() as session:
        found = reads.fee(session, "membership")
    assert found.rate_on(date(2026, 7, 1)).amount == 200_000
    assert found.rate_on(date(2024, 12, 31)) is None


def test_a_first_amount_within_a_year_holds_for_that_year(office, people):
    set_amount(office, "membership", 50_000, date(2026, 3, 15))
    assert owed(office, people[0]) == [("membership", 2026, 50_000)]


def test_two_amounts_from_one_day_and_an_amount_of_nothing_are_refused(office, amounts):
    for values in ({"amount": 1, "holds_from": date(2025, 1, 1)}, {"amount": 0, "holds_from": TODAY}, {"amount": 5}):
        with pytest.raises(UserError), office.writing() as session:
            writes.save_rate(session, "membership", None, values)


def test_what_is_paid_is_owed_no_longer_and_has_a_receipt(office, people, amounts):
    key = pay(office, people[0], extra=("card",))
    assert owed(office, people[0]) == []
    [receipt] = account(office, people[0]).receipts
    assert (receipt.id, receipt.reference, receipt.amount) == (key, "2026/0001", 2 * MEMBERSHIP + CARD)
    assert rules.lines_of(receipt) == "الاشتراك السنوي 2025، 2026، حقوق البطاقة المهنية"
    assert people[0] not in debtors(office)


def test_the_oldest_year_alone_may_be_paid(office, people, amounts):
    pay(office, people[0], most=1)
    assert owed(office, people[0]) == [("membership", 2026, MEMBERSHIP)]
    assert debtors(office, year=2025) == {people[1], people[3]}
    assert people[0] in debtors(office, year=2026)


def test_the_same_fee_is_not_paid_twice(office, people, amounts):
    found = account(office, people[0]).owed
    pay(office, people[0])
    with pytest.raises(UserError, match="سبق دفع"), office.writing() as session:
        writes.pay(session, people[0], found, (), Paid(TODAY))
    assert numbers(office) == ["2026/0001"]


def test_numbers_run_on_without_a_gap_in_each_year_and_with_the_days(office, people, amounts):
    pay(office, people[0], date(2025, 12, 30), most=1)
    pay(office, people[1], date(2025, 12, 31), most=1)
    for place, key in enumerate(people):
        pay(office, key, date(2026, 3, 1) + timedelta(place))
    assert numbers(office) == ["2025/0001", "2025/0002", "2026/0001", "2026/0002", "2026/0003", "2026/0004"]
    with pytest.raises(UserError, match="آخر وصل"), office.writing() as session:
        writes.pay(session, people[0], (), ("card",), Paid(date(2026, 2, 1)))
    with pytest.raises(UserError), office.writing() as session:
        writes.pay(session, people[0], (), ("card",), Paid(TODAY + timedelta(1)))


def test_the_last_receipt_is_undone_with_all_that_it_paid(office, people, amounts):
    pay(office, people[0], extra=("card",))
    before = owed(office, people[1])
    undo_last(office)
    assert numbers(office) == []
    assert len(owed(office, people[0])) == 2
    assert owed(office, people[1]) == before
    pay(office, people[1])
    assert numbers(office) == ["2026/0001"]


def test_an_undo_that_would_leave_a_gap_is_refused_as_a_whole(office, people, amounts):
    pay(office, people[0])
    with office.reading() as session:
        first = journal.last_undoable(session, office.who).id
    pay(office, people[1])
    with pytest.raises(UserError, match="2026/0001"), office.writing() as session:
        journal.undo(session, first)
    assert numbers(office) == ["2026/0001", "2026/0002"]
    assert owed(office, people[0]) == []


def test_what_was_undone_comes_back_only_where_its_number_is_free(office, people, amounts):
    pay(office, people[0])
    undone = undo_last(office)
    pay(office, people[1])
    with pytest.raises(UserError, match="أُعطي رقمه من جديد"), office.writing() as session:
        journal.undo(session, undone.set_id)
    assert numbers(office) == ["2026/0001"]
    assert len(owed(office, people[0])) == 2


def test_a_cancelled_receipt_keeps_its_number_and_what_it_paid_is_owed_again(office, people, amounts):
    key = pay(office, people[0], extra=("card",))
    pay(office, people[1])
    with pytest.raises(UserError), office.writing() as session:
        writes.cancel(session, key, " ")
    with office.writing() as session:
        writes.cancel(session, key, "خطأ في الاسم")
    assert owed(office, people[0]) == [("membership", 2025, MEMBERSHIP), ("membership", 2026, MEMBERSHIP)]
    with office.reading() as session:
        assert reads.receipt(session, key).cancelled_on == TODAY
        assert reads.sum_of(session, Sought()) == 2 * MEMBERSHIP
        assert reads.number_in(session, Sought()) == 2
    with pytest.raises(UserError, match="سبق إلغاء"), office.writing() as session:
        writes.cancel(session, key, "مرة ثانية")
    undo_last(office)
    assert owed(office, people[0]) == []


def test_what_was_charged_beforehand_is_owed_until_it_is_paid_and_again_when_its_receipt_is_cancelled(
    office, people, amounts
):
    with office.writing() as session:
        writes.charge(session, people[2], "card", TODAY)
    assert ("card", 2026, CARD) in owed(office, people[2])
    assert debtors(office, code="card") == {people[2]}
    set_amount(office, "card", 90_000, TODAY)
    assert ("card", 2026, CARD) in owed(office, people[2])
    key = pay(office, people[2])
    assert debtors(office, code="card") == set()
    with office.writing() as session:
        writes.cancel(session, key, "خطأ")
    assert debtors(office, code="card") == {people[2]}


def test_what_was_charged_by_mistake_is_taken_back(office, people, amounts):
    with office.writing() as session:
        due = writes.charge(session, people[2], "card", TODAY)
    with office.writing() as session:
        writes.forget_due(session, due)
    assert debtors(office, code="card") == set()


def test_who_was_struck_off_still_owes_what_was_charged(office, people, amounts):
    with office.writing() as session:
        writes.charge(session, people[0], "card", TODAY)
    with office.writing() as session:
        change_status(session, people[0], Status.STRUCK_OFF, TODAY)
    assert owed(office, people[0]) == [("card", 2026, CARD)]
    assert people[0] in debtors(office)


def test_what_is_let_go_is_owed_no_longer_and_can_be_asked_for_again(office, people, amounts):
    first, second = account(office, people[0]).owed
    with office.writing() as session:
        writes.waive(session, people[0], first, "معفى بقرار المدير")
    assert account(office, people[0]).owed == [second]
    assert people[0] not in debtors(office, year=2025)
    [(due, fee)] = account(office, people[0]).waived
    assert (fee.code, due.year, due.note) == ("membership", 2025, "معفى بقرار المدير")
    with office.writing() as session:
        writes.claim_again(session, due.id)
    assert len(owed(office, people[0])) == 2


def test_a_fee_that_was_paid_is_kept_and_asked_for_no_longer(office, people, amounts):
    pay(office, people[0])
    with pytest.raises(UserError, match="الاشتراك السنوي"), office.writing() as session:
        writes.delete_fee(session, "membership")
    with office.writing() as session:
        values = {"name_ar": "الاشتراك السنوي", "yearly": True, "offered": False}
        writes.save_fee(session, "membership", values)
    assert debtors(office) == set()
    assert len(account(office, people[0]).receipts) == 1
    with office.writing() as session:
        writes.delete_fee(session, "card")
    with office.reading() as session:
        assert reads.fee(session, "card").rates == ()


def test_the_office_adds_a_fee_of_its_own(office, people):
    with office.writing() as session:
        code = writes.save_fee(session, None, {"name_ar": "حقوق المشاركة في المعرض", "name_fr": "Stand"})
    set_amount(office, code, 250_000, date(2026, 1, 1))
    pay(office, people[0], extra=(code,))
    with office.reading() as session:
        assert reads.sum_of(session, Sought()) == 250_000


def test_what_came_in_adds_up_by_month_and_by_day(office, people, amounts):
    pay(office, people[0], date(2026, 3, 1), way=Way.CASH)
    pay(office, people[1], date(2026, 3, 1), way=Way.CHEQUE)
    pay(office, people[2], date(2026, 3, 9), way=Way.CASH)
    last = pay(office, people[3], date(2026, 4, 2))
    with office.writing() as session:
        writes.cancel(session, last, "خطأ")
    with office.reading() as session:
        [march] = reads.takings(session, 2026)
        days = reads.takings(session, 2026, 3)
        assert reads.sum_of(session, Sought(month=3, year=2026)) == march.total
    assert (march.begins, march.receipts, march.total) == (date(2026, 3, 1), 3, 5 * MEMBERSHIP)
    assert march.ways == {Way.CASH: 3 * MEMBERSHIP, Way.CHEQUE: 2 * MEMBERSHIP}
    assert [(each.begins.day, each.receipts, each.total) for each in days] == [
        (1, 2, 4 * MEMBERSHIP),
        (9, 1, MEMBERSHIP),
    ]


def test_receipts_are_found_by_name_number_and_way(office, people, amounts):
    keys = [pay(office, people[0], way=Way.POSTAL), pay(office, people[1])]
    with office.reading() as session:
        assert [each.id for each in reads.receipts(session, Sought("2026/0002"))] == [keys[1]]
        assert [each.id for each in reads.receipts(session, Sought("Bennadir"))] == [keys[0]]
        assert [each.id for each in reads.receipts(session, Sought(way=Way.POSTAL))] == [keys[0]]
        assert reads.receipts(session, Sought(year=2025)) == []
        [hit] = telling.hits(session, [keys[0]])
    assert hit.model is FeeReceipt


def test_home_tells_how_many_owe(office, people, amounts):
    with office.reading() as session:
        [figure] = telling.figures(session)
    assert (figure.number, figure.title, figure.page) == (4, "حرفيين عليهم مستحقات", "fees")
    for key in people:
        pay(office, key)
    with office.reading() as session:
        assert [each.number for each in telling.figures(session)] == [0]


def test_an_artisan_who_paid_is_not_deleted(office, people, amounts):
    pay(office, people[0])
    with pytest.raises(UserError, match="وصل"), office.writing() as session:
        delete_artisans(session, [people[0]])


def test_the_file_is_whole_after_payments_cancellings_and_undos(office, people, amounts):
    key = pay(office, people[0], extra=("card",))
    pay(office, people[1])
    undo_last(office)
    with office.writing() as session:
        writes.cancel(session, key, "خطأ")
    undo_last(office)
    with office.reading() as session:
        assert check(session).faults == ()
