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
    # An empty file would be made an office: that is for `new` and for the window.
    refuse_if(path.is_file() and not path.stat().st_size, _("{file} is empty.").format(file=path.name))
    database = open_office(path, alone=alone)
    try:
        yield database
    except DatabaseError as error:
        raise UserError(_told(path, error)) from error
    finally:
        database.close()


def open_office(path: Path, *, alone: bool) -> Database:
    """The office file, made when it is not there yet."""
    refuse_if(path.is_dir(), _("{file} is a folder, not an office file.").format(file=path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return Database(path, who=user_name(), alone=alone)
    except DatabaseError as error:
        raise UserError(_told(path, error)) from error
    except OSError as error:
        raise UserError(_("{file} cannot be opened: {reason}").format(file=path, reason=error.strerror)) from error


def _told(path: Path, error: DatabaseError) -> str:
    """What SQLite says, in the words of who has to do something about it."""
    reason = str(error.orig)
    if any(words in reason for words in ("readonly", "unable to open")):
        return _("{file} may not be written: ask for the right to change it and its folder.").format(file=path.name)
    if "full" in reason:
        return _("The disk is full: {file} stays as it was.").format(file=path.name)
    if "locked" in reason:
        return _("Another program is writing into {file}: try again in a moment.").format(file=path.name)
    if "malformed" in reason or "not a database" in reason:
        return _("{file} is damaged: {reason}").format(file=path.name, reason=reason)
    return _("{file} cannot be opened: {reason}").format(file=path, reason=reason)
