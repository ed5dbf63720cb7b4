"""What a clerk does with the list of artisans at every size, beside the bare SQL of the same thing, and its growth.

Ours is what the screens ask: the search as one types, any combination of filters with its count, every order, a jump
to any place, a card opened and saved, a list taken over, the look for twins. The bare SQL is sent by sqlcipher3 to the
same file, for the same rows; where only many statements would do the same, there is none. Opening and filtering stand
against pandas on the same rows too, which must first read them from a text file.

The growth compares each time with that of the size before, as if it were the peer: 1 is a time that stays the same,
10 one that grows as the roster does.
"""

import csv
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from craftdesk.app import features
from craftdesk.data.database import Database
from craftdesk.data.file import File
from craftdesk.features.roster import reads, writes
from craftdesk.features.roster.asking import Asked, Filters, order, where
from craftdesk.features.roster.listing import Listed, Listing, prepared
from craftdesk.features.twins import looking
from installer.bench import _offices, importing, search
from installer.benchmarks import Result, result

SIZES = (1_000, 10_000, 100_000, 500_000)
PAGE = 64
TIMES = 3
QUESTIONS = 100
PLACES = 40
CARDS = 30
MOST_IMPORTED = 20_000
MOST_TWINS = 100_000
"""Looking for twins among more is asked for by `--sizes`."""
KNOWN = features.FEATURES
"""Features above the roster bring filters of their own."""
ORDERS = ("name", "commune", "activity", "status", "register_no", "card_until")
_SHOWN = search.PAGE_OF_ALL.split(" FROM artisan a", 1)[0]
_PEER = "bare SQL"


def run(sizes: Sequence[int] | None = None) -> Iterator[Result]:
    """In milliseconds, the 95th of many questions; seconds where it says so."""
    before: dict[str, tuple[int, float]] = {}
    for size in sizes or SIZES:
        for one in _at(size, sizes is not None):
            yield one
            if one["name"] in before:
                less, earlier = before[one["name"]]
                peer = f"the same at {less:,}"
                yield result(
                    f"{one['name']} growth", size, ours=one["ours"], peer=earlier, peer_name=peer, unit=one["unit"]
                )
            before[one["name"]] = (size, one["ours"])


def _at(size: int, all_of_it: bool) -> Iterator[Result]:
    office = _offices.filled(size)
    yield from search.run([size])
    with tempfile.TemporaryDirectory() as folder, closing(Database(office)) as database:
        listing, opened = Listing(), _seconds(lambda: _first_page(office))
        with database.asking() as file:
            ready = _seconds(lambda: listing.take(prepared(file)))
            bare = _bare(office)
            yield from _against_pandas(file, listing, Path(folder), size, opened + ready)
            yield from _lists(file, listing, bare, size)
            bare.close()
        yield from _cards(Path(shutil.copy(office, Path(folder) / "copy.craftdesk")), size)
    if size <= MOST_IMPORTED:
        yield from (one for one in importing.run([size]))
    if size <= MOST_TWINS or all_of_it:
        with closing(Database(office)) as database:
            seconds = _seconds(lambda: looking.look(database))
        yield result("roster twins", size, ours=seconds, peer=_sql_twins(office), peer_name="SQL: same name and birth")


def _first_page(office: Path) -> None:
    """Opening the office file and showing the first page."""
    with closing(Database(office)) as database, database.asking() as file:
        listing = Listing()
        listing.rows(file, listing.find(file, Asked()), 0, PAGE)


def _lists(file: File, listing: Listing, bare: Any, size: int) -> Iterator[Result]:
    chance = random.Random(size)
    asked = [Asked("", _filters(file, chance), chance.choice(ORDERS[:2])) for _turn in range(QUESTIONS)]
    ours = [_least(partial(_page, file, listing, each)) for each in asked]
    peer = [_least(partial(_bare_page, file, bare, each)) for each in asked]
    yield _milliseconds("roster filter", size, _late(ours), _late(peer))
    ours = [_least(partial(_sorted, file, listing, name)) for name in ORDERS]
    peer = [_least(partial(_bare_page, file, bare, Asked(order=name))) for name in ORDERS]
    yield _milliseconds("roster sort, slowest column", size, max(ours), max(peer))
    places = [chance.randrange(size) for _turn in range(PLACES)]
    for name, each in (("all", Asked()), ("by state", Asked(order="status")), ("filtered", asked[0])):
        yield _scroll(f"roster scroll {name}", file, (listing, bare), each, places)


def _scroll(name: str, file: File, askers: tuple[Listing, Any], asked: Asked, places: Sequence[int]) -> Result:
    """From anywhere to anywhere; the bare SQL is asked for the first few places."""
    listing, bare = askers
    listed = listing.find(file, asked)
    ours = [_least(partial(listing.rows, file, listed, at % listed.total, PAGE)) for at in places]
    peer = [_least(partial(_bare_page, file, bare, asked, at % listed.total), 1) for at in places[:5]]
    size = file.number("SELECT count(*) FROM artisan")
    return _milliseconds(name, size, _late(ours), max(peer))


def _filters(file: File, chance: random.Random) -> Filters:
    """One to four filters, with one to three values each."""
    communes = file.firsts("SELECT DISTINCT home_commune_id FROM artisan WHERE home_commune_id IS NOT NULL ORDER BY 1")
    known: dict[str, Sequence[str]] = {
        "status": ("registered", "struck off", "requested"),
        "sex": ("m", "f"),
        "commune": communes,
        "domain": ("1", "2", "3"),
        "sector": ("01", "03", "05", "07"),
        "age": ("-24", "25-34", "35-44", "45-59", "60-"),
        "card_days": ("30", "90", "180", "0"),
        "rank": ("artisan", "master"),
        "metal": ("silver", "gold"),
        "mend": ("1",),
        "untrained": ("1",),
        "phone": ("1", "0"),
    }
    names = chance.sample(sorted(known), chance.randint(1, 4))
    return Filters(**{name: chance.sample(known[name], min(len(known[name]), chance.randint(1, 3))) for name in names})


