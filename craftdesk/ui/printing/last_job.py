"""The last thing that was printed, kept as it was: it is printed again the same, whatever became of the records."""

import json
import logging
import time
from dataclasses import asdict
from pathlib import Path
from uuid import uuid4

from craftdesk.base.paths import home
from craftdesk.ui.printing.job import Job

LARGEST = 64 * 1024 * 1024
"""Bytes; what is larger is made anew."""
LONGEST = 7 * 24 * 3600
"""Seconds; papers hold what is personal and do not lie about for longer."""

_log = logging.getLogger(__name__)


def keep(pdf: bytes, job: Job) -> None:
    """Keep this job in place of the one before; where that fails, printing was done all the same."""
    folder = _folder()
    name = f"{uuid4().hex}.pdf"
    try:
        if len(pdf) <= LARGEST:
            (folder / name).write_bytes(pdf)
            told = folder / "last.new"
            told.write_text(json.dumps({"pdf": name, **asdict(job)}, ensure_ascii=False), encoding="utf-8")
            told.replace(folder / "last.json")
        else:
            forget()
    except OSError as error:
        _log.warning("the printed paper cannot be kept: %s", error.strerror)
    _tidy(folder)


def kept() -> tuple[bytes, Job] | None:
    """The last job and its file, unless it is too old by now."""
    folder = _folder()
    try:
        told = json.loads((folder / "last.json").read_text(encoding="utf-8"))
        path = folder / Path(told.pop("pdf")).name
        if time.time() - path.stat().st_mtime > LONGEST:
            forget()
            return None
        return path.read_bytes(), Job(**told)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def forget() -> None:
    folder = _folder()
    (folder / "last.json").unlink(missing_ok=True)
    _tidy(folder)


def _folder() -> Path:
    folder = home() / "printed"
    folder.mkdir(exist_ok=True)
    return folder


def _tidy(folder: Path) -> None:
    """Take away every file that is not the last job's."""
    try:
        name = json.loads((folder / "last.json").read_text(encoding="utf-8"))["pdf"]
    except (OSError, ValueError, KeyError):
        name = ""
    for each in folder.glob("*.pdf"):
        if each.name != name:
            each.unlink(missing_ok=True)
