"""craftdesk find: whom the search box gives for what is typed."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from craftdesk.app.offices import opened
from craftdesk.base.numbers import without_marks
from craftdesk.data.database import Database
from craftdesk.features.roster import fitting
from craftdesk.features.roster.fitting import Fit

STDIN = "-"


def run(given: Namespace) -> int:
    with opened(given.office) as database:
        for typed in _lines() if given.text == STDIN else [given.text]:
            fits = _found(database, typed, given.limit)
            _answer(_json(fits) if given.json or given.text == STDIN else _words(fits))
    return 0


def _lines() -> Iterator[str]:
    """One question a line, as soon as it was written; what is no UTF-8 is a sign that nobody has."""
    return (line.decode("utf-8", "replace").strip() for line in iter(sys.stdin.buffer.readline, b""))


def _found(database: Database, typed: str, limit: int) -> list[Fit]:
    """Asked anew each time, so that nobody is kept from writing while the next question is awaited."""
    with database.asking() as file:
        return fitting.people(file, typed, limit)


def _answer(text: str) -> None:
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()


def _json(fits: Sequence[Fit]) -> str:
    return json.dumps([_as_dict(fit) for fit in fits], ensure_ascii=False) + "\n"


def _as_dict(fit: Fit) -> dict[str, str]:
    row, why = fit.row, without_marks(fit.why())
    return {"id": row.key, "register": row.register_no, "name_ar": row.name_ar, "name_la": row.name_la, "why": why}


def _words(fits: Sequence[Fit]) -> str:
    every = ((fit.row.register_no, fit.row.name_ar, fit.row.name_la, fit.why()) for fit in fits)
    return "".join("\t".join(parts) + "\n" for parts in every)
