"""The office's own lists as they leave it: the activities, and the log of the personal data that were given out."""

from collections.abc import Sequence
from typing import Any, TypeVar

from craftdesk.base.i18n import N_, _
from craftdesk.data import disclosures
from craftdesk.data.disclosures import Disclosure
from craftdesk.data.model import Model, fields_of
from craftdesk.data.session import Session
from craftdesk.desk.exporting.columns import ExportColumn, Kind, Lot, lot_of, of_field
from craftdesk.features.office import reads
from craftdesk.features.office.models import Activity
from craftdesk.features.office.rules import domain_of, sector_of

Record = TypeVar("Record", bound=Model)


def activity_columns() -> list[ExportColumn[Activity]]:
    """The first three are those of the file from which the list can be imported again."""
    return [
        ExportColumn("code", N_("Activity code"), lambda each: each.code, Kind.CODE),
        ExportColumn("name_ar", N_("Name in Arabic"), lambda each: each.name_ar),
        ExportColumn("name_fr", N_("Name in French"), lambda each: each.name_fr),
        ExportColumn("sector", N_("Sector"), _sector),
        ExportColumn("domain", N_("Domain"), _domain),
    ]


def _sector(activity: Activity) -> str:
    sector = sector_of(activity.code)
    return sector.label() if sector else ""


def _domain(activity: Activity) -> str:
    domain = domain_of(activity.code)
    return domain.label() if domain else ""


def ask_activities(session: Session, _question: Any, keys: tuple[str, ...] = ()) -> Lot:
    return _chosen(reads.activities(session), keys)


def disclosure_columns() -> list[ExportColumn[Disclosure]]:
    held = fields_of(Disclosure)
    return [
        ExportColumn("day", N_("Day"), lambda each: each.at.astimezone().date(), Kind.DAY),
        ExportColumn("time", N_("Clock time"), lambda each: f"{each.at.astimezone():%H:%M}", Kind.CODE),
        ExportColumn("list", N_("List"), lambda each: _(each.title)),
        ExportColumn("narrowed", N_("Which of them"), lambda each: " · ".join(each.narrowed)),
        ExportColumn("columns", N_("What of them"), lambda each: _(", ").join(map(_, each.columns))),
        ExportColumn("people", N_("Persons"), lambda each: each.people, Kind.NUMBER, summed=True),
        of_field("purpose", held["purpose"]),
        of_field("recipient", held["recipient"]),
        ExportColumn("in_full", N_("National id numbers in full"), lambda each: each.in_full, Kind.WORD),
        ExportColumn("who", N_("By"), lambda each: each.who),
        ExportColumn("file", N_("File"), lambda each: each.file, usual=False),
        ExportColumn("desk", N_("Computer"), lambda each: each.desk, usual=False),
    ]


def ask_disclosures(session: Session, _question: Any, keys: tuple[str, ...] = ()) -> Lot:
    return _chosen(disclosures.disclosures(session), keys)


def _chosen(every: Sequence[Record], keys: tuple[str, ...]) -> Lot:
    """All, or those of these keys in their order."""
    if not keys:
        return lot_of(every)
    found = {each.id: each for each in every}
    return lot_of([found[key] for key in keys if key in found], [_("chosen in the list")])
