from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from craftdesk.ui import layouts
from craftdesk.ui.panes import BETWEEN, Panes
from craftdesk.ui.theme import px
from tests.screens import shown

NAME, SHARES, LEAST = "test.panes", (1, 2, 2), (100, 150, 200)


def panes(qtbot, width: int) -> Panes:
    made = Panes(Qt.Orientation.Horizontal, NAME, SHARES, LEAST)
    made.hold(QWidget(), QWidget(), QWidget())
    return shown(made, qtbot, width, 300)


def test_each_part_has_its_share_and_never_too_little(qtbot, monkeypatch):
    monkeypatch.setattr(layouts, "_kept", [{}])
    wide = panes(qtbot, 1000 + 2 * px(BETWEEN))
    assert all(abs(size - wanted) <= 2 for size, wanted in zip(wide.sizes(), (200, 400, 400), strict=True))
    narrow = panes(qtbot, 480 + 2 * px(BETWEEN))
    assert all(size >= px(least) for size, least in zip(narrow.sizes(), LEAST, strict=True))


def test_what_was_moved_is_kept(qtbot, monkeypatch):
    monkeypatch.setattr(layouts, "_kept", [{}])
    first = panes(qtbot, 1000 + 2 * px(BETWEEN))
    first.moveSplitter(500, 1)
    before = first.sizes()
    assert before[0] > 300
    assert panes(qtbot, 1000 + 2 * px(BETWEEN)).sizes() == before
