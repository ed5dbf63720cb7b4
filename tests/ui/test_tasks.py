import threading

import pytest
from PySide6.QtCore import QObject

from craftdesk.ui.tasks import ProgressStrip, Worker


@pytest.fixture
def owner():
    return QObject()


def test_what_follows_a_job_runs_on_the_screens_thread(qtbot, owner):
    worker, heard = Worker(owner), []
    worker.start(lambda _: threading.get_ident(), lambda away: heard.append((away, threading.get_ident())), print)
    worker.start(lambda _: 1 / 0, heard.append, lambda error: heard.append((type(error), threading.get_ident())))
    qtbot.waitUntil(lambda: len(heard) == 2)
    home = threading.get_ident()
    assert heard[0][0] != home
    assert [each[1] for each in heard] == [home, home]
    assert heard[1][0] is ZeroDivisionError


def test_a_cancelled_job_stops_at_its_next_step_and_tells_nothing(qtbot, owner):
    worker, heard, begun = Worker(owner), [], threading.Event()

    def job(progress):
        for step in range(10**9):
            progress.step(step, 10**9)
            begun.set()

    worker.start(job, heard.append, heard.append)
    assert begun.wait(5)
    with qtbot.waitSignal(worker.ended):
        worker.cancel()
    assert heard == []


def test_the_strip_shows_long_work_and_its_button_stops_it(qtbot, owner):
    worker = Worker(owner)
    strip = ProgressStrip(worker)
    qtbot.addWidget(strip)
    go_on = threading.Event()

    def job(progress):
        while not go_on.wait(0.02):
            progress.step(3, 10, "3 من 10")

    worker.start(job, lambda _: None, lambda _: None, title="استيراد")
    qtbot.waitUntil(strip.isVisible)
    qtbot.waitUntil(lambda: strip.bar.value() == 3)
    assert strip.words.text() == "استيراد · 3 من 10"
    strip.button.click()
    qtbot.waitUntil(strip.isHidden)


def test_short_work_shows_no_strip(qtbot, owner):
    worker, seen = Worker(owner), []
    strip = ProgressStrip(worker)
    qtbot.addWidget(strip)
    with qtbot.waitSignal(worker.ended):
        worker.start(lambda progress: progress.step(1, 1), seen.append, print)
    qtbot.wait(350)
    assert strip.isHidden()
