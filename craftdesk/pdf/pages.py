"""Filling pages with strips, and writing each page to the file when it is full."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol

from craftdesk.base.scannable import Paper, Spot
from craftdesk.pdf.blocks import Block, Footer, Frame, Letterhead, PageStyle
from craftdesk.pdf.compose import Place, Setter
from craftdesk.pdf.furniture import draw_frame, footer_height, footer_strip, letterhead_strips
from craftdesk.pdf.metadata import Bookmark
from craftdesk.pdf.pictures import bits_operators
from craftdesk.pdf.press import Press, Stream
from craftdesk.pdf.scanmarks import draw_marks
from craftdesk.pdf.strips import MM, Link, Pen, Strip, height_of

CORNER = 25.0
"""Millimetres of the side of a code in a corner, its white edge included."""
_ASIDE, _ABOVE = 21.0, 16.2  # millimetres from the edges of the paper to a code in a corner
_OFTEN = 3  # times that something stood at its place before it is worth a stamp
_WORTH_A_STAMP = 300  # letters of operators
_REMEMBERED = 20_000


class Printed(Protocol):
    """What pages are made of."""

    @property
    def language(self) -> str: ...
    @property
    def blocks(self) -> Sequence[Block]: ...
    @property
    def page(self) -> PageStyle: ...
    @property
    def letterhead(self) -> Letterhead | None: ...
    @property
    def footer(self) -> Footer | None: ...
    @property
    def corner(self) -> str: ...
    @property
    def coded(self) -> Callable[[Sequence[Spot]], bytes] | None: ...


class Pages:
    """The pages of one file."""

    def __init__(self, press: Press, setter: Setter) -> None:
        self._press, self._setter, self._stamps = press, setter, _Stamps(setter)
        self._count = 0

    def add(self, paper: Printed) -> tuple[str, list[Bookmark]]:
        """Set a paper; the answer is the reference to its first page, and its headings."""
        filler = _Filler(self._press, self._setter, self._stamps, paper, self._count)
        self._count += filler.fill()
        return self._press.reference(filler.first), filler.headings

    def finish(self) -> None:
        kids = " ".join(self._press.reference(f"page-{number}") for number in range(self._count))
        self._press.put("pages", f"<</Type/Pages/Count {self._count}/Kids[{kids}]>>")
        self._press.put("resources", self._setter.print(self._press))


class _Stamps:
    """What comes at the same place on page after page is drawn once, and stamped there.

    The order of the page stays: readers take the text as it is written.
    """

    def __init__(self, setter: Setter) -> None:
        self._setter = setter
        self._seen: Counter[str] = Counter()
        self._runs: set[tuple[str, ...]] = set()

    def stamped(self, drawn: Sequence[str], size: tuple[float, float]) -> Iterator[str]:
        """The page's operators, with those that were often there before as stamps."""
        seen = self._seen
        if len(seen) > _REMEMBERED:
            seen.clear()
            self._runs.clear()
        for often, found in groupby(drawn, lambda operators: seen[operators] >= _OFTEN):
            run = tuple(found)
            yield from self._together(run, size) if often else run
        seen.update(drawn)

    def _together(self, run: tuple[str, ...], size: tuple[float, float]) -> Iterable[str]:
        if run in self._runs:
            return (self._setter.stamp(run, *size),)
        if sum(map(len, run)) > _WORTH_A_STAMP:
            self._runs.add(run)
        return run


