"""A database for work in between: larger than what should stay in memory, and gone when it is closed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

_PRAGMAS = ("cache_size=-48000", "temp_store=FILE", "journal_mode=OFF", "synchronous=OFF")


@contextmanager
def scratch(*tables: str) -> Iterator[Any]:
    """A connection to such a database with these tables; what does not fit into its cache lies in a nameless file.

    Names and numbers of people have no place in it: the file is on the disk, outside the office.
    """
    connection = sqlcipher.connect("", isolation_level=None, check_same_thread=False)
    try:
        for statement in (*(f"PRAGMA {pragma}" for pragma in _PRAGMAS), *tables, "BEGIN"):
            connection.execute(statement)
        yield connection
    finally:
        connection.close()
