"""The list of things to mend worked off by keyboard, in both directions, narrow and wide."""

import pytest
from PySide6.QtCore import Qt

from craftdesk.base.numbers import without_marks
from craftdesk.features.roster import reads
from craftdesk.features.roster.ui.roster_page import RosterPage
from tests.screens import CONTROL, focused, press, settle, shown, type_text

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def people(add):
    """Three to be mended, the second at two fields, and one who is whole."""
    return [
        add(family_ar="ا", given_ar="سمير"),
        add(family_la="BADIS", given_la="Omar"),
        add(family_ar="ت", given_ar="علي", birth_year=1970, nin="10966"),
        add(family_ar="ث", given_ar="علي", birth_year=1970),
    ]


@pytest.fixture(params=[1100 - 222, 1366 - 222], ids=["narrow", "wide"])
def page(desk, qtbot, direction, request, people):
    made = shown(RosterPage(desk), qtbot, request.param, 768)
    made.open_record("mend")
    made.people.table.grid.setFocus()
    made.people.table.select(order(made)[0])
    yield made
    desk.close()


def order(page) -> list[str]:
    model = page.people.table.model
    return [model.row_at(at).key for at in range(model.rowCount())]


def stands_in(page, name) -> bool:
    settle()
    return page.card.form.row(name).isAncestorOf(focused())


def left(page) -> str:
    return without_marks(page.queue.strip.left.text())


def test_enter_opens_the_first_card_at_its_field_with_the_sentence(page, people, qtbot):
    keys = order(page)
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: stands_in(page, page.queue.field))
    assert page.card.key == keys[0]
    assert page.queue.strip.isVisible()
    assert page.card.form.row(page.queue.field).message()
    assert "3" in left(page) or "ثلاث" in left(page)


def test_a_mended_field_and_enter_go_to_the_next_note_and_then_to_the_next_card(page, people, desk, qtbot):
    keys = order(page)
    seen = []
    press(qtbot, ENTER)
    values = {"birth_date": "1970", "family_ar": "باديس", "nin": "109660508015058762"}
    for _turn in range(4):
        qtbot.waitUntil(lambda: stands_in(page, page.queue.field))
        seen.append((page.card.key, page.queue.field))
        name = page.queue.field
        line = focused()
        line.selectAll()
        type_text(values[name])
        before = (page.card.key, name)
        press(qtbot, ENTER)
        qtbot.waitUntil(lambda before=before: not page.queue.is_on() or (page.card.key, page.queue.field) != before)
    assert len(set(seen)) == 4
    assert {key for key, _name in seen} == set(keys)
    assert page.currentWidget() is page.people
    assert [desk.read(reads.artisan, key).mend for key in keys] == [None] * 3
    assert page.people.table.model.rowCount() == 0


def test_what_is_right_goes_off_the_list_by_one_key(page, people, desk, qtbot):
    first = order(page)[0]
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: stands_in(page, page.queue.field))
    while page.card.key == first:
        name = page.queue.field
        press(qtbot, Qt.Key.Key_R, held=ALT)
        qtbot.waitUntil(lambda name=name: page.card.key != first or page.queue.field != name)
    assert desk.read(reads.artisan, first).mend is None
    assert page.queue.is_on()


def test_a_card_is_left_for_later_and_the_last_one_leads_back(page, people, desk, qtbot):
    keys = order(page)
    press(qtbot, ENTER)
    for key in keys:
        qtbot.waitUntil(lambda key=key: page.card.key == key and stands_in(page, page.queue.field))
        press(qtbot, Qt.Key.Key_N, held=ALT)
    assert page.currentWidget() is page.people
    assert len(order(page)) == 3
    assert not page.queue.is_on()


def test_save_and_next_goes_on_mending(page, people, desk, qtbot):
    keys = order(page)
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: stands_in(page, page.queue.field))
    page.card.form.set_value("phone", "0661241807")
    press(qtbot, ENTER, held=CONTROL)
    qtbot.waitUntil(lambda: page.card.key == keys[1] and stands_in(page, page.queue.field))
    assert desk.read(reads.artisan, keys[0]).phone == "0661241807"


def test_escape_ends_the_mending_and_other_cards_know_nothing_of_it(page, people, desk, qtbot):
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: stands_in(page, page.queue.field))
    press(qtbot, ESCAPE)
    assert page.currentWidget() is page.people
    assert not page.queue.is_on()
    page.people.show_everybody()
    page.open_from_list(people[3])
    settle()
    assert not page.queue.strip.isVisible()
