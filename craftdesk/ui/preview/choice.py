"""The text that the mouse chooses on the pages, from one letter to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from craftdesk.ui.preview.pages_view import PagesView

MOST_PAGES = 50
"""So many pages at most are chosen at once: every letter's place on them is asked for."""


class PageChoice:
    """Begins where the mouse is pressed; letters are taken in the order of reading, over the ends of pages too."""

    def __init__(self, view: PagesView) -> None:
        self._view = view
        self._boxes: dict[int, list[QRectF]] = {}
        self._begin: tuple[int, int] | None = None
        self._end: tuple[int, int] | None = None

    def clear(self) -> None:
        self._boxes.clear()
        self._begin = self._end = None

    def begin(self, page: int, point: QPointF) -> None:
        self._begin, self._end = (page, self._nearest(page, point)), None
        self._view.viewport().update()

    def go_on(self, page: int, point: QPointF) -> None:
        if self._begin is not None and abs(page - self._begin[0]) < MOST_PAGES:
            self._end = (page, self._nearest(page, point))
            self._view.viewport().update()

    def _spans(self) -> list[tuple[int, int, int]]:
        """Page, first letter, and the letter after the last one."""
        if self._begin is None or self._end is None or self._view.file is None:
            return []
        first, last = sorted((self._begin, self._end))
        spans = []
        for page in range(first[0], last[0] + 1):
            begin = first[1] if page == first[0] else 0
            end = last[1] + 1 if page == last[0] else len(self._view.file.text(page).letters)
            spans.append((page, begin, end))
        return spans

    def text(self) -> str:
        file = self._view.file
        return "\n".join(file.text(page).part(begin, end) for page, begin, end in self._spans()) if file else ""

    def on_page(self, page: int) -> list[QRectF]:
        """The places of what is chosen on a page."""
        file = self._view.file
        found = [(begin, end) for each, begin, end in self._spans() if each == page]
        return file.places(page, found)[0] if found and file else []

    def _nearest(self, page: int, point: QPointF) -> int:
        """The letter that stands nearest to a point; lines count more than what stands beside."""
        file = self._view.file
        if page not in self._boxes and file is not None:
            self._boxes[page] = file.boxes(page)
        boxes = self._boxes.get(page, [])
        return min(range(len(boxes)), key=lambda number: _distance(boxes[number], point), default=0)


def _distance(box: QRectF, point: QPointF) -> float:
    if not box.width() and not box.height():
        return float("inf")
    down = max(box.top() - point.y(), 0, point.y() - box.bottom())
    across = max(box.left() - point.x(), 0, point.x() - box.right())
    return 8 * down + across
