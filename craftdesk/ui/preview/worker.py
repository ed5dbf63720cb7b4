"""What pages need drawn or read, done beside the screens: the most urgent first, and nothing that nobody waits for."""

import logging
import threading
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from craftdesk.base.memory import not_collecting_here

Job = Callable[[], object]

_log = logging.getLogger(__name__)


class PageWorker(QObject):
    """Each asker has a rank; what it wishes replaces what it wished before. `done` tells rank, name and result."""

    done = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue = _Queue(self.done.emit)
        # Until nothing is worked on: what is told must still find this object.
        self.destroyed.connect(queue.close)

    def wish(self, rank: int, jobs: Mapping[Hashable, Job]) -> None:
        self._queue.wish(rank, jobs)

    def is_busy(self) -> bool:
        return self._queue.is_busy()


class _Queue:
    """The thread and what waits for it."""

    def __init__(self, tell: Callable[[int, object, object], None]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._wishes: dict[int, dict[Hashable, Job]] = {}
        self._now: tuple[int, Hashable] | None = None
        self._runs = False
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pages")

    def wish(self, rank: int, jobs: Mapping[Hashable, Job]) -> None:
        with self._lock:
            self._wishes[rank] = {name: job for name, job in jobs.items() if (rank, name) != self._now}
            if not self._runs and any(self._wishes.values()):
                self._runs = True
                self._pool.submit(self._run)

    def is_busy(self) -> bool:
        with self._lock:
            return self._runs

    def close(self) -> None:
        with self._lock:
            self._wishes.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(self) -> None:
        while (job := self._next()) is not None:
            rank, name, work = job
            try:
                with not_collecting_here():
                    result = work()
            except Exception:  # noqa: BLE001
                # A page that cannot be drawn stays white; the others go on.
                _log.exception("a page cannot be drawn or read")
                continue
            self._tell(rank, name, result)

    def _next(self) -> tuple[int, Hashable, Job] | None:
        with self._lock:
            for rank in sorted(self._wishes):
                if self._wishes[rank]:
                    name = next(iter(self._wishes[rank]))
                    self._now = (rank, name)
                    return rank, name, self._wishes[rank].pop(name)
            self._now, self._runs = None, False
            return None
