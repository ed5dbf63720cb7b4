"""The one search over everything: records of all cards, and the places of the program."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from craftdesk.base.i18n import _
from craftdesk.base.names import words
from craftdesk.data import search
from craftdesk.data.model import Model, models
from craftdesk.data.session import Session
from craftdesk.desk.feature import Finder, Hit
from craftdesk.ui import searchbox
from craftdesk.ui.sidebar import Place

MOST_SHOWN = 14
MOST_OF_A_KIND = 10
"""So many people at most, so that other records have a place too."""
PAGE = "page"


def hits(session: Session, typed: str, finders: Sequence[Finder]) -> list[Hit]:
    """The records that fit what was typed, best first; of those that fit as well the people first."""
    own = [hit for finder in finders if finder.find for hit in finder.find(session, typed, MOST_OF_A_KIND)]
    return sorted([*own, *_others(session, typed, finders)], key=lambda hit: hit.tier)[:MOST_SHOWN]


def _others(session: Session, typed: str, finders: Sequence[Finder]) -> list[Hit]:
    """The records of the tables that find nothing by themselves, in the order of the index."""
    by_table = {finder.table: finder.hits for finder in finders if finder.hits}
    found = search.ranked(session.connection(), typed, tuple(by_table), MOST_SHOWN)
    rank = {pair: place for place, pair in enumerate(found)}
    made: list[tuple[int, Hit]] = []
    for table, shown in by_table.items():
        keys = [key for other, key in found if other == table]
        for hit in shown(session, keys) if keys else ():
            # A hit may lead to another record: a trainer to the session.
            pair = (table, hit.key) if (table, hit.key) in found else (table, keys[0])
            made.append((rank[pair], hit._replace(tier=found[pair])))
    return [hit for _place, hit in sorted(made, key=itemgetter(0))]


def pages(typed: str, places: Sequence[Place]) -> list[searchbox.Hit]:
    """The places of the side bar whose titles begin as typed."""
    asked = words(typed)
    return [
        searchbox.Hit(f"{PAGE} {page.name}", _(page.title), _("Go there"), page.icon)
        for page in places
        if asked and all(any(word.startswith(part) for word in words(_(page.title))) for part in asked)
    ]


def shown(hit: Hit) -> searchbox.Hit:
    key = f"{hit.model.__tablename__} {hit.key}"
    return searchbox.Hit(key, hit.title, hit.detail, hit.icon, hit.why, tuple(hit.marks))


def go(key: str, open_record: Callable[[type[Model], str], object], open_page: Callable[[str], object]) -> None:
    """Open what the key of a hit names."""
    table, _space, record = key.partition(" ")
    known: Mapping[str, type[Model]] = models()
    if table == PAGE:
        open_page(record)
    else:
        open_record(known[table], record)
