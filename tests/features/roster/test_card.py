"""The card of an artisan, filled by keyboard alone, in both directions."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from craftdesk.base.i18n import language
from craftdesk.features.roster import reads, rules
from craftdesk.features.roster.models import Sex
from craftdesk.features.roster.ui.artisan_page import ArtisanPage
from craftdesk.features.roster.ui.roster_page import RosterPage
from tests.screens import ALT, CONTROL, SHIFT, focused, press, settle, shown, told, type_text, words_on

BORN = date(1966, 2, 15)


@pytest.fixture
def page(desk, qtbot, direction):
    """The page of a card, with a list behind it in which nobody follows."""
    made = shown(ArtisanPage(desk, lambda: None, lambda _key: None), qtbot)
    yield made
    desk.close()


@pytest.fixture
def new(page):
    """A new card, the cursor in its first field."""
    page.begin()
    settle()
    return page


def field(page, name):
    return page.form.row(name).input


def fill(qtbot, *texts):
    """Each text into a field, and on with Enter."""
    for text in texts:
        type_text(text)
        press(qtbot, Qt.Key.Key_Return)


def guessed(page, qtbot, name):
    """Wait for the guess of a field, and give it."""
    qtbot.waitUntil(lambda: field(page, name).guess is not None)
    return field(page, name).guess


def test_what_is_guessed_is_marked_and_is_no_value_until_enter_confirms_it(new, qtbot):
    fill(qtbot, "حداد", "سمير")
    assert guessed(new, qtbot, "family_la") == "Haddad"
    assert new.form.values()["family_la"] is None
    assert new.form.row("family_la").badge.isVisible()
    assert field(new, "sex").guess == Sex.MALE
    press(qtbot, Qt.Key.Key_Return)
    assert new.form.values()["sex"] == "m"
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Tab)
    values = new.form.values()
    assert (values["family_la"], values["given_la"]) == ("Haddad", "Samir")
    assert not new.form.row("family_la").badge.isVisible()
    assert new.form.guesses() == {}


def test_typing_goes_over_a_guess_and_escape_takes_it_away(new, qtbot):
    fill(qtbot, "حداد", "سمير")
    guessed(new, qtbot, "family_la")
    press(qtbot, Qt.Key.Key_Return)
    type_text("Heddad")
    assert new.form.values()["family_la"] == "Heddad"
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert field(new, "given_la").line.text() == ""
    new.form.ask_for_guesses()
    qtbot.waitUntil(lambda: not new._desk.is_busy())
    settle()
    assert field(new, "given_la").guess is None
    assert new.isVisible()


def test_going_back_or_away_by_mouse_confirms_nothing(new, qtbot):
    fill(qtbot, "حداد", "سمير")
    guessed(new, qtbot, "sex")
    press(qtbot, Qt.Key.Key_Backtab, held=SHIFT)
    qtbot.mouseClick(field(new, "birth_place").line, Qt.MouseButton.LeftButton)
    assert set(new.form.guesses()) == {"sex", "family_la", "given_la"}


def test_the_latin_name_is_typed_first_as_well(new, qtbot):
    field(new, "given_la").setFocus()
    fill(qtbot, "Djamila")
    assert guessed(new, qtbot, "given_ar") == "جميلة"
    assert field(new, "sex").guess == Sex.FEMALE


def test_unconfirmed_guesses_are_saved_as_guesses_and_stand_there_again(new, qtbot, desk):
    fill(qtbot, "حداد", "سمير")
    guessed(new, qtbot, "family_la")
    press(qtbot, Qt.Key.Key_S, held=CONTROL)
    found = desk.read(reads.artisan, new.key)
    assert (found.family_la, found.sex) == (None, None)
    assert rules.guesses(found) == {"family_la": "Haddad", "given_la": "Samir", "sex": "m"}
    assert "Haddad" in words_on(new.side)
    new.open(new.key)
    settle()
    assert new.form.guesses() == {"family_la": "Haddad", "given_la": "Samir", "sex": "m"}
    assert not new.form.dirty
    field(new, "family_la").setFocus()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_S, held=CONTROL)
    assert desk.read(reads.artisan, new.key).family_la == "Haddad"


def test_an_open_card_is_not_guessed_at_until_a_name_is_changed(page, add, qtbot, desk):
    page.open(add(family_ar="حداد", given_ar="سمير", birth_year=1966))
    settle()
    qtbot.wait(200)
    assert page.form.guesses() == {}
    assert focused() is field(page, "family_ar").line
    press(qtbot, Qt.Key.Key_End)
    type_text("ي")
    assert guessed(page, qtbot, "family_la")


def test_a_guess_comes_too_late_for_a_card_that_was_left(new, add, qtbot, desk):
    key = add(family_ar="زيان", given_ar="علي", birth_year=1966)
    fill(qtbot, "حداد", "سمير")
    new.form.ask_for_guesses()
    new.open(key)
    qtbot.waitUntil(lambda: not desk.is_busy())
    settle()
    assert new.form.guesses() == {}
    assert told(desk) == []


def test_race_one_the_twin_in_the_other_script_is_told_before_anything_is_saved(desk, add, qtbot, direction):
    """Three steps from the list: a new card, the name, the birth date. By keyboard alone, and nothing is saved."""
    there = add(family_la="Boudjellal", given_la="Samir", birth_date=BORN)
    roster = shown(RosterPage(desk), qtbot)
    roster.show_people()
    steps = ["Ctrl+N"]
    press(qtbot, Qt.Key.Key_N, held=CONTROL)
    settle()
    steps.append("the name")
    fill(qtbot, "بوجلال", "سمير")
    twins = roster.card.side.twins
    qtbot.waitUntil(lambda: [twin.certain for twin in twins.twins] == [False])
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    steps.append("the birth date")
    fill(qtbot, "15/2/1966")
    qtbot.waitUntil(lambda: [twin.certain for twin in twins.twins] == [True])
    said = words_on(twins)
    assert "Boudjellal Samir" in said
    assert ("نفس تاريخ الميلاد" if direction == "ar" else "même date de naissance") in said
    assert (len(steps), desk.read(reads.counts).total) == (3, 1)
    press(qtbot, Qt.Key.Key_F7, Qt.Key.Key_Space)
    assert roster.opened_record() == there
    assert desk.read(reads.counts).total == 1
    desk.close()


def test_back_from_the_twin_nothing_that_was_typed_is_lost(new, add, qtbot):
    there = add(family_la="Boudjellal", given_la="Samir", birth_date=BORN)
    fill(qtbot, "بوجلال", "سمير")
    qtbot.waitUntil(lambda: bool(new.side.twins.twins))
    press(qtbot, Qt.Key.Key_F7, Qt.Key.Key_Space)
    settle()
    assert new.key == there
    assert "بوجلال سمير" in words_on(new)
    press(qtbot, Qt.Key.Key_Left, held=ALT)
    settle()
    values = new.form.values()
    assert (new.key, values["family_ar"], values["given_ar"]) == (None, "بوجلال", "سمير")
    press(qtbot, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: bool(new.side.twins.twins))


def test_escape_leads_from_the_twins_back_to_the_field(new, add, qtbot):
    add(family_la="Boudjellal", given_la="Samir", birth_date=BORN)
    add(family_la="Boudjelal", given_la="Samir", birth_date=date(1970, 1, 1))
    fill(qtbot, "بوجلال", "سمير")
    qtbot.waitUntil(lambda: len(new.side.twins.twins) == 2)
    before = focused()
    press(qtbot, Qt.Key.Key_F7)
    first = focused()
    press(qtbot, Qt.Key.Key_Down)
    assert focused() is not first
    press(qtbot, Qt.Key.Key_Up, Qt.Key.Key_Escape)
    assert focused() is before
    assert new.key is None


def test_the_same_person_gets_what_was_typed_and_is_missing(new, add, qtbot, desk):
    there = add(family_la="Boudjellal", given_la="Samir", birth_date=BORN, phone="0661241807")
    fill(qtbot, "بوجلال", "سمير")
    field(new, "phone").setFocus()
    fill(qtbot, "0550123456")
    field(new, "birth_date").setFocus()
    fill(qtbot, "1966")
    field(new, "home_address").setFocus()
    fill(qtbot, "حي النصر")
    qtbot.waitUntil(lambda: bool(new.side.twins.twins))
    press(qtbot, Qt.Key.Key_F7, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert new.key == there
    assert "0550" in words_on(new)
    press(qtbot, Qt.Key.Key_S, held=CONTROL)
    found = desk.read(reads.artisan, there)
    assert (found.family_ar, found.family_la, found.home_address) == ("بوجلال", "Boudjellal", "حي النصر")
    assert (found.phone, found.birth_date) == ("0661241807", BORN)
    assert desk.read(reads.counts).total == 1
    assert desk.drafts.names() == []


def test_three_letters_of_a_commune_bring_its_daira_and_wilaya(new, qtbot):
    for typed in ("تاز", "taz"):
        place = field(new, "home_commune_id")
        place.setFocus()
        place.line.selectAll()
        type_text(typed)
        qtbot.waitUntil(place.suggestions.is_open)
        press(qtbot, Qt.Key.Key_Return)
        assert place.choice().title == ("تازولت" if language() == "ar" else "Tazoult")
        assert place.line.detail == ("تازولت · باتنة" if language() == "ar" else "Tazoult · Batna")
        assert focused() is field(new, "phone").line


def test_the_only_commune_that_fits_is_taken_when_the_field_is_left(new, qtbot):
    field(new, "activity_commune_id").setFocus()
    type_text("timg")
    press(qtbot, Qt.Key.Key_Tab)
    assert new.form.values()["activity_commune_id"]


def test_numbers_and_days_are_written_back_as_they_were_understood(new, qtbot):
    for name, typed, shown_as in (
        ("phone", "+213550123456", "0550 12 34 56"),
        ("other_phone", "033801234", "033 80 12 34"),
        ("birth_date", "15/2/66", "15/02/1966"),
        ("registered_on", "1.3.20", "01/03/2020"),
    ):
        field(new, name).setFocus()
        fill(qtbot, typed)
        assert field(new, name).line.text().replace("\xa0", " ") == shown_as
    values = new.form.values()
    assert (values["birth_date"], values["registered_on"]) == (BORN, date(2020, 3, 1))


def test_a_number_that_speaks_of_another_sex_or_year_is_told_and_stops_nothing(new, qtbot, desk):
    fill(qtbot, "قاسم", "علي")
    guessed(new, qtbot, "sex")
    press(qtbot, Qt.Key.Key_Return)
    field(new, "birth_date").setFocus()
    fill(qtbot, "1966")
    field(new, "nin").setFocus()
    fill(qtbot, "209660508015058762")
    assert "2" in new.form.row("nin").message()
    field(new, "nin").setFocus()
    field(new, "nin").line.selectAll()
    fill(qtbot, "109870508015058762")
    assert "1987" in new.form.row("nin").message()
    field(new, "nif").setFocus()
    fill(qtbot, "1234")
    assert new.form.row("nif").message()
    press(qtbot, Qt.Key.Key_S, held=CONTROL)
    assert new.key is not None
    assert desk.read(reads.artisan, new.key).nin == "109870508015058762"


def test_one_new_card_after_the_other(new, qtbot, desk):
    heard = told(desk)
    fill(qtbot, "حداد", "سمير")
    press(qtbot, Qt.Key.Key_Return, held=CONTROL)
    settle()
    assert new.key is None
    assert new.form.values()["family_ar"] is None
    assert focused() is field(new, "family_ar").line
    fill(qtbot, "زيان", "علي")
    press(qtbot, Qt.Key.Key_Return, held=CONTROL)
    assert desk.read(reads.counts).total == 2
    assert len(heard) == 2
    assert desk.drafts.names() == []


def test_a_card_that_cannot_be_saved_stays_with_all_that_was_typed(new, qtbot, desk):
    field(new, "phone").setFocus()
    fill(qtbot, "0550123456")
    press(qtbot, Qt.Key.Key_Return, held=CONTROL)
    assert new.key is None
    assert new.form.row("family_ar").message()
    assert field(new, "phone").line.text().replace("\xa0", " ") == "0550 12 34 56"


def test_a_picture_pasted_into_any_field_is_the_photo(new, qtbot, desk):
    fill(qtbot, "حداد", "سمير")
    QGuiApplication.clipboard().setImage(QImage(700, 900, QImage.Format.Format_RGB32))
    press(qtbot, Qt.Key.Key_V, held=CONTROL)
    press(qtbot, Qt.Key.Key_S, held=CONTROL)
    assert desk.read(reads.card, new.key).photo
    QGuiApplication.clipboard().clear()


def test_the_number_speaks_of_another_birth_certificate(new, qtbot):
    field(new, "birth_act").setFocus()
    fill(qtbot, "512", "109660508015058762")
    assert "1505" in new.form.row("nin").message()
    assert "512" in new.form.row("nin").message()
    field(new, "birth_act").setFocus()
    field(new, "birth_act").line.selectAll()
    fill(qtbot, "01505")
    assert new.form.row("nin").message() == ""
