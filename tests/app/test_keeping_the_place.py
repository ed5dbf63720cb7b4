"""Another language in the middle of the work: whatever is open stays open, with all that was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from craftdesk.app.look import dress
from craftdesk.base import settings
from craftdesk.base.i18n import LANGUAGES
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.writes import save_artisan
from craftdesk.features.training.models import TrainingSession
from tests.screens import focused, settle, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(opened, office, qapp):
    made = opened(office)
    made.redress_wished.connect(lambda: (dress(qapp, settings.load()), made.rebuild()))
    return made


def speak(window, code: str) -> None:
    """Press the language's name at the foot of the side bar."""
    [button] = [each for each in window.side.findChildren(QPushButton) if each.text() == LANGUAGES[code]]
    button.click()
    settle()


def write(form, name: str, text: str) -> None:
    settle()
    form.input(name).setFocus()
    type_text(text)


def test_a_new_card_stays_open_with_what_was_typed(window, qtbot):
    window.open_page("roster")
    window.opened("roster").add()
    form = window.opened("roster").card.form
    write(form, "family_ar", "بوجلال")
    write(form, "home_commune_id", "تيمقاد")
    write(form, "nin", "1097")
    form.input("sex").setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    before = form.values()
    assert before["sex"]
    assert before["home_commune_id"]
    speak(window, "fr")
    roster = window.opened("roster")
    assert roster.card.isVisible()
    assert roster.card.key is None
    assert roster.card.form.values() == before
    assert roster.card.form.dirty
    assert not roster.card.form.problems()
    assert roster.card.form.input("sex").text() in ("Homme", "Femme", "Masculin", "Féminin")


def test_an_empty_new_card_stays_open_too(window):
    window.open_page("roster")
    window.opened("roster").add()
    speak(window, "fr")
    assert window.opened("roster").card.isVisible()
    assert not window.opened("roster").card.form.dirty


def test_a_card_keeps_what_was_typed_its_tab_and_its_cursor(window):
    key = window.desk.write(save_artisan, None, {"family_ar": "بوجلال"})
    window.open_record(Artisan, key)
    card = window.opened("roster").card
    card.side.tabs.open("history")
    write(card.form, "remarks", "سطر")
    speak(window, "fr")
    card = window.opened("roster").card
    assert card.key == key
    assert card.form.values()["remarks"] == "سطر"
    assert card.side.tabs.current() == "history"
    assert card.form.row("remarks").isAncestorOf(focused())


def test_a_list_keeps_its_search_its_order_and_its_row(window):
    keys = [window.desk.write(save_artisan, None, {"family_ar": name}) for name in ("بوجلال", "بوزيد", "مزيان")]
    window.open_page("roster")
    people = window.opened("roster").people
    people.narrowing.box.setText("بو")
    people.narrowing.box.search_now()
    people.narrowing.put("status", "requested")
    people.narrowing.put("status", None)
    people.table.sort(0)
    people.table.sort(0)
    people.table.select(keys[0])
    speak(window, "en")
    people = window.opened("roster").people
    assert people.narrowing.box.text() == "بو"
    assert people.table.model.rowCount() == 2
    assert people.table.headings.sorted_by == (0, True)
    assert people.table.row().key == keys[0]


def test_a_list_in_the_middle_of_its_import_stays_with_what_was_mended(window, tmp_path, qtbot):
    (tmp_path / "list.csv").write_text("اللقب;الاسم;البلدية\nبوجلال;سمير;تيمقاد\nبن علي;ليلى;مدينة الخيال", "utf-8")
    window.open_page("roster")
    page = window.opened("roster").bring_in()
    page.open_file(tmp_path / "list.csv")
    qtbot.waitUntil(lambda: page.looked is not None and page.isEnabled())
    looked, cell = page.looked, page.view.table.currentIndex()
    looked.rows[1].edits["given_ar"] = "ليلى سعاد"
    at = (page.view.place().group, cell.row(), cell.column())
    speak(window, "fr")
    page = window.opened("roster").bring_in()
    assert page.isVisible()
    assert page.looked is looked
    place = page.view.place()
    assert (place.group, place.row, place.column) == at


def test_the_form_of_a_new_session_stays_open(window):
    window.open_page("training")
    window.opened("training").plan()
    form = window.opened("training")._plan.form
    write(form, "subject_ar", "النظافة والأمن")
    speak(window, "fr")
    training = window.opened("training")
    assert training.currentWidget() is training._plan
    assert training._plan.form.values()["subject_ar"] == "النظافة والأمن"


def test_the_form_of_a_request_stays_open(window):
    window.open_page("equipment")
    window.opened("equipment").begin()
    write(window.opened("equipment").form.form, "purpose", "ورشة جديدة")
    speak(window, "fr")
    equipment = window.opened("equipment")
    assert equipment.currentWidget() is equipment.form
    assert equipment.form.form.values()["purpose"] == "ورشة جديدة"


def test_an_open_session_keeps_its_tab(opened, demo_office, qapp):
    window = opened(demo_office)
    window.redress_wished.connect(lambda: (dress(qapp, settings.load()), window.rebuild()))
    key = window.desk.read(lambda session: session.query(TrainingSession).first()).id
    window.open_record(TrainingSession, key)
    window.opened("training").session.tabs.open("programme")
    speak(window, "fr")
    session = window.opened("training").session
    assert session.key == key
    assert session.tabs.current() == "programme"


def test_a_page_that_is_not_in_sight_stays_where_it_was(window):
    window.open_page("settings", "letterhead")
    window.open_page("bin")
    speak(window, "fr")
    assert window.page() == "bin"
    window.open_page("settings")
    assert window.opened("settings").opened_record() == "letterhead"


def test_unsaved_words_of_any_form_stay(window):
    window.open_page("settings")
    window.opened("settings").tabs.page("office").form.set_value("address_fr", "Cité Zmala")
    speak(window, "en")
    form = window.opened("settings").tabs.page("office").form
    assert form.values()["address_fr"] == "Cité Zmala"
    assert form.dirty


def test_an_answer_for_a_page_that_is_gone_is_passed_over(window):
    window.open_page("home")
    window.opened("home")._stale = True
    window.opened("home")._ask()
    speak(window, "fr")
    QApplication.sendPostedEvents(None, 52)
    settle()
    assert window.page() == "home"
