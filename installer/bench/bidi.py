"""The directions of the texts of our papers: levels and visual order by our algorithm, against fpdf2's.

Each text once, as a paragraph from right to left on one line; nothing is remembered from the round before.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection

from craftdesk.pdf.text import bidi
from installer.bench import _matter as matter
from installer.bench.papers import prepared
from installer.benchmarks import Result, result

SIZES = (2_000,)
ROUNDS = 3


def run(sizes: Sequence[int] | None) -> list[Result]:
    """Milliseconds for all texts of so many rows of the register, of the certificates and of the guide."""
    return [_against_fpdf2(size) for size in sizes or SIZES]


def _against_fpdf2(rows: int) -> Result:
    with prepared(max(1, rows // 25), rows) as folder:
        texts = matter.texts(Path(folder))
    times = [(_milliseconds(_ours, texts), _milliseconds(_fpdf2, texts)) for _round in range(ROUNDS)]
    mine, peers = zip(*times, strict=True)
    return result("bidi", len(texts), ours=median(mine), peer=median(peers), peer_name="fpdf2", unit="ms")


def _milliseconds(order: Callable[[str], object], texts: Sequence[str]) -> float:
    bidi.levels.cache_clear()
    start = perf_counter()
    for text in texts:
        order(text)
    return (perf_counter() - start) * 1000


def _ours(text: str) -> object:
    return bidi.visual_order(bidi.line_levels(text, bidi.levels(text, 1), 1))


def _fpdf2(text: str) -> object:
    return BidiParagraph(text, TextDirection.RTL).get_reordered_characters()
