"""Ties by keyboard, in both directions, empty and full."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from craftdesk.features.roster.models import Artisan
from craftdesk.features.ties import reads, writes
from craftdesk.features.ties.models import BodyKind
from craftdesk.features.ties.rules import Role
from craftdesk.features.ties.ui.artisan_panel import ArtisanTies
from craftdesk.features.ties.ui.bodies_page import BodiesPage
from tests.features.conftest import TODAY
from tests.features.ties.test_ties import body, people, seen, tie
from tests.screens import ALL, BOTH, CONTROL, buttons, look, press, settle, shown, told, type_text, words_on

__all__ = ["people"]


def panel_of(desk, artisan_id: str, qtbot, language: str = "ar") -> ArtisanTies:
    look(language)
    return shown(ArtisanTies(desk, artisan_id), qtbot, 336, 700)


@pytest.mark.parametrize("language", BOTH)
def test_a_tie_is_entered_on_the_card_by_keyboard_alone(desk, office, people, qtbot, language):
    panel = panel_of(desk, people[0], qtbot, language)
    assert {"ar": "لا صلات بعد", "fr": "Aucun lien"}[language] in words_on(panel)
    panel.begin_tie()
    settle()
    type_text({"ar": "الزوج أو", "fr": "Mari"}[language])
    qtbot.waitUntil(panel.ties.form.input("role").suggestions.is_open)
    press(qtbot, Qt.Key.Key_Return)
    type_text("بن موسى")
    qtbot.waitUntil(panel.ties.picker.suggestions.is_open)
    press(qtbot, Qt.Key.Key_Return)
    type_text("14/08/2008")
    press(qtbot, Qt.Key.Key_S, held=CONTROL)
    settle()
    assert {"ar": "الزوجة · منذ 14 أوت 2008", "fr": "Épouse"}[language] in words_on(panel)
    assert [who for _word, who in seen(office, people[1])] != []


def test_a_cooperative_that_is_not_there_yet_is_added_with_the_tie_and_goes_with_it(desk, office, people, qtbot):
    panel = panel_of(desk, people[0], qtbot)
    panel.begin_tie()
    settle()
    panel.ties.form.set_value("role", Role.MANAGER.value)
    panel.ties.picker.setFocus()
    type_text("تعاونية النور")
    qtbot.waitUntil(panel.ties.picker.suggestions.is_open)
    press(qtbot, Qt.Key.Key_Return)
    panel.ties.form.save()
    [entry] = desk.read(reads.bodies, reads.Sought())
    assert (entry.body.name_ar, entry.body.kind, entry.members) == ("تعاونية النور", BodyKind.COOPERATIVE, 1)
    desk.undo()
    assert desk.read(reads.bodies, reads.Sought()) == []
    assert seen(office, people[0]) == []


def test_another_role_forgets_a_choice_of_the_other_kind(desk, people, qtbot):
    panel = panel_of(desk, people[0], qtbot)
    panel.begin_tie()
    panel.ties.form.set_value("role", Role.SIBLING.value)
    panel.ties.form.set_value("other", people[1])
    panel.ties.form.set_value("role", Role.PARENT.value)
    assert panel.ties.picker.value() == people[1]
    panel.ties.form.set_value("role", Role.MEMBER.value)
    assert panel.ties.picker.value() is None


def test_a_refusal_is_told_at_its_field_and_escape_leaves(desk, office, people, qtbot):
    tie(office, people[0], Role.SIBLING, people[1])
    panel = panel_of(desk, people[0], qtbot)
    panel.begin_tie()
    panel.ties.form.set_value("role", Role.SIBLING.value)
    panel.ties.form.set_value("other", people[1])
    panel.ties.form.save()
    assert "مسجلة من قبل" in panel.ties.form.row("other").message()
    panel.ties.form.cancelled.emit()
    assert not panel.ties.isVisible()
    assert len(seen(office, people[0])) == 1


def test_delete_ends_a_tie_and_lets_it_go_on_and_enter_opens_the_other(desk, office, people, qtbot):
    opened = []
    desk.opened.connect(opened.append)
    tie(office, people[0], Role.SIBLING, people[1], date(2000, 1, 1))
    panel = panel_of(desk, people[0], qtbot)
    panel._lines.itemAt(0).widget().setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert (opened[0].model, opened[0].key) == (Artisan, people[1])
    press(qtbot, Qt.Key.Key_Delete)
    assert "إلى 23 نوفمبر 2026" in words_on(panel)
    panel._lines.itemAt(0).widget().setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert "إلى" not in words_on(panel)


def test_another_name_is_added_and_taken_off(desk, office, people, qtbot):
    panel = panel_of(desk, people[0], qtbot)
    panel.begin_name()
    panel.names.form.set_value("kind", "known as")
    panel.names.form.set_value("name_ar", "الصائغ الكبير")
    panel.names.form.save()
    assert "الصائغ الكبير" in words_on(panel)
    panel._lines.itemAt(0).widget().setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert "الصائغ الكبير" not in words_on(panel)
    desk.undo()
    assert "الصائغ الكبير" in words_on(panel)


@pytest.mark.parametrize("language", ALL)
def test_the_page_is_empty_then_full_and_fits(desk, office, people, qtbot, language):
    look(language)
    page = shown(BodiesPage(desk), qtbot)
    first = {"ar": "لا تعاونيات", "fr": "Aucune coopérative", "en": "No cooperative"}[language]
    assert first in words_on(page)
    key = body(office, name_fr="Coopérative El Amel")
    tie(office, people[1], Role.MANAGER, key)
    page.refresh()
    word = {"ar": "مسيرة", "fr": "Gérante", "en": "Manager"}[language]
    assert word in words_on(page.side)
    assert page.minimumSizeHint().width() <= 1366 - 222


@pytest.mark.usefixtures("direction")
def test_a_body_is_added_changed_and_deleted_from_the_page(desk, qtbot):
    messages = told(desk)
    page = shown(BodiesPage(desk), qtbot)
    page.begin()
    page.form.save()
    assert page.form.row("name_ar").message()
    page.form.set_value("name_ar", "تعاونية الأمل")
    page.form.set_value("phone", "033 80 11 22")
    page.form.save()
    assert page.form is None
    assert "تعاونية الأمل" in words_on(page.side)
    page.edit()
    page.form.set_value("ended_on", TODAY)
    page.form.save()
    [entry] = desk.read(reads.bodies, reads.Sought())
    assert (entry.body.ended_on, entry.body.phone) == (TODAY, "033801122")
    page.delete()
    assert desk.read(reads.bodies, reads.Sought()) == []
    assert messages[-1].undo


def test_a_key_of_another_name_opens_the_card_of_who_has_it(desk, office, people, qtbot):
    opened = []
    desk.opened.connect(opened.append)
    with office.writing() as session:
        key = writes.save_name(session, people[2], {"kind": "former", "name_ar": "زعموش"})
    page = shown(BodiesPage(desk), qtbot)
    page.open_record(key)
    assert opened[0].key == people[2]
    assert "تعاونية أو مقاولة جديدة" in buttons(page)
