"""The people who fit what was typed, best first."""

from collections.abc import Sequence
from typing import NamedTuple

from craftdesk.features.roster.asking import Asked, Asker
from craftdesk.features.roster.finding import Row, artisans


class Fit(NamedTuple):
    """An artisan who fits."""

    row: Row


def people(asker: Asker, typed: str, limit: int) -> Sequence[Fit]:
    return [Fit(row) for row in artisans(asker, Asked(typed), 0, limit)] if typed.strip() else []
