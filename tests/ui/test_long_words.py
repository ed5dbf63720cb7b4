"""What is longer than its line shows its beginning, in every script and on either screen."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from craftdesk.base.fields import Script
from craftdesk.ui.inputs import EntryLine, TypedInput
from craftdesk.ui.picking import RecordField
from craftdesk.ui.suggestions import Choice
from tests.screens import settle, type_text

FRENCH = "CHAMBRE DE L'ARTISANAT ET DES MÉTIERS DE LA WILAYA DE BATNA"
ARABIC = "غرفة الصناعة التقليدية والحرف لولاية باتنة وملحقاتها في الدوائر"


@pytest.fixture
def narrow(direction, shown):
    """A line of 160 pixels beside another that can take the focus."""

    def put(made: QWidget) -> QLineEdit:
        place = QWidget()
        other = QLineEdit()
        line = QHBoxLayout(place)
        line.addWidget(other)
        line.addWidget(made)
        made.setFixedWidth(160)
        shown(place)
        other.setFocus()
        place.other = other
        settle()
        return made if isinstance(made, QLineEdit) else made.line

    return put


def first_in_sight(line: QLineEdit) -> int:
    """The place in the text of the letter at the edge where the reading of its script begins."""
    line.window().grab()
    edge = 14 if line.text() == FRENCH else line.width() - 14
    return line.cursorPositionAt(QPoint(edge, line.height() // 2))


@pytest.mark.parametrize(("script", "text"), [(Script.LATIN, FRENCH), (Script.ARABIC, ARABIC), (Script.ANY, FRENCH)])
def test_a_long_text_shows_its_beginning(narrow, script, text):
    made = TypedInput(script)
    made.set_value(text)
    assert first_in_sight(narrow(made)) <= 2


def test_a_long_text_shows_its_beginning_when_it_comes_later(narrow):
    made = TypedInput(Script.LATIN)
    line = narrow(made)
    made.set_value(FRENCH)
    assert first_in_sight(line) <= 2


def test_a_long_text_shows_its_beginning_again_when_it_was_typed_and_left(narrow):
    line = narrow(EntryLine(Script.LATIN))
    line.setFocus()
    type_text(FRENCH)
    assert first_in_sight(line) > 2
    line.parentWidget().other.setFocus()
    assert first_in_sight(line) <= 2


def test_a_long_choice_shows_its_beginning(narrow):
    made = RecordField(script=Script.LATIN)
    line = narrow(made)
    made.set_value(Choice("1", FRENCH))
    assert first_in_sight(line) <= 2
