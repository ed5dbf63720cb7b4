"""The one search over everything: records of all cards, and the places of the program."""

from collections.abc import Callable, Mapping, Sequence

from craftdesk.base.i18n import _
from craftdesk.base.names import words
from craftdesk.data import search
from craftdesk.data.model import Model, models
from craftdesk.data.session import Session
from craftdesk.desk.feature import Finder, Hit
from craftdesk.ui import searchbox
from craftdesk.ui.sidebar import Place

MOST_SHOWN = 14
PAGE = "page"


def hits(session: Session, typed: str, finders: Sequence[Finder]) -> list[Hit]:
    """The records that fit what was typed, best first."""
    by_table = {finder.table: finder for finder in finders}
    found = search.find(session.connection(), typed, tuple(by_table), MOST_SHOWN)
    rank = {pair: place for place, pair in enumerate(found)}
    made = [
        hit
        for table, finder in by_table.items()
        if (keys := [key for other, key in found if other == table])
        for hit in finder.hits(session, keys)
    ]
    return sorted(made, key=lambda hit: rank[hit.model.__tablename__, hit.key])


def pages(typed: str, places: Sequence[Place]) -> list[searchbox.Hit]:
    """The places of the side bar whose titles begin as typed."""
    asked = words(typed)
    return [
        searchbox.Hit(f"{PAGE} {page.name}", _(page.title), _("Go there"), page.icon)
        for page in places
        if asked and all(any(word.startswith(part) for word in words(_(page.title))) for part in asked)
    ]


def shown(hit: Hit) -> searchbox.Hit:
    return searchbox.Hit(f"{hit.model.__tablename__} {hit.key}", hit.title, hit.detail, hit.icon)


def go(key: str, open_record: Callable[[type[Model], str], object], open_page: Callable[[str], object]) -> None:
    """Open what the key of a hit names."""
    table, _space, record = key.partition(" ")
    known: Mapping[str, type[Model]] = models()
    if table == PAGE:
        open_page(record)
    else:
        open_record(known[table], record)
