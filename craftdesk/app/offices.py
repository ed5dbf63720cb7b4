"""Opening office files, for the window and for the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from craftdesk.app.who import user_name
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.reasons import reason
from craftdesk.data.database import Database
from craftdesk.data.file import database_errors, is_database


@contextmanager
def opened(path: Path, *, alone: bool = False) -> Iterator[Database]:
    """An office file that is there; a file that cannot be read is told in a sentence."""
    refuse_if(not path.exists(), _("There is no office file {file}.").format(file=path))
    # An empty file would be made an office: that is for `new` and for the window.
    refuse_if(path.is_file() and not path.stat().st_size, _("{file} is empty.").format(file=path.name))
    database = open_office(path, alone=alone)
    try:
        yield database
    except database_errors() as error:
        raise UserError(_told(path, error)) from error
    finally:
        database.close()


def open_office(path: Path, *, alone: bool) -> Database:
    """The office file, made when it is not there yet."""
    refuse_if(path.is_dir(), _("{file} is a folder, not an office file.").format(file=path))
    there = path.exists()
    try:
        # Before anything is laid beside it: another program's file stays as it is.
        refuse_if(there and not _may_be_office(path), _("{file} is not an office file of CraftDesk.").format(file=path))
        path.parent.mkdir(parents=True, exist_ok=True)
        return Database(path, who=user_name(), alone=alone, learn=_learn_tables)
    except database_errors() as error:
        raise UserError(_told(path, error)) from error
    except OSError as error:
        told = _("{file} cannot be opened: {reason}") if there else _("{file} cannot be written: {reason}")
        raise UserError(told.format(file=path, reason=reason(error))) from error


def _may_be_office(path: Path) -> bool:
    return path.is_file() and (not path.stat().st_size or is_database(path))


def _learn_tables() -> None:
    from craftdesk.app import tables  # noqa: F401, PLC0415 - brings in SQLAlchemy, which the start does without


def _told(path: Path, error: Exception) -> str:
    """What SQLite says, in the words of who has to do something about it."""
    said = str(getattr(error, "orig", error))
    if any(words in said for words in ("readonly", "unable to open")):
        return _("{file} may not be written: ask for the right to change it and its folder.").format(file=path.name)
    if "full" in said:
        return _("The disk is full: {file} stays as it was.").format(file=path.name)
    if "locked" in said:
        return _("Another program is writing into {file}: try again in a moment.").format(file=path.name)
    if "malformed" in said or "not a database" in said:
        return _("{file} is damaged: {reason}").format(file=path.name, reason=said)
    return _("{file} cannot be opened: {reason}").format(file=path, reason=said)
