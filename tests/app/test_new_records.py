"""Ctrl+N on an open card: a new record begins, and what was not saved is kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from craftdesk.base.numbers import without_marks
from craftdesk.features.equipment.models import EquipmentRequest
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.writes import save_artisan
from craftdesk.features.training.models import TrainingSession
from tests.screens import CONTROL, buttons, focused, settle, type_text


@pytest.fixture
def window(opened, demo_office):
    return opened(demo_office)


def press_new() -> None:
    QTest.keyClick(focused(), Qt.Key.Key_N, CONTROL)
    settle()


def write(form, name: str, text: str) -> None:
    settle()
    form.input(name).setFocus()
    type_text(text)


def test_an_open_card_gives_way_to_a_new_one(window):
    window.open_record(Artisan, window.desk.read(lambda session: session.query(Artisan).first()).id)
    press_new()
    card = window.opened("roster").card
    assert card.key is None
    assert without_marks(card.title.text()) == "حرفي جديد"
    assert card.form.row("family_ar").isAncestorOf(focused())


def test_what_was_typed_on_an_open_card_waits_there(window):
    key = window.desk.read(lambda session: session.query(Artisan).first()).id
    window.open_record(Artisan, key)
    card = window.opened("roster").card
    write(card.form, "remarks", "سطر")
    press_new()
    assert card.key is None
    assert card.form.input("remarks").text() == ""
    window.open_record(Artisan, key)
    assert "سطر" in card.form.input("remarks").text()


def test_a_begun_card_is_kept_beside_a_second_one_and_both_can_be_gone_on_with(window):
    window.open_page("roster")
    press_new()
    card = window.opened("roster").card
    write(card.form, "family_ar", "بوجلال")
    press_new()
    assert card.form.input("family_ar").text() == ""
    assert not card.form.dirty
    write(card.form, "family_ar", "مزيان")
    buttons(card)["بوجلال"].click()
    assert card.form.input("family_ar").text() == "بوجلال"
    assert "مزيان" in buttons(card)
    card.save()
    assert without_marks(card.title.text()) == "بوجلال"
    press_new()
    assert card.form.input("family_ar").text() == "مزيان"


def test_an_empty_new_card_stays_the_one_it_is(window):
    window.open_page("roster")
    press_new()
    press_new()
    card = window.opened("roster").card
    assert card.key is None
    assert card.form.row("family_ar").isAncestorOf(focused())
    assert window.desk.drafts.names() == []


def test_opening_a_card_first_after_the_start_leaves_a_begun_one_alone(window):
    window.desk.drafts.keep("artisan", {"family_ar": "بوجلال"})
    window.open_record(Artisan, window.desk.write(save_artisan, None, {"family_ar": "مزيان"}))
    assert window.desk.drafts.get("artisan") == {"family_ar": "بوجلال"}


@pytest.mark.parametrize(("model", "page"), [(TrainingSession, "training"), (EquipmentRequest, "equipment")])
def test_an_open_session_or_request_gives_way_to_the_form_of_a_new_one(window, model, page):
    window.open_record(model, window.desk.read(lambda session: session.query(model).first()).id)
    place = window.opened(page)
    press_new()
    form = place._plan if page == "training" else place.form
    assert place.currentWidget() is form
