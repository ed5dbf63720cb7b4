"""Finding a printed page in a picture: its code, the squares in its corners, and where each millimetre of it lies."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import zxingcpp
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

from craftdesk.base.scannable import CODE, QUIET, SQUARE, Paper
from craftdesk.scan.patches import Counts, Dark, patch_numbers, runs_of

Numbers: TypeAlias = NDArray[np.float64]
Points: TypeAlias = Sequence[tuple[float, float]]

_COARSE = 4.0
"""Dots to a millimetre in which the squares are looked for."""
_INK = 0.72
"""What is darker than this part of its surroundings is taken for printed."""
_FULL = 0.82
"""A square is filled at least so far by dark dots."""
_LONGEST = 1.45
_FARTHEST = 45.0
"""Millimetres by which a square may lie elsewhere than the code alone lets expect."""


class Found(NamedTuple):
    """A code in a picture: what it says, and its corners (top left, top right, bottom right, bottom left) in dots."""

    content: bytes
    corners: Points


class Grown(NamedTuple):
    """A dark patch: its middle, width, height, and how many of its dots are dark."""

    x: float
    y: float
    width: float
    height: float
    dots: float


def darkest(image: Image.Image) -> Image.Image:
    """The picture in grey, with ink of every colour dark: blue ink is bright to the eye of a camera."""
    red, green, blue = image.split()
    return ImageChops.darker(ImageChops.darker(red, green), blue)


def codes(image: Image.Image) -> list[Found]:
    """The QR codes in a picture."""
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for grey in (image.convert("L"), image.convert("L").filter(ImageFilter.UnsharpMask(3, 150, 0))):
        found = zxingcpp.read_barcodes(np.asarray(grey), formats=wanted)
        if found:
            return [Found(each.bytes, _corners(each.position)) for each in found if each.valid]
    return []


def _corners(position: Any) -> Points:
    named = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return [(float(each.x), float(each.y)) for each in named]


def mapping(paper: Points, picture: Points) -> Numbers:
    """What turns points of the paper, given in millimetres, into dots: the projection that fits four points or more."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(paper, picture, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, -u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, -v])
    matrix: Numbers = np.linalg.svd(np.asarray(rows))[2][-1].reshape(3, 3)
    even: Numbers = matrix / matrix[2, 2]
    return even


def mapped(matrix: Numbers, points: Points) -> list[tuple[float, float]]:
    found = np.column_stack([np.asarray(points, dtype=float), np.ones(len(points))]) @ matrix.T
    return [(float(x / w), float(y / w)) for x, y, w in found]


def code_points(paper: Paper, modules: int) -> Points:
    """The corners of a page's code, without its white edge, in millimetres."""
    x, y = paper.code
    edge = CODE * QUIET / (modules + 2 * QUIET)
    left, top, right, bottom = x + edge, y + edge, x + CODE - edge, y + CODE - edge
    return (left, top), (right, top), (right, bottom), (left, bottom)


def located(grey: Image.Image, paper: Paper, code: Found, modules: int) -> Numbers | None:
    """Where each millimetre of a page lies in a picture; None where its corners cannot be seen."""
    known = code_points(paper, modules)
    side = CODE - 2 * CODE * QUIET / (modules + 2 * QUIET)
    scale = _side(code.corners) / side  # dots to a millimetre, near the code
    factor = max(1, round(scale / _COARSE))
    small, half = _patches(grey.reduce(factor), SQUARE * scale / factor), (factor - 1) / 2
    patches = [each._replace(x=each.x * factor + half, y=each.y * factor + half) for each in small]
    return _fitted(paper, known, code.corners, patches, scale)


def _side(corners: Points) -> float:
    ends = np.asarray([*corners, corners[0]], dtype=float)
    return float(np.hypot(*np.diff(ends, axis=0).T).mean())


def _fitted(paper: Paper, known: Points, seen: Points, patches: Sequence[Grown], scale: float) -> Numbers | None:
    """From the square nearest to the code to the farthest one; each one found tells better where the next one is."""
    paper_points, picture_points = list(known), list(seen)
    x, y = paper.code
    for square in sorted(paper.squares, key=lambda each: np.hypot(each[0] - x, each[1] - y)):
        (expected,) = mapped(_near(paper_points, picture_points), [square])
        near = [(np.hypot(each.x - expected[0], each.y - expected[1]), each) for each in patches]
        distance, best = min(near, default=(np.inf, None), key=lambda each: each[0])
        if best is None or distance > _FARTHEST * scale:
            return None
        paper_points.append(square)
        picture_points.append((best.x, best.y))
    squares, middles = paper_points[len(known) :], picture_points[len(known) :]
    return mapping(squares, middles) if len(set(middles)) == len(squares) else None


def _near(paper: Points, picture: Points) -> Numbers:
    """Without perspective while all that is known lies together: it would be told from too little."""
    if len(paper) > 6:
        return mapping(paper[4:] if len(paper) >= 8 else paper, picture[4:] if len(paper) >= 8 else picture)
    known = np.column_stack([np.asarray(paper), np.ones(len(paper))])
    affine = np.linalg.lstsq(known, np.asarray(picture), rcond=None)[0].T
    return np.vstack([affine, [0, 0, 1]])


def _patches(grey: Image.Image, side: float) -> Iterator[Grown]:
    """Dark patches of about the size of a square."""
    ground = grey.filter(ImageFilter.BoxBlur(side * 2.5))
    dark = np.asarray(grey, dtype=np.float32) < _INK * np.asarray(ground, dtype=np.float32)
    for patch in _grown(dark, side):
        longer, shorter = max(patch.width, patch.height), min(patch.width, patch.height)
        if 0.6 * side < shorter and longer < 1.9 * side and longer < _LONGEST * shorter and _is_full(patch):
            yield patch


def _is_full(patch: Grown) -> bool:
    """A turned square fills less of the box around it, and never less than half."""
    area = patch.width * patch.height
    turned = min(patch.width, patch.height) / max(patch.width, patch.height)
    return patch.dots > area * (_FULL if turned < 0.8 else 0.5)


def _grown(dark: Dark, side: float) -> Iterator[Grown]:
    """The patches of rows of dark dots that are about as long as a square is wide."""
    runs = runs_of(dark)
    lengths = runs.end - runs.start
    runs = runs.chosen((lengths >= 0.25 * side) & (lengths <= 1.9 * side))
    if not len(runs.y):
        return
    numbers = patch_numbers(runs)
    lengths, middles = runs.end - runs.start, (runs.start + runs.end - 1) / 2
    dots = np.bincount(numbers, lengths)
    x, y = np.bincount(numbers, lengths * middles) / dots, np.bincount(numbers, lengths * runs.y) / dots
    widths = _least_and_most(numbers, runs.start, runs.end)
    heights = _least_and_most(numbers, runs.y, runs.y + 1)
    yield from map(
        Grown._make, zip(x.tolist(), y.tolist(), widths.tolist(), heights.tolist(), dots.tolist(), strict=True)
    )


def _least_and_most(numbers: Counts, low: Counts, high: Counts) -> Numbers:
    """How far each patch reaches."""
    count = int(numbers.max()) + 1
    least, most = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(least, numbers, low)
    np.maximum.at(most, numbers, high)
    reach: Numbers = most - least
    return reach
