"""Dark patches of a picture: dots that touch each other belong together."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Dark: TypeAlias = NDArray[np.bool_]
Counts: TypeAlias = NDArray[np.int64]


class Runs(NamedTuple):
    """The dark stretches of all lines, line by line from left to right: line, first dot, dot after the last one."""

    y: Counts
    start: Counts
    end: Counts

    def chosen(self, wanted: Dark) -> "Runs":
        return Runs(self.y[wanted], self.start[wanted], self.end[wanted])


def runs_of(dark: Dark) -> Runs:
    edges = np.diff(np.pad(dark.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    y, start = np.nonzero(edges == 1)
    return Runs(y, start, np.nonzero(edges == -1)[1])


def patch_numbers(runs: Runs) -> Counts:
    """To which patch each run belongs; patches are numbered from 0."""
    parent = list(range(len(runs.y)))

    def root(run: int) -> int:
        while parent[run] != run:
            parent[run] = parent[parent[run]]
            run = parent[run]
        return run

    for upper, lower in _touching(runs.y.tolist(), runs.start.tolist(), runs.end.tolist()):
        above, below = root(upper), root(lower)
        if above != below:
            parent[max(above, below)] = min(above, below)
    roots = np.fromiter((root(run) for run in range(len(parent))), dtype=np.int64, count=len(parent))
    return np.unique(roots, return_inverse=True)[1].astype(np.int64)


def _touching(lines: Sequence[int], starts: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of runs of two lines, one under the other, that touch, corners included."""
    found = []
    upper = 0
    for lower in range(len(lines)):
        line = lines[lower] - 1
        while lines[upper] < line or (lines[upper] == line and ends[upper] < starts[lower]):
            upper += 1
        run = upper
        while lines[run] == line and starts[run] <= ends[lower]:
            found.append((run, lower))
            run += 1
    return found
