"""craftdesk demo: the demo office, all its papers and all its screens."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from craftdesk.app import demo
from craftdesk.app.features import papers
from craftdesk.base.dates import today
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.reasons import reason
from craftdesk.data.database import Database
from craftdesk.data.session import Session
from craftdesk.desk.feature import Paper
from craftdesk.desk.papers import rendered
from craftdesk.features.roster.models import Artisan, Status

OFFICE = "office.craftdesk"
LIST = "roster-list"
FEW = 24
"""For so many artisans the papers are printed that each of them gets, so that the demo is quickly there."""


def run(given: Namespace) -> int:
    """Make DIR/office.craftdesk, DIR/papers and DIR/screens."""
    folder: Path = given.folder
    refuse_if((folder / OFFICE).exists(), _("{file} is there already.").format(file=folder / OFFICE))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        count, drawn = _fill(folder)
    except OSError as error:
        place = error.filename or folder
        raise UserError(_("{file} cannot be written: {reason}").format(file=place, reason=reason(error))) from error
    told = _("The demo office is in {folder}: {papers} papers, {screens} screens.")
    sys.stdout.write(told.format(folder=folder, papers=count, screens=drawn) + "\n")
    few = _("What each artisan gets is printed for {people} of them.")
    sys.stdout.write(few.format(people=FEW) + "\n")
    return 0


def _fill(folder: Path) -> tuple[int, int]:
    """Make the office and what is drawn from it; gives the numbers of papers and of screens."""
    database = demo.make(folder / OFFICE, today())
    try:
        return _print_papers(database, folder / "papers"), _draw_screens(database, folder / "screens")
    finally:
        database.close()


def _print_papers(database: Database, folder: Path) -> int:
    folder.mkdir(exist_ok=True)
    count = 0
    for paper in papers():
        for language in ("ar", "fr"):
            with database.reading() as session:
                data = rendered(session, paper, _chosen(session, paper), language)
            (folder / f"{paper.name}-{language}.pdf").write_bytes(data)
            count += 1
    return count


def _chosen(session: Session, paper: Paper) -> Sequence[str]:
    """Whom a paper is printed for: a few artisans of the register, or all that there is."""
    if paper.about != Artisan.__tablename__ or paper.name == LIST:
        return ()
    asked = select(Artisan.id).where(Artisan.status != Status.REQUESTED, Artisan.register_no != "")
    return session.scalars(asked.order_by(Artisan.order_ar, Artisan.id).limit(FEW)).all()


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
