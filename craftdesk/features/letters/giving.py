"""The list of letters as it leaves the office."""

from collections.abc import Mapping

from craftdesk.base.i18n import _
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.desk.exporting.columns import ExportColumn, Lot, lot_of, of_field
from craftdesk.desk.exporting.filters import of_choices
from craftdesk.features.letters import reads
from craftdesk.features.letters.models import Letter
from craftdesk.features.letters.reads import Sought

USUAL = ("reference", "day", "recipient", "topic", "purpose", "language", "signatory")
FURTHER = ("address", "refers_to", "enclosures")


def columns() -> list[ExportColumn[Letter]]:
    held = fields_of(Letter)
    return [of_field(name, held[name], usual=name in USUAL) for name in (*USUAL, *FURTHER)]


def ask(session: Session, question: Sought | None, keys: tuple[str, ...] = ()) -> Lot:
    """The letters that are shown, or chosen ones in their order."""
    if keys:
        found = {each.id: each for each in reads.by_keys(session, keys)}
        return lot_of([found[key] for key in keys if key in found], [_("chosen in the list")])
    sought = question or Sought()
    words = [_("“{subject}”").format(subject=sought.like.strip())] if sought.like.strip() else []
    words += [str(sought.year)] if sought.year else []
    return lot_of(reads.letters(session, sought), words)


def person(row: Letter) -> str | None:
    return row.artisan_id


def understood(_session: Session, text: str, filters: Mapping[str, str]) -> Sought:
    """The part that the command line asks for: `year=2026`."""
    found = of_choices(filters, {"year": ()})
    return Sought(text, int(found["year"]) if found else None)
