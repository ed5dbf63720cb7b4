"""What was written into the cells of a page: ink is told from paper by its own surroundings, shadows and shades aside.

A page is first turned and stretched to its true shape, so many dots to a millimetre. Then every edge of the table is
looked for near its place, since paper bends; what lies inside the edges is the cell.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from craftdesk.base.i18n import N_
from craftdesk.scan.marks import Numbers
from craftdesk.scan.patches import Dark, patch_numbers, runs_of

Light: TypeAlias = NDArray[np.float32]
Span: TypeAlias = tuple[float, float]
Place: TypeAlias = tuple[slice, slice]

DOTS = 6
"""To a millimetre of the straightened page."""
_BLOCK = DOTS  # the light of the paper is taken a millimetre at a time
_BRIGHT = 30  # of the dots of a block, from the darkest on
_INK = 0.80
_FAINT = 0.90
_NEAR = 1.3  # millimetres by which an edge may lie elsewhere
_DARKER = 0.12  # than what lies around it
_AREA = DOTS * DOTS
_LINE = 0.33  # millimetres on either side of an edge that are not looked at
_BRIDGE = 1.0  # strokes that end so near to each other, across an edge, are one
_SIGNED = 1.3
_EMPTY = 0.3
_LONG = 6.0
_SHORT = 1.6
_OWN = 0.4
"""Strokes that meet are one here: so large a part of what lies in its fullest cell is a cell's own."""
_ASTRAY = 3.0  # square millimetres of a neighbour's ink that may hide a signature


class Verdict(StrEnum):
    """What a cell holds."""

    SIGNED = "signed"
    EMPTY = "empty"
    DOUBTFUL = "doubtful"


VERDICTS: dict[str, str] = {
    Verdict.SIGNED: N_("signed"),
    Verdict.EMPTY: N_("empty"),
    Verdict.DOUBTFUL: N_("doubtful"),
}


class Box(NamedTuple):
    """A cell in millimetres."""

    left: float
    top: float
    right: float
    bottom: float


class Read(NamedTuple):
    """A cell as it was read, with its picture."""

    verdict: Verdict
    ink: float
    """Square millimetres."""
    image: Image.Image


class Page:
    """A page in its true shape."""

    def __init__(self, image: Image.Image, grey: Image.Image, matrix: Numbers, size: tuple[float, float]) -> None:
        self._size = size
        self._seen = _straight(image, matrix, size)
        self._light = _lit(_straight(grey, matrix, size))

    def cut(self, box: Box, around: float = 0.0) -> Image.Image:
        """The picture of a part of the page."""
        width, height = self._size
        left, top = max(box.left - around, 0), max(box.top - around, 0)
        right, bottom = min(box.right + around, width), min(box.bottom + around, height)
        return self._seen.crop((round(left * DOTS), round(top * DOTS), round(right * DOTS), round(bottom * DOTS)))

    def table(self, columns: Sequence[Span], rows: Sequence[Span]) -> list[list[Read]]:
        """What the cells of a table hold, row by row."""
        places = [[self._inside(Box(left, top, right, bottom)) for left, right in columns] for top, bottom in rows]
        traces = _Traces(self._light, [place for row in places for place in row])
        found = iter(traces.judged())
        return [
            [Read(*next(found), self.cut(Box(left, top, right, bottom), 0.6)) for left, right in columns]
            for top, bottom in rows
        ]

    def ink(self, box: Box) -> float:
        """The square millimetres of ink in a part of the page."""
        left, top, right, bottom = (round(each * DOTS) for each in box)
        light = self._light[top:bottom, left:right]
        return float(_without_specks(light < _INK * float(np.percentile(light, 80))).sum()) / _AREA

    def _inside(self, box: Box) -> Place:
        """Where the inside of a cell lies in the straightened page, wherever its edges came to lie."""
        left, right = (self._edge(box, each, upright=True) for each in (box.left, box.right))
        top, bottom = (self._edge(box, each, upright=False) for each in (box.top, box.bottom))
        line = round(_LINE * DOTS)
        return slice(top + line, bottom - line + 1), slice(left + line, right - line + 1)

    def _edge(self, box: Box, place: float, *, upright: bool) -> int:
        """Where an edge of the table lies: the darkest line near its place, if one is darker than all others."""
        near, at = round(_NEAR * DOTS), round(place * DOTS)
        low = max(at - near, 0)
        if upright:
            band = self._light[round(box.top * DOTS) : round(box.bottom * DOTS), low : at + near + 1].T
        else:
            band = self._light[low : at + near + 1, round(box.left * DOTS) : round(box.right * DOTS)]
        # A stroke is darker, but not all along the edge.
        lines = np.percentile(band, 75, axis=1) if band.size else band.flatten()
        if len(lines) == 0 or lines.min() > np.median(lines) - _DARKER:
            return at
        return low + int(lines.argmin())


