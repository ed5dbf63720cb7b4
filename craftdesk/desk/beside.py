"""Questions that nobody waits for: asked on a thread of their own, so that no screen ever stands still for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from craftdesk.data.database import Database
    from craftdesk.data.session import Session


class _Interruptible(Protocol):
    def interrupt(self) -> None: ...


class Beside(QObject):
    """Asks one question after the other; an answer that is overtaken by the same question is dropped."""

    answered = Signal(object)

    def __init__(self, database: Database, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._latest: dict[object, _Question] = {}
        self.asking: _Interruptible | None = None
        self.answered.connect(self._hand_over)

    def ask(self, done: Callable[[Any], None], question: Callable[[Session], Any]) -> None:
        asked = _Question(self, self._database, done, question)
        self._latest[done] = asked
        self._pool.start(asked)

    def is_latest(self, asked: _Question) -> bool:
        return self._latest.get(asked.done) is asked

    def is_busy(self) -> bool:
        return bool(self._latest)

    def close(self) -> None:
        """Let nothing be asked any more, and end the question that is being asked."""
        self._latest.clear()
        self._pool.clear()
        # Only a statement that runs can be interrupted: one that begins a moment later is met the next time.
        while not self._pool.waitForDone(10):
            if (asking := self.asking) is not None:
                asking.interrupt()

    def _hand_over(self, asked: _Question) -> None:
        if self.is_latest(asked):
            del self._latest[asked.done]
            if asked.error is not None:
                raise asked.error
            # The page that asked may have been built anew meanwhile.
            if isValid(getattr(asked.done, "__self__", None)):
                asked.done(asked.answer)


class _Question(QRunnable):
    """One question on its way."""

    def __init__(
        self, owner: Beside, database: Database, done: Callable[[Any], None], question: Callable[[Session], Any]
    ) -> None:
        super().__init__()
        self._owner = owner
        self._database = database
        self.done = done
        self._question = question
        self.answer: Any = None
        self.error: Exception | None = None

    def run(self) -> None:
        if not self._owner.is_latest(self):
            return
        try:
            self._ask()
        except Exception as error:  # noqa: BLE001 - raised again on the screens' thread, unless nobody asks any more
            self.error = error
        self._owner.answered.emit(self)

    def _ask(self) -> None:
        with self._database.reading() as session:
            connection: Any = session.connection().connection.dbapi_connection
            self._owner.asking = connection
            try:
                self.answer = self._question(session)
            finally:
                self._owner.asking = None
