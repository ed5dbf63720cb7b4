"""Looking through the whole roster, and again at those who were changed since."""

from datetime import date

import pytest

from craftdesk.base.errors import Cancelled
from craftdesk.data.scratch import scratch
from craftdesk.features.roster import writes as roster
from craftdesk.features.twins import looking, reads, writes
from craftdesk.features.twins.models import TwinPair
from craftdesk.features.twins.rules import Level, in_order
from craftdesk.features.twins.writes import find_twins
from tests.features.twins.conftest import AGAIN, SAMIR, act, add, add_twins, edit, every, join, person, undo


def pairs(office) -> set[tuple[str, str]]:
    return {(each.first_id, each.second_id) for each in every(office, TwinPair)}


def groups(office) -> list[set[str]]:
    with office.reading() as session:
        return [set(each.keys) for each in reads.groups(session)]


def catch_up(office) -> bool:
    return act(office, writes.catch_up)


def test_everybody_who_is_there_twice_is_found_and_nobody_else(office):
    twins = add_twins(office, 20)
    add(office, family_ar="زيار", given_ar="نوال", birth_date=date(1991, 2, 3))
    assert find_twins(office) == 20
    assert pairs(office) == {in_order(*each) for each in twins}


def test_an_empty_roster_has_none(office):
    assert find_twins(office) == 0
    assert groups(office) == []


def test_how_far_it_is_is_told_until_the_end(office):
    add_twins(office, 3)
    steps: list[float] = []
    find_twins(office, lambda done, whole: steps.append(done / whole))
    assert steps == sorted(steps)
    assert steps[-1] == 1


def test_stopped_half_way_nothing_is_kept(office):
    add_twins(office, 3)

    def stop(_done: int, _whole: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        find_twins(office, stop)
    assert pairs(office) == set()


def test_the_look_at_one_artisan_finds_what_the_look_at_all_finds(office):
    twins = add_twins(office, 12)
    find_twins(office)
    with office.reading() as session:
        for one, other in twins:
            for key in (one, other):
                assert [each[:2] for each in looking.twins_of(session, key)] == [in_order(one, other)]


def test_a_new_artisan_is_compared_when_it_is_caught_up(office):
    [(one, _other)] = add_twins(office, 1)
    find_twins(office)
    third = add(office, **{**person(0), "given_la": None, "family_la": None})
    assert len(groups(office)[0]) == 2
    assert catch_up(office)
    assert {one, third} <= set().union(*groups(office))


def test_who_was_mended_is_not_like_the_other_any_more(office):
    [(_one, other)] = add_twins(office, 1)
    find_twins(office)
    edit(office, other, birth_date=date(1999, 9, 9), family_ar="حراث", given_ar="نوال")
    catch_up(office)
    assert groups(office) == []


def test_so_many_changes_wait_for_the_next_look(office, monkeypatch):
    add_twins(office, 4)
    find_twins(office)
    monkeypatch.setattr(reads, "FEW", 2)
    for each in range(20, 25):
        add(office, **person(each))
    assert not catch_up(office)
    with office.reading() as session:
        assert reads.looked(session).changed == 3


def test_who_is_gone_is_not_shown_and_comes_again_from_the_bin(office):
    [(one, other)] = add_twins(office, 1)
    find_twins(office)
    with office.writing() as session:
        roster.delete_artisans(session, [other])
        session.flush()
        change = session.change_set.id
    assert groups(office) == []
    undo(office, change)
    assert groups(office) == [{one, other}]


def test_who_was_told_apart_does_not_come_again(office):
    [(one, other)] = add_twins(office, 1)
    find_twins(office)
    act(office, writes.keep_apart, [one, other])
    find_twins(office)
    catch_up(office)
    assert groups(office) == []


def test_three_records_of_one_are_one_case(office):
    keys = {add(office, **SAMIR), add(office, **{**AGAIN, "nin": SAMIR["nin"]})}
    keys.add(add(office, family_ar="بو جلال", given_ar="سمير", nin=SAMIR["nin"]))
    find_twins(office)
    assert groups(office) == [keys]


def test_who_is_only_perhaps_like_one_of_two_is_not_drawn_into_their_case(office):
    samir, again = add(office, **SAMIR), add(office, **{**AGAIN, "nin": SAMIR["nin"]})
    perhaps = add(office, family_ar="بوجلال", given_ar="سميرر", birth_date=SAMIR["birth_date"])
    find_twins(office)
    assert groups(office)[0] == {samir, again}
    assert perhaps in set().union(*groups(office)[1:])


def test_after_a_merge_the_next_look_compares_the_one_that_stays(office):
    samir, again = add(office, **SAMIR), add(office, **{**AGAIN, "nin": SAMIR["nin"]})
    perhaps = add(office, family_la="Boudjellal", given_la="Samir", phone=AGAIN["phone"])
    find_twins(office)
    join(office, samir, again)
    catch_up(office)
    assert {samir, perhaps} in groups(office)


def test_a_crowd_that_shares_a_mark_is_not_compared_each_with_each(office, monkeypatch):
    monkeypatch.setattr(looking, "_CROWD", 10)
    with office.writing() as session:
        session.entitle("Many")
        for _each in range(200):
            roster.save_artisan(session, None, {"family_ar": "بوجلال", "given_ar": "سمير", "birth_year": 1970})
    counted = [0]
    original = looking.likeness

    def count(one, other):
        counted[0] += 1
        return original(one, other)

    monkeypatch.setattr(looking, "likeness", count)
    assert find_twins(office) > 0
    assert counted[0] <= 200 * looking._BESIDE


def test_the_surest_are_kept_where_there_are_too_many(office, monkeypatch):
    add_twins(office, 6)
    add(office, **SAMIR)
    add(office, **{**AGAIN, "nin": SAMIR["nin"], "family_ar": "بوجلال", "given_ar": "سمير"})
    monkeypatch.setattr(looking, "MOST", 1)
    assert find_twins(office) == 1
    [pair] = every(office, TwinPair)
    assert Level(pair.level) is Level.CERTAIN
    assert "same nin" in pair.reasons


def test_the_work_in_between_knows_no_names(office):
    """What lies on the disk beside the office are numbers alone."""
    add_twins(office, 2)
    with office.asking() as file, scratch(*looking._TABLES) as marks:
        looking._leave_marks(file, marks, lambda _done: None)
        kinds = set(marks.execute("SELECT typeof(mark), typeof(number) FROM mark"))
    assert kinds == {("integer", "integer")}
