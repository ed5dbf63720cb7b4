"""Keeps Python alive below PySide 6.12.

That PySide counts on None being immortal, as it is since Python 3.12: every one of its calls that gives None takes a
reference from it without having one. On Python 3.11 some thousand calls (a few paintings of a table) used up all of
them, and Python ended with "deallocating None". Here None gets more references than any day of work can take.
"""

import ctypes
import sys

PLENTY = 1 << 60


def keep() -> None:
    if sys.version_info < (3, 12) and sys.getrefcount(None) < PLENTY // 2:
        # The count of references is the first thing in a Python object.
        ctypes.c_ssize_t.from_address(id(None)).value += PLENTY
