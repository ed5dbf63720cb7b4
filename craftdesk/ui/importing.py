"""Imports at their usual speed beside PySide.

PySide reads the source of every module that is imported after it, to learn whether that uses the switches of its
`__feature__`. Nothing here does, and reading the sources of all libraries is an eighth of the start.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own import in the place of Python's


def unwatched() -> None:
    """Let imports go the way that they went before PySide looked at them."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
