"""Race 2: a list of 434 people brought in, mended and taken back by the keyboard alone, every step counted."""

import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from sqlalchemy import func, select

from craftdesk.base.numbers import without_marks
from craftdesk.features.office import writes as office_writes
from craftdesk.features.roster import importing
from craftdesk.features.roster.models import Artisan, Outcome
from craftdesk.features.roster.ui.import_page import ImportPage
from tests.screens import CONTROL, focused, press, settle, strike, told, type_text

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
LIST = SAMPLES / "roster-batna.xlsx"
ROWS, NEW, WAITING = 434, 385, 28
STEPS, BACK, SECONDS = 6, 1, 2.0
ENTER = Qt.Key.Key_Return
MENDED = {"home_commune_id": "باتنة", "activity_code": "0301001", "birth_date": "28/02/1985"}


class Clerk:
    """Counts what is done: a key with what it needs to be done, such as the value that is typed into an open cell."""

    def __init__(self, qtbot: Any) -> None:
        self._qtbot = qtbot
        self.steps = 0

    def does(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.steps += 1
        press(self._qtbot, key, held=held)
        settle()

    def chooses(self, path: Path) -> None:
        """The dialog of the system: its line takes the name of the file."""
        QTimer.singleShot(100, lambda: _answer(path))
        self.does(Qt.Key.Key_O, CONTROL)

    def mends(self, text: str) -> None:
        """Open the cell, write over what stands there, take the first that fits."""
        self.does(ENTER)
        line = focused()
        assert isinstance(line, QLineEdit)
        line.selectAll()
        type_text(text)
        settle()
        strike(focused(), ENTER)
        settle()


def _answer(path: Path) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    line.setFocus()
    line.selectAll()
    type_text(str(path))
    strike(line, ENTER)


@pytest.fixture
def artisans(office):
    """The office with the activities of the samples; asks how many artisans it has."""
    with office.writing() as session:
        session.entitle("Activities")
        office_writes.import_activities(session, SAMPLES / "activities.csv")

    def count() -> int:
        with office.reading() as session:
            return int(session.scalar(select(func.count()).select_from(Artisan)) or 0)

    return count


# What the platform without a screen says of dialogs that are shown.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
@pytest.mark.skipif(not LIST.exists(), reason="the samples are not beside the project")
def test_race_2_a_list_is_brought_in_mended_and_taken_back_in_six_steps_and_one(office, artisans, opened, qtbot):
    window = opened(office)
    heard, clerk = told(window.desk), Clerk(qtbot)

    clerk.does(Qt.Key.Key_2, CONTROL)
    clerk.does(Qt.Key.Key_I, CONTROL)
    page = window.findChild(ImportPage)
    begun = time.perf_counter()
    clerk.chooses(LIST)
    qtbot.waitUntil(lambda: page.looked is not None and page.isEnabled())
    assert time.perf_counter() - begun < SECONDS
    # The system gives the window back what the dialog had.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    looked = page.looked
    assert (looked.counts().rows, looked.counts().new, looked.counts().waiting) == (ROWS, NEW, WAITING)

    row = page.view.table.row()
    clerk.mends("تيمق")
    assert row.outcome is Outcome.NEW
    second = page.view.table.row()
    assert second is not row, "after a row is mended the next one that waits is there"
    clerk.mends(MENDED[page.view.table.rows_model.target(page.view.table.currentIndex().column())])
    assert second.outcome is Outcome.NEW
    assert (looked.counts().new, looked.counts().waiting) == (NEW + 2, WAITING - 2)

    clerk.does(ENTER, CONTROL)
    qtbot.waitUntil(lambda: page.looked is None and page.isEnabled())
    assert clerk.steps == STEPS
    assert LIST.name in without_marks(heard[-1].text)
    assert artisans() == NEW + 2

    clerk.does(Qt.Key.Key_Z, CONTROL)
    assert clerk.steps == STEPS + BACK
    assert artisans() == 0
    assert window.desk.read(importing.files) == []
