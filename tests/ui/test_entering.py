from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from craftdesk.ui.entering import enter


def place_of(qtbot, *widgets):
    place = QWidget()
    layout = QVBoxLayout(place)
    for each in widgets:
        layout.addWidget(each)
    qtbot.addWidget(place)
    with qtbot.waitActive(place):
        place.show()
        place.activateWindow()
    return place


def test_the_list_gets_the_keyboard_before_a_button_that_stands_first(qtbot):
    button, found = QPushButton("new"), QListWidget()
    place = place_of(qtbot, button, found)
    button.setFocus()
    enter(place)
    assert QApplication.focusWidget() is found


def test_who_chose_a_line_to_type_in_keeps_it(qtbot):
    line, found = QLineEdit(), QListWidget()
    place = place_of(qtbot, line, found)
    line.setFocus()
    enter(place)
    assert QApplication.focusWidget() is line


def test_what_only_stands_in_the_place_is_passed_over(qtbot):
    search, line = QLineEdit(), QLineEdit()
    place = place_of(qtbot, search, line)
    search.setFocus()
    enter(place, passing_over=search)
    assert QApplication.focusWidget() is line
