"""The window of a signed sheet, walked by the keyboard."""

import random
from datetime import date

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from craftdesk.base.dates import on_day
from craftdesk.base.i18n import speaking
from craftdesk.features.training import reads
from craftdesk.features.training.documents.attendance import attendance_sheet
from craftdesk.features.training.models import Attendance, Mark, mark_letter
from craftdesk.features.training.ui.signed_sheet import SignedSheet, bring_back
from craftdesk.scan.cells import Verdict
from installer.bench._signing import DPI, signed
from installer.bench.sheets import page_of
from tests.features.training.conftest import make_session
from tests.screens import write

AFTER = date(2026, 11, 20)


@pytest.fixture(params=["ar", "fr"])
def spoken(request):
    with speaking(request.param), on_day(AFTER):
        yield request.param


@pytest.fixture
def back(office, tmp_path, spoken):
    """A sheet of six people: signed by about half, one cell with a dash that may be a signature or not."""
    key = make_session(office, 6)
    file = tmp_path / "sheet.pdf"
    with office.reading() as session:
        attendance_sheet(reads.sheet_papers(session, [key]), spoken).write(file)
    blank, code = page_of(file)
    page, truth = signed(blank, code, random.Random(9), 0.5)
    row, column = next(place for place, yes in truth.items() if not yes and code.people[place[0]])
    _dash(page, code, row, column)
    picture = tmp_path / "back.png"
    page.save(picture)
    return key, picture


def _dash(page: Image.Image, code, row: int, column: int) -> None:
    (left, right), (top, bottom) = code.columns[column], code.rows[row]
    dots, middle = DPI / 25.4, (top + bottom) / 2
    line = [((left + 4) * dots, middle * dots), ((right - 4) * dots, middle * dots)]
    ImageDraw.Draw(page).line(line, fill=(20, 20, 60), width=4)


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    return made


def opened(qtbot, window, desk, key, picture) -> SignedSheet:
    bring_back(desk, key, picture, window)
    qtbot.waitUntil(lambda: window.findChild(SignedSheet) is not None, timeout=30_000)
    return window.findChild(SignedSheet)


def test_a_doubtful_cell_is_decided_by_one_key_and_all_taken_over_by_another(qtbot, window, desk, office, back):
    key, picture = back
    dialog = opened(qtbot, window, desk, key, picture)
    assert dialog.model.count(Verdict.DOUBTFUL) == 1
    here = dialog.grid.currentIndex()
    assert dialog.model.verdict(here) is Verdict.DOUBTFUL
    write(dialog.grid, mark_letter(Mark.ABSENT))
    assert dialog.model.verdict(here) is Verdict.EMPTY
    assert dialog.model.count(Verdict.DOUBTFUL) == 0
    signatures = dialog.model.count(Verdict.SIGNED)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with office.reading() as session:
        marks = [each.mark for each in session.scalars(select(Attendance))]
    assert len(marks) == 36
    assert marks.count(Mark.PRESENT) == signatures


def test_a_cell_that_stays_doubtful_is_left_open(qtbot, window, desk, office, back):
    key, picture = back
    dialog = opened(qtbot, window, desk, key, picture)
    dialog.take_over()
    with office.reading() as session:
        assert len(session.scalars(select(Attendance)).all()) == 35


def test_a_decision_can_be_taken_back(qtbot, window, desk, office, back):
    key, picture = back
    dialog = opened(qtbot, window, desk, key, picture)
    here = dialog.grid.currentIndex()
    write(dialog.grid, mark_letter(Mark.PRESENT))
    assert dialog.model.verdict(here) is Verdict.SIGNED
    dialog.grid.setCurrentIndex(here)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Delete)
    assert dialog.model.verdict(here) is Verdict.DOUBTFUL


def test_a_file_without_this_session_says_so_and_takes_nothing_over(qtbot, window, desk, office, tmp_path, spoken):
    key = make_session(office, 3)
    picture = tmp_path / "white.png"
    Image.new("RGB", (900, 700), "white").save(picture)
    dialog = opened(qtbot, window, desk, key, picture)
    assert not dialog.grid.isVisible()
    assert not dialog._has_cells()
