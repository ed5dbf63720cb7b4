import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QPushButton

from craftdesk.ui.labels import Label
from craftdesk.ui.stylesheet import style_sheet
from craftdesk.ui.theme import DARK, FAMILY, LIGHT, apply_theme, font, look, looking, row_height, tone

GROUNDS = {
    "text": ("page", "surface", "hover", "selection"),
    "muted": ("page", "surface", "hover"),
    "primary": ("surface", "page", "primary_ground"),
    "on_primary": ("primary", "primary_hover"),
    "copper": ("surface", "copper_ground"),
    "good": ("surface", "good_ground"),
    "warn": ("surface", "warn_ground"),
    "bad": ("surface", "page", "bad_ground"),
    "neutral": ("surface", "neutral_ground"),
    "on_bar": ("bar",),
    "side_text": ("side", "side_chosen", "side_hover"),
    "side_muted": ("side",),
}
PAIRS = [(name, ground) for name, grounds in GROUNDS.items() for ground in grounds]


def brightness(colour) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other) -> float:
    high, low = sorted((brightness(one), brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_text_is_readable_on_its_ground(dark, pair):
    with looking(dark=dark):
        assert contrast(tone(pair[0]), tone(pair[1])) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_the_icons_of_the_message_bar_stand_out_from_it(dark):
    with looking(dark=dark):
        assert all(contrast(tone(f"bar_{mood}"), tone("bar")) >= 3 for mood in ("good", "warn", "bad"))


def test_the_look_changes_while_the_program_runs(qapp, qtbot):
    apply_theme(qapp)
    button = QPushButton("طباعة")
    qtbot.addWidget(button)
    button.show()
    before = button.grab().toImage()
    apply_theme(qapp, dark=True, rtl=False, compact=True)
    assert button.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert qapp.palette().window().color().name().upper() == DARK.page
    assert button.grab().toImage() != before
    assert (look().dark, row_height(second_line=True)) == (True, 32)
    apply_theme(qapp)
    assert look().tones is LIGHT
    assert row_height(second_line=True) == 46


def test_the_screen_has_its_own_fonts_in_every_weight(arabic):
    weights = {QFontInfo(font(14, weight)).styleName() for weight in (font().weight().Normal, font().weight().Bold)}
    assert QFontInfo(font()).family() == FAMILY
    assert len(weights) == 2


def test_the_style_sheet_has_no_tone_or_size_left_to_fill_in(arabic):
    assert "$" not in style_sheet()


def test_a_title_is_larger_than_the_text_and_a_note_smaller(arabic, qtbot):
    labels = [Label("الحرفيون", role) for role in ("title", "heading", "", "muted")]
    for label in labels:
        qtbot.addWidget(label)
        label.ensurePolished()
    sizes = [label.font().pixelSize() for label in labels]
    assert sizes == [22, 15, 14, 12]
