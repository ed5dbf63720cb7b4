"""How ties narrow the list of artisans: to those who belong to a cooperative or an enterprise today."""

import json
from collections.abc import Sequence

from sqlalchemy import select

from craftdesk.base.dates import today
from craftdesk.base.names import fold
from craftdesk.data.session import Session
from craftdesk.features.roster.narrowers import Offered, Picked
from craftdesk.features.roster.narrowing import fits
from craftdesk.features.ties.models import CraftBody


def members(bodies: Sequence[str]) -> Picked:
    """Those who belong to one of these today."""
    sql = (
        "SELECT t.artisan_id FROM tie t WHERE t.body_id IN (SELECT value FROM json_each(?)) "
        "AND coalesce(t.begins, '') <= ? AND coalesce(t.ends, '9999') >= ?"
    )
    day = today().isoformat()
    return sql, (json.dumps(list(bodies)), day, day)


def bodies(session: Session, typed: str) -> list[Offered]:
    found = [each for each in session.scalars(select(CraftBody)) if fits(typed, each.name_ar, each.name_fr)]
    return [Offered(each.id, each.label()) for each in sorted(found, key=_order)]


def _order(body: CraftBody) -> str:
    return fold(body.label())


def body_words(session: Session, key: str) -> str:
    body = session.get(CraftBody, key)
    return body.label() if body else key
