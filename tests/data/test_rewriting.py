"""Many rows changed at once are written down, found and taken back like those that are changed one by one."""

from datetime import date

import pytest

from craftdesk.data import journal
from craftdesk.data.check import check
from craftdesk.features.roster import reads
from craftdesk.features.roster.asking import Asked, Filters
from craftdesk.features.roster.models import Artisan, Rank, Status, derived
from craftdesk.features.roster.writes import save_artisan

MANY = 400


@pytest.fixture
def people(office):
    rows = []
    for at in range(MANY):
        named = {"family_ar": f"ا{at:03}", "given_ar": "سمير", "family_la": None, "given_la": None}
        rows.append({**named, **derived(named), "birth_year": 1970, "rank": list(Rank)[at % 2], "remarks": f"{at}"})
    with office.writing() as session:
        session.entitle("Filled")
        return session.add_rows(Artisan, rows)


def changed(office, wanted):
    with office.writing() as session:
        session.entitle("Changed")
        number = session.change_rows(Artisan, wanted)
        return number, session.change_set


def one(office, key) -> Artisan:
    with office.reading() as session:
        return reads.artisan(session, key)


def found(office, **filters) -> int:
    with office.reading() as session:
        return reads.find(session, Asked("سمير", Filters(**filters))).total


def whole(office) -> bool:
    with office.reading() as session:
        return check(session).faults == ()


def test_each_row_gets_its_own_values_and_its_own_line_in_the_journal(office, people):
    day = date(2026, 1, 31)
    wanted = {key: {"rank": Rank.MASTER, "card_until": day, "remarks": f"+{at}"} for at, key in enumerate(people)}
    number, owner = changed(office, wanted)
    assert number == MANY
    last = one(office, people[-1])
    assert (last.rank, last.card_until, last.remarks) == (Rank.MASTER, day, f"+{MANY - 1}")
    with office.reading() as session:
        event = journal.history(session, people[-1])[0]
    assert event.set_id == owner.id
    assert event.after == {"rank": Rank.MASTER, "card_until": day, "remarks": f"+{MANY - 1}"}
    assert event.before["remarks"] == str(MANY - 1)
    assert whole(office)


def test_what_a_row_has_already_is_not_written_again(office, people):
    number, _owner = changed(office, {key: {"rank": Rank.APPRENTICE} for key in people})
    assert number == MANY // 2
    with office.reading() as session:
        assert [len(journal.history(session, key)) for key in people[:2]] == [1, 2]
    number, owner = changed(office, {key: {"rank": Rank.APPRENTICE} for key in people})
    assert (number, owner) == (0, None)


def test_the_search_follows_and_the_undo_of_all_of_them_is_one(office, people):
    before = found(office, rank=Rank.JOURNEYMAN)
    _number, owner = changed(office, {key: {"rank": Rank.MASTER, "mend": {"nin": ["x", {}]}} for key in people})
    assert (found(office, rank=Rank.MASTER), found(office, mend=True)) == (MANY, MANY)
    with office.writing() as session:
        undone = journal.undo(session, owner.id)
    assert undone.conflicts == ()
    assert (found(office, rank=Rank.JOURNEYMAN), found(office, mend=True)) == (before, 0)
    assert one(office, people[0]).mend is None
    assert whole(office)
    with office.writing() as session:
        journal.undo(session, undone.set_id)
    assert found(office, mend=True) == MANY


def test_what_was_changed_since_is_left_and_told_by_an_undo_of_very_many(office, people):
    _number, owner = changed(office, {key: {"rank": Rank.MASTER, "remarks": "نعم"} for key in people})
    with office.writing() as session:
        save_artisan(session, people[7], {"remarks": "لا"})
    with office.writing() as session:
        undone = journal.undo(session, owner.id)
    [conflict] = undone.conflicts
    assert (conflict.record_id, conflict.field) == (people[7], "remarks")
    left = one(office, people[7])
    assert (left.remarks, left.rank) == ("لا", list(Rank)[7 % 2])


def test_who_is_gone_is_passed_over(office, people):
    number, _owner = changed(
        office, {"nobody": {"status": Status.STRUCK_OFF}, people[0]: {"status": Status.STRUCK_OFF}}
    )
    assert number == 1