class _Traces:
    """The strokes in the cells of a table. What reaches a little into the next cell is not of that cell."""

    def __init__(self, light: Light, places: Sequence[Place]) -> None:
        self._places = places
        self._dark, self._faint = (np.zeros(light.shape, dtype=bool) for _each in range(2))
        owner = np.full(light.shape, -1, dtype=np.int32)
        for number, place in enumerate(places):
            cell = light[place]
            level = float(np.percentile(cell, 80)) if cell.size else 1.0
            self._dark[place] = _without_specks(cell < _INK * level)
            self._faint[place] = _without_specks(cell < _FAINT * level)
            owner[place] = number
        self._owned(owner)

    def _owned(self, owner: NDArray[np.int32]) -> None:
        """Mark the dots of each cell's own strokes."""
        spread = _spread(self._dark, round(_BRIDGE * DOTS / 2))
        self._faint &= ~spread
        runs = runs_of(spread)
        stroke_of = np.zeros(self._dark.shape, dtype=np.int64)
        if len(runs.y):
            for y, start, end, number in zip(*runs, patch_numbers(runs), strict=True):
                stroke_of[y, start:end] = number
        y, x = np.nonzero(self._dark)
        strokes, cells = stroke_of[y, x], owner[y, x]
        shares = np.zeros((int(strokes.max(initial=0)) + 1, len(self._places)))
        np.add.at(shares, (strokes, cells), 1)
        self._own = np.zeros(self._dark.shape, dtype=bool)
        most = np.maximum(shares.max(axis=1, initial=0), 1)
        self._own[y, x] = shares[strokes, cells] >= _OWN * most[strokes]

    def judged(self) -> Iterator[tuple[Verdict, float]]:
        for place in self._places:
            own, every = self._own[place], self._dark[place]
            ink, others = float(own.sum()) / _AREA, float(every.sum() - own.sum()) / _AREA
            faint = float(self._faint[place].sum()) / _AREA
            if _fills_the_middle(every):
                yield Verdict.SIGNED, round(float(every.sum()) / _AREA, 2)
            else:
                yield _judged(ink, others, faint, _reach(own, 0), _reach(own, 1)), round(ink, 2)


def _fills_the_middle(dark: Dark) -> bool:
    """Where strokes fill the middle of a cell, somebody signed there, however many neighbours they touch.

    A line that strikes the cell out has no height.
    """
    height, width = dark.shape
    middle = dark[height // 4 : height - height // 4, width // 5 : width - width // 5]
    across, down = _reach(middle, 0), _reach(middle, 1)
    return float(middle.sum()) / _AREA >= _SIGNED and across >= _LONG * 0.75 and down >= _SHORT


def _reach(dark: Dark, axis: int) -> float:
    """How wide (axis 0) or high (axis 1) the dark dots reach, in millimetres."""
    found = np.flatnonzero(dark.any(axis=axis))
    return float(np.ptp(found)) / DOTS if len(found) else 0.0


def _straight(image: Image.Image, matrix: Numbers, size: tuple[float, float]) -> Image.Image:
    width, height = round(size[0] * DOTS), round(size[1] * DOTS)
    # From a dot of the result to a millimetre, and on to a dot of the picture.
    to_mm = np.array([[1 / DOTS, 0, 0.5 / DOTS], [0, 1 / DOTS, 0.5 / DOTS], [0, 0, 1]])
    to_picture = matrix @ to_mm
    eight = (to_picture / to_picture[2, 2]).flatten()[:8]
    return image.transform(
        (width, height), Image.Transform.PERSPECTIVE, eight.tolist(), Image.Resampling.BICUBIC, fillcolor="white"
    )


def _lit(paper: Image.Image) -> Light:
    """How bright each dot is against the paper around it: 1 is paper."""
    seen = np.asarray(paper, dtype=np.float32)
    height, width = (length // _BLOCK for length in seen.shape)
    blocks = seen[: height * _BLOCK, : width * _BLOCK].reshape(height, _BLOCK, width, _BLOCK)
    dots = blocks.transpose(0, 2, 1, 3).reshape(height, width, _BLOCK * _BLOCK).astype(np.uint8)
    # Noise makes single dots too bright; a stroke or a line leaves paper beside it within a millimetre.
    bright = np.partition(dots, _BRIGHT, axis=2)[:, :, _BRIGHT]
    around = np.max(
        [np.pad(bright, 1, "edge")[y : y + height, x : x + width] for y in range(3) for x in range(3)], axis=0
    )
    ground = Image.fromarray(around).filter(ImageFilter.MedianFilter(5)).filter(ImageFilter.BoxBlur(2))
    wide = np.asarray(ground.resize(paper.size, Image.Resampling.BILINEAR), dtype=np.float32)
    return np.minimum(seen / np.maximum(wide, 1), 1.2)


def _without_specks(dark: Dark) -> Dark:
    """Only dots that have three dark ones around them, as a stroke has."""
    padded = np.pad(dark.astype(np.int8), 1)
    height, width = dark.shape
    around = sum(padded[y : y + height, x : x + width] for y in range(3) for x in range(3) if (y, x) != (1, 1))
    found: Dark = dark & (around >= 3)
    return found


def _spread(dark: Dark, dots: int) -> Dark:
    """Every stroke grown by so many dots on all sides."""
    wide, found = dark.copy(), np.zeros_like(dark)
    for step in range(1, dots + 1):
        wide[:, step:] |= dark[:, :-step]
        wide[:, :-step] |= dark[:, step:]
    found |= wide
    for step in range(1, dots + 1):
        found[step:] |= wide[:-step]
        found[:-step] |= wide[step:]
    return found


def _judged(ink: float, others: float, faint: float, wide: float, high: float) -> Verdict:
    if ink >= _SIGNED and wide >= _LONG and high >= _SHORT:
        return Verdict.SIGNED
    if ink <= _EMPTY and others <= _ASTRAY and faint <= 4 * _EMPTY:
        return Verdict.EMPTY
    return Verdict.DOUBTFUL
