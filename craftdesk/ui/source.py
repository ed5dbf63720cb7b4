"""Rows that are asked for when they come into sight, so that half a million of them scroll in little memory."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

Row = TypeVar("Row")

PAGE = 64
MOST_PAGES = 24


@dataclass(frozen=True)
class Source(Generic[Row]):
    """How many rows there are, and the rows from `offset` on; `find` tells the place of a row by its key."""

    count: Callable[[], int]
    page: Callable[[int, int], Sequence[Row]]
    find: Callable[[str], int | None] | None = None


class Window(Sequence[Row]):
    """The rows of a source as a sequence that keeps only the pages last looked at."""

    def __init__(self, source: Source[Row]) -> None:
        self.source = source
        self._count = source.count()
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self._count))]
        if not 0 <= place < self._count:
            raise IndexError(place)
        return self._page(place // PAGE)[place % PAGE]

    def held(self) -> int:
        """How many rows are in memory."""
        return sum(len(page) for page in self._pages.values())

    def loaded(self) -> dict[int, Row]:
        """The rows in memory by their places."""
        return {number * PAGE + at: row for number, page in self._pages.items() for at, row in enumerate(page)}

    def _page(self, number: int) -> Sequence[Row]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        rows = self.source.page(number * PAGE, PAGE)
        self._pages[number] = rows
        if len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)
        return rows
