"""The whole roster in the order of communes, activities or states: group by group, each along an index.

Left to itself, SQLite sorts half a million people for the few that are seen.
"""

import json
from typing import NamedTuple

from craftdesk.base.i18n import language
from craftdesk.data.file import File
from craftdesk.features.roster.asking import Asked, name_column

COLUMNS = {"commune": "home_commune_id", "activity": "activity_id", "status": "status"}
_BY_NAME = {"commune": "ix_artisan_home_commune", "activity": "ix_artisan_activity"}
"""What holds each group in the order of the Arabic names."""
DENSE = 50
"""Where at least one in so many belongs to a group, they are soon met along the names of all."""


class _Group(NamedTuple):
    """What is shown as one: communes of one name, those without any."""

    values: list[str | None]
    number: int


def is_grouped(asked: Asked) -> bool:
    return asked.order in COLUMNS and not asked.filters.any()


def keys(file: File, asked: Asked, offset: int, limit: int) -> list[str]:
    """The keys from `offset` on, in the order asked for; inside a group by name."""
    groups = _groups(file, asked)
    total = sum(group.number for group in groups)
    found: list[str] = []
    for group in groups:
        if offset < group.number and len(found) < limit:
            found += _members(file, asked, group, total, (limit - len(found), max(offset, 0)))
        offset -= group.number
    return found


def _groups(file: File, asked: Asked) -> list[_Group]:
    turned = "DESC" if asked.descending else "ASC"
    counted = f"(SELECT {COLUMNS[asked.order]} AS value, count(*) AS number FROM artisan GROUP BY 1) g"
    label = "g.value"
    if asked.order != "status":
        label = f"(SELECT {'name_ar' if language() == 'ar' else 'name_fr'} FROM {asked.order} WHERE id = g.value)"
    every = f"SELECT json_group_array(g.value), sum(g.number) FROM {counted} GROUP BY {label} ORDER BY {label} {turned}"
    return [_Group(json.loads(values), number) for values, number in file.ask(every)]


def _members(file: File, asked: Asked, group: _Group, total: int, part: tuple[int, int]) -> list[str]:
    name = name_column()
    known = [value for value in group.values if value is not None]
    belongs = [f"{COLUMNS[asked.order]} IN ({', '.join('?' * len(known))})"] if known else []
    belongs += [f"{COLUMNS[asked.order]} IS NULL"] if None in group.values else []
    return file.firsts(
        f"SELECT id FROM artisan {_along(asked, group, total)} WHERE {' OR '.join(belongs)} "
        f"ORDER BY {name}, id LIMIT ? OFFSET ?",
        (*known, *part),
    )


def _along(asked: Asked, group: _Group, total: int) -> str:
    if len(group.values) == 1 and asked.order in _BY_NAME and language() == "ar":
        return f"INDEXED BY {_BY_NAME[asked.order]}"
    if group.number * DENSE >= total:
        return f"INDEXED BY ix_artisan_{'order' if language() == 'ar' else 'order_la'}"
    return ""
