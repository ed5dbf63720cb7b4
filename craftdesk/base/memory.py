"""The memory of long work."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_collecting_here() -> Iterator[None]:
    """For short work beside the screens: widgets that are waste are to be taken away on the screens' thread."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


@contextmanager
def without_collecting() -> Iterator[None]:
    """For work that makes very many objects and throws none away: the collector would walk them all again and again."""
    with not_collecting_here():
        try:
            yield
        finally:
            # What was made is put among the old objects, which are seldom walked.
            gc.freeze()
            gc.unfreeze()
