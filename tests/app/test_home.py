"""The first page shows everything: every figure with all its words, and all that waits, without scrolling."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea

from craftdesk.app.features import FEATURES
from craftdesk.app.home import outlook
from craftdesk.base.numbers import without_marks
from craftdesk.ui.figures import StatCard, StatRows, TaskRow
from craftdesk.ui.labels import Label
from tests.screens import ALL, settle


@pytest.fixture(params=ALL)
def home(request, opened, demo_office, qtbot):
    window = opened(demo_office, request.param)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not window.desk.is_busy())
    settle()
    return window.opened("home")


def is_whole(label: Label) -> bool:
    """Whether all its words have room."""
    wide = label.contentsRect().width()
    longest = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split())
    return longest <= wide and label.heightForWidth(wide) <= label.height()


def test_every_figure_is_there_with_all_its_words(home):
    seen = home._desk.read(outlook, FEATURES)
    assert len(seen.figures) > 4
    cards = home.findChildren(StatCard)
    told = [without_marks(card.words.text()).lower() for card in cards]
    assert told == [figure.title.lower() for figure in seen.figures]
    for card in cards:
        assert home.rect().contains(QRect(card.mapTo(home, card.rect().topLeft()), card.size()))
        assert is_whole(card.words), card.words.text()


def test_all_that_waits_is_in_sight(home):
    seen = home._desk.read(outlook, FEATURES)
    tasks = home.findChildren(TaskRow)
    assert len(tasks) == len(seen.waiting)
    area = next(each for each in home.findChildren(QScrollArea) if each.isAncestorOf(tasks[0]))
    for task in tasks:
        place = QRect(task.mapTo(area.viewport(), task.rect().topLeft()), task.size())
        assert area.viewport().rect().contains(place)


@pytest.mark.parametrize(("number", "width", "rows"), [(5, 1096, 1), (5, 830, 1), (8, 1096, 2), (8, 500, 3)])
def test_figures_that_do_not_fit_go_into_further_rows(qtbot, qapp, number, width, rows):
    shown = StatRows()
    qtbot.addWidget(shown)
    shown.show_cards([StatCard("ph.user", str(at), "حرفي مسجل") for at in range(number)])
    shown.resize(width, 200)
    shown.show()
    settle()
    tops = {card.y() for card in shown.findChildren(StatCard)}
    assert len(tops) == rows
    shown.resize(width * 3, 200)
    settle()
    assert len({card.y() for card in shown.findChildren(StatCard)}) == 1
