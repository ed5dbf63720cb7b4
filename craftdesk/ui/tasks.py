"""Work beside the screens: printing, importing, saving a copy; with progress, and a way to stop it."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QProgressBar

from craftdesk.base.errors import Cancelled
from craftdesk.base.i18n import N_
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import column, row
from craftdesk.ui.labels import Label

T = TypeVar("T")

SHOWN_EVERY = 0.05
"""Seconds between two steps that are shown; a job may tell as many as it likes."""
PATIENCE = 300
"""Milliseconds before a job is worth a strip on the screen."""


class Progress:
    """What a job tells of itself, from its own thread."""

    def __init__(self, show: Callable[[int, int, str], None]) -> None:
        self._show = show
        self._stop = threading.Event()
        self._shown = 0.0

    def step(self, done: int, total: int, text: str = "") -> None:
        """So much of it is done; raises `Cancelled` when the user wants it to stop."""
        if self._stop.is_set():
            raise Cancelled
        now = monotonic()
        if done >= total or now - self._shown >= SHOWN_EVERY:
            self._shown = now
            self._show(done, total, text)

    def cancel(self) -> None:
        self._stop.set()


class Worker(QObject):
    """One thread, so that two jobs never meet; what follows a job runs on the screens' thread."""

    started = Signal(str)
    stepped = Signal(int, int, str)
    ended = Signal()
    _finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._now: Progress | None = None
        self._finished.connect(self._follow)
        self.destroyed.connect(partial(self._pool.shutdown, wait=False, cancel_futures=True))

    def start(
        self,
        job: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        title: str = "",
    ) -> None:
        """Run `job`; then `done` with its result or `failed` with its error. A cancelled job ends in neither."""
        progress = Progress(self.stepped.emit)

        def run() -> None:
            # Everything is told from here, so that it arrives on the screens' thread in this order.
            self._now = progress
            self.started.emit(title)
            outcome = _outcome(job, progress, done, failed)
            self._now = None
            self._finished.emit(outcome)

        self._pool.submit(run)

    def finish(self) -> None:
        """Wait for what was begun; nothing can be started any more."""
        self._pool.shutdown(wait=True)

    def cancel(self) -> None:
        """Ask the running job to stop at its next step."""
        if self._now is not None:
            self._now.cancel()

    @Slot(object)
    def _follow(self, call: Callable[[], None]) -> None:
        self.ended.emit()
        call()


def _outcome(
    job: Callable[[Progress], T],
    progress: Progress,
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> Callable[[], None]:
    """Do the job; what is to follow on the screens' thread."""
    try:
        return partial(done, job(progress))
    except Cancelled:
        return _nothing
    except Exception as error:  # noqa: BLE001 - the page decides what to show
        return partial(failed, error)


def _nothing() -> None:
    """What follows a cancelled job."""


class ProgressStrip(QFrame):
    """What the worker does now, how far it is, and the button that stops it; hidden while nothing takes long."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.words = Label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.button = ActionButton(Action(N_("Stop"), "ph.x", worker.cancel))
        line = row(spacing=12)
        line.setContentsMargins(12, 8, 12, 8)
        line.addLayout(column(self.words, self.bar, spacing=4), 1)
        line.addWidget(self.button)
        self.setLayout(line)
        self._title = ""
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.show)
        worker.started.connect(self._begin)
        worker.stepped.connect(self._step)
        worker.ended.connect(self._end)
        self.hide()

    def _begin(self, title: str) -> None:
        self._title = title
        self.words.setText(title)
        self.bar.setRange(0, 0)
        self._patience.start()

    def _step(self, done: int, total: int, text: str) -> None:
        self.words.setText(" · ".join(filter(None, (self._title, text))))
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _end(self) -> None:
        self._patience.stop()
        self.hide()
