"""The pieces that were searched for stand on a ground of their own."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from craftdesk.ui.marks import GROUND, paint_marked, spans
from craftdesk.ui.theme import font, tone
from tests.screens import look


@pytest.mark.parametrize(
    ("text", "marks", "places"),
    [
        ("BEN ALI Ali", ("Ali",), [(8, 11)]),
        ("بوجلال سمير", ("سم",), [(7, 9)]),
        ("بوجلال", ("جلال",), []),
        ("05/2012/18906", ("2012", "189"), [(3, 7), (8, 11)]),
        ("Samir", ("",), []),
    ],
)
def test_a_mark_stands_where_a_word_begins(text, marks, places):
    assert list(spans(text, marks)) == places


def test_a_number_is_marked_where_it_stands_among_arabic_words(qapp):
    look("ar")
    number = "\u206605/2012/18906\u2069"
    first, last = painted(("05",), number), painted(("18906",), number)
    assert max(first) < min(last)
    assert max(last) > 290


def painted(marks, text="بوجلال سمير") -> list[int]:
    """The columns of the picture in which the ground of a mark is seen."""
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(tone("surface"))
    painter = QPainter(image)
    paint_marked(painter, QRect(0, 0, 300, 30), text, font(14), "text", marks)
    painter.end()
    ground = tone(GROUND).rgb()
    return [x for x in range(300) if any(image.pixel(x, y) == ground for y in range(30))]


def test_the_first_word_is_marked_on_the_leading_side(qapp):
    look("ar")
    first, last = painted(("بوجلال",)), painted(("سمير",))
    assert painted(()) == painted(("كريم",)) == []
    assert max(first) > 290
    assert max(last) < min(first) + 8
    look("fr")
    assert min(painted(("Samir",), "Samir BOUDJELLAL")) < 4
