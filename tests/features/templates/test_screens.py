"""The list of templates and the editor, as a clerk uses them."""

import pytest
from PySide6.QtCore import Qt

from craftdesk.desk.desk import Desk
from craftdesk.features.templates import reads
from craftdesk.features.templates.rules import shipped
from craftdesk.features.templates.ui import drafting
from craftdesk.features.templates.ui.templates_page import TemplatesPage
from craftdesk.pdf.template.source import packed
from tests.screens import buttons, press, shown, told, type_text, words_on

TITLE = (2,)


@pytest.fixture
def page(desk, qtbot, direction) -> TemplatesPage:
    made = shown(TemplatesPage(desk), qtbot)
    rest(desk, qtbot)
    return made


@pytest.fixture
def editor(page, desk, qtbot):
    page.list.table.select("training")
    page.list.copy()
    rest(desk, qtbot)
    made = page.editor
    made.blocks.go_to(TITLE)
    return made


def rest(desk: Desk, qtbot) -> None:
    """Until the page is drawn and everything asked is answered."""
    qtbot.wait(220)
    qtbot.waitUntil(lambda: not desk.is_busy())
    qtbot.wait(10)


def row_of(editor, name, code=""):
    return editor.form.rows[name, code]


def test_all_shipped_templates_are_listed_and_the_chosen_one_is_drawn(page, desk, qtbot):
    assert page.list.table.model.rowCount() == 8
    assert page.list.side.view.pages == 1
    page.list.table.select("letter")
    rest(desk, qtbot)
    assert page.list.side.sheet == "portrait"
    assert page.list.side.view.pages == 1


def test_the_list_is_narrowed_by_words_and_by_purpose(page):
    page.list._search("لا يوجد مثل هذا")
    assert page.list.table.model.rowCount() == 0
    page.list._search("")
    page.list.narrow("thanks")
    assert page.list.table.model.rowCount() == 1


def test_enter_on_a_shipped_template_copies_it_and_opens_the_copy(page, desk, qtbot):
    page.list.table.select("thanks")
    page.list.table.grid.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    rest(desk, qtbot)
    assert page.editor is not None
    assert page.editor.template.blocks == shipped("thanks").blocks
    assert page.opened_record() == page.editor.key


def test_what_is_typed_stands_on_the_page_beside_a_moment_later(editor, desk, qtbot):
    line = row_of(editor, "text", "ar")
    editor.paper.speak("ar")
    line.input.editor.setPlainText("شهادة تكوين متخصص")
    rest(desk, qtbot)
    assert editor.dirty
    assert not editor.tried
    assert editor.paper.view.pages == 1
    assert editor.template.blocks[2]["text"]["ar"] == "شهادة تكوين متخصص"


def test_a_field_that_does_not_exist_is_told_at_its_text_and_cannot_be_saved(editor, desk, qtbot):
    line = row_of(editor, "text", "fr")
    line.input.editor.setPlainText("Attestation {nom}")
    assert "nom" in line.message()
    assert row_of(editor, "text", "ar").message() == ""
    rest(desk, qtbot)
    assert "nom" in editor.paper.note.text()
    editor.save()
    assert desk.read(reads.template, editor.key) == editor.saved
    line.input.editor.setPlainText("Attestation {name}")
    assert line.message() == ""


def test_a_letter_that_no_font_has_is_told_where_it_is(editor, desk, qtbot):
    editor.paper.speak("ar")
    row_of(editor, "text", "ar").input.editor.setPlainText("شهادة 漢")
    rest(desk, qtbot)
    assert "漢" in row_of(editor, "text", "ar").message()


def test_a_text_that_runs_over_the_page_is_told(editor, desk, qtbot):
    editor.paper.speak("ar")
    row_of(editor, "text", "ar").input.editor.setPlainText("كلام طويل " * 200)
    row_of(editor, "size").input.set_text("90")
    rest(desk, qtbot)
    assert editor.paper.note.text() != ""


def test_a_double_click_writes_a_field_where_one_wrote_last(editor, qtbot):
    french = row_of(editor, "text", "fr")
    french.input.editor.setFocus()
    french.input.editor.setPlainText("")
    editor.fields.opened.emit(editor.purpose.named()["name"])
    assert french.input.editor.toPlainText() == "{name}"
    assert editor.template.blocks[2]["text"]["fr"] == "{name}"


