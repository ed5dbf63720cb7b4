"""Changing many artisans at once through the screens, by keyboard, in both directions, narrow and wide."""

import pytest
from PySide6.QtCore import Qt

from craftdesk.base.dates import today
from craftdesk.base.numbers import without_marks
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import reads
from craftdesk.features.roster.asking import Filters
from craftdesk.features.roster.many.plan import Fate
from craftdesk.features.roster.models import Artisan, Rank, Sex, Status, derived
from craftdesk.features.roster.ui.roster_page import RosterPage
from tests.screens import CONTROL, focused, press, settle, shown, told, type_text

ENTER, ESCAPE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down


@pytest.fixture
def people(office, commune):
    rows = []
    for at in range(40):
        named = {"family_ar": f"ا{at:03}", "given_ar": "سمير", "family_la": None, "given_la": None}
        rest = {"sex": Sex.FEMALE if at % 4 == 0 else Sex.MALE, "birth_year": 1970, "rank": Rank.ARTISAN}
        rows.append({**named, **derived(named), **rest, "home_commune_id": commune("تيمقاد") if at % 8 == 0 else None})
    with office.writing() as session:
        session.entitle("Filled")
        return session.add_rows(Artisan, rows)


@pytest.fixture(params=[1100 - 222, 1366 - 222], ids=["narrow", "wide"])
def page(desk, qtbot, direction, request, people):
    made = shown(RosterPage(desk), qtbot, request.param, 768)
    qtbot.waitUntil(lambda: desk.ask(made.people._listing.is_ready))
    yield made
    desk.close()


@pytest.fixture
def women(page):
    """The page opened for the ten women."""
    page.people.narrowing.show_filters(Filters(sex="f"))
    page.people.narrowing.change_button.click()
    return page._change


def choose(qtbot, change, field):
    change.form.set_value("field", field)
    settle()


def held(desk: Desk, keys, name):
    return [getattr(desk.read(reads.artisan, key), name) for key in keys]


def test_a_filter_is_changed_by_keyboard_alone_and_one_undo_takes_it_back(page, women, qtbot, desk, people, direction):
    heard = told(desk)
    assert page.currentWidget() is women
    qtbot.waitUntil(lambda: women.form.isAncestorOf(focused()))
    assert "10" in without_marks(women.subtitle.text())
    type_text("بلدية الإق" if direction == "ar" else "commune de r")
    press(qtbot, ENTER)
    settle()
    assert women.value_form is not None
    women.value_form.input("value").setFocus()
    type_text("timg" if direction == "fr" else "تيمق")
    women.value_form.input("value").ask()
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: women.plan is not None)
    assert (women.plan.number(Fate.CHANGES), women.plan.number(Fate.SAME)) == (5, 5)
    press(qtbot, ENTER, held=CONTROL)
    qtbot.waitUntil(lambda: page.currentWidget() is page.people)
    assert len(heard) == 1
    assert None not in held(desk, people[::4], "home_commune_id")
    assert held(desk, people[1:4], "home_commune_id") == [None] * 3
    desk.undo(heard[0].undo)
    assert held(desk, people[::4], "home_commune_id").count(None) == 5


def test_everybody_is_shown_before_and_after_and_the_groups_part_them(page, women, qtbot, desk, commune):
    choose(qtbot, women, "home_commune_id")
    women.value_form.set_value("value", commune("تيمقاد"))
    qtbot.waitUntil(lambda: women.plan is not None)
    assert women.plan.number(Fate.CHANGES) == 5
    model = women.table.model
    first, last = model.row_at(0), model.row_at(9)
    assert (first.before, bool(first.after), first.fate) == ("", True, Fate.CHANGES)
    assert last.fate is Fate.SAME
    women.fates[Fate.SAME].click()
    assert model.rowCount() == 5
    assert {model.row_at(at).fate for at in range(5)} == {Fate.SAME}
    women.fates[None].click()
    assert model.rowCount() == 10


def test_who_cannot_have_it_is_told_with_the_reason(page, women, qtbot, desk, people):
    from craftdesk.features.roster.writes import change_status  # noqa: PLC0415

    desk.write(change_status, people[0], Status.STRUCK_OFF, today())
    choose(qtbot, women, "status")
    women.value_form.set_value("status" if women.value_form.has("status") else "value", "struck off")
    women.value_form.input("day").set_text("01/01/2020")
    women.look()
    assert women.plan.number(Fate.CANNOT) + women.plan.number(Fate.SAME) == 1
    women.value_form.set_value("value", "requested")
    women.look()
    assert women.plan.number(Fate.CANNOT) == 1
    women.show_fate(Fate.CANNOT)
    assert str(today().year) in women.table.model.row_at(0).why


def test_nothing_is_written_while_the_value_is_missing_or_by_escape(page, women, qtbot, desk, people):
    heard = told(desk)
    choose(qtbot, women, "rank")
    assert not women._may_write()
    press(qtbot, ENTER, held=CONTROL)
    women.value_form.set_value("value", "master")
    women.value_form.setFocus()
    women.value_form.input("value").setFocus()
    press(qtbot, ESCAPE)
    press(qtbot, ESCAPE)
    assert page.currentWidget() is page.people
    assert heard == []
    assert set(held(desk, people[:8], "rank")) == {Rank.ARTISAN}


def test_several_chosen_rows_are_changed_and_a_remark_is_added(page, qtbot, desk, people):
    table = page.people.table
    table.grid.setFocus()
    press(qtbot, DOWN, DOWN, held=Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_M, held=CONTROL)
    change = page._change
    assert page.currentWidget() is change
    choose(qtbot, change, "remarks")
    change.value_form.input("value").setFocus()
    type_text("لجنة 2026")
    press(qtbot, ENTER, held=CONTROL)
    qtbot.waitUntil(lambda: page.currentWidget() is page.people)
    remarks = held(desk, people, "remarks")
    assert remarks.count("لجنة 2026") == 3


def test_very_many_are_looked_at_beside_the_screens(page, women, qtbot, monkeypatch, desk, people):
    monkeypatch.setattr("craftdesk.features.roster.ui.change_page.FEW", 3)
    choose(qtbot, women, "rank")
    women.value_form.set_value("value", "master")
    qtbot.waitUntil(lambda: women.plan is not None)
    assert women.plan.number(Fate.CHANGES) == 10
    women.write()
    qtbot.waitUntil(lambda: page.currentWidget() is page.people)
    assert held(desk, people, "rank").count(Rank.MASTER) == 10


def test_a_field_is_emptied_only_by_who_says_so(page, women, qtbot, desk, people):
    choose(qtbot, women, "home_commune_id")
    women.look()
    assert women.plan is None
    women.value_form.set_value("emptied", True)
    women.look()
    assert women.plan.number(Fate.CHANGES) == 5
    women.write()
    qtbot.waitUntil(lambda: page.currentWidget() is page.people)
    assert set(held(desk, people[::4], "home_commune_id")) == {None}
