"""Opening office files, for the window and for the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from craftdesk.app import tables
from craftdesk.app.who import user_name
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.data.database import Database

TABLES = tables.TABLES


@contextmanager
def opened(path: Path, *, alone: bool = False) -> Iterator[Database]:
    """An office file that is there; a file that cannot be read is told in a sentence."""
    refuse_if(not path.exists(), _("There is no office file {file}.").format(file=path))
    database = open_office(path, alone=alone)
    try:
        yield database
    except DatabaseError as error:
        raise UserError(_("{file} is damaged: {reason}").format(file=path.name, reason=error.orig)) from error
    finally:
        database.close()


def open_office(path: Path, *, alone: bool) -> Database:
    """The office file, made when it is not there yet."""
    refuse_if(path.is_dir(), _("{file} is a folder, not an office file.").format(file=path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return Database(path, who=user_name(), alone=alone)
    except (DatabaseError, OSError) as error:
        reason = error.orig if isinstance(error, DatabaseError) else error.strerror
        raise UserError(_("{file} cannot be opened: {reason}").format(file=path, reason=reason)) from error
