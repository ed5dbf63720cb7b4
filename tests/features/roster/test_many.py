"""Many artisans changed at once: what is shown before is what happens, and one Undo takes it back."""

from datetime import date, timedelta

import pytest

from craftdesk.base.dates import today
from craftdesk.base.errors import Cancelled, UserError
from craftdesk.data import journal
from craftdesk.data.check import check
from craftdesk.features.roster import reads
from craftdesk.features.roster.asking import Asked, Filters
from craftdesk.features.roster.many import plan as many
from craftdesk.features.roster.many.plan import Change, Fate
from craftdesk.features.roster.many.writes import change_many
from craftdesk.features.roster.models import Artisan, Rank, Status, derived


@pytest.fixture
def people(office, commune):
    rows = []
    for at in range(900):
        named = {"family_ar": f"ا{at:03}", "given_ar": "سمير", "family_la": None, "given_la": None}
        places = {"home_commune_id": commune("تيمقاد") if at % 3 else None, "birth_year": 1970}
        rows.append({**named, **derived(named), **places, "rank": list(Rank)[at % 4], "status": Status.REQUESTED})
    with office.writing() as session:
        session.entitle("Filled")
        return session.add_rows(Artisan, rows)


@pytest.fixture
def planned(office):
    def made(keys, change):
        with office.asking() as file:
            found = many.planned(file, many.numbers_of(file, keys), change)
            turns = many.turns(file, found, None, 0, 2000)
        return found, turns

    return made


@pytest.fixture
def done(office):
    def made(keys, change, **step):
        with office.writing() as session:
            with office.asking() as file:
                numbers = many.numbers_of(file, keys)
            return change_many(session, numbers, change, **step), session.change_set

    return made


def held(office, keys, name):
    with office.reading() as session:
        return [getattr(reads.artisan(session, key), name) for key in keys]


def test_the_plan_says_who_changes_and_who_has_it_already(office, people, planned, commune):
    place = commune("تيمقاد")
    found, turns = planned(people[:30], Change("home_commune_id", place))
    assert {fate: found.number(fate) for fate in Fate} == {Fate.CHANGES: 10, Fate.SAME: 20, Fate.CANNOT: 0}
    assert [turn.fate for turn in turns] == [Fate.CHANGES] * 10 + [Fate.SAME] * 20
    assert (turns[0].before, turns[0].after) == ("", "تيمقاد")
    assert (turns[-1].before, turns[-1].after) == ("تيمقاد", "تيمقاد")


def test_what_was_planned_is_what_happens_in_one_action_that_one_undo_takes_back(
    office, people, planned, done, commune
):
    change = Change("home_commune_id", commune("آريس"))
    found, _turns = planned(people, change)
    before = held(office, people[:6], "home_commune_id")
    number, owner = done(people, change)
    assert number == found.number(Fate.CHANGES) == 900
    assert set(held(office, people[:6], "home_commune_id")) == {commune("آريس")}
    with office.reading() as session:
        assert reads.find(session, Asked("سمير", Filters(commune=commune("آريس")))).total == 900
        assert "900" in owner.label()
    with office.writing() as session:
        assert journal.undo(session, owner.id).conflicts == ()
    assert held(office, people[:6], "home_commune_id") == before
    with office.reading() as session:
        assert check(session).faults == ()


def test_a_status_comes_with_its_day_reason_and_paper_and_refuses_who_has_a_later_step(
    office, people, planned, done, add
):
    late = add(family_ar="زيان", given_ar="عمر", birth_year=1970, status=Status.REQUESTED)
    day = today() - timedelta(20)
    change = Change("status", Status.REGISTERED, day, "قرار اللجنة", "15/2026")
    found, turns = planned([*people[:4], late], change)
    assert found.number(Fate.CANNOT) == 1
    [cannot] = [turn for turn in turns if turn.fate is Fate.CANNOT]
    assert cannot.key == late
    assert "2026" in cannot.why
    assert cannot.before == cannot.after
    number, owner = done([*people[:4], late], change)
    assert number == 4
    with office.reading() as session:
        card = reads.card(session, people[0])
        assert reads.artisan(session, late).status is Status.REQUESTED
    assert (card.artisan.status, card.artisan.registered_on) == (Status.REGISTERED, day)
    assert [(step.status, step.day, step.reason, step.paper) for step in card.changes] == [
        (Status.REGISTERED, day, "قرار اللجنة", "15/2026")
    ]
    with office.writing() as session:
        journal.undo(session, owner.id)
    with office.reading() as session:
        card = reads.card(session, people[0])
    assert (card.artisan.status, card.artisan.registered_on, card.changes) == (Status.REQUESTED, None, [])


def test_a_remark_is_added_below_those_that_are_there_and_never_twice(office, people, done, change):
    change(people[0], remarks="سطر أول")
    assert done(people[:2], Change("remarks", "لجنة 2026"))[0] == 2
    assert held(office, people[:2], "remarks") == ["سطر أول\nلجنة 2026", "لجنة 2026"]
    assert done(people[:2], Change("remarks", "لجنة 2026")) == (0, None)


def test_a_note_to_mend_a_field_goes_when_the_field_is_filled_for_all(office, add, done, commune):
    notes = {"home_commune_id": ["x", {}], "nin": ["y", {}]}
    with office.writing() as session:
        session.entitle("Filled")
        key = session.add_rows(Artisan, [{"family_ar": "ا", "mend": notes, "birth_year": 1970}])
    done(key, Change("home_commune_id", commune("آريس")))
    assert held(office, key, "mend") == [{"nin": ["y", {}]}]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (Change("status", Status.STRUCK_OFF, date(2999, 1, 1)), "day"),
        (Change("rank", None), "value"),
        (Change("remarks", ""), "value"),
    ],
)
def test_what_cannot_be_for_anybody_is_refused_at_its_field(office, people, done, change, field):
    with pytest.raises(UserError) as refused:
        done(people[:2], change)
    assert refused.value.field == field


def test_a_stop_half_way_leaves_nothing_behind(office, people, done, monkeypatch):
    monkeypatch.setattr("craftdesk.features.roster.many.writes.AT_ONCE", 100)
    told = []

    def step(at, total, _text=""):
        told.append((at, total))
        if at >= 300:
            raise Cancelled

    with pytest.raises(Cancelled):
        done(people, Change("rank", Rank.MASTER), step=step)
    assert told[:2] == [(0, 675), (100, 675)]
    assert held(office, people[:4], "rank") == list(Rank)
    with office.reading() as session:
        assert len(journal.change_sets(session)) == len(journal.change_sets(session, 1000))
        assert check(session).faults == ()


@pytest.mark.parametrize("name", many.FIELDS)
def test_every_field_that_is_offered_can_be_emptied_or_says_that_it_cannot(office, people, planned, name):
    change = Change(name)
    assert (change.fault() is not None) == (name in many.NEEDED)
    if name not in many.NEEDED:
        found, turns = planned(people[:3], change)
        assert found.total == len(turns) == 3
