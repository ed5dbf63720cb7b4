"""The drawn parts of pages, kept as long as there is room for them."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

WHOLE, SIDE = 2048, 1024
"""Pixels: a page up to the one is drawn whole, a larger one in parts, so that it costs only what is in sight."""
ROOM = 40 * 1024 * 1024
"""Bytes of pictures that are kept."""


@dataclass(frozen=True)
class Part:
    """A part of a page that is `size` pixels large; `edition` tells one file's pages from the next one's."""

    page: int
    size: tuple[int, int]
    x: int
    y: int
    edition: int

    @property
    def place(self) -> QRect:
        side = _side(self.size)
        return QRect(self.x, self.y, side, side) & QRect(0, 0, *self.size)


def parts(page: int, size: QSize, seen: QRect, edition: int) -> Iterator[Part]:
    """The parts of a page that meet what is seen of it, in pixels."""
    seen = seen & QRect(0, 0, size.width(), size.height())
    if seen.isEmpty():
        return
    whole = (size.width(), size.height())
    side = _side(whole)
    for y in range(seen.top() // side * side, seen.bottom() + 1, side):
        for x in range(seen.left() // side * side, seen.right() + 1, side):
            yield Part(page, whole, x, y, edition)


def _side(size: tuple[int, int]) -> int:
    return WHOLE if max(size) <= WHOLE else SIDE


class Pictures:
    """Of what was not in sight for longest the room is taken."""

    def __init__(self) -> None:
        self.room = ROOM
        self._kept: OrderedDict[Part, QImage] = OrderedDict()
        self.bytes = 0

    def get(self, part: Part) -> QImage | None:
        if part in self._kept:
            self._kept.move_to_end(part)
        return self._kept.get(part)

    def put(self, part: Part, picture: QImage) -> None:
        if (before := self._kept.pop(part, None)) is not None:
            self.bytes -= before.sizeInBytes()
        self._kept[part] = picture
        self.bytes += picture.sizeInBytes()
        while self.bytes > self.room and len(self._kept) > 1:
            _part, gone = self._kept.popitem(last=False)
            self.bytes -= gone.sizeInBytes()

    def others(self, page: int, size: QSize, edition: int) -> list[tuple[Part, QImage]]:
        """What was drawn of a page at another size or before it changed, to stand there until it is drawn anew."""
        now = ((size.width(), size.height()), edition)
        return [
            (part, each) for part, each in self._kept.items() if part.page == page and (part.size, part.edition) != now
        ]

    def clear(self) -> None:
        self._kept.clear()
        self.bytes = 0
