"""The roster as it leaves the office: every declared field is a column; rows come in the order of the list."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Any

from craftdesk.base.errors import refuse_if
from craftdesk.base.fields import Field
from craftdesk.base.fields import Kind as FieldKind
from craftdesk.base.i18n import N_, _, language
from craftdesk.base.names import fold
from craftdesk.base.numbers import group_phone
from craftdesk.data.file import File
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.desk.exporting.columns import ExportColumn, Kind, Lot, kind_of
from craftdesk.features.roster import criteria, finding, narrowing
from craftdesk.features.roster.asking import Asked, Filters, along, file_of, order, where
from craftdesk.features.roster.models import Artisan

Row = Sequence[Any]
PART = 1000
USUAL = frozenset(
    {
        *("register_no", "family_ar", "given_ar", "family_la", "given_la", "sex", "birth_date", "phone"),
        *("activity", "home_commune_id", "status", "registered_on", "card_no", "card_until"),
    }
)
"""What a list holds where nobody chooses; the others are a click away."""
FIRST = ("register_no", "family_ar", "given_ar", "family_la", "given_la")
_PLACED = {
    "activity_id": ("activity", "a.activity_id", "coalesce(nullif({label}, ''), name_ar)"),
    "home_commune_id": ("commune", "a.home_commune_id", "{label}"),
    "activity_commune_id": ("commune", "a.activity_commune_id", "{label}"),
}
_FURTHER = (
    ("activity_code", N_("Activity code"), "(SELECT code FROM activity WHERE id = a.activity_id)"),
    ("commune_code", N_("Code of the commune"), "a.home_commune_id"),
)
_LEFT_OUT = frozenset({FieldKind.HIDDEN, FieldKind.IMAGE})


@cache
def _fields() -> Mapping[str, Field]:
    """The fields that can leave, what tells people apart first."""
    held = {name: field for name, field in fields_of(Artisan).items() if field.kind not in _LEFT_OUT}
    return {name: held[name] for name in (*FIRST, *(name for name in held if name not in FIRST))}


def columns() -> list[ExportColumn[Row]]:
    """Their names are those of the fields; that of the activity's code comes behind."""
    own = [_column(place, name, field) for place, (name, field) in enumerate(_fields().items(), 1)]
    codes = [
        ExportColumn(name, title, partial(_at, len(own) + 1 + place), Kind.CODE, usual=False)
        for place, (name, title, _sql) in enumerate(_FURTHER)
    ]
    return [*own, *codes]


def _column(place: int, name: str, field: Field) -> ExportColumn[Row]:
    usual = name in USUAL or name == "activity_id"
    return ExportColumn(name, field.label, _reader(place, field), kind_of(field), usual, field.masked)


def _at(place: int, row: Row) -> Any:
    return row[place]


def _reader(place: int, field: Field) -> Callable[[Row], Any]:
    if field.choices:
        choices = field.choices
        return lambda row: _(choices[row[place]]) if row[place] else None
    if field.kind is FieldKind.DATE:
        return lambda row: date.fromisoformat(row[place]) if row[place] else None
    if field.kind is FieldKind.PHONE:
        return lambda row: group_phone(row[place]) if row[place] else None
    return partial(_at, place)


def _sql(name: str) -> str:
    """A field as it is asked for: records by their names in the language that is spoken."""
    if name not in _PLACED:
        return f"a.{name}"
    table, key, label = _PLACED[name]
    told = label.format(label="name_ar" if language() == "ar" else "name_fr")
    return f"(SELECT {told} FROM {table} WHERE id = {key})"


def person(row: Row) -> str | None:
    key: str = row[0]
    return key


def ask(session: Session, question: Asked | None, keys: tuple[str, ...] = ()) -> Lot:
    """The artisans of a list's question, or those chosen in it."""
    file = file_of(session)
    if keys:
        return Lot(len(keys), _parts(file, iter(keys)), [_("chosen in the list")])
    asked = question or Asked()
    found = finding.find(session, asked)
    words = [_("“{subject}”").format(subject=asked.text)] if asked.text else []
    words += narrowing.words(session, asked.filters).values()
    return Lot(found.total, _parts(file, _keys(file, asked, found)), words)


def _keys(file: File, asked: Asked, found: finding.Found) -> Iterator[str]:
    """One after the other: of half a million nobody holds them all."""
    if found.keys is not None:
        return iter(found.keys)
    if found.numbers:
        return iter([row.key for row in finding.rows(file, asked, found, 0, found.total)])
    fits, values = where(file, asked.filters)
    return file.walk(f"SELECT a.id FROM artisan a{along(asked)} WHERE {fits} ORDER BY {order(asked)}", values)


def _parts(file: File, keys: Iterator[str]) -> Iterator[list[Row]]:
    asked = ", ".join(["a.id", *map(_sql, _fields()), *(sql for _name, _title, sql in _FURTHER)])
    picked = f"SELECT {asked} FROM json_each(?) k CROSS JOIN artisan a ON a.id = k.value ORDER BY k.key"
    part: list[str] = []
    for key in keys:
        part.append(key)
        if len(part) == PART:
            yield file.ask(picked, (json.dumps(part),))
            part = []
    if part:
        yield file.ask(picked, (json.dumps(part),))


def understood(session: Session, text: str, filters: Mapping[str, str]) -> Asked:
    """The list for words and filters as the command line gives them: `sex=f`, `commune=0501`, `registered=2015`."""
    chosen: dict[str, list[str]] = {}
    for name, typed in filters.items():
        told = _("There is no filter “{name}”. There are: {names}")
        refuse_if(not criteria.known(name), told.format(name=name, names=", ".join(criteria.names())))
        chosen[name] = [_value(session, name, each.strip()) for each in typed.split(",")]
    return Asked(text, Filters(**chosen))


def _value(session: Session, name: str, typed: str) -> str:
    """A value by its key, or by what it is called."""
    offered = narrowing.offered(session, name, typed)
    if len(offered) == 1 or any(fold(each.title) == fold(typed) for each in offered):
        return next((each.key for each in offered if fold(each.title) == fold(typed)), offered[0].key)
    told = _("“{value}” is not understood for the filter “{name}”.")
    try:
        known = narrowing.value_words(session, name, typed) != typed
    except ValueError:
        known = False
    refuse_if(not known and typed not in ("0", "1"), told.format(value=typed, name=name))
    return typed
