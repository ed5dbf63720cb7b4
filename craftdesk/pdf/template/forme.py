"""A template made ready to print: read once, filled for each record, shrunk evenly until its page holds it.

What says the same from record to record is the same object, so that the kit of papers sets it once.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, cast

from craftdesk.pdf.blocks import CERTIFICATE, CERTIFICATE_PORTRAIT, Block, Frame, Margins, PageStyle
from craftdesk.pdf.strips import MM
from craftdesk.pdf.styles import RULE
from craftdesk.pdf.template.items import Part, told
from craftdesk.pdf.template.kinds import PAGE
from craftdesk.pdf.template.making import maker_of
from craftdesk.pdf.template.measure import SCALES
from craftdesk.pdf.template.pairs import BELOW, Pairs
from craftdesk.pdf.template.source import Template
from craftdesk.pdf.template.speech import BOTH, Layout, Record

_LETTER = Margins(14, 16, 22, 22)
"""The edges of a sheet without a frame."""
_TWO_COLUMNS, _TWO_UPRIGHT = Margins(16, 14, 20, 20), Margins(20, 18, 19, 19)


def _edges(layout: Layout) -> Margins:
    """Two columns go nearer to the frame."""
    if layout.language == BOTH:
        return _TWO_COLUMNS if layout.landscape else _TWO_UPRIGHT
    return (CERTIFICATE if layout.landscape else CERTIFICATE_PORTRAIT).margins


def page_of(template: Template, layout: Layout) -> PageStyle:
    """The sheet, its edges and its frame."""
    landscape = layout.landscape
    says = {setting.name: told(template.page, setting) for setting in PAGE.settings}
    framed = says["frame"] != "none"
    usual = _edges(layout) if framed else _LETTER
    top, bottom, leading, trailing = (
        own if (own := says[name]) is not None else usually
        for name, usually in (
            ("top", usual.top),
            ("bottom", usual.bottom),
            ("sides", usual.leading),
            ("sides", usual.trailing),
        )
    )
    frame = Frame(says["colour"], second_colour=says["second"], pattern=says["frame"]) if framed else None
    return PageStyle(landscape=landscape, margins=Margins(top, bottom, leading, trailing), frame=frame)


class _Held:
    """A template as itself: equal only to itself, and kept alive."""

    def __init__(self, template: Template) -> None:
        self.template = template

    def __hash__(self) -> int:
        return id(self.template)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.template is self.template


@lru_cache(16)
def _forme(held: _Held, layout: Layout) -> "Forme":
    return Forme(held.template, layout)


def forme(template: Template, layout: Layout) -> "Forme":
    """The template made ready for a layout, once for each."""
    return _forme(_Held(template), layout)


class Forme:
    """A template in one layout; `names` are the fields that it asks for."""

    def __init__(self, template: Template, layout: Layout) -> None:
        self.template, self.layout = template, layout
        self.page = page_of(template, layout)
        margins, (across, down) = self.page.margins, (297, 210) if layout.landscape else (210, 297)
        self.width = (across - margins.leading - margins.trailing) * MM
        self.room = (down - margins.top - margins.bottom - (BELOW if layout.language == BOTH else 0)) * MM
        self.fits: bool = template.page.get("fit", True)
        maker = maker_of(template, layout)
        self.items = [maker.item(block, self.width) for block in template.blocks]
        self.names = frozenset(maker.names)
        self._line = self.page.frame.second_colour if self.page.frame else RULE

    def blocks(self, record: Record) -> tuple[Block, ...]:
        """What stands on the page of one record."""
        parts = self._parts(record)
        step = self._step(parts)
        return self._laid(parts, len(SCALES) - 1 if step is None else step)

    def scale(self, record: Record) -> float | None:
        """How much smaller the text becomes; None when even the smallest does not fit on the page."""
        step = self._step(self._parts(record))
        return None if step is None else SCALES[step]

    def _parts(self, record: Record) -> list[Part]:
        return [part for item in self.items if (part := item(record)) is not None]

    def _step(self, parts: Sequence[Part]) -> int | None:
        if not self.fits:
            return 0
        for step in range(len(SCALES)):
            if sum([part.height(step) for part in parts]) <= self.room:
                return step
        return None

    def _laid(self, parts: Sequence[Part], step: int) -> tuple[Block, ...]:
        if self.layout.language != BOTH:
            return tuple([block for part in parts for block in part.blocks(step)])
        blocks: list[Block] = []
        for beside, run in groupby(_paired(parts), attrgetter("paired")):
            if beside:
                rows = tuple([each.part.beside(step) for each in run if each.part.beside])
                blocks.append(cast("Block", Pairs(rows, self._line)))
            else:
                blocks += [block for each in run for block in each.part.blocks(step)]
        return tuple(blocks)


class _Standing(NamedTuple):
    """A part, and whether it stands in the two columns."""

    part: Part
    paired: bool


def _paired(parts: Sequence[Part]) -> list[_Standing]:
    """The parts without what takes a share of the rest between two that stand in columns."""
    found: list[_Standing] = []
    solid = [part for part in parts if not part.airy]
    beside = [part.beside is not None and not part.doubled for part in solid]
    paired = [
        own or (part.doubled and before and after)
        for part, before, own, after in zip(solid, [False, *beside], beside, [*beside[1:], False], strict=False)
    ]
    place = 0
    for part in parts:
        if part.airy:
            between = 0 < place < len(solid) and paired[place - 1] and paired[place]
            found += [] if between else [_Standing(part, False)]
        else:
            found.append(_Standing(part, paired[place]))
            place += 1
    return found
