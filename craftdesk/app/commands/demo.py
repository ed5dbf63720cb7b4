"""craftdesk demo: the demo office, all its papers and all its screens."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from craftdesk.app import demo
from craftdesk.app.features import papers
from craftdesk.base.dates import today
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.data.database import Database
from craftdesk.desk.papers import rendered

OFFICE = "office.craftdesk"


def run(given: Namespace) -> int:
    """Make DIR/office.craftdesk, DIR/papers and DIR/screens."""
    folder: Path = given.folder
    refuse_if((folder / OFFICE).exists(), _("{file} is there already.").format(file=folder / OFFICE))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(_("{file} cannot be written: {reason}").format(file=folder, reason=error.strerror)) from error
    database = demo.make(folder / OFFICE, today())
    try:
        count = _print_papers(database, folder / "papers")
        drawn = _draw_screens(database, folder / "screens")
    finally:
        database.close()
    told = _("The demo office is in {folder}: {papers} papers, {screens} screens.")
    sys.stdout.write(told.format(folder=folder, papers=count, screens=drawn) + "\n")
    return 0


def _print_papers(database: Database, folder: Path) -> int:
    folder.mkdir(exist_ok=True)
    count = 0
    for paper in papers():
        for language in ("ar", "fr"):
            with database.reading() as session:
                data = rendered(session, paper, (), language)
            (folder / f"{paper.name}-{language}.pdf").write_bytes(data)
            count += 1
    return count


def _draw_screens(database: Database, folder: Path) -> int:
    with _nobodys_settings():
        from craftdesk.app.screens import draw_office  # noqa: PLC0415 - needs the platform that was chosen

        return draw_office(database, folder)


@contextmanager
def _nobodys_settings() -> Iterator[None]:
    """Draw without a screen, and without the settings of whoever calls."""
    before = {name: os.environ.get(name) for name in ("CRAFTDESK_HOME", "QT_QPA_PLATFORM")}
    with TemporaryDirectory() as home:
        os.environ.update(CRAFTDESK_HOME=home, QT_QPA_PLATFORM="offscreen")
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name, None) if value is None else os.environ.update({name: value})
