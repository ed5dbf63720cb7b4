"""The page of twins, by the keyboard alone, as a clerk uses it."""

import pytest
from PySide6.QtCore import Qt

from craftdesk.features.roster import writes as roster
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training.models import Participant
from craftdesk.features.training.writes import people
from craftdesk.features.twins import looking, writes
from craftdesk.features.twins.models import NotTwins
from craftdesk.features.twins.ui.twins_page import TwinsPage
from tests.features.training.conftest import make_session
from tests.features.twins.conftest import AGAIN, SAMIR, act, add, add_twins, artisan, every, person
from tests.screens import buttons, focused, press, settle, shown, told, words_on

RETURN, DELETE, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_Down


@pytest.fixture
def page(desk, office, qtbot):
    def opened() -> TwinsPage:
        act(office, writes.keep_found, looking.look(office))
        return shown(TwinsPage(desk), qtbot)

    return opened


def test_enter_joins_and_the_next_case_comes_by_itself(page, office, qtbot):
    add_twins(office, 3)
    shown_page = page()
    first = shown_page.card.group
    assert focused() is shown_page.card.grid
    press(qtbot, RETURN)
    assert shown_page.card.group not in (None, first)
    assert len(shown_page.groups) == 2
    assert focused() is shown_page.card.grid
    assert shown_page.table.row().group == shown_page.card.group


def test_undo_brings_the_case_back_and_leads_to_it(page, desk, office, qtbot):
    add_twins(office, 3)
    shown_page = page()
    press(qtbot, Qt.Key.Key_PageDown)
    case = shown_page.card.group
    press(qtbot, RETURN)
    assert case not in shown_page.groups
    desk.undo()
    assert shown_page.card.group == case
    assert shown_page.table.row().group == case


def test_one_key_says_that_they_are_not_the_same_and_they_never_come_again(page, desk, office, qtbot):
    [(one, other)] = add_twins(office, 1)
    shown_page = page()
    press(qtbot, DELETE)
    [verdict] = every(office, NotTwins)
    assert {verdict.first_id, verdict.second_id} == {one, other}
    assert "لا يوجد مكررون" in words_on(shown_page)
    shown_page.look()
    qtbot.waitUntil(lambda: not desk.is_busy())
    settle()
    assert shown_page.groups == []
    desk.undo()
    assert len(shown_page.groups) == 1


def test_space_chooses_the_value_under_the_cursor_which_stands_where_it_is_doubtful(page, office, qtbot):
    samir, again = add(office, **SAMIR), add(office, **{**AGAIN, "nin": SAMIR["nin"]})
    shown_page = page()
    compared = shown_page.card.grid.compared
    line = compared.choices[shown_page.card.grid.currentIndex().row()]
    assert line.line.name == "register_no"
    press(qtbot, SPACE, RETURN)
    assert artisan(office, samir) is None
    assert artisan(office, again).register_no == AGAIN["register_no"]


def test_arrows_go_to_any_value(page, office, qtbot, direction):
    samir, again = add(office, **SAMIR), add(office, **{**AGAIN, "nin": SAMIR["nin"]})
    shown_page = page()
    grid = shown_page.card.grid
    row = next(at for at, each in enumerate(grid.compared.choices) if each.line.name == "phone")
    wanted = SAMIR["phone"] if grid.compared.choices[row].chosen else AGAIN["phone"]
    press(qtbot, *[DOWN] * (row - grid.currentIndex().row()))
    on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
    if direction == "ar":
        on, back = back, on
    if grid.currentIndex().column() == grid.compared.choices[row].chosen:
        press(qtbot, on if grid.currentIndex().column() == 0 else back)
    press(qtbot, SPACE, RETURN)
    kept = artisan(office, samir) or artisan(office, again)
    assert kept.phone == wanted


def test_three_are_joined_by_one_key(page, office, qtbot):
    add(office, **SAMIR)
    add(office, **{**AGAIN, "nin": SAMIR["nin"]})
    add(office, family_ar="بو جلال", given_ar="سمير", birth_date=SAMIR["birth_date"], nin=SAMIR["nin"])
    shown_page = page()
    assert [len(each.keys) for each in shown_page.groups] == [3]
    press(qtbot, RETURN)
    assert len(every(office, Artisan)) == 1


def test_of_three_the_one_under_the_cursor_is_kept_apart_and_the_others_are_left_to_be_joined(page, office, qtbot):
    add(office, **SAMIR)
    add(office, **{**AGAIN, "nin": SAMIR["nin"]})
    odd = add(office, family_ar="بو جلال", given_ar="سمير", birth_date=SAMIR["birth_date"], nin=SAMIR["nin"])
    shown_page = page()
    grid = shown_page.card.grid
    column = next(at for at in range(3) if grid.compared.key(at) == odd)
    grid.setCurrentIndex(grid.compared.index(0, column))
    press(qtbot, DELETE)
    assert [len(each.keys) for each in shown_page.groups] == [2]
    assert odd not in shown_page.groups[0].keys


def test_who_was_changed_since_is_compared_again_when_the_page_is_shown(page, desk, office, qtbot):
    add_twins(office, 1)
    shown_page = page()
    shown_page.hide()
    one = desk.write(roster.save_artisan, None, person(40, phone="0777000001"))
    other = desk.write(roster.save_artisan, None, person(40, family_la=None, given_la=None))
    shown_page.show()
    settle()
    assert {one, other} in [set(each.keys) for each in shown_page.groups]


def test_an_office_that_never_looked_looks_by_itself(desk, office, qtbot):
    add_twins(office, 2)
    page = shown(TwinsPage(desk), qtbot)
    qtbot.waitUntil(lambda: len(page.groups) == 2)
    assert not desk.is_working()


def test_an_empty_roster_says_so(desk, qtbot, direction):
    page = shown(TwinsPage(desk), qtbot)
    assert not desk.is_busy()
    assert not page.card.isVisible()
    assert not page._has_case()


def test_two_who_were_not_found_are_compared_when_somebody_asks_for_it(page, office, desk, qtbot):
    one, other = add(office, **person(1)), add(office, **person(2))
    shown_page = page()
    shown_page.open_record(f"{one} {other}")
    assert shown_page.opened_record() == f"{one} {other}"
    assert shown_page.card.isVisible()
    shown_page.card.grid.setFocus()
    press(qtbot, RETURN)
    assert len(every(office, Artisan)) == 1


def test_what_could_not_simply_move_along_is_told(page, office, desk, qtbot):
    samir, again = add(office, **SAMIR), add(office, **{**AGAIN, "nin": SAMIR["nin"]})
    course = make_session(office, 0)
    act(office, people.enrol, course, [samir, again])
    shown_page = page()
    messages = told(desk)
    press(qtbot, RETURN)
    assert len(every(office, Participant)) == 1
    assert "التصميم والرسم" in words_on(shown_page)
    assert messages[0].undo


def test_what_the_keys_do_stands_on_the_buttons_too(page, office, qtbot):
    add_twins(office, 1)
    shown_page = page()
    found = buttons(shown_page)
    assert found["دمج البطاقات"].isEnabled()
    found["ليسا الشخص نفسه"].click()
    assert len(every(office, NotTwins)) == 1