def _page(file: File, listing: Listing, asked: Asked) -> tuple[int, list[Any]]:
    listed = listing.find(file, asked)
    return listed.total, list(listing.rows(file, listed, 0, PAGE))


def _sorted(file: File, listing: Listing, name: str) -> Listed:
    """As at the first click on a heading: no order is kept from before."""
    listing._orders._kept.clear()  # type: ignore[union-attr]  # noqa: SLF001
    listed = listing.find(file, Asked(order=name))
    listing.rows(file, listed, 0, PAGE)
    return listed


def _bare_page(file: File, bare: Any, asked: Asked, offset: int = 0) -> object:
    fits, values = where(file, asked.filters)
    counted = bare.execute(f"SELECT count(*) FROM artisan a WHERE {fits}", values).fetchone()
    joined = "LEFT JOIN activity t ON t.id = a.activity_id LEFT JOIN commune c ON c.id = a.home_commune_id"
    page = f"{_SHOWN} FROM artisan a {joined} WHERE {fits} ORDER BY {order(asked)} LIMIT {PAGE} OFFSET {offset}"
    return counted, bare.execute(page, values).fetchall()


def _cards(office: Path, size: int) -> Iterator[Result]:
    with closing(Database(office)) as database:
        with database.asking() as file:
            keys = file.firsts(f"SELECT id FROM artisan WHERE rowid % {max(size // CARDS, 1)} = 0 LIMIT {CARDS}")
        bare = _bare(office)
        opened = [_least(partial(_open, database, key)) for key in keys]
        asked = [_least(partial(_read, bare, key)) for key in keys]
        yield _milliseconds("roster open a card", size, _late(opened), _late(asked))
        saved = [_seconds(partial(_save, database, key)) * 1000 for key in keys]
        written = [_seconds(partial(_update, bare, key)) * 1000 for key in keys]
        bare.close()
        yield _milliseconds("roster save a card", size, _late(saved), _late(written))


def _open(database: Database, key: str) -> object:
    with database.reading() as session:
        return reads.card(session, key)


def _read(bare: Any, key: str) -> object:
    return bare.execute("SELECT * FROM artisan WHERE id = ?", (key,)).fetchall()


def _save(database: Database, key: str) -> None:
    with database.writing() as session:
        writes.save_artisan(session, key, {"phone": f"0661{random.randrange(10**6):06}"})


def _update(bare: Any, key: str) -> None:
    bare.execute("UPDATE artisan SET phone = ? WHERE id = ?", (f"0661{random.randrange(10**6):06}", key))
    bare.commit()


def _sql_twins(office: Path) -> float:
    bare = _bare(office)
    same = "b.key_ar = a.key_ar AND b.birth_date = a.birth_date AND b.id > a.id"
    alike = f"SELECT count(*) FROM artisan a JOIN artisan b ON {same}"
    seconds = _seconds(lambda: bare.execute(alike).fetchall())
    bare.close()
    return seconds


def _against_pandas(file: File, listing: Listing, folder: Path, size: int, opened: float) -> Iterator[Result]:
    """The same rows as a text file, read and narrowed in memory."""
    import pandas  # noqa: PLC0415 - among the peers alone

    table = folder / "roster.csv"
    _write(file, table)
    frames: list[Any] = []
    read = _seconds(lambda: frames.append(pandas.read_csv(table, dtype=str, keep_default_na=False)))
    frame = frames[0]
    yield result("roster open", size, ours=opened, peer=read, peer_name="pandas reads the same rows (CSV)")
    commune = frame["home_commune_id"].iloc[0]
    asked = Asked("", Filters(status="registered", sex="f", commune=commune))

    def narrowed() -> object:
        kept = frame[(frame["status"] == "registered") & (frame["sex"] == "f") & (frame["home_commune_id"] == commune)]
        return len(kept), kept.sort_values("order_ar").iloc[:PAGE].to_dict("records")

    ours, peer = _least(lambda: _page(file, listing, asked)), _least(narrowed)
    yield result("roster filter, three columns", size, ours=ours, peer=peer, peer_name="pandas", unit="ms")


def _write(file: File, path: Path) -> None:
    names: tuple[str, ...] = (
        "id",
        "family_ar",
        "given_ar",
        "family_la",
        "given_la",
        "order_ar",
        "sex",
        "status",
        "birth_date",
        "phone",
    )
    names += ("nin", "register_no", "card_no", "card_until", "home_commune_id", "activity_id", "rank", "form", "metal")
    with path.open("w", encoding="utf-8", newline="") as lines:
        out = csv.writer(lines)
        out.writerow(names)
        out.writerows(file.pairs(f"SELECT {', '.join(names)} FROM artisan"))


def _bare(office: Path) -> Any:
    connection = sqlcipher.connect(str(office))
    for pragma in ("cache_size=-32000", "temp_store=MEMORY", "mmap_size=1073741824"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _milliseconds(name: str, size: int, ours: float, peer: float) -> Result:
    return result(name, size, ours=ours, peer=peer, peer_name=_PEER, unit="ms")


def _late(times: Sequence[float]) -> float:
    """The 95th of a hundred."""
    return quantiles(times, n=20)[-1]


def _least(ask: Callable[[], object], times: int = TIMES) -> float:
    """The least of several times in milliseconds: what else the machine does is left out."""
    return min(_seconds(ask) for _turn in range(times)) * 1000


def _seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
