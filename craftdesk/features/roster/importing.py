"""A list of artisans before it is taken over: opened, read, judged row by row, and mended by the clerk."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from craftdesk.base.dates import format_day
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.memory import without_collecting
from craftdesk.base.numbers import format_number
from craftdesk.data.journal_tables import Change, ChangeSet
from craftdesk.data.session import Session
from craftdesk.features.roster.headings import Columns
from craftdesk.features.roster.judging import Held, Judge, key_row
from craftdesk.features.roster.lists import Lists
from craftdesk.features.roster.models import OPEN, ImportedFile, ImportedRow, Outcome
from craftdesk.features.roster.reading import Book, Sheet, opened
from craftdesk.features.roster.rows import Choice, Row, RowReader, rows_of
from craftdesk.features.roster.sheets import Found, alike, filled, joined, lists_in

Progress = Callable[[int, int], None]
"""Told how much of how much is done; raises `Cancelled` when the user wants no more."""
_STEP = 1000
MENDED = "mended"
"""Beside the original cells of a stored row stands what the clerk has mended so far."""


def no_progress(_done: int, _all: int) -> None:
    """For those who do not ask how far it is."""


@dataclass(frozen=True)
class Counts:
    """The rows of a list by what becomes of them: rows is the sum of the next six; to_mend is counted within new."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    waiting: int = 0
    refused: int = 0
    twins: int = 0
    to_mend: int = 0

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


def counted(rows: Iterable[Row]) -> Counts:
    every = list(rows)
    by = Counter(row.outcome for row in every)
    mend = sum(row.to_mend for row in every if row.outcome is Outcome.NEW)
    refused = by[Outcome.REFUSED] + by[Outcome.LEFT]
    return Counts(
        *(len(every), by[Outcome.NEW], by[Outcome.CHANGED], by[Outcome.SAME]),
        *(by[Outcome.WAITING], refused, by[Outcome.TWIN], mend),
    )


@dataclass
class Preview:
    """A list as it will be taken over. Nothing is written before `taking_over.take_over`.

    `book` is None for rows that waited in the office file. `source` is the sheet that was read, `alike` the sheets
    with the same headings where there are several, `joined` whether they are read as one. `like` names the file whose
    columns were chosen by the clerk and hold here too.
    """

    name: str
    columns: Columns
    rows: list[Row]
    reader: RowReader
    lists: Lists
    held: Held
    seen: int
    book: Book | None = None
    source: Sheet | None = None
    alike: Sequence[str] = ()
    joined: bool = False
    like: str = ""

    @property
    def sheet(self) -> str:
        return self.source.name if self.source else ""

    @property
    def base(self) -> str:
        """The sheet whose columns were taken, also where several are read as one."""
        return self.alike[0] if self.joined else self.sheet

    def place(self, row: Row) -> tuple[str, int]:
        """The sheet of the file and the line in it where a row stands."""
        return self.source.place(row.number) if self.source else ("", row.number)

    def counts(self) -> Counts:
        return counted(self.rows)

    @property
    def sheets(self) -> Sequence[str]:
        return [sheet.name for sheet in self.book.sheets] if self.book else []


@without_collecting()
def preview(
    session: Session,
    path: Path,
    *,
    sheet: str | None = None,
    every: bool = False,
    columns: Columns | None = None,
    progress: Progress = no_progress,
) -> Preview:
    """Open a list and judge its rows; raises `UserError` with a sentence when it cannot be read."""
    progress(0, 0)
    book = opened(Path(path))
    progress(0, 0)
    return look_through(session, book, sheet=sheet, every=every, columns=columns, progress=progress)


@without_collecting()
def look_through(
    session: Session,
    book: Book,
    *,
    sheet: str | None = None,
    every: bool = False,
    columns: Columns | None = None,
    progress: Progress = no_progress,
) -> Preview:
    """Judge the rows of an opened list: of its best sheet or the named one, or of every sheet that looks like it.

    Its columns are taken by its headings, or as they are given.
    """
    found, like = _chosen(book, sheet)
    names = [each.sheet.name for each in like]
    chosen = joined(like, _sheets(len(like))) if every else found
    taken, known = (columns, "") if columns else _remembered(session, chosen.columns)
    lists = Lists(session)
    reader = RowReader([target for target in taken.targets if target], lists)
    refuse_if(not reader.targets, _("At least one column must be taken for something."))
    rows = list(rows_of(filled(chosen), taken, reader))
    refuse_if(not rows, _("{file} has headings, but no rows below them.").format(file=book.name))
    looked = Preview(book.name, taken, rows, reader, lists, Held(reader.columns), _newest(session), book, chosen.sheet)
    looked.alike, looked.joined, looked.like = names if len(names) > 1 else (), every, known
    _read(looked, session, progress)
    return looked


def _sheets(count: int) -> str:
    return ngettext("{number} sheet", "{number} sheets", count).format(number=format_number(count))


def _chosen(book: Book, name: str | None) -> tuple[Found, list[Found]]:
    """The sheet of this name, or the first one with the most headings and something below them; and those like it."""
    if name is not None and name not in [sheet.name for sheet in book.sheets]:
        raise UserError(_("There is no sheet “{sheet}” in {file}.").format(sheet=name, file=book.name))
    every = lists_in(book.sheets)
    found = [each for each in every if name in (None, each.sheet.name)]
    if not found:
        raise UserError(
            _("{file} has no line with headings such as “اللقب”, “Nom” or “NIN”: write them above the columns.").format(
                file=book.name
            )
        )
    best = max(found, key=Found.promise)
    return best, alike(best, every)


