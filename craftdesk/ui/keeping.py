"""Staying where one is when a page is built anew: the open tab, the words searched for, what was typed, the row."""

from collections.abc import Sequence
from typing import Any, Protocol, cast

from PySide6.QtWidgets import QWidget

TABS, FILTERS, FORMS, LISTS = range(4)
"""In this order what was kept is taken up: what is opened first holds the rest."""
Kept = Sequence[tuple[int, str, int, Any]]


class Keeper(Protocol):
    """A widget that says how it stands, in values that mean the same in every language, and takes that up again."""

    kept_in_turn: int

    def kept(self) -> Any: ...

    def take_up(self, kept: Any) -> None: ...


def kept_in(page: QWidget) -> Kept:
    """How everything in sight on a page stands."""
    found = []
    for name, keepers in _keepers(page).items():
        found += [(each.kept_in_turn, name, place, each.kept()) for place, each in enumerate(keepers)]
    return sorted(found, key=lambda each: each[0])


def take_up(page: QWidget, kept: Kept) -> None:
    """Let what stands at the same places of a page go on from there; what is not there any more is passed over."""
    for _turn, name, place, state in kept:
        same = _keepers(page).get(name, [])
        if place < len(same):
            same[place].take_up(state)


def _keepers(page: QWidget) -> dict[str, list[Keeper]]:
    found: dict[str, list[Keeper]] = {}
    for each in (page, *page.findChildren(QWidget)):
        if hasattr(each, "kept_in_turn") and each.isVisibleTo(page):
            found.setdefault(type(each).__name__, []).append(cast("Keeper", each))
    return found
