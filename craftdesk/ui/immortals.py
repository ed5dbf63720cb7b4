"""Keeps Python alive below PySide 6.12.

That PySide counts on None, True and False being immortal, as they are since Python 3.12: its calls that give one of
them take a reference from it without having one. On Python 3.11 some thousand calls (a few paintings of a table) used
up all of them, and Python ended with "deallocating None" or "deallocating True or False". Here they get more
references than any day of work can take.
"""

import ctypes
import sys

PLENTY = 1 << 60


def keep() -> None:
    if sys.version_info >= (3, 12):
        return
    for value in (None, True, False):
        if sys.getrefcount(value) < PLENTY // 2:
            # The count of references is the first thing in a Python object.
            ctypes.c_ssize_t.from_address(id(value)).value += PLENTY
