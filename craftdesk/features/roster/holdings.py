"""What other features hold about an artisan, for the sheet that a person may ask for.

A feature above the roster says so once (`holds`); the roster knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from craftdesk.data.session import Session


class Held(NamedTuple):
    """A table about a person: a title, headings with the shares of their columns, rows of texts."""

    title: str
    columns: Sequence[tuple[str, float]]
    rows: Sequence[Sequence[str]]


_QUESTIONS: dict[str, Callable[[Session, str], Held]] = {}


def holds(name: str, question: Callable[[Session, str], Held]) -> None:
    """Let a feature answer, in the language spoken, what it holds about the artisan of a key."""
    _QUESTIONS[name] = question


def held_about(session: Session, key: str) -> list[Held]:
    """What every feature holds, leaving out those that hold nothing."""
    found = [question(session, key) for question in _QUESTIONS.values()]
    return [each for each in found if each.rows]
