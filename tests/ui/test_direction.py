from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout

from craftdesk.ui.direction import apart, code, flowing, leading, margins, mirrored, plain, trailing
from craftdesk.ui.labels import Label

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def ink(label: Label) -> tuple[int, int]:
    """From where to where a label is written."""
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0)
    columns = range(image.width())
    written = [x for x in columns if any(image.pixelColor(x, y) != ground for y in range(image.height()))]
    return written[0], image.width() - written[-1]


def test_lines_begin_on_the_leading_side(direction):
    assert (leading(), trailing()) == ((RIGHT, LEFT) if direction == "ar" else (LEFT, RIGHT))


def test_a_latin_name_under_an_arabic_one_stays_on_its_side(direction, qtbot):
    for text in ("بن مهدي مقداد", "BENMEHDI Mokdad", "0661 24 18 07"):
        label = Label(text)
        qtbot.addWidget(label)
        label.resize(400, 30)
        before, after = ink(label)
        assert (after < before) == (direction == "ar"), text


def test_a_sentence_that_begins_with_the_other_script_flows_with_the_screen(arabic):
    assert flowing("GERME · التسيير").startswith("\u200f")


def test_marks_are_not_seen_by_who_reads_the_text(direction, qtbot):
    label = Label(f"البطاقة {code('05A002418')} {apart('BENMEHDI')}")
    qtbot.addWidget(label)
    assert label.text() == "البطاقة 05A002418 BENMEHDI"
    assert plain(code("80%")) == "80%"


def test_nothing_is_no_code():
    assert code("") == apart("") == flowing("") == ""


def test_margins_and_places_are_mirrored(direction):
    layout = QVBoxLayout()
    margins(layout, 10, 1, 20, 2)
    whole = layout.contentsMargins()
    arabic = direction == "ar"
    assert (whole.left(), whole.right()) == ((20, 10) if arabic else (10, 20))
    assert mirrored(QRect(0, 0, 30, 10), QRect(0, 0, 100, 10)).left() == (70 if arabic else 0)
