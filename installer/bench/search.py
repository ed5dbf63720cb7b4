"""The first page of a search, as one types, against the bare SQL of the same question.

Ours is what the list of artisans asks: the words brought to one form and to their sounds, the questions from the best
fit to the widest, the count up to a thousand, the order by fit, the rows as the list shows them. The peer is one
statement for the page (whole words first, then beginnings and sounds, each by name) and one for the count, sent by
sqlcipher3 with the words already prepared.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import sqlcipher3.dbapi2 as sqlcipher

from craftdesk.data import questions
from craftdesk.data.database import Database
from craftdesk.features.roster import finding
from craftdesk.features.roster.finding import MOST, Asked
from installer.bench import _offices
from installer.benchmarks import Result, result

SIZES = (1_000, 10_000, 100_000, 500_000)
PAGE = 64
TIMES = 5
TYPED = (
    "بوجلال سمير",
    "Boudjellal Samir",
    "بن مهدي مقداد",
    "شلالي نور الدين",
    "MOHAMED BENHACHEM",
    "آيت أحمد",
    "عبد القادر",
)
"""Asked letter by letter, as they are typed."""
WHOLE = ("فاطمة محمد", "05/2012/0", "0661 24", "109", "05A0001", "ben samir", "سمير ب", "زززز", "")
_SHOWN = """SELECT a.id, a.family_ar, a.given_ar, a.family_la, a.given_la, t.name_ar, c.name_ar, a.register_no,
    a.status, a.birth_date, a.phone, a.nin, a.card_until, a.mend IS NOT NULL FROM """
_JOINED = " LEFT JOIN activity t ON t.id = a.activity_id LEFT JOIN commune c ON c.id = a.home_commune_id "
_MATCHED = "SELECT rowid AS number FROM search_text WHERE search_text MATCH ?"
_AMONG = f"AS MATERIALIZED ({_MATCHED} LIMIT {MOST + 1})"
# Whole words first; a thousand at most are put into the order of their names.
_FOUND = f"""WITH whole {_AMONG}, wide {_AMONG}, found AS (SELECT number, 0 AS fit FROM whole UNION ALL
    SELECT number, 1 FROM wide WHERE number NOT IN (SELECT number FROM whole)) """
_ARTISANS = " CROSS JOIN search_entry e ON e.number = f.number CROSS JOIN artisan a ON a.id = e.record_id"
_FIRST = f"(SELECT * FROM found ORDER BY fit, number LIMIT {PAGE}) f"
PAGE_OF_SOME = f"{_FOUND}{_SHOWN}found f{_ARTISANS}{_JOINED}ORDER BY f.fit, a.order_ar LIMIT {PAGE}"
PAGE_OF_MANY = f"{_FOUND}{_SHOWN}{_FIRST}{_ARTISANS}{_JOINED}ORDER BY f.fit, f.number"
COUNT_OF_WORDS = f"SELECT count(*) FROM ({_MATCHED} LIMIT {MOST + 1})"
PAGE_OF_ALL = f"{_SHOWN}artisan a{_JOINED}ORDER BY a.order_ar, a.id LIMIT {PAGE}"
COUNT_OF_ALL = "SELECT count(*) FROM artisan"


def run(sizes: Sequence[int] | None = None) -> Iterator[Result]:
    """The 95th of all questions at each size, in milliseconds, then their median."""
    for size in sizes or SIZES:
        with closing(Database(_offices.filled(size))) as database:
            yield from _measured(database, size)


def _measured(database: Database, size: int) -> Iterator[Result]:
    bare = _bare(database.path)
    asked = _questions()
    ours = [_time(partial(_ours, database, text)) for text in asked]
    peer = [_time(partial(_peer, bare, text)) for text in asked]
    bare.close()
    for what, take in (("95th", lambda times: quantiles(times, n=20)[-1]), ("median", median)):
        name = "search" if what == "95th" else f"search {what}"
        yield result(name, size, ours=take(ours), peer=take(peer), peer_name="bare SQL", unit="ms")


def _questions() -> list[str]:
    letters = (text[:end] for text in TYPED for end in range(1, len(text) + 1) if not text[:end].endswith(" "))
    return list(dict.fromkeys((*letters, *WHOLE)))


def _time(ask: Callable[[], object]) -> float:
    """The least of several times, in milliseconds: what else the machine does is left out."""
    ask()
    times = []
    for _turn in range(TIMES):
        began = perf_counter()
        ask()
        times.append((perf_counter() - began) * 1000)
    return min(times)


def _ours(database: Database, text: str) -> object:
    """As the list asks: whom it finds, then the page that is seen."""
    asked = Asked(text)
    with database.asking() as file:
        found = finding.find(file, asked)
    with database.asking() as file:
        return found.total, finding.rows(file, asked, found, 0, PAGE)


def _bare(path: Path) -> sqlcipher.Connection:
    connection = sqlcipher.connect(path)
    for pragma in ("cache_size=-32000", "temp_store=MEMORY", "mmap_size=1073741824"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _peer(connection: sqlcipher.Connection, text: str) -> object:
    words = questions.asked(text)
    if words is None:
        return connection.execute(COUNT_OF_ALL).fetchall(), connection.execute(PAGE_OF_ALL).fetchall()
    wide = " OR ".join(f"({tier})" for tier in words.tiers[1:])
    counted = connection.execute(COUNT_OF_WORDS, (wide,)).fetchone()[0]
    page = PAGE_OF_MANY if counted > MOST else PAGE_OF_SOME
    return counted, connection.execute(page, (words.tiers[0], wide)).fetchall()
