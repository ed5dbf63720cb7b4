"""Race 3: thirty twins cleaned by the keyboard alone, and a wrong merge taken back, every key counted."""

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from craftdesk.features.roster.models import Artisan
from craftdesk.features.training.models import Participant
from craftdesk.features.training.writes import people
from craftdesk.features.twins import looking, writes
from tests.features.training.conftest import make_session
from tests.features.twins.conftest import act, add_twins, every
from tests.screens import CONTROL, press, settle, type_text

TWINS, MOST = 30, 40


class Strokes(QObject):
    """Counts every key that goes down anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress and watched.isWidgetType():
            self.number += watched is QApplication.focusWidget()
        return False


def test_race_3_thirty_twins_in_forty_keystrokes_and_a_wrong_merge_back_in_one(office, opened, qtbot, qapp):
    twins = add_twins(office, TWINS)
    course = make_session(office, 0)
    act(office, people.enrol, course, [again for _first, again in twins])
    act(office, writes.keep_found, looking.look(office))
    window = opened(office)
    settle()
    strokes = Strokes()
    qapp.installEventFilter(strokes)
    press(qtbot, Qt.Key.Key_K, held=CONTROL)
    type_text("مكرر")
    qtbot.wait(300)
    press(qtbot, Qt.Key.Key_Return)
    settle()
    page = window.opened("twins")
    assert len(page.groups) == TWINS
    while page.groups:
        before = len(page.groups)
        press(qtbot, Qt.Key.Key_Return)
        assert len(page.groups) == before - 1
    assert strokes.number <= MOST
    assert len(every(office, Artisan)) == TWINS
    done = strokes.number
    press(qtbot, Qt.Key.Key_Z, held=CONTROL)
    assert strokes.number == done + 1
    assert len(every(office, Artisan)) == TWINS + 1
    assert len(page.groups) == 1
    [back] = {again for _first, again in twins} & set(page.groups[0].keys)
    assert back in {each.artisan_id for each in every(office, Participant)}
    qapp.removeEventFilter(strokes)
