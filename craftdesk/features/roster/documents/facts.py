"""What is known of an artisan, in words: labels and values for the papers about one person."""

from collections.abc import Sequence
from datetime import date

from craftdesk.base.dates import format_day
from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart, format_number, group_phone, isolate
from craftdesk.data.model import fields_of
from craftdesk.features.office.models import in_language
from craftdesk.features.office.place_names import in_script
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.reads import Card
from craftdesk.pdf.blocks import Cell, Column, Run, Table
from craftdesk.pdf.blocks import Row as TableRow
from craftdesk.pdf.styles import CELL, LABEL

LABELS = {
    "birth": N_("Birth date"),
    "home": N_("Commune of residence"),
    "work": N_("Commune of activity"),
    "activity": N_("Activity"),
}
CODES = frozenset({"birth_act", "nin", "register_no", "card_no", "nif", "tax_article", "casnos_no"})
LABELLED = 41
"""Millimetres for the labels of facts."""
WIDE = 26
"""Letters from which on a value has a line of its own."""


def label_of(name: str) -> str:
    return _(LABELS[name]) if name in LABELS else _(fields_of(Artisan)[name].label)


def text_of(card: Card, name: str) -> str:
    """A value in words; empty where nothing is known."""
    found = card.artisan
    if name == "birth":
        return _birth(found)
    if name in ("home", "work"):
        place = card.home if name == "home" else card.work
        return _(", ").join(dict.fromkeys((place.label(), place.daira(), place.wilaya.label()))) if place else ""
    if name == "activity":
        return f"{found.activity.label()} {isolate(f'({found.activity.code})')}" if found.activity else ""
    if name == "birth_place":
        return in_script(found.birth_place or "")
    return _value(fields_of(Artisan)[name], name, getattr(found, name))


def _birth(found: Artisan) -> str:
    if found.birth_date:
        return format_day(found.birth_date)
    return _("presumed {year}").format(year=found.birth_year) if found.birth_year else ""


def _value(field: Field, name: str, value: object) -> str:
    if value in (None, ""):
        return ""
    if field.choices:
        return _(field.choices[str(value)])
    if isinstance(value, date | int):
        return format_day(value) if isinstance(value, date) else format_number(value)
    if field.kind is Kind.PHONE:
        return isolate(group_phone(str(value)))
    return isolate(str(value)) if name in CODES else apart(str(value))


def both_names(found: Artisan) -> list[str | Run]:
    """The name in the language of the paper, and in the other script behind it where it is known."""
    first = in_language(found.name_ar, found.name_la)
    other = next((name for name in (found.name_la, found.name_ar) if name not in ("", first)), "")
    return [first, Run(f"  ({isolate(other)})", bold=False, size=13)] if other else [first]


def facts(card: Card, names: Sequence[str], first: Sequence[tuple[str, str]] = ()) -> Table | None:
    """Labels and values, two facts in a line where they are short; None where nothing is known."""
    known = [*first, *((label_of(name), text_of(card, name)) for name in names)]
    return fact_table([(label, text) for label, text in known if text])


def fact_table(known: Sequence[tuple[str, str]]) -> Table | None:
    rows: list[TableRow] = []
    waiting: tuple[str, str] | None = None
    for label, text in known:
        if len(text) > WIDE:
            rows.append([_label(label), Cell(text, span=3)])
        elif waiting is None:
            waiting = (label, text)
        else:
            rows.append([_label(waiting[0]), waiting[1], _label(label), text])
            waiting = None
    if waiting is not None:
        rows.append([_label(waiting[0]), Cell(waiting[1], span=3)])
    columns = [Column(width=LABELLED), Column(share=1), Column(width=LABELLED), Column(share=1)]
    return Table(columns, rows, header=(), borders="rows", padding=0.6, style=CELL.but(size=10)) if rows else None


def _label(text: str) -> Cell:
    return Cell(text, style=LABEL)
