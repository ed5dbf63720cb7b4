"""What a procedure asks for, what a file still misses, and which scans can be kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart, format_number
from craftdesk.base.paths import RESOURCES
from craftdesk.features.dossiers.models import DocumentState, Dossier, DossierDocument, DossierState, Scan
from craftdesk.features.office.models import in_language
from craftdesk.features.office.rules import rows_of
from craftdesk.features.roster.models import Artisan

SUPPLIED = RESOURCES / "dossiers"
SOON = timedelta(30)
"""A document runs out soon when it has so much time left."""
MOST_BYTES = 12 * 1024 * 1024
"""A scan is not larger: a page at 200 dots to the inch has a tenth of it."""


@dataclass(frozen=True)
class Asked:
    """A document that a procedure asks for; `months` is how long one counts."""

    name_ar: str
    name_fr: str
    copies: int = 1
    months: int | None = None
    key: str = ""

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


@dataclass(frozen=True)
class Procedure:
    """A procedure with its checklist; `own` where the office has made it its own, `source` says where it is from."""

    code: str
    name_ar: str
    name_fr: str
    documents: tuple[Asked, ...] = ()
    days: int | None = None
    offered: bool = True
    source: str = ""
    key: str = ""

    @property
    def own(self) -> bool:
        return bool(self.key)

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


@cache
def supplied() -> dict[str, Procedure]:
    """The procedures that come with the program, by their codes; without a source the office fills the list in."""
    asked: dict[str, list[Asked]] = {}
    for row in rows_of(SUPPLIED / "documents.csv"):
        found = Asked(row["name_ar"], row["name_fr"], int(row["copies"]))
        asked.setdefault(row["procedure"], []).append(found)
    return {
        row["code"]: Procedure(
            row["code"], row["name_ar"], row["name_fr"], tuple(asked.get(row["code"], ())), source=row["source"]
        )
        for row in rows_of(SUPPLIED / "procedures.csv")
    }


class Standing(StrEnum):
    """How a file stands: what a list is narrowed to."""

    INCOMPLETE = "incomplete"
    OVERDUE = "overdue"
    COMPLETE = "complete"
    RUNNING_OUT = "running out"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


STANDINGS: dict[str, str] = {
    Standing.INCOMPLETE: N_("Incomplete file"),
    Standing.OVERDUE: N_("Incomplete, time is over"),
    Standing.COMPLETE: N_("Complete file"),
    Standing.RUNNING_OUT: N_("A document runs out"),
    Standing.SETTLED: N_("Settled"),
    Standing.WITHDRAWN: N_("Withdrawn"),
}
TONES: dict[Standing, str] = {
    Standing.INCOMPLETE: "warn",
    Standing.OVERDUE: "bad",
    Standing.COMPLETE: "good",
    Standing.RUNNING_OUT: "copper",
    Standing.SETTLED: "neutral",
    Standing.WITHDRAWN: "neutral",
}


def standing_of(dossier: Dossier, missing: int, day: date) -> Standing:
    """How a file stands on a day."""
    if dossier.state is DossierState.SETTLED:
        return Standing.SETTLED
    if dossier.state is DossierState.WITHDRAWN:
        return Standing.WITHDRAWN
    if not missing:
        return Standing.COMPLETE
    over = dossier.complete_by is not None and dossier.complete_by < day
    return Standing.OVERDUE if over else Standing.INCOMPLETE


def is_running_out(document: DossierDocument, day: date) -> bool:
    """Whether a document that was received counts no longer, or not for long."""
    held = document.state is DocumentState.RECEIVED and document.valid_until is not None
    return held and document.valid_until is not None and document.valid_until <= day + SOON


def valid_from(day: date, months: int | None) -> date | None:
    """Until when a document of this day counts."""
    if not months:
        return None
    years, month = divmod(day.month - 1 + months, 12)
    return _last_of(day.year + years, month + 1, day.day)


def _last_of(year: int, month: int, day: int) -> date:
    """The day of a month, or the month's last one where it is shorter."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(day - 1), following - timedelta(1))


@dataclass(frozen=True)
class DossierFile:
    """A file with all that belongs to it, in order; scans by the document to which they are attached."""

    dossier: Dossier
    artisan: Artisan
    documents: Sequence[DossierDocument]
    scans: Sequence[Scan]

    @property
    def missing(self) -> list[DossierDocument]:
        return [each for each in self.documents if each.state is DocumentState.MISSING]

    @property
    def received(self) -> list[DossierDocument]:
        return [each for each in self.documents if each.state is DocumentState.RECEIVED]

    def standing(self, day: date) -> Standing:
        return standing_of(self.dossier, len(self.missing), day)

    def scans_of(self, document_id: str) -> list[Scan]:
        return [each for each in self.scans if each.document_id == document_id]


def counted(document: DossierDocument | Asked) -> str:
    """The document's name, with how many of it are asked for when it is more than one."""
    if document.copies <= 1:
        return apart(document.label())
    return _("{document} ({count})").format(document=apart(document.label()), count=document.copies)


def names_of(documents: Iterable[DossierDocument]) -> str:
    return _(", ").join(map(counted, documents))


PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
_BEGINNINGS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}


def too_large(name: str, size: int) -> str:
    """Why a file of so many bytes is not kept, and what to do."""
    told = _("{name} has {size} MB; a scan has {most} MB at most. Scan it at 200 dpi or in grey, or in several files.")
    return told.format(name=apart(name), size=format_number(size / 2**20, 1), most=MOST_BYTES // 2**20)


def media_of(name: str, data: bytes) -> str:
    """What kind of file this is; one that cannot be kept as a scan is refused in a sentence."""
    told = _("{name} is empty.").format(name=apart(name))
    refuse_if(not data, told)
    refuse_if(len(data) > MOST_BYTES, too_large(name, len(data)))
    head = data[:1024]
    found = next((media for sign, media in _BEGINNINGS.items() if head.startswith(sign)), "")
    if not found and b"%PDF-" in head:
        found = PDF
    other = _("{name} is neither a PDF file nor a picture (JPEG, PNG).").format(name=apart(name))
    refuse_if(not found, other)
    return found
