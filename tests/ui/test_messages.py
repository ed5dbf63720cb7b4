import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from craftdesk.ui.actions import Action
from craftdesk.ui.messages import Message, MessageBar, Mood, Notice


class Window(QWidget):
    """A window with something to type into above the bar."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.bar = MessageBar()
        outer = QVBoxLayout(self)
        outer.addWidget(self.line)
        outer.addWidget(self.bar)


@pytest.fixture
def window(direction, qtbot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def undo(done: list[str]) -> Action:
    return Action("تراجع", "", lambda: done.append("undone"), "Ctrl+Z")


def test_a_message_is_taken_back_by_its_keys(window, qtbot):
    done: list[str] = []
    window.bar.say("حُذف الحرفي", actions=[undo(done)])
    assert window.bar.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["undone"]
    assert not window.bar.isVisible()


def test_the_keys_are_written_on_the_button(window):
    window.bar.say("حُذف", actions=[undo([])])
    words = [button.text() for button in window.bar.findChildren(QPushButton)]
    assert any("Ctrl+Z" in text for text in words)


def test_a_click_runs_the_action_and_closes_the_message(window, qtbot):
    done: list[str] = []
    window.bar.say("استُورد 413 حرفيا", actions=[Action("عرض السطور", "", lambda: done.append("rows")), undo(done)])
    button = next(button for button in window.bar.findChildren(QPushButton) if button.text() == "عرض السطور")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["rows"]
    assert window.bar.message() is None


def test_what_the_action_says_itself_is_shown(window, qtbot):
    bar = window.bar
    bar.say("حُذف", actions=[Action("تراجع", "", lambda: bar.say("استُرجع"), "Ctrl+Z")])
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.message().text == "استُرجع"
    assert bar.isVisible()


def test_the_next_message_waits_until_the_first_was_readable(window, qtbot):
    window.bar._turn.setInterval(30)
    window.bar.say("الأولى")
    window.bar.say("الثانية")
    assert window.bar.message().text == "الأولى"
    qtbot.waitUntil(lambda: window.bar.message().text == "الثانية")


def test_a_message_goes_by_itself_and_an_error_stays(window, qtbot):
    window.bar.tell(Message("حُفظ", seconds=1))
    with qtbot.waitSignal(window.bar.emptied, timeout=3000):
        pass
    assert not window.bar.isVisible()
    assert Message("تعذّر الحفظ", Mood.BAD).lasting() == 0
    assert Message("حُفظ").lasting() < Message("حُذف", actions=[undo([])]).lasting()


def test_the_mouse_over_a_message_holds_it(window, qtbot):
    window.bar.tell(Message("حُفظ", seconds=5))
    assert window.bar._time.isActive()
    qtbot.mouseMove(window.bar)
    qtbot.waitUntil(lambda: not window.bar._time.isActive())
    qtbot.mouseMove(window.line)
    qtbot.waitUntil(window.bar._time.isActive)


def test_closing_shows_what_waits(window):
    window.bar.say("الأولى")
    window.bar.say("الثانية")
    window.bar.close_message()
    assert window.bar.message().text == "الثانية"
    window.bar.close_message()
    assert not window.bar.isVisible()


def test_undo_in_a_field_is_the_fields_own_when_there_is_no_message(window, qtbot, typed):
    window.line.setFocus()
    typed(window.line, "بوجلال")
    qtbot.keyClick(window.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.line.text() == ""


def test_a_notice_stays_with_what_to_do(direction, qtbot):
    done = []
    notice = Notice("آخر نسخة منذ 9 أيام", Mood.WARN, [Action("نسخ الآن", "ph.floppy-disk", lambda: done.append(1))])
    qtbot.addWidget(notice)
    notice.show()
    qtbot.mouseClick(notice.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == [1]
    assert notice.words.text() == "آخر نسخة منذ 9 أيام"
