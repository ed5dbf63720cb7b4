"""Filters of the list of artisans that features above the roster bring: trained in, never trained, funded.

A feature says so once on its card (`narrows`); the roster knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from craftdesk.data.session import Session

Picked = tuple[str, tuple[Any, ...]]
"""A question in SQL that gives keys of artisans, and what fills its gaps."""


class Offered(NamedTuple):
    """A value that a filter offers: its key, its words, a small line below, and how many of the list have it."""

    key: str
    title: str
    detail: str = ""
    number: int | None = None


class Narrower(NamedTuple):
    """A filter: `pick` tells for the chosen values whose keys fit (`without`: whose do not).

    `offer` gives the values for what is typed and `words` those of chosen ones; a filter without them is on or off,
    by the value "1".
    """

    name: str
    title: str
    pick: Callable[[Sequence[str]], Picked]
    offer: Callable[[Session, str], Sequence[Offered]] | None = None
    words: Callable[[Session, str], str] | None = None
    without: bool = False


_NARROWERS: dict[str, Narrower] = {}


def narrows(narrower: Narrower) -> None:
    """Let a feature narrow the list of artisans; its title is marked by `N_`."""
    _NARROWERS[narrower.name] = narrower


def narrower(name: str) -> Narrower | None:
    return _NARROWERS.get(name)


def narrowers() -> Iterator[Narrower]:
    return iter(_NARROWERS.values())
