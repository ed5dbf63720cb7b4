"""Searching in the text of a paper, page after page beside the screens, from the page in sight on."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QRectF, QTimer, Signal

from craftdesk.base.names import fold
from craftdesk.ui.preview.file import PaperFile
from craftdesk.ui.preview.worker import Job, PageWorker

SEARCH = 2
"""Its rank: after what is in sight and the small pictures."""
MOST = 2000
"""Nobody goes through more."""
SOON = 60
"""Milliseconds after which what was found meanwhile is shown."""


@dataclass(frozen=True, order=True)
class Hit:
    """The place of what was found: its page, and which one it is there."""

    page: int
    number: int
    lines: Sequence[QRectF] = field(compare=False)


class PaperSearch(QObject):
    """Finds as the program's own search does: any case, vowels, alef, hamza. `changed` follows each page with hits."""

    changed = Signal()
    """the hits, or the one that is shown"""
    shown = Signal(object)
    """the Hit to be brought in sight"""

    def __init__(self, worker: PageWorker) -> None:
        super().__init__(worker)
        self._worker = worker
        self._file: PaperFile | None = None
        self._asked = ""
        self._start = 0
        self._left = 0
        self.hits: list[Hit] = []
        self.now: int | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.changed)
        worker.done.connect(self._take)

    def hold(self, file: PaperFile) -> None:
        """Search in another file for what is searched for now."""
        asked, self._asked = self._asked, ""
        self._file = file
        self.look_for(asked, 0)

    def look_for(self, text: str, page: int) -> None:
        """Find a text anew; what stands on `page` or after it is shown first."""
        asked = fold(text)
        if asked == self._asked:
            return
        self._asked, self._start = asked, page
        self.hits, self.now = [], None
        jobs = self._jobs(self._file, asked, page) if self._file and asked else {}
        self._left = len(jobs)
        self._worker.wish(SEARCH, jobs)
        self.changed.emit()

    def is_searching(self) -> bool:
        return self._left > 0

    def marks(self) -> dict[int, list[Sequence[QRectF]]]:
        """The places to mark, by page."""
        found: dict[int, list[Sequence[QRectF]]] = {}
        for hit in self.hits:
            found.setdefault(hit.page, []).append(hit.lines)
        return found

    def marked(self) -> tuple[int, int] | None:
        """The hit that is shown, as page and place among the marks of the page."""
        return None if self.now is None else (self.hits[self.now].page, self.hits[self.now].number)

    def step(self, forward: bool = True) -> None:
        """Show the next hit or the one before, beginning anew at the end."""
        if self.hits:
            now = -1 if self.now is None and forward else self.now or 0
            self._show((now + (1 if forward else -1)) % len(self.hits))

    @staticmethod
    def _jobs(file: PaperFile, asked: str, page: int) -> dict[Hashable, Job]:
        """A job a page, from the one in sight on."""
        count = len(file.sizes)
        order = [*range(page, count), *range(min(page, count))]
        return {(asked, each): partial(_find, file, each, asked) for each in order}

    def _take(self, rank: int, name: object, found: object) -> None:
        if rank != SEARCH or not isinstance(name, tuple) or name[0] != self._asked or not isinstance(found, list):
            return
        self._left -= 1
        if found:
            self._add(found)
        if len(self.hits) >= MOST:
            self._left = 0
            self._worker.wish(SEARCH, {})
        if not self._soon.isActive():
            self._soon.start()

    def _add(self, found: list[Hit]) -> None:
        shown = None if self.now is None else self.hits[self.now]
        for hit in found:
            insort(self.hits, hit)
        if shown is None:
            self._show(bisect_left(self.hits, found[0]))
        else:
            self.now = bisect_left(self.hits, shown)

    def _show(self, place: int) -> None:
        self.now = place
        self.changed.emit()
        self.shown.emit(self.hits[place])


def _find(file: PaperFile, page: int, asked: str) -> list[Hit]:
    spans = file.text(page).find(asked)
    return [Hit(page, number, lines) for number, lines in enumerate(file.places(page, spans))] if spans else []
