import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from craftdesk.ui.searchbox import Hit, SearchBox
from craftdesk.ui.sidebar import Place, SideBar

CONTROL = Qt.KeyboardModifier.ControlModifier
PLACES = [Place("home", "الرئيسية", "ph.house"), Place("people", "الحرفيون", "ph.users-three")]
FOOT = [Place("settings", "المكتب والإعدادات", "ph.gear")]
HITS = [
    Hit("artisan 1", "بوجلال سمير", "حرفي", "ph.user"),
    Hit("certificate 7", "شهادة 2018/0045", "بوجلال سمير", "ph.certificate"),
]


@pytest.fixture
def window(direction, qtbot) -> QWidget:
    made = QWidget()
    made.asked = []

    def search(text: str) -> list[Hit]:
        made.asked.append(text)
        return HITS if "بوجلال" in text else []

    made.side = SideBar(PLACES, FOOT, "كرافت ديسك", "غرفة باتنة", "سميرة ب.")
    made.search = SearchBox(search)
    made.search.bind(made)
    made.line = QLineEdit()
    outer = QHBoxLayout(made)
    for part in (made.side, made.search, made.line):
        outer.addWidget(part)
    made.resize(1000, 600)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_the_side_bar_stands_on_the_leading_side(window, direction):
    assert (window.side.x() > window.search.x()) == (direction == "ar")


def test_keys_and_clicks_choose_a_place(window, qtbot):
    with qtbot.waitSignal(window.side.chosen) as chosen:
        qtbot.keyClick(window.line, Qt.Key.Key_2, CONTROL)
    assert chosen.args == ["people"]
    assert window.side.current() == "people"
    with qtbot.waitSignal(window.side.chosen) as chosen:
        qtbot.mouseClick(window.side._buttons["settings"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["settings"]


def test_arrows_go_from_place_to_place_and_enter_opens(window, qtbot):
    buttons = window.side._buttons
    buttons["home"].setFocus()
    qtbot.keyClick(buttons["home"], Qt.Key.Key_Down)
    assert buttons["people"].hasFocus()
    with qtbot.waitSignal(window.side.chosen) as chosen:
        qtbot.keyClick(buttons["people"], Qt.Key.Key_Return)
    assert chosen.args == ["people"]


def test_marking_a_place_does_not_choose_it(window, qtbot):
    with qtbot.assertNotEmitted(window.side.chosen):
        window.side.show_place("people")
        window.side.show_place("no such place")
    assert window.side.current() == "people"


def test_the_search_is_reached_from_anywhere(window, qtbot):
    window.line.setFocus()
    qtbot.keyClick(window.line, Qt.Key.Key_K, CONTROL)
    assert window.search.line.hasFocus()


def test_the_search_asks_once_for_what_was_typed_and_enter_opens_the_first(window, qtbot, typed):
    window.search.go()
    typed(window.search.line, "بوجلال")
    qtbot.waitUntil(window.search.suggestions.is_open)
    assert window.asked == ["بوجلال"]
    with qtbot.waitSignal(window.search.picked) as picked:
        qtbot.keyClick(window.search.line, Qt.Key.Key_Return)
    assert picked.args == [HITS[0]]
    assert window.search.line.text() == ""


def test_arrows_choose_among_what_was_found(window, qtbot, typed):
    window.search.go()
    typed(window.search.line, "بوجلال")
    qtbot.keyClick(window.search.line, Qt.Key.Key_Down)
    qtbot.keyClick(window.search.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.search.picked) as picked:
        qtbot.keyClick(window.search.line, Qt.Key.Key_Return)
    assert picked.args == [HITS[1]]


def test_a_click_opens_what_was_found(window, qtbot):
    window.search.line.setText("بوجلال")
    window.search.line.setFocus()
    window.search.look()
    found = window.search.suggestions.list
    place = found.visualRect(found.model().index(1, 0)).center()
    with qtbot.waitSignal(window.search.picked) as picked:
        qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picked.args == [HITS[1]]


def test_nothing_found_is_said_and_cannot_be_opened(window, qtbot, typed):
    window.search.go()
    typed(window.search.line, "لا أحد")
    qtbot.waitUntil(window.search.suggestions.is_open)
    with qtbot.assertNotEmitted(window.search.picked):
        qtbot.keyClick(window.search.line, Qt.Key.Key_Return)
    qtbot.keyClick(window.search.line, Qt.Key.Key_Escape)
    assert not window.search.suggestions.is_open()


def test_the_list_stays_inside_the_window_even_at_its_bottom(window, qtbot):
    window.resize(1000, 240)
    window.search.line.setFocus()
    window.search.suggestions.offer([Hit(str(number), "حرفي", "باتنة") for number in range(30)])
    assert window.rect().contains(window.search.suggestions.geometry())
