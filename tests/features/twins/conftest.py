from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select, text

from craftdesk.data import journal
from craftdesk.data.database import Database
from craftdesk.data.model import Model
from craftdesk.features.roster import writes as roster
from craftdesk.features.roster.models import Artisan
from craftdesk.features.twins import writes
from craftdesk.features.twins.writes import Joined
from tests.features.training.conftest import FAMILIES, GIVEN, LATIN

SAMIR = {
    "family_ar": "بوجلال",
    "given_ar": "سمير",
    "family_la": "Boudjellal",
    "given_la": "Samir",
    "sex": "m",
    "birth_date": date(1976, 4, 12),
    "nin": "109760500012345678",
    "phone": "0661241807",
    "register_no": "05/2012/18906",
    "registered_on": date(2012, 3, 5),
}
AGAIN = {
    "family_la": "Bou Djellal",
    "given_la": "Samir",
    "birth_date": date(1976, 4, 12),
    "phone": "0550112233",
    "register_no": "05/2019/00077",
    "registered_on": date(2019, 9, 1),
    "casnos_no": "76123456",
    "remarks": "عضو في تعاونية الفضة",
}


def add(database: Database, **values: Any) -> str:
    with database.writing() as session:
        return roster.save_artisan(session, None, values)


def edit(database: Database, key: str, **values: Any) -> None:
    with database.writing() as session:
        roster.save_artisan(session, key, values)


def join(database: Database, kept: str, *others: str, **choices: Any) -> tuple[Joined, str]:
    """What came of it, and the change set."""
    with database.writing() as session:
        joined = writes.merge_all(session, kept, others, choices)
        session.flush()
        return joined, session.change_set.id


def undo(database: Database, set_id: str) -> journal.Undone:
    with database.writing() as session:
        return journal.undo(session, set_id)


def act(database: Database, change: Callable[..., Any], *args: Any, **more: Any) -> Any:
    with database.writing() as session:
        return change(session, *args, **more)


def artisan(database: Database, key: str) -> Artisan | None:
    with database.reading() as session:
        return session.get(Artisan, key)


def every(database: Database, model: type[Model]) -> list[Any]:
    with database.reading() as session:
        return list(session.scalars(select(model).order_by(model.id)))


def contents(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all journaled tables and of the search."""
    tables = [name for name, model in sorted(models_of().items()) if model.journaled] + ["search_entry"]
    with database.reading() as session:
        return {
            name: sorted((tuple(row) for row in session.execute(text(f"SELECT * FROM {name}"))), key=repr)
            if name != "search_entry"
            else sorted(tuple(row) for row in session.execute(text("SELECT table_name, record_id FROM search_entry")))
            for name in tables
        }


def models_of() -> dict[str, type[Model]]:
    from craftdesk.data.model import models  # noqa: PLC0415

    return dict(models())


def person(number: int, **values: Any) -> dict[str, Any]:
    """Somebody of whom there is one: no two share a name and a birth."""
    given = GIVEN[number % len(GIVEN)]
    names = {"family_ar": FAMILIES[number % 10], "given_ar": given[0], "family_la": LATIN[number % 10]}
    born = date(1960, 1, 3) + timedelta(397 * number)
    return {**names, "given_la": given[1], "sex": given[2], "birth_date": born, **values}


def add_twins(office, number: int) -> list[tuple[str, str]]:
    """So many people who were entered again: in the other script, with a number more, in another spelling."""
    found = []
    for each in range(number):
        first = person(each, nin=f"1{each % 2}{(960 + each) % 1000:03}0500{each:09}", register_no=f"05/2015/{each:05}")
        ways: tuple[dict[str, Any], ...] = (
            {"family_la": None, "given_la": None, "phone": f"0661{each:06}"},
            {"family_ar": None, "given_ar": None, "casnos_no": f"{each:08}"},
            {"nin": first["nin"], "remarks": "سجل من جديد"},
        )
        again = {**person(each), **ways[each % 3]}
        found.append((add(office, **first), add(office, **again)))
    return found
