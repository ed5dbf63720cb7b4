import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from craftdesk.ui.icons import chevron, icon, pixmap
from craftdesk.ui.theme import apply_theme

ONE_ICON = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication
from craftdesk.ui.icons import icon
app = QGuiApplication([])
before = set(QFontDatabase.families())
icon("ph.users-three").pixmap(QSize(20, 20))
print(sorted(set(QFontDatabase.families()) - before), "qtawesome" in sys.modules)
"""


def inks(picture) -> set[str]:
    image = picture.toImage()
    every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in every if colour.alpha() == 255}


def test_an_icon_follows_the_theme_without_being_made_again(qapp):
    apply_theme(qapp)
    users = icon("ph.users-three-fill")
    light = inks(users.pixmap(QSize(32, 32)))
    apply_theme(qapp, dark=True)
    dark = inks(users.pixmap(QSize(32, 32)))
    apply_theme(qapp)
    assert light == {"#20282c"}
    assert dark == {"#e8e6e1"}


def test_a_disabled_icon_is_faint(arabic):
    assert inks(icon("ph.trash-fill", "primary").pixmap(QSize(32, 32), QIcon.Mode.Disabled)) == {"#a3a8aa"}


def test_an_icon_is_as_sharp_as_the_screen(arabic):
    assert icon("ph.house").pixmap(QSize(20, 20), 2.0).size() == QSize(40, 40)


def test_an_icon_is_drawn_once_per_tone_and_size(arabic):
    assert pixmap("ph.house", "text", 20) is pixmap("ph.house", "text", 20)
    assert pixmap("ph.house", "text", 20) is not pixmap("ph.house", "primary", 20)


def test_what_phosphor_lacks_comes_from_material(arabic):
    assert inks(icon("ph.certificate").pixmap(QSize(48, 48)))


def test_a_wrong_name_shows_when_the_page_is_built(arabic):
    with pytest.raises(KeyError):
        icon("ph.no-such-thing")


def test_one_icon_opens_one_font_and_leaves_qtawesome_alone():
    done = subprocess.run([sys.executable, "-c", ONE_ICON], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['Phosphor'] False"


def test_forward_points_where_reading_goes(direction):
    assert chevron() == ("ph.caret-left" if direction == "ar" else "ph.caret-right")
