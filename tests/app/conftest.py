from collections.abc import Iterator
from datetime import date

import pytest

from craftdesk.app import demo
from craftdesk.app.features import FEATURES
from craftdesk.app.home import HomePage
from craftdesk.app.look import dress
from craftdesk.app.pages import pages
from craftdesk.app.start import FOOT
from craftdesk.app.window import Window
from craftdesk.base.dates import on_day
from craftdesk.base.settings import Settings
from craftdesk.data.database import Database
from craftdesk.desk.desk import Desk
from craftdesk.ui import layouts
from craftdesk.ui.sidebar import Place

DAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory):
    """The demo office's file, made once; tests work on copies."""
    path = tmp_path_factory.mktemp("demo") / "office.craftdesk"
    demo.make(path, DAY).close()
    return path


@pytest.fixture
def demo_office(demo_file, tmp_path) -> Iterator[Database]:
    """A copy of the demo office on its day."""
    copy = tmp_path / "demo.craftdesk"
    copy.write_bytes(demo_file.read_bytes())
    database = Database(copy, who=demo.CLERK)
    with on_day(DAY):
        yield database
    database.close()


@pytest.fixture
def opened(qtbot, qapp):
    """Opens the window on an office in a language; gives the window."""
    desks: list[Desk] = []
    layouts.keep_in({})

    def make(database: Database, language: str = "ar", theme: str = "light") -> Window:
        dress(qapp, Settings(language=language, theme=theme))
        made = pages(FEATURES)
        window = Window([Place(page.name, page.title, page.icon) for page in made], FOOT, HomePage)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        desk = Desk(database)
        desks.append(desk)
        window.attach(desk, FEATURES, made)
        return window

    yield make
    for desk in desks:
        desk.close()
    dress(qapp, Settings())