def _remembered(session: Session, columns: Columns) -> tuple[Columns, str]:
    """The columns as the clerk chose them for a file with the same headings, and the name of that file."""
    asked = select(ImportedFile).where(ImportedFile.signature == columns.signature())
    file = session.scalars(asked.order_by(ImportedFile.id.desc()).limit(1)).first()
    if file is None:
        return columns, ""
    texts, targets = zip(*file.columns, strict=True)
    before = Columns(0, texts, targets)
    return columns.chosen_as(dict(zip(before.names(), before.targets, strict=True))), file.name


def proposed(looked: Preview) -> Columns:
    """The columns as the headings alone propose them."""
    if looked.book is None:
        return looked.columns
    found, _like = _chosen(looked.book, looked.base)
    return replace(found.columns, chosen=True)


def _newest(session: Session) -> int:
    return session.scalar(select(func.max(Change.id))) or 0


def _read(looked: Preview, session: Session, progress: Progress) -> None:
    for done, row in enumerate(looked.rows):
        if done % _STEP == 0:
            progress(done, len(looked.rows))
        looked.reader.read(row)
        key_row(row)
    progress(0, 0)
    looked.held.look_up(session, looked.rows)
    judge(looked, progress)


def judge(looked: Preview, progress: Progress = no_progress) -> None:
    """Judge all rows anew, in their order."""
    judging = Judge(looked.held)
    for done, row in enumerate(looked.rows):
        if done % _STEP == 0:
            progress(done, len(looked.rows))
        judging.judge(row)


def mend(session: Session, looked: Preview, row: Row, target: str, typed: str) -> None:
    """Put another text into a cell; the row is read and all rows are judged again."""
    if typed.strip() == row.texts.get(target, ""):
        row.edits.pop(target, None)
    else:
        row.edits[target] = typed.strip()
    read_again(session, looked, [row])


def read_again(session: Session, looked: Preview, rows: Sequence[Row]) -> None:
    """Read some rows anew and judge all of them."""
    for row in rows:
        looked.reader.read(row)
        key_row(row)
    looked.held.look_up(session, rows)
    judge(looked)


def decide(session: Session, looked: Preview, rows: Sequence[Row], choice: Choice | None) -> None:
    """Join twins to whom they repeat, keep them apart, leave rows out, or take such a choice back."""
    for row in rows:
        row.choice = choice
    read_again(session, looked, rows)


def refresh(session: Session, looked: Preview) -> None:
    """Judge again when the office has changed since the rows were judged."""
    newest = _newest(session)
    if newest != looked.seen:
        looked.seen = newest
        looked.held = Held(looked.reader.columns)
        read_again(session, looked, looked.rows)


@dataclass(frozen=True)
class TakenFile:
    """A list that was taken over, and when."""

    name: str
    at: datetime
    counts: Counts

    def words(self) -> dict[str, str]:
        """What fills the gaps of a sentence about it."""
        counts = {name: format_number(number) for name, number in self.counts.as_dict().items()}
        counts["waiting"] = format_number(self.counts.waiting + self.counts.twins)
        return {"name": self.name, "day": format_day(self.at.astimezone().date()), **counts}


def files(session: Session, limit: int = 8) -> list[TakenFile]:
    """The lists that were taken over, the latest first."""
    found = session.execute(
        select(ImportedFile, ChangeSet.at)
        .join(Change, (Change.record_id == ImportedFile.id) & (Change.kind == "i"))
        .join(ChangeSet, ChangeSet.id == Change.set_id)
        .order_by(ImportedFile.id.desc())
        .limit(limit)
    )
    return [TakenFile(file.name, at, Counts(**file.counts)) for file, at in found]


def take_columns(session: Session, looked: Preview, columns: Columns, progress: Progress = no_progress) -> Preview:
    """The same list with its columns taken for something else; what the clerk mended and decided stays."""
    if looked.book is None:
        return looked
    again = look_through(
        session, looked.book, sheet=looked.base, every=looked.joined, columns=columns, progress=progress
    )
    before = {row.number: row for row in looked.rows if row.edits or row.choice}
    touched = [row for row in again.rows if row.number in before]
    for row in touched:
        row.edits = {target: text for target, text in before[row.number].edits.items() if target in row.texts}
        row.choice = before[row.number].choice
    read_again(session, again, touched)
    return again


def waiting(session: Session) -> Preview:
    """The rows of earlier files that wait in the office file, judged by what the office holds now."""
    stored = session.scalars(
        select(ImportedRow).where(ImportedRow.outcome.in_(OPEN)).order_by(ImportedRow.file_id, ImportedRow.number)
    ).all()
    targets = list(dict.fromkeys(target for each in stored for target in each.cells if target != MENDED))
    lists = Lists(session)
    reader = RowReader(targets, lists)
    rows = [_stored(each, reader) for each in stored]
    columns = Columns(0, tuple(reader.targets), tuple(reader.targets))
    looked = Preview("", columns, rows, reader, lists, Held(reader.columns), _newest(session))
    _read(looked, session, no_progress)
    return looked


def _stored(each: ImportedRow, reader: RowReader) -> Row:
    texts = {target: each.cells.get(target, "") for target in reader.targets}
    return Row(each.number, texts, each.digest, edits=each.cells.get(MENDED, {}), stored=each.id)
