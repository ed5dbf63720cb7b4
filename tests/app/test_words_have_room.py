"""Every page in every language: no word is cut, no button is squeezed, no list must be pushed sideways."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QTableView, QToolButton, QWidget

from craftdesk.app.screens import fullest
from craftdesk.base.numbers import without_marks
from craftdesk.data.model import models
from craftdesk.ui.facts import BREAK
from craftdesk.ui.headings import Headings
from craftdesk.ui.labels import CutLabel
from craftdesk.ui.tabs import Tabs
from craftdesk.ui.theme import font
from tests.screens import settle

USUAL, SMALL = (1366, 768), (1100, 650)
OUT_OF_REACH = 2
"""Pixels that nobody sees."""


def cut_words(place: QWidget) -> Iterator[str]:
    """What is in sight and does not have the room it needs."""
    place.grab()
    for each in place.findChildren(QWidget):
        seen = each.visibleRegion().boundingRect()
        if not each.isVisible() or seen.isNull():
            continue
        if isinstance(each, QAbstractButton | QLineEdit | QLabel) and seen.width() < each.width() - OUT_OF_REACH:
            yield f"hidden sideways: {each.text()}"
        else:
            yield from next((of(each) for kind, of in KINDS.items() if isinstance(each, kind)), ())


def of_cut_label(label: CutLabel) -> Iterator[str]:
    if label.shown() != QLabel.text(label):
        yield f"cut: {label.text()}"


def of_button(button: QPushButton) -> Iterator[str]:
    if button.text() and button.width() < wide(button):
        yield f"squeezed: {button.text()}"


def wide(button: QPushButton) -> int:
    return button.sizeHint().width() - OUT_OF_REACH


def of_label(label: QLabel) -> Iterator[str]:
    words = without_marks(QLabel.text(label)).replace(BREAK, " ").split()
    room = label.contentsRect().width() + OUT_OF_REACH
    advance = label.fontMetrics().horizontalAdvance
    if label.wordWrap() and words:
        too_low = label.heightForWidth(label.contentsRect().width()) > label.height() + OUT_OF_REACH
        if too_low or max(map(advance, words)) > room:
            yield f"cut: {label.text()}"
    elif words and advance(label.text()) > room:
        yield f"cut: {label.text()}"


def of_line(line: QLineEdit) -> Iterator[str]:
    signs = sum(22 for each in line.findChildren(QToolButton) if each.isVisible())
    told = "" if line.text() else line.placeholderText()
    if line.fontMetrics().horizontalAdvance(told) > line.width() - 26 - signs:
        yield f"hint cut: {told}"


def of_list(table: QTableView) -> Iterator[str]:
    if not isinstance(table.horizontalHeader(), Headings):
        return
    if table.horizontalScrollBar().maximum():
        yield f"sideways: {type(table.parent()).__name__}"
    metrics = QFontMetrics(font(12, QFont.Weight.Medium))
    header = table.horizontalHeader()
    for place in range(header.count()):
        title = str(table.model().headerData(place, header.orientation()))
        if not header.isSectionHidden(place) and metrics.horizontalAdvance(title) > header.sectionSize(place) - 28:
            yield f"heading cut: {title}"


KINDS = {
    CutLabel: of_cut_label,
    QLabel: of_label,
    QPushButton: of_button,
    QLineEdit: of_line,
    QTableView: of_list,
}


def walk(window, qtbot) -> Iterator[tuple[str, QWidget]]:
    """Every page, every fullest record and every tab of them."""

    def ready() -> None:
        qtbot.waitUntil(lambda: not window.desk.is_busy())
        settle()

    for page in window.pages.values():
        window.open_page(page.name)
        ready()
        yield page.name, window
        for name in tabs(window.opened(page.name)):
            ready()
            yield f"{page.name}: {name}", window
        for table in page.opens:
            if (key := window.desk.read(fullest, models()[table])) is not None:
                window.open_record(models()[table], key)
                ready()
                yield f"{page.name}, {table}", window
                for name in tabs(window.opened(page.name)):
                    ready()
                    yield f"{page.name}, {table}: {name}", window


def tabs(page: QWidget) -> Iterator[str]:
    for row in [each for each in page.findChildren(Tabs) if each.isVisible()]:
        for name in list(row._tabs):
            row.open(name)
            yield name


def found(window, qtbot) -> list[str]:
    return sorted({f"{name}: {words}" for name, shown in walk(window, qtbot) for words in cut_words(shown)})


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_word_has_room_on_a_usual_screen(opened, demo_office, qtbot, language):
    window = opened(demo_office, language)
    window.resize(*USUAL)
    assert found(window, qtbot) == []


LONG = ("training", "yearbook", "templates")
"""Whose titles and rules are whole sentences: on a small screen they end in dots, told in full by the tooltip."""


def test_every_word_has_room_on_a_small_screen_in_french(opened, demo_office, qtbot):
    window = opened(demo_office, "fr")
    window.resize(*SMALL)
    assert [each for each in found(window, qtbot) if not each.startswith(LONG)] == []