class _Filler:
    """Fills the pages of one paper."""

    def __init__(self, press: Press, setter: Setter, stamps: _Stamps, paper: Printed, number: int) -> None:
        self._press, self._setter, self._stamps, self._paper = press, setter, stamps, paper
        self._first_number, self._number = number, number
        self.first = f"page-{number}"
        style = paper.page
        sides = (style.height, style.width) if style.landscape else (style.width, style.height)
        self._width, self._height = sides[0] * MM, sides[1] * MM
        margins = style.margins
        inner = self._width - (margins.leading + margins.trailing) * MM
        self._place = Place(inner, paper.language)
        self._x = (margins.trailing if self._place.base else margins.leading) * MM
        self._top = self._height - margins.top * MM
        self._room = self._top - margins.bottom * MM - footer_height(setter, paper.footer, self._place)
        self._strips: list[Strip] = []
        self.headings: list[Bookmark] = []
        self._left = 0.0
        self._start_page()

    def fill(self) -> int:
        """Set everything; the answer is the number of pages."""
        group: list[Strip] = []
        for strip in self._all_strips():
            if strip.glued or group:
                group.append(strip)
            elif strip.height <= self._left and not strip.breaks:
                self._put(strip)
            else:
                self._add([strip])
            if group and not strip.glued:
                self._add(group)
                group = []
        self._add(group)
        self._end_page()
        self._print_footers()
        return self._number - self._first_number

    def _all_strips(self) -> Iterator[Strip]:
        for block in self._paper.blocks:
            yield from self._setter.strips(block, self._place)

    def _start_page(self) -> None:
        self._left = self._room
        self._strips = []
        self._empty = True
        head = self._paper.letterhead
        every = self._paper.page.letterhead_on_every_page
        if head is not None and (every or self._number == self._first_number):
            self._strips = list(letterhead_strips(self._setter, head, self._place))
            self._left -= height_of(self._strips)

    def _add(self, group: list[Strip]) -> None:
        if any(strip.breaks for strip in group):
            self._end_page()
            self._start_page()
            return
        if height_of(group) > self._left:
            if len(group) > 1 and height_of(group) > self._room:
                for strip in group:
                    self._add([strip])
                return
            if not self._empty:
                self._end_page()
                self._start_page()
            if height_of(group) > self._left and len(group) == 1 and self._divide(group[0]):
                return
        for strip in group:
            self._put(strip)

    def _divide(self, strip: Strip) -> bool:
        """Put what is higher than a page on several pages, if it can be divided."""
        above = strip.header.height if strip.header is not None else 0
        parts = strip.split(self._left - above)
        if parts is None:
            return False
        first, rest = parts
        first.header = strip.header
        self._put(first)
        self._add([rest])
        return True

    def _put(self, strip: Strip) -> None:
        if self._empty and strip.spacing:
            return
        if self._empty and strip.header is not None:
            self._strips.append(strip.header)
            self._left -= strip.header.height
        self._empty = False
        self._strips.append(strip)
        self._left -= strip.height

    def _end_page(self) -> None:
        pen = Pen()
        if self._paper.page.frame is not None:
            pen.add(self._frame(self._paper.page.frame))
        shares = sum(strip.stretch for strip in self._strips)
        spare = max(self._left, 0) / shares if shares else 0
        y = self._top
        for strip in self._strips:
            strip.draw(pen, self._x, y)
            y -= strip.height + spare * strip.stretch
        if self._paper.corner and self._number == self._first_number:
            self._put_corner(pen)
        if self._paper.coded is not None:
            paper = Paper(self._width / MM, self._height / MM, code_right=not self._place.base)
            draw_marks(paper, self._paper.coded, pen)
        self._print_page(pen)
        self._number += 1

    def _put_corner(self, pen: Pen) -> None:
        """The code stands in the lower corner, inside the frame, where the text begins."""
        aside, size = max(self._paper.page.margins.leading, _ASIDE) * MM, CORNER * MM
        x = self._width - aside - size if self._place.base else aside
        pen.add(f"q 1 0 0 1 {x:.2f} {_ABOVE * MM:.2f} cm {bits_operators(self._paper.corner, size)} Q")

    def _frame(self, frame: Frame) -> str:
        width, height = self._width, self._height

        def draw(pen: Pen) -> float:
            pen.add(f"1 0 0 1 0 {-height:.2f} cm")
            draw_frame(frame, width, height, pen)
            return height

        name, _ = self._setter.form((frame, width, height), width, draw)
        return f"q 1 0 0 1 0 {height:.2f} cm /{name} Do Q"

    def _print_page(self, pen: Pen) -> None:
        press, name = self._press, f"page-{self._number}"
        page = press.reference(name)
        self.headings += [Bookmark(each.level, each.text, page, each.y) for each in pen.headings]
        drawn = self._stamps.stamped(pen.operators, (self._width, self._height))
        contents = press.put(f"{name}-drawn", Stream("\n".join(drawn).encode("ascii")))
        if self._paper.footer is not None:
            contents = f"[{contents} {press.reference(f'{name}-foot')}]"
        notes = f"/Annots[{''.join(map(_annotation, pen.links))}]" if pen.links else ""
        press.put(
            name,
            f"<</Type/Page/Parent {press.reference('pages')}/MediaBox[0 0 {self._width:.6g} {self._height:.6g}]"
            f"/Resources {press.reference('resources')}/Contents {contents}{notes}>>",
        )

    def _print_footers(self) -> None:
        """The feet come last: only now is it known how many pages there are."""
        footer = self._paper.footer
        if footer is None:
            return
        pages = self._number - self._first_number
        bottom = self._paper.page.margins.bottom * MM
        for page in range(pages):
            pen = Pen()
            strip = footer_strip(self._setter, footer, self._place, page + 1, pages)
            strip.draw(pen, self._x, bottom + strip.height)
            data = "\n".join(pen.operators).encode("ascii")
            self._press.put(f"page-{self._first_number + page}-foot", Stream(data))


def _annotation(link: Link) -> str:
    box = " ".join(f"{edge:.2f}" for edge in link.box)
    address = link.address.encode("ascii", "ignore").hex()
    return f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/A<</S/URI/URI<{address}>>>>>"
