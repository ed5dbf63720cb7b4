"""The list of equipment requests as it leaves the office."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from craftdesk.base.i18n import N_, _
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.desk.exporting.columns import ExportColumn, Kind, Lot, lot_of, of_field
from craftdesk.desk.exporting.filters import of_choices
from craftdesk.features.equipment import reads
from craftdesk.features.equipment.models import (
    REQUEST_KINDS,
    REQUEST_STATES,
    EquipmentRequest,
    RequestKind,
    RequestState,
)
from craftdesk.features.equipment.reads import RequestEntry


class Sought(NamedTuple):
    """What of the requests is shown."""

    like: str = ""
    states: Collection[RequestState] = ()
    kind: RequestKind | None = None


def columns() -> list[ExportColumn[RequestEntry]]:
    return [
        _own("reference"),
        _own("kind"),
        _own("name_ar"),
        _own("name_la"),
        _own("group_name", usual=False),
        ExportColumn("activity", N_("Activity"), _activity),
        ExportColumn("what", N_("What is asked for"), lambda entry: _(", ").join(entry.what)),
        ExportColumn("total", N_("Total in dinars"), lambda entry: entry.total, Kind.MONEY, summed=True),
        _own("deposited_on"),
        _own("state"),
        _own("funding"),
        ExportColumn("missing", N_("Missing papers"), lambda entry: _(", ").join(map(_, entry.missing)), usual=False),
        _own("purpose", usual=False),
        _own("remarks", usual=False),
    ]


def _own(name: str, *, usual: bool = True) -> ExportColumn[RequestEntry]:
    """A field of the request itself."""
    made = of_field(name, fields_of(EquipmentRequest)[name], usual=usual)
    return ExportColumn(name, made.title, lambda entry: made.value(entry.request), made.kind, usual)


def _activity(entry: RequestEntry) -> str:
    artisan = entry.request.artisan
    return artisan.activity.label() if artisan and artisan.activity else ""


def ask(session: Session, question: Sought | None, keys: tuple[str, ...] = ()) -> Lot:
    """The requests that are shown, or chosen ones in their order."""
    if keys:
        found = {each.id: each for each in reads.entries(session, keys)}
        return lot_of([found[key] for key in keys if key in found], [_("chosen in the list")])
    sought = question or Sought()
    words = [_("“{subject}”").format(subject=sought.like.strip())] if sought.like.strip() else []
    words += [_(REQUEST_STATES[state]) for state in sought.states]
    words += [_(REQUEST_KINDS[sought.kind])] if sought.kind else []
    return lot_of(reads.requests(session, *sought), words)


def person(row: RequestEntry) -> str | None:
    return row.request.artisan_id


def understood(_session: Session, text: str, filters: Mapping[str, str]) -> Sought:
    """The part that the command line asks for: `state=approved`, `kind=acquisition`."""
    found = of_choices(filters, {"state": list(RequestState), "kind": list(RequestKind)})
    states = (RequestState(found["state"]),) if "state" in found else ()
    return Sought(text, states, RequestKind(found["kind"]) if "kind" in found else None)
