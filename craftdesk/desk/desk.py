"""What a page is handed: the only way from a screen to the records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.base.numbers import format_number
from craftdesk.desk.beside import Beside
from craftdesk.desk.drafts import Drafts
from craftdesk.ui.tasks import Progress, Worker

if TYPE_CHECKING:
    from craftdesk.data.database import Database
    from craftdesk.data.file import File
    from craftdesk.data.journal import Undone
    from craftdesk.data.model import Model
    from craftdesk.data.session import Session
    from craftdesk.desk.feature import Panel

MOST_NAMED = 3
P = ParamSpec("P")
T = TypeVar("T")


class Told(NamedTuple):
    """A message for the bar; `undo` is the change set that its Undo takes back."""

    text: str
    tone: str = "good"
    undo: str | None = None


class Opened(NamedTuple):
    """A wish to see a record; the window knows which page shows it."""

    model: type[Model]
    key: str


class PaperWish(NamedTuple):
    """A wish to see a paper of these records (all of them when there are no keys)."""

    name: str
    keys: tuple[str, ...]
    language: str | None


class Desk(QObject):
    """Reads, writes and works for the pages, and tells the window what they wish."""

    changed = Signal(object)
    """frozenset of the tables (mapped classes) that a write touched"""
    told = Signal(object)
    """Told"""
    opened = Signal(object)
    """Opened"""
    paper_wished = Signal(object)
    """PaperWish"""
    page_wished = Signal(str, object)
    """the name of a page, and what it shall show there or None"""
    settings_changed = Signal()
    """language or look are to be put into force anew"""
    leaving = Signal()
    """the pages are about to be built anew or the program ends: forms keep what was typed as drafts"""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.database = database
        self.drafts = Drafts(database.path)
        self._beside = Beside(database, self)
        self.worker = Worker(self)
        self._jobs = 0
        self.worker.ended.connect(self._job_ended)
        self.panels: Sequence[Panel] = ()
        """the panels of all cards, as the program hands them over"""

    def panels_on(self, model: type[Model]) -> list[Panel]:
        """What other features show on the card of such a record."""
        return [panel for panel in self.panels if panel.on == model.__tablename__]

    def read(self, question: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self.database.reading() as session:
            return question(session, *args, **kwargs)

    def ask(self, question: Callable[Concatenate[File, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`read` for questions in SQL alone, which are asked at every key stroke."""
        with self.database.asking() as file:
            return question(file, *args, **kwargs)

    def read_beside(self, done: Callable[[T], None], question: Callable[[Session], T]) -> None:
        """Ask beside the screens, without anybody waiting; `done` follows on the screens' thread.

        A question that is asked again before its answer came is answered once, by the later one.
        """
        self._beside.ask(done, question)

    def close(self) -> None:
        """Stop what is asked beside the screens."""
        self._beside.close()

    def write(self, change: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `change` in one transaction; its title is told with an Undo, and every page hears what was touched."""
        result, told = self._write(change, *args, **kwargs)
        if told is not None:
            self.told.emit(told)
        return result

    def write_quietly(self, change: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`write` without a message, for what is seen at its place at once (a mark in a grid)."""
        return self._write(change, *args, **kwargs)[0]

    def _write(
        self, change: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Told | None]:
        with self.database.writing() as session:
            result = change(session, *args, **kwargs)
            session.flush()
            touched, done = frozenset(session.touched), session.change_set
            told = Told(done.label(), undo=done.id) if done is not None else None
        self.changed.emit(touched)
        return result, told

    def undo(self, set_id: str | None = None) -> Undone | None:
        """Take back a change set, or this user's latest one that stands; says what came of it."""
        from craftdesk.data import journal  # noqa: PLC0415 - SQLAlchemy, which the start does without

        if set_id is None:
            last = self.read(journal.last_undoable, self.database.who)
            set_id = last.id if last else None
        if set_id is None:
            self.tell(_("There is nothing to undo."), "warn")
            return None
        undone = self._write(journal.undo, set_id)[0]
        text = undone.title
        if undone.conflicts:
            text = f"{text} · {_kept(undone)}"
        self.told.emit(Told(text, "warn" if undone.conflicts else "good", undone.set_id))
        return undone

    def tell(self, text: str, tone: str = "good") -> None:
        self.told.emit(Told(text, tone))

    def work(
        self,
        job: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        title: str = "",
    ) -> None:
        """Run `job` beside the screens with progress and cancel; `done` or `failed` follows on the screens' thread."""
        self._jobs += 1
        self.worker.start(job, done, failed or self._tell_failure, title=title)

    def _job_ended(self) -> None:
        self._jobs -= 1

    def is_busy(self) -> bool:
        """Whether something is still being worked on or asked beside the screens."""
        return self.is_working() or self._beside.is_busy()

    def is_working(self) -> bool:
        """Whether a job is still being worked on beside the screens."""
        return self._jobs > 0

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.tell(str(error), "bad")

    def open_record(self, model: type[Model], key: str) -> None:
        self.opened.emit(Opened(model, key))

    def open_page(self, name: str, record: str | None = None) -> None:
        """Show a page; `record` is handed to its `open_record`."""
        self.page_wished.emit(name, record)

    def show_paper(self, name: str, *keys: str, language: str | None = None) -> None:
        """Preview a paper by its card's name, in `language` or the screen's."""
        self.paper_wished.emit(PaperWish(name, keys, language))


def _kept(undone: Undone) -> str:
    """The names of what stays; the journal lists all of them."""
    labels = list(dict.fromkeys(conflict.label for conflict in undone.conflicts))
    names = _(", ").join(labels[:MOST_NAMED])
    if len(labels) <= MOST_NAMED:
        return _("kept because changed since: {labels}").format(labels=names)
    words = _("kept because changed since: {labels} and {number} more, listed in the journal")
    return words.format(labels=names, number=format_number(len(labels) - MOST_NAMED))