def test_all_fields_are_listed_with_sample_values(editor):
    assert editor.fields.model.rowCount() == len(editor.purpose.fields)


def test_style_size_and_colour_are_changed_by_the_form(editor):
    row_of(editor, "size").input.set_text("30")
    row_of(editor, "colour").input.set_text("#123456")
    row_of(editor, "style").input.set_value("subtitle")
    row_of(editor, "style").input.changed.emit()
    block = editor.template.blocks[2]
    assert (block["size"], block["colour"], block["style"]) == (30, "#123456", "subtitle")
    row_of(editor, "colour").input.set_text("reddish")
    assert "reddish" in row_of(editor, "colour").message()


def test_blocks_are_added_moved_and_taken_out(editor):
    count = len(editor.template.blocks)
    editor.add("rule")
    assert (editor.place, editor.template.blocks[3]["kind"]) == ((3,), "rule")
    assert len(editor.template.blocks) == count + 1
    editor.shift(-1)
    assert (editor.place, editor.template.blocks[2]["kind"]) == ((2,), "rule")
    editor.remove()
    assert len(editor.template.blocks) == count
    assert editor.template.blocks == shipped("training").blocks


def test_saving_is_told_with_an_undo_that_takes_it_back(editor, desk, qtbot):
    messages = told(desk)
    before = editor.saved
    row_of(editor, "text", "ar").input.editor.setPlainText("شهادة أخرى")
    editor.save()
    assert not editor.dirty
    assert desk.read(reads.template, editor.key).blocks[2]["text"]["ar"] == "شهادة أخرى"
    desk.undo(messages[-1].undo)
    assert desk.read(reads.template, editor.key) == before


def test_what_was_not_saved_is_there_again_after_leaving(editor, page, desk, qtbot):
    row_of(editor, "text", "ar").input.editor.setPlainText("مسودة")
    key = editor.key
    editor.leave()
    assert page.editor is None
    page.open_record(key)
    assert page.editor.template.blocks[2]["text"]["ar"] == "مسودة"
    page.editor.save()
    assert drafting.kept(desk, key) is None


def test_the_name_is_written_at_the_page(editor):
    editor.blocks.go_to(())
    assert editor.names["ar"].isVisible()
    editor.names["ar"].input.set_text("شهادة خاصة")
    assert editor.template.name_ar == "شهادة خاصة"
    editor.blocks.go_to(TITLE)
    assert not editor.names["ar"].isVisible()


def test_a_template_is_exported_and_taken_in_again(page, desk, tmp_path, qtbot):
    page.list.table.select("thanks")
    path = tmp_path / "thanks.craftdesk-template"
    page.list.export(page.list.table.row(), path)
    assert path.read_bytes() == packed(shipped("thanks"))
    page.list.take_in(path)
    chosen = page.list.table.row()
    assert (chosen.own, chosen.purpose) == (True, "thanks")


def test_a_bad_file_is_refused_with_a_sentence(page, desk, tmp_path):
    messages = told(desk)
    path = tmp_path / "bad.zip"
    path.write_bytes(b"no zip")
    page.list.take_in(path)
    page.list.take_in(tmp_path / "gone.zip")
    assert [each.tone for each in messages] == ["bad", "bad"]
    assert page.list.table.model.rowCount() == 8


def test_a_full_or_forbidden_place_is_told(page, desk, tmp_path):
    messages = told(desk)
    page.list.export(page.list.table.row(), tmp_path / "no" / "such" / "folder.zip")
    assert messages[-1].tone == "bad"


def test_the_usual_template_is_chosen_in_the_list(page, desk, qtbot):
    page.list.table.select("training")
    page.list.copy()
    key = page.editor.key
    page.editor.leave()
    page.list.table.select(key)
    page.list.make_usual()
    assert desk.read(reads.usual, "training") == key


def test_a_template_that_is_gone_leads_back_to_the_list(page):
    page.open_record("0" * 32)
    assert page.currentWidget() is page.list


def test_the_keys_save_and_leave(editor, page, desk, qtbot):
    row_of(editor, "text", "ar").input.editor.setFocus()
    type_text("x")
    press(qtbot, Qt.Key.Key_S, held=Qt.KeyboardModifier.ControlModifier)
    assert not editor.dirty
    press(qtbot, Qt.Key.Key_Escape)
    assert page.editor is None
    assert words_on(page)
    assert buttons(page)
