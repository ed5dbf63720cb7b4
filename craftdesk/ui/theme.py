"""How everything looks: the tones of light and dark, the sizes, the fonts; switched while the program runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from craftdesk.base.paths import RESOURCES
from craftdesk.ui import immortals, importing

immortals.keep()
importing.unwatched()

FAMILY = "IBM Plex Sans Arabic"
WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


class Tones(NamedTuple):
    """Every colour by what it is for; `…_ground` is what a text of that tone stands on."""

    page: str
    surface: str
    hover: str
    line: str
    text: str
    muted: str
    faint: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_ground: str
    copper: str
    copper_line: str
    copper_ground: str
    good: str
    good_ground: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    neutral: str
    neutral_ground: str
    selection: str
    track: str
    side: str
    side_chosen: str
    side_hover: str
    side_text: str
    side_muted: str
    bar: str
    on_bar: str


LIGHT = Tones(
    page="#F6F3EE",
    surface="#FFFFFF",
    hover="#FAF7F2",
    line="#E4DDD2",
    text="#20282C",
    muted="#636B6F",
    faint="#A3A8AA",
    primary="#14666B",
    primary_hover="#0F5559",
    on_primary="#FFFFFF",
    primary_ground="#E1EEED",
    copper="#9C5021",
    copper_line="#B4622D",
    copper_ground="#F7E8DC",
    good="#29714A",
    good_ground="#E2F1E7",
    warn="#946200",
    warn_ground="#FBF0D5",
    bad="#B3382C",
    bad_ground="#F9E3E0",
    neutral="#555D61",
    neutral_ground="#EEEBE5",
    selection="#DCEBEA",
    track="#E4DDD2",
    side="#123C40",
    side_chosen="#1D565B",
    side_hover="#174A4E",
    side_text="#E4EEED",
    side_muted="#AFC4C4",
    bar="#20282C",
    on_bar="#F6F3EE",
)
DARK = Tones(
    page="#14191B",
    surface="#1C2326",
    hover="#232B2F",
    line="#2D373B",
    text="#E8E6E1",
    muted="#98A2A6",
    faint="#5F696D",
    primary="#5DB9B2",
    primary_hover="#74C8C1",
    on_primary="#0E1B1C",
    primary_ground="#1E3A3C",
    copper="#DF9560",
    copper_line="#DF9560",
    copper_ground="#3A2B21",
    good="#6CC18D",
    good_ground="#1E3528",
    warn="#E0B252",
    warn_ground="#3A3119",
    bad="#E5796D",
    bad_ground="#3C2321",
    neutral="#B4BCBF",
    neutral_ground="#2A3236",
    selection="#24464A",
    track="#2D373B",
    side="#0E1416",
    side_chosen="#1F3A3C",
    side_hover="#182A2C",
    side_text="#DDE6E5",
    side_muted="#98A8A8",
    bar="#E8E6E1",
    on_bar="#20282C",
)


class Look(NamedTuple):
    """What was chosen in the settings, and how much larger than 96 dots an inch the system draws."""

    dark: bool = False
    rtl: bool = True
    compact: bool = False
    scale: float = 1.0

    @property
    def tones(self) -> Tones:
        return DARK if self.dark else LIGHT


_look = [Look()]


def look() -> Look:
    """What is in force now."""
    return _look[0]


def tones() -> Tones:
    return look().tones


def tone(name: str) -> QColor:
    """The colour of a tone's name, such as "text" or "bad_ground"; "bar_…" is its counterpart on the message bar."""
    if name.startswith("bar_"):
        return QColor(getattr(LIGHT if look().dark else DARK, name.removeprefix("bar_")))
    return QColor(getattr(tones(), name))


def px(pixels: float) -> int:
    """A length of the design (drawn at 96 dots an inch) on this screen."""
    return max(1, round(pixels * look().scale)) if pixels else 0


def font(pixels: float = 14, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(px(pixels))
    made.setWeight(weight)
    return made


def row_height(second_line: bool) -> int:
    if look().compact:
        return px(32)
    return px(46) if second_line else px(40)


@cache
def load_fonts() -> None:
    """Make the program's own fonts known to Qt; once, before the first text is drawn."""
    for weight in WEIGHTS:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"IBMPlexSansArabic-{weight}.ttf"))


def apply_theme(app: QApplication, dark: bool = False, rtl: bool = True, compact: bool = False) -> None:
    """Dress the whole program; call it again at any time to change it."""
    from craftdesk.ui.stylesheet import style_sheet  # noqa: PLC0415 - the sheet itself is written from these tones

    load_fonts()
    _look[0] = Look(dark, rtl, compact, _system_scale(app))
    app.setStyle("Fusion")
    app.setPalette(_palette())
    app.setFont(font())
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    app.setStyleSheet(style_sheet())


def restyle(widget: QWidget) -> None:
    """Let a changed property of a widget show: the style sheet reads properties only when told."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def tone_names() -> Iterator[str]:
    return iter(Tones._fields)


@contextmanager
def looking(dark: bool = False, rtl: bool = True, compact: bool = False) -> Iterator[None]:
    """Draw with another look inside the block, without touching the program's widgets."""
    before = look()
    _look[0] = Look(dark, rtl, compact, before.scale)
    try:
        yield
    finally:
        _look[0] = before


def _system_scale(app: QApplication) -> float:
    # Where Qt scales by itself this is 1; elsewhere (X11 with a larger text setting) the dots an inch tell.
    screen = app.primaryScreen()
    return max(1.0, screen.logicalDotsPerInch() / 96) if screen else 1.0


def _palette() -> QPalette:
    now = tones()
    palette = QPalette()
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window,), now.page),
        ((role.Base, role.Button, role.ToolTipBase), now.surface),
        ((role.AlternateBase,), now.hover),
        ((role.Text, role.WindowText, role.ButtonText, role.ToolTipText), now.text),
        ((role.PlaceholderText,), now.muted),
        ((role.Highlight, role.Accent), now.primary),
        ((role.HighlightedText,), now.on_primary),
        ((role.Link, role.LinkVisited), now.primary),
        ((role.Mid, role.Midlight, role.Dark), now.line),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    for each in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(now.faint))
    return palette
