"""A signed sheet that comes back: its pages recognised, and each cell read as signed, empty or doubtful."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from sqlalchemy import select

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.base.scannable import SHEET, Paper
from craftdesk.data.session import Session
from craftdesk.features.training import reads
from craftdesk.features.training.models import HalfDay, Participant, Trainer, TrainingSession
from craftdesk.features.training.rules import Sheet
from craftdesk.features.training.sheet_code import PageCode, session_tail, short_tail
from craftdesk.scan.cells import Box, Page, Read, Verdict
from craftdesk.scan.pictures import Picture, pictures
from craftdesk.scan.reading import Seen, pages_in

Progress = Callable[[int], None]
"""Told the number of the page that is looked at; raises `Cancelled` when the user wants no more."""
_MARGIN, _COUNTER, _NAME = 12.0, 12.5, 28.0
_WRITTEN = 2.0  # square millimetres of ink where a name would stand


@dataclass(frozen=True)
class ScannedRow:
    """A row of a page: whose it is, what its cells hold, in the order of the half-days, and what stands beside them.

    `person` is None for somebody who came without being on the list (`walk_in`: something was written there), and for
    one who was taken off the list since the sheet was printed (`gone`).
    """

    person: Participant | Trainer | None
    cells: Sequence[Read]
    beside: Image.Image
    walk_in: bool = False
    gone: bool = False


@dataclass(frozen=True)
class ScannedPage:
    """A page of the file as it was read, or the sentence that says why it was not."""

    number: int
    fault: str = ""
    sheet: Sheet | None = None
    half_days: Sequence[HalfDay | None] = ()
    rows: Sequence[ScannedRow] = field(default=())
    image: Image.Image | None = None


def nobody(_page: int) -> None:
    """For those who do not ask how far it is."""


def scanned(session: Session, path: Path, progress: Progress = nobody) -> Iterator[ScannedPage]:
    """The pages of a file; raises `UserError` when the file itself cannot be read."""
    for picture in pictures(path):
        progress(picture.number)
        yield from _pages(session, picture)


def _pages(session: Session, picture: Picture) -> Iterator[ScannedPage]:
    seen_any = False
    try:
        for seen in pages_in(picture.image, _paper):
            seen_any = True
            yield _page(session, picture, seen)
    except UserError as error:
        seen_any = True
        yield ScannedPage(picture.number, str(error), image=picture.image)
    if not seen_any:
        told = _("No code of a sheet is seen here: the whole sheet must be in the picture, sharp and evenly lit.")
        yield ScannedPage(picture.number, told, image=picture.image)


def _paper(content: bytes) -> Paper:
    return Paper(*SHEET, PageCode.decoded(content).code_right)


def _page(session: Session, picture: Picture, seen: Seen) -> ScannedPage:
    code = PageCode.decoded(seen.content)
    sheet = _sheet(session, code)
    if sheet is None:
        told = _("This sheet belongs to a session that this office does not hold: it may be that of another chamber.")
        return ScannedPage(picture.number, told, image=picture.image)
    if seen.page is None:
        told = _("A corner of the sheet is not in the picture: all four black squares must be seen.")
        return ScannedPage(picture.number, told, sheet, image=picture.image)
    halves = {short_tail(each.id): each for each in sheet.half_days}
    half_days = [halves.get(tail) for tail in code.half_days]
    return ScannedPage(picture.number, "", sheet, half_days, [*_rows(sheet, code, seen.page)], picture.image)


def _sheet(session: Session, code: PageCode) -> Sheet | None:
    found = session.scalars(select(TrainingSession.id).where(TrainingSession.id.endswith(code.session))).all()
    keys = [key for key in found if session_tail(key) == code.session]
    return reads.sheet(session, keys[0]) if keys else None


def _rows(sheet: Sheet, code: PageCode, page: Page) -> Iterator[ScannedRow]:
    people: dict[str, Participant | Trainer] = {short_tail(each.id): each for each in sheet.participants}
    people |= {short_tail(each.id): each for each in sheet.trainers}
    for tail, place, cells in zip(code.people, code.rows, page.table(code.columns, code.rows), strict=True):
        beside, name = _beside(code, *place)
        written = not tail and (page.ink(name) >= _WRITTEN or any(cell.verdict is not Verdict.EMPTY for cell in cells))
        person = people.get(tail)
        yield ScannedRow(person, cells, page.cut(beside, 0.6), walk_in=written, gone=bool(tail) and person is None)


def _beside(code: PageCode, top: float, bottom: float) -> tuple[Box, Box]:
    """What stands between the counter and the cells to sign, and the place of the name in it."""
    if code.code_right:
        start = _MARGIN + _COUNTER
        whole = Box(_MARGIN, top, min(left for left, _right in code.columns), bottom)
        return whole, Box(start, top + 1, start + _NAME, bottom - 1)
    margin = SHEET[0] - _MARGIN
    end = margin - _COUNTER
    whole = Box(max(right for _left, right in code.columns), top, margin, bottom)
    return whole, Box(end - _NAME, top + 1, end, bottom - 1)
