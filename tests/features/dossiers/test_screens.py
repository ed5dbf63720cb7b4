"""Files of procedures by keyboard and mouse, in both directions, empty and full."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from craftdesk.features.dossiers import reads, writes
from craftdesk.features.dossiers.models import DocumentState
from craftdesk.features.dossiers.rules import Standing
from craftdesk.features.dossiers.ui.artisan_panel import ArtisanDossiers
from craftdesk.features.dossiers.ui.checklists_panel import ChecklistsPanel
from craftdesk.features.dossiers.ui.dossiers_page import DossiersPage
from tests.features.conftest import TODAY
from tests.features.dossiers.conftest import file_of, open_file, receive
from tests.screens import ALL, BOTH, CONTROL, buttons, look, press, settle, shown, told, type_text, wishes, words_on


def opened(desk, qtbot, language: str = "ar") -> DossiersPage:
    look(language)
    return shown(DossiersPage(desk), qtbot)


@pytest.mark.parametrize("language", ALL)
def test_an_empty_list_says_what_to_do_first(desk, qtbot, language):
    page = opened(desk, qtbot, language)
    first = {"ar": "لم يُفتح أي ملف", "fr": "Aucun dossier", "en": "No file was opened"}[language]
    assert first in words_on(page)
    new = {"ar": "ملف جديد", "fr": "Nouveau dossier", "en": "New file"}[language]
    qtbot.mouseClick(buttons(page)[new], Qt.MouseButton.LeftButton)
    assert page.form.isVisible()


@pytest.mark.parametrize("language", ALL)
def test_list_and_card_are_full_and_fit_beside_the_side_bar(desk, office, artisan_id, dossier_id, qtbot, language):
    open_file(office, artisan_id, day=date(2026, 10, 1), complete_by=date(2026, 11, 1))
    page = opened(desk, qtbot, language)
    assert page.list.table.model.rowCount() == 2
    page.open_record(dossier_id)
    assert "2026/0001" in words_on(page.dossier)
    assert page.minimumSizeHint().width() <= 1366 - 222


@pytest.mark.parametrize("language", BOTH)
def test_a_file_is_opened_from_the_artisans_card_by_keyboard_alone(desk, artisan_id, qtbot, language):
    """The menu of the card begins it: the procedure by a few letters, Ctrl+S, everything received, Ctrl+P."""
    printed = wishes(desk)
    page = opened(desk, qtbot, language)
    page.open_record(f"new {artisan_id}")
    settle()
    type_text({"ar": "الشطب", "fr": "Radiation"}[language])
    picker = page.form.form.input("procedure")
    qtbot.waitUntil(picker.suggestions.is_open)
    press(qtbot, Qt.Key.Key_Return)
    strike_off = {"ar": "شهادة تسوية الوضعية الجبائية", "fr": "Attestation de situation fiscale"}[language]
    assert strike_off in words_on(page.form)
    press(qtbot, Qt.Key.Key_S, held=CONTROL)
    settle()
    [entry] = desk.read(reads.dossiers, reads.Sought())
    assert (entry.dossier.artisan_id, entry.dossier.opened_on) == (artisan_id, TODAY)
    for _document in range(5):
        press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Down)
    assert desk.read(reads.dossier_file, entry.id).missing == []
    press(qtbot, Qt.Key.Key_P, held=CONTROL)
    assert [(wish.name, wish.keys) for wish in printed] == [("file-receipt", (entry.id,))]


def test_the_term_follows_from_the_checklist_and_can_be_changed_at_its_place(desk, office, artisan_id, qtbot):
    with office.writing() as session:
        values = {"name_ar": "التسجيل", "name_fr": "Inscription", "days": 15}
        writes.save_procedure(session, "registration", values)
    page = opened(desk, qtbot)
    page.begin(artisan_id)
    page.form.form.set_value("procedure", "registration")
    assert page.form.form.values()["complete_by"] == date(2026, 12, 8)
    page.form.form.save()
    [entry] = desk.read(reads.dossiers, reads.Sought())
    page.dossier._save_term(_term(page.dossier, date(2026, 12, 31)))
    assert file_of(office, entry.id).dossier.complete_by == date(2026, 12, 31)


def _term(page, day):
    from craftdesk.ui.fields import FieldRow  # noqa: PLC0415

    term = next(each for each in page.facts.findChildren(FieldRow) if each.name == "complete_by")
    term.input.set_value(day)
    return term


def test_what_is_missing_is_told_at_its_field_and_what_was_typed_is_kept(desk, artisan_id, qtbot):
    page = opened(desk, qtbot)
    page.begin()
    page.form.form.save()
    assert page.form.form.row("artisan_id").message()
    page.form.form.set_value("remarks", "بالوكالة")
    settle()
    again = opened(desk, qtbot)
    again.begin()
    assert again.form.form.values()["remarks"] == "بالوكالة"


@pytest.mark.parametrize("language", BOTH)
def test_space_turns_a_document_and_f2_says_until_when_it_counts(desk, office, dossier_id, qtbot, language):
    page = opened(desk, qtbot, language)
    page.open_record(dossier_id)
    press(qtbot, Qt.Key.Key_Space)
    assert file_of(office, dossier_id).documents[0].received_on == TODAY
    press(qtbot, Qt.Key.Key_F2)
    type_text("31/12/2026")
    press(qtbot, Qt.Key.Key_Return)
    assert file_of(office, dossier_id).documents[0].valid_until == date(2026, 12, 31)
    assert {"ar": "31 ديسمبر 2026", "fr": "31 décembre 2026"}[language] in words_on(page.dossier.documents)
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert file_of(office, dossier_id).documents[0].state is DocumentState.MISSING


def test_what_cannot_be_is_told_in_words(desk, office, dossier_id, qtbot):
    messages = told(desk)
    page = opened(desk, qtbot)
    page.open_record(dossier_id)
    page.dossier.documents.day.set_value(date(2026, 12, 1))
    page.dossier.documents.rows[0].press()
    assert messages[-1].tone == "bad"
    page.dossier.documents.day.set_value(TODAY)
    page.dossier.documents.rows[0].press()
    page.dossier.documents.until.set_value(date(2026, 1, 1))
    page.dossier.documents.save_validity()
    assert "منتهية الصلاحية" in messages[-1].text
    assert file_of(office, dossier_id).documents[0].valid_until is None


def test_one_more_document_is_typed_and_taken_off_by_delete(desk, office, dossier_id, qtbot):
    page = opened(desk, qtbot)
    page.open_record(dossier_id)
    page.dossier.documents.name.setFocus()
    type_text("شهادة حسن السيرة")
    press(qtbot, Qt.Key.Key_Return)
    assert len(page.dossier.documents.rows) == 9
    page.dossier.documents.rows[8].setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert len(file_of(office, dossier_id).documents) == 8


def test_a_file_is_settled_when_it_is_complete_and_opened_again(desk, office, dossier_id, qtbot):
    page = opened(desk, qtbot)
    page.open_record(dossier_id)
    assert not buttons(page.dossier)["إنهاء المعالجة"].isEnabled()
    receive(office, dossier_id)
    page.dossier.refresh()
    qtbot.mouseClick(buttons(page.dossier)["إنهاء المعالجة"], Qt.MouseButton.LeftButton)
    assert file_of(office, dossier_id).standing(TODAY) is Standing.SETTLED
    qtbot.mouseClick(buttons(page.dossier)["إعادة فتح الملف"], Qt.MouseButton.LeftButton)
    assert file_of(office, dossier_id).standing(TODAY) is Standing.COMPLETE


def test_the_chips_narrow_the_list_and_home_opens_it_narrowed(desk, office, artisan_id, dossier_id, qtbot):
    late = open_file(office, artisan_id, day=date(2026, 10, 1), complete_by=date(2026, 11, 1))
    page = opened(desk, qtbot)
    page.open_record("narrowed to overdue")
    assert [page.list.table.model.row_at(0).id] == [late]
    assert page.list.table.model.rowCount() == 1
    qtbot.mouseClick(page.list.filters.chips.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert page.list.table.model.rowCount() == 2
    page.list.narrow(procedure="card")
    assert page.list.table.model.rowCount() == 0


def test_a_deleted_file_leaves_the_card_for_the_list_and_undo_brings_it_back(desk, dossier_id, qtbot):
    page = opened(desk, qtbot)
    page.open_record(dossier_id)
    desk.write(writes.delete_dossier, dossier_id)
    assert page.list.isVisible()
    desk.undo()
    assert page.list.table.model.rowCount() == 1


@pytest.mark.parametrize("language", BOTH)
def test_the_panel_says_how_each_file_stands_and_follows(desk, office, artisan_id, dossier_id, qtbot, language):
    look(language)
    panel = shown(ArtisanDossiers(desk, artisan_id), qtbot, 330, 300)
    assert {"ar": "8 وثائق ناقصة", "fr": "8 pièces manquantes"}[language] in words_on(panel)
    desk.write(writes.receive_all, dossier_id, TODAY)
    assert {"ar": "ملف كامل", "fr": "Dossier complet"}[language] in words_on(panel)


@pytest.mark.usefixtures("direction")
def test_the_office_fills_a_checklist_in_changes_its_order_and_takes_the_supplied_one_back(desk, qtbot):
    panel = shown(ChecklistsPanel(desk), qtbot)
    panel.procedures.select("renewal")
    for name in ("طلب خطي", "صور شمسية"):
        panel.begin_line()
        panel.line.set_value("name_ar", name)
        panel.line.set_value("months", 6)
        panel.line.save()
    found = desk.read(reads.procedure, "renewal")
    assert [(each.name_ar, each.months) for each in found.documents] == [("طلب خطي", 6), ("صور شمسية", 6)]
    panel.documents.select("1")
    panel.put_on(-1)
    assert [each.name_ar for each in desk.read(reads.procedure, "renewal").documents] == ["صور شمسية", "طلب خطي"]
    assert panel.documents.row().asked.name_ar == "صور شمسية"
    panel.take_out()
    assert [each.name_ar for each in desk.read(reads.procedure, "renewal").documents] == ["طلب خطي"]
    panel.forget()
    assert desk.read(reads.procedure, "renewal").documents == ()
    desk.undo()
    assert len(desk.read(reads.procedure, "renewal").documents) == 1


def test_a_new_procedure_is_named_then_filled(desk, qtbot):
    panel = shown(ChecklistsPanel(desk), qtbot)
    panel.begin_procedure()
    panel.form.save()
    assert panel.form.row("name_ar").message()
    panel.form.set_value("name_ar", "بدل ضائع")
    panel.form.save()
    panel.begin_line()
    panel.line.set_value("name_ar", "تصريح بالضياع")
    panel.line.save()
    found = next(each for each in desk.read(reads.procedures) if each.name_ar == "بدل ضائع")
    assert [each.name_ar for each in found.documents] == ["تصريح بالضياع"]
    panel.forget()
    assert all(each.name_ar != "بدل ضائع" for each in desk.read(reads.procedures))
