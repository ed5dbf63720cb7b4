"""The office file as SQLite gives it: opened, and asked in SQL with nothing between.

What the start needs before SQLAlchemy is there, and what a list asks at every key stroke.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "wal_autocheckpoint=8000",  # 32 MB: who imports a list does not wait until all is copied into the file
    "busy_timeout=15000",
    "cache_size=-32000",
    "temp_store=MEMORY",
    "mmap_size=1073741824",
)
SQLITE_HEADER = b"SQLite format 3\0"
Values = Sequence[Any]


class File:
    """One state of the office file, as long as the transaction lasts. Nothing is written through it."""

    def __init__(self, connection: Any) -> None:
        self._execute = connection.execute

    def ask(self, statement: str, values: Values = ()) -> list[Any]:
        rows: list[Any] = self._execute(statement, values).fetchall()
        return rows

    def firsts(self, statement: str, values: Values = ()) -> list[Any]:
        """The first column alone."""
        return [row[0] for row in self._execute(statement, values)]

    def walk(self, statement: str, values: Values = ()) -> Iterator[Any]:
        """The first column alone, one after the other as they are found, so that no number of them fills the memory."""
        return (row[0] for row in self._execute(statement, values))

    def pairs(self, statement: str, values: Values = ()) -> Iterator[Any]:
        """Whole rows, one after the other."""
        return iter(self._execute(statement, values))

    def number(self, statement: str, values: Values = ()) -> int:
        return int(self._execute(statement, values).fetchone()[0])


def connected(path: Path) -> Any:
    """A connection to the office file, safe, for any thread; who uses it says BEGIN and COMMIT."""
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(connection: Any) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def is_database(path: Path) -> bool:
    """Whether SQLite would read what is there; it takes a very short file for an empty one and writes over it."""
    with path.open("rb") as file:
        return file.read(len(SQLITE_HEADER)) == SQLITE_HEADER


def database_errors() -> tuple[type[Exception], ...]:
    """What SQLite's refusals come as: bare, and wrapped up where SQLAlchemy was imported."""
    wrapping = sys.modules.get("sqlalchemy.exc")
    return (sqlcipher.DatabaseError, *([wrapping.DatabaseError] if wrapping else []))
