import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from craftdesk.ui.waste import Waste


class Page:
    """Holds itself, as pages and what they hear do."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def waste(qapp) -> Iterator[Waste]:
    was_on = gc.isenabled()
    owner = QObject()
    yield Waste(owner)
    if was_on:
        gc.enable()


def allocate() -> None:
    """Far more than Python allocates between two collections of its own."""
    assert len([[number] for number in range(200_000)]) == 200_000


def left(taken: list[int]) -> None:
    page = Page()
    weakref.finalize(page, lambda: taken.append(threading.get_ident()))


def test_what_a_thread_allocates_takes_nothing_apart_there(waste):
    taken: list[int] = []
    left(taken)
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert taken == []
    waste.look()
    assert taken == [threading.get_ident()]


def test_the_waste_is_looked_for_by_itself(waste, qtbot):
    taken: list[int] = []
    left(taken)
    allocate()
    qtbot.waitUntil(lambda: taken == [threading.get_ident()])


def test_whoever_lets_python_collect_by_itself_again_is_overruled(waste):
    gc.enable()
    waste.look()
    assert not gc.isenabled()
