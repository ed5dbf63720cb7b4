"""craftdesk export: a list into a spreadsheet, a text file or a PDF."""

import json
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from craftdesk.app.features import lists
from craftdesk.app.offices import opened
from craftdesk.base.dates import today
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _, ngettext, speaking
from craftdesk.base.numbers import format_number
from craftdesk.data.database import Database
from craftdesk.data.session import Session
from craftdesk.desk.exporting import handing
from craftdesk.desk.exporting.handing import Handed, Wish
from craftdesk.desk.feature import Listing
from craftdesk.pdf.blocks import Letterhead

OUT = "-"


class Unshown:
    """Nobody watches how far it is."""

    def step(self, done: int, total: int, text: str = "") -> None:
        pass


def run(given: Namespace) -> int:
    listing = _listing(given.list)
    columns = [name.strip() for name in (given.columns or "").split(",") if name.strip()]
    with opened(given.office) as database:
        wish = Wish(
            listing,
            columns,
            _question(database, listing, given),
            tuple(given.ids),
            given.language,
            given.in_full,
            given.purpose,
            given.to,
        )
        if given.output == OUT:
            _to_standard_output(database, wish)
        else:
            _tell(given, handing.hand_out(database, wish, Path(given.output), Unshown(), letterhead))
    return 0


def _to_standard_output(database: Database, wish: Wish) -> None:
    with TemporaryDirectory(prefix="craftdesk-") as folder:
        path = Path(folder) / "list.csv"
        handing.hand_out(database, wish, path, Unshown())
        with path.open("rb") as written:
            while part := written.read(1 << 20):
                sys.stdout.buffer.write(part)


def _tell(given: Namespace, handed: Handed) -> None:
    if given.json:
        told = {"file": str(handed.path), "rows": handed.rows, "people": handed.people}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    else:
        words = ngettext("{number} row", "{number} rows", handed.rows).format(number=format_number(handed.rows))
        sys.stdout.write(f"{handed.path}  {words}\n")


def _listing(name: str) -> Listing:
    known = {listing.name: listing for listing in lists()}
    if name not in known:
        told = _("There is no list “{name}”. There are: {names}")
        raise UserError(told.format(name=name, names=", ".join(known)))
    return known[name]


def _question(database: Database, listing: Listing, given: Namespace) -> Any:
    """The part of the list that is asked for; None: all of it."""
    filters = _filters(given.filters)
    if not given.find and not filters:
        return None
    told = _("The list “{list}” is given out as a whole.").format(list=_(listing.title))
    refuse_if(listing.understood is None, told)
    assert listing.understood is not None
    with speaking(given.language), database.reading() as session:
        return listing.understood(session, given.find, filters)


def _filters(texts: list[str]) -> Mapping[str, str]:
    found = {}
    for text in texts:
        name, sign, value = text.partition("=")
        refuse_if(not sign or not value, _("“{text}” is not written as NAME=VALUE.").format(text=text))
        found[name.strip()] = value
    return found


def letterhead(session: Session, language: str) -> Letterhead | None:
    """The office's head of today; papers have one in Arabic and in French."""
    from craftdesk.features.office.documents import head  # noqa: PLC0415 - for papers alone
    from craftdesk.features.office.reads import has_chamber, office_on  # noqa: PLC0415

    if not has_chamber(session):
        return None
    return head(office_on(session, today()), language if language in ("ar", "fr") else "fr", day=today())
