"""Hands a list out as a file: read in one state of the office, written beside, logged, and only then given its name."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _, speaking
from craftdesk.base.numbers import apart, format_number, isolate
from craftdesk.base.reasons import reason
from craftdesk.data.database import Database
from craftdesk.data.disclosures import Disclosure, packed
from craftdesk.data.session import Session
from craftdesk.desk.exporting import paper, spreadsheet, text_file
from craftdesk.desk.exporting.columns import ExportColumn, Lot, Sheet, Value, readers
from craftdesk.desk.feature import Listing
from craftdesk.pdf.blocks import Letterhead

FORMS = {"xlsx": "Excel", "csv": "CSV", "pdf": "PDF"}
Head = Callable[[Session, str], Letterhead | None]


class Stepped(Protocol):
    """Who is told how far it is, and may stop it."""

    def step(self, done: int, total: int, text: str = "") -> None: ...


class Wish(NamedTuple):
    """What shall leave: columns by their names in their order; the rows of a question or of keys; what it is for."""

    listing: Listing
    columns: Sequence[str] = ()
    question: Any = None
    keys: Sequence[str] = ()
    language: str = "ar"
    in_full: bool = False
    purpose: str = ""
    recipient: str = ""


class Handed(NamedTuple):
    """What has left."""

    path: Path
    rows: int
    people: int


def columns_of(listing: Listing, names: Sequence[str] = ()) -> list[ExportColumn[Any]]:
    """The columns of these names in this order; the usual ones without names."""
    known: Mapping[str, ExportColumn[Any]] = {column.name: column for column in listing.columns()}
    for name in names:
        told = _("“{list}” has no column “{name}”. It has: {names}")
        words = told.format(list=_(listing.title), name=name, names=", ".join(known))
        refuse_if(name not in known, words)
    return [known[name] for name in names] or [column for column in known.values() if column.usual]


def form_of(path: Path) -> str:
    """The kind of file that a name asks for."""
    form = path.suffix.lower().removeprefix(".")
    told = _("{name}: lists are written as {forms}.")
    refuse_if(form not in FORMS, told.format(name=isolate(path.name), forms=", ".join(FORMS)))
    return form


def check(wish: Wish) -> None:
    """Refuse what has no columns, and personal data without a purpose and a recipient."""
    refuse_if(not columns_of(wish.listing, wish.columns), _("Choose at least one column."), "columns")
    if wish.listing.personal:
        told = _("This list holds personal data: say what it is for and who receives it.")
        refuse_if(not wish.purpose.strip(), told, "purpose")
        refuse_if(not wish.recipient.strip(), told, "recipient")


def hand_out(database: Database, wish: Wish, path: Path, progress: Stepped, head: Head | None = None) -> Handed:
    """Write the file. Whatever stops it, nothing half-written stays and a file that was there stays as it was."""
    check(wish)
    form, part = form_of(path), path.with_name(f"{path.name}.part")
    try:
        with _told(path):
            try:
                with speaking(wish.language), database.reading() as session:
                    writing = _Writing(session, wish, progress)
                    letterhead = head(session, wish.language) if head and form == "pdf" else None
                    _write(writing.sheet(), form, part, letterhead)
                _secure(part)
                _log(database, writing, path, lambda: part.replace(path))
            finally:
                part.unlink(missing_ok=True)
    except MemoryError as error:
        raise UserError(_("The memory of this computer is not enough for this list: choose fewer rows.")) from error
    return Handed(path, writing.rows, writing.number_of_people())


def _write(sheet: Sheet, form: str, part: Path, letterhead: Letterhead | None) -> None:
    if form == "xlsx":
        spreadsheet.write(sheet, part)
    elif form == "csv":
        text_file.write(sheet, part)
    else:
        paper.write(sheet, part, letterhead)


def _secure(part: Path) -> None:
    with part.open("rb+") as written:
        os.fsync(written.fileno())


class _Writing:
    """The rows on their way, and who is in them."""

    def __init__(self, session: Session, wish: Wish, progress: Stepped) -> None:
        self.wish = wish
        self.columns = columns_of(wish.listing, wish.columns)
        self.lot: Lot = wish.listing.ask(session, wish.question, tuple(wish.keys))
        self.rows = 0
        self.keys: set[bytes] = set()
        self._unknown = 0
        self._progress = progress

    def sheet(self) -> Sheet:
        title = _(self.wish.listing.title)
        return Sheet(title, self.wish.language, self.columns, self._read(), self.lot.number, self.lot.narrowed)

    def _read(self) -> Iterator[Sequence[Value]]:
        reads, person = readers(self.columns, self.wish.in_full), self.wish.listing.person
        for part in self.lot.parts:
            told = _("{done} of {total}").format(done=format_number(self.rows), total=format_number(self.lot.number))
            self._progress.step(self.rows, max(self.lot.number, 1), told)
            if person is not None:
                self._note(map(person, part))
            for row in part:
                self.rows += 1
                yield [read(row) for read in reads]

    def _note(self, keys: Iterable[str | None]) -> None:
        for key in keys:
            if key:
                self.keys.add(bytes.fromhex(key))
            else:
                self._unknown += 1

    def number_of_people(self) -> int:
        """Those of the roster once each, and one for each row about somebody else."""
        listing = self.wish.listing
        if not listing.personal:
            return 0
        return len(self.keys) + self._unknown if listing.person else self.rows


def _log(database: Database, writing: _Writing, path: Path, finish: Callable[[], object]) -> None:
    """Give the file its name inside the transaction of its line in the log: neither is there without the other."""
    wish = writing.wish
    if not wish.listing.personal or not writing.rows:
        finish()
        return
    with database.writing() as session:
        session.add(
            Disclosure(
                who=session.who,
                desk=session.desk,
                listing=wish.listing.name,
                title=wish.listing.title,
                narrowed=list(writing.lot.narrowed),
                columns=[column.title for column in writing.columns],
                form=form_of(path),
                file=path.name,
                rows=writing.rows,
                people=writing.number_of_people(),
                in_full=wish.in_full and any(column.masked for column in writing.columns),
                purpose=wish.purpose.strip(),
                recipient=wish.recipient.strip(),
                keys=packed(key.hex() for key in writing.keys) if writing.keys else b"",
            )
        )
        session.flush()
        finish()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system refuses, in words."""
    import xlsxwriter.exceptions  # noqa: PLC0415 - beside what it wraps

    try:
        yield
    except (OSError, xlsxwriter.exceptions.XlsxFileError) as error:
        cause = error if isinstance(error, OSError) else _cause(error)
        words = _("{name} could not be saved: {reason}")
        raise UserError(words.format(name=apart(path.name), reason=reason(cause))) from error


def _cause(error: Exception) -> OSError:
    """The library wraps the system's refusal up."""
    found = next((each for each in (*error.args, error.__context__) if isinstance(each, OSError)), None)
    return found or OSError(0, str(error))
