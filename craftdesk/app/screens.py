"""Drawing every screen of an office into pictures: for the demo, and to look at each of them."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from sqlalchemy import func, select

from craftdesk.app.features import FEATURES
from craftdesk.app.home import HomePage
from craftdesk.app.look import dress
from craftdesk.app.offices import open_office
from craftdesk.app.pages import pages
from craftdesk.app.start import FOOT, application_of_ours
from craftdesk.app.window import FIRST_SIZE, HOME, Window
from craftdesk.base.i18n import LANGUAGES
from craftdesk.base.settings import Settings
from craftdesk.data.database import Database
from craftdesk.data.model import Model, models
from craftdesk.data.session import Session
from craftdesk.desk.desk import Desk
from craftdesk.features.office.ui.assistant import Assistant
from craftdesk.features.office.ui.assistant_steps import STEPS
from craftdesk.ui import layouts
from craftdesk.ui.sidebar import Place

ALSO_DARK = ("home", "roster")
"""Pages that are drawn in the dark look too."""
_SOUGHT = "ben"
_PAPER = "certificate"
_NO_SIZES = "does not support propagateSizeHints()"
TURN, TURNS = 0.005, 24
"""A page has come to rest after so many turns of the event loop with nothing asked beside it.

Turns, not seconds alone: on a busy machine a single turn may take longer than all of them should.
"""


def draw_office(database: Database, folder: Path, languages: Sequence[str] = tuple(LANGUAGES)) -> int:
    """Draw the office's screens into a folder for each language; gives how many there are."""
    application = application_of_ours()
    layouts.keep_in({})
    desk = Desk(database)
    with _without_its_sizes():
        drawn = list(_draw(application, desk, folder, languages))
    desk.close()
    return len(drawn)


@contextmanager
def _without_its_sizes() -> Iterator[None]:
    """Keep to oneself what Qt says of every window where there is no screen; what else it says is told as before."""

    def tell(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text.endswith(_NO_SIZES):
            return
        if before is not None:
            before(kind, context, text)
        else:
            sys.stderr.write(f"{text}\n")

    before = qInstallMessageHandler(tell)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _draw(application: QApplication, desk: Desk, folder: Path, languages: Sequence[str]) -> Iterator[Path]:
    """Every page with its fullest record, the assistant, and some pages in the dark."""
    for language in languages:
        into = folder / language
        into.mkdir(parents=True, exist_ok=True)
        for theme in ("light", "dark"):
            dress(application, Settings(language=language, theme=theme))
            with _shown(desk) as window:
                yield from _pages(desk, window, into, "-dark" if theme == "dark" else "")
                if theme == "light":
                    yield from _extras(desk, window, into)
        dress(application, Settings(language=language))
        yield from _assistant(into)


@contextmanager
def _shown(desk: Desk) -> Iterator[Window]:
    made = pages(FEATURES)
    window = Window([Place(page.name, page.title, page.icon) for page in made], FOOT, HomePage)
    window.attach(desk, FEATURES, made)
    window.resize(FIRST_SIZE)
    window.show()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _pages(desk: Desk, window: Window, folder: Path, suffix: str) -> Iterator[Path]:
    for page in window.pages.values():
        if suffix and page.name not in ALSO_DARK:
            continue
        window.open_page(page.name)
        yield picture(desk, window, folder / f"{page.name}{suffix}.png")
        for model in (models()[table] for table in page.opens):
            if (key := desk.read(fullest, model)) is not None:
                window.open_record(model, key)
                yield picture(desk, window, folder / f"{page.name}-{model.__tablename__}{suffix}.png")


def _extras(desk: Desk, window: Window, folder: Path) -> Iterator[Path]:
    """What opens over the pages: the search, the shortcuts, a paper; and the tabs of the settings."""
    window.open_page(HOME)
    QApplication.processEvents()
    window.search.line.setText(_SOUGHT)
    window.search.look()
    yield picture(desk, window, folder / "search.png")
    window.search.line.clear()
    window.search.look()
    for tab in ("letterhead", "activities", "machine", "given"):
        window.open_page("settings", tab)
        yield picture(desk, window, folder / f"settings-{tab}.png")
    window.open_page("yearbook", "roster")
    yield picture(desk, window, folder / "figures.png")
    window.show_shortcuts()
    yield from _dialogs(desk, window, folder / "shortcuts.png")
    paper = next(paper for feature in FEATURES for paper in feature.papers if paper.name == _PAPER)
    desk.show_paper(paper.name)
    yield from _dialogs(desk, window, folder / f"paper-{paper.name}.png")


def _assistant(folder: Path) -> Iterator[Path]:
    """The steps of the first run, on a file that is thrown away."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as fresh:
        database = open_office(Path(fresh) / "office.craftdesk", alone=True)
        desk = Desk(database)
        assistant = Assistant(desk)
        assistant.forms[0].set_value("wilaya_id", "05")
        assistant.show()
        for number, step in enumerate(STEPS):
            assistant.show_step(number)
            yield picture(desk, assistant, folder / f"assistant-{number + 1}-{step.name}.png")
        assistant.close()
        assistant.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        desk.close()
        database.close()


def _dialogs(desk: Desk, window: Window, path: Path) -> Iterator[Path]:
    for dialog in window.findChildren(QDialog):
        yield picture(desk, dialog, path)
        dialog.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def picture(desk: Desk, widget: QWidget, path: Path) -> Path:
    """Draw a widget as it stands when everything it asked for has come and has been laid out."""
    still = 0
    while still < TURNS:
        QApplication.processEvents()
        still = 0 if desk.is_busy() else still + 1
        time.sleep(TURN)
    widget.grab().save(str(path))
    return path


def fullest(session: Session, model: type[Model]) -> str | None:
    """The record to which the most other records point: its card shows the most."""
    weights: dict[str, int] = {}
    for table in Model.metadata.tables.values():
        for foreign in table.foreign_keys:
            if foreign.column.table is model.__table__:
                asked = select(foreign.parent, func.count()).where(foreign.parent.is_not(None)).group_by(foreign.parent)
                for key, number in session.execute(asked):
                    # Many kinds of records count for more than many of one kind.
                    weights[key] = weights.get(key, 0) + 100 + min(number, 99)
    if weights:
        return max(weights, key=lambda key: (weights[key], key))
    return session.scalars(select(model.id).order_by(model.id).limit(1)).first()
