import math

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from craftdesk.base.charts.chart import Chart, Kind, Series
from craftdesk.base.charts.shapes import Slice
from craftdesk.ui.chart import DARK_TONES, LIGHT_TONES, ChartView
from craftdesk.ui.theme import DARK, LIGHT
from tests.screens import shown

CHART = Chart(Kind.GROUPED, "Certificates", ("2024", "2025", "2026"), (Series("", (4, 9, 2)),))


def test_the_keys_go_from_number_to_number_in_the_direction_of_the_screen(direction, qtbot):
    view = shown(ChartView(CHART), qtbot, 400, 300)
    forward = Qt.Key.Key_Left if direction == "ar" else Qt.Key.Key_Right
    view.setFocus()
    told = []
    for key in (forward, forward, forward, forward, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
        told.append(view.said()[:4])
    assert told == ["2024", "2025", "2026", "2026", "2024", "2026"]


def test_the_number_under_the_pointer_is_told(direction, qtbot):
    view = shown(ChartView(CHART), qtbot, 400, 300)
    x, y, width, height = view._laid_out().marks[1].box
    QTest.mouseMove(view, QPoint(round(x + width / 2), round(y + height / 2)))
    qtbot.waitUntil(lambda: view.said().startswith("2025"))
    assert view.accessibleDescription().splitlines()[0] == view.said()
    QTest.mouseMove(view, QPoint(2, 2))
    qtbot.waitUntil(lambda: not view.said())


def test_any_place_of_a_part_of_a_ring_tells_its_number(direction, qtbot):
    ring = Chart(Kind.RING, "", ("a", "b"), (Series("", (3, 1)),))
    view = shown(ChartView(ring), qtbot, 400, 300)
    part = next(shape for shape in view._laid_out().shapes if isinstance(shape, Slice))
    for turn, name in ((10, "a"), (260, "a"), (280, "b"), (350, "b")):
        angle, reach = math.radians(turn), part.outer * 0.8
        QTest.mouseMove(view, QPoint(round(part.x + reach * math.sin(angle)), round(part.y - reach * math.cos(angle))))
        qtbot.waitUntil(lambda name=name: view.said().startswith(name))
    QTest.mouseMove(view, QPoint(round(part.x), round(part.y)))
    qtbot.waitUntil(lambda: not view.said())


def test_who_does_not_see_the_chart_hears_all_its_numbers(qtbot, qapp):
    view = ChartView(CHART)
    qtbot.addWidget(view)
    assert view.accessibleName() == "Certificates"
    assert view.accessibleDescription().splitlines() == ["2024: 4", "2025: 9", "2026: 2"]


def test_a_new_chart_takes_the_place_of_the_old_one(qtbot, qapp):
    view = shown(ChartView(CHART), qtbot, 400, 300)
    view.show_chart(Chart(Kind.ACROSS, "Other", tuple("abcdefghijklmnop"), (Series("", (1,) * 16),)))
    assert view.accessibleName() == "Other"
    assert view.heightForWidth(400) > 300
    assert view.said() == ""


def test_every_kind_is_painted_in_both_directions(direction, qtbot):
    for kind in Kind:
        view = shown(ChartView(Chart(kind, "x", ("a", "b"), (Series("", (1, 2)),))), qtbot, 400, 260)
        assert len(set(view.grab().toImage().convertToFormat(view.grab().toImage().Format.Format_RGB32).bits())) > 9


def test_the_tones_are_seen_on_their_ground():
    for tones, ground in ((LIGHT_TONES[:3], LIGHT.surface), (DARK_TONES, DARK.surface)):
        assert min(contrast(tone, ground) for tone in tones) > 2.7


def contrast(one: str, two: str) -> float:
    lights = sorted(map(_light, (one, two)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(tone: str) -> float:
    parts = [int(tone[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
