"""Taking over what was signed: marks where there are none yet, and the signatures as proof."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from sqlalchemy import select

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.data import blobs
from craftdesk.data.session import Session
from craftdesk.features.training import rules
from craftdesk.features.training.models import (
    Attendance,
    HalfDay,
    Mark,
    Participant,
    SignatureProof,
    SignedPage,
)
from craftdesk.features.training.scanned import ScannedPage
from craftdesk.scan.cells import Read, Verdict

Cell = tuple[str, str]
"""The keys of a participant and of a half-day."""
_JPEG = 70
_LONG_SIDE = 2000


@dataclass(frozen=True)
class Taken:
    """What came of a signed sheet; `other` are cells whose mark says something else than the sheet, which stayed."""

    present: int = 0
    absent: int = 0
    open: int = 0
    other: Sequence[Cell] = ()


def cells_of(pages: Sequence[ScannedPage]) -> Iterator[tuple[Cell, Read]]:
    """The cells of the people on the list, of the half-days that still are."""
    for page in pages:
        for row in page.rows:
            if isinstance(row.person, Participant):
                for half, read in zip(page.half_days, row.cells, strict=True):
                    if half is not None:
                        yield (row.person.id, half.id), read


def take_over(
    session: Session,
    pages: Sequence[ScannedPage],
    decided: Mapping[Cell, bool],
    *,
    file: Path,
    absent: bool = True,
) -> Taken:
    """Enter who signed, and (with `absent`) who did not, where no mark is yet.

    `decided` is what the clerk says of cells, read or doubtful; a doubtful cell without a decision stays open. A mark
    is never changed; days that have not come are left alone.
    """
    sheets = {page.sheet.session.id for page in pages if page.sheet is not None}
    refuse_if(not sheets, _("No page of this file was recognised."))
    found = list(cells_of(pages))
    read = {cell: decided.get(cell, _is_signed(each)) for cell, each in found}
    held = _marks(session, sheets)
    early = _early(session, sheets)
    new = {cell: yes for cell, yes in read.items() if yes is not None and cell not in held and cell[1] not in early}
    present = [cell for cell, yes in new.items() if yes]
    away = [cell for cell, yes in new.items() if not yes] if absent else []
    other = [cell for cell, yes in read.items() if cell in held and yes is not None and yes != _was_there(held[cell])]
    title = N_("Signed sheet taken over: present {present}, absent {absent}")
    session.entitle(title, present=len(present), absent=len(away))
    marks = [(cell, Mark.PRESENT) for cell in present] + [(cell, Mark.ABSENT) for cell in away]
    session.add_rows(
        Attendance, [{"participant_id": person, "half_day_id": half, "mark": mark} for (person, half), mark in marks]
    )
    _keep_proofs(session, [(cell, each) for cell, each in found if read[cell]])
    _keep_pages(session, pages, file)
    return Taken(len(present), len(away), sum(yes is None for yes in read.values()), other)


def _is_signed(read: Read) -> bool | None:
    return None if read.verdict is Verdict.DOUBTFUL else read.verdict is Verdict.SIGNED


def _was_there(mark: Mark) -> bool:
    return mark in (Mark.PRESENT, Mark.LATE)


def _marks(session: Session, sheets: set[str]) -> dict[Cell, Mark]:
    asked = (
        select(Attendance.participant_id, Attendance.half_day_id, Attendance.mark)
        .join(HalfDay, HalfDay.id == Attendance.half_day_id)
        .where(HalfDay.session_id.in_(sheets))
    )
    return {(person, half): mark for person, half, mark in session.execute(asked)}


def _early(session: Session, sheets: set[str]) -> set[str]:
    halves = session.scalars(select(HalfDay).where(HalfDay.session_id.in_(sheets)))
    return {half.id for half in halves if rules.is_early(half)}


def _keep_proofs(session: Session, signed: Sequence[tuple[Cell, Read]]) -> None:
    """The first cut-out of a signature stays: a sheet that is scanned twice adds nothing."""
    people = {person for (person, _half), _read in signed}
    asked = select(SignatureProof.participant_id, SignatureProof.half_day_id)
    kept = {(person, half) for person, half in session.execute(asked.where(SignatureProof.participant_id.in_(people)))}
    rows = [
        {"participant_id": cell[0], "half_day_id": cell[1], "picture": blobs.keep(session, _png(read), "image/png")}
        for cell, read in signed
        if cell not in kept
    ]
    session.add_rows(SignatureProof, rows)


def _png(read: Read) -> bytes:
    """A small picture: sixteen colours show ink on paper."""
    file = BytesIO()
    read.image.quantize(16).save(file, "PNG", optimize=True)
    return file.getvalue()


def _keep_pages(session: Session, pages: Sequence[ScannedPage], file: Path) -> None:
    for page in pages:
        if page.sheet is None or page.image is None or page.fault:
            continue
        key, picture = page.sheet.session.id, blobs.keep(session, _jpeg(page.image), "image/jpeg")
        if not session.scalar(select(SignedPage.id).filter_by(session_id=key, picture=picture)):
            session.add(SignedPage(session_id=key, file_name=file.name, page=page.number, picture=picture))


def _jpeg(image: Image.Image) -> bytes:
    file = BytesIO()
    small = image.copy()
    small.thumbnail((_LONG_SIDE, _LONG_SIDE))
    small.save(file, "JPEG", quality=_JPEG)
    return file.getvalue()
