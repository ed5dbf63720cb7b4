"""The log in the user's folder: what went wrong and where, never whose record was open.

The text of an error may hold a name, a number or a whole row; only its kind and the places in the code are written.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from craftdesk.base.paths import ROOT, home

_log = logging.getLogger(__name__)
_SIZE, _OLD_FILES = 1_000_000, 3


def start(level: int = logging.INFO) -> None:
    """Write the program's log to the user's folder; where that cannot be, the program runs without one."""
    with suppress(OSError):
        handler = _Rotating(home() / "craftdesk.log", maxBytes=_SIZE, backupCount=_OLD_FILES, encoding="utf-8")
        handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root = logging.getLogger("craftdesk")
        stop()
        root.addHandler(handler)
        root.setLevel(level)


def stop() -> None:
    """Close the log."""
    root = logging.getLogger("craftdesk")
    for handler in [each for each in root.handlers if isinstance(each, _Rotating)]:
        root.removeHandler(handler)
        handler.close()


def record_uncaught(tell: Callable[[BaseException], None] | None = None) -> None:
    """Write every error that nobody caught, in any thread, to the log; `tell` shows it to the user."""

    def caught(error: BaseException | None) -> None:
        if error is None or isinstance(error, KeyboardInterrupt | SystemExit):
            return
        record(error)
        if tell:
            tell(error)

    sys.excepthook = lambda _kind, error, _place: caught(error)
    threading.excepthook = lambda args: caught(args.exc_value)
    sys.unraisablehook = lambda args: caught(args.exc_value)


def record(error: BaseException) -> None:
    """Write down an error that ends what was begun."""
    _log.error("uncaught", exc_info=error)


def describe(error: BaseException) -> str:
    """What may be written and sent of an error: its kind, the system's reason, and the way to it through the code."""
    return "\n".join(line for each in _chain(error) for line in _lines(each))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The first cause first."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier:
        yield from _chain(earlier)
    yield error


def _lines(error: BaseException) -> Iterator[str]:
    reason = f": {error.strerror}" if isinstance(error, OSError) and error.strerror else ""
    yield f"{type(error).__module__}.{type(error).__qualname__}{reason}"
    for frame, line in traceback.walk_tb(error.__traceback__):
        yield f"  {_short(frame.f_code.co_filename)}:{line} in {frame.f_code.co_qualname}"


def _short(file: str) -> str:
    """The file inside the program or inside a library: the folder before it may hold the user's name."""
    path = Path(file)
    if "site-packages" in path.parts:
        return Path(*path.parts[path.parts.index("site-packages") + 1 :]).as_posix()
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


_Caught = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _Discreet(logging.Formatter):
    """Writes errors without their texts."""

    def formatException(self, ei: _Caught) -> str:  # noqa: N802 - the name that logging calls
        return describe(ei[1]) if ei[1] else ""


class _Rotating(RotatingFileHandler):
    """Goes on with a longer file when the old one is held open by another program, as Windows has it."""

    def doRollover(self) -> None:  # noqa: N802 - the name that logging calls
        with suppress(OSError):
            super().doRollover()
        if self.stream is None:
            self.stream = self._open()
