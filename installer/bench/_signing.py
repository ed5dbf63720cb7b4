"""Signed sheets as they come back: drawn strokes in the cells, then what scanners and phones do to a page.

The same seed makes the same sheet. Strokes reach over the edges of their cells as signatures do.
"""

import io
import math
import random
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from craftdesk.features.training.sheet_code import PageCode

DPI = 200
WAYS = ("clean", "scan", "phone")
Dots: TypeAlias = NDArray[np.floating[Any]]
Truth: TypeAlias = dict[tuple[int, int], bool]
_INKS = ((20, 30, 120), (30, 60, 160), (15, 15, 20), (60, 60, 70), (40, 40, 150))
_TABLES = ((90, 70, 50), (140, 140, 145), (60, 60, 60), (200, 190, 180))
_STEPS = 12


def signed(page: Image.Image, code: PageCode, chance: random.Random, share: float) -> tuple[Image.Image, Truth]:
    """Sign about a share of the cells of a page of `DPI` dots an inch; says which (row, column)."""
    page = page.copy()
    pen, scale = ImageDraw.Draw(page), DPI / 25.4
    truth: Truth = {}
    for row, (top, bottom) in enumerate(code.rows):
        for column, (left, right) in enumerate(code.columns):
            truth[row, column] = chance.random() < share
            if truth[row, column]:
                _sign(pen, chance, (left * scale, top * scale, right * scale, bottom * scale))
    return page, truth


def _sign(pen: ImageDraw.ImageDraw, chance: random.Random, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    x, y = left + width * chance.uniform(0.42, 0.58), top + height * chance.uniform(0.42, 0.58)
    across, down = width * chance.uniform(0.5, 0.9), height * chance.uniform(0.6, 1.15)
    count = chance.randint(6, 12)
    points = [
        (
            x - across / 2 + across * place / (count - 1) + chance.gauss(0, across * 0.07),
            y + down * _swing(chance, place),
        )
        for place in range(count)
    ]
    ink, thick = chance.choice(_INKS), chance.uniform(0.3, 0.6) * DPI / 25.4
    line = _curved(points)
    for start, end in pairwise(line):
        pen.line([start, end], fill=ink, width=max(1, round(thick * chance.uniform(0.8, 1.2))), joint="curve")


def _swing(chance: random.Random, place: int) -> float:
    """Up and down, as a hand goes."""
    return (0.5 if place % 2 else -0.5) * chance.uniform(0.2, 1)


def _curved(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """A smooth line through points (Catmull-Rom)."""
    ends = np.array([points[0], *points, points[-1]])
    found = []
    for one, two, three, four in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(_STEPS):
            t = step / _STEPS
            slope, bend = four - one + 3 * (two - three), 2 * one - 5 * two + 4 * three - four
            found.append(tuple((two + 0.5 * t * ((three - one) + t * (bend + t * slope))).tolist()))
    return found


def brought_back(page: Image.Image, chance: random.Random, way: str) -> Image.Image:
    """The page as one of `WAYS` gives it back."""
    if way == "clean":
        return page
    return _scanned(page, chance) if way == "scan" else _photographed(page, chance)


def _scanned(page: Image.Image, chance: random.Random) -> Image.Image:
    """150 to 300 dots an inch, turned a little or by quarters, paler or darker, with noise."""
    scale = chance.choice((150, 200, 300)) / DPI
    page = page.resize((round(page.width * scale), round(page.height * scale)), Image.Resampling.BICUBIC)
    angle = chance.uniform(-3, 3) + chance.choice((0, 0, 90, 180))
    page = page.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=(250, 250, 248))
    dots = np.asarray(page, dtype=np.float32) * chance.uniform(0.85, 1.02) + chance.uniform(-5, 12)
    return _noisy(dots, chance, (1, 6)).filter(ImageFilter.GaussianBlur(chance.uniform(0, 0.8)))


def _photographed(page: Image.Image, chance: random.Random) -> Image.Image:
    """From aside, on a table, under a lamp that throws a shadow, through a lens, as JPEG."""
    table = chance.choice(_TABLES)
    size = (round(page.width * chance.uniform(0.95, 1.15)), round(page.height * chance.uniform(1, 1.2)))
    page = page.transform(
        size, Image.Transform.PERSPECTIVE, _aslant(page.size, size, chance), Image.Resampling.BICUBIC, fillcolor=table
    )
    angle = chance.choice((0, 0, 90, 180, 270)) + chance.uniform(-4, 4)
    page = page.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=table)
    dots = np.asarray(page, dtype=np.float32) * _shadow(page.size, chance)[..., None]
    dots *= np.array([chance.uniform(0.95, 1), chance.uniform(0.93, 1), chance.uniform(0.82, 1)], dtype=np.float32)
    blurred = _noisy(dots, chance, (2, 9)).filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 1.0)))
    file = io.BytesIO()
    blurred.save(file, "JPEG", quality=chance.randint(55, 90))
    return Image.open(file).convert("RGB")


def _aslant(page: tuple[int, int], size: tuple[int, int], chance: random.Random) -> list[float]:
    """The projection that puts the four corners of the page somewhere inside the picture."""
    width, height = size
    edges = ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94))
    seen = [(width * (x + chance.uniform(-0.05, 0.05)), height * (y + chance.uniform(-0.05, 0.05))) for x, y in edges]
    rows, wanted = [], []
    for (x, y), (u, v) in zip(seen, ((0, 0), (page[0], 0), page, (0, page[1])), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    found: list[float] = np.linalg.solve(np.array(rows, dtype=float), np.array(wanted, dtype=float)).tolist()
    return found


def _shadow(size: tuple[int, int], chance: random.Random) -> Dots:
    width, height = size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = chance.uniform(0, 2 * math.pi)
    along = (x / width - 0.5) * math.cos(angle) + (y / height - 0.5) * math.sin(angle)
    dark = 1 / (1 + np.exp(-along * chance.uniform(6, 30)))
    light: Dots = chance.uniform(0.8, 1.05) * (1 - chance.uniform(0.1, 0.4) * dark)
    return light


def _noisy(dots: Dots, chance: random.Random, strength: tuple[float, float]) -> Image.Image:
    noise = np.random.default_rng(chance.randrange(2**32)).normal(0, chance.uniform(*strength), dots.shape)
    return Image.fromarray(np.clip(dots + noise, 0, 255).astype(np.uint8))
