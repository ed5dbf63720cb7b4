"""Taking back and doing again while a template is written, whichever block was changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from craftdesk.features.templates.rules import shipped
from craftdesk.features.templates.ui.templates_page import TemplatesPage
from craftdesk.features.templates.undoing import LONG, PAUSE, Step, Steps
from tests.screens import CONTROL, SHIFT, focused, press, shown, type_text

TITLE, FIRST = (2,), (5,)


@pytest.fixture
def editor(desk, qtbot, direction):
    page = shown(TemplatesPage(desk), qtbot)
    page.list.table.select("training")
    page.list.copy()
    qtbot.waitUntil(lambda: not desk.is_busy())
    return page.editor


def arabic(editor, place):
    editor.blocks.go_to(place)
    return editor.form.rows["text", "ar"].input.editor


def said(editor, place):
    return editor.template.blocks[place[0]]["text"]["ar"]


def test_control_z_goes_back_over_blocks_and_stands_where_it_was_changed(editor, qtbot):
    title, first = said(editor, TITLE), said(editor, FIRST)
    arabic(editor, TITLE).setFocus()
    type_text("أ")
    arabic(editor, FIRST).setFocus()
    type_text("ب")
    editor.add("rule")
    assert len(editor.template.blocks) == len(editor.saved.blocks) + 1
    press(qtbot, Qt.Key.Key_Z, held=CONTROL)
    assert len(editor.template.blocks) == len(editor.saved.blocks)
    press(qtbot, Qt.Key.Key_Z, held=CONTROL)
    assert (editor.place, said(editor, FIRST)) == (FIRST, first)
    assert focused() is editor.form.rows["text", "ar"].input.editor
    press(qtbot, Qt.Key.Key_Z, held=CONTROL)
    assert (editor.place, said(editor, TITLE)) == (TITLE, title)
    assert not editor.dirty
    for key, modifiers in ((Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_Y, CONTROL)):
        press(qtbot, key, held=modifiers)
    assert "أ" in said(editor, TITLE)
    assert "ب" in said(editor, FIRST)
    assert len(editor.template.blocks) == len(editor.saved.blocks) + 1


def test_the_window_does_not_take_back_what_was_done_elsewhere(editor, qtbot):
    heard = []
    window = QShortcut(QKeySequence("Ctrl+Z"), editor.window())
    window.activated.connect(lambda: heard.append("undo"))
    for widget in (arabic(editor, TITLE), editor.blocks.table.grid):
        arabic(editor, TITLE).setFocus()
        type_text("أ")
        widget.setFocus()
        press(qtbot, Qt.Key.Key_Z, held=CONTROL)
        assert heard == []
        assert not editor.dirty


def test_the_name_comes_back_too(editor, qtbot):
    editor.blocks.go_to(())
    before = editor.template.name_fr
    editor.names["fr"].input.set_text("Autre nom")
    editor.undo()
    assert editor.template.name_fr == editor.names["fr"].input.text() == before
    editor.redo()
    assert editor.names["fr"].input.text() == "Autre nom"


def test_a_block_that_was_taken_out_comes_back_where_it_stood(editor):
    editor.blocks.go_to(TITLE)
    editor.remove()
    editor.undo()
    assert (editor.place, editor.template.blocks) == (TITLE, editor.saved.blocks)


def test_at_eleven_hundred_there_is_room_to_write(editor, qtbot):
    editor.window().setMinimumSize(886, 700)
    editor.window().resize(886, 700)
    qtbot.waitUntil(lambda: editor.width() <= 886)
    text = arabic(editor, TITLE)
    qtbot.waitUntil(lambda: text.width() > 200)
    assert editor.paper.width() > 200


def test_letters_typed_in_one_go_are_one_step():
    template, steps = shipped("thanks"), Steps(shipped("thanks"))
    for number, at in enumerate((10.0, 10.2, 10.4 + PAUSE, 10.5 + PAUSE)):
        steps.put(Step(template.but(name_ar=str(number)), (), "name_ar"), at)
    assert [steps.undo().template.name_ar, steps.undo().template.name_ar] == ["1", template.name_ar]
    assert not steps.can_undo()
    for number in range(40):
        steps.put(Step(template.but(name_ar=str(number)), (), "name_ar"), 50 + number / 4)
    taken = 0
    while steps.can_undo():
        steps.undo()
        taken += 1
    assert taken == 1 + 39 // (4 * LONG), "who writes without a pause goes back some seconds, not all"
